using System.Net;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;
using PartyOrg.WebApi.Tests.AdmonitionTalks;
using PartyOrg.WebApi.Tests.PartyAffairsOpenness;
using PartyOrg.WebApi.Tests.ThreeMeetingsAndOneLesson;

namespace PartyOrg.WebApi.Tests.Compliance;

/// <summary>The gatherings of the ten working systems that are owed once in a period: its last day belongs to it, and the next day to the next one. Today is May 15, 2024.</summary>
public abstract class LastAndFirstDays<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    private static readonly Dictionary<string, Dictionary<string, string>> Details = new()
    {
        ["training"] = new() { ["topic"] = "党性教育", ["hours"] = "4" },
        ["administrativeReport"] = new() { ["administrativeHead"] = "总经理 陈某" },
        ["leadersReport"] = new() { ["reportingCadres"] = "刘强", ["employeesPresent"] = "40" },
    };

    [DatabaseTheory]
    [InlineData("TWS-1.5", "partyBuildingMeeting", "2024-03-31", "2024-01-01", "2024-06-30")]
    [InlineData("TWS-6.3a", "centralisedStudy", "2024-02-29", "2024-02-01", "2024-03-31")]
    [InlineData("TWS-6.3b", "training", "2023-12-31", "2023-07-01", "2024-06-30")]
    [InlineData("TWS-6.5", "organizationLifeMeeting", "2023-12-31", "2023-01-01", "2024-12-31")]
    [InlineData("TWS-9.2.4", "administrativeReport", "2023-12-31", "2023-07-01", "2024-06-30")]
    [InlineData("TWS-9.2.5", "leadersReport", "2023-12-31", "2023-01-01", "2024-12-31")]
    public async Task The_last_day_of_a_period_belongs_to_it_and_the_day_after_to_the_next(string rule, string kind, string last, string from, string to)
    {
        var branch = await ProposingTalks<TDatabase>.Adopted(api);
        var lastDay = NodaTime.Text.LocalDatePattern.Iso.Parse(last).Value;
        async Task Hold(LocalDate day)
        {
            var record = branch.Record(day, kind) with { Agenda = [new("组织生活")], Details = Details.GetValueOrDefault(kind) ?? [] };
            var roll = kind == "partyBuildingMeeting" ? branch.CommitteeRoll() : [.. branch.Roll(branch.Chen)];
            (await branch.Keeper.Post("/api/v1/meetings", new { organizationId = branch.Id, record, roll })).ShouldBe(HttpStatusCode.Created);
        }

        async Task<IEnumerable<string?>> Verdicts() => await Affairs.Verdicts(api, branch, rule, $"&from={from}&to={to}");

        await Hold(lastDay.PlusDays(1));
        (await Verdicts()).Should().Equal("overdue", "met");
        await Hold(lastDay);
        (await Verdicts()).Should().Equal("met", "met");
    }
}

public sealed class LastAndFirstDaysOnSqlite(ApiHost<OnSqlite> api) : LastAndFirstDays<OnSqlite>(api);

public sealed class LastAndFirstDaysOnPostgreSql(ApiHost<OnPostgreSql> api) : LastAndFirstDays<OnPostgreSql>(api);

public sealed class LastAndFirstDaysOnSqlServer(ApiHost<OnSqlServer> api) : LastAndFirstDays<OnSqlServer>(api);
