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
public sealed record JoinOrganization(Id<Person> Member, Id<Organization> OrganizationId, Belonging Belonging, LocalDate From, ExpectedVersion Expected) : ICommand<AffiliationAnswer>, IChange
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
        var found = await db.Persons.InScope(caller, db).Include(p => p.Affiliations).SingleOrDefaultAsync(p => p.Id == request.Member, cancellationToken);
        var loaded = found.Expecting(request.Expected, MemberErrors.NotFound);
        if (!loaded.Succeeded) return loaded.Errors[0];
        var organization = await db.Organizations.InScope(caller).SingleOrDefaultAsync(o => o.Id == request.OrganizationId, cancellationToken);
        if (organization is null) return OrganizationErrors.NotFound.At("/organizationId");

        return loaded.Value.Join(organization, request.Belonging, request.From, ids, clock.Now)
            .Map(a => new AffiliationAnswer(a.Id, a.OrganizationId, organization.Name, a.Belonging, a.From, a.To, loaded.Value.Version));
    }
}

/// <summary>Ends a belonging after its last day; with the branch's the Party group's ends too.</summary>
/// <param name="Member">The person.</param>
/// <param name="Affiliation">The affiliation.</param>
/// <param name="LastDay">The last day, itself included.</param>
/// <param name="Expected">The member's version that the caller saw.</param>
[AllowedTo(Role.Officers | Role.BranchSecretary)]
public sealed record LeaveOrganization(Id<Person> Member, Id<Affiliation> Affiliation, LocalDate LastDay, ExpectedVersion Expected) : ICommand<Done>, IChange
{
    /// <summary>When it ends.</summary>
    /// <param name="LastDay">The last day, itself included.</param>
    /// <example>{"lastDay": "2026-02-28"}</example>
    public sealed record Body(LocalDate LastDay);
}

internal sealed class LeaveOrganizationHandler(PartyOrgContext db, Caller caller, Ids ids, Clock clock) : IHandler<LeaveOrganization, Done>
{
    public async Task<Result<Done>> Handle(LeaveOrganization request, CancellationToken cancellationToken)
    {
        var found = await db.Persons.InScope(caller, db).Include(p => p.Affiliations).SingleOrDefaultAsync(p => p.Id == request.Member, cancellationToken);
        var loaded = found.Expecting(request.Expected, MemberErrors.NotFound);
        if (!loaded.Succeeded) return loaded.Errors[0];

        var groups = loaded.Value.Affiliations.Where(a => a.Belonging == Belonging.Group).Select(a => a.OrganizationId).ToList();
        var branches = await db.Organizations.Where(o => groups.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.SuperiorId, cancellationToken);
        return loaded.Value.Leave(request.Affiliation, request.LastDay, branches.GetValueOrDefault, ids, clock.Now);
    }
}

/// <summary>Lists the organizations to which a member belongs or belonged, latest first.</summary>
/// <param name="Member">The person.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record ListAffiliations(Id<Person> Member) : IQuery<Page<AffiliationAnswer>>;

internal sealed class ListAffiliationsHandler(PartyOrgContext db, Caller caller) : IHandler<ListAffiliations, Page<AffiliationAnswer>>
{
    public async Task<Result<Page<AffiliationAnswer>>> Handle(ListAffiliations request, CancellationToken cancellationToken)
    {
        var member = await db.Persons.InScope(caller, db).Where(p => p.Id == request.Member).Select(p => new { p.Version }).SingleOrDefaultAsync(cancellationToken);
        if (member is null) return MemberErrors.NotFound;

        var rows = await db.Affiliations.Where(a => a.PersonId == request.Member && a.VoidedAt == null)
            .Join(db.Organizations, a => a.OrganizationId, o => o.Id, (affiliation, o) => new { affiliation, o.Name })
            .OrderByDescending(r => r.affiliation.From).AsNoTracking().ToListAsync(cancellationToken);
        return new Page<AffiliationAnswer>(
            rows.ConvertAll(r => new AffiliationAnswer(r.affiliation.Id, r.affiliation.OrganizationId, r.Name, r.affiliation.Belonging, r.affiliation.From, r.affiliation.To, member.Version)), null);
    }
}
