using System.Globalization;
using System.Text;
using System.Text.Json;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Compliance.Checks;
using PartyOrg.Domain.RuleBooks;
using static PartyOrg.Domain.Tests.Compliance.Given;

namespace PartyOrg.Domain.Tests.RuleBooks;

/// <summary>
/// A fixed history and, in <c>fixed-history.txt</c>, every verdict on it, and every decision that rests on a rule's number, as they were checked by hand. Each parameter and each number of each
/// rule is then changed by one, in memory: a change that no line shows would be one that nobody would notice.
/// </summary>
public class ParameterChangeTests
{
    private const string Table = "fixed-history.txt";

    private static readonly LocalDate From = Day("2023-12-01");
    private static readonly LocalDate To = Day("2024-12-31");
    private static readonly LocalDate AsOf = Day("2024-08-15");

    private static readonly DutyPeriod LeapYear = PeriodLength.Year.PeriodOn(AsOf);

    private static readonly Evidence[] Ledger =
    [
        .. Pieces("generalMeeting", "2023-12-31", "2024-02-10", "2024-02-20", "2024-06-25", "2024-07-01", "2024-07-01"),
        .. Pieces("partyClass", "2024-01-15", "2024-06-30", "2024-06-30", "2024-08-01"),
        .. Pieces("committeeMeeting", "2023-12-05", "2024-01-31", "2024-03-01", "2024-03-01", "2024-06-15"),
        .. Pieces("partyGroupMeeting", "2024-01-01", "2024-02-29", "2024-04-30", "2024-04-30", "2024-07-31"),
        .. Pieces("workPlan", "2023-11-01", "2023-11-02", "2024-02-01", "2024-04-01", "2024-04-02", "2024-04-03", "2024-04-04", "2024-04-05", "2024-07-02"),
        .. Pieces("report", "2024-02-22", "2024-05-01", "2024-05-02", "2024-05-03", "2024-06-30"),
        .. Pieces("founding", "2024-02-08", "2024-04-26", "2024-08-09"),
        Named("annualPlan", "2023-12-20", "2024-01-01"), Named("educationPlan", "2023-12-21", "2024-01-01"), Named("developmentPlan", "2023-12-22", "2024-01-01"),
        Named("quarterlyPlan", "2024-03-20", "2024-04-01"), Named("monthlyArrangement", "2024-01-25", "2024-02-01"),
        Named("midYearSummary", "2023-12-23", "2024-01-01"), Named("yearEndSummary", "2023-12-24", "2024-01-01"),
        .. Pieces("letterReceived", "2024-01-15", "2024-01-16", "2024-02-02", "2024-02-10", "2024-03-02", "2024-04-05", "2024-05-20"), Named("letterAnswered", "2024-03-15", "2024-01-15"), Named("letterAnswered", "2024-03-17", "2024-01-16"),
        .. Pieces("opinionReceived", "2024-01-10", "2024-01-12", "2024-02-02", "2024-02-11", "2024-03-02", "2024-04-06", "2024-05-21", "2024-07-03"), Named("opinionAnswered", "2024-01-25", "2024-01-10"), Named("opinionAnswered", "2024-01-28", "2024-01-12"),
        .. Pieces("workEnded", "2024-01-17", "2024-01-19", "2024-02-03", "2024-02-12", "2024-03-03", "2024-04-07", "2024-05-22", "2024-07-04"), Named("workPublished", "2024-02-01", "2024-01-17"), Named("workPublished", "2024-02-04", "2024-01-19"),
        .. Pieces("participationCheck", "2024-06-29"), .. Pieces("administrativeReport", "2024-06-30"), .. Pieces("leadersReport", "2024-01-05"),
        .. Pieces("talkWithCadre", "2024-01-20", "2024-05-04"), .. Pieces("talkWithEmployee", "2024-03-30"),
        .. Pieces("supervisionOfPartyRules", "2023-12-04", "2024-01-21"), .. Pieces("supervisionOfStateLaw", "2023-12-05", "2024-01-22"), .. Pieces("supervisionOfDemocraticCentralism", "2023-12-06"),
        .. Pieces("supervisionOfMembersRights", "2023-12-07"), .. Pieces("supervisionOfTiesWithMasses", "2023-12-08"), .. Pieces("supervisionOfIntegrity", "2023-12-09"),
        .. Pieces("democraticLifeMeeting", "2023-12-22", "2024-06-30", "2024-07-02"),
        .. Pieces("reportedLifeMeeting", "2023-12-22", "2024-02-02", "2024-02-10", "2024-03-02", "2024-04-05", "2024-05-20", "2024-06-28", "2024-08-14"),
        Piece("superiorAtLifeMeeting", "2023-12-22") with { For = Day("2023-12-22") },
        .. Pieces("centralisedStudy", "2023-12-31", "2024-02-29", "2024-04-01", "2024-04-11", "2024-08-01"),
        .. Pieces("training", "2023-12-11", "2024-06-29"),
        .. Pieces("organizationLifeMeeting", "2023-12-12", "2024-01-12"),
        .. Pieces("studyCheck", "2024-06-13"),
        .. Pieces("studyGuidance", "2023-12-14", "2024-05-14"),
    ];

    private static readonly IReadOnlyList<Rule> Rules = [.. RuleCatalog.Embedded.Rules.Where(r => r.Versions.Any(v => v.Check is not null || v.Numbers.Count > 0)), .. ShapeFiles.Rules];

    public static TheoryData<string, string> Parameters()
    {
        var rows = new TheoryData<string, string>();
        foreach (var rule in Rules)
        {
            foreach (var parameter in rule.Versions.SelectMany(v => v.Check?.Shape.Parameters.Where(p => !IsHeldByOthers(v.Check, p.Name)) ?? []).Distinct()) rows.Add(rule.Id, parameter.Name);
        }

        return rows;
    }

    // Days ahead mean nothing to work that names its period, and a day after the middle of the year leaves it no other length; nor does work that is for a year.
    private static bool IsHeldByOthers(Check check, string parameter) => parameter switch
    {
        "earlyDays" => check is ByDate && check.EvidenceKinds[0].NamesWhatItIsFor,
        "every" => check.EvidenceKinds.Any(k => k.Period == PeriodLength.Year) || (check is ByDate && DayOfPeriod.Parse(check.Parameters["by"].GetString())!.Value.Month > PeriodLength.HalfYear.Months()),
        _ => false,
    };

    [Fact]
    public void Every_verdict_on_the_fixed_history_is_as_it_was_checked_by_hand()
    {
        var now = Rules.SelectMany(Verdicts).ToList();
        var kept = File.ReadAllLines(Path.Combine(ShapeFiles.Root, "tests", "PartyOrg.Domain.Tests", "RuleBooks", Table));
        var beside = Path.Combine(AppContext.BaseDirectory, Table);
        File.WriteAllLines(beside, now);

        string.Join('\n', now).Should().Be(string.Join('\n', kept), "what is new stands beside the test in {0}: check the lines that differ by hand, then keep them", Table);
    }

    [Theory]
    [MemberData(nameof(Parameters))]
    public void A_change_of_a_parameter_by_one_changes_a_verdict_on_the_fixed_history(string ruleId, string parameter)
    {
        var rule = Rules.Single(r => r.Id == ruleId);
        var before = Verdicts(rule).ToList();
        var changes = With(rule, parameter).ToList();
        foreach (var (changed, value) in changes) Verdicts(changed).SequenceEqual(before).Should().BeFalse("{0} with {1} = {2} is another rule", ruleId, parameter, value);

        changes.Should().NotBeEmpty("a parameter that cannot be changed is none");
    }

    [Theory]
    [MemberData(nameof(Parameters))]
    public void What_a_parameter_changes_in_words_it_changes_in_both_languages_and_another_due_day_is_told(string ruleId, string parameter)
    {
        var rule = Rules.Single(r => r.Id == ruleId);
        var before = Judged(rule).ToDictionary(Slot, j => j.Verdict);
        foreach (var (changed, value) in With(rule, parameter))
        {
            foreach (var judged in Judged(changed))
            {
                if (!before.TryGetValue(Slot(judged), out var was)) continue;
                var now = judged.Verdict;
                var (told, toldBefore) = (Told(now), Told(was));
                var (inEnglish, inChinese) = (!told.Select(t => t.En).SequenceEqual(toldBefore.Select(t => t.En)), !told.Select(t => t.Zh).SequenceEqual(toldBefore.Select(t => t.Zh)));
                inChinese.Should().Be(inEnglish, "{0} with {1} = {2} says of {3} what it says in one language in the other, too: {4}, now {5}", ruleId, parameter, value, Slot(judged), Joined(toldBefore), Joined(told));
                if (now.Next is not null && was.Next is not null && now.DueOn != was.DueOn) inEnglish.Should().BeTrue("{0} with {1} = {2} asks for something by another day: {3}", ruleId, parameter, value, Slot(judged));
            }
        }

        static (string, LocalDate) Slot((string Subject, Verdict Verdict) judged) => (judged.Subject, judged.Verdict.Period.From);

        static string Joined(List<Results.Text> texts) => string.Join(" | ", texts.Select(t => $"{t.En} {t.Zh}"));

        static List<Results.Text> Told(Verdict verdict) => [.. new[] { verdict.Shortfall, verdict.Next?.What }.Concat(verdict.Reasons.Cast<Results.Text?>()).OfType<Results.Text>()];
    }

    // The rule with each value of the parameter that lies beside the one that it has.
    internal static IEnumerable<(Rule Rule, string Value)> With(Rule rule, string parameter)
    {
        foreach (var version in rule.Versions.Where(v => v.Check?.Shape.Parameters.Any(p => p.Name == parameter) == true))
        {
            foreach (var value in Changes(version.Check!, version.Check!.Shape.Parameters.Single(p => p.Name == parameter)))
            {
                var written = version.Check.Parameters.Where(p => p.Key != parameter).ToDictionary(p => p.Key, p => (object)p.Value);
                if (value is not null) written[parameter] = value;
                var read = ShapeFiles.Reader.ReadCheck(JsonSerializer.SerializeToElement(written), "a change");
                if (read.Succeeded) yield return (rule with { Versions = [.. rule.Versions.Select(v => v == version ? v with { Check = read.Value } : v)] }, JsonSerializer.Serialize(value));
            }
        }
    }

    public static TheoryData<string, string> Numbers()
    {
        var rows = new TheoryData<string, string>();
        foreach (var rule in Rules)
        {
            foreach (var number in rule.Versions.SelectMany(v => v.Numbers).DistinctBy(n => n.Name)) rows.Add(rule.Id, number.Name);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_change_of_a_number_by_its_smallest_step_changes_what_is_decided(string ruleId, string name)
    {
        var rule = Rules.Single(r => r.Id == ruleId);
        var before = Verdicts(rule).ToList();
        var tried = 0;
        foreach (var version in rule.Versions)
        {
            if (version.Numbers.SingleOrDefault(n => n.Name == name) is not { } number) continue;
            var step = (decimal)Math.Pow(10, -number.Decimals);
            foreach (var value in new[] { number.Value - step, number.Value + step }.Where(number.Takes))
            {
                tried++;
                var changed = rule with { Versions = [.. rule.Versions.Select(v => v == version ? v with { Numbers = [.. v.Numbers.Select(n => n == number ? n with { Value = value } : n)] } : v)] };
                Verdicts(changed).SequenceEqual(before).Should().BeFalse("{0} with {1} = {2} is another rule", ruleId, name, value);
            }
        }

        tried.Should().BePositive("a number that cannot be changed is none");
    }

    [Theory]
    [InlineData("TWS-3.1", 1)]
    [InlineData("TWS-3.4", -1)]
    public void A_change_of_the_day_of_force_by_one_changes_a_verdict(string ruleId, int days)
    {
        var rule = Rules.Single(r => r.Id == ruleId);
        var changed = rule with { Versions = [.. rule.Versions.Select(v => v with { InForceFrom = v.InForceFrom.PlusDays(days) })] };

        Verdicts(changed).SequenceEqual(Verdicts(rule)).Should().BeFalse("a verdict names the version that governs");
    }

    // Both ends of every band of the rules at hand, and what is not a whole fen.
    private static readonly decimal[] Bases = [0m, 0.33m, 2999m, 2999.5m, 3000m, 3000.5m, 3001m, 4999.5m, 5000m, 5000.5m, 9999.5m, 10000m, 10000.5m, 12345.67m];

    private static IEnumerable<string> Verdicts(Rule rule)
    {
        foreach (var line in NumbersAtWork.Of(rule)) yield return line;

        foreach (var version in rule.Versions)
        {
            if (version.Check is not AmountByRates formula) continue;
            foreach (var name in formula.Names)
            {
                foreach (var onBase in Bases)
                {
                    var amount = formula.On(name, onBase);
                    yield return string.Create(CultureInfo.InvariantCulture, $"{rule.Id} of {version.InForceFrom:uuuu-MM-dd}, {name}, {onBase}: {amount.Yuan:0.00} | {string.Join(" | ", amount.Lines.Select(l => l.En))}");
                }
            }
        }

        foreach (var (type, v) in Judged(rule))
        {
            var line = new StringBuilder($"{v.RuleId} of {v.RuleVersion:uuuu-MM-dd}, {type}, {v.Period.Label}: {v.Status}, due {v.DueOn:uuuu-MM-dd}");
            if (v.MetOn is { } met) line.Append($", met on {met:uuuu-MM-dd}");
            foreach (var text in v.Reasons.Prepend(v.Shortfall).OfType<Results.Text>()) line.Append($" | {text.En}");
            yield return line.ToString();
        }
    }

    private static IEnumerable<(string Subject, Verdict Verdict)> Judged(Rule rule) =>
        from type in ShapeFiles.Vocabulary.SubjectTypes.Order(StringComparer.Ordinal)
        from verdict in Engine.Verdicts(rule, Subject(type, rule.Citation.Book), Ledger, [], From, To, AsOf)
        select (type, verdict);

    private static SubjectHistory Subject(string type, string book) => new(
        new(Guid.Empty, type),
        [new(type, Days("2019-01-01"))],
        [new(Days("2019-01-01"), new([City], new([new(book, City, Days("2019-01-01"))])))],
        [KeyValuePair.Create("committee", DaySet.Of([Days("2019-01-01", "2024-04-30"), Days("2024-06-01", "2024-07-31")])), KeyValuePair.Create("secretary", DaySet.Of([Days("2019-01-01", "2024-03-15"), Days("2024-05-10", "2024-06-15"), Days("2024-06-20")])), KeyValuePair.Create("disciplineInspector", DaySet.Of([Days("2019-01-01", "2024-02-05"), Days("2024-03-01", "2024-06-10"), Days("2024-06-25")])),
            KeyValuePair.Create("routineWorkOnView", DaySet.Of([Days("2019-01-01", "2024-02-01"), Days("2024-02-04", "2024-07-31")])), KeyValuePair.Create("majorDecisionsOnView", DaySet.Of([Days("2019-01-01", "2024-03-01"), Days("2024-03-04", "2024-07-31")])),
            KeyValuePair.Create("targetTasksOnView", DaySet.Of([Days("2019-01-01", "2024-05-15")])), KeyValuePair.Create("withoutPartyGroups", DaySet.Of([Days("2019-01-01", "2024-06-30")])),
            KeyValuePair.Create("activityRoom", DaySet.Of([Days("2019-01-01", "2024-01-31"), Days("2024-02-04", "2024-08-07")])), KeyValuePair.Create("audioVisualEquipment", DaySet.Of([Days("2019-01-01", "2024-04-04"), Days("2024-04-08", "2024-08-06")])),
            KeyValuePair.Create("partyPress", DaySet.Of([Days("2019-01-01", "2024-05-19"), Days("2024-05-23", "2024-07-31")]))],
        [new("committee", [Fellow("Wang", "2024-01-10"), Fellow("Li", "2024-03-20"), Fellow("Zhang")]), new("members", [Fellow("Zhao", "2024-05-05")]),
            new(Circle.PartyWorkers, [Trained("Wang", "2023-12-15", "2024-02-15"), Trained("Li", "2023-12-16", "2024-06-16"), Trained("Zhou", "2023-12-17")])]);

    private static Fellow Fellow(string name, params string[] reports) =>
        new(Guid.Empty, name, DaySet.Of([Days("2019-01-01")]), EvidenceTally.Of([.. Pieces("report", reports), .. Pieces("workPlan", [.. reports.Select(r => $"{r[..8]}28")])]));

    private static Fellow Trained(string name, params string[] days) => new(Guid.Empty, name, DaySet.Of([Days("2019-01-01")]), EvidenceTally.Of([.. Pieces("partyWorkerTraining", days)]));

    private static IEnumerable<Evidence> Pieces(string kind, params string[] days) => days.Select((day, i) => Piece(kind, day, i));

    private static Evidence Named(string kind, string day, string period) => Piece(kind, day) with { For = Day(period) };

    // The values next to the one in the file; null takes the parameter away. What the reader refuses is no change.
    private static IEnumerable<object?> Changes(Check check, CheckParameter parameter)
    {
        var vocabulary = ShapeFiles.Vocabulary;
        var known = parameter.Name == "of" ? vocabulary.SubjectTypes : vocabulary.EvidenceKinds.Keys.Concat(vocabulary.Conditions.Keys).Concat(vocabulary.Circles.Keys).Concat(parameter.Schema.TryGetValue("enum", out var words) ? (IEnumerable<string>)words : []);
        if (!check.Parameters.TryGetValue(parameter.Name, out var value)) return [.. known, 1, 2, "06-30", "01-15"];

        IEnumerable<object?> changes = value.ValueKind switch
        {
            JsonValueKind.Number => [value.GetDecimal() - 1, value.GetDecimal() + 1],
            JsonValueKind.Array when value[0].ValueKind == JsonValueKind.Object => Rows(value),
            JsonValueKind.Array => List(value).Select(word => (object)List(value).Where(w => w != word)).Concat(known.Except(List(value)).Select(word => List(value).Append(word))),
            _ when DayOfPeriod.Parse(value.GetString()) is { } day => new[] { $"{day.Month:00}-{day.Day - 1:00}", $"{day.Month:00}-{day.Day + 1:00}", $"{day.Month - 1:00}-{day.Day:00}", $"{day.Month + 1:00}-{day.Day:00}" }
                .Where(text => DayOfPeriod.Parse(text) is not { } other || other.In(LeapYear) != day.In(LeapYear)),
            _ => known.Where(word => word != value.GetString()),
        };
        return parameter.Required ? changes : changes.Append(null);
    }

    // A table with a row less, and with each number one less and one more.
    private static IEnumerable<object> Rows(JsonElement table)
    {
        var rows = table.EnumerateArray().Select(row => row.EnumerateObject().ToDictionary(cell => cell.Name, cell => (object)cell.Value)).ToList();
        foreach (var (i, row) in rows.Index())
        {
            yield return rows.Where(r => r != row);
            foreach (var (column, cell) in row)
            {
                if (cell is not JsonElement { ValueKind: JsonValueKind.Number } number) continue;
                foreach (var by in new[] { -1, 1 })
                {
                    yield return rows.Select((r, at) => at == i ? new Dictionary<string, object>(r) { [column] = number.GetDecimal() + by } : r);
                }
            }
        }
    }

    private static List<string> List(JsonElement value) => [.. value.EnumerateArray().Select(v => v.GetString()!)];
}
