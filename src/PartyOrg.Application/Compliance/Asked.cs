using NodaTime;
using PartyOrg.Application.RuleBooks;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.RuleBooks;

namespace PartyOrg.Application.Compliance;

/// <summary>Which periods, as of which date: what every question about duties has in common.</summary>
internal static class Asked
{
    /// <summary>The most years that one question covers.</summary>
    public const int MostYears = 10;

    private static readonly Error TooLong = Error.Invalid("range-too-long", $"One question covers at most {MostYears} years. Ask for a shorter range.", $"一次最多查询 {MostYears} 年。请缩短期间。", "/from");

    /// <summary>The days asked for: one end alone is a period by itself; the calendar year of the asked date where nothing is said.</summary>
    public static Result<DayRange> Days(string? from, string? to, LocalDate asOf)
    {
        var year = asOf.Year.ToString("0000", System.Globalization.CultureInfo.InvariantCulture);
        var range = DutyPeriod.ParseRange(from ?? to ?? year, to ?? from ?? year);
        if (!range.Succeeded) return Result<DayRange>.Failure([.. range.Errors.DistinctBy(e => e.Message)]);
        return range.Value.From.PlusYears(MostYears) <= range.Value.To ? TooLong : range;
    }

    /// <summary>The days whose evidence can matter to one of the rules: none is after the asked date.</summary>
    public static (LocalDate From, LocalDate To) Evidence(RuleCatalog catalog, IReadOnlyList<Rule> rules, LocalDate from, LocalDate to, LocalDate asOf)
    {
        var (first, last) = (from, from);
        foreach (var rule in rules.SelectMany(catalog.FormsOf))
        {
            if (rule.EvidenceDays(from, to) is not { } days) continue;
            (first, last) = (LocalDate.Min(first, days.From), LocalDate.Max(last, days.To ?? asOf));
        }

        return (first, LocalDate.Min(last, asOf));
    }

    /// <summary>The judged rules asked for: one, or all of them.</summary>
    public static Result<IReadOnlyList<Rule>> Rules(RuleCatalog catalog, string? rule)
    {
        if (rule is null) return Result<IReadOnlyList<Rule>>.Success(catalog.Judged);
        return catalog.TryFindRule(rule, out var found) ? Result<IReadOnlyList<Rule>>.Success([found]) : RuleBookErrors.RuleNotFound(rule).At("/rule");
    }
}
