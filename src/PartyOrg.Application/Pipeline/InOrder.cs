using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using PartyOrg.Domain;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Pipeline;

/// <summary>Where a page of a list begins that stands in the order of a text: the key by which names sort, a place in the tree, a user name.</summary>
/// <param name="Limit">How many items the page has at most.</param>
/// <param name="Last">The text at which the page before ended; none on the first one.</param>
internal sealed record PageInOrder(int Limit, string? Last)
{
    /// <summary>Reads what the caller sent as limit and cursor.</summary>
    public static Result<PageInOrder> Read(int? limit, string? cursor)
    {
        var (most, end) = (PageLimit.Of(limit), Cursor.Read(cursor, 1));
        if (!most.Succeeded) return most.Errors[0];
        return end.Succeeded ? new PageInOrder(most.Value, end.Value?.Values[0]) : end.Errors[0];
    }

    /// <summary>The page's rows and one more, by a text that no two rows share.</summary>
    public IQueryable<TRow> Of<TRow>(IQueryable<TRow> rows, Expression<Func<TRow, string>> by)
    {
        if (Last is { } last) rows = rows.Where(Wanted.Of<TRow, string>(key => string.Compare(key, last) > 0, by));
        return rows.OrderBy(by).Take(Limit + 1);
    }

    /// <summary>The page.</summary>
    public Page<T> Show<TRow, T>(List<TRow> rows, Func<TRow, T> item, Func<TRow, string> by) => Page<T>.Of(rows, Limit, item, r => new(by(r)));
}

/// <summary>The same of a text that rows may share: of two with the same one, the one with the smaller id comes first.</summary>
/// <param name="Limit">How many items the page has at most.</param>
/// <param name="Last">The text and the id at which the page before ended; none on the first one.</param>
internal sealed record PageInOrder<TId>(int Limit, (string Key, Id<TId> Id)? Last)
{
    /// <summary>Reads what the caller sent as limit and cursor.</summary>
    public static Result<PageInOrder<TId>> Read(int? limit, string? cursor)
    {
        var (most, end) = (PageLimit.Of(limit), Cursor.Read(cursor, 2));
        if (!most.Succeeded) return most.Errors[0];
        if (!end.Succeeded) return end.Errors[0];
        if (end.Value is not { Values: [var key, var id] }) return new PageInOrder<TId>(most.Value, null);
        return Id<TId>.TryParse(id, null, out var parsed) ? new PageInOrder<TId>(most.Value, (key, parsed)) : Cursor.Malformed;
    }

    /// <summary>The page's rows and one more.</summary>
    public IQueryable<TRow> Of<TRow>(IQueryable<TRow> rows, Expression<Func<TRow, string>> by, Expression<Func<TRow, Id<TId>>> id)
    {
        if (Last is var (last, lastId)) rows = rows.Where(Wanted.Of<TRow, string, Id<TId>>((key, at) => string.Compare(key, last) > 0 || (key == last && at > lastId), by, id));
        return rows.OrderBy(by).ThenBy(id).Take(Limit + 1);
    }

    /// <summary>The page.</summary>
    public Page<T> Show<TRow, T>(List<TRow> rows, Func<TRow, T> item, Func<TRow, (string Key, Id<TId> Id)> end) => Page<T>.Of(rows, Limit, item, r => Ended(end(r)));

    private static Cursor Ended((string Key, Id<TId> Id) at) => new(at.Key, at.Id.ToString());
}

/// <summary>What is asked of a value, asked of the row that has it.</summary>
internal static class Wanted
{
    /// <summary>What is asked of one value.</summary>
    public static Expression<Func<TRow, bool>> Of<TRow, TKey>(Expression<Func<TKey, bool>> asked, Expression<Func<TRow, TKey>> key) =>
        Expression.Lambda<Func<TRow, bool>>(new ReplacingExpressionVisitor(asked.Parameters, [key.Body]).Visit(asked.Body), key.Parameters);

    /// <summary>What is asked of two values.</summary>
    public static Expression<Func<TRow, bool>> Of<TRow, TKey, TOther>(Expression<Func<TKey, TOther, bool>> asked, Expression<Func<TRow, TKey>> key, Expression<Func<TRow, TOther>> other)
    {
        var row = key.Parameters[0];
        var sameRow = ReplacingExpressionVisitor.Replace(other.Parameters[0], row, other.Body);
        return Expression.Lambda<Func<TRow, bool>>(new ReplacingExpressionVisitor(asked.Parameters, [key.Body, sameRow]).Visit(asked.Body), row);
    }
}
