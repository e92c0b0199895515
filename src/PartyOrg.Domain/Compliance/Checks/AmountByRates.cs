using System.Globalization;
using NodaTime;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Compliance.Checks;

/// <summary>How an amount becomes a whole number of fen; the later in the list, the more is asked.</summary>
public enum Rounding
{
    /// <summary>What is less than a fen is dropped.</summary>
    Down,

    /// <summary>Half a fen and more becomes one.</summary>
    HalfUp,

    /// <summary>Every part of a fen becomes one.</summary>
    Up,
}

/// <summary>
/// An amount of money, computed exactly from a base and a flat table of rates: the whole base times the one rate of the band in which it lies,
/// and what the band adds. It is no duty: it gives amounts with their explanation, and never a verdict. Whether an amount was paid is
/// evidence that another rule counts.
/// </summary>
public sealed class AmountByRates : Check
{
    /// <summary>The highest base: what it gives at the highest rate is still an exact number of fen.</summary>
    public const decimal MostBase = 9_999_999_999.99m;

    private readonly ILookup<string, Band> bands;
    private readonly Rounding rounding;

    private AmountByRates(ParameterValues values) : base(Shape, values)
    {
        bands = Bands(values).ToLookup(b => b.For);
        rounding = values.Enum<Rounding>("rounding");
    }

    /// <summary>The shape's declaration.</summary>
    public static new CheckShape Shape { get; } = new(
        "amountByRates",
        new("An amount of money: the whole base times the one rate of its band, exact to the fen. It gives no verdict.", "金额：以全部基数乘以所在档次的比例，精确到分；不作判定。"),
        [
            CheckParameter.Table(
                "rates",
                [
                    CheckParameter.Word("for", new("For whom the row is, by a name of the rule's own.", "适用人员的类别名称，由规则自定。")),
                    CheckParameter.Decimal("over", 0m, 9_999_999_999m, 2, Stricter.Never, new("The band begins above this base, itself excluded, and ends with the next row's, included; the first is 0 and includes it.", "档次下限（不含本数），至下一行的下限（含本数）为止；首行为0（含本数）。")),
                    CheckParameter.Decimal("rate", 0m, 1_000_000m, 6, Stricter.Never, new("What the base is multiplied by: 0.005 for half a percent, 50 for 50 yuan each.", "与基数相乘的比例或标准：0.5%写作0.005，每人50元写作50。")),
                    CheckParameter.Decimal("plus", 0m, 1_000_000_000m, 2, Stricter.Never, new("Yuan that are added.", "另加的金额（元）。")),
                ],
                new("The bands, of each name in ascending order.", "各档次，同一类别按下限由低到高排列。")),
            CheckParameter.EnumWord<Rounding>("rounding", Stricter.WhenLaterInTheList, new("How the amount becomes whole fen.", "金额取整到分的方式。")),
        ],
        values => new AmountByRates(values),
        FaultOf);

    /// <summary>The names under <c>for</c>, in the order of the table.</summary>
    public IReadOnlyList<string> Names => [.. bands.Select(b => b.Key)];

    /// <inheritdoc/>
    public override IReadOnlyList<EvidenceKind> EvidenceKinds => [];

    /// <inheritdoc/>
    public override bool Counts(Slot slot, Evidence piece) => false;

    /// <inheritdoc/>
    public override DayRange? Reach(LocalDate from, LocalDate to) => null;

    /// <inheritdoc/>
    public override Text Shortfall(Case it) => throw NoVerdict();

    /// <inheritdoc/>
    public override NextStep Next(Case it) => throw NoVerdict();

    /// <summary>The amount on a base, and how it came about, line by line.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="onBase">From 0 to <see cref="MostBase"/>, at most two decimals.</param>
    public ComputedAmount On(string name, decimal onBase)
    {
        var rows = bands[name].ToArray();
        var at = Math.Max(0, Array.FindLastIndex(rows, r => onBase > r.Over));
        var (band, next) = (rows[at], at + 1 < rows.Length ? rows[at + 1] : null);
        var exact = onBase * band.Rate + band.Plus;
        var fen = Rounded(exact * 100);
        var amount = Yuan(fen / 100m);

        var lines = new List<Text> { Where(onBase, at == 0, band, next) };
        var plus = band.Plus == 0 ? "" : $" + {Yuan(band.Plus)}";
        var sum = $"{Yuan(onBase)} × {Rate(band.Rate)}{plus} = {exact.ToString("0.00######", CultureInfo.InvariantCulture)}";
        lines.Add(new($"{sum}.", $"{sum}。"));
        if (exact * 100 != fen) lines.Add(new($"Rounded {Way.En} to the fen: {amount}.", $"{Way.Zh}到分：{amount}。"));
        return new((long)fen, lines);
    }

    private static Text Where(decimal onBase, bool first, Band band, Band? next)
    {
        var (value, from, to, rate) = (Yuan(onBase), Rate(band.Over), next is null ? "" : Rate(next.Over), Rate(band.Rate));
        return (first, next) switch
        {
            (true, null) => new($"Every base has the rate {rate}.", $"基数不分档，比例为{rate}。"),
            (true, _) => new($"The base {value} is at most {to}: rate {rate}.", $"基数{value}不超过{to}：比例{rate}。"),
            (_, null) => new($"The base {value} is over {from}: rate {rate}.", $"基数{value}超过{from}：比例{rate}。"),
            _ => new($"The base {value} is over {from} and at most {to}: rate {rate}.", $"基数{value}超过{from}、不超过{to}：比例{rate}。"),
        };
    }

    private static Text? FaultOf(ParameterValues values)
    {
        foreach (var rows in Bands(values).GroupBy(b => b.For))
        {
            if (rows.First().Over != 0) return new($"the first row for \"{rows.Key}\" must begin over 0. Put it first or add it", $"“{rows.Key}”的首行下限须为0。请调整顺序或补上");
            if (rows.Zip(rows.Skip(1)).Any(p => p.Second.Over <= p.First.Over)) return new($"the rows for \"{rows.Key}\" must begin higher and higher. Put them in order, each once", $"“{rows.Key}”的各行下限须由低到高且不重复。请调整");
        }

        return null;
    }

    private static IEnumerable<Band> Bands(ParameterValues values) =>
        values.Table("rates").Select(row => new Band(row.WordOrNone("for")!, row.Decimal("over"), row.Decimal("rate"), row.Decimal("plus")));

    private static string Yuan(decimal yuan) => yuan.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Rate(decimal rate) => rate.ToString("0.######", CultureInfo.InvariantCulture);

    private static InvalidOperationException NoVerdict() => new("A formula lays no slots, so nothing asks it for a verdict's sentences.");

    private decimal Rounded(decimal fen) => rounding switch
    {
        Rounding.Down => decimal.Floor(fen),
        Rounding.Up => decimal.Ceiling(fen),
        _ => decimal.Round(fen, MidpointRounding.AwayFromZero),
    };

    private Text Way => rounding switch
    {
        Rounding.Down => new("down", "舍去尾数"),
        Rounding.Up => new("up", "进位"),
        _ => new("half up", "四舍五入"),
    };

    private sealed record Band(string For, decimal Over, decimal Rate, decimal Plus);
}

/// <summary>An amount of money and how it came about.</summary>
/// <param name="Fen">The amount in fen.</param>
/// <param name="Lines">The computation, line by line.</param>
public sealed record ComputedAmount(long Fen, IReadOnlyList<Text> Lines)
{
    /// <summary>The amount in yuan, exact.</summary>
    public decimal Yuan => Fen / 100m;
}
