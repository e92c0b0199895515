using NodaTime;
using NodaTime.Text;
using PartyOrg.Domain;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Pipeline;

/// <summary>The cursor of a list that is ordered by a civil date, then by id.</summary>
public static class DayCursor
{
    /// <summary>Where a page ended.</summary>
    public static Cursor Of<T>(LocalDate day, Id<T> id) => new(LocalDatePattern.Iso.Format(day), id.ToString());

    /// <summary>Reads it; none stays none.</summary>
    public static Result<(LocalDate Day, Id<T> Id)?> Read<T>(string? text)
    {
        var cursor = Cursor.Read(text, 2);
        if (!cursor.Succeeded) return cursor.Errors[0];
        if (cursor.Value is not { Values: [var day, var id] }) return ((LocalDate, Id<T>)?)null;
        var parsed = LocalDatePattern.Iso.Parse(day);
        return parsed.Success && Id<T>.TryParse(id, null, out var last) ? (parsed.Value, last) : Cursor.Malformed;
    }
}
