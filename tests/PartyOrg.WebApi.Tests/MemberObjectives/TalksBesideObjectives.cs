using System.Net;
using PartyOrg.Domain.Accounts;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.MemberObjectives;

/// <summary>Admonition talks as evidence for assessing a member (TWS-10.4, TWS-5): told to those who may read the case, and to nobody else.</summary>
public abstract class TalksBesideObjectives<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    [DatabaseFact]
    public async Task A_years_talks_stand_beside_the_objectives_for_those_who_may_read_the_case()
    {
        api.Clock.MoveTo(new LocalDate(2024, 5, 15));
        var branch = await ObjectivesBranch.Plant(api, groups: true, committee: true);
        var url = await branch.Approved(3);
        api.Clock.MoveTo(new LocalDate(2024, 12, 30));
        var secretary = await Member(branch, 0);
        var arranged = await Arranged(branch, secretary, "2024-12-31");
        var before = (await secretary.Get(url)).ShouldBe(HttpStatusCode.OK);
        before.At("admonitionTalks").GetArrayLength().Should().Be(0, "none was held yet");

        api.Clock.MoveTo(new LocalDate(2024, 12, 31));
        secretary = await Member(branch, 0);
        await Step(secretary, arranged, "record", new { heldOn = "2024-12-31", problem = "一", education = "二", direction = "三", attitude = (string?)null });
        var open = (await secretary.Get(url, ifNoneMatch: before.ETag)).ShouldBe(HttpStatusCode.OK);
        open.ETag.Should().Be(before.ETag, "the objectives have not changed");
        var talk = open.At("admonitionTalks").EnumerateArray().Single();
        (talk.GetProperty("caseId").GetString(), talk.GetProperty("heldOn").GetString()).Should().Be((arranged.Split('/')[^1], "2024-12-31"));
        talk.EnumerateObject().Select(p => p.Name).Should().BeSubsetOf(["caseId", "heldOn", "closedOn"], "what was said, and how it ended, stands in the case alone");

        await Step(secretary, arranged, "requirements", new { requirements = "改正", term = "2025-03-01", followerId = branch.Branch.Members[4].Id });
        await Step(await Member(branch, 4), arranged, "follow-ups", new { on = "2024-12-31", found = "有改进" });
        await Step(secretary, arranged, "outcome", new { improved = true, assessment = "已改正", handling = (string?)null });
        var next = await Arranged(branch, secretary, "2025-01-01");

        api.Clock.MoveTo(new LocalDate(2025, 1, 1));
        secretary = await Member(branch, 0);
        await Step(secretary, next, "record", new { heldOn = "2025-01-01", problem = "一", education = "二", direction = "三", attitude = (string?)null });
        var tree = branch.Branch.Tree;
        ApiClient[] readers = [secretary, await Member(branch, 2), await Member(branch, 3), await api.SignedIn(Role.TownOfficer, tree.Town.Id)];
        foreach (var reader in readers)
        {
            var told = (await reader.Get(url)).ShouldBe(HttpStatusCode.OK).At("admonitionTalks").EnumerateArray().ToList();
            told.Select(t => t.GetProperty("closedOn").GetString()).Should().Equal(["2024-12-31"], "the talk of January 1 belongs to the next year");
        }

        // The leader of his group and the auditor read the objectives, and find no talk; an ordinary member finds no objectives.
        foreach (var reader in new[] { await Member(branch, 1), await api.SignedIn(Role.Auditor, tree.Town.Id) })
            (await reader.Get(url)).ShouldBe(HttpStatusCode.OK).At("admonitionTalks").GetArrayLength().Should().Be(0);
        (await (await Member(branch, 5)).Get(url)).ShouldBeProblem(HttpStatusCode.NotFound, "objectives-not-found");

        // Five years after its end the case expires from view, and so does the talk.
        api.Clock.MoveTo(new LocalDate(2029, 12, 31));
        (await (await Member(branch, 0)).Get(url)).At("admonitionTalks").GetArrayLength().Should().Be(1);
        api.Clock.MoveTo(new LocalDate(2030, 1, 1));
        (await (await Member(branch, 0)).Get(url)).ShouldBe(HttpStatusCode.OK).At("admonitionTalks").GetArrayLength().Should().Be(0);
    }

    private Task<ApiClient> Member(ObjectivesBranch branch, int member) => api.SignedIn(Role.None, person: branch.Branch.Members[member].Id);

    private static async Task<string> Arranged(ObjectivesBranch branch, ApiClient secretary, string on)
    {
        var proposal = new { personId = branch.Branch.Members[3].Id, grounds = new[] { new { ground = "unwillingToHelp", facts = "事实", effect = (string?)null } } };
        var at = (await secretary.Post($"/api/v1/organizations/{branch.Id}/admonition-cases", proposal)).ShouldBe(HttpStatusCode.Created).Location!.ToString();
        await Step(secretary, at, "decision", new { talkerId = branch.Branch.Members[0].Id, reason = "同意" });
        await Step(secretary, at, "arrangement", new { on, startsAt = "15:00", place = "活动室", requirements = "准备说明", recorderId = branch.Branch.Members[2].Id });
        return at;
    }

    private static async Task Step(ApiClient by, string at, string step, object body) =>
        (await by.Post($"{at}/{step}", body, ifMatch: (await by.Get(at)).ETag)).ShouldBe(HttpStatusCode.OK);
}

public sealed class TalksBesideObjectivesOnSqlite(ApiHost<OnSqlite> api) : TalksBesideObjectives<OnSqlite>(api);

public sealed class TalksBesideObjectivesOnPostgreSql(ApiHost<OnPostgreSql> api) : TalksBesideObjectives<OnPostgreSql>(api);

public sealed class TalksBesideObjectivesOnSqlServer(ApiHost<OnSqlServer> api) : TalksBesideObjectives<OnSqlServer>(api);
