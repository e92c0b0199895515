using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Compliance.Checks;

/// <summary>
/// At least so many pieces of evidence of one kind in every calendar period. The due day is the period's last day; late work belongs to
/// the period in which it was done, so this is never met late.
/// </summary>
public sealed class AtLeastPerPeriod : CountingCheck
{
    private readonly PeriodLength every;

    private AtLeastPerPeriod(ParameterValues values) : base(Shape, values) => every = values.Enum<PeriodLength>("every");

    /// <summary>The shape's declaration.</summary>
    public static new CheckShape Shape { get; } = new(
        "atLeastPerPeriod",
        new("At least so many pieces of evidence of one kind in every calendar period.", "每个周期内至少有若干条某类工作记录。"),
        [
            CheckParameter.Of,
            CheckParameter.While,
            CountedKind,
            HowMany,
            CheckParameter.Every,
        ],
        values => new AtLeastPerPeriod(values))
    {
        CountsWhatIsNamed = true,
    };

    /// <inheritdoc/>
    public override IEnumerable<DutyPeriod> Periods(DayRange days) => every.PeriodsIn(days);
}
