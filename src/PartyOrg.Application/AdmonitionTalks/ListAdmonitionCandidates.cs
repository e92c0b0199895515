using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.AdmonitionTalks;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.AdmonitionTalks;

/// <summary>
/// Lists the members whose absences or unpaid dues propose an admonition talk (TWS-10.1), with the facts. It is a proposal and no verdict: a person opens a case or dismisses the facts with a
/// reason.
/// </summary>
/// <param name="Organization">The organization to which they belong.</param>
/// <param name="AsOf">As of which day, up to today; today where it is left out.</param>
[AllowedTo(AdmonitionDesk.Deciders)]
public sealed record ListAdmonitionCandidates(Id<Organization> Organization, LocalDate? AsOf) : IQuery<AdmonitionCandidates>;

/// <summary>Candidates.</summary>
/// <param name="AsOf">As of which day.</param>
/// <param name="Items">Each candidate.</param>
public sealed record AdmonitionCandidates(LocalDate AsOf, IReadOnlyList<CandidateAnswer> Items);

/// <summary>A member whose facts propose a talk.</summary>
/// <param name="PersonId">The member.</param>
/// <param name="Name">What he is called.</param>
/// <param name="Ground">The ground.</param>
/// <param name="RuleId">The rule by which it is computed.</param>
/// <param name="Facts">The facts in their order.</param>
public sealed record CandidateAnswer(Id<Person> PersonId, string Name, Ground Ground, string RuleId, IReadOnlyList<TriggerFact> Facts);

internal sealed class ListAdmonitionCandidatesValidator : AbstractValidator<ListAdmonitionCandidates>
{
    public ListAdmonitionCandidatesValidator(Clock clock) => RuleFor(r => r.AsOf).HasNoFault(day => day > clock.Today ? ValueRules.InFuture : null);
}

internal sealed class ListAdmonitionCandidatesHandler(PartyOrgContext db, Caller caller, Candidates candidates, Clock clock) : IHandler<ListAdmonitionCandidates, AdmonitionCandidates>
{
    public async Task<Result<AdmonitionCandidates>> Handle(ListAdmonitionCandidates request, CancellationToken cancellationToken)
    {
        var organization = await db.Organizations.InScope(caller).AsNoTracking().SingleOrDefaultAsync(o => o.Id == request.Organization, cancellationToken);
        if (organization is null) return OrganizationErrors.NotFound;
        var asOf = request.AsOf ?? clock.Today;
        var found = await candidates.Of(organization, asOf, null, cancellationToken);
        var ids = found.Select(c => c.PersonId).Distinct().ToList();
        var names = await db.Persons.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
        return new AdmonitionCandidates(asOf, [.. found.Select(c => new CandidateAnswer(c.PersonId, names[c.PersonId], c.Ground, "TWS-10.1", c.Facts))]);
    }
}
