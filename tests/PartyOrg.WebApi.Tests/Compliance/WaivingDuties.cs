using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;
using PartyOrg.WebApi.Tests.ThreeMeetingsAndOneLesson;

namespace PartyOrg.WebApi.Tests.Compliance;

/// <summary>A superior excuses one duty in one period (REG-17). Today is May 15, 2024.</summary>
public abstract class WaivingDuties<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    private const string Reason = "企业停产检修，党员全部外出";

    [DatabaseFact]
    public async Task A_waived_duty_says_so_with_the_reason_and_the_roll_up_counts_it()
    {
        var (tree, officer) = await Adopted();
        (await Verdict(officer, tree.Branch, "TWS-3.3", "2024-Q1")).Should().Be("overdue");

        var given = (await Waive(officer, tree.Branch, "TWS-3.3", "2024-Q1")).ShouldBe(HttpStatusCode.Created);
        given.ETag.Should().Be("\"1\"");
        given.At("ruleId").GetString().Should().Be("TWS-3.3");
        given.At("organizationId").GetGuid().Should().Be(tree.Branch.Id.Value);
        (given.At("period", "label").GetString(), given.At("period", "from").GetString(), given.At("period", "to").GetString()).Should().Be(("2024-Q1", "2024-01-01", "2024-03-31"));
        given.At("reason").GetString().Should().Be(Reason);
        (await officer.Get(given.Location!.ToString())).ShouldBe(HttpStatusCode.OK).At("id").GetGuid().Should().Be(given.At("id").GetGuid());

        var duties = await officer.Get($"/api/v1/organizations/{tree.Branch.Id}/duties?rule=TWS-3.3&from=2024-Q1&to=2024-Q2");
        duties.At("items").EnumerateArray().Select(i => i.GetProperty("status").GetString()).Should().Equal("waived", "due");
        duties.At("items", 0, "reasons").EnumerateArray().Should().Contain(r => r.GetProperty("zh").GetString()!.Contains(Reason));
        duties.At("items", 0, "shortfall", "en").GetString().Should().NotBeNullOrEmpty("a waiver does not hide what was not done");
        (await Verdict(officer, tree.SiblingBranch, "TWS-3.3", "2024-Q1")).Should().Be("overdue", "another branch was not excused");
        (await Verdict(officer, tree.Branch, "TWS-3.4", "2024-H1")).Should().Be("due", "another rule was not waived");

        var roll = await officer.Get($"/api/v1/organizations/{tree.Town.Id}/compliance?from=2024-Q1&rule=TWS-3.3");
        (roll.At("total", "waived").GetInt32(), roll.At("total", "overdue").GetInt32()).Should().Be((1, 1));
        (await officer.Get($"/api/v1/organizations/{tree.Branch.Id}/duties?status=waived")).At("items").GetArrayLength().Should().Be(1);
    }

    [DatabaseFact]
    public async Task A_waiver_is_taken_back_with_a_reason_and_what_was_known_before_stays_known()
    {
        var (tree, officer) = await Adopted();
        var start = new Domain.Time.Clock(api.Clock).Now;
        api.Clock.Advance(Duration.FromMinutes(1));
        var waiver = (await Waive(officer, tree.Branch, "TWS-3.3", "2024-Q1")).ShouldBe(HttpStatusCode.Created);
        api.Clock.Advance(Duration.FromMinutes(1));
        var there = waiver.Location!.ToString();
        (await officer.Post($"{there}/withdrawal", new { reason = "核实后该支部可以开会" })).ShouldBe(HttpStatusCode.PreconditionRequired);
        (await officer.Post($"{there}/withdrawal", new { reason = "核实后该支部可以开会" }, ifMatch: "\"9\"")).ShouldBe(HttpStatusCode.PreconditionFailed);
        (await officer.Post($"{there}/withdrawal", new { reason = " " }, ifMatch: waiver.ETag)).ShouldPointAt("/reason");
        var withdrawn = (await officer.Post($"{there}/withdrawal", new { reason = "核实后该支部可以开会" }, ifMatch: waiver.ETag)).ShouldBe(HttpStatusCode.OK);
        withdrawn.ETag.Should().Be("\"2\"");
        withdrawn.At("withdrawnBecause").GetString().Should().Be("核实后该支部可以开会");
        (await officer.Post($"{there}/withdrawal", new { reason = "再次" }, ifMatch: withdrawn.ETag)).ShouldBeProblem(HttpStatusCode.Conflict, "waiver-withdrawn-already");

        async Task<string?> Known(Duration after) =>
            await Verdict(officer, tree.Branch, "TWS-3.3", $"2024-Q1&knownAt={start + after:uuuu-MM-dd'T'HH:mm:ss'Z'}");
        (await Known(Duration.FromMinutes(1) - Duration.FromSeconds(1))).Should().Be("overdue");
        (await Known(Duration.FromMinutes(1))).Should().Be("waived");
        (await Known(Duration.FromMinutes(2) - Duration.FromSeconds(1))).Should().Be("waived");
        (await Known(Duration.FromMinutes(2))).Should().Be("overdue");
        (await Verdict(officer, tree.Branch, "TWS-3.3", "2024-Q1")).Should().Be("overdue");
        (await Waive(officer, tree.Branch, "TWS-3.3", "2024-Q1")).ShouldBe(HttpStatusCode.Created);
        (await Verdict(officer, tree.Branch, "TWS-3.3", "2024-Q1")).Should().Be("waived", "what was taken back can be given again");

        var all = await officer.Get($"/api/v1/organizations/{tree.Town.Id}/waivers");
        all.At("items").EnumerateArray().Select(w => w.TryGetProperty("withdrawnAt", out var at) && at.ValueKind != System.Text.Json.JsonValueKind.Null).Should().Equal(false, true);
        var first = await officer.Get($"/api/v1/organizations/{tree.Branch.Id}/waivers?limit=1");
        (await officer.Get($"/api/v1/organizations/{tree.Branch.Id}/waivers?limit=1&cursor={first.At("next").GetString()}")).At("items", 0, "id").GetGuid().Should().Be(waiver.At("id").GetGuid());
        (await officer.Get($"/api/v1/organizations/{tree.SiblingBranch.Id}/waivers")).At("items").GetArrayLength().Should().Be(0);
        (await officer.Get($"/api/v1/organizations/{tree.Branch.Id}/waivers?rule=TWS-3.4")).At("items").GetArrayLength().Should().Be(0);
    }

    [DatabaseFact]
    public async Task Only_an_officer_above_waives_and_never_the_organization_itself()
    {
        var world = await MeetingBranch.Plant(api);
        await Adopt(world.Tree);
        (await Waive(world.Keeper, world.Tree.Branch, "TWS-3.3", "2024-Q1")).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "REG-17");

        // A town officer who is the branch's secretary excuses neither his branch nor its groups, but others.
        var secretary = await api.SignedIn(Role.TownOfficer, world.Tree.Town.Id, world.Secretary.Id);
        (await Waive(secretary, world.Tree.Branch, "TWS-3.3", "2024-Q1")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "waiver-for-oneself", "REG-17");
        (await Waive(secretary, world.Group, "TWS-3.1", "2024-04")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "waiver-for-oneself", "REG-17");
        (await Waive(secretary, world.Tree.SiblingBranch, "TWS-3.3", "2024-Q1")).ShouldBe(HttpStatusCode.Created);
        var itself = await api.SignedIn(Role.TownOfficer, world.Tree.Branch.Id);
        (await Waive(itself, world.Tree.Branch, "TWS-3.3", "2024-Q1")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "waiver-for-oneself", "REG-17");

        var county = await api.SignedIn(Role.CountyOfficer, world.Tree.County.Id);
        var waiver = (await Waive(county, world.Group, "TWS-3.1", "2024-04")).ShouldBe(HttpStatusCode.Created);
        (await Verdict(world.Keeper, world.Tree.Branch, "TWS-3.1", "2024-04")).Should().Be("waived", "the branch sees its group's duties");
        (await world.Keeper.Get(waiver.Location!.ToString())).ShouldBe(HttpStatusCode.OK);
        (await world.Keeper.Post($"{waiver.Location}/withdrawal", new { reason = "自行撤回" }, ifMatch: waiver.ETag)).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "REG-17");
        (await secretary.Post($"{waiver.Location}/withdrawal", new { reason = "自行撤回" }, ifMatch: waiver.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "waiver-for-oneself", "REG-17");

        var elsewhere = await api.SignedIn(Role.TownOfficer, world.Tree.SiblingTown.Id);
        (await Waive(elsewhere, world.Tree.Branch, "TWS-3.3", "2024-Q1")).ShouldBeProblem(HttpStatusCode.NotFound, "organization-not-found");
        (await elsewhere.Get(waiver.Location!.ToString())).ShouldBeProblem(HttpStatusCode.NotFound, "waiver-not-found");
        (await elsewhere.Post($"{waiver.Location}/withdrawal", new { reason = "越权" }, ifMatch: waiver.ETag)).ShouldBeProblem(HttpStatusCode.NotFound, "waiver-not-found");
    }

    [DatabaseFact]
    public async Task What_is_met_or_asked_of_nobody_is_not_waived_and_nothing_is_waived_twice()
    {
        var world = await MeetingBranch.Plant(api);
        await Adopt(world.Tree);
        var officer = await api.SignedIn(Role.TownOfficer, world.Tree.Town.Id);
        var meeting = await world.Recorded();

        (await Waive(officer, world.Tree.Branch, "TWS-3.3", "2024-Q2")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "waiver-of-met-duty", "REG-17");
        (await Waive(officer, world.Tree.Branch, "TWS-3.1", "2024-04")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "waiver-of-no-duty", "REG-17");
        (await Waive(officer, world.Tree.Branch, "TWS-3.3", "2023-Q4")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "waiver-of-no-duty", "REG-17");
        (await Waive(officer, world.Tree.Branch, "REG-5", "2024-Q1")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "waiver-of-rule-not-judged", "REG-17");
        (await Waive(officer, world.Tree.Branch, "TWS-3.3", "2024-Q3")).ShouldBe(HttpStatusCode.Created);
        (await Waive(officer, world.Tree.Branch, "TWS-3.3", "2024-Q3")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "waived-already", "REG-17");

        // Ahead of its period too; work that is done all the same counts.
        (await Verdict(officer, world.Tree.Branch, "TWS-3.3", "2024-Q3")).Should().Be("waived");
        (await Waive(officer, world.Tree.Branch, "TWS-3.4", "2024-H1")).ShouldBe(HttpStatusCode.Created);
        await world.Recorded(world.General() with
        {
            Record = world.Record(new(2024, 5, 12), "partyClass") with
            {
                Agenda = [new("讲党课", "lecture")], Details = new Dictionary<string, string> { ["lecturer"] = "刘强", ["topic"] = "党章", ["hours"] = "1.5" },
            },
        });
        (await Verdict(officer, world.Tree.Branch, "TWS-3.4", "2024-H1")).Should().Be("met");
        meeting.Version.Should().Be(1);
    }

    [DatabaseTheory]
    [InlineData("TWS-3.3", "2024-Q5", Reason, "period-unknown", "/period")]
    [InlineData("TWS-3.3", "2024-01", Reason, "period-not-of-rule", "/period")]
    [InlineData("TWS-3.3", "2019-Q1", Reason, "period-not-of-rule", "/period")]
    [InlineData("TWS-3.3", "2024-Q1", "", "text-missing", "/reason")]
    public async Task A_wrong_value_is_refused_with_a_pointer(string rule, string period, string reason, string code, string pointer)
    {
        var (tree, officer) = await Adopted();
        var refusal = (await officer.Post($"/api/v1/organizations/{tree.Branch.Id}/waivers", new { ruleId = rule, period, reason })).ShouldPointAt(pointer);
        refusal.At("errors", 0, "code").GetString().Should().Be(code);
    }

    [DatabaseFact]
    public async Task An_unknown_rule_or_waiver_is_not_found()
    {
        var (tree, officer) = await Adopted();
        (await Waive(officer, tree.Branch, "TWS-99", "2024-Q1")).ShouldBeProblem(HttpStatusCode.NotFound, "rule-not-found");
        (await officer.Get($"/api/v1/waivers/{api.Ids.New()}")).ShouldBeProblem(HttpStatusCode.NotFound, "waiver-not-found");
        (await officer.Get($"/api/v1/organizations/{tree.FarBranch.Id}/waivers")).ShouldBeProblem(HttpStatusCode.NotFound, "organization-not-found");
    }

    [DatabaseFact]
    public async Task The_audit_and_the_events_tell_of_waivers_and_the_same_request_gives_one()
    {
        var (tree, officer) = await Adopted();
        var body = new { ruleId = "TWS-3.3", period = "2024-Q1", reason = Reason };
        var there = $"/api/v1/organizations/{tree.Branch.Id}/waivers";
        (await officer.Post(there, body, key: "")).ShouldBeProblem(HttpStatusCode.BadRequest, "idempotency-key-required");
        var first = (await officer.Post(there, body, key: "waive-once")).ShouldBe(HttpStatusCode.Created);
        (await officer.Post(there, body, key: "waive-once")).ShouldBe(HttpStatusCode.Created).At("id").GetGuid().Should().Be(first.At("id").GetGuid());
        (await officer.Post($"{first.Location}/withdrawal", new { reason = "误录" }, ifMatch: first.ETag)).ShouldBe(HttpStatusCode.OK);

        var id = first.At("id").GetGuid();
        var told = await api.Look(db => db.Outbox.Where(e => e.SubjectId == id).ToListAsync());
        told.Select(e => (e.Type, e.OrganizationId)).Should().BeEquivalentTo([("waiver.given", (Guid?)tree.Branch.Id.Value), ("waiver.withdrawn", (Guid?)tree.Branch.Id.Value)]);
        var audited = await api.Look(db => db.AuditEntries.Where(e => e.ChainId == tree.Branch.Id.Value).OrderBy(e => e.Sequence).Select(e => e.Operation).ToListAsync());
        audited.Should().Equal("WaiveDuty", "WithdrawWaiver");
    }

    private static Task<Answer> Waive(ApiClient client, Organization organization, string ruleId, string period) =>
        client.Post($"/api/v1/organizations/{organization.Id}/waivers", new { ruleId, period, reason = Reason });

    private static async Task<string?> Verdict(ApiClient client, Organization organization, string rule, string period) =>
        (await client.Get($"/api/v1/organizations/{organization.Id}/duties?rule={rule}&from={period}")).ShouldBe(HttpStatusCode.OK).At("items", 0, "status").GetString();

    private async Task<(SmallTree Tree, ApiClient Officer)> Adopted()
    {
        var tree = await SmallTree.Plant(api);
        await Adopt(tree);
        return (tree, await api.SignedIn(Role.TownOfficer, tree.Town.Id));
    }

    private async Task Adopt(SmallTree tree)
    {
        var officer = await api.SignedIn(Role.CityOfficer, tree.City.Id);
        (await officer.Post($"/api/v1/organizations/{tree.City.Id}/rule-book-adoptions", new { book = "TWS", from = "2024-01-01" })).ShouldBe(HttpStatusCode.Created);
    }
}

public sealed class WaivingDutiesOnSqlite(ApiHost<OnSqlite> api) : WaivingDuties<OnSqlite>(api);

public sealed class WaivingDutiesOnPostgreSql(ApiHost<OnPostgreSql> api) : WaivingDuties<OnPostgreSql>(api);

public sealed class WaivingDutiesOnSqlServer(ApiHost<OnSqlServer> api) : WaivingDuties<OnSqlServer>(api);
