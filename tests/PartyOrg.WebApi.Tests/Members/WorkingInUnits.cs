using System.Net;
using System.Text.Json;
using PartyOrg.Application.Members;
using PartyOrg.Application.Units;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;
using PartyOrg.WebApi.Tests.Units;

namespace PartyOrg.WebApi.Tests.Members;

/// <summary>In which unit a member works (REG-47), and what a unit's answer says of its members (REG-48). Today is May 15, 2024.</summary>
public abstract class WorkingInUnits<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    private const string Members = "/api/v1/members";
    private const string Units = "/api/v1/units";
    private static int lastCode = 500_000;

    [DatabaseFact]
    public async Task Who_works_in_a_unit_is_recorded_once_and_the_unit_counts_and_lists_him_until_he_leaves()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        var secretary = await api.SignedIn(Role.BranchSecretary, tree.Branch.Id);
        var (unit, other) = (await Unit(officer, tree.Town, "华星公司"), await Unit(officer, tree.Town, "瑞丰公司"));
        var covered = (await officer.Post($"{Units}/{unit}/coverages", new { organizationId = tree.Branch.Id, how = "own", from = "2024-04-01" }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        covered.At("partyMembers").ValueKind.Should().Be(JsonValueKind.Null, "nobody has counted, and the register knows nobody");
        var wang = await Member(officer, tree.Branch, "王一");
        var zhang = await Member(officer, tree.Branch, "张二", Standing.Probationary, floating: true);

        var works = (await secretary.Post($"{Members}/{wang}/workplaces", new { unitId = unit, from = "2024-03-01" }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.Created);
        works.As<WorkplaceAnswer>().Should().BeEquivalentTo(new { UnitName = "华星公司", From = new LocalDate(2024, 3, 1), To = (LocalDate?)null, Version = 2 });
        works.ETag.Should().Be("\"2\"");
        (await secretary.Post($"{Members}/{zhang}/workplaces", new { unitId = unit, from = "2024-04-10" }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.Created);

        var shown = (await secretary.Get($"{Units}/{unit}")).ShouldBe(HttpStatusCode.OK).As<UnitAnswer>();
        (shown.PartyMembers, shown.FormalMembers).Should().Be((2, 1));
        shown.Members.Should().Be(new UnitMembersAnswer(2, 1, 1, 1, null, null));
        shown.Clears.Should().ContainEquivalentOf(new ClearAnswer(Domain.Units.Clear.Members, true), "the register knows them: nobody counts them again");
        (await secretary.Get($"{Units}/{unit}?asOf=2024-04-09")).As<UnitAnswer>().Members.Should().Be(new UnitMembersAnswer(1, 1, 0, 0, null, null));
        (await secretary.Get($"{Units}/{unit}?asOf=2024-02-29")).As<UnitAnswer>().PartyMembers.Should().BeNull();

        var listed = (await secretary.Get($"{Units}/{unit}/members")).ShouldBe(HttpStatusCode.OK);
        listed.At("items").EnumerateArray().Select(m => $"{m.GetProperty("name")} {m.GetProperty("standing")} {m.GetProperty("floating")} {m.GetProperty("organizationName")} {m.GetProperty("from")}")
            .Should().Equal("王一 formal False Branch 2024-03-01", "张二 probationary True Branch 2024-04-10");
        Names(await secretary.Get($"{Units}/{unit}/members?standing=probationary")).Should().Be("张二");
        Names(await secretary.Get($"{Units}/{unit}/members?asOf=2024-04-09")).Should().Be("王一");
        var first = await secretary.Get($"{Units}/{unit}/members?limit=1");
        Names(await secretary.Get($"{Units}/{unit}/members?limit=1&cursor={first.At("next").GetString()}")).Should().Be("张二");
        Names(await secretary.Get($"{Members}?unit={unit}")).Should().Be("王一 张二");
        Names(await secretary.Get($"{Members}?unit={unit}&name=王")).Should().Be("王一");

        // He goes to work elsewhere: one step, and he has left the first on the day before.
        (await officer.Post($"{Members}/{wang}/workplaces", new { unitId = other, from = "2024-05-01" }, ifMatch: "\"2\"")).ShouldBe(HttpStatusCode.Created);
        (await Works(officer, wang)).Should().Equal("瑞丰公司 2024-05-01 ", "华星公司 2024-03-01 2024-04-30");
        (await Works(officer, wang, "?asOf=2024-04-30")).Should().Equal("华星公司 2024-03-01 2024-04-30");
        (await Works(officer, wang, "?asOf=2024-02-29")).Should().BeEmpty();
        Names(await officer.Get($"{Units}/{unit}/members")).Should().Be("张二");
        Names(await officer.Get($"{Units}/{other}/members")).Should().Be("王一");
        var himself = await api.SignedIn(Role.Member, tree.Branch.Id, wang);
        (await Works(himself, wang)).Should().HaveCount(2);
        (await himself.Get($"{Members}/{zhang}/workplaces")).ShouldBeProblem(HttpStatusCode.NotFound, "member-not-found");

        var history = (await officer.Get($"{Members}/{wang}/history?kind=workplace")).ShouldBe(HttpStatusCode.OK).At("items").EnumerateArray()
            .Select(h => $"{h.GetProperty("unitName")} {h.GetProperty("from")} {h.GetProperty("to")} {(h.GetProperty("voidedAt").ValueKind == JsonValueKind.Null ? "stands" : "voided")}").ToList();
        history.Should().BeEquivalentTo("瑞丰公司 2024-05-01  stands", "华星公司 2024-03-01 2024-04-30 stands", "华星公司 2024-03-01  voided");
        (await api.Look(db => Task.FromResult(db.AuditEntries.Where(e => e.ChainId == tree.Branch.Id.Value && e.Operation == "RecordWorkplace").Count()))).Should().Be(3);
    }

    [DatabaseFact]
    public async Task Workplaces_end_are_corrected_and_taken_back_and_what_was_known_stays_known()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        var (unit, other) = (await Unit(officer, tree.Town, "甲公司"), await Unit(officer, tree.Town, "乙公司"));
        var member = await Member(officer, tree.Branch, "李一");
        var there = $"{Members}/{member}/workplaces";
        var wrong = (await officer.Post(there, new { unitId = unit, from = "2024-03-01" }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.Created).At("id").GetString();
        var then = new Domain.Time.Clock(api.Clock).Now;
        api.Clock.Advance(Duration.FromMinutes(1));

        (await officer.Put($"{there}/{wrong}", new { unitId = other, from = "2024-02-01" }, "\"1\"")).ShouldBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
        var right = (await officer.Put($"{there}/{wrong}", new { unitId = other, from = "2024-02-01" }, "\"2\"")).ShouldBe(HttpStatusCode.OK);
        right.As<WorkplaceAnswer>().Should().BeEquivalentTo(new { UnitName = "乙公司", From = new LocalDate(2024, 2, 1), Version = 3 });
        (await officer.Put($"{there}/{right.At("id").GetString()}", new { unitId = other, from = "2024-02-01" }, "\"3\"")).ShouldBe(HttpStatusCode.OK).ETag.Should().Be("\"3\"", "the same again changes nothing");
        (await officer.Put($"{there}/{wrong}", new { unitId = other, from = "2024-02-01" }, "\"3\"")).ShouldBeProblem(HttpStatusCode.NotFound, "workplace-not-found");
        (await Works(officer, member)).Should().Equal("乙公司 2024-02-01 ");
        (await Works(officer, member, $"?knownAt={then}")).Should().Equal("甲公司 2024-03-01 ");
        (await officer.Get($"{Units}/{unit}?asOf=2024-03-01&knownAt={then}")).As<UnitAnswer>().PartyMembers.Should().Be(1);
        (await officer.Get($"{Units}/{unit}?asOf=2024-03-01")).As<UnitAnswer>().PartyMembers.Should().BeNull();
        Names(await officer.Get($"{Units}/{unit}/members?asOf=2024-03-01&knownAt={then}")).Should().Be("李一");

        var end = $"{there}/{right.At("id").GetString()}/end";
        (await officer.Post(end, new { lastDay = "2024-01-31" }, ifMatch: "\"3\"")).ShouldPointAt("/lastDay");
        (await officer.Post(end, new { lastDay = "2024-05-14" }, ifMatch: "\"3\"")).ShouldBe(HttpStatusCode.NoContent);
        Names(await officer.Get($"{Units}/{other}/members?asOf=2024-05-14")).Should().Be("李一");
        Names(await officer.Get($"{Units}/{other}/members")).Should().Be("");
        var ended = (await officer.Get(there)).At("items", 0, "id").GetString();
        (await officer.Post($"{there}/{ended}/end", new { lastDay = "2024-05-14" }, ifMatch: "\"4\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "workplace-ended-before", "REG-47");
        (await officer.Post($"{there}/{ended}/end", new { lastDay = "2024-05-13" }, ifMatch: "\"4\"")).ShouldBe(HttpStatusCode.NoContent);

        var mistake = $"{there}/{(await officer.Get(there)).At("items", 0, "id").GetString()}/withdrawal";
        (await officer.Post(mistake, new { reason = " " }, ifMatch: "\"5\"")).ShouldPointAt("/reason");
        (await officer.Post(mistake, new { reason = "误登记" }, ifMatch: "\"5\"")).ShouldBe(HttpStatusCode.NoContent);
        (await Works(officer, member)).Should().BeEmpty();
        (await officer.Post(mistake, new { reason = "误登记" }, ifMatch: "\"6\"")).ShouldBeProblem(HttpStatusCode.NotFound, "workplace-not-found");
        (await officer.Get($"{Members}/{member}/history?kind=workplace")).At("items").EnumerateArray().Should().HaveCount(4).And.OnlyContain(h => h.GetProperty("voidedAt").ValueKind != JsonValueKind.Null);
    }

    [DatabaseFact]
    public async Task A_person_works_in_one_unit_at_a_time_and_while_it_is_there()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        var (unit, other, closed) = (await Unit(officer, tree.Town, "甲公司"), await Unit(officer, tree.Town, "乙公司"), await Unit(officer, tree.Town, "丙公司"));
        (await officer.Post($"{Units}/{closed}/state", new { state = "closed", from = "2024-02-01" }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        var member = await Member(officer, tree.Branch, "赵一");
        var there = $"{Members}/{member}/workplaces";
        Task<Answer> Record(object body, int version = 1) => officer.Post(there, body, ifMatch: $"\"{version}\"");

        (await Record(new { unitId = api.Ids.New<Domain.Units.Unit>(), from = "2024-03-01" })).ShouldBeProblem(HttpStatusCode.NotFound, "unit-not-found").At("errors", 0, "pointer").GetString().Should().Be("/unitId");
        (await Record(new { creditCode = CreditCode(), from = "2024-03-01" })).ShouldBeProblem(HttpStatusCode.NotFound, "unit-not-found").At("errors", 0, "pointer").GetString().Should().Be("/creditCode");
        (await Record(new { creditCode = "1", from = "2024-05-16" })).ShouldPointAt("/creditCode", "/from");
        (await Record(new { from = "2024-03-01" })).ShouldBeProblem(HttpStatusCode.BadRequest, "workplace-names-one-unit");
        (await Record(new { unitId = unit, creditCode = CreditCode(), from = "2024-03-01" })).ShouldPointAt("/unitId");
        (await Record(new { unitId = unit, from = "2024-03-02", to = "2024-03-01" })).ShouldPointAt("/to");
        (await Record(new { unitId = unit, from = "2022-12-31" })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "unit-does-not-exist", "REG-42");
        (await Record(new { unitId = closed, from = "2024-02-01" })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "unit-does-not-exist", "REG-42");
        (await Record(new { unitId = closed, from = "2024-01-01" })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "unit-does-not-exist", "REG-42");
        (await officer.Post(there, new { unitId = unit, from = "2024-03-01" })).ShouldBeProblem((HttpStatusCode)428, "if-match-required");

        (await Record(new { unitId = closed, from = "2023-01-01", to = "2024-01-31" })).ShouldBe(HttpStatusCode.Created);
        (await Record(new { unitId = unit, from = "2024-03-01" })).ShouldBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
        (await Record(new { unitId = unit, from = "2024-01-31" }, 2)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "works-elsewhere", "REG-47");
        (await Record(new { unitId = unit, from = "2024-02-01" }, 2)).ShouldBe(HttpStatusCode.Created);
        (await Record(new { unitId = unit, from = "2024-05-01" }, 3)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "works-there-already", "REG-47");
        (await Record(new { unitId = other, from = "2024-02-01" }, 3)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "works-elsewhere", "REG-47");
        (await Record(new { unitId = other, from = "2024-05-01", to = "2024-05-10" }, 3)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "works-elsewhere", "REG-47");
        (await Record(new { unitId = other, from = "2024-02-02" }, 3)).ShouldBe(HttpStatusCode.Created);
        (await Works(officer, member)).Should().Equal("乙公司 2024-02-02 ", "甲公司 2024-02-01 2024-02-01", "丙公司 2023-01-01 2024-01-31");

        var before = (await officer.Get(there)).At("items", 1, "id").GetString();
        (await officer.Put($"{there}/{before}", new { unitId = unit, from = "2024-02-01", to = "2024-02-02" }, "\"4\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "works-elsewhere", "REG-47");
    }

    [DatabaseFact]
    public async Task From_the_closing_of_a_unit_on_nobody_works_there_and_before_it_they_did()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        var unit = await Unit(officer, tree.Town, "甲公司");
        var member = await Member(officer, tree.Branch, "周一");
        (await officer.Post($"{Members}/{member}/workplaces", new { unitId = unit, from = "2024-03-01" }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.Created);
        (await officer.Post($"{Units}/{unit}/state", new { state = "suspended", from = "2024-04-01" }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK).At("partyMembers").GetInt32().Should().Be(1, "who pauses keeps his people");

        var closed = (await officer.Post($"{Units}/{unit}/state", new { state = "closed", from = "2024-05-10" }, ifMatch: "\"2\"")).ShouldBe(HttpStatusCode.OK);
        closed.At("members", "registered").GetInt32().Should().Be(0);
        Names(await officer.Get($"{Units}/{unit}/members")).Should().Be("");
        Names(await officer.Get($"{Units}/{unit}/members?asOf=2024-05-09")).Should().Be("周一");
        Names(await officer.Get($"{Members}?unit={unit}")).Should().Be("");
        (await Works(officer, member)).Should().Equal("甲公司 2024-03-01 2024-05-09");
        (await Works(officer, member, "?asOf=2024-05-10")).Should().BeEmpty();

        // It was another one that had closed.
        var closing = (await officer.Get($"{Units}/{unit}/history?fact=state")).At("items").EnumerateArray().Single(f => f.GetProperty("state").GetString() == "closed").GetProperty("id").GetString();
        (await officer.Post($"{Units}/{unit}/facts/{closing}/withdrawal", new { reason = "误登记" }, ifMatch: "\"3\"")).ShouldBe(HttpStatusCode.OK).At("partyMembers").GetInt32().Should().Be(1);
        (await Works(officer, member)).Should().Equal("甲公司 2024-03-01 ");
    }

    [DatabaseFact]
    public async Task In_a_unit_that_opens_again_its_people_are_recorded_anew()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        var unit = await Unit(officer, tree.Town, "甲公司");
        var member = await Member(officer, tree.Branch, "韩一");
        var there = $"{Members}/{member}/workplaces";
        (await officer.Post(there, new { unitId = unit, from = "2024-01-10" }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.Created);
        (await officer.Post($"{Units}/{unit}/state", new { state = "closed", from = "2024-02-01" }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK).At("members", "registered").GetInt32().Should().Be(0);
        (await officer.Post($"{Units}/{unit}/state", new { state = "inOperation", from = "2024-04-01" }, ifMatch: "\"2\"")).ShouldBe(HttpStatusCode.OK).At("members", "registered").GetInt32().Should().Be(0);
        (await officer.Get($"{Units}/{unit}")).At("members", "registered").GetInt32().Should().Be(0);
        (await officer.Get($"{Units}/{unit}?asOf=2024-01-31")).At("members", "registered").GetInt32().Should().Be(1);

        (await officer.Post(there, new { unitId = unit, from = "2024-03-31" }, ifMatch: "\"2\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "unit-does-not-exist", "REG-42");
        (await officer.Post(there, new { unitId = unit, from = "2024-04-01" }, ifMatch: "\"2\"")).ShouldBe(HttpStatusCode.Created);
        (await Works(officer, member)).Should().Equal("甲公司 2024-04-01 ", "甲公司 2024-01-10 2024-01-31");
        (await officer.Get($"{Units}/{unit}")).At("members", "registered").GetInt32().Should().Be(1);
        (await officer.Post($"{Units}/{unit}/survey", new { from = "2024-05-01", employees = 3 }, ifMatch: "\"3\"")).ShouldBe(HttpStatusCode.OK).At("members", "registered").GetInt32().Should().Be(1);

        // It had closed earlier than anybody knew: what was recorded of these days does not count, and is still there to be taken back.
        (await officer.Post($"{Units}/{unit}/state", new { state = "closed", from = "2024-01-05" }, ifMatch: "\"4\"")).ShouldBe(HttpStatusCode.OK);
        (await officer.Get($"{Units}/{unit}?asOf=2024-01-31")).At("members", "registered").GetInt32().Should().Be(0);
        (await Works(officer, member, "?asOf=2024-01-31")).Should().BeEmpty();
        (await Works(officer, member)).Should().HaveCount(2);
    }

    [DatabaseFact]
    public async Task Who_keeps_the_member_says_where_he_works_and_a_unit_out_of_sight_is_named_by_its_public_code()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        var there = await api.SignedIn(Role.TownOfficer, tree.SiblingTown.Id);
        var (secretary, sibling, leader) = (await api.SignedIn(Role.BranchSecretary, tree.Branch.Id), await api.SignedIn(Role.BranchSecretary, tree.SiblingBranch.Id), await api.SignedIn(Role.GroupLeader, tree.Branch.Id));
        var code = CreditCode();
        var far = await Unit(there, tree.SiblingTown, "远方公司", code);
        var (member, resident) = (await Member(officer, tree.Branch, "吴一"), await Member(there, tree.FarBranch, "郑一"));
        var url = $"{Members}/{member}/workplaces";
        object byId = new { unitId = far, from = "2024-03-01" }, byCode = new { creditCode = code, from = "2024-03-01" };

        (await secretary.Post(url, byId, ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.NotFound, "unit-not-found");
        (await officer.Post(url, byId, ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.NotFound, "unit-not-found");
        (await sibling.Post(url, byCode, ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.NotFound, "member-not-found");
        (await there.Post(url, byId, ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.NotFound, "member-not-found");
        (await leader.Post(url, byCode, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.Forbidden);
        (await secretary.Post(url, byCode, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.Created).At("unitName").GetString().Should().Be("远方公司");
        (await there.Post($"{Members}/{resident}/workplaces", byId, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.Created);

        // Naming it shows nothing else of it; and its town counts everybody, and names those whom it may read.
        (await secretary.Get($"{Units}/{far}")).ShouldBeProblem(HttpStatusCode.NotFound, "unit-not-found");
        (await secretary.Get($"{Units}/{far}/members")).ShouldBeProblem(HttpStatusCode.NotFound, "unit-not-found");
        (await secretary.Get($"{Members}?unit={far}")).ShouldBeProblem(HttpStatusCode.NotFound, "unit-not-found");
        (await there.Get($"{Units}/{far}")).At("members", "registered").GetInt32().Should().Be(2);
        Names(await there.Get($"{Units}/{far}/members")).Should().Be("郑一");
        Names(await (await api.SignedIn(Role.CountyOfficer, tree.County.Id)).Get($"{Units}/{far}/members")).Should().Be("吴一 郑一");
    }

    [DatabaseFact]
    public async Task The_greater_number_counts_of_the_survey_and_of_the_register_and_a_survey_that_finds_fewer_gets_an_advice()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        var (unit, empty) = (await Unit(officer, tree.Town, "甲公司"), await Unit(officer, tree.Town, "乙公司"));
        foreach (var name in new[] { "冯一", "冯二", "冯三" })
            (await officer.Post($"{Members}/{await Member(officer, tree.Branch, name, name == "冯三" ? Standing.Probationary : Standing.Formal)}/workplaces", new { unitId = unit, from = "2024-03-01" }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.Created);
        Task<Answer> Survey(object found, int version) => officer.Post($"{Units}/{unit}/survey", found, ifMatch: $"\"{version}\"");
        static string? Advices(Answer answer) => answer.Json.TryGetProperty("advices", out var advices) ? string.Join(' ', advices.EnumerateArray().Select(a => a.GetProperty("ruleId").GetString())) : null;
        async Task<string> Found(string query) => Names((await officer.Get($"{Units}?{query}")).ShouldBe(HttpStatusCode.OK));

        (await Found("minMembers=3")).Should().Be("甲公司");
        (await Found("minMembers=4")).Should().Be("");
        (await Found("minFormalMembers=2")).Should().Be("甲公司");
        (await Found("minFormalMembers=3")).Should().Be("");
        (await Found("maxFormalMembers=2")).Should().Be("甲公司 乙公司");
        (await Found("maxFormalMembers=1")).Should().Be("乙公司");

        var fewer = (await Survey(new { from = "2024-04-01", partyMembers = 2, formalMembers = 1 }, 1)).ShouldBe(HttpStatusCode.OK);
        Advices(fewer).Should().Be("REG-48 REG-48");
        (fewer.At("partyMembers").GetInt32(), fewer.At("formalMembers").GetInt32(), fewer.At("members", "surveyed").GetInt32(), fewer.At("members", "surveyedFormal").GetInt32()).Should().Be((3, 2, 2, 1));
        Advices(await Survey(new { from = "2024-04-01", partyMembers = 3, formalMembers = 2 }, 2)).Should().BeNull("it finds whom the register knows");
        Advices(await Survey(new { from = "2024-02-01", partyMembers = 0, formalMembers = 0 }, 3)).Should().BeNull("nobody worked there then");
        Advices(await Survey(new { from = "2024-05-01", employees = 10 }, 4)).Should().BeNull("nobody was counted");

        // Two whom no register holds.
        var more = await Survey(new { from = "2024-05-01", partyMembers = 5, formalMembers = 3 }, 5);
        Advices(more).Should().BeNull();
        (more.At("partyMembers").GetInt32(), more.At("formalMembers").GetInt32(), more.At("members", "registered").GetInt32()).Should().Be((5, 3, 3));
        (await Found("minMembers=5")).Should().Be("甲公司");
        (await Found("minMembers=6")).Should().Be("");
        (await Found("minFormalMembers=3")).Should().Be("甲公司");
        (await Found("maxFormalMembers=2")).Should().Be("乙公司");

        // The number changes without the unit: who has seen it once is told.
        var seen = await officer.Get($"{Units}/{empty}");
        (await officer.Post($"{Members}/{await Member(officer, tree.Branch, "冯四")}/workplaces", new { unitId = empty, from = "2024-03-01" }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.Created);
        (await officer.Get($"{Units}/{empty}", seen.ETag)).ShouldBe(HttpStatusCode.OK).At("partyMembers").GetInt32().Should().Be(1);
    }

    [DatabaseFact]
    public async Task Merged_records_of_one_person_are_one_worker_and_a_merged_record_takes_no_workplace()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        var (unit, other) = (await Unit(officer, tree.Town, "甲公司"), await Unit(officer, tree.Town, "乙公司"));
        var (number, mistyped) = (Numbers.Identity(), Numbers.Identity());
        var survivor = await Member(officer, tree.Branch, "陈一", number: number);
        var duplicate = await Member(officer, tree.Branch, "陈一", number: mistyped);
        (await officer.Post($"{Members}/{survivor}/workplaces", new { unitId = unit, from = "2024-03-01" }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.Created);
        (await officer.Post($"{Members}/{duplicate}/workplaces", new { unitId = other, from = "2023-02-01" }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.Created);
        (await officer.Post($"{Members}/{duplicate}/workplaces", new { unitId = unit, from = "2024-04-01" }, ifMatch: "\"2\"")).ShouldBe(HttpStatusCode.Created);
        (await officer.Get($"{Units}/{unit}")).At("partyMembers").GetInt32().Should().Be(2);

        (await officer.Post($"{Members}/{survivor}/merge", new { duplicateId = duplicate, reason = "同一人", identityNumber = number }, ifMatch: "\"2\"")).ShouldBe(HttpStatusCode.OK);
        (await officer.Get($"{Units}/{unit}")).At("partyMembers").GetInt32().Should().Be(1);
        (await Works(officer, survivor)).Should().Equal("甲公司 2024-03-01 ", "乙公司 2023-02-01 2024-02-29");
        (await officer.Post($"{Members}/{duplicate}/workplaces", new { unitId = unit, from = "2024-04-01" }, ifMatch: "\"4\"")).ShouldBeProblem(HttpStatusCode.NotFound, "member-merged").At("mergedInto").GetGuid().Should().Be(survivor.Value);
        (await officer.Get($"{Members}/{duplicate}/workplaces")).ShouldBeProblem(HttpStatusCode.NotFound, "member-merged");
    }

    private static string Names(Answer list) => string.Join(' ', list.ShouldBe(HttpStatusCode.OK).At("items").EnumerateArray().Select(i => i.GetProperty("name").GetString()));

    private static async Task<List<string>> Works(ApiClient reader, Id<Person> member, string query = "") => (await reader.Get($"{Members}/{member}/workplaces{query}")).ShouldBe(HttpStatusCode.OK)
        .At("items").EnumerateArray().Select(w => $"{w.GetProperty("unitName")} {w.GetProperty("from")} {w.GetProperty("to")}").ToList();

    private static string CreditCode() => CreditCodes.Next(Interlocked.Increment(ref lastCode));

    private static async Task<Id<Domain.Units.Unit>> Unit(ApiClient officer, Organization town, string name, string? code = null) =>
        (await officer.Post(Units, new { name, kind = "enterprise", territoryId = town.Id, from = "2023-01-01", state = "inOperation", creditCode = code ?? CreditCode() })).ShouldBe(HttpStatusCode.Created).As<UnitAnswer>().Id;

    private static async Task<Id<Person>> Member(ApiClient officer, Organization branch, string name, Standing standing = Standing.Formal, bool floating = false, string? number = null) =>
        (await officer.Post(Members, new RegisterMember(branch.Id, name, number ?? Numbers.Identity(), standing, new(2023, 1, 1), Floating: floating))).ShouldBe(HttpStatusCode.Created).As<MemberAnswer>().Id;
}

public sealed class WorkingInUnitsOnSqlite(ApiHost<OnSqlite> api) : WorkingInUnits<OnSqlite>(api);

public sealed class WorkingInUnitsOnPostgreSql(ApiHost<OnPostgreSql> api) : WorkingInUnits<OnPostgreSql>(api);

public sealed class WorkingInUnitsOnSqlServer(ApiHost<OnSqlServer> api) : WorkingInUnits<OnSqlServer>(api);
