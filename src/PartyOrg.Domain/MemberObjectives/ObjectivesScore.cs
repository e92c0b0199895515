using System.Globalization;
using NodaTime;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.DemocraticAppraisal;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.RuleBooks;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;

namespace PartyOrg.Domain.MemberObjectives;

/// <summary>An objective and the most points that it gives (TWS-5.4).</summary>
/// <param name="Area">One of the five areas (TWS-5.1).</param>
/// <param name="Text">What is to be reached, 1 to 500 characters.</param>
/// <param name="Points">The most points: above 0, at most 100, at most one decimal.</param>
public sealed record ObjectiveItem(ObjectiveArea Area, string Text, decimal Points)
{
    /// <summary>The longest text, in characters.</summary>
    public const int TextLength = 500;

    /// <summary>The most objectives of a member in a year.</summary>
    public const int Most = 40;

    /// <summary>What all of a member's objectives give together (TWS-5.4).</summary>
    public const decimal All = 100m;

    /// <summary>Every value of a list of objectives that cannot be kept, with its pointer inside the list.</summary>
    public static IEnumerable<Error> FaultsIn(IReadOnlyList<ObjectiveItem> items)
    {
        if (items.Count is 0 or > Most) yield return ObjectivesErrors.ItemsOutOfRange;
        foreach (var (i, item) in items.Index())
        {
            if (Names.FreeText.FaultIn(item.Text, TextLength) is { } fault) yield return fault.At($"/{i}/text");
            if (item.Points is <= 0 or > All || !HasOnePlace(item.Points)) yield return ObjectivesErrors.PointsMalformed.At($"/{i}/points");
        }
    }

    /// <summary>Why the objectives cannot stand together: points that do not sum to 100, or attendance that would be computed twice (TWS-5.4).</summary>
    public static Error? FaultOf(IReadOnlyList<ObjectiveItem> items)
    {
        if (items.Sum(i => i.Points) is var sum && sum != All) return ObjectivesErrors.SumIsNot100(sum);
        return items.Count(i => i.Area == ObjectiveArea.Attendance) > 1 ? ObjectivesErrors.AttendanceTwice : null;
    }

    /// <summary>The areas that are left out: objectives cover all five (TWS-5.1).</summary>
    public static IEnumerable<Advice> Omissions(IReadOnlyList<ObjectiveItem> items) => Enum.GetValues<ObjectiveArea>().Except(items.Select(i => i.Area)).Select(ObjectivesErrors.AreaLeftOut);

    /// <summary>Whether the number has at most one decimal.</summary>
    public static bool HasOnePlace(decimal number) => decimal.Round(number, 1) == number;
}

/// <summary>The numbers of TWS-5.4 and TWS-5.5 that govern a year.</summary>
public sealed class ObjectivesTerms
{
    private readonly RuleVersion score;
    private readonly RuleVersion steps;

    /// <summary>The numbers in force on the year's first day, as they stand for the organization.</summary>
    public ObjectivesTerms(LocalRules rules, int year) => (score, steps) = (rules.On("TWS-5.4", new(year, 1, 1)), rules.On("TWS-5.5", new(year, 1, 1)));

    /// <summary>The general evaluation's share, out of this and the democratic evaluation's.</summary>
    public decimal GeneralShare => score.Number("generalShare");

    /// <summary>The democratic evaluation's share.</summary>
    public decimal DemocraticShare => score.Number("democraticShare");

    /// <summary>For how many working days a result is public.</summary>
    public int PublicWorkingDays => steps.Whole("publicWorkingDays");

    /// <summary>What a ballot with this rating is worth.</summary>
    public decimal PointsOf(MemberGrade rating) => score.Number($"{char.ToLowerInvariant(rating.ToString()[0])}{rating.ToString()[1..]}Points");

    /// <summary>The grade of a mark: a grade begins with its own threshold, itself included, and ends before the next higher one's.</summary>
    public MemberGrade GradeOf(decimal mark) =>
        mark >= steps.Number("excellentFrom") ? MemberGrade.Excellent
        : mark >= steps.Number("qualifiedFrom") ? MemberGrade.Qualified
        : mark >= steps.Number("basicallyQualifiedFrom") ? MemberGrade.BasicallyQualified
        : MemberGrade.Unqualified;
}

/// <summary>A mark that was given for an objective.</summary>
/// <param name="Number">The objective's number, from 1.</param>
/// <param name="Mark">From 0 to its points, at most one decimal.</param>
public sealed record ObjectiveMark(int Number, decimal Mark);

/// <summary>A mark for attendance that takes the computed one's place.</summary>
/// <param name="Mark">From 0 to the points of the objective, at most one decimal.</param>
/// <param name="Reason">Why, 1 to 500 characters.</param>
public sealed record AttendanceOverride(decimal Mark, string Reason)
{
    /// <summary>The longest reason, in characters.</summary>
    public const int ReasonLength = 500;
}

/// <summary>What came out for a member, with every line of how (TWS-5.4).</summary>
/// <param name="General">The marks together: 0 to 100, one decimal.</param>
/// <param name="Democratic">The democratic evaluation: 0 to 100; none where the ballots were too few to be broken down.</param>
/// <param name="Combined">Both by their shares, to two decimals, half up; it decides the grade.</param>
/// <param name="Lines">How it came about, line by line.</param>
public sealed record ObjectivesResult(decimal General, decimal? Democratic, decimal Combined, IReadOnlyList<Text> Lines);

/// <summary>Computes marks exactly (TWS-5.4). Nothing here is typed in but the marks themselves.</summary>
public static class ObjectivesScore
{
    /// <summary>The mark for attendance: points × rate (TWS-3.5b), to one decimal, half up; none where there is nothing to make a rate of.</summary>
    public static decimal? AttendanceMark(decimal points, AttendanceRate rate) =>
        rate.Denominator == 0 ? null : decimal.Round(points * rate.Numerator / rate.Denominator, 1, MidpointRounding.AwayFromZero);

    /// <summary>The mark of an objective; none while it is missing, which is not zero.</summary>
    public static decimal? MarkOf(int number, ObjectiveItem item, IReadOnlyList<ObjectiveMark> marks, AttendanceOverride? instead, AttendanceRate rate) =>
        item.Area == ObjectiveArea.Attendance ? instead?.Mark ?? AttendanceMark(item.Points, rate) : marks.FirstOrDefault(m => m.Number == number)?.Mark;

    /// <summary>The sum of all marks; none until every one is there.</summary>
    public static decimal? Total(IReadOnlyList<ObjectiveItem> items, IReadOnlyList<ObjectiveMark> marks, AttendanceOverride? instead, AttendanceRate rate)
    {
        var all = items.Select((item, i) => MarkOf(i + 1, item, marks, instead, rate)).ToList();
        return all.Contains(null) ? null : all.Sum();
    }

    /// <summary>What the ballots are worth on average: 0 to 100; none where they are not broken down (TWS-7.4).</summary>
    public static decimal? Democratic(BallotResult ballots, ObjectivesTerms terms) =>
        ballots.Counts is null ? null : ballots.Counts.Sum(c => c.Value * terms.PointsOf(c.Key)) / ballots.Ballots;

    /// <summary>Both evaluations by their shares, to two decimals, half up; the general one alone where the democratic one is not broken down.</summary>
    public static decimal Combined(decimal general, decimal? democratic, ObjectivesTerms terms) => democratic is not { } votes
        ? general
        : decimal.Round((general * terms.GeneralShare + votes * terms.DemocraticShare) / (terms.GeneralShare + terms.DemocraticShare), 2, MidpointRounding.AwayFromZero);

    /// <summary>Everything together; none while a mark is missing.</summary>
    public static ObjectivesResult? Result(
        IReadOnlyList<ObjectiveItem> items, IReadOnlyList<ObjectiveMark> marks, AttendanceOverride? instead, AttendanceRate rate, BallotResult ballots, ObjectivesTerms terms)
    {
        if (Total(items, marks, instead, rate) is not { } general) return null;
        var democratic = Democratic(ballots, terms);
        var combined = Combined(general, democratic, terms);
        return new(general, democratic is { } exact ? decimal.Round(exact, 2, MidpointRounding.AwayFromZero) : null, combined, [.. Lines(items, marks, instead, rate), .. Sums(general, ballots, democratic, combined, terms)]);
    }

    /// <summary>How each mark came about, missing ones included.</summary>
    public static IEnumerable<Text> Lines(IReadOnlyList<ObjectiveItem> items, IReadOnlyList<ObjectiveMark> marks, AttendanceOverride? instead, AttendanceRate rate)
    {
        foreach (var (i, item) in items.Index())
        {
            var (number, of, area) = (i + 1, F(item.Points), ObjectivesLabels.Areas[item.Area].Label);
            yield return (item.Area, MarkOf(number, item, marks, instead, rate)) switch
            {
                (ObjectiveArea.Attendance, _) when instead is not null => new(
                    $"{number}. {area.En}: {F(instead.Mark)} of {of}, set by the committee: {instead.Reason}", $"{number}. {area.Zh}：{F(instead.Mark)}／{of}，由支委会确定：{instead.Reason}"),
                (ObjectiveArea.Attendance, { } mark) => new(
                    $"{number}. {area.En}: {of} × {rate.Numerator} / {rate.Denominator} = {F(mark)}, to one decimal.", $"{number}. {area.Zh}：{of} × {rate.Numerator} ÷ {rate.Denominator} = {F(mark)}（保留一位小数）。"),
                (ObjectiveArea.Attendance, null) => new(
                    $"{number}. {area.En}: no mark, since there is nothing to make a rate of.", $"{number}. {area.Zh}：无可计算的出勤率，暂无得分。"),
                (_, { } mark) => new($"{number}. {area.En}: {F(mark)} of {of}.", $"{number}. {area.Zh}：{F(mark)}／{of}。"),
                _ => new($"{number}. {area.En}: no mark yet, which is not zero.", $"{number}. {area.Zh}：尚未评分（不计为零分）。"),
            };
        }
    }

    private static IEnumerable<Text> Sums(decimal general, BallotResult ballots, decimal? democratic, decimal combined, ObjectivesTerms terms)
    {
        yield return new($"General evaluation: {F(general)} of 100.", $"年终总评：{F(general)}／100。");
        if (democratic is not { } votes)
        {
            yield return new(
                $"Democratic evaluation: {ballots.Ballots} ballots, too few to be broken down (TWS-7.4); the general evaluation stands alone.", $"民主测评：{ballots.Ballots} 票，票数过少，不公布明细（TWS-7.4），以年终总评为准。");
            yield break;
        }

        var counted = string.Join(" + ", ballots.Counts!.Where(c => c.Value > 0).Select(c => $"{c.Value} × {F(terms.PointsOf(c.Key))}"));
        yield return new($"Democratic evaluation: ({counted}) / {ballots.Ballots} = {Two(votes)}.", $"民主测评：（{counted}）÷ {ballots.Ballots} = {Two(votes)}。");
        var (g, d) = (F(terms.GeneralShare), F(terms.DemocraticShare));
        yield return new($"Combined: ({F(general)} × {g} + {Two(votes)} × {d}) / {F(terms.GeneralShare + terms.DemocraticShare)} = {Two(combined)}.", $"综合得分：（{F(general)} × {g} + {Two(votes)} × {d}）÷ {F(terms.GeneralShare + terms.DemocraticShare)} = {Two(combined)}。");
    }

    private static string F(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Two(decimal number) => decimal.Round(number, 2, MidpointRounding.AwayFromZero).ToString("0.00", CultureInfo.InvariantCulture);
}
