using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using PartyOrg.Domain;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Pipeline;

/// <summary>What a use case answers.</summary>
public abstract record Answer
{
    /// <summary>Remarks of advice rules on the command that was carried out; absent where there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Advice>? Advices { get; set; }
}

/// <summary>An answer that shows one aggregate; its version becomes the ETag.</summary>
public interface IVersioned
{
    /// <summary>Counts the changes; <c>If-Match</c> names it.</summary>
    int Version { get; }
}

/// <summary>An answer that shows, beside its aggregate, what changes without it: the version alone does not tell that the caller has it already, and it is always sent.</summary>
public interface IShowsMore;

/// <summary>One page of a list.</summary>
/// <param name="Items">The items, in the list's order.</param>
/// <param name="Next">The cursor of the next page; none on the last one.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next)
{
    /// <summary>Makes a page out of one row more than its limit.</summary>
    public static Page<T> Of<TRow>(List<TRow> rows, int limit, Func<TRow, T> item, Func<TRow, Cursor> cursor) =>
        new(rows.Take(limit).Select(item).ToList(), rows.Count > limit ? cursor(rows[limit - 1]).ToString() : null);
}

/// <summary>The limits of a page.</summary>
public static class PageLimit
{
    /// <summary>Items where the caller does not say.</summary>
    public const int Default = 50;

    /// <summary>The most items of a page.</summary>
    public const int Most = 200;

    /// <summary>A limit out of its range.</summary>
    public static Error OutOfRange { get; } = Error.Invalid("limit-out-of-range", $"A page holds 1 to {Most} items.", $"每页条数应为 1 至 {Most}。", "/limit");

    /// <summary>The limit, or that it is out of range.</summary>
    public static Result<int> Of(int? limit) => limit is null ? Default : limit is >= 1 and <= Most ? limit.Value : OutOfRange;
}

/// <summary>Where a page ended: the values of the columns by which the list is ordered.</summary>
/// <param name="Values">The columns' values, in order.</param>
public sealed record Cursor(params string[] Values)
{
    /// <summary>Not a cursor that this list gave.</summary>
    public static Error Malformed { get; } = Error.Invalid("cursor-malformed",
        "This is not a cursor that the list gave. Leave it out to begin from the start.", "游标无效。请去掉 cursor 参数，从头读取。", "/cursor");

    /// <summary>Reads a cursor with this many values; none stays none.</summary>
    public static Result<Cursor?> Read(string? text, int count)
    {
        if (text is null) return (Cursor?)null;
        try
        {
            var values = JsonSerializer.Deserialize<string[]>(Base64Url.DecodeFromChars(text));
            return values?.Length == count && values.All(v => v is not null) ? new Cursor(values) : Malformed;
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            return Malformed;
        }
    }

    /// <summary>The cursor of a list that is ordered by an instant, then by id.</summary>
    public static Cursor OfMoment<T>(Instant at, Id<T> id) => new(at.ToUnixTimeTicks().ToString(CultureInfo.InvariantCulture), id.ToString());

    /// <summary>Reads a cursor of a list that is ordered by an instant, then by id; none stays none.</summary>
    public static Result<(Instant At, Id<T> Id)?> ReadMoment<T>(string? text)
    {
        var cursor = Read(text, 2);
        if (!cursor.Succeeded) return cursor.Errors[0];
        if (cursor.Value is not { Values: [var ticks, var id] }) return ((Instant, Id<T>)?)null;
        return long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && Id<T>.TryParse(id, null, out var parsed)
            ? (Instant.FromUnixTimeTicks(at), parsed)
            : Malformed;
    }

    /// <summary>The cursor of a list that is ordered by a civil date, then by id.</summary>
    public static Cursor OfDay<T>(LocalDate day, Id<T> id) => new(LocalDatePattern.Iso.Format(day), id.ToString());

    /// <summary>Reads a cursor of a list that is ordered by a civil date, then by id; none stays none.</summary>
    public static Result<(LocalDate Day, Id<T> Id)?> ReadDay<T>(string? text)
    {
        var cursor = Read(text, 2);
        if (!cursor.Succeeded) return cursor.Errors[0];
        if (cursor.Value is not { Values: [var day, var id] }) return ((LocalDate, Id<T>)?)null;
        return LocalDatePattern.Iso.Parse(day) is { Success: true, Value: var on } && Id<T>.TryParse(id, null, out var parsed) ? (on, parsed) : Malformed;
    }

    /// <summary>The cursor of a list that is ordered by a year, then by id.</summary>
    public static Cursor OfYear<T>(int year, Id<T> id) => new(year.ToString(CultureInfo.InvariantCulture), id.ToString());

    /// <summary>Reads a cursor of a list that is ordered by a year, then by id; none stays none.</summary>
    public static Result<(int Year, Id<T> Id)?> ReadYear<T>(string? text)
    {
        var cursor = Read(text, 2);
        if (!cursor.Succeeded) return cursor.Errors[0];
        if (cursor.Value is not { Values: [var year, var id] }) return ((int, Id<T>)?)null;
        return int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var on) && Id<T>.TryParse(id, null, out var parsed) ? (on, parsed) : Malformed;
    }

    /// <summary>The cursor of a list that is numbered from 1.</summary>
    public static Cursor OfNumber(int number) => new(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>Reads a cursor of a list that is numbered from 1; none is 0.</summary>
    public static Result<int> ReadNumber(string? text)
    {
        var cursor = Read(text, 1);
        if (!cursor.Succeeded) return cursor.Errors[0];
        return cursor.Value is null ? 0 : int.TryParse(cursor.Value.Values[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Malformed;
    }

    /// <summary>The cursor as it is handed out.</summary>
    public override string ToString() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(Values));
}
