using Xunit.Abstractions;

[assembly: TestCollectionOrderer("PartyOrg.WebApi.Tests.LongestFirst", "PartyOrg.WebApi.Tests")]

namespace PartyOrg.WebApi.Tests;

/// <summary>The classes that take minutes begin first, so that none of them runs on alone when all others have ended.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long = ["SurvivingKills", "ImportingRegistersOnSqlite", "WhoMayDoWhat", "LoadingTheSample", "CommandLine.", "AYear"];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(c => Array.FindIndex(Long, name => c.DisplayName.Contains(name, StringComparison.Ordinal)) is >= 0 and var place ? place : Long.Length);
}
