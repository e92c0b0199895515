using System.Text.Json;
using NodaTime.Text;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Compliance.Checks;
using PartyOrg.Domain.RuleBooks;

namespace PartyOrg.Domain.Tests.Compliance;

/// <summary>Short ways to say what a test is given. The rules are the tests' own, so that no change of a rule file can hide here.</summary>
internal static class Given
{
    public static readonly Guid City = new("00000000-0000-0000-0000-00000000000c");
    public static readonly Guid Town = new("00000000-0000-0000-0000-00000000000d");
    public static readonly Guid OtherCity = new("00000000-0000-0000-0000-00000000000e");

    public static LocalDate Day(string iso) => LocalDatePattern.Iso.Parse(iso).Value;

    public static DayRange Days(string from, string? to = null) => new(Day(from), to is null ? null : Day(to));

    public static Check Check(string every = "quarter", int times = 1, string evidence = "generalMeeting", string[]? of = null, string? during = null)
    {
        var written = new Dictionary<string, object> { ["is"] = "atLeastPerPeriod", ["of"] = of ?? ["branch"], ["evidence"] = evidence, ["times"] = times, ["every"] = every };
        if (during is not null) written["while"] = during;
        return new RuleReader(RuleCatalog.Embedded.Vocabulary).ReadCheck(JsonSerializer.SerializeToElement(written), "a test").Value;
    }

    /// <summary>A check of any shape; what is null is left out. The words are those of the tests' own rule files.</summary>
    public static Check Shaped(object written)
    {
        var read = RuleBooks.ShapeFiles.Reader.ReadCheck(JsonSerializer.SerializeToElement(written, new JsonSerializerOptions { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull }), "a test");
        read.Errors.Select(e => e.Message.En).Should().BeEmpty();
        return read.Value;
    }

    /// <summary>Where the reader points, and what it says, when the check is changed like this; null takes a key away.</summary>
    public static (string Pointer, string Message) FaultOf(Check check, string change)
    {
        var written = check.Parameters.ToDictionary(p => p.Key, p => (JsonElement?)p.Value);
        using var changes = JsonDocument.Parse(change);
        foreach (var key in changes.RootElement.EnumerateObject())
        {
            if (key.Value.ValueKind == JsonValueKind.Null) written.Remove(key.Name);
            else written[key.Name] = key.Value.Clone();
        }

        var error = RuleBooks.ShapeFiles.Reader.ReadCheck(JsonSerializer.SerializeToElement(written), "a test").Errors.Should().ContainSingle().Subject;
        error.Message.En.Should().StartWith($"a test{(error.Pointer is { Length: > 0 } at ? $" at {at}" : "")}: ").And.EndWith(".");
        error.Message.Zh.Should().EndWith("。");
        return (error.Pointer ?? "", error.Message.En[(error.Message.En.IndexOf(": ", StringComparison.Ordinal) + 2)..^1]);
    }

    public static RuleVersion Version(string inForceFrom, Check? check) => new(Day(inForceFrom), Basis.Source, null, check, []);

    public static Rule Rule(params RuleVersion[] oldestFirst) =>
        new("TST-1", RuleKind.Duty, new("A test.", "测试。"), new("A test.", "测试。"), new("TST", "1", null), [.. oldestFirst.Reverse()]);

    public static Rule Quarterly(int times = 1) => Rule(Version("2010-01-01", Check(times: times)));

    public static Adoptions AdoptedBy(Guid jurisdiction, string from, string? to = null) => new([new("TST", jurisdiction, Days(from, to))]);

    public static SubjectHistory Branch(
        string from = "2010-01-01", string? to = null, LifetimeSpell[]? lifetimes = null, PlaceSpell[]? places = null, Adoptions? adoptions = null, DayRange[]? committee = null) => new(
            new(new("00000000-0000-0000-0000-0000000000b0"), "branch"),
            lifetimes ?? [new("branch", Days(from, to))],
            places ?? [new(Days("2000-01-01"), new([City, Town], adoptions ?? AdoptedBy(City, "2000-01-01")))],
            committee is null ? [] : [KeyValuePair.Create("committee", DaySet.Of(committee))]);

    public static Evidence[] Meetings(params string[] days) => [.. days.Select((day, i) => Piece("generalMeeting", day, i))];

    public static Evidence Piece(string kind, string day, int number = 0) =>
        new(new($"00000000-0000-0000-0001-{number:000000000000}"), kind, Day(day), new("meeting", new($"00000000-0000-0000-0002-{number:000000000000}")));

    /// <summary>The periods and statuses as one line: <c>2024-Q1 met, 2024-Q2 due</c>. Full evidence and projection must give the same.</summary>
    public static string Judged(Rule rule, SubjectHistory subject, Evidence[] evidence, string from, string to, string asOf, params Waiver[] waivers)
    {
        var plan = new DutyPlan(rule, Day(from), Day(to));
        var full = Engine.Judge(plan, subject, evidence, waivers, Day(asOf));

        var tally = new EvidenceTally();
        foreach (var year in evidence.GroupBy(e => (e.Kind, e.For, e.OccurredOn.Year)).OrderBy(g => g.Key.Year))
        {
            var days = year.Aggregate(EvidenceDays.None(year.Key.Year), (projection, piece) => projection.Add(piece.OccurredOn).Value);
            tally.Add(year.Key.Kind, year.Key.Year, days.Encode(), year.Key.For).Succeeded.Should().BeTrue();
        }

        var lean = new Judgement[plan.Room];
        var count = Engine.Judge(plan, subject, tally, waivers, Day(asOf), lean);
        lean[..count].Should().Equal(full, "the projection must not change the answer");

        return string.Join(", ", full.Select(j => $"{j.Slot.Period.Label} {j.Status.ToString().ToLowerInvariant()}"));
    }

    public static Verdict TheVerdict(Rule rule, SubjectHistory subject, Evidence[] evidence, string period, string asOf, params Waiver[] waivers)
    {
        var days = DutyPeriod.ParseRange(period, period).Value;
        return Engine.Verdicts(rule, subject, evidence, waivers, days.From, days.To!.Value, Day(asOf)).Should().ContainSingle().Subject;
    }
}
