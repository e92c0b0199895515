using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;
using PartyOrg.Domain.WorkPlans;

namespace PartyOrg.Application.WorkPlans;

/// <summary>
/// Lists who answers for Party building in an organization on a day, and the gaps (TWS-1.1): the secretary, who answers for the whole, what each committee member answers for, and the members
/// to whom nothing is assigned.
/// </summary>
/// <param name="Organization">The organization.</param>
/// <param name="On">The day; today where it is left out.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record ListResponsibilities(Id<Organization> Organization, LocalDate? On) : IQuery<ResponsibilitiesAnswer>;

/// <summary>Who answers for Party building in an organization.</summary>
/// <param name="On">The day for which it is told.</param>
/// <param name="Secretary">Who answers for the whole; none where the post is not filled.</param>
/// <param name="Items">What committee members answer for, by name.</param>
/// <param name="Without">The committee members to whom nothing is assigned; the secretary is not among them.</param>
public sealed record ResponsibilitiesAnswer(LocalDate On, CommitteeMemberAnswer? Secretary, IReadOnlyList<ResponsibilityAnswer> Items, IReadOnlyList<CommitteeMemberAnswer> Without) : Answer;

/// <summary>Somebody who sits on the committee.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="PersonName">His name.</param>
/// <param name="Office">His office.</param>
public sealed record CommitteeMemberAnswer(Id<Person> PersonId, string PersonName, Office Office);

internal sealed class ListResponsibilitiesHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<ListResponsibilities, ResponsibilitiesAnswer>
{
    public async Task<Result<ResponsibilitiesAnswer>> Handle(ListResponsibilities request, CancellationToken cancellationToken)
    {
        if (!await db.Organizations.InScope(caller).AnyAsync(o => o.Id == request.Organization, cancellationToken)) return OrganizationErrors.NotFound;

        var day = request.On ?? clock.Today;
        var items = await db.CommitteeResponsibilities.Where(r => r.OrganizationId == request.Organization && r.From <= day && (r.To == null || r.To >= day))
            .Join(db.Persons, r => r.PersonId, p => p.Id, (responsibility, person) => new { Responsibility = responsibility, person.Name, person.NameKey })
            .OrderBy(r => r.NameKey).ThenBy(r => r.Responsibility.Id).AsNoTracking().ToListAsync(cancellationToken);
        var posts = await db.Posts.Where(p => p.OrganizationId == request.Organization && p.VoidedAt == null && p.From <= day && (p.To == null || p.To >= day))
            .Join(db.Persons, p => p.PersonId, p => p.Id, (post, person) => new { post.PersonId, post.Office, person.Name, person.NameKey })
            .OrderBy(p => p.NameKey).ThenBy(p => p.PersonId).ToListAsync(cancellationToken);
        var committee = posts.FindAll(p => p.Office.SitsOnCommittee()).ConvertAll(p => new CommitteeMemberAnswer(p.PersonId, p.Name, p.Office));
        var secretary = committee.Find(p => p.Office == Office.Secretary);
        var assigned = items.Select(i => i.Responsibility.PersonId).ToHashSet();
        return new ResponsibilitiesAnswer(
            day, secretary, items.ConvertAll(i => ResponsibilityAnswer.Of(i.Responsibility, i.Name)),
            [.. committee.Where(p => p.PersonId != secretary?.PersonId && !assigned.Contains(p.PersonId)).DistinctBy(p => p.PersonId)]);
    }
}
