using System.Net;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;
using PartyOrg.WebApi.Tests.ThreeMeetingsAndOneLesson;

namespace PartyOrg.WebApi.Tests.AdmonitionTalks;

/// <summary>A case of an admonition talk from its facts to its outcome, and who reads it (TWS-10.1b to 10.4). It begins on May 15, 2024.</summary>
public abstract class HoldingTalks<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    private const string Cases = "/api/v1/admonition-cases";

    [DatabaseFact]
    public async Task A_candidate_is_talked_with_followed_up_and_encouraged()
    {
        var w = await Plant();
        await ProposingTalks<TDatabase>.Hold(w.Branch, AttendanceStatus.AbsentWithoutReason, AttendanceStatus.AbsentWithoutReason, AttendanceStatus.AbsentWithoutReason);
        var proposed = (await w.Secretary.Post(w.Propose, new { personId = w.Branch.Wang.Id, grounds = new[] { new { ground = "absences", facts = (string?)null, effect = (string?)null } } })).ShouldBe(HttpStatusCode.Created);
        (proposed.At("status").GetString(), proposed.At("decidedBy").GetString()).Should().Be(("proposed", "committee"));
        (await w.Secretary.Get($"/api/v1/organizations/{w.Branch.Id}/admonition-candidates")).At("items").GetArrayLength().Should().Be(0, "these facts led to a case");
        (await w.Secretary.Post(w.Propose, new { personId = w.Branch.Wang.Id, grounds = new[] { new { ground = "absences", facts = (string?)null, effect = (string?)null } } })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "admonition-not-a-candidate", "TWS-10.1");
        var at = proposed.Location!.ToString();
        var seen = (await w.Secretary.Get(at)).ShouldBe(HttpStatusCode.OK);
        seen.At("grounds", 0, "computed").GetArrayLength().Should().Be(3);
        seen.At("next", 0, "operationId").GetString().Should().Be("decideAdmonition");

        await Step(w.Committee, at, "decision", new { talkerId = w.Branch.Secretary.Id, reason = "支委会同意谈话" }, "decided");
        (await w.Wang.Get(at)).ShouldBeProblem(HttpStatusCode.NotFound, "admonition-not-found");
        await Step(w.Secretary, at, "arrangement", Arrangement(w, "2024-05-16"), "arranged");
        (await w.Wang.Get(at)).ShouldBe(HttpStatusCode.OK).At("arrangement", "place").GetString().Should().Be("活动室");

        // Agreed anew, and held on the agreed day.
        await Step(w.Secretary, at, "arrangement", Arrangement(w, "2024-05-17"), "arranged");
        w = await On(w.Branch, new(2024, 5, 17));
        var held = await Step(w.Publicist, at, "record", new { heldOn = "2024-05-17", problem = "三次无故缺席", education = "限三个月改正", direction = "制定计划", attitude = "诚恳" }, "held");
        held.Json.TryGetProperty("advices", out _).Should().BeFalse("all three contents are there");
        (await w.Wang.Get(at)).At("talk", "problem").GetString().Should().Be("三次无故缺席", "the member reads the record");
        (await w.Wang.Post($"{at}/statements", new { text = "今后按时参加" }, ifMatch: held.ETag)).ShouldBe(HttpStatusCode.OK).At("statements").GetArrayLength().Should().Be(1);
        await Step(w.Committee, at, "requirements", new { requirements = "按时参加组织生活", term = "2024-08-31", followerId = w.Branch.Zhao.Id }, "mending");
        var version = (await w.Secretary.Get(at)).ETag;
        (await w.Secretary.Post($"{at}/outcome", new { improved = true, assessment = "已改正", handling = (string?)null }, ifMatch: version)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "admonition-not-followed-up", "TWS-10.2");
        await Step(w.Zhao, at, "follow-ups", new { on = "2024-05-17", found = "参加了学习" }, "mending");
        var closed = await Step(w.Committee, at, "outcome", new { improved = true, assessment = "已改正，予以鼓励", handling = (string?)null }, "improved");
        closed.At("visibleUntil").GetString().Should().Be("2029-05-17", "five years");
        closed.At("next").GetArrayLength().Should().Be(0);
        (await w.Wang.Get(at)).At("next", 0, "operationId").GetString().Should().Be("addAdmonitionStatement");

        // It is kept, and expires from view after its term.
        w = await On(w.Branch, new(2029, 5, 17));
        (await w.Secretary.Get(at)).ShouldBe(HttpStatusCode.OK);
        w = await On(w.Branch, new(2029, 5, 18));
        (await w.Secretary.Get(at)).ShouldBe(HttpStatusCode.NotFound);
        (await w.Secretary.Get(Cases)).At("items").GetArrayLength().Should().Be(0);
        (await api.Look(db => Task.FromResult(db.AdmonitionCases.Count(c => c.OrganizationId == w.Branch.Id)))).Should().Be(1, "nothing is deleted");
    }

    [DatabaseFact]
    public async Task A_case_needs_a_ground_with_facts_and_an_effect_where_the_ground_names_one()
    {
        var w = await Plant();
        Task<Answer> Propose(params object[] grounds) => w.Secretary.Post(w.Propose, new { personId = w.Branch.Wang.Id, grounds });
        static object Ground(string ground, string? facts, string? effect = null) => new { ground, facts, effect };
        (await Propose()).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "admonition-without-ground", "TWS-10.1b");
        (await Propose(Ground("unwillingToHelp", null))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "admonition-without-facts", "TWS-10.1b");
        foreach (var ground in new[] { "waveringBeliefs", "badMorals", "civicDuties", "misuseOfRights" })
            (await Propose(Ground(ground, "事实"))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "admonition-without-effect", "TWS-10.1b");
        (await Propose(Ground("absences", "多次缺席"))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "admonition-not-a-candidate", "TWS-10.1");
        (await Propose(Ground("unpaidDues", null))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "admonition-not-a-candidate", "TWS-10.1");
        (await Propose(Ground("unwillingToHelp", "事实"), Ground("unwillingToHelp", "又一次"))).ShouldBe(HttpStatusCode.BadRequest);
        (await Propose(Ground("waveringPrinciples", "事实"), Ground("unwillingToHelp", "事实"), Ground("badMorals", "事实", "在职工中造成不良影响"))).ShouldBe(HttpStatusCode.Created);
        (await Propose(Ground("unwillingToHelp", "事实"))).ShouldBeProblem(HttpStatusCode.Conflict, "admonition-open-already");
        (await w.Secretary.Post(w.Propose, new { personId = w.Branch.Stranger.Id, grounds = new[] { Ground("unwillingToHelp", "事实") } })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "admonition-not-a-member", "TWS-10.2");
        (await w.Secretary.In("zh-CN").Post(w.Propose, new { personId = w.Branch.Zhao.Id, grounds = new[] { Ground("civicDuties", "事实") } })).At("detail").GetString().Should().Contain("不带头履行公民义务");
    }

    [DatabaseFact]
    public async Task Each_step_has_its_order_and_its_person()
    {
        var w = await Plant();
        var at = await Proposed(w);
        var steps = new (string Path, object Body)[]
        {
            ("decision", new { talkerId = w.Branch.Secretary.Id, reason = "同意" }),
            ("arrangement", Arrangement(w, "2024-05-16")),
            ("record", new { heldOn = "2024-05-16", problem = "一", education = (string?)null, direction = (string?)null, attitude = (string?)null }),
            ("requirements", new { requirements = "改正", term = "2024-08-31", followerId = w.Branch.Zhao.Id }),
            ("follow-ups", new { on = "2024-05-16", found = "有改进" }),
            ("outcome", new { improved = false, assessment = "无明显转变", handling = "建议组织处理" }),
        };
        var unknown = api.Ids.New<Person>();
        var naming = new Dictionary<string, object>
        {
            ["decision"] = new { talkerId = unknown, reason = "同意" },
            ["arrangement"] = new { on = "2024-05-16", startsAt = "10:00", place = "会议室", requirements = "带上记录", recorderId = unknown },
            ["requirements"] = new { requirements = "改正", term = "2024-08-31", followerId = unknown },
        };
        // Who does each step, and somebody who takes part and may not.
        var doers = new Func<World, ApiClient>[] { now => now.Secretary, now => now.Secretary, now => now.Publicist, now => now.Committee, now => now.Zhao, now => now.Committee };
        var others = new Func<World, ApiClient>[] { now => now.Town, now => now.Committee, now => now.Town, now => now.Town, now => now.Secretary, now => now.Town };
        for (var i = 0; i < steps.Length; i++)
        {
            if (steps[i].Path == "arrangement")
            {
                var early = new { heldOn = "2024-05-15", problem = "一", education = "二", direction = "三", attitude = (string?)null };
                (await w.Secretary.Post($"{at}/record", early, ifMatch: (await w.Secretary.Get(at)).ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-10.2");
            }

            if (steps[i].Path == "record") w = await On(w.Branch, new(2024, 5, 16));
            var version = (await w.Secretary.Get(at)).ETag;
            (await others[i](w).Post($"{at}/{steps[i].Path}", steps[i].Body, ifMatch: version)).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-10.2");
            // Nor is he told whom the register knows.
            if (naming.TryGetValue(steps[i].Path, out var nobody)) (await others[i](w).Post($"{at}/{steps[i].Path}", nobody, ifMatch: version)).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-10.2");

            // The steps of the secretary and committee that come later are out of order now.
            for (var later = i + 1; later < steps.Length; later++)
            {
                if (later is 1 or 2 or 4 || (later == 5 && i == 4)) continue;
                (await w.Committee.Post($"{at}/{steps[later].Path}", steps[later].Body, ifMatch: version)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-10.2");
            }

            var done = (await doers[i](w).Post($"{at}/{steps[i].Path}", steps[i].Body, ifMatch: version)).ShouldBe(HttpStatusCode.OK);
            if (steps[i].Path == "record")
            {
                done.At("advices").EnumerateArray().Select(a => a.GetProperty("ruleId").GetString()).Should().Equal(["TWS-10.3", "TWS-10.3"], "two of the three contents are missing");
                (await w.Secretary.Post($"{at}/record", steps[i].Body, ifMatch: done.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-10.2");
                (await w.Secretary.Post($"{at}/arrangement", steps[1].Body, ifMatch: done.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-10.2");
            }
        }

        var end = await w.Secretary.Get(at);
        (end.At("status").GetString(), end.At("outcome", "handling").GetString()).Should().Be(("noClearChange", "建议组织处理"));
        (await w.Committee.Post($"{at}/outcome", steps[^1].Body, ifMatch: end.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-10.2");
        (await w.Secretary.Post($"{at}/statements", new { text = "替他写" }, ifMatch: end.ETag)).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-10.2");
        (await w.Wang.Post($"{at}/decision", steps[0].Body, ifMatch: end.ETag)).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-10.2");
    }

    [DatabaseTheory]
    [InlineData("problem", "main problem")]
    [InlineData("education", "criticism and education")]
    [InlineData("direction", "the direction")]
    public async Task A_record_without_one_of_the_three_contents_is_taken_with_an_advice_that_names_it(string left, string named)
    {
        var w = await Plant();
        var at = await Proposed(w);
        await Step(w.Committee, at, "decision", new { talkerId = w.Branch.Secretary.Id, reason = "同意" }, "decided");
        await Step(w.Secretary, at, "arrangement", Arrangement(w, "2024-05-16"), "arranged");
        w = await On(w.Branch, new(2024, 5, 16));
        string? Said(string part) => part == left ? null : "已谈";
        var held = await Step(w.Secretary, at, "record", new { heldOn = "2024-05-16", problem = Said("problem"), education = Said("education"), direction = Said("direction"), attitude = (string?)null }, "held");
        var advice = held.At("advices").EnumerateArray().Single();
        advice.GetProperty("ruleId").GetString().Should().Be("TWS-10.3");
        advice.GetProperty("message").GetProperty("en").GetString().Should().Contain(named);
        (await w.Secretary.Get(at)).At("talk", left).ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null, "the case shows what is missing");
    }

    [DatabaseFact]
    public async Task What_a_step_asks_is_held_to_the_day_and_the_person()
    {
        var w = await Plant();
        var at = await Proposed(w);
        var version = (await w.Secretary.Get(at)).ETag;
        (await w.Secretary.Post($"{at}/decision", new { talkerId = w.Branch.Wang.Id, reason = "同意" }, ifMatch: version)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "admonition-by-the-member", "TWS-10.2");
        (await w.Secretary.Post($"{at}/decision", new { talkerId = api.Ids.New(), reason = "同意" }, ifMatch: version)).ShouldBeProblem(HttpStatusCode.NotFound, "admonition-person-unknown");
        version = (await Step(w.Secretary, at, "decision", new { talkerId = w.Branch.Secretary.Id, reason = "同意" }, "decided")).ETag;
        Task<Answer> Arrange(string on, Person recorder) => w.Secretary.Post($"{at}/arrangement", new { on, startsAt = "15:00", place = "活动室", requirements = "准备说明", recorderId = recorder.Id }, ifMatch: version);
        (await Arrange("2024-05-15", w.Branch.Publicist)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "admonition-not-in-advance", "TWS-10.2");
        (await Arrange("2024-05-16", w.Branch.Secretary)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "admonition-recorder-is-talker", "TWS-10.2");
        (await Arrange("2024-05-16", w.Branch.Wang)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "admonition-by-the-member", "TWS-10.2");
        version = (await Arrange("2024-05-16", w.Branch.Publicist)).ShouldBe(HttpStatusCode.OK).ETag;
        Task<Answer> Record(string heldOn) => w.Secretary.Post($"{at}/record", new { heldOn, problem = "一", education = "二", direction = "三", attitude = (string?)null }, ifMatch: version);
        (await Record("2024-05-15")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "admonition-before-agreed", "TWS-10.2");
        (await Record("2024-05-16")).ShouldBe(HttpStatusCode.BadRequest);
        w = await On(w.Branch, new(2024, 5, 16));
        version = (await Record("2024-05-16")).ShouldBe(HttpStatusCode.OK).ETag;
        Task<Answer> Set(string term, Person follower) => w.Secretary.Post($"{at}/requirements", new { requirements = "改正", term, followerId = follower.Id }, ifMatch: version);
        (await Set("2024-05-16", w.Branch.Zhao)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "admonition-term-passed", "TWS-10.2");
        (await Set("2024-05-17", w.Branch.Wang)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "admonition-by-the-member", "TWS-10.2");
        version = (await Set("2024-05-17", w.Branch.Zhao)).ShouldBe(HttpStatusCode.OK).ETag;
        (await w.Zhao.Post($"{at}/follow-ups", new { on = "2024-05-15", found = "一" }, ifMatch: version)).ShouldBe(HttpStatusCode.BadRequest);
        version = (await w.Zhao.Post($"{at}/follow-ups", new { on = "2024-05-16", found = "一" }, ifMatch: version)).ShouldBe(HttpStatusCode.OK).ETag;
        (await w.Secretary.Post($"{at}/outcome", new { improved = false, assessment = "无", handling = (string?)null }, ifMatch: version)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "admonition-handling-missing", "TWS-10.2");
        (await w.Secretary.Post($"{at}/outcome", new { improved = true, assessment = "好", handling = "处理" }, ifMatch: version)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "admonition-handling-not-needed", "TWS-10.2");
        (await w.Secretary.Post($"{at}/outcome", new { improved = true, assessment = "好", handling = (string?)null }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.PreconditionFailed);
    }

    [DatabaseFact]
    public async Task Where_no_talk_is_decided_the_case_ends()
    {
        var w = await Plant();
        var at = await Proposed(w);
        var first = (await w.Secretary.Get(at)).ETag;
        (await w.Committee.Post($"{at}/decision", new { reason = "情节轻微" }, ifMatch: first)).ShouldBeProblem(HttpStatusCode.BadRequest, "admonition-talker-or-no-talk");
        (await w.Committee.Post($"{at}/decision", new { talkerId = w.Branch.Secretary.Id, noTalk = true, reason = "情节轻微" }, ifMatch: first)).ShouldBeProblem(HttpStatusCode.BadRequest, "admonition-talker-or-no-talk");
        await Step(w.Committee, at, "decision", new { noTalk = true, reason = "情节轻微，不予谈话" }, "declined");
        (await w.Wang.Get(at)).ShouldBe(HttpStatusCode.NotFound);
        var version = (await w.Secretary.Get(at)).ETag;
        (await w.Secretary.Post($"{at}/decision", new { talkerId = w.Branch.Secretary.Id, reason = "同意" }, ifMatch: version)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-10.2");
    }

    [DatabaseFact]
    public async Task The_superior_decides_on_the_secretary_and_the_branch_reads_nothing_of_it()
    {
        var w = await Plant();
        var proposal = new { personId = w.Branch.Secretary.Id, grounds = new[] { new { ground = "unwillingToHelp", facts = "事实", effect = (string?)null } } };
        (await w.Committee.Post(w.Propose, proposal)).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-10.2");
        (await w.Secretary.Post(w.Propose, proposal)).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-10.2");
        var proposed = (await w.Town.Post(w.Propose, proposal)).ShouldBe(HttpStatusCode.Created);
        proposed.At("decidedBy").GetString().Should().Be("superior");
        var at = proposed.Location!.ToString();
        foreach (var inside in new[] { w.Committee, w.Secretary }) (await inside.Get(at)).ShouldBeProblem(HttpStatusCode.NotFound, "admonition-not-found");
        await Step(w.Town, at, "decision", new { talkerId = w.Branch.Stranger.Id, reason = "同意" }, "decided");
        var talker = await api.SignedIn(Role.None, person: w.Branch.Stranger.Id);
        await Step(talker, at, "arrangement", Arrangement(w, "2024-05-16"), "arranged");
        (await w.Secretary.Get(at)).ShouldBe(HttpStatusCode.OK).At("next").GetArrayLength().Should().Be(0, "he is told, and decides nothing");
        (await w.Committee.Get(at)).ShouldBeProblem(HttpStatusCode.NotFound, "admonition-not-found");
    }

    [DatabaseFact]
    public async Task Only_those_who_take_part_read_a_case_and_each_reading_is_in_the_audit_without_a_word_of_it()
    {
        var w = await Plant();
        var at = await Proposed(w, "绝密事实");
        foreach (var reader in new[] { w.Secretary, w.Committee, w.Town, await api.SignedIn(Role.CountyOfficer, w.Branch.Tree.County.Id) }) (await reader.Get(at)).ShouldBe(HttpStatusCode.OK);
        ApiClient[] strangers =
        [
            w.Wang, w.Zhao, await api.SignedIn(Role.GroupLeader, w.Branch.Group.Id), await api.SignedIn(Role.Member, w.Branch.Id), await api.SignedIn(Role.BranchSecretary, w.Branch.Tree.SiblingBranch.Id),
            await api.SignedIn(Role.TownOfficer, w.Branch.Tree.SiblingTown.Id), await api.SignedIn(Role.Instructor, w.Branch.Id),
        ];
        foreach (var stranger in strangers)
        {
            (await stranger.Get(at)).ShouldBeProblem(HttpStatusCode.NotFound, "admonition-not-found");
            (await stranger.Post($"{at}/statements", new { text = "一" }, ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.NotFound, "admonition-not-found");
            (await stranger.Get(Cases)).ShouldBe(HttpStatusCode.OK).At("items").GetArrayLength().Should().Be(0);
        }

        (await (await api.SignedIn(Role.Auditor, w.Branch.Tree.Town.Id)).Get(at)).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-10.4");
        (await w.Secretary.Get(Cases)).At("items").EnumerateArray().Should().OnlyContain(c => !c.GetRawText().Contains("绝密", StringComparison.Ordinal));
        var audit = await api.Look(db => Task.FromResult(db.AuditEntries.Select(e => new { e.Operation, e.Details }).ToList()));
        audit.Count(e => e.Operation == "GetAdmonitionCase").Should().BeGreaterThanOrEqualTo(4);
        audit.Should().NotContain(e => e.Details.Contains("绝密", StringComparison.Ordinal));
        audit.Where(e => e.Operation is "ProposeAdmonition" or "DecideAdmonition").Should().NotBeEmpty().And.NotContain(
            e => e.Details.Contains("ground", StringComparison.OrdinalIgnoreCase) || e.Details.Contains("personId", StringComparison.Ordinal) || e.Details.Contains("talkerId", StringComparison.Ordinal), "with whom and why is not the auditors' to read");
        (await api.Look(db => Task.FromResult(db.IdempotencyRecords.Select(r => r.Answer).ToList()))).Should().NotContain(a => a.Contains("绝密", StringComparison.Ordinal));
    }

    [DatabaseFact]
    public async Task In_a_branch_without_a_committee_the_secretary_carries_out_what_the_general_meeting_decides()
    {
        var w = await Plant();
        var officer = await api.SignedIn(Role.TownOfficer, w.Branch.Tree.SiblingTown.Id);
        var branch = w.Branch.Tree.FarBranch;
        var member = (await officer.Post("/api/v1/members", new Application.Members.RegisterMember(branch.Id, "沈一", Numbers.Identity(), Domain.Members.Standing.Formal, new(2024, 1, 1)))).ShouldBe(HttpStatusCode.Created).At("id").GetGuid();
        var secretary = await api.SignedIn(Role.BranchSecretary, branch.Id);
        var proposed = (await secretary.Post($"/api/v1/organizations/{branch.Id}/admonition-cases", new { personId = member, grounds = new[] { new { ground = "unwillingToHelp", facts = "事实", effect = (string?)null } } })).ShouldBe(HttpStatusCode.Created);
        proposed.At("decidedBy").GetString().Should().Be("generalMeeting");
        var named = await api.SignedIn(Role.CommitteeMember, branch.Id);
        (await named.Get(proposed.Location!.ToString())).ShouldBe(HttpStatusCode.NotFound);
    }

    private static object Arrangement(World w, string on) => new { on, startsAt = "15:00", place = "活动室", requirements = "准备说明", recorderId = w.Branch.Publicist.Id };

    private static async Task<Answer> Step(ApiClient by, string at, string step, object body, string becomes)
    {
        var version = (await by.Get(at)).ShouldBe(HttpStatusCode.OK).ETag;
        var done = (await by.Post($"{at}/{step}", body, ifMatch: version)).ShouldBe(HttpStatusCode.OK);
        done.At("status").GetString().Should().Be(becomes);
        return done;
    }

    private static async Task<string> Proposed(World w, string facts = "两次拒绝帮带新职工") =>
        (await w.Secretary.Post(w.Propose, new { personId = w.Branch.Wang.Id, grounds = new[] { new { ground = "unwillingToHelp", facts, effect = (string?)null } } })).ShouldBe(HttpStatusCode.Created).Location!.ToString();

    private async Task<World> Plant()
    {
        api.Clock.MoveTo(MeetingBranch.Today);
        return await On(await ProposingTalks<TDatabase>.Adopted(api), MeetingBranch.Today);
    }

    // A day later everybody signs in anew: an access token is short.
    private async Task<World> On(MeetingBranch branch, LocalDate day)
    {
        api.Clock.MoveTo(day);
        return new(
            branch, await api.SignedIn(Role.None, person: branch.Secretary.Id), await api.SignedIn(Role.CommitteeMember, branch.Id), await api.SignedIn(Role.None, person: branch.Publicist.Id), await api.SignedIn(Role.None, person: branch.Wang.Id),
            await api.SignedIn(Role.None, person: branch.Zhao.Id), await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id));
    }

    private sealed record World(MeetingBranch Branch, ApiClient Secretary, ApiClient Committee, ApiClient Publicist, ApiClient Wang, ApiClient Zhao, ApiClient Town)
    {
        public string Propose => $"/api/v1/organizations/{Branch.Id}/admonition-cases";
    }
}

public sealed class HoldingTalksOnSqlite(ApiHost<OnSqlite> api) : HoldingTalks<OnSqlite>(api);

public sealed class HoldingTalksOnPostgreSql(ApiHost<OnPostgreSql> api) : HoldingTalks<OnPostgreSql>(api);

public sealed class HoldingTalksOnSqlServer(ApiHost<OnSqlServer> api) : HoldingTalks<OnSqlServer>(api);
