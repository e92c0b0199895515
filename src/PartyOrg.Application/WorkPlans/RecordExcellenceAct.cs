using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;
using PartyOrg.Domain.WorkPlans;

namespace PartyOrg.Application.WorkPlans;

/// <summary>Records one of the three acts of striving for excellence that come before July 1 (TWS-1.7): the summary, examples set up, the advanced commended. The last two name somebody.</summary>
/// <param name="Organization">The organization.</param>
/// <param name="Act">Which act.</param>
/// <param name="On">When it was done, today or before.</param>
/// <param name="Content">What was done, 1 to 2,000 characters.</param>
/// <param name="Named">The persons and organizations that were set up as examples or commended, at most 100 names of up to 100 characters.</param>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-1.7")]
public sealed record RecordExcellenceAct(Id<Organization> Organization, ExcellenceActKind Act, LocalDate On, string Content, IReadOnlyList<string> Named) : ICreate<ExcellenceActAnswer>
{
    /// <summary>What was done.</summary>
    /// <param name="Act">Which act.</param>
    /// <param name="On">When it was done, today or before.</param>
    /// <param name="Content">What was done, 1 to 2,000 characters.</param>
    /// <param name="Named">The persons and organizations that were set up as examples or commended, at most 100 names of up to 100 characters.</param>
    /// <example>{"act": "commendation", "on": "2026-06-28", "content": "七一前表彰优秀党员", "named": ["王伟", "李红"]}</example>
    public sealed record Body(ExcellenceActKind Act, LocalDate On, string Content, IReadOnlyList<string>? Named = null);
}

/// <summary>One of the three acts was done.</summary>
/// <param name="Id">Its id.</param>
/// <param name="OrganizationId">Who did it.</param>
/// <param name="Act">Which act.</param>
/// <param name="On">When it was done.</param>
/// <param name="Content">What was done.</param>
/// <param name="Named">Who was set up as an example or commended.</param>
/// <param name="WithdrawnBecause">Why it was taken back; none while it counts.</param>
/// <param name="Version">Counts the changes; <c>If-Match</c> names it.</param>
public sealed record ExcellenceActAnswer(
    Id<ExcellenceAct> Id, Id<Organization> OrganizationId, ExcellenceActKind Act, LocalDate On, string Content, IReadOnlyList<string> Named, string? WithdrawnBecause, int Version) : Answer, IVersioned
{
    internal static ExcellenceActAnswer Of(ExcellenceAct a) => new(a.Id, a.OrganizationId, a.Act, a.On, a.Content, a.Named, a.WithdrawnBecause, a.Version);
}

internal sealed class RecordExcellenceActValidator : AbstractValidator<RecordExcellenceAct>
{
    public RecordExcellenceActValidator(Clock clock)
    {
        RuleFor(r => r.On).NotInFuture(clock);
        RuleFor(r => r.Content).HasNoFault(text => FreeText.FaultIn(text, ExcellenceAct.TextLength));
        RuleFor(r => r.Named).HasNoFaults(ExcellenceAct.FaultsInNames);
    }
}

internal sealed class RecordExcellenceActHandler(PartyOrgContext db, Caller caller, Ids ids) : IHandler<RecordExcellenceAct, ExcellenceActAnswer>
{
    public async Task<Result<ExcellenceActAnswer>> Handle(RecordExcellenceAct request, CancellationToken cancellationToken)
    {
        var organization = await db.Organizations.InScope(caller).SingleOrDefaultAsync(o => o.Id == request.Organization, cancellationToken);
        if (organization is null) return OrganizationErrors.NotFound;
        var recorded = ExcellenceAct.Record(organization, request.Act, request.On, request.Content, request.Named, ids);
        if (recorded.Succeeded) db.Add(recorded.Value);
        return recorded.Map(ExcellenceActAnswer.Of);
    }
}
