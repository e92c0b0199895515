using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain.Time;
using PartyOrg.Domain.WorkPlans;

namespace PartyOrg.Application.WorkPlans;

/// <summary>
/// Begins the comprehensive summary of the first half year or of the year (TWS-1.4e) with what is recorded: how far each plan's items are, the meetings held, the inspections, in figures
/// and, in the caller's language, in words. There is one of each for a year (422).
/// </summary>
/// <param name="OrganizationId">The branch, general branch or committee of a unit, in the caller's scope.</param>
/// <param name="Kind">Which of the year's two.</param>
/// <param name="Year">The year, 2000 to 2100.</param>
/// <example>{"organizationId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d01", "kind": "midYear", "year": 2026}</example>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-1.4e")]
public sealed record DraftWorkSummary(Id<Organization> OrganizationId, SummaryKind Kind, int Year) : ICreate<WorkSummaryAnswer>;

internal sealed class DraftWorkSummaryValidator : AbstractValidator<DraftWorkSummary>
{
    public DraftWorkSummaryValidator() => RuleFor(r => r.Year).HasNoFault(year => year < DutyPeriod.FirstDay.Year || year > DutyPeriod.LastDay.Year ? WorkSummaryErrors.YearOutOfRange : null);
}

internal sealed class DraftWorkSummaryHandler(PartyOrgContext db, Caller caller, ActivityKinds kinds, Ids ids, Clock clock) : IHandler<DraftWorkSummary, WorkSummaryAnswer>
{
    public async Task<Result<WorkSummaryAnswer>> Handle(DraftWorkSummary request, CancellationToken cancellationToken)
    {
        var organization = await db.Organizations.InScope(caller).SingleOrDefaultAsync(o => o.Id == request.OrganizationId, cancellationToken);
        if (organization is null) return OrganizationErrors.NotFound.At("/organizationId");

        await db.LockChain(organization.Id.Value, cancellationToken);
        var standing = await db.WorkSummaries.Where(s => s.OrganizationId == organization.Id && s.Kind == request.Kind && s.Year == request.Year).Select(s => (Id<WorkSummary>?)s.Id).FirstOrDefaultAsync(cancellationToken);
        var period = WorkSummary.PeriodOf(request.Kind, request.Year);
        var figures = await db.FiguresOf(organization.Id, period.Days, cancellationToken);
        var words = figures.InWords(period, name => kinds.TryFind(name, out var kind) ? kind.Title : new(name, name));
        var drafted = WorkSummary.Draft(organization, request.Kind, request.Year, figures, words.In(caller.Language), standing, new(caller.RolesIn(organization)), ids, clock.Today);
        if (!drafted.Succeeded) return drafted.Errors[0];
        db.Add(drafted.Value);
        return await db.Told(new SummaryRow { Summary = drafted.Value, Organization = organization }, caller, cancellationToken);
    }
}
