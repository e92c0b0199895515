using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.InnerPartySupervision;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.InnerPartySupervision;

/// <summary>Gives a registered letter to somebody who answers it (TWS-9.2.7), or from one to another: he belongs to the organization that answers it, or holds a post in it. From now on he reads it.</summary>
/// <param name="Letter">The letter.</param>
/// <param name="PersonId">Who answers it.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchSecretary | Role.DisciplineInspector | Role.Officers, RuleId = "TWS-9.2.7")]
public sealed record AssignLetter(Id<Letter> Letter, Id<Person> PersonId, ExpectedVersion Expected) : ICommand<LetterSummary>, IChange
{
    /// <summary>To whom.</summary>
    /// <param name="PersonId">Who answers it.</param>
    /// <example>{"personId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d03"}</example>
    public sealed record Body(Id<Person> PersonId);
}

internal sealed class AssignLetterHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<AssignLetter, LetterSummary>
{
    public async Task<Result<LetterSummary>> Handle(AssignLetter request, CancellationToken cancellationToken)
    {
        var held = await db.LetterInReach(caller, request.Letter, request.Expected, cancellationToken);
        if (!held.Succeeded) return held.Errors[0];
        var (it, today) = (held.Value, clock.Today);
        var belongs = await db.Affiliations.AnyAsync(a => a.PersonId == request.PersonId && a.OrganizationId == it.Letter.OrganizationId && a.VoidedAt == null && a.From <= today && (a.To == null || a.To >= today), cancellationToken)
            || await db.Posts.AnyAsync(p => p.PersonId == request.PersonId && p.OrganizationId == it.Letter.OrganizationId && p.VoidedAt == null && p.From <= today && (p.To == null || p.To >= today), cancellationToken);
        if (!belongs) return SupervisionErrors.PersonUnknown;
        return it.Letter.Assign(request.PersonId, it.Standing).Map(_ => LetterSummary.Of(it.Letter, it.Standing));
    }
}
