using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticAppraisal;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.DemocraticAppraisal;

/// <summary>Lists the members whom the appraisals of a year judged unqualified, of an organization and those below it: they get a recorded handling (TWS-1.6c).</summary>
/// <param name="Organization">The organization.</param>
/// <param name="Year">The calendar year; this year where it is left out.</param>
[AllowedTo(AppraisalScope.MembersReaders)]
public sealed record ListUnqualifiedMembers(Id<Organization> Organization, int? Year) : IQuery<Page<UnqualifiedMember>>;

/// <summary>A member who was judged unqualified.</summary>
/// <param name="AppraisalId">By which appraisal.</param>
/// <param name="OrganizationId">Of which branch.</param>
/// <param name="PersonId">The member.</param>
/// <param name="Name">What he is called.</param>
/// <param name="Handling">What was recorded in the appraisal itself.</param>
public sealed record UnqualifiedMember(Id<Appraisal> AppraisalId, Id<Organization> OrganizationId, Id<Person> PersonId, string Name, AppraisalHandling? Handling);

internal sealed class ListUnqualifiedMembersHandler(PartyOrgContext db, Caller caller) : IHandler<ListUnqualifiedMembers, Page<UnqualifiedMember>>
{
    public async Task<Result<Page<UnqualifiedMember>>> Handle(ListUnqualifiedMembers request, CancellationToken cancellationToken)
    {
        var path = await db.Organizations.InScope(caller).Where(o => o.Id == request.Organization).Select(o => o.Path).SingleOrDefaultAsync(cancellationToken);
        if (path is null) return OrganizationErrors.NotFound;
        var (below, year) = (db.Organizations.AtOrBelow(path), request.Year ?? caller.Today.Year);
        var rows = await db.AppraisedMembers.Where(m => m.Year == year && m.Grade == MemberGrade.Unqualified && below.Any(o => o.Id == m.OrganizationId))
            .Join(db.Persons, m => m.PersonId, p => p.Id, (m, p) => new { Member = m, p.Name, p.NameKey }).AsNoTracking().ToListAsync(cancellationToken);
        return new Page<UnqualifiedMember>(
            [.. rows.OrderBy(r => r.NameKey, StringComparer.Ordinal).ThenBy(r => r.Member.PersonId.Value)
                .Select(r => new UnqualifiedMember(r.Member.AppraisalId, r.Member.OrganizationId, r.Member.PersonId, r.Name, r.Member.Handling))],
            null);
    }
}
