using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Dues;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Dues;

/// <summary>Lists the members' months that are not paid in full after their due day, of an organization and everything below it, the oldest month first.</summary>
/// <param name="Organization">The organization.</param>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(DuesBooks.Readers)]
public sealed record ListDuesArrears(Id<Organization> Organization, int? Limit, string? Cursor) : IQuery<Page<ArrearsAnswer>>;

/// <summary>A month that a member has not paid in full, though its due day has passed.</summary>
/// <param name="OrganizationId">The branch.</param>
/// <param name="OrganizationName">What it is called.</param>
/// <param name="PersonId">The member.</param>
/// <param name="Name">What he is called.</param>
/// <param name="Month">The month.</param>
/// <param name="DueOn">The last day on which it was paid in time.</param>
/// <param name="Balance">What is left, in yuan with two places.</param>
public sealed record ArrearsAnswer(Id<Organization> OrganizationId, string OrganizationName, Id<Person> PersonId, string Name, YearMonth Month, LocalDate DueOn, string Balance);

internal sealed class ListDuesArrearsHandler(PartyOrgContext db, Caller caller, DuesBooks books, Clock clock) : IHandler<ListDuesArrears, Page<ArrearsAnswer>>
{
    public async Task<Result<Page<ArrearsAnswer>>> Handle(ListDuesArrears request, CancellationToken cancellationToken)
    {
        var (limit, cursor) = (PageLimit.Of(request.Limit), Cursor.Read(request.Cursor, 3));
        if (!limit.Succeeded) return limit.Errors[0];
        if (!cursor.Succeeded) return cursor.Errors[0];
        var path = await db.Organizations.InScope(caller).Where(o => o.Id == request.Organization).Select(o => o.Path).SingleOrDefaultAsync(cancellationToken);
        if (path is null) return OrganizationErrors.NotFound;

        var below = db.Organizations.AtOrBelow(path);
        var present = clock.Today.ToYearMonth();
        var terms = await books.TermsOf(below, cancellationToken);
        var entries = db.DuesEntries.Where(e => e.Month <= present && below.Any(o => o.Id == e.OrganizationId));

        // Jurisdictions may set another due day: of the present month, only what is past it where the branch stands.
        var booked = await entries.Where(e => e.Month == present).Select(e => e.OrganizationId).Distinct().ToListAsync(cancellationToken);
        var open = booked.FindAll(o => clock.Today <= terms.DueOn(o, present));
        if (open.Count == booked.Count) entries = entries.Where(e => e.Month < present);
        else if (open.Count > 0) entries = entries.Where(e => e.Month < present || !open.Contains(e.OrganizationId));
        if (cursor.Value is { Values: [var month, var person, var organization] })
        {
            var at = YearMonthPattern.Iso.Parse(month);
            if (!at.Success || !Id<Person>.TryParse(person, null, out var p) || !Id<Organization>.TryParse(organization, null, out var o)) return Cursor.Malformed;
            var m = at.Value;
            entries = entries.Where(e => e.Month > m || (e.Month == m && (e.PersonId > p || (e.PersonId == p && e.OrganizationId > o))));
        }

        var left = entries.GroupBy(e => new { e.Month, e.PersonId, e.OrganizationId })
            .Select(g => new { g.Key.Month, g.Key.PersonId, g.Key.OrganizationId, Fen = g.Sum(e => e.Sort == DuesEntrySort.Assessment ? e.Fen : -e.Fen) }).Where(r => r.Fen > 0);
        var rows = await (
            from row in left
            join p in db.Persons on row.PersonId equals p.Id
            join o in db.Organizations on row.OrganizationId equals o.Id
            orderby row.Month, row.PersonId, row.OrganizationId
            select new { row.Month, row.PersonId, row.OrganizationId, row.Fen, p.Name, OrganizationName = o.Name }).Take(limit.Value + 1).ToListAsync(cancellationToken);
        return Page<ArrearsAnswer>.Of(
            rows, limit.Value, r => new(r.OrganizationId, r.OrganizationName, r.PersonId, r.Name, r.Month, terms.DueOn(r.OrganizationId, r.Month), Yuan.Of(r.Fen)),
            r => new(YearMonthPattern.Iso.Format(r.Month), r.PersonId.ToString(), r.OrganizationId.ToString()));
    }
}
