using NodaTime;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Compliance.Checks;

/// <summary>
/// At least so many pieces of evidence of one kind from one day to another of every calendar period: in the last month of every half year,
/// from April 1 to September 30 of every year. The days of the window are the period that is judged; the subject must be bound on each of
/// them. Work earlier or later in the calendar period counts as the rule says; later work is then met late.
/// </summary>
public sealed class WithinWindow : CountingCheck
{
    private readonly PeriodLength every;
    private readonly DayOfPeriod from;
    private readonly DayOfPeriod to;
    private readonly LateWork late;

    private WithinWindow(ParameterValues values) : base(Shape, values)
    {
        every = values.Enum<PeriodLength>("every");
        (from, to) = (values.DayOfPeriod("from"), values.DayOfPeriod("to"));
        Early = values.Enum<EarlyWork>("early");
        late = values.Enum<LateWork>("late");
    }

    /// <summary>The shape's declaration.</summary>
    public static new CheckShape Shape { get; } = new(
        "withinWindow",
        new("At least so many pieces of evidence of one kind from one day to another of every calendar period.", "每个周期在规定的起止日期之间至少有若干条某类工作记录。"),
        [
            CheckParameter.Of,
            CheckParameter.While,
            CountedKind,
            HowMany,
            CheckParameter.Every,
            CheckParameter.DayOfPeriod("from", Stricter.WhenHigher, new("The window's first day: month of the period and day of that month.", "起始日期：周期内的第几个月及该月的日期。")),
            CheckParameter.DayOfPeriod("to", Stricter.WhenLower, new("The window's last day, itself included.", "截止日期（含当日）。")),
            CheckParameter.EnumWord<EarlyWork>("early", Stricter.WhenEarlierInTheList, new("What work before the window is worth, from the calendar period's first day on.", "起始日期之前（自周期首日起）完成的工作是否计入。")),
            CheckParameter.EnumWord<LateWork>("late", Stricter.WhenEarlierInTheList, new("What work after the window is worth, through the calendar period's last day.", "截止日期之后（至周期末日）完成的工作是否计入。")),
        ],
        values => new WithinWindow(values),
        FaultOf);

    /// <inheritdoc/>
    protected override EarlyWork Early { get; }

    /// <inheritdoc/>
    public override IEnumerable<DutyPeriod> Periods(DayRange days) =>
        every.PeriodsIn(days).Select(p => new DutyPeriod(from.In(p), to.In(p))).Where(p => p.Days.Overlaps(days));

    /// <inheritdoc/>
    public override DayRange Window(DutyPeriod period)
    {
        var calendar = every.PeriodOn(period.From);
        return new(Early == EarlyWork.DoesNotCount ? period.From : calendar.From, late == LateWork.DoesNotCount ? period.To : calendar.To);
    }

    /// <inheritdoc/>
    /// <remarks>The same day of periods that do not lie in one another is another day.</remarks>
    protected override bool IsApartFrom(Check other) => other is WithinWindow than && !every.Fits(than.every);

    private static Text? FaultOf(ParameterValues values)
    {
        var (every, from, to) = (values.Enum<PeriodLength>("every"), values.DayOfPeriod("from"), values.DayOfPeriod("to"));
        foreach (var (name, month) in new[] { ("from", from.Month), ("to", to.Month) })
        {
            if (month > every.Months())
            {
                return new(
                    $"\"{name}\" names month {month} of a period that has {every.Months()}. Write a month from 01 to {every.Months():00}",
                    $"“{name}”指向周期的第{month}个月，而周期只有{every.Months()}个月。请写01至{every.Months():00}之间的月份");
            }
        }

        return from.CompareTo(to) <= 0
            ? null
            : new("\"from\" is after \"to\". Swap them; a window lies inside one period", "“from”晚于“to”。请对调；起止日期须在同一周期内");
    }
}
