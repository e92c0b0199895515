using PartyOrg.TestSupport;
using PartyOrg.TestSupport.Databases;

namespace PartyOrg.Architecture.Tests.Tests;

/// <summary>What becomes of tests whose tool the machine lacks.</summary>
public sealed class MissingTools
{
    private static readonly Dictionary<string, Func<Func<string, string?>, string?>> SkipReasons = new()
    {
        ["NODE"] = Node.SkipReason, ["CHROMIUM"] = Chromium.SkipReason, ["POSTGRES"] = OnPostgreSql.SkipReason,
    };

    public static TheoryData<string, string> WhatEachSays => new()
    {
        { "NODE", "Node.js 20.19 or later is not installed." },
        { "CHROMIUM", "Chromium is not installed (Debian: apt-get install chromium fonts-noto-cjk)." },
        { "POSTGRES", "There is no PostgreSQL server: run scripts/test with PostgreSQL installed, or set PARTYORG_TEST_POSTGRES." },
    };

    [Theory]
    [MemberData(nameof(WhatEachSays))]
    public void A_test_whose_tool_is_missing_is_skipped_with_the_reason_and_runs_where_the_tool_is_required(string tool, string reason)
    {
        var skipReason = SkipReasons[tool];
        skipReason(Machine()).Should().Be(reason);
        skipReason(Machine(("CI", "false"), ($"PARTYORG_REQUIRE_{tool}", "0"))).Should().Be(reason);
        skipReason(Machine(("CI", "true"))).Should().BeNull();
        skipReason(Machine(($"PARTYORG_REQUIRE_{tool}", "1"))).Should().BeNull();
        foreach (var other in SkipReasons.Keys.Where(other => other != tool)) skipReason(Machine(($"PARTYORG_REQUIRE_{other}", "1"))).Should().Be(reason);
    }

    [Fact]
    public void A_test_whose_tool_is_there_runs()
    {
        var (chromium, folder) = (Path.GetTempFileName(), Directory.CreateTempSubdirectory());
        try
        {
            Chromium.SkipReason(Machine(("PARTYORG_CHROMIUM", chromium))).Should().BeNull();
            Chromium.SkipReason(Machine(("PARTYORG_CHROMIUM", chromium + "-not"))).Should().Contain("PARTYORG_CHROMIUM");
            File.WriteAllText(Path.Combine(folder.FullName, "chromium-browser"), "");
            Chromium.SkipReason(Machine(("PATH", $"/nowhere{Path.PathSeparator}{folder.FullName}"))).Should().BeNull();
            OnPostgreSql.SkipReason(Machine(("PARTYORG_TEST_POSTGRES", "Host=/run"))).Should().BeNull();
        }
        finally
        {
            File.Delete(chromium);
            folder.Delete(recursive: true);
        }
    }

    private static Func<string, string?> Machine(params (string Name, string Value)[] variables) => name => variables.FirstOrDefault(v => v.Name == name).Value;
}
