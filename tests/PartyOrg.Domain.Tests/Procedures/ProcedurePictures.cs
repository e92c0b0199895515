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
    private const int BoxWide = 260;
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
        var moves = rows.SelectMany(r => r.Steps.Where(s => s.Step.To is { } to && to != r.State).Select(s => (From: Left + 40 + Width(s.Step.Title), Y: s.Y - 4, To: tops[s.Step.To!] + BoxHigh / 2))).ToList();
        var lanes = new List<List<(int Top, int Bottom)>>();
        var (lanesFrom, wide) = (Left + Math.Max(460, rows.SelectMany(r => r.Steps).Select(s => 60 + Width(s.Step.Title)).DefaultIfEmpty(0).Max()), 0);
        var lines = moves.ConvertAll(m => (m.From, m.Y, m.To, X: lanesFrom + LaneWide * LaneFor(lanes, Math.Min(m.Y, m.To), Math.Max(m.Y, m.To))));
        wide = lanesFrom + LaneWide * Math.Max(1, lanes.Count) + Left;
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

        foreach (var (from, at, to, x) in lines)
        {
            svg.Append(CultureInfo.InvariantCulture, $"  <path d=\"M{from},{at} H{x} V{to} H{Left + BoxWide + 4}\" stroke=\"#567\" fill=\"none\" marker-end=\"url(#tip)\"/>\n");
        }

        return svg.Append("</svg>\n").ToString();
    }

    // The nearest lane in which nothing else runs beside it.
    private static int LaneFor(List<List<(int Top, int Bottom)>> lanes, int top, int bottom)
    {
        var lane = lanes.FindIndex(l => l.TrueForAll(o => o.Bottom < top || bottom < o.Top));
        if (lane < 0)
        {
            lane = lanes.Count;
            lanes.Add([]);
        }

        lanes[lane].Add((top, bottom));
        return lane;
    }

    private static int Width(Results.Text title) => (int)Math.Ceiling(title.En.Length * 6.1 + title.Zh.Length * 12.2);

    private static void Text(StringBuilder svg, int x, int y, string text, string more) => svg.Append(CultureInfo.InvariantCulture, $"  <text x=\"{x}\" y=\"{y}\" {more}>{Escaped(text)}</text>\n");

    private static string Escaped(string text) => SecurityElement.Escape(text);
}
