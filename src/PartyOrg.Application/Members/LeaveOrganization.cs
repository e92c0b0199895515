using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Members;

/// <summary>Ends a belonging after its last day; with the branch's the Party group's ends too.</summary>
/// <param name="Member">The person.</param>
/// <param name="Affiliation">The affiliation.</param>
/// <param name="LastDay">The last day, itself included.</param>
/// <param name="Expected">The member's version that the caller saw.</param>
[AllowedTo(Role.Officers | Role.BranchSecretary)]
public sealed record LeaveOrganization(Id<Person> Member, Id<Affiliation> Affiliation, LocalDate LastDay, ExpectedVersion Expected) : ICommand<Done>, IChange, IAboutMember
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
