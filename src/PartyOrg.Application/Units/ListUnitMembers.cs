using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Units;

namespace PartyOrg.Application.Units;

/// <summary>
/// Lists the members who work in a unit by name (pinyin), floating and pocket members included: those of them whom the caller may read. The unit's own answer counts all of them.
/// </summary>
/// <param name="Unit">The unit.</param>
/// <param name="Standing">Only formal or only probationary members.</param>
/// <param name="AsOf">As it was on this day; today where it is left out.</param>
/// <param name="KnownAt">By what was recorded up to this instant; by all that is recorded where it is left out.</param>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(Role.Readers)]
public sealed record ListUnitMembers(Id<Unit> Unit, Standing? Standing, LocalDate? AsOf, Instant? KnownAt, int? Limit, string? Cursor) : IQuery<Page<UnitMemberAnswer>>;

/// <summary>A member who works in a unit.</summary>
/// <param name="MemberId">The person.</param>
/// <param name="Name">The full name.</param>
/// <param name="Standing">Formal or probationary.</param>
/// <param name="Floating">Whether the relation lies elsewhere than where the member takes part.</param>
/// <param name="Pocket">Whether the member keeps the relation to himself.</param>
/// <param name="OrganizationId">Where the organizational relation lies; none when nowhere.</param>
/// <param name="OrganizationName">What that organization is called.</param>
/// <param name="From">The first day on which the member works there.</param>
public sealed record UnitMemberAnswer(Id<Person> MemberId, string Name, Standing Standing, bool Floating, bool Pocket, Id<Organization>? OrganizationId, string? OrganizationName, LocalDate From);

internal sealed class ListUnitMembersHandler(PartyOrgContext db, Caller caller) : IHandler<ListUnitMembers, Page<UnitMemberAnswer>>
{
    public async Task<Result<Page<UnitMemberAnswer>>> Handle(ListUnitMembers request, CancellationToken cancellationToken)
    {
        var page = PageInOrder<Person>.Read(request.Limit, request.Cursor);
        if (!page.Succeeded) return page.Errors[0];
        if (!await db.Units.InSight(caller, db).AnyAsync(u => u.Id == request.Unit, cancellationToken)) return UnitErrors.NotFound;

        var day = request.AsOf ?? caller.Today;
        var persons = db.Persons.InScope(caller, db);
        var workers = db.WorkersOn(day, request.KnownAt).Where(w => w.UnitId == request.Unit);
        if (request.Standing is { } standing) workers = workers.Where(w => w.Standing == standing);
        var relations = db.Affiliations.StandingAt(request.KnownAt).Where(a => a.Belonging == Belonging.Relation && a.From <= day && (a.To == null || a.To >= day));
        var found = persons.Join(workers, p => p.Id, w => w.PersonId, (person, worker) => new { person.Id, person.Name, person.NameKey, worker.Standing, worker.Floating, worker.Pocket, worker.From });
        var rows = await page.Value.Of(found, r => r.NameKey, r => r.Id)
            .Select(r => new { r.Id, r.Name, r.NameKey, r.Standing, r.Floating, r.Pocket, r.From, Organization = relations.Where(a => a.PersonId == r.Id).Select(a => (Id<Organization>?)a.OrganizationId).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        var organizations = rows.Select(r => r.Organization).OfType<Id<Organization>>().Distinct().ToList();
        var names = await db.Organizations.Where(o => organizations.Contains(o.Id)).Select(o => new { o.Id, o.Name }).ToDictionaryAsync(o => o.Id, o => o.Name, cancellationToken);
        return page.Value.Show(
            rows, r => new UnitMemberAnswer(r.Id, r.Name, r.Standing, r.Floating, r.Pocket, r.Organization, r.Organization is { } o ? names[o] : null, r.From), r => (r.NameKey, r.Id));
    }
}
