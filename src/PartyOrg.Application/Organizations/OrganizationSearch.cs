using PartyOrg.Domain;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;

namespace PartyOrg.Application.Organizations;

/// <summary>Organizations by the beginning of their names or codes.</summary>
internal static class OrganizationSearch
{
    /// <summary>The organizations that are found: each way of reading the text is a range of an indexed column.</summary>
    public static IQueryable<Organization> Found(this IQueryable<Organization> organizations, PartyOrgContext db, NameSearch search)
    {
        var found = search.Beginnings.Select(beginning => ByKey(db, beginning.Key, beginning.Name)).ToList();
        if (search.Initials is { } initials) found.Add(ByInitials(db, initials));
        if (search.Code is { } code) found.Add(ByCode(db, code));
        var ids = found.Aggregate((one, other) => one.Union(other));
        return organizations.Where(o => ids.Contains(o.Id));
    }

    private static IQueryable<Id<Organization>> ByKey(PartyOrgContext db, string key, string? name)
    {
        var (after, afterName) = (key + NameSearch.Last, name + NameSearch.Last);
        var found = db.Organizations.Where(o => string.Compare(o.NameKey, key) >= 0 && string.Compare(o.NameKey, after) < 0);
        if (name is not null) found = found.Where(o => string.Compare(o.Name, name) >= 0 && string.Compare(o.Name, afterName) < 0);
        return found.Select(o => o.Id);
    }

    private static IQueryable<Id<Organization>> ByInitials(PartyOrgContext db, string initials)
    {
        var after = initials + NameSearch.Last;
        return db.Organizations.Where(o => string.Compare(o.NameInitials, initials) >= 0 && string.Compare(o.NameInitials, after) < 0).Select(o => o.Id);
    }

    private static IQueryable<Id<Organization>> ByCode(PartyOrgContext db, string code)
    {
        var after = code + NameSearch.Last;
        return db.Organizations.Where(o => string.Compare(o.Code, code) >= 0 && string.Compare(o.Code, after) < 0).Select(o => o.Id);
    }
}
