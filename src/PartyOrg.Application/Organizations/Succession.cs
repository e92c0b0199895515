using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Domain;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Organizations;

/// <summary>What belongs to one organization comes to another one from a day on: its members and what stands under it.</summary>
public sealed class Succession(PartyOrgContext db, Tree tree, Ids ids, Clock clock)
{
    /// <summary>Those who belong to it on the day or later.</summary>
    public Task<int> CountMembers(Id<Organization> organization, LocalDate on, CancellationToken cancellation) => Belonging(organization, on).CountAsync(cancellation);

    /// <summary>What stands under it on the day or later.</summary>
    public Task<List<Organization>> Below(Id<Organization> organization, LocalDate on, CancellationToken cancellation) =>
        db.Organizations.Where(o => db.Places.Any(p => p.OrganizationId == o.Id && p.SuperiorId == organization && p.VoidedAt == null && (p.To == null || p.To >= on)))
            .Include(o => o.Places).OrderBy(o => o.Path).ToListAsync(cancellation);

    /// <summary>Its members are the other's from the day on.</summary>
    public async Task PassMembers(Id<Organization> from, Organization to, LocalDate on, CancellationToken cancellation)
    {
        var persons = Belonging(from, on).Select(a => a.PersonId);
        foreach (var person in await db.Persons.Where(p => persons.Contains(p.Id)).Include(p => p.Affiliations).ToListAsync(cancellation)) person.Follow(from, to.Id, on, ids, clock.Now);
    }

    /// <summary>These organizations stand under the other one from the day on, with all below them.</summary>
    public async Task<Result<Done>> PassOrganizations(List<Organization> below, Organization to, LocalDate on, CancellationToken cancellation)
    {
        var position = await tree.FreePositionUnder(to, cancellation);
        foreach (var organization in below)
        {
            var before = organization.Path;
            var moved = organization.MoveUnder(to, on, position, await tree.LevelsBelow(before, cancellation), ids, clock.Now);
            if (!moved.Succeeded) return moved;
            await tree.FollowMove(before, organization.Path, cancellation);
            position = TreePosition.After(to.Path, position.Path);
        }

        return Done.It;
    }

    private IQueryable<Affiliation> Belonging(Id<Organization> organization, LocalDate on) =>
        db.Affiliations.Where(a => a.OrganizationId == organization && a.VoidedAt == null && (a.To == null || a.To >= on));
}
