using System.Text.Json.Nodes;
using Xunit.Abstractions;

namespace PartyOrg.Architecture.Tests.History;

/// <summary>A verdict given under a released rule must be explainable for ever: rule files only grow, and only wording is mended.</summary>
public class RuleHistory(ITestOutputHelper output)
{
    private const string Released =
        """
        { "id": "TWS-3.3", "kind": "duty", "title": { "en": "a", "zh": "甲" }, "cite": { "book": "TWS", "article": "3" },
          "versions": [ { "inForceFrom": "2020-08-24", "basis": "source", "check": { "is": "atLeastPerPeriod", "times": 1 },
            "examples": [ { "name": "n", "evidence": ["2024-03-31"], "verdicts": ["met"] } ] } ] }
        """;

    // What people read and nothing computes.
    private static readonly HashSet<string> Wording = ["title", "summary", "reading", "name", "note", "reason", "errata", "erratum", "corrected", "resolution", "choice"];

    [Fact]
    public void Released_rule_files_only_grow()
    {
        if (Release.Latest is not { } release)
        {
            output.WriteLine("Nothing is released yet (no tag v*): every rule file may still change.");
            return;
        }

        var now = Repository.Files.Where(file => IsRule(file.Path)).ToDictionary(file => file.Name);
        var before = release.Files().Where(IsRule).ToList();
        before.Should().NotBeEmpty();
        output.WriteLine($"{before.Count} rule files of {release.Tag} compared.");
        before.SelectMany(path => now.TryGetValue(Path.GetFileName(path), out var file) ? Faults(release.Text(path), file.Text).Select(fault => $"{file}: {fault}") : [$"{path} is gone"])
            .Should().BeEmpty();
    }

    [Fact]
    public void Every_rule_file_is_found() => Repository.Files.Count(file => IsRule(file.Path)).Should().BeGreaterThan(4);

    [Theory]
    [InlineData("\"en\": \"a\"", "\"en\": \"better\"")]
    [InlineData("\"name\": \"n\"", "\"name\": \"clearer\"")]
    [InlineData("\"versions\": [", "\"versions\": [ { \"inForceFrom\": \"2026-01-01\", \"basis\": \"source\", \"check\": { \"is\": \"atLeastPerPeriod\", \"times\": 2 } },")]
    [InlineData("\"examples\": [", "\"examples\": [ { \"name\": \"m\", \"evidence\": [], \"verdicts\": [\"overdue\"] },")]
    [InlineData("\"kind\": \"duty\",", "\"kind\": \"duty\", \"errata\": [ { \"on\": \"2026-01-01\", \"text\": \"a word\" } ],")]
    public void It_may_grow_and_its_wording_may_be_mended(string was, string becomes) => Faults(Released, Released.Replace(was, becomes)).Should().BeEmpty();

    [Theory]
    [InlineData("\"times\": 1", "\"times\": 2")]
    [InlineData("\"times\": 1", "\"times\": 1, \"makeUp\": true")]
    [InlineData("\"inForceFrom\": \"2020-08-24\"", "\"inForceFrom\": \"2020-08-25\"")]
    [InlineData("\"article\": \"3\"", "\"article\": \"4\"")]
    [InlineData("\"basis\": \"source\"", "\"basis\": \"reading\"")]
    [InlineData("\"verdicts\": [\"met\"]", "\"verdicts\": [\"overdue\"]")]
    [InlineData("{ \"name\": \"n\", \"evidence\": [\"2024-03-31\"], \"verdicts\": [\"met\"] }", "")]
    [InlineData("\"versions\": [", "\"versions\": [ { \"inForceFrom\": \"2019-01-01\", \"basis\": \"source\" },")]
    public void Numbers_dates_and_examples_stay(string was, string becomes) => Faults(Released, Released.Replace(was, becomes)).Should().NotBeEmpty();

    private static bool IsRule(string path) =>
        path.StartsWith("src/PartyOrg.Domain/", StringComparison.Ordinal) && path.Contains("/Rules/", StringComparison.Ordinal) && path.EndsWith(".json", StringComparison.Ordinal);

    private static IEnumerable<string> Faults(string before, string after)
    {
        var (old, young) = (JsonNode.Parse(before)!.AsObject(), JsonNode.Parse(after)!.AsObject());
        var released = Versions(old);
        var newest = released.Keys.DefaultIfEmpty("").Max(StringComparer.Ordinal);
        foreach (var (from, version) in Versions(young))
        {
            if (!released.TryGetValue(from, out var known))
            {
                if (string.CompareOrdinal(from, newest) < 0) yield return $"the new version in force from {from} is older than the released one of {newest}";
                continue;
            }

            foreach (var fault in Examples(known, version)) yield return $"version {from}: {fault}";
            if (!JsonNode.DeepEquals(Computed(known, "examples"), Computed(version, "examples"))) yield return $"version {from} has changed in more than its wording; make a new version";
        }

        foreach (var gone in released.Keys.Except(Versions(young).Keys)) yield return $"the version in force from {gone} is gone; repeal is a dated version";
        if (!JsonNode.DeepEquals(Computed(old, "versions"), Computed(young, "versions"))) yield return "what stands outside the versions has changed in more than its wording";
    }

    private static Dictionary<string, JsonObject> Versions(JsonObject rule) =>
        (rule["versions"]?.AsArray() ?? []).Select(version => version!.AsObject()).ToDictionary(version => (string)version["inForceFrom"]!);

    private static IEnumerable<string> Examples(JsonObject before, JsonObject after)
    {
        var now = (after["examples"]?.AsArray() ?? []).Select(example => Computed(example!)).ToList();
        return (before["examples"]?.AsArray() ?? []).Where(example => !now.Any(other => JsonNode.DeepEquals(other, Computed(example!)))).Select(example => $"the example \"{example!["name"]}\" is gone or changed");
    }

    private static JsonNode? Computed(JsonNode? node, string? apart = null) => node switch
    {
        JsonObject parts => new JsonObject(parts.Where(part => part.Key != apart && !Wording.Contains(part.Key)).Select(part => KeyValuePair.Create(part.Key, Computed(part.Value)))),
        JsonArray items => new JsonArray([.. items.Select(item => Computed(item))]),
        _ => node?.DeepClone(),
    };
}
