using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Members;

/// <summary>Lets a member belong to an organization or a Party group from a day on (REG-1, REG-7).</summary>
/// <param name="Member">The person.</param>
/// <param name="OrganizationId">The organization or Party group, in the caller's scope.</param>
/// <param name="Belonging">By relation, by enrolment without it, or as a member of a Party group.</param>
/// <param name="From">The first day.</param>
/// <param name="Expected">The member's version that the caller saw.</param>
[AllowedTo(Role.Officers | Role.BranchSecretary)]
public sealed record JoinOrganization(Id<Person> Member, Id<Organization> OrganizationId, Belonging Belonging, LocalDate From, ExpectedVersion Expected) : ICommand<AffiliationAnswer>, IChange, IAboutMember
{
    /// <summary>Where, how, from when.</summary>
    /// <param name="OrganizationId">The organization or Party group, in the caller's scope.</param>
    /// <param name="Belonging">By relation, by enrolment without it, or as a member of a Party group.</param>
    /// <param name="From">The first day.</param>
    /// <example>{"organizationId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d02", "belonging": "relation", "from": "2026-03-01"}</example>
    public sealed record Body(Id<Organization> OrganizationId, Belonging Belonging, LocalDate From);
}

/// <summary>A person belongs to an organization.</summary>
/// <param name="Id">The affiliation's id.</param>
/// <param name="OrganizationId">The organization.</param>
/// <param name="OrganizationName">What it is called.</param>
/// <param name="Belonging">By relation, by enrolment, or as a member of a Party group.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, itself included; none while it goes on.</param>
/// <param name="Version">The member's version.</param>
public sealed record AffiliationAnswer(
    Id<Affiliation> Id, Id<Organization> OrganizationId, string OrganizationName, Belonging Belonging, LocalDate From, LocalDate? To, int Version) : Answer, IVersioned;

internal sealed class JoinOrganizationHandler(PartyOrgContext db, Caller caller, Ids ids, Clock clock) : IHandler<JoinOrganization, AffiliationAnswer>
{
    public async Task<Result<AffiliationAnswer>> Handle(JoinOrganization request, CancellationToken cancellationToken)
    {
        await db.LockChain(request.OrganizationId.Value, cancellationToken);
        var found = await db.Persons.InScope(caller, db).Include(p => p.Affiliations).Include(p => p.Memberships).AsSplitQuery().SingleOrDefaultAsync(p => p.Id == request.Member, cancellationToken);
        var loaded = found.Expecting(request.Expected, MemberErrors.NotFound);
        if (!loaded.Succeeded) return loaded.Errors[0];
        var organization = await db.Organizations.InScope(caller).SingleOrDefaultAsync(o => o.Id == request.OrganizationId, cancellationToken);
        if (organization is null) return OrganizationErrors.NotFound.At("/organizationId");

        return loaded.Value.Join(organization, request.Belonging, request.From, ids, clock.Now)
            .Map(a => new AffiliationAnswer(a.Id, a.OrganizationId, organization.Name, a.Belonging, a.From, a.To, loaded.Value.Version));
    }
}
