using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Compliance.Checks;
using PartyOrg.Domain.RuleBooks;
using static PartyOrg.Domain.Tests.Compliance.Given;

namespace PartyOrg.Domain.Tests.Compliance;

/// <summary>The shape <c>amountByRates</c> beyond what the rule file of the dues shows.</summary>
public class AmountShapeTests
{
    private static AmountByRates Formula(string rounding = "halfUp", decimal rate = 0.005m, decimal plus = 0, decimal over = 3000) => (AmountByRates)Shaped(new
    {
        @is = "amountByRates",
        rates = new object[] { new { @for = "wage", over = 0, rate, plus }, new { @for = "wage", over, rate = 0.01, plus = 0 }, new { @for = "member", over = 0, rate = 50, plus = 0 } },
        rounding,
    });

    [Fact]
    public void An_amount_is_explained_line_by_line_in_both_languages()
    {
        var amount = Formula(plus: 1.5m).On("wage", 2999m);

        (amount.Fen, amount.Yuan).Should().Be((1650, 16.50m));
        amount.Lines.Should().Equal(
            new Results.Text("The base 2999.00 is at most 3000: rate 0.005.", "基数2999.00不超过3000：比例0.005。"),
            new Results.Text("2999.00 × 0.005 + 1.50 = 16.495.", "2999.00 × 0.005 + 1.50 = 16.495。"),
            new Results.Text("Rounded half up to the fen: 16.50.", "四舍五入到分：16.50。"));
        Formula().On("wage", 3001).Lines.Select(l => l.Zh).Should().Equal("基数3001.00超过3000：比例0.01。", "3001.00 × 0.01 = 30.01。");
        Formula().On("member", 12).Lines.Select(l => l.En).Should().Equal("Every base has the rate 50.", "12.00 × 50 = 600.00.");
    }

    [Theory]
    [InlineData("down", 2999, 14.99)]
    [InlineData("halfUp", 2999, 15.00)]
    [InlineData("halfUp", 2998.98, 14.99)]
    [InlineData("up", 2998.02, 15.00)]
    [InlineData("up", 2998, 14.99)]
    [InlineData("down", 2998, 14.99)]
    public void A_part_of_a_fen_is_dropped_rounded_or_raised(string rounding, decimal onBase, decimal amount) => Formula(rounding).On("wage", onBase).Yuan.Should().Be(amount);

    [Theory]
    [InlineData(3000, 15.00)]
    [InlineData(3000.01, 30.00)]
    public void A_band_holds_its_upper_end_and_the_whole_base_has_its_rate(decimal onBase, decimal amount) => Formula().On("wage", onBase).Yuan.Should().Be(amount);

    [Theory]
    [InlineData(2999.99, 30.00)]
    [InlineData(2999, 15.00)]
    public void Where_a_band_begins_is_a_parameter(decimal onBase, decimal amount) => Formula(over: 2999).On("wage", onBase).Yuan.Should().Be(amount);

    [Fact]
    public void The_highest_base_at_the_highest_rate_is_still_exact()
    {
        var most = Formula(rate: 1_000_000m, plus: 1_000_000_000m, over: 9_999_999_999m).On("wage", 9_999_999_999m);
        most.Fen.Should().Be(1_000_000_000_000_000_000 - 100_000_000 + 100_000_000_000);
    }

    [Fact]
    public void Amounts_agree_with_whole_numbers_on_every_base_and_rate() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).Zip(Gen.Choose(0, 1_000_000)).Zip(Gen.Choose(0, 2)).ToArbitrary(),
        drawn =>
        {
            var ((fen, millionths), way) = drawn;
            var exact = new BigInteger(fen) * millionths;
            var (whole, part) = (exact / 1_000_000, exact % 1_000_000);
            var expected = way switch { 0 => whole, 1 => part >= 500_000 ? whole + 1 : whole, _ => part > 0 ? whole + 1 : whole };
            return Formula(((string[])["down", "halfUp", "up"])[way], rate: millionths / 1_000_000m, over: 999_999_999).On("wage", fen / 100m).Fen == expected;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_formula_gives_no_verdicts_and_is_not_judged()
    {
        var rule = RuleCatalog.Embedded.Rule("TWS-D1");
        (rule.IsJudged, rule.EvidenceKinds.Any()).Should().Be((false, false));
        RuleCatalog.Embedded.Judged.Should().NotContain(rule);
        Engine.Verdicts(rule, Branch(), [], [], Day("2024-01-01"), Day("2024-12-31"), Day("2024-06-30")).Should().BeEmpty();
    }

    [Fact]
    public void Rounding_up_is_stricter_and_other_rates_cannot_be_compared()
    {
        Formula("up").ComparedWith(Formula()).Should().Be(Strictness.Stricter);
        Formula("down").ComparedWith(Formula()).Should().Be(Strictness.Looser);
        Formula(rate: 0.006m).ComparedWith(Formula()).Should().Be(Strictness.NotComparable);
        Formula().ComparedWith(Formula()).Should().Be(Strictness.Same);
    }

    [Theory]
    [InlineData("""{ "rates": [{ "for": "wage", "over": 1, "rate": 1, "plus": 0 }] }""", "", "the first row for \"wage\" must begin over 0. Put it first or add it")]
    [InlineData("""{ "rates": [{ "for": "wage", "over": 0, "rate": 1, "plus": 0 }, { "for": "wage", "over": 0, "rate": 2, "plus": 0 }] }""", "", "the rows for \"wage\" must begin higher and higher. Put them in order, each once")]
    [InlineData("""{ "rates": [{ "for": "wage", "over": 0, "rate": 0.0000001, "plus": 0 }] }""", "/rates", "\"rates\" must be a table in which \"rate\" is a number from 0 to 1000000 with at most 6 decimals; in row 1 it is not")]
    [InlineData("""{ "rounding": "toEven" }""", "/rounding", "\"rounding\" must be one of: down, halfUp, up")]
    public void A_fault_in_a_formula_names_the_key_and_what_to_do(string change, string pointer, string message) => FaultOf(Formula(), change).Should().Be((pointer, message));

    [Theory]
    [InlineData("\"amount\": 15 }, { \"for\": \"wage\", \"base\": 3000.01", "\"amount\": 15.01 }, { \"for\": \"wage\", \"base\": 3000.01", "3000 for wage gives 15")]
    [InlineData("\"for\": \"farmer\", \"base\": 800", "\"for\": \"fisher\", \"base\": 800", "there are no rates for \"fisher\"")]
    [InlineData("\"amounts\": [{ \"for\": \"retired\", \"base\": 5000, \"amount\": 25 }, { \"for\": \"retired\", \"base\": 5000.01, \"amount\": 50 }]", "\"amounts\": []", "the example has none")]
    public void An_example_with_which_the_formula_disagrees_is_refused(string was, string becomes, string because)
    {
        const string Name = "TWS-D1-monthly-dues-are-the-whole-base-at-the-rate-of-its-band.json";
        var file = File.ReadAllText(Path.Combine(RuleBooks.ShapeFiles.Root, "src", "PartyOrg.Domain", "Dues", "Rules", Name));
        file.Should().Contain(was);
        var errors = RuleBooks.ShapeFiles.Reader.ReadAndProve(Name, System.Text.Encoding.UTF8.GetBytes(file.Replace(was, becomes, StringComparison.Ordinal))).Errors;
        errors.Should().ContainSingle().Which.Message.En.Should().Contain(because);
    }
}
