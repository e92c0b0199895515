using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;
using PartyOrg.WebApi.Tests.ThreeMeetingsAndOneLesson;

namespace PartyOrg.WebApi.Tests.Compliance;

/// <summary>
/// The process keeps what the duties of single organizations are judged by. Whatever is recorded, the very next answer is the one that is read anew: what was known at an instant never
/// comes out of what is kept.
/// </summary>
public abstract class KeptRecords<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    [DatabaseFact]
    public async Task Duties_asked_for_again_and_again_are_at_every_moment_those_that_are_read_anew()
    {
        var branch = await MeetingBranch.Plant(api);
        var officer = await api.SignedIn(Role.CityOfficer, branch.Tree.City.Id);
        var said = "";
        await Agree(changed: false);

        await officer.Post($"/api/v1/organizations/{branch.Tree.City.Id}/rule-book-adoptions", new { book = "TWS", from = "2024-01-01" });
        await Agree();
        var meeting = await branch.Recorded();
        await Agree();
        await branch.Keeper.Post($"/api/v1/meetings/{meeting.Id}/corrections", new CorrectMeeting.Body("有误", branch.Record(new(2024, 5, 11)), branch.Roll(branch.Li)), ifMatch: "\"1\"");
        await Agree();
        await branch.Keeper.Post($"/api/v1/meetings/{meeting.Id}/withdrawal", new { reason = "重复登记" }, key: "", ifMatch: "\"2\"");
        await Agree();
        var leader = await api.SignedIn(Role.None, person: branch.Wang.Id);
        await leader.Post("/api/v1/meetings", branch.OfGroup());
        await Agree();
        var sibling = await api.SignedIn(Role.BranchSecretary, branch.Tree.Town.Id);
        await sibling.Post("/api/v1/meetings", new RecordMeeting(
            branch.Tree.SiblingBranch.Id, branch.Record(new(2024, 5, 12)) with { JointWith = [branch.Id], ChairId = branch.Stranger.Id, RecorderId = branch.Stranger.Id },
            [.. branch.Roll(branch.Li), new(branch.Stranger.Id, AttendanceStatus.Present)]));
        await Agree();
        await officer.Post($"/api/v1/organizations/{branch.Id}/waivers", new { ruleId = "TWS-3.4", period = "2024-H1", reason = "支部党员集体外出施工" });
        await Agree();
        await officer.Post("/api/v1/organizations", new { superiorId = branch.Id, code = $"G2-{branch.Tree.Town.Code}", name = "第二党小组", type = "partyGroup", foundedOn = "2024-05-01" });
        await Agree();
        await officer.Put($"/api/v1/organizations/{branch.Group.Id}", new { name = "第一党小组" }, (await officer.Get($"/api/v1/organizations/{branch.Group.Id}")).ETag);
        await Agree();
        var posts = (await officer.Get($"/api/v1/organizations/{branch.Id}/posts")).At("items").EnumerateArray().ToList();
        var publicist = posts.Single(p => p.GetProperty("office").GetString() == "publicityMember").GetProperty("id").GetGuid();
        await officer.Post($"/api/v1/organizations/{branch.Id}/posts/{publicist}/end", new { lastDay = "2024-03-31" }, ifMatch: (await officer.Get($"/api/v1/organizations/{branch.Id}")).ETag);
        await Agree();
        await officer.Post($"/api/v1/organizations/{branch.Id}/move", new { superiorId = branch.Tree.SiblingTown.Id, from = "2024-04-01" }, ifMatch: (await officer.Get($"/api/v1/organizations/{branch.Id}")).ETag);
        await Agree();

        async Task Agree(bool changed = true)
        {
            var before = said;
            for (var i = 0; i < 3; i++)
            {
                said = (await officer.Get($"{Duties(branch)}")).ShouldBe(HttpStatusCode.OK).At("items").GetRawText();
                var anew = (await officer.Get($"{Duties(branch)}&knownAt={new Domain.Time.Clock(api.Clock).Now:uuuu-MM-dd'T'HH:mm:ss'Z'}")).ShouldBe(HttpStatusCode.OK).At("items").GetRawText();
                said.Should().Be(anew);
            }

            (said != before && before.Length > 0).Should().Be(changed);
            api.Clock.Advance(Duration.FromSeconds(1));
        }
    }

    [DatabaseFact]
    public async Task Whoever_may_not_ask_is_not_told_what_another_one_was_and_a_right_that_ended_tells_no_more()
    {
        var branch = await MeetingBranch.Plant(api);
        for (var i = 0; i < 3; i++) (await branch.Keeper.Get(Duties(branch))).ShouldBe(HttpStatusCode.OK);
        (await (await api.SignedIn(Role.TownOfficer, branch.Tree.SiblingTown.Id)).Get(Duties(branch))).ShouldBeProblem(HttpStatusCode.NotFound, "organization-not-found");
        var officer = await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id);
        (await officer.Get(Duties(branch))).ShouldBe(HttpStatusCode.OK);
        (await officer.Delete("/api/v1/sessions/current", "")).Status.Should().BeOneOf(HttpStatusCode.OK, HttpStatusCode.NoContent);
        (await officer.Get(Duties(branch))).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [DatabaseFact]
    public async Task Another_name_of_whoever_holds_an_office_moves_the_version_of_the_register()
    {
        var branch = await MeetingBranch.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id);
        var before = await Register();
        (await officer.Put($"/api/v1/members/{branch.Publicist.Id}", new { name = "孙莉" }, (await officer.Get($"/api/v1/members/{branch.Publicist.Id}")).ETag)).ShouldBe(HttpStatusCode.OK);
        (await Register()).Should().BeGreaterThan(before);

        Task<long> Register() => api.Look(db => db.StoredVersions.Where(v => v.Name == StoredVersion.Register).Select(v => v.Number).SingleAsync());
    }

    private static string Duties(MeetingBranch branch) => $"/api/v1/organizations/{branch.Id}/duties?from=2024-01-01&to=2024-06-30&asOf=2024-06-30";
}

public sealed class KeptRecordsOnSqlite(ApiHost<OnSqlite> api) : KeptRecords<OnSqlite>(api);

public sealed class KeptRecordsOnPostgreSql(ApiHost<OnPostgreSql> api) : KeptRecords<OnPostgreSql>(api);

public sealed class KeptRecordsOnSqlServer(ApiHost<OnSqlServer> api) : KeptRecords<OnSqlServer>(api);
