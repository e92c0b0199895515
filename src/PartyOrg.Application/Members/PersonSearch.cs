using PartyOrg.Domain;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Names;

namespace PartyOrg.Application.Members;

/// <summary>Persons by the beginning of their names.</summary>
internal static class PersonSearch
{
    /// <summary>The persons who are found: each way of reading the text is a range of an indexed column.</summary>
    public static IQueryable<Person> Found(this IQueryable<Person> persons, PartyOrgContext db, NameSearch search)
    {
        if (search is { Keys: [var only], Initials: null })
        {
            var after = only + NameSearch.Last;
            persons = persons.Where(p => string.Compare(p.NameKey, only) >= 0 && string.Compare(p.NameKey, after) < 0);
            if (search.Name is not { } name) return persons;
            var afterName = name + NameSearch.Last;
            return persons.Where(p => string.Compare(p.Name, name) >= 0 && string.Compare(p.Name, afterName) < 0);
        }

        // A union and not one condition with OR, for which no database uses two indexes while it reads a page in order.
        var found = search.Keys.Select(key => ByKey(db, key)).Concat(search.Initials is { } initials ? [ByInitials(db, initials)] : []).Aggregate((one, other) => one.Union(other));
        return persons.Where(p => found.Contains(p.Id));
    }

    private static IQueryable<Id<Person>> ByKey(PartyOrgContext db, string key)
    {
        var after = key + NameSearch.Last;
        return db.Persons.Where(p => string.Compare(p.NameKey, key) >= 0 && string.Compare(p.NameKey, after) < 0).Select(p => p.Id);
    }

    private static IQueryable<Id<Person>> ByInitials(PartyOrgContext db, string initials)
    {
        var after = initials + NameSearch.Last;
        return db.Persons.Where(p => string.Compare(p.NameInitials, initials) >= 0 && string.Compare(p.NameInitials, after) < 0).Select(p => p.Id);
    }
}
