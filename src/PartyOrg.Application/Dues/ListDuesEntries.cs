using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Dues;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Dues;

/// <summary>Lists the lines of a branch's dues ledger by their numbers: assessments, payments, waivers, reasons and every reversal.</summary>
/// <param name="Organization">The branch.</param>
/// <param name="Member">Only this member's.</param>
/// <param name="Month">Only this month's.</param>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(DuesBooks.Readers)]
public sealed record ListDuesEntries(Id<Organization> Organization, Id<Person>? Member, YearMonth? Month, int? Limit, string? Cursor) : IQuery<Page<DuesEntryAnswer>>;

internal sealed class ListDuesEntriesHandler(PartyOrgContext db, Caller caller) : IHandler<ListDuesEntries, Page<DuesEntryAnswer>>
{
    public async Task<Result<Page<DuesEntryAnswer>>> Handle(ListDuesEntries request, CancellationToken cancellationToken)
    {
        var (limit, after) = (PageLimit.Of(request.Limit), Cursor.ReadNumber(request.Cursor));
        if (!limit.Succeeded) return limit.Errors[0];
        if (!after.Succeeded) return after.Errors[0];
        if (!await db.Organizations.InScope(caller).AnyAsync(o => o.Id == request.Organization, cancellationToken)) return OrganizationErrors.NotFound;

        var last = after.Value;
        var entries = db.DuesEntries.Where(e => e.OrganizationId == request.Organization && e.Number > last);
        if (request.Member is { } member) entries = entries.Where(e => e.PersonId == member);
        if (request.Month is { } month) entries = entries.Where(e => e.Month == month);
        var rows = await (
            from e in entries
            join p in db.Persons on e.PersonId equals p.Id
            join a in db.Accounts on e.RecordedBy equals a.Id
            orderby e.Number
            select new { Entry = e, p.Name, By = a.DisplayName, IsReversed = db.DuesEntries.Any(r => r.ReversalOf == e.Id) }).Take(limit.Value + 1).AsNoTracking().ToListAsync(cancellationToken);
        return Page<DuesEntryAnswer>.Of(rows, limit.Value, r => DuesEntryAnswer.Of(r.Entry, r.Name, r.By, r.IsReversed), r => Cursor.OfNumber(r.Entry.Number));
    }
}
