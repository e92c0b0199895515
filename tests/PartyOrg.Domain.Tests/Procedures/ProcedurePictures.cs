using System.Globalization;
using System.Security;
using System.Text;
using PartyOrg.Domain.Procedures;
using PartyOrg.Domain.Tests.RuleBooks;

namespace PartyOrg.Domain.Tests.Procedures;

/// <summary>
/// The pictures of states in docs are drawn from the procedures themselves, so that none shows a step that the product does not know. <c>scripts/draw-procedures</c> draws them anew.
/// </summary>
public class ProcedurePictures
{
    private const int Left = 20;
    private const int BoxWide = 190;
    private const int BoxHigh = 30;
    private const int LaneWide = 16;
    private const int RowHigh = 30;

    public static TheoryData<string> Procedures => [.. Procedure.All.Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Procedures))]
    public void The_picture_of_every_procedure_is_as_it_is_declared_and_a_page_shows_it(string name)
    {
        var drawn = Draw(Procedure.All.Single(p => p.Name == name));
        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, $"{name}.states.svg"), drawn);

        var kept = Path.Combine(ShapeFiles.Root, "docs", $"{name}.svg");
        File.Exists(kept).Should().BeTrue("scripts/draw-procedures draws {0}", name);
        File.ReadAllText(kept).ReplaceLineEndings("\n").Should().Be(drawn, "scripts/draw-procedures draws it anew; look at what changed");
        Directory.GetFiles(Path.Combine(ShapeFiles.Root, "docs"), "*.md").Any(page => File.ReadAllText(page).Contains($"]({name}.svg)", StringComparison.Ordinal)).Should().BeTrue("a page shows {0}.svg", name);
    }

    // A state is a box; below it stands each step that can be taken there: what is done, by whom, by which rule. A line leads from the step to the state that follows.
    private static string Draw(Procedure procedure)
    {
        var rows = new List<(string State, int Y, List<(DrawnStep Step, int Y)> Steps)>();
        var y = 50;
        foreach (var state in procedure.States)
        {
            var (top, steps) = (y, new List<(DrawnStep, int)>());
            y += BoxHigh;
            foreach (var step in procedure.Drawn.Where(s => s.From.Contains(state.Code)))
            {
                steps.Add((step, y + 20));
                y += RowHigh;
            }

            rows.Add((state.Code, top, steps));
            y += 20;
        }

        var tops = rows.ToDictionary(r => r.State, r => r.Y);
        var moves = rows.SelectMany(r => r.Steps.Where(s => s.Step.To is { } to && to != r.State).Select(s => (s.Y, To: tops[s.Step.To!] + BoxHigh / 2))).ToList();
        var (lanesFrom, wide) = (Left + 680, Left + 700 + LaneWide * Math.Max(1, moves.Count));
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{wide}\" height=\"{y}\" viewBox=\"0 0 {wide} {y}\" font-family=\"sans-serif\" font-size=\"12\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"  <title>{Escaped(procedure.Title.En)}</title>\n  <rect width=\"{wide}\" height=\"{y}\" fill=\"#fff\"/>\n");
        svg.Append("  <defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\"><path d=\"M0,0 L8,4 L0,8 z\" fill=\"#567\"/></marker></defs>\n");
        Text(svg, Left, 28, $"{procedure.Title.En} {procedure.Title.Zh}", "font-weight=\"bold\" font-size=\"14\"");
        foreach (var (state, top, steps) in rows)
        {
            var label = procedure.States.Single(s => s.Code == state).Label;
            svg.Append(CultureInfo.InvariantCulture, $"  <rect x=\"{Left}\" y=\"{top}\" width=\"{BoxWide}\" height=\"{BoxHigh}\" rx=\"6\" fill=\"#cfe3f7\" stroke=\"#567\"/>\n");
            Text(svg, Left + BoxWide / 2, top + 19, $"{label.En} {label.Zh}", "text-anchor=\"middle\"");
            foreach (var (step, at) in steps)
            {
                Text(svg, Left + 30, at, $"{step.Title.En} {step.Title.Zh}", "");
                Text(svg, Left + 30, at + 12, $"{step.RuleId} · {step.By.En}", "font-size=\"9\" fill=\"#777\"");
            }
        }

        foreach (var (lane, move) in moves.Index())
        {
            var x = lanesFrom + LaneWide * lane;
            svg.Append(CultureInfo.InvariantCulture, $"  <path d=\"M{lanesFrom - 60},{move.Y - 4} H{x} V{move.To} H{Left + BoxWide + 4}\" stroke=\"#567\" fill=\"none\" marker-end=\"url(#tip)\"/>\n");
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void Text(StringBuilder svg, int x, int y, string text, string more) => svg.Append(CultureInfo.InvariantCulture, $"  <text x=\"{x}\" y=\"{y}\" {more}>{Escaped(text)}</text>\n");

    private static string Escaped(string text) => SecurityElement.Escape(text);
}
