using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Members;

/// <summary>Lists the organizations to which a member belongs or belonged, latest first.</summary>
/// <param name="Member">The person.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record ListAffiliations(Id<Person> Member) : IQuery<Page<AffiliationAnswer>>, IAboutMember;

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
