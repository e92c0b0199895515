using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.Units;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Units;

namespace PartyOrg.Application.Members;

/// <summary>Lists the members of the caller's scope by name (pinyin), numbers masked.</summary>
/// <param name="Organization">Only those who belong today to this organization or one below it.</param>
/// <param name="Name">Only names that begin like this.</param>
/// <param name="Search">Only names that begin like this in Chinese (王伟), in pinyin (wang wei, wangw) or by their initials (ww), 1 to 50 characters.</param>
/// <param name="Unit">Only those who work in this unit today; a unit that the caller sees.</param>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(Role.Readers)]
public sealed record ListMembers(Id<Organization>? Organization, string? Name, string? Search, Id<Unit>? Unit, int? Limit, string? Cursor) : IQuery<Page<MemberAnswer>>, IProvesRights;

internal sealed class ListMembersHandler(PartyOrgContext db, Caller caller) : IHandler<ListMembers, Page<MemberAnswer>>
{
    public async Task<Result<Page<MemberAnswer>>> Handle(ListMembers request, CancellationToken cancellationToken)
    {
        var page = PageInOrder<Person>.Read(request.Limit, request.Cursor);
        if (!page.Succeeded) return page.Errors[0];

        if (request is { Organization: null, Search: null, Unit: null, Name: { Length: > 0 } beginning } && caller.ReachOfPersons is [var reach])
        {
            // The first page begins where the names do: SQLite searches the index from the cursor on.
            var key = PinyinKey.PrefixOf(beginning);
            return Shown(page.Value, await db.MembersNamed(
                caller, reach, (key, key + NameSearch.Last), (beginning, beginning + NameSearch.Last), page.Value.Last ?? (key, default), page.Value.Limit + 1, cancellationToken));
        }

        var persons = db.Persons.InScope(caller, db);
        if (request.Organization is { } organization)
        {
            var top = await db.Organizations.InScope(caller).Where(o => o.Id == organization).Select(o => o.Path).SingleOrDefaultAsync(cancellationToken);
            if (top is null) return OrganizationErrors.NotFound.At("/organization");
            var (below, today) = (db.Organizations.AtOrBelow(top), caller.Today);
            persons = persons.Where(p => db.Affiliations.Any(a =>
                a.PersonId == p.Id && a.VoidedAt == null && a.From <= today && (a.To == null || a.To >= today) && below.Any(o => o.Id == a.OrganizationId)));
        }

        if (request.Unit is { } unit)
        {
            if (!await db.Units.InSight(caller, db).AnyAsync(u => u.Id == unit, cancellationToken)) return UnitErrors.NotFound.At("/unit");
            var workplaces = db.WorkplacesOn(caller.Today);
            persons = persons.Where(p => workplaces.Any(w => w.PersonId == p.Id && w.UnitId == unit));
        }

        if (request.Name is { Length: > 0 } name)
        {
            // The range of the sort key keeps the index in use; the name itself decides among the same sounds.
            var (key, after, before) = (PinyinKey.PrefixOf(name), PinyinKey.PrefixOf(name) + NameSearch.Last, name + NameSearch.Last);
            persons = persons.Where(p => string.Compare(p.NameKey, key) >= 0 && string.Compare(p.NameKey, after) < 0 && string.Compare(p.Name, name) >= 0 && string.Compare(p.Name, before) < 0);
        }

        if (request.Search is { } text)
        {
            var search = NameSearch.OfPerson(text);
            if (!search.Succeeded) return search.Errors[0];
            persons = persons.Found(db, search.Value);
        }

        return Shown(page.Value, await page.Value.Of(persons, p => p.NameKey, p => p.Id).MemberRows(db, caller, cancellationToken));
    }

    private Page<MemberAnswer> Shown(PageInOrder<Person> page, List<MemberRow> rows) => page.Show(
        rows.GroupBy(r => r.Id).Select(r => r.ToList()).ToList(), r => MemberProjection.Of(r, caller.Today), r => (r[0].NameKey, r[0].Id));
}
