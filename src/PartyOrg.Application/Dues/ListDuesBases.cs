using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Dues;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Dues;

/// <summary>Lists the bases of the members whose relation lies with the branch today, the latest recorded first; those that another one replaced among them.</summary>
/// <param name="Organization">The branch.</param>
/// <param name="Member">Only this member's.</param>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(DuesBooks.Readers)]
public sealed record ListDuesBases(Id<Organization> Organization, Id<Person>? Member, int? Limit, string? Cursor) : IQuery<Page<DuesBaseAnswer>>;

internal sealed class ListDuesBasesHandler(PartyOrgContext db, Caller caller) : IHandler<ListDuesBases, Page<DuesBaseAnswer>>
{
    public async Task<Result<Page<DuesBaseAnswer>>> Handle(ListDuesBases request, CancellationToken cancellationToken)
    {
        if (!await db.Organizations.InScope(caller).AnyAsync(o => o.Id == request.Organization, cancellationToken)) return OrganizationErrors.NotFound;

        var (organization, today) = (request.Organization, caller.Today);
        var bases = db.DuesBases.Where(b => db.Affiliations.Any(a => a.PersonId == b.PersonId && a.OrganizationId == organization && a.Belonging == Belonging.Relation && a.VoidedAt == null
            && a.From <= today && (a.To == null || a.To >= today)));
        if (request.Member is { } member) bases = bases.Where(b => b.PersonId == member);
        return await bases.Join(db.Persons, b => b.PersonId, p => p.Id, (b, p) => new { Base = b, p.Name })
            .PageByMoment(request.Limit, request.Cursor, r => r.Base.RecordedAt, r => r.Base.Id, r => DuesBaseAnswer.Of(r.Base, r.Name), cancellationToken);
    }
}
