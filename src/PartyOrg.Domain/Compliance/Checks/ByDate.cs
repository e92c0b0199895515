using NodaTime;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Compliance.Checks;

/// <summary>
/// At least so many pieces of evidence of one kind by a day of every calendar period: the plan of every year by January 31, that of every
/// quarter by the 15th. Work after that day is met late until the next period's work begins to count. Work before the period's first day
/// counts when the rule says so, from so many days ahead; it then counts for this period and no longer as late work for the one before.
/// </summary>
public sealed class ByDate : CountingCheck
{
    private readonly PeriodLength every;
    private readonly DayOfPeriod by;
    private readonly int ahead;

    private ByDate(ParameterValues values) : base(Shape, values)
    {
        every = values.Enum<PeriodLength>("every");
        by = values.DayOfPeriod("by");
        Early = values.Enum<EarlyWork>("early");
        ahead = values.IntegerOr("earlyDays", 0);
    }

    /// <summary>The shape's declaration.</summary>
    public static new CheckShape Shape { get; } = new(
        "byDate",
        new("At least so many pieces of evidence of one kind by a day of every calendar period.", "每个周期在规定日期前至少有若干条某类工作记录。"),
        [
            CheckParameter.Of,
            CheckParameter.While,
            CountedKind,
            HowMany,
            CheckParameter.Every,
            CheckParameter.DayOfPeriod("by", Stricter.WhenLower, new("The last day in time: month of the period and day of that month.", "截止日期：周期内的第几个月及该月的日期。")),
            CheckParameter.EnumWord<EarlyWork>("early", Stricter.WhenEarlierInTheList, new("What work before the period's first day is worth.", "周期首日之前完成的工作是否计入。")),
            CheckParameter.OptionalInteger("earlyDays", 1, 366, Stricter.Never, new("From how many days before the period's first day work counts for it.", "周期首日前多少天内完成的工作可计入。")),
        ],
        values => new ByDate(values),
        FaultOf)
    {
        CountsWhatIsNamed = true,
    };

    /// <inheritdoc/>
    protected override EarlyWork Early { get; }

    /// <inheritdoc/>
    public override IEnumerable<DutyPeriod> Periods(DayRange days) => every.PeriodsIn(days);

    /// <inheritdoc/>
    public override LocalDate DueOn(DutyPeriod period) => by.In(period);

    /// <inheritdoc/>
    public override DayRange Window(DutyPeriod period) => new(period.From.PlusDays(-ahead), period.To.PlusDays(-ahead));

    /// <inheritdoc/>
    public override DayRange? Reach(LocalDate from, LocalDate to) => base.Reach(from.PlusDays(-ahead), to);

    /// <inheritdoc/>
    /// <remarks>The same day of periods that do not lie in one another is another day.</remarks>
    protected override bool IsApartFrom(Check other) => other is ByDate than && !every.Fits(than.every);

    private static Text? FaultOf(ParameterValues values)
    {
        var (every, by, early) = (values.Enum<PeriodLength>("every"), values.DayOfPeriod("by"), values.Enum<EarlyWork>("early"));
        if (by.Month > every.Months())
        {
            return new(
                $"\"by\" names month {by.Month} of a period that has {every.Months()}. Write a month from 01 to {every.Months():00}",
                $"“by”指向周期的第{by.Month}个月，而周期只有{every.Months()}个月。请写01至{every.Months():00}之间的月份");
        }

        var ahead = values.IntegerOr("earlyDays", 0);
        if (values.Evidence("evidence") is { NamesWhatItIsFor: true } named)
        {
            return early != EarlyWork.DoesNotCount && ahead == 0
                ? null
                : new(
                    $"each {named.Noun.En} counts for the period that it names, also when it came before. Let \"early\" count and leave \"earlyDays\" out",
                    $"{named.Noun.Zh}按其所属周期计入，提前完成的也计入。请使“early”为计入，并删除“earlyDays”");
        }

        if (early == EarlyWork.DoesNotCount == ahead > 0)
        {
            return ahead > 0
                ? new("\"earlyDays\" stands although early work does not count. Remove it or change \"early\"", "提前的工作不计入，却写有“earlyDays”。请删除或修改“early”")
                : new("early work counts, and \"earlyDays\" does not say from when on. Add it", "提前的工作可计入，但缺少说明提前多少天的“earlyDays”。请补上");
        }

        // A window that ended before the due day would turn away work that is in time; 2023 and 2024 have periods of every length.
        var most = every.PeriodsIn(new(new(2023, 1, 1), new LocalDate(2024, 12, 31))).Min(p => NodaTime.Period.DaysBetween(by.In(p), p.To));
        return ahead <= most
            ? null
            : new($"\"earlyDays\" is {ahead}, but from {most + 1} days ahead on work for the next period would begin to count before this one is due. Write at most {most}",
                $"“earlyDays”为{ahead}，但提前{most + 1}天起，下一周期的工作会在本周期截止前开始计入。请写不超过{most}的天数");
    }
}
