using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Imports;

/// <summary>Dates as they stand in registers: 2024-02-29, 2024/2/29, 2024.2.29, 2024年2月29日, 20240229. The year comes first, always.</summary>
public static partial class CellDate
{
    /// <summary>There is no such day, or it is written in another way.</summary>
    public static Error Malformed { get; } = Error.Invalid("cell-date-malformed",
        "This is not a date. Write year, month and day, for example 2024-02-29.", "日期格式不正确。请填写年、月、日，例如 2024-02-29 或 2024年2月29日。");

    /// <summary>The date, if the text is one; a time of midnight after it is ignored.</summary>
    public static Result<LocalDate> Parse(string text)
    {
        var match = Written().Match(text.Trim());
        if (!match.Success) return Malformed;
        int Part(string name) => int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);
        var (year, month, day) = (Part("year"), Part("month"), Part("day"));
        return year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : Malformed;
    }

    [GeneratedRegex(@"^(?:(?<year>[0-9]{4})(?:(?<sign>[-/.])(?<month>[0-9]{1,2})\k<sign>(?<day>[0-9]{1,2})|\s*年\s*(?<month>[0-9]{1,2})\s*月\s*(?<day>[0-9]{1,2})\s*日|(?<month>[0-9]{2})(?<day>[0-9]{2})))(?:[T ]0{1,2}:00(?::00)?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
