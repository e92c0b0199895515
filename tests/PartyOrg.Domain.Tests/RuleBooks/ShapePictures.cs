using System.Globalization;
using System.Security;
using System.Text;
using System.Text.Json;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Compliance.Checks;
using PartyOrg.Domain.RuleBooks;

namespace PartyOrg.Domain.Tests.RuleBooks;

/// <summary>
/// The pictures in docs/rules are drawn by the engine, out of the worked examples of a rule file of each shape, so that no picture shows what the
/// engine does not do. <c>scripts/draw-shapes</c> draws them anew.
/// </summary>
public class ShapePictures
{
    private const int Left = 20;
    private const int Wide = 720;
    private const int RowHeight = 106;
    private const int Examples = 4;
    private const int Margin = 14;

    private static readonly Dictionary<VerdictStatus, string> Colours = new()
    {
        [VerdictStatus.Met] = "#bfe5c8", [VerdictStatus.MetLate] = "#e3e8a8", [VerdictStatus.Due] = "#cfe3f7", [VerdictStatus.Upcoming] = "#ececec",
        [VerdictStatus.Overdue] = "#f5c3bd", [VerdictStatus.Waived] = "#e0d3ef", [VerdictStatus.NotApplicable] = "#f7f7f7",
    };

    // The product's own rules that are drawn where the tests have no file of the shape. Named, so that a new rule or a new example of another draws no picture anew.
    private static readonly Dictionary<string, string> Drawn = new() { ["atLeastPerPeriod"] = "TWS-3.2", ["amountByRates"] = "TWS-D1" };

    public static TheoryData<string> Shapes => [.. CheckShape.All.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_picture_of_every_shape_is_as_the_engine_draws_it_and_its_page_shows_it(string shape)
    {
        var name = $"{Kebab(shape)}-examples.svg";
        var (rule, version) = RuleOf(shape);
        var drawn = version.Check is AmountByRates formula ? Staircase(rule, formula) : TimeLines(rule, version);
        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, name), drawn);

        var kept = Path.Combine(ShapeFiles.Root, "docs", "rules", name);
        File.Exists(kept).Should().BeTrue("scripts/draw-shapes draws {0}", name);
        File.ReadAllText(kept).ReplaceLineEndings("\n").Should().Be(drawn, "scripts/draw-shapes draws it anew; look at what changed");
        File.ReadAllText(Path.Combine(ShapeFiles.Root, "docs", "rules", $"{Kebab(shape)}.md")).Should().Contain($"]({name})");
    }

    private static (Rule Rule, RuleVersion Version) RuleOf(string shape)
    {
        var rule = ShapeFiles.Rules.FirstOrDefault(r => r.Versions[0].Check?.Shape.Name == shape) ?? RuleCatalog.Embedded.Rules.Single(r => r.Id == Drawn[shape]);
        rule.Versions[0].Check?.Shape.Name.Should().Be(shape, "{0} is drawn as its picture", rule.Id);
        return (rule, rule.Versions[0]);
    }

    private static string Kebab(string shape) => JsonNamingPolicy.KebabCaseLower.ConvertName(shape);

    private static string TimeLines(Rule rule, RuleVersion version)
    {
        var rows = version.Examples.Where(e => e.Verdicts.Count > 0).Take(Examples).ToList();
        var svg = Begin($"{rule.Title.En} Worked examples of {rule.Id}.", 44 + rows.Count * RowHeight);
        foreach (var (i, example) in rows.Index()) Row(svg, rule, version, example, 34 + i * RowHeight);
        return End(svg);
    }

    private static void Row(StringBuilder svg, Rule rule, RuleVersion version, RuleExample example, int y)
    {
        var judgements = example.Judgements(rule, version);
        var pieces = example.Evidence.Select(p => p.On).ToList();
        var others = example.Circle.SelectMany(f => f.Evidence).ToList();
        var days = judgements.SelectMany(j => new[] { j.Slot.Period.From, j.Slot.Period.To, j.Slot.DueOn }).Where(d => d >= example.Asked.From).Concat(pieces).Concat(others).ToList();
        // What was open long before, and a question put long after, stand at the edge.
        var (first, last) = (LocalDate.Min(days.Min(), LocalDate.Max(example.AsOf, example.Asked.From)), LocalDate.Max(days.Max(), LocalDate.Min(example.AsOf, days.Max().PlusDays(Margin))));
        double X(LocalDate day, bool end = false)
        {
            var at = LocalDate.Min(LocalDate.Max(day, first), last);
            return Left + Wide * (double)(Period.DaysBetween(first, at) + (end ? 1 : 0)) / (Period.DaysBetween(first, last) + 1);
        }

        Text(svg, Left, y + 14, example.Name, "font-weight=\"bold\"");
        Text(svg, Left, y + 27, $"{first:uuuu-MM-dd} to {last:uuuu-MM-dd}, as of {example.AsOf:uuuu-MM-dd}", "font-size=\"10\" fill=\"#c33\"");
        y += 14;
        foreach (var held in example.Holds) Box(svg, X(LocalDate.Max(first, held.From)), X(LocalDate.Min(last, held.To ?? last), true), y + 42, 5, "#b9cfe6", null);
        foreach (var judgement in judgements)
        {
            var slot = judgement.Slot;
            var (from, to) = (X(slot.Period.From), X(slot.Period.To, true));
            Box(svg, from, to, y + 22, 18, Colours[judgement.Status], "#888");
            Text(svg, (from + to) / 2, y + 35, $"{(slot.Period.Length is null ? "" : $"{slot.Period.Label} ")}{JsonNamingPolicy.CamelCase.ConvertName(judgement.Status.ToString())}", "font-size=\"11\" text-anchor=\"middle\"");
            var due = N(X(slot.DueOn, true));
            svg.Append(CultureInfo.InvariantCulture, $"  <line x1=\"{due}\" y1=\"{y + 20}\" x2=\"{due}\" y2=\"{y + 50}\" stroke=\"#555\" stroke-width=\"2\"/>\n");
        }

        foreach (var day in pieces) Dot(svg, X(day), y + 56, "#2a6");
        foreach (var day in others) Dot(svg, X(day), y + 56, "#fff");
        foreach (var (at, day) in pieces.Concat(others).Distinct().Order().Index()) Text(svg, X(day), y + (at % 2 == 0 ? 74 : 84), $"{day:MM-dd}", "font-size=\"9\" text-anchor=\"middle\" fill=\"#2a6\"");
        var asOf = N(X(example.AsOf, true));
        svg.Append(CultureInfo.InvariantCulture, $"  <line x1=\"{asOf}\" y1=\"{y + 18}\" x2=\"{asOf}\" y2=\"{y + 64}\" stroke=\"#c33\" stroke-dasharray=\"4 3\" stroke-width=\"2\"/>\n");
    }

    // The amount over the base: within a band it rises by the band's rate, at its end it leaps.
    private static string Staircase(Rule rule, AmountByRates formula)
    {
        const decimal Most = 14000m;
        const decimal Highest = 300m;
        var svg = Begin($"{rule.Title.En} {rule.Id}, {formula.Names[0]}.", 330);
        static string At(decimal onBase, decimal amount) => $"{N((double)(Left + 30 + (Wide - 40) * onBase / Most))},{N((double)(290 - 240 * amount / Highest))}";
        svg.Append("  <polyline fill=\"none\" stroke=\"#2a6\" stroke-width=\"2\" points=\"");
        for (var onBase = 0m; onBase <= Most; onBase += 50)
        {
            svg.Append(At(onBase, formula.On(formula.Names[0], onBase).Yuan)).Append(' ');
            svg.Append(At(onBase + 0.01m, formula.On(formula.Names[0], onBase + 0.01m).Yuan)).Append(' ');
        }

        svg.Append("\"/>\n");
        foreach (var onBase in new[] { 0m, 3000m, 3000.01m, 5000m, 5000.01m, 10000m, 10000.01m })
        {
            var (amount, below) = (formula.On(formula.Names[0], onBase).Yuan, onBase % 1 == 0);
            var point = At(onBase, amount).Split(',');
            var (x, y) = (double.Parse(point[0], CultureInfo.InvariantCulture), double.Parse(point[1], CultureInfo.InvariantCulture));
            Dot(svg, x, y, below ? "#2a6" : "#fff");
            Text(svg, below ? x + 8 : x - 8, y + (below ? 16 : -4), $"{onBase.ToString(CultureInfo.InvariantCulture)}: {amount.ToString("0.00", CultureInfo.InvariantCulture)}", $"font-size=\"11\" text-anchor=\"{(below ? "start" : "end")}\"");
        }

        return End(svg);
    }

    private static StringBuilder Begin(string title, int height)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 760 {height}\" font-family=\"sans-serif\" font-size=\"13\" role=\"img\" aria-label=\"{SecurityElement.Escape(title)}\">\n  <rect width=\"760\" height=\"{height}\" fill=\"#fff\"/>\n");
        Text(svg, Left, 20, title, "font-size=\"12\" fill=\"#555\"");
        return svg;
    }

    private static string End(StringBuilder svg) => svg.Append("</svg>\n").ToString();

    private static void Text(StringBuilder svg, double x, double y, string text, string attributes) => svg.Append($"  <text x=\"{N(x)}\" y=\"{N(y)}\" {attributes}>{SecurityElement.Escape(text)}</text>\n");

    private static void Box(StringBuilder svg, double from, double to, int y, int height, string fill, string? stroke) =>
        svg.Append($"  <rect x=\"{N(from)}\" y=\"{y}\" width=\"{N(Math.Max(1, to - from))}\" height=\"{height}\" fill=\"{fill}\"{(stroke is null ? "" : $" stroke=\"{stroke}\"")}/>\n");

    private static void Dot(StringBuilder svg, double x, double y, string fill) => svg.Append($"  <circle cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"5\" fill=\"{fill}\" stroke=\"#2a6\"/>\n");

    private static string N(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
