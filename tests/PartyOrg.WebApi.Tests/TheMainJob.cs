using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PartyOrg.Application.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.Infrastructure.Jobs;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests;

/// <summary>
/// What the product is for, from beginning to end: a town officer brings his register as he keeps it, a secretary records the work, and everybody
/// sees which duties are met, due and overdue, why, by which article, and what to do next.
/// </summary>
public abstract class TheMainJob<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    private const string V1 = "/api/v1";

    [DatabaseFact]
    public async Task From_a_spreadsheet_to_verdicts()
    {
        var tree = await SmallTree.Plant(api);
        var city = await api.SignedIn(Role.CityOfficer, tree.City.Id);
        var town = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        (await city.Post($"{V1}/organizations/{tree.City.Id}/rule-book-adoptions", new { book = "TWS", from = "2023-01-01" })).ShouldBe(HttpStatusCode.Created);

        // The register, first with two mistakes in it.
        var secretary = Numbers.Identity();
        var wrong = Register(tree.Town.Code, secretary, mistaken: true);
        var refused = await Import(town, wrong);
        refused.At("status").GetString().Should().Be("refused");
        var errors = await town.Get($"{V1}/imports/{refused.At("id").GetString()}/errors");
        errors.At("items").EnumerateArray().Select(e => (e.GetProperty("sheet").GetString(), e.GetProperty("cell").GetString(), e.GetProperty("code").GetString()))
            .Should().BeEquivalentTo([("党员", "B3", "identity-number-check"), ("组织", "D3", "organization-not-found")], "every error is shown where it stands: {0}", errors);

        var ready = await Import(town, Register(tree.Town.Code, secretary, mistaken: false));
        ready.At("status").GetString().Should().Be("ready", "{0}", ready);
        (await town.Get($"{V1}/organizations?code=HX-01")).At("items").GetArrayLength().Should().Be(0, "nothing is written before it is confirmed");
        (await town.Post($"{V1}/imports/{ready.At("id").GetString()}/confirmation", ifMatch: ready.ETag)).ShouldBe(HttpStatusCode.Accepted);
        await RunJobs();
        (await town.Get($"{V1}/imports/{ready.At("id").GetString()}")).At("status").GetString().Should().Be("confirmed");

        // The secretary has his right from his post in the register.
        var branch = new Id<Organization>((await town.Get($"{V1}/organizations?code=HX-01")).At("items", 0, "id").GetGuid());
        var group = new Id<Organization>((await town.Get($"{V1}/organizations?code=HX-01-1")).At("items", 0, "id").GetGuid());
        var post = (await town.Get($"{V1}/organizations/{branch}/posts")).At("items").EnumerateArray().Single(p => p.GetProperty("office").GetString() == "secretary");
        var himself = await api.SignedIn(Role.None, person: new(post.GetProperty("personId").GetGuid()));

        await Hold(himself, branch, "committeeMeeting", new(2024, 4, 30));
        await Hold(himself, branch, "generalMeeting", new(2024, 3, 31));
        await Hold(himself, branch, "partyClass", new(2024, 2, 29));
        await Hold(himself, group, "partyGroupMeeting", new(2024, 5, 1));

        // Each period's verdict, with evidence, shortfall, next step and citation.
        var duties = (await himself.Get($"{V1}/organizations/{branch}/duties?from=2024-01&to=2024-H1")).ShouldBe(HttpStatusCode.OK);
        Statuses(duties, "TWS-3.1").Should().Equal(("2024-01", "overdue"), ("2024-02", "overdue"), ("2024-03", "overdue"), ("2024-04", "overdue"), ("2024-05", "met"), ("2024-06", "upcoming"));
        Statuses(duties, "TWS-3.2").Should().Equal(("2024-01", "overdue"), ("2024-02", "overdue"), ("2024-03", "overdue"), ("2024-04", "met"), ("2024-05", "due"), ("2024-06", "upcoming"));
        Statuses(duties, "TWS-3.3").Should().Equal(("2024-Q1", "met"), ("2024-Q2", "due"));
        Statuses(duties, "TWS-3.4").Should().Equal(("2024-H1", "met"));
        foreach (var verdict in duties.At("items").EnumerateArray().Where(v => v.GetProperty("ruleId").GetString()!.StartsWith("TWS-3.", StringComparison.Ordinal)))
        {
            verdict.GetProperty("citation").GetProperty("article").GetString().Should().Be("3");
            var met = verdict.GetProperty("status").GetString() == "met";
            verdict.GetProperty("evidence").GetArrayLength().Should().Be(met ? 1 : 0);
            foreach (var piece in verdict.GetProperty("evidence").EnumerateArray())
            {
                (await himself.Get($"{V1}/meetings/{piece.GetProperty("source").GetProperty("id").GetGuid()}")).At("on").GetString().Should().Be(piece.GetProperty("occurredOn").GetString());
            }

            (verdict.GetProperty("metOn").ValueKind == System.Text.Json.JsonValueKind.String).Should().Be(met);
            if (met) continue;
            verdict.GetProperty("shortfall").GetProperty("zh").GetString().Should().Contain("1次");
            verdict.GetProperty("next").GetProperty("operationId").GetString().Should().BeOneOf("recordMeeting", "planMeeting");
        }

        // The county sees the town, and the town next to it sees nothing.
        var county = await api.SignedIn(Role.CountyOfficer, tree.County.Id);
        var roll = (await county.Get($"{V1}/organizations/{tree.County.Id}/compliance?from=2024-Q1&rule=TWS-3.3")).ShouldBe(HttpStatusCode.OK);
        roll.At("total", "met").GetInt32().Should().Be(1);
        roll.At("total", "overdue").GetInt32().Should().Be(3, "the tree's other three branches held none");
        var stranger = await api.SignedIn(Role.TownOfficer, tree.SiblingTown.Id);
        (await stranger.Get($"{V1}/organizations/{branch}/duties")).ShouldBeProblem(HttpStatusCode.NotFound, "organization-not-found");

        // The same file again changes nothing.
        var before = await Books();
        var again = await Import(town, Register(tree.Town.Code, secretary, mistaken: false));
        again.At("counts").EnumerateArray().Should().OnlyContain(c => c.GetProperty("created").GetInt32() == 0 && c.GetProperty("changed").GetInt32() == 0);
        await town.Post($"{V1}/imports/{again.At("id").GetString()}/confirmation", ifMatch: again.ETag);
        await RunJobs();
        (await Books()).Should().Be(before, "versions and evidence are as they were");
    }

    private async Task Hold(ApiClient keeper, Id<Organization> organization, string kind, LocalDate on)
    {
        var expected = (await keeper.Get($"{V1}/organizations/{organization}/expected-attendees?kind={kind}&on={on:uuuu-MM-dd}")).ShouldBe(HttpStatusCode.OK);
        var people = expected.At("items").EnumerateArray().Select(i => new Id<Person>(i.GetProperty("personId").GetGuid())).ToList();
        people.Should().NotBeEmpty();
        var record = new MeetingRecord
        {
            Kinds = [kind], HeldOn = on, StartsAt = new(14, 0), Place = "党员活动室", ChairId = people[0], RecorderId = people[^1],
            Details = kind == "partyClass" ? new Dictionary<string, string> { ["lecturer"] = "王书记", ["topic"] = "党章", ["hours"] = "1.5" } : [],
        };
        (await keeper.Post($"{V1}/meetings", new RecordMeeting(organization, record, [.. people.Select(p => new RollEntry(p, AttendanceStatus.Present))]))).ShouldBe(HttpStatusCode.Created);
    }

    private async Task<Answer> Import(ApiClient officer, byte[] workbook)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(workbook), "files", "名册.xlsx" } };
        var accepted = (await officer.Send(HttpMethod.Post, $"{V1}/imports", form, ("Idempotency-Key", api.Ids.New().ToString()))).ShouldBe(HttpStatusCode.Accepted);
        await RunJobs();
        return (await officer.Get($"{V1}/imports/{accepted.At("id").GetString()}")).ShouldBe(HttpStatusCode.OK);
    }

    private async Task RunJobs() => await api.Services.GetRequiredService<JobWorker>().RunDue();

    private async Task<string> Books() => await api.Look(async db => string.Join(",",
        await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SumAsync(db.Organizations, o => o.Version),
        await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SumAsync(db.Persons, p => p.Version),
        await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.CountAsync(db.Ledger),
        await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.CountAsync(db.Affiliations)));

    private static IEnumerable<(string?, string?)> Statuses(Answer duties, string rule) => duties.At("items").EnumerateArray().Where(v => v.GetProperty("ruleId").GetString() == rule)
        .Select(v => (v.GetProperty("period").GetProperty("label").GetString(), v.GetProperty("status").GetString()));

    private static readonly string[] Rest = [.. Enumerable.Range(0, 4).Select(_ => Numbers.Identity())];

    private static byte[] Register(string town, string secretary, bool mistaken) => Workbook.Of(
        ("组织", [["组织编码", "组织名称", "组织类型", "上级组织编码", "成立日期"], ["HX-01", "华星公司党支部", "党支部", town, "2021-07-01"], ["HX-02", "华月公司党支部", "党支部", mistaken ? "NOWHERE" : town, "2024-04-02"]]),
        ("党小组", [["党小组编码", "党小组名称", "所在党支部编码", "成立日期"], ["HX-01-1", "第一党小组", "HX-01", "2021-07-01"]]),
        ("党员", [
            ["姓名", "公民身份号码", "党员类型", "所在党组织编码", "组织关系转入日期", "党小组编码"],
            ["王建国", secretary, "正式", "HX-01", "2021-07-01", "HX-01-1"],
            ["李娜", mistaken ? Broken(Rest[0]) : Rest[0], "正式", "HX-01", "2021-07-01", "HX-01-1"],
            ["张伟", Rest[1], "正式", "HX-01", "2022-03-01", ""],
            ["刘洋", Rest[2], "预备", "HX-01", "2024-01-15", ""]]),
        ("任职", [["组织编码", "公民身份号码", "职务", "任职日期"], ["HX-01", secretary, "书记", "2021-07-01"], ["HX-01", Rest[1], "组织委员", "2022-03-01"]]));

    private static string Broken(string number) => number[..^1] + (number[^1] == '0' ? '1' : '0');
}

public sealed class TheMainJobOnSqlite(ApiHost<OnSqlite> api) : TheMainJob<OnSqlite>(api);

public sealed class TheMainJobOnPostgreSql(ApiHost<OnPostgreSql> api) : TheMainJob<OnPostgreSql>(api);

public sealed class TheMainJobOnSqlServer(ApiHost<OnSqlServer> api) : TheMainJob<OnSqlServer>(api);
