using PartyOrg.Domain;
using PartyOrg.Domain.Organizations;

namespace PartyOrg.WebApi.Tests.RulePacks;

/// <summary>A rule pack with a book of one duty, whose names nobody else uses.</summary>
internal static class SmallPack
{
    private static int lastName;

    public static string Name() => $"N{Interlocked.Increment(ref lastName)}";

    // A book with one duty, one kind of evidence and one kind of activity, whose names nobody else uses.
    public static Func<Id<Organization>, object> Of(string name) => jurisdiction => new
    {
        jurisdictionId = jurisdiction, title = new { en = "Help", zh = "帮扶办法" }, document = "1号",
        files = new object[]
        {
            new { name = $"Books/B{name}.json", content = new { id = $"B{name}", title = Both("Help", "帮扶"), issuer = Both("County", "县委"), inForceFrom = "2024-01-01", language = "zh", isTranslation = false } },
            new { name = $"EvidenceKinds/help{name}.json", content = new { kind = $"help{name}", noun = Both("visit", "走访"), plural = "visits", measure = "次", act = Both("make", "开展"), recordedBy = "recordActivity" } },
            new
            {
                name = $"ActivityKinds/help{name}.json",
                content = new
                {
                    kind = $"help{name}", title = Both("Visit", "走访"), evidence = $"help{name}", heldBy = new { rule = $"B{name}-1", types = new[] { "branch" } }, expected = "allWhoBelong",
                    recordedBy = new[] { "branchSecretary" }, minutesConfirmed = false,
                },
            },
            new
            {
                name = $"Rules/B{name}-1-a-visit-is-made.json",
                content = new
                {
                    id = $"B{name}-1", kind = "duty", title = Both("A visit is made.", "开展走访。"), summary = Both("A visit.", "走访。"), cite = new { book = $"B{name}", article = "1" },
                    versions = new[]
                    {
                        new
                        {
                            inForceFrom = "2024-01-01", basis = "source", check = new { @is = "atLeastPerPeriod", of = new[] { "branch" }, evidence = $"help{name}", times = 1, every = "quarter" },
                            examples = new[] { new { name = "one is enough", lifetime = new[] { "2020-01-01", null }, period = new[] { "2024-01-01", "2024-03-31" }, asOf = "2024-04-01", evidence = new[] { "2024-03-31" }, verdicts = new[] { "met" } } },
                        },
                    },
                },
            },
        },
    };

    private static object Both(string en, string zh) => new { en, zh };

    /// <summary>A pack with a book of one rule over known kinds of work.</summary>
    public static object Of(string book, Id<Organization> jurisdiction, params object[] rules) => new
    {
        jurisdictionId = jurisdiction, title = Both("A book", "制度"), document = "1号",
        files = new object[]
        {
            new { name = $"Books/{book}.json", content = new { id = book, title = Both("A book", "制度"), issuer = Both("Town", "镇党委"), inForceFrom = "2024-01-01", language = "zh", isTranslation = false } },
        }.Concat(rules.Select((rule, i) => new { name = $"Rules/{book}-{i + 1}-it-is-so.json", content = rule })),
    };

    /// <summary>A rule of such a book, the first one unless it is said otherwise.</summary>
    public static object Rule(string book, object check, object examples, int number = 1) => new
    {
        id = $"{book}-{number}", kind = "duty", title = Both("It is so.", "如此。"), summary = Both("It is so.", "如此。"), cite = new { book, article = "1" },
        versions = new[] { new { inForceFrom = "2024-01-01", basis = "source", check, examples } },
    };
}
