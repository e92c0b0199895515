using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Domain;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Pipeline;

/// <summary>Pages of lists whose newest rows come first; of two equally new ones, the one with the greater id.</summary>
internal static class NewestFirst
{
    /// <summary>A page of rows that have a civil date.</summary>
    /// <param name="rows">What the list has.</param>
    /// <param name="limit">What the caller asked for as limit.</param>
    /// <param name="cursor">What the caller sent as cursor.</param>
    /// <param name="by">The date.</param>
    /// <param name="id">The id.</param>
    /// <param name="item">How a row is shown.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static Task<Result<Page<T>>> PageByDay<TRow, TId, T>(
        this IQueryable<TRow> rows, int? limit, string? cursor, Expression<Func<TRow, LocalDate>> by, Expression<Func<TRow, Id<TId>>> id, Func<TRow, T> item, CancellationToken cancellation) where TRow : class =>
        rows.Page(limit, Cursor.ReadDay<TId>(cursor), (end, last) => (on, at) => on < end || (on == end && at < last), Cursor.OfDay, by, id, item, cancellation);

    /// <summary>The same of rows that have an instant.</summary>
    public static Task<Result<Page<T>>> PageByMoment<TRow, TId, T>(
        this IQueryable<TRow> rows, int? limit, string? cursor, Expression<Func<TRow, Instant>> by, Expression<Func<TRow, Id<TId>>> id, Func<TRow, T> item, CancellationToken cancellation) where TRow : class =>
        rows.Page(limit, Cursor.ReadMoment<TId>(cursor), (end, last) => (on, at) => on < end || (on == end && at < last), Cursor.OfMoment, by, id, item, cancellation);

    /// <summary>The same of rows that have a year.</summary>
    public static Task<Result<Page<T>>> PageByYear<TRow, TId, T>(
        this IQueryable<TRow> rows, int? limit, string? cursor, Expression<Func<TRow, int>> by, Expression<Func<TRow, Id<TId>>> id, Func<TRow, T> item, CancellationToken cancellation) where TRow : class =>
        rows.Page(limit, Cursor.ReadYear<TId>(cursor), (end, last) => (on, at) => on < end || (on == end && at < last), Cursor.OfYear, by, id, item, cancellation);

    private static async Task<Result<Page<T>>> Page<TRow, TKey, TId, T>(
        this IQueryable<TRow> rows, int? limit, Result<(TKey Key, Id<TId> Id)?> cursor, Func<TKey, Id<TId>, Expression<Func<TKey, Id<TId>, bool>>> beyond, Func<TKey, Id<TId>, Cursor> end,
        Expression<Func<TRow, TKey>> by, Expression<Func<TRow, Id<TId>>> id, Func<TRow, T> item, CancellationToken cancellation)
        where TRow : class
        where TKey : struct
    {
        var most = PageLimit.Of(limit);
        if (!most.Succeeded) return most.Errors[0];
        if (!cursor.Succeeded) return cursor.Errors[0];
        if (cursor.Value is var (key, last)) rows = rows.Where(Wanted.Of(beyond(key, last), by, id));
        var found = await rows.OrderByDescending(by).ThenByDescending(id).Take(most.Value + 1).AsNoTracking().ToListAsync(cancellation);
        return Page<T>.Of(found, most.Value, item, r => end(by.Compile(preferInterpretation: true)(r), id.Compile(preferInterpretation: true)(r)));
    }
}
