using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.AdmonitionTalks;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Procedures;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.AdmonitionTalks;

/// <summary>
/// Dismisses a candidate with a reason (TWS-10.1): the facts as they are today lead to no case. With a new fact he appears again, the dismissed ones beside it. Whoever decides on a talk with him
/// decides this; nobody on himself.
/// </summary>
/// <param name="Organization">The organization to which he belongs.</param>
/// <param name="PersonId">The member.</param>
/// <param name="Ground">The ground.</param>
/// <param name="Reason">Why, 1 to 500 characters.</param>
[AllowedTo(AdmonitionDesk.Deciders, RuleId = "TWS-10.1")]
public sealed record DismissAdmonitionCandidate(Id<Organization> Organization, [Secret] Id<Person> PersonId, [Secret] Ground Ground, [Secret] string Reason) : ICreate<CandidateDismissalAnswer>
{
    /// <summary>Whom, and why.</summary>
    /// <param name="PersonId">The member.</param>
    /// <param name="Ground">The ground.</param>
    /// <param name="Reason">Why, 1 to 500 characters.</param>
    /// <example>{"personId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d03", "ground": "absences", "reason": "经核实，当时在外地执行紧急任务，未及请假"}</example>
    public sealed record Body(Id<Person> PersonId, Ground Ground, string Reason);
}

/// <summary>A candidate was dismissed for its facts.</summary>
/// <param name="Id">The id.</param>
/// <param name="PersonId">The member.</param>
/// <param name="Ground">The ground.</param>
/// <param name="Facts">The facts on which it was decided.</param>
/// <param name="Reason">Why.</param>
/// <param name="DismissedAt">When.</param>
public sealed record CandidateDismissalAnswer(Id<CandidateDismissal> Id, Id<Person> PersonId, Ground Ground, IReadOnlyList<TriggerFact> Facts, string Reason, Instant DismissedAt) : Answer
{
    internal static CandidateDismissalAnswer Of(CandidateDismissal d) => new(d.Id, d.PersonId, d.Ground, d.Facts, d.Reason, d.DismissedAt);
}

internal sealed class DismissAdmonitionCandidateValidator : AbstractValidator<DismissAdmonitionCandidate>
{
    public DismissAdmonitionCandidateValidator() => RuleFor(r => r.Reason).HasNoFault(reason => FreeText.FaultIn(reason, CandidateDismissal.ReasonLength));
}

internal sealed class DismissAdmonitionCandidateHandler(PartyOrgContext db, Caller caller, AdmonitionDesk desk, Candidates candidates, Ids ids, Clock clock) : IHandler<DismissAdmonitionCandidate, CandidateDismissalAnswer>
{
    private static readonly Text Step = new("dismiss the candidate", "决定不予立案");

    public async Task<Result<CandidateDismissalAnswer>> Handle(DismissAdmonitionCandidate request, CancellationToken cancellationToken)
    {
        var organization = await db.Organizations.InScope(caller).AsNoTracking().SingleOrDefaultAsync(o => o.Id == request.Organization, cancellationToken);
        if (organization is null) return OrganizationErrors.NotFound;
        await db.LockChain(organization.Id.Value, cancellationToken);
        var body = await desk.BodyFor(organization.Id, request.PersonId, cancellationToken);
        if (desk.Deciding(body, organization, request.PersonId).Parts.Count == 0) return ProcedureErrors.ReservedFor(AdmonitionCase.Decider.Title, Step, "TWS-10.1");
        if (await candidates.Of(organization, clock.Today, request.PersonId, request.Ground, cancellationToken) is not { } candidate) return AdmonitionErrors.CandidateNotFound;
        var dismissal = db.Add(CandidateDismissal.Of(candidate, organization.Id, request.Reason, caller.AccountId!.Value, ids, clock.Now)).Entity;
        return CandidateDismissalAnswer.Of(dismissal);
    }
}
