using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.MemberObjectives;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.MemberObjectives;

/// <summary>
/// Records members' progress in a month (TWS-5.3a): a Party group's leader for its members, the secretary in a branch without groups. The month is done when everybody with approved
/// objectives has a line; a line recorded again takes the old one's place.
/// </summary>
/// <param name="Organization">The Party group, or the branch without groups.</param>
/// <param name="Month">The first day of the month, not in the future.</param>
/// <param name="Entries">One line for each member, 1 to 500.</param>
[AllowedTo(ProgressScope.Recorders, RuleId = "TWS-5.3a")]
public sealed record RecordObjectiveProgress(Id<Organization> Organization, YearMonth Month, IReadOnlyList<MemberProgress> Entries) : ICommand<ObjectiveProgressAnswer>
{
    /// <summary>Members' progress.</summary>
    /// <param name="Entries">One line for each member, 1 to 500.</param>
    /// <example>{"entries": [{"personId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d02", "text": "完成当月生产任务，带徒一名"}]}</example>
    public sealed record Body(IReadOnlyList<MemberProgress> Entries);
}

/// <summary>Members' progress in a month.</summary>
/// <param name="OrganizationId">The Party group or branch.</param>
/// <param name="Month">The month, <c>2026-03</c>.</param>
/// <param name="Entries">One line for each member.</param>
/// <param name="CompletedOn">The day on which it covered everybody with approved objectives; none while it does not.</param>
public sealed record ObjectiveProgressAnswer(Id<Organization> OrganizationId, string Month, IReadOnlyList<MemberProgress> Entries, LocalDate? CompletedOn) : Answer
{
    internal static ObjectiveProgressAnswer Of(ProgressMonth p) => new(p.OrganizationId, NodaTime.Text.YearMonthPattern.Iso.Format(p.Month), p.Entries, p.CompletedOn);
}

internal sealed class RecordObjectiveProgressValidator : AbstractValidator<RecordObjectiveProgress>
{
    public RecordObjectiveProgressValidator()
    {
        RuleFor(r => r.Entries).Holds(1, 500);
        RuleFor(r => r.Entries).HasNoFaults(entries => entries.Index().SelectMany(e => FreeText.FaultIn(e.Item.Text, MemberProgress.TextLength) is { } fault ? [fault.At($"/{e.Index}/text")] : Array.Empty<Error>()));
    }
}

internal sealed class RecordObjectiveProgressHandler(PartyOrgContext db, Caller caller, Ids ids, Clock clock) : IHandler<RecordObjectiveProgress, ObjectiveProgressAnswer>
{
    public async Task<Result<ObjectiveProgressAnswer>> Handle(RecordObjectiveProgress request, CancellationToken cancellationToken)
    {
        if (await db.RefusalToRecord(caller, request.Organization, "TWS-5.3a", clock.Today, cancellationToken) is { } refusal) return refusal;
        await db.LockChain(request.Organization.Value, cancellationToken);
        var (year, organization) = (request.Month.Year, request.Organization);
        var covered = await db.ObjectivePlans.Where(p => p.Year == year && p.ApprovedOn != null && (p.GroupId == organization || (p.GroupId == null && p.OrganizationId == organization))).Select(p => p.PersonId).ToListAsync(cancellationToken);
        var month = await db.ProgressMonths.SingleOrDefaultAsync(m => m.OrganizationId == organization && m.Month == request.Month, cancellationToken);
        var begun = month ?? ProgressMonth.Begin(organization, request.Month, ids);
        var recorded = begun.Record(request.Entries, covered, clock.Today);
        if (!recorded.Succeeded) return recorded.Errors[0];
        if (month is null) db.Add(begun);
        return ObjectiveProgressAnswer.Of(begun);
    }
}
