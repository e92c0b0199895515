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
        if (search is { Beginnings: [var only], Initials: null }) return Begin(persons, only);

        // A union and not one condition with OR, for which no database uses two indexes while it reads a page in order.
        var found = search.Beginnings.Select(beginning => Begin(db.Persons, beginning).Select(p => p.Id)).Concat(search.Initials is { } initials ? [ByInitials(db, initials)] : []).Aggregate((one, other) => one.Union(other));
        return persons.Where(p => found.Contains(p.Id));
    }

    private static IQueryable<Person> Begin(IQueryable<Person> persons, NameBeginning beginning)
    {
        var (key, after) = (beginning.Key, beginning.Key + NameSearch.Last);
        persons = persons.Where(p => string.Compare(p.NameKey, key) >= 0 && string.Compare(p.NameKey, after) < 0);
        if (beginning.Name is not { } name) return persons;
        var afterName = name + NameSearch.Last;
        return persons.Where(p => string.Compare(p.Name, name) >= 0 && string.Compare(p.Name, afterName) < 0);
    }

    private static IQueryable<Id<Person>> ByInitials(PartyOrgContext db, string initials)
    {
        var after = initials + NameSearch.Last;
        return db.Persons.Where(p => string.Compare(p.NameInitials, initials) >= 0 && string.Compare(p.NameInitials, after) < 0).Select(p => p.Id);
    }
}
