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

    /// <summary>The evidence that can matter to one of the rules: none is after the asked date.</summary>
    public static EvidenceAsked Evidence(RuleCatalog catalog, IReadOnlyList<Rule> rules, LocalDate from, LocalDate to, LocalDate asOf)
    {
        var (first, last, throughout) = (from, from, new SortedSet<string>(StringComparer.Ordinal));
        foreach (var rule in rules.SelectMany(catalog.FormsOf))
        {
            throughout.UnionWith(rule.Throughout);
            if (rule.EvidenceDays(from, to) is not { } days) continue;
            (first, last) = (LocalDate.Min(first, days.From), LocalDate.Max(last, days.To!.Value));
        }

        return new(first, LocalDate.Min(last, asOf), from.PlusYears(-1), to, [.. throughout]);
    }

    /// <summary>The judged rules asked for: one (<c>TWS-3.3</c>), those of an article (<c>TWS-3</c>) or of a book (<c>TWS</c>), or all of them.</summary>
    public static Result<IReadOnlyList<Rule>> Rules(RuleCatalog catalog, string? rule)
    {
        if (rule is null) return Result<IReadOnlyList<Rule>>.Success(catalog.Judged);
        List<Rule> found = catalog.TryFindRule(rule, out var one) ? [one] : [.. catalog.Judged.Where(r => r.Citation.IsOf(rule))];
        return found.Count == 0 ? RuleBookErrors.RuleNotFound(rule).At("/rule") : Result<IReadOnlyList<Rule>>.Success(found);
    }
}

/// <summary>The evidence that can matter to a question.</summary>
/// <param name="From">The first day on which it can have occurred.</param>
/// <param name="To">The last day on which it can have occurred.</param>
/// <param name="ForFrom">Of kinds that name what a piece is for, the first day that it can be for.</param>
/// <param name="ForTo">The last day that it can be for.</param>
/// <param name="Throughout">The kinds that matter whenever they occurred: what is open now may have begun years ago.</param>
internal sealed record EvidenceAsked(LocalDate From, LocalDate To, LocalDate ForFrom, LocalDate ForTo, string[] Throughout)
{
    /// <summary>Two questions for the same are equal.</summary>
    public bool Equals(EvidenceAsked? other) =>
        other is not null && (From, To, ForFrom, ForTo) == (other.From, other.To, other.ForFrom, other.ForTo) && Throughout.AsSpan().SequenceEqual(other.Throughout);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(From, To, ForFrom, ForTo, Throughout.Length);
}
