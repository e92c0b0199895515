using System.Linq.Expressions;
using PartyOrg.Domain;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Units;

namespace PartyOrg.Application.Units;

/// <summary>Units and carriers by the beginning of their names or codes: each way of reading the text is a range of an indexed column.</summary>
internal static class UnitSearch
{
    /// <summary>The units that are found.</summary>
    public static IQueryable<Unit> Found(this IQueryable<Unit> units, PartyOrgContext db, NameSearch search)
    {
        var ids = db.Units.Named(search, u => u.NameKey, u => u.Name, u => u.NameInitials).Select(u => u.Id);
        if (search.Code is { } code) ids = ids.Union(db.Units.Begins(u => u.CreditCode, code).Select(u => u.Id));
        return units.Where(u => ids.Contains(u.Id));
    }

    /// <summary>The carriers that are found.</summary>
    public static IQueryable<Carrier> Found(this IQueryable<Carrier> carriers, PartyOrgContext db, NameSearch search)
    {
        var ids = db.Carriers.Named(search, c => c.NameKey, c => c.Name, c => c.NameInitials).Select(c => c.Id);
        return carriers.Where(c => ids.Contains(c.Id));
    }

    private static IQueryable<T> Named<T>(this IQueryable<T> all, NameSearch search, Expression<Func<T, string?>> key, Expression<Func<T, string?>> name, Expression<Func<T, string?>> initials)
    {
        var found = search.Beginnings.Select(b => b.Name is { } begin ? all.Begins(key, b.Key).Begins(name, begin) : all.Begins(key, b.Key)).ToList();
        if (search.Initials is { } letters) found.Add(all.Begins(initials, letters));
        return found.Aggregate((one, other) => one.Union(other));
    }

    private static IQueryable<T> Begins<T>(this IQueryable<T> rows, Expression<Func<T, string?>> column, string begin)
    {
        var after = begin + NameSearch.Last;
        Expression Compare(Expression<Func<string>> value) => Expression.Call(typeof(string), nameof(string.Compare), null, column.Body, value.Body);
        var range = Expression.AndAlso(Expression.GreaterThanOrEqual(Compare(() => begin), Expression.Constant(0)), Expression.LessThan(Compare(() => after), Expression.Constant(0)));
        return rows.Where(Expression.Lambda<Func<T, bool>>(range, column.Parameters));
    }
}
