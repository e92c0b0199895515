using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Compliance.Checks;
using PartyOrg.Domain.RuleBooks;
using static PartyOrg.Domain.Tests.Compliance.Given;

namespace PartyOrg.Domain.Tests.RuleBooks;

/// <summary>
/// What a parameter declares as stricter is so: work that is just enough for the stricter rule, and would not be with any piece less, is enough for the looser one. On that rests whether a county needs
/// an authorisation (REG-19).
/// </summary>
public class DirectionsOfStrictness
{
    private const int Histories = 2;
    private const int Changes = 3;

    private static readonly LocalDate From = Day("2024-01-01");
    private static readonly LocalDate To = Day("2024-12-31");

    // The first rule of the meetings is the only one of its shape that has no file among the shapes. A condition and other subjects' work are no pieces that can be left out.
    private static readonly IReadOnlyList<Rule> Rules =
        [RuleCatalog.Embedded.Rule("TWS-3.3"), .. ShapeFiles.Rules.Where(r => r.Versions is [{ Check: not (null or AlwaysHolds or AllHave or AmountByRates) }])];

    public static TheoryData<string, string> Parameters()
    {
        var rows = new TheoryData<string, string>();
        foreach (var rule in Rules)
        {
            foreach (var parameter in rule.Versions[0].Check!.Shape.Parameters.Where(p => p.Name is not ("of" or "while"))) rows.Add(rule.Id, parameter.Name);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Parameters))]
    public void Work_that_is_just_enough_for_what_is_called_stricter_is_enough_for_what_is_looser(string ruleId, string parameter)
    {
        var rule = Rules.Single(r => r.Id == ruleId);
        var changes =
            from change in ParameterChangeTests.With(rule, parameter)
            let how = change.Rule.Versions[0].Check!.ComparedWith(rule.Versions[0].Check!)
            where how is Strictness.Stricter or Strictness.Looser
            group (change.Value, How: how, Strict: how == Strictness.Stricter ? change.Rule : rule, Loose: how == Strictness.Stricter ? rule : change.Rule) by how into one
            from change in one.Take(Changes)
            select change;
        foreach (var change in changes)
        {
            for (var seed = 0; seed < Histories; seed++)
            {
                // Work that names what it is for is never done for nothing: no days of it are enough.
                if (JustEnoughFor(change.Strict, new Random(seed)) is not { } enough) continue;
                Behind(change.Loose, enough).Should().BeEmpty("{0} with {1} = {2} is {3}, and these are enough for the stricter: {4}", ruleId, parameter, change.Value, change.How, string.Join(", ", enough.Select(e => $"{e.Kind} {e.OccurredOn:uuuu-MM-dd}")));
            }
        }
    }

    [Fact]
    public void There_is_something_to_compare_in_every_shape_and_leaving_a_piece_out_of_what_is_just_enough_shows()
    {
        foreach (var rule in Rules)
        {
            Parameters().Where(p => (string)p[0] == rule.Id).SelectMany(p => ParameterChangeTests.With(rule, (string)p[1])).Select(c => c.Rule.Versions[0].Check!.ComparedWith(rule.Versions[0].Check!))
                .Should().Contain([Strictness.Stricter, Strictness.Looser], "of {0}", rule.Id);
            var enough = JustEnoughFor(rule, new Random(1))!;
            var given = GivenKinds(rule);
            Behind(rule, enough).Should().BeEmpty();
            foreach (var piece in enough.Where(e => !given.Contains(e.Kind))) Behind(rule, [.. enough.Where(e => e != piece)]).Should().NotBeEmpty("of {0}", rule.Id);
        }
    }

    // Work on every day, of which as much is left out as can be; what it is measured by stays: the events and the whole of a rate.
    private static IReadOnlyList<Evidence>? JustEnoughFor(Rule rule, Random random)
    {
        var given = GivenKinds(rule);
        List<Evidence> pieces = [.. rule.Versions[0].Check!.EvidenceKinds.SelectMany((kind, k) => Each(From.PlusDays(-100 + k), given.Contains(kind.Name) ? 17 : 1).Select((day, i) => Piece(kind.Name, $"{day:uuuu-MM-dd}", (k * 1000) + i)))];
        if (Behind(rule, pieces).Count > 0) return null;
        for (var some = 128; some > 0; some /= 2)
        {
            foreach (var chunk in pieces.Where(p => !given.Contains(p.Kind)).OrderBy(_ => random.Next()).Chunk(some).ToList())
            {
                var left = pieces.Except(chunk).ToList();
                if (Behind(rule, left).Count == 0) pieces = left;
            }
        }

        return pieces;
    }

    private static HashSet<string> GivenKinds(Rule rule) =>
        [.. new[] { "event", "whole" }.Select(p => rule.Versions[0].Check!.Parameters.TryGetValue(p, out var kind) ? kind.GetString()! : "")];

    private static IEnumerable<LocalDate> Each(LocalDate first, int days)
    {
        for (var day = first; day <= To; day = day.PlusDays(days)) yield return day;
    }

    private static List<Verdict> Behind(Rule rule, IReadOnlyList<Evidence> evidence) =>
        [.. Engine.Verdicts(rule, Subject(rule), evidence, [], From, To, To).Where(v => v.Status is VerdictStatus.Overdue or VerdictStatus.MetLate || (v.Status == VerdictStatus.Due && v.DueOn == To))];

    private static SubjectHistory Subject(Rule rule) => new(
        new(Guid.Empty, "branch"), [new("branch", Days("2019-01-01"))], [new(Days("2019-01-01"), new([City], new([new(rule.Citation.Book, City, Days("2019-01-01"))])))],
        [KeyValuePair.Create("committee", DaySet.Of([Days("2019-01-01")]))], []);
}
