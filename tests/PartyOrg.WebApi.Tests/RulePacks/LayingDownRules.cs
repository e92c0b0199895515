using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyOrg.Application.RulePacks;
using PartyOrg.Application.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.RulePacks;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.TestSupport;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;
using PartyOrg.WebApi.Tests.ThreeMeetingsAndOneLesson;

namespace PartyOrg.WebApi.Tests.RulePacks;

/// <summary>Jurisdictions lay down rules of their own: no line of code changes, and every verdict is right before and after.</summary>
public abstract class LayingDownRules<TDatabase> : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    private const string Packs = "/api/v1/rule-packs";

    private readonly ApiHost<TDatabase> api;

    protected LayingDownRules(ApiHost<TDatabase> api)
    {
        this.api = api;
        api.Clock.MoveTo(new LocalDate(2024, 3, 20));
    }

    [DatabaseFact]
    public async Task A_county_makes_the_Party_class_quarterly_from_April_1()
    {
        var tree = await SmallTree.Plant(api);
        var city = await api.SignedIn(Role.CityOfficer, tree.City.Id);
        (await city.Post($"/api/v1/organizations/{tree.City.Id}/rule-book-adoptions", new { book = "TWS", from = "2024-01-01" })).ShouldBe(HttpStatusCode.Created);
        var elsewhere = await Found(city, tree.City, "County2", OrganizationType.PartyCommittee, JurisdictionLevel.County);
        var outside = await Found(city, elsewhere, "Outside", OrganizationType.Branch, null);
        var county = await api.SignedIn(Role.CountyOfficer, tree.County.Id);

        async Task<(int, int)> RollUp()
        {
            var roll = (await county.Get($"/api/v1/organizations/{tree.County.Id}/compliance?rule=TWS-3.4&asOf=2024-12-31")).ShouldBe(HttpStatusCode.OK);
            return (roll.At("total", "overdue").GetInt32(), roll.At("total", "due").GetInt32());
        }

        (await RollUp()).Should().Be((3, 3));

        // Upload: found well, and binding nobody.
        var uploaded = (await county.Post(Packs, Quarterly(tree.County))).ShouldBe(HttpStatusCode.Created);
        uploaded.At("status").GetString().Should().Be("uploaded");
        uploaded.At("signatures", 0, "act").GetString().Should().Be("uploaded");
        (await Classes(city, tree.Branch.Id, "2024-12-31")).Should().Be("2024-H1 overdue, 2024-H2 due");

        // Preview: what changes for whom.
        var preview = (await county.Get($"{uploaded.Location}/preview?adoptedFrom=2024-04-01&asOf=2024-12-31")).ShouldBe(HttpStatusCode.OK).As<RulePackPreview>();
        preview.Loosenings.Should().BeEmpty();
        preview.Subjects.Should().Be(3, "each branch of the county, and no other");
        preview.Rules.Should().ContainSingle().Which.Should().BeEquivalentTo(new { RuleId = "TWS-3.4", Before = new { Overdue = 3, Due = 3 }, After = new { Overdue = 6, Due = 3 } });
        preview.Items.Where(i => i.Name == "Branch").Select(i => $"{i.Period.Label} {i.Before} {i.After}").Should().Equal("2024-Q3  Overdue", "2024-H2 Due ", "2024-Q4  Due");

        // Adoption, under a name.
        var before = new Domain.Time.Clock(api.Clock).Now;
        api.Clock.Advance(Duration.FromSeconds(30));
        var adopted = (await county.Post($"{uploaded.Location}/adoption", new { from = "2024-04-01" }, ifMatch: uploaded.ETag)).ShouldBe(HttpStatusCode.OK).As<RulePackAnswer>();
        (adopted.Status, adopted.From, adopted.To).Should().Be((RulePackStatus.Adopted, new(2024, 4, 1), null));
        adopted.Signatures[^1].Should().BeEquivalentTo(new { Act = RulePackAct.Adopted, OrganizationId = tree.County.Id, Day = new LocalDate(2024, 4, 1), adopted.ContentSha256 });

        // Verdicts: the open half year finishes, whole quarters follow; elsewhere nothing changes; what was known before stays known.
        foreach (var branch in new[] { tree.Branch, tree.SiblingBranch, tree.FarBranch }) (await Classes(city, branch.Id, "2024-12-31")).Should().Be("2024-H1 overdue, 2024-Q3 overdue, 2024-Q4 due");
        (await Classes(city, tree.Branch.Id, "2024-06-30")).Should().Be("2024-H1 due, 2024-Q3 upcoming, 2024-Q4 upcoming");
        (await Classes(city, tree.Branch.Id, "2024-07-01")).Should().Be("2024-H1 overdue, 2024-Q3 due, 2024-Q4 upcoming");
        (await Classes(city, outside.Id, "2024-12-31")).Should().Be("2024-H1 overdue, 2024-H2 due");
        (await Classes(city, tree.Branch.Id, "2024-12-31", $"&knownAt={before:uuuu-MM-dd'T'HH:mm:ss'Z'}")).Should().Be("2024-H1 overdue, 2024-H2 due");
        (await Classes(city, tree.Branch.Id, "2025-12-31", "&from=2025")).Should().Be("2025-Q1 overdue, 2025-Q2 overdue, 2025-Q3 overdue, 2025-Q4 due");

        // Each verdict says by whose document; its sentences speak of quarters, in both languages.
        var verdict = (await city.Get($"/api/v1/organizations/{tree.Branch.Id}/duties?rule=TWS-3.4&asOf=2024-08-01")).At("items", 1);
        verdict.GetProperty("changedBy")[0].GetProperty("document").GetString().Should().Be("长委〔2024〕5号");
        verdict.GetProperty("changedBy")[0].GetProperty("jurisdictionId").GetGuid().Should().Be(tree.County.Id.Value);
        verdict.GetProperty("parameters").GetProperty("every").GetString().Should().Be("quarter");
        verdict.GetProperty("next").GetProperty("what").GetProperty("en").GetString().Should().Contain("2024-09-30");
        verdict.GetProperty("shortfall").GetProperty("zh").GetString().Should().Contain("2024年第3季度");

        // The rule as it stands for one branch, and as the book has it.
        var here = (await county.Get($"/api/v1/rules/TWS-3.4?organization={tree.Branch.Id}")).ShouldBe(HttpStatusCode.OK);
        (here.At("versions", 0, "inForceFrom").GetString(), here.At("versions", 0, "check", "every").GetString(), here.At("versions", 0, "changedBy", 0, "document").GetString())
            .Should().Be(("2024-04-01", "quarter", "长委〔2024〕5号"));
        (here.At("versions", 1, "check", "every").GetString(), here.At("versions", 1, "changedBy").GetArrayLength()).Should().Be(("halfYear", 0));
        (await city.Get($"/api/v1/rules/TWS-3.4?organization={outside.Id}")).At("versions").GetArrayLength().Should().Be(1);
        (await county.Get("/api/v1/rules/TWS-3.4")).At("versions").GetArrayLength().Should().Be(1);
        (await county.Get($"/api/v1/rules/TWS-3.4?organization={outside.Id}")).ShouldBeProblem(HttpStatusCode.NotFound, "organization-not-found");

        // The roll-up and the to-do list stand on the same rules.
        (await RollUp()).Should().Be((6, 3));
        (await city.Get($"/api/v1/organizations/{tree.City.Id}/compliance?rule=TWS-3.4&asOf=2024-12-31")).At("total", "overdue").GetInt32().Should().Be(7);

        // A waiver names a period that the branch really has.
        (await county.Post($"/api/v1/organizations/{tree.Branch.Id}/waivers", new { ruleId = "TWS-3.4", period = "2024-H2", reason = "停产" })).ShouldBeProblem(HttpStatusCode.BadRequest, "period-not-of-rule");
        (await county.Post($"/api/v1/organizations/{tree.Branch.Id}/waivers", new { ruleId = "TWS-3.4", period = "2024-Q3", reason = "停产" })).ShouldBe(HttpStatusCode.Created);

        (await RollUp()).Should().Be((5, 3));

        // Withdrawn by a last day: the open quarter finishes, and whole half years follow again.
        var current = await county.Get(uploaded.Location!.ToString());
        api.Clock.Advance(Duration.FromSeconds(30));
        var between = new Domain.Time.Clock(api.Clock).Now;
        api.Clock.Advance(Duration.FromSeconds(30));
        (await county.Post($"{uploaded.Location}/withdrawal", new { lastDay = "2025-02-15", reason = "已由市级规定取代" }, ifMatch: current.ETag)).ShouldBe(HttpStatusCode.OK).At("to").GetString().Should().Be("2025-02-15");
        (await Classes(city, tree.SiblingBranch.Id, "2025-12-31", "&from=2025")).Should().Be("2025-Q1 overdue, 2025-H2 due");
        (await Classes(city, tree.SiblingBranch.Id, "2024-12-31")).Should().Be("2024-H1 overdue, 2024-Q3 overdue, 2024-Q4 due");
        (await RollUp()).Should().Be((5, 3), "2024 stays as it was");
        (await Classes(city, tree.SiblingBranch.Id, "2025-12-31", $"&from=2025&knownAt={between:uuuu-MM-dd'T'HH:mm:ss'Z'}")).Should().Be("2025-Q1 overdue, 2025-Q2 overdue, 2025-Q3 overdue, 2025-Q4 due");
    }

    [DatabaseFact]
    public async Task A_new_book_of_seven_duties_works_from_its_first_day_without_a_line_of_code()
    {
        var branch = await MeetingBranch.Plant(api);
        var town = await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id);
        var uploaded = (await town.Post(Packs, new { jurisdictionId = branch.Tree.Town.Id, title = new { en = "Keeping the river", zh = "护河办法" }, document = "镇委〔2024〕1号", files = River() })).ShouldBe(HttpStatusCode.Created);
        (await town.Get("/api/v1/rule-books/RIVER")).ShouldBeProblem(HttpStatusCode.NotFound, "rule-book-not-found");
        var preview = (await town.Get($"{uploaded.Location}/preview?adoptedFrom=2024-07-01")).ShouldBe(HttpStatusCode.OK).As<RulePackPreview>();
        preview.Rules.Select(r => r.RuleId).Should().Equal(Enumerable.Range(1, 7).Select(n => $"RIVER-{n}"));
        preview.Rules[0].After.Upcoming.Should().Be(12, "six months of two branches");
        (await town.Post($"{uploaded.Location}/adoption", new { from = "2024-06-30" }, ifMatch: uploaded.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "rule-pack-before-its-time", "REG-20");
        (await town.Post($"{uploaded.Location}/adoption", new { from = "2024-07-01" }, ifMatch: uploaded.ETag)).ShouldBe(HttpStatusCode.OK);
        (await town.Get("/api/v1/rule-books/RIVER")).ShouldBe(HttpStatusCode.OK).At("rules").GetArrayLength().Should().Be(7);
        (await town.Get("/api/v1/activity-kinds")).At("items").EnumerateArray().Select(k => k.GetProperty("kind").GetString()).Should().Contain(["riverPatrol", "riverReport"]);

        // The work is recorded as activities, with attendance like any meeting.
        var patrol = await Recorded(branch, Patrol(branch, new(2024, 7, 5)));
        await Recorded(branch, Report(branch, new(2024, 7, 12)));
        await Recorded(branch, Patrol(branch, new(2024, 8, 30)));
        await Recorded(branch, branch.General(new LocalDate(2024, 9, 1)));
        var keeper = await Keeper(branch);
        var again = Patrol(branch, new(2024, 8, 31));
        api.Clock.MoveTo(new LocalDate(2024, 9, 1));
        Task<Answer> With(params (string Field, string Value)[] details) => keeper.Post("/api/v1/activities", again with { Record = again.Record with { Details = details.ToDictionary(d => d.Field, d => d.Value) } });
        (await With()).ShouldPointAt("/record/details/stretch", "/record/details/kilometres").At("errors", 0, "detail").GetString().Should().Contain("stretch of the river");
        (await With(("stretch", "东闸至西桥"), ("kilometres", "三公里"))).ShouldPointAt("/record/details/kilometres");
        (await With(("stretch", "东闸至西桥"), ("kilometres", "3.5"), ("boats", "2"))).ShouldPointAt("/record/details/boats");
        (await keeper.Get($"/api/v1/meetings/{patrol}")).At("record", "details", "stretch").GetString().Should().Be("东闸至西桥");
        (await keeper.Get($"/api/v1/meetings/{patrol}")).At("rate", "denominator").GetInt32().Should().Be(4, "five were expected, one was on leave");
        (await keeper.Get($"/api/v1/activities?organization={branch.Id}&kind=riverPatrol")).At("items").GetArrayLength().Should().Be(2);

        api.Clock.MoveTo(new LocalDate(2025, 1, 10));
        town = await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id);
        (await River(town, branch, "2024-12-31")).Should().Equal(
            "RIVER-1 2024-07 met", "RIVER-1 2024-08 met", "RIVER-1 2024-09 overdue", "RIVER-1 2024-10 overdue", "RIVER-1 2024-11 overdue", "RIVER-1 2024-12 due",
            "RIVER-2 2024-Q3 met", "RIVER-2 2024-Q4 overdue",
            "RIVER-3 2024-07-05/2024-07-19 met", "RIVER-3 2024-08-30/2024-09-13 overdue",
            "RIVER-4 2024-07-01/2024-09-30 met", "RIVER-4 2024-09-02/2024-12-01 overdue",
            "RIVER-5 2024-H2 met", "RIVER-6 2024-H2 due", "RIVER-7 2024-07-01/2024-12-31 met");
        (await River(town, branch, "2024-07-10")).Should().Equal(
            "RIVER-1 2024-07 met", "RIVER-1 2024-08 upcoming", "RIVER-1 2024-09 upcoming", "RIVER-1 2024-10 upcoming", "RIVER-1 2024-11 upcoming", "RIVER-1 2024-12 upcoming",
            "RIVER-2 2024-Q3 due", "RIVER-2 2024-Q4 upcoming", "RIVER-3 2024-07-05/2024-07-19 due", "RIVER-4 2024-07-01/2024-09-30 due", "RIVER-5 2024-H2 due", "RIVER-6 2024-H2 due",
            "RIVER-7 2024-07-01/2024-07-10 met");
        (await River(town, branch, "2025-01-01")).Should().Contain(["RIVER-1 2024-12 overdue", "RIVER-6 2024-H2 overdue"]);
        (await River(town, branch, "2024-12-31", "&knownAt=2024-03-19T00:00:00Z")).Should().BeEmpty("nobody had adopted the book then");
        (await River(town, branch, "2024-12-31", "&knownAt=2024-07-06T00:00:00Z")).Should().Contain(["RIVER-1 2024-07 met", "RIVER-1 2024-08 overdue", "RIVER-2 2024-Q3 overdue"]);

        // The branch of another town is asked for none of it, and records none of it.
        (await (await api.SignedIn(Role.CountyOfficer, branch.Tree.County.Id)).Get($"/api/v1/organizations/{branch.Tree.FarBranch.Id}/duties?from=2024&asOf=2024-12-31")).At("items").GetArrayLength().Should().Be(0);
    }

    [DatabaseFact]
    public async Task Declared_activities_are_recorded_by_the_roles_and_where_and_while_their_pack_says()
    {
        var branch = await MeetingBranch.Plant(api);
        var town = await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id);
        var name = SmallPack.Name();
        var pack = await Adopted(town, branch.Tree.Town.Id, "2024-04-01", SmallPack.Of(name));
        api.Clock.MoveTo(new LocalDate(2024, 5, 15));
        (town, var keeper) = (await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id), await Keeper(branch));
        RecordMeeting Of(LocalDate day, Id<Organization>? of = null) => new(of ?? branch.Id, branch.Record(day, $"help{name}") with { Agenda = [new("走访")] }, branch.Roll(branch.Li));

        var publicist = await api.SignedIn(Role.None, person: branch.Publicist.Id);
        (await publicist.Post("/api/v1/activities", Of(new(2024, 5, 10)))).ShouldBeProblem(HttpStatusCode.Forbidden, "not-recorded-by-you", "TWS-3.5");
        (await keeper.Post("/api/v1/activities", Of(new(2024, 5, 10)))).ShouldBe(HttpStatusCode.Created).Location!.ToString().Should().StartWith("/api/v1/meetings/");
        (await keeper.Post("/api/v1/activities", new RecordMeeting(branch.Id, branch.Record(new(2024, 3, 31), $"help{name}") with { Agenda = [new("走访")] }, [.. branch.Roll().Append(new(branch.Chen.Id, AttendanceStatus.Present))])))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "activity-kind-not-adopted", "REG-20");
        (await keeper.Get($"/api/v1/organizations/{branch.Id}/expected-attendees?kind=help{name}&on=2024-05-10")).At("items").GetArrayLength().Should().Be(5);
        (await keeper.Post("/api/v1/activities", Of(new(2024, 5, 10)) with { Record = branch.Record(new(2024, 5, 10), $"unheard{name}") })).ShouldBe(HttpStatusCode.BadRequest);

        var far = await api.SignedIn(Role.BranchSecretary, branch.Tree.FarBranch.Id);
        (await far.Post("/api/v1/activities/plans", branch.Plan() with { OrganizationId = branch.Tree.FarBranch.Id, Plan = branch.Plan().Plan with { Kinds = [$"help{name}"], ChairId = null, Agenda = [new("走访")] } }))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "activity-kind-not-adopted", "REG-20");

        async Task<List<string?>> Kinds(ApiClient reader, Id<Organization> of) =>
            [.. (await reader.Get($"/api/v1/activity-kinds?organization={of}")).ShouldBe(HttpStatusCode.OK).At("items").EnumerateArray().Select(k => k.GetProperty("kind").GetString())];
        (await Kinds(keeper, branch.Id)).Should().Contain(["committeeMeeting", "generalMeeting", $"help{name}", "partyClass"]).And.BeInAscendingOrder(StringComparer.Ordinal);
        (await Kinds(far, branch.Tree.FarBranch.Id)).Should().NotContain($"help{name}");
        (await keeper.Get($"/api/v1/activity-kinds?organization={branch.Tree.FarBranch.Id}")).ShouldBeProblem(HttpStatusCode.NotFound, "organization-not-found");

        // After the pack's last day nothing of the kind is recorded any more; what was recorded stays, and reads as it did.
        (await town.Post($"{Packs}/{pack.Id}/withdrawal", new { lastDay = "2024-05-12", reason = "试点结束" }, ifMatch: $"\"{pack.Version}\"")).ShouldBe(HttpStatusCode.OK);
        (await keeper.Post("/api/v1/activities", Of(new(2024, 5, 13)))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "activity-kind-not-adopted", "REG-20");
        (await keeper.Get($"/api/v1/activities?organization={branch.Id}&kind=help{name}")).At("items").GetArrayLength().Should().Be(1);
    }

    [DatabaseFact]
    public async Task A_declared_activity_is_judged_by_the_place_of_its_day_and_corrected_although_its_pack_was_undone_since()
    {
        var branch = await MeetingBranch.Plant(api);
        var town = await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id);
        var name = SmallPack.Name();
        var pack = await Adopted(town, branch.Tree.Town.Id, "2024-04-01", SmallPack.Of(name));
        api.Clock.MoveTo(new LocalDate(2024, 5, 15));
        (town, var keeper) = (await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id), await Keeper(branch));
        RecordMeeting Of(LocalDate day) => new(branch.Id, branch.Record(day, $"help{name}") with { Agenda = [new("走访")] }, branch.Roll(branch.Li));
        var version = 1;
        Task<Answer> Correct(Answer meeting, RecordMeeting to) => keeper.Post($"/api/v1/meetings/{meeting.At("id").GetGuid()}/corrections", new CorrectMeeting.Body("有误", to.Record, to.Roll), ifMatch: $"\"{version}\"");

        // Another town's from May 14 on.
        var visit = (await keeper.Post("/api/v1/activities", Of(new(2024, 5, 10)))).ShouldBe(HttpStatusCode.Created);
        var county = await api.SignedIn(Role.CountyOfficer, branch.Tree.County.Id);
        var before = (await county.Get($"/api/v1/organizations/{branch.Id}")).ETag;
        (await county.Post($"/api/v1/organizations/{branch.Id}/move", new { superiorId = branch.Tree.SiblingTown.Id, from = "2024-05-14" }, ifMatch: before)).ShouldBe(HttpStatusCode.OK);
        (await keeper.Post("/api/v1/activities", Of(new(2024, 5, 13)))).ShouldBe(HttpStatusCode.Created);
        (await keeper.Post("/api/v1/activities", Of(new(2024, 5, 14)))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "activity-kind-not-adopted", "REG-20");
        (await Correct(visit, Of(new(2024, 5, 14)))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "activity-kind-not-adopted", "REG-20");
        (await Correct(visit, Of(new(2024, 5, 11)))).ShouldBe(HttpStatusCode.OK);

        // The pack is undone altogether: what was rightly recorded is still put right, and nothing new comes in its name.
        var general = (await keeper.Post("/api/v1/meetings", branch.General())).ShouldBe(HttpStatusCode.Created);
        (await town.Post($"{Packs}/{pack.Id}/withdrawal", new { lastDay = "2024-03-31", reason = "依据有误" }, ifMatch: $"\"{pack.Version}\"")).ShouldBe(HttpStatusCode.OK);
        version = 2;
        (await Correct(visit, Of(new(2024, 5, 12)))).ShouldBe(HttpStatusCode.OK);
        version = 1;
        (await Correct(general, Of(new(2024, 5, 12)))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "activity-kind-not-adopted", "REG-20");
        (await keeper.Post("/api/v1/activities", Of(new(2024, 5, 12)))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "activity-kind-not-adopted", "REG-20");
    }

    [DatabaseFact]
    public async Task The_last_day_of_a_withdrawn_pack_is_corrected_and_what_was_known_before_stays_known()
    {
        var tree = await SmallTree.Plant(api);
        var county = await api.SignedIn(Role.CountyOfficer, tree.County.Id);
        var name = SmallPack.Name();
        var pack = await Adopted(county, tree.County.Id, "2024-04-01", SmallPack.Of(name));
        var version = pack.Version;
        async Task<Answer> Withdraw(string? lastDay)
        {
            api.Clock.Advance(Duration.FromSeconds(30));
            var answer = await county.Post($"{Packs}/{pack.Id}/withdrawal", new { reason = "x", lastDay }, ifMatch: $"\"{version}\"");
            if (answer.Status == HttpStatusCode.OK) version = answer.At("version").GetInt32();
            return answer;
        }

        async Task<string> Quarters(string more = "") => string.Join(", ",
            (await county.Get($"/api/v1/organizations/{tree.Branch.Id}/duties?rule=B{name}-1&from=2024&asOf=2024-12-31{more}")).ShouldBe(HttpStatusCode.OK).At("items").EnumerateArray().Select(i => i.GetProperty("period").GetProperty("label").GetString()));

        (await Withdraw("2024-08-31")).ShouldBe(HttpStatusCode.OK);
        (await Quarters()).Should().Be("2024-Q2, 2024-Q3");
        var between = new Domain.Time.Clock(api.Clock).Now;
        (await Withdraw("2024-03-31")).ShouldBe(HttpStatusCode.OK);
        (await Quarters()).Should().BeEmpty("it was undone altogether");
        (await Withdraw("2024-05-31")).ShouldBe(HttpStatusCode.OK).At("to").GetString().Should().Be("2024-05-31");
        (await Quarters()).Should().Be("2024-Q2", "it is told of the quarter that was open on the last day, which it bound in part");
        (await Quarters($"&knownAt={between:uuuu-MM-dd'T'HH:mm:ss'Z'}")).Should().Be("2024-Q2, 2024-Q3");
        (await county.Get($"{Packs}/{pack.Id}")).At("signatures").EnumerateArray().Select(s => $"{s.GetProperty("act").GetString()} {s.GetProperty("day").GetString()}")
            .Should().Equal("uploaded ", "adopted 2024-04-01", "withdrawn 2024-08-31", "withdrawn 2024-03-31", "withdrawn 2024-05-31");
        (await api.Look(db => db.Outbox.Where(e => e.SubjectId == pack.Id.Value).Select(e => e.Type).ToListAsync()))
            .Should().BeEquivalentTo("rulePack.uploaded", "rulePack.adopted", "rulePack.withdrawn", "rulePack.withdrawn", "rulePack.withdrawn");
        (await api.Look(db => db.AuditEntries.CountAsync(e => e.ChainId == tree.County.Id.Value && e.Operation == nameof(WithdrawRulePack)))).Should().Be(3);
        (await api.Look(db => db.Adoptions.Where(a => a.Book == $"B{name}").Select(a => new { a.To, Voided = a.VoidedAt != null }).ToListAsync())).Select(a => $"{a.To:uuuu-MM-dd} {a.Voided}")
            .Should().BeEquivalentTo([" True", "2024-08-31 True", "2024-05-31 False"], "a correction voids the fact and records another one; undone altogether it has none");
        (await Withdraw(null)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "rule-pack-last-day-missing", "REG-20");
        (await Withdraw("2024-03-30")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "rule-pack-ends-before-it-begins", "REG-20");
    }

    [DatabaseFact]
    public async Task Before_between_and_after_adoption_and_withdrawal_each_day_is_answered_as_it_was_known_at_each_moment()
    {
        var tree = await SmallTree.Plant(api);
        var county = await api.SignedIn(Role.CountyOfficer, tree.County.Id);
        var name = SmallPack.Name();
        string Moment()
        {
            api.Clock.Advance(Duration.FromSeconds(30));
            var now = new Domain.Time.Clock(api.Clock).Now;
            api.Clock.Advance(Duration.FromSeconds(30));
            return $"{now:uuuu-MM-dd'T'HH:mm:ss'Z'}";
        }

        var before = Moment();
        var pack = await Adopted(county, tree.County.Id, "2024-04-01", SmallPack.Of(name));
        var between = Moment();
        (await county.Post($"{Packs}/{pack.Id}/withdrawal", new { lastDay = "2024-08-15", reason = "试点结束" }, ifMatch: $"\"{pack.Version}\"")).ShouldBe(HttpStatusCode.OK);
        var after = Moment();
        async Task<string> Told(string asOf, string? knownAt) => string.Join(", ", (await county.Get($"/api/v1/organizations/{tree.Branch.Id}/duties?rule=B{name}-1&from=2024&asOf={asOf}{(knownAt is null ? "" : $"&knownAt={knownAt}")}"))
            .ShouldBe(HttpStatusCode.OK).At("items").EnumerateArray().Select(i => $"{i.GetProperty("period").GetProperty("label").GetString()![5..]} {i.GetProperty("status").GetString()}"));

        foreach (var (asOf, adopted, withdrawn) in new[]
        {
            ("2024-03-31", "Q2 upcoming, Q3 upcoming, Q4 upcoming", "Q2 upcoming, Q3 notApplicable"), ("2024-04-01", "Q2 due, Q3 upcoming, Q4 upcoming", "Q2 due, Q3 notApplicable"),
            ("2024-06-30", "Q2 due, Q3 upcoming, Q4 upcoming", "Q2 due, Q3 notApplicable"), ("2024-07-01", "Q2 overdue, Q3 due, Q4 upcoming", "Q2 overdue, Q3 notApplicable"),
            ("2024-08-15", "Q2 overdue, Q3 due, Q4 upcoming", "Q2 overdue, Q3 notApplicable"), ("2024-08-16", "Q2 overdue, Q3 due, Q4 upcoming", "Q2 overdue, Q3 notApplicable"),
            ("2024-10-01", "Q2 overdue, Q3 overdue, Q4 due", "Q2 overdue, Q3 notApplicable"), ("2025-01-01", "Q2 overdue, Q3 overdue, Q4 overdue", "Q2 overdue, Q3 notApplicable"),
        })
        {
            (await Told(asOf, before)).Should().BeEmpty("nobody had adopted it, whatever day is asked for");
            (await Told(asOf, between)).Should().Be(adopted, "of {0}", asOf);
            (await Told(asOf, after)).Should().Be(withdrawn, "of {0}: a book that binds a part of a quarter asks nothing of it", asOf);
            (await Told(asOf, null)).Should().Be(withdrawn, "of {0}", asOf);
        }
    }

    [DatabaseFact]
    public async Task A_fault_between_files_is_told_with_the_file_and_the_key_too()
    {
        var tree = await SmallTree.Plant(api);
        var county = await api.SignedIn(Role.CountyOfficer, tree.County.Id);
        var name = SmallPack.Name();
        async Task<Answer> Upload(Func<string, string> change) => await county.Post(Packs, change(JsonSerializer.Serialize(SmallPack.Of(name)(tree.County.Id), ApiClient.Json)));
        static void Names(Answer refused, string code, string file, string pointer)
        {
            refused.ShouldPointAt(pointer);
            refused.At("errors", 0, "code").GetString().Should().Be(code);
            refused.At("errors", 0, "detail").GetString().Should().Contain(file);
        }

        var (kind, activity) = ($"ActivityKinds/help{name}.json", "\"minutesConfirmed\":false");
        Names(await Upload(p => p.Replace($"\"heldBy\":{{\"rule\":\"B{name}-1\"", "\"heldBy\":{\"rule\":\"TWS-99\"", StringComparison.Ordinal)), "activity-kinds-unknown-rule", kind, "/files/2/content/heldBy/rule");
        Names(await Upload(p => p.Replace(activity, $"{activity},\"agenda\":{{\"rule\":\"TWS-99\",\"classes\":[]}}", StringComparison.Ordinal)), "activity-kinds-unknown-rule", kind, "/files/2/content/agenda/rule");
        Names(await Upload(p => p.Replace(activity, $$$"""{{{activity}}},"agenda":{"rule":"TWS-3.3","classes":[{"class":"lecture","label":{"en":"Other","zh":"其他"}}]}""", StringComparison.Ordinal)),
            "activity-kinds-class-differs", kind, "/files/2/content/agenda/classes/0");
        Names(await Upload(p => p.Replace(activity, $$$"""{{{activity}}},"details":{"rule":"TWS-3.3","fields":[{"field":"topic","title":{"en":"Other","zh":"其他"},"is":"text","most":7}]}""", StringComparison.Ordinal)),
            "activity-kinds-field-differs", kind, "/files/2/content/details/fields/0");
        var pack = JsonNode.Parse(JsonSerializer.Serialize(SmallPack.Of(name)(tree.County.Id), ApiClient.Json))!;
        var again = pack["files"]![3]!.DeepClone();
        (again["name"], again["content"]!["title"]!["en"]) = ($"Rules/B{name}-1-again.json", "Again.");
        pack["files"]!.AsArray().Add(again);
        Names(await county.Post(Packs, pack.ToJsonString()), "rule-pack-name-taken", $"B{name}-1", "/files/4/content/id");
    }

    [DatabaseFact]
    public async Task Two_of_a_branchs_Party_groups_are_enough_and_those_that_are_missing_are_named()
    {
        var branch = await MeetingBranch.Plant(api);
        var town = await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id);
        var others = new[] { await Found(town, branch.Tree.Branch, "GroupB", OrganizationType.PartyGroup, null), await Found(town, branch.Tree.Branch, "GroupC", OrganizationType.PartyGroup, null) };
        var book = $"G{SmallPack.Name()}";
        var rule = SmallPack.Rule(book, new { @is = "allHave", of = new[] { "branch" }, circle = "partyGroups", evidence = "partyGroupMeeting", every = "month", atLeast = 2 }, new[]
        {
            new
            {
                name = "one of two is missing", lifetime = new[] { "2020-01-01", null }, period = new[] { "2024-03-01", "2024-03-31" }, asOf = "2024-04-01", evidence = Array.Empty<string>(),
                circle = new[] { new { name = "A", days = new[] { new[] { "2020-01-01", null } }, evidence = new[] { "2024-03-05" } }, new { name = "B", days = new[] { new[] { "2020-01-01", null } }, evidence = Array.Empty<string>() } },
                verdicts = new[] { "overdue" },
            },
        });
        var pack = (await town.Post(Packs, SmallPack.Of(book, branch.Tree.Town.Id, rule))).ShouldBe(HttpStatusCode.Created);
        (await town.Post($"{pack.Location}/adoption", new { from = "2024-04-01" }, ifMatch: pack.ETag)).ShouldBe(HttpStatusCode.OK);

        api.Clock.MoveTo(new LocalDate(2024, 4, 30));
        (town, var keeper) = (await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id), await Keeper(branch));
        async Task<JsonElement> April() => (await keeper.Get($"/api/v1/organizations/{branch.Id}/duties?rule={book}-1&from=2024-04")).ShouldBe(HttpStatusCode.OK).At("items", 0);
        async Task<int> Met() => (await town.Get($"/api/v1/organizations/{branch.Tree.Town.Id}/compliance?rule={book}-1&from=2024-04")).ShouldBe(HttpStatusCode.OK).At("total", "met").GetInt32();
        (await April()).GetProperty("shortfall").GetProperty("en").GetString().Should().Contain("2 of 3; 0 on record").And.Contain("Group").And.Contain("GroupB").And.Contain("GroupC");
        (await Met()).Should().Be(0);
        (await town.Get($"/api/v1/organizations/{branch.Tree.SiblingBranch.Id}/duties?rule={book}-1&from=2024-04")).At("items", 0, "status").GetString().Should().Be("notApplicable", "it has no groups");

        (await keeper.Post("/api/v1/meetings", branch.OfGroup(new(2024, 4, 10)) with
        {
            Record = branch.OfGroup(new(2024, 4, 10)).Record with { RecorderId = branch.Wang.Id }, Roll = [new(branch.Wang.Id, AttendanceStatus.Present)],
        })).ShouldBe(HttpStatusCode.Created);
        (await April()).GetProperty("status").GetString().Should().Be("due");
        (await April()).GetProperty("next").GetProperty("what").GetProperty("en").GetString().Should().Contain("GroupB, GroupC").And.NotContain("Group,");
        (await keeper.Get("/api/v1/me/duties?within=7")).ShouldBe(HttpStatusCode.OK).Text.Should().Contain($"{book}-1");
        var second = others[0].Id;
        (await town.Post($"/api/v1/members/{branch.Publicist.Id}/affiliations", new { organizationId = second, belonging = "group", from = "2024-04-01" }, ifMatch: (await town.Get($"/api/v1/members/{branch.Publicist.Id}")).ETag))
            .Status.Should().BeOneOf(HttpStatusCode.OK, HttpStatusCode.Created);
        (await keeper.Post("/api/v1/meetings", branch.OfGroup(new(2024, 4, 20)) with
        {
            OrganizationId = second, Record = branch.OfGroup(new(2024, 4, 20)).Record with { ChairId = branch.Publicist.Id, RecorderId = branch.Publicist.Id }, Roll = [new(branch.Publicist.Id, AttendanceStatus.Present)],
        })).ShouldBe(HttpStatusCode.Created);
        (await April()).GetProperty("metOn").GetString().Should().Be("2024-04-20");
        (await April()).GetProperty("evidence").GetArrayLength().Should().Be(2, "the groups' meetings are the proof");
        (await Met()).Should().Be(1, "the roll-up counts the branch again when a group of it has met");
    }

    [DatabaseFact]
    public async Task What_a_Party_group_did_before_it_moved_on_counts_for_the_branch_in_which_it_lay()
    {
        var branch = await MeetingBranch.Plant(api);
        var (town, county) = (await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id), await api.SignedIn(Role.CountyOfficer, branch.Tree.County.Id));
        var book = $"M{SmallPack.Name()}";
        var rule = SmallPack.Rule(book, new { @is = "allHave", of = new[] { "branch" }, circle = "partyGroups", evidence = "partyGroupMeeting", every = "month" }, new[]
        {
            new
            {
                name = "one is missing", lifetime = new[] { "2020-01-01", null }, period = new[] { "2024-03-01", "2024-03-31" }, asOf = "2024-04-01", evidence = Array.Empty<string>(),
                circle = new[] { new { name = "A", days = new[] { new[] { "2020-01-01", null } }, evidence = Array.Empty<string>() } }, verdicts = new[] { "overdue" },
            },
        });
        var pack = (await county.Post(Packs, SmallPack.Of(book, branch.Tree.County.Id, rule))).ShouldBe(HttpStatusCode.Created);
        (await county.Post($"{pack.Location}/adoption", new { from = "2024-04-01" }, ifMatch: pack.ETag)).ShouldBe(HttpStatusCode.OK);

        api.Clock.MoveTo(new LocalDate(2024, 5, 2));
        (town, county, var keeper) = (await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id), await api.SignedIn(Role.CountyOfficer, branch.Tree.County.Id), await Keeper(branch));
        var held = (await keeper.Post("/api/v1/meetings", branch.OfGroup(new(2024, 4, 10)) with
        {
            Record = branch.OfGroup(new(2024, 4, 10)).Record with { RecorderId = branch.Wang.Id }, Roll = [new(branch.Wang.Id, AttendanceStatus.Present)],
        })).ShouldBe(HttpStatusCode.Created);
        await Stands("met");

        var group = $"/api/v1/organizations/{branch.Group.Id}";
        (await county.Post($"{group}/move", new { superiorId = branch.Tree.FarBranch.Id, from = "2024-05-01" }, ifMatch: (await county.Get(group)).ETag)).ShouldBe(HttpStatusCode.OK);
        await Stands("met");

        // His who keeps the records of the branch in which it lies now.
        var far = await api.SignedIn(Role.BranchSecretary, branch.Tree.FarBranch.Id);
        (await far.Post($"{held.Location}/withdrawal", new { reason = "重复登记" }, key: "", ifMatch: (await far.Get(held.Location!.ToString())).ETag)).Status.Should().BeOneOf(HttpStatusCode.OK, HttpStatusCode.NoContent);
        await Stands("overdue");

        async Task Stands(string status)
        {
            (await keeper.Get($"/api/v1/organizations/{branch.Id}/duties?rule={book}-1&from=2024-04&to=2024-04")).ShouldBe(HttpStatusCode.OK).At("items", 0, "status").GetString().Should().Be(status);
            (await keeper.Get("/api/v1/me/duties?within=7")).ShouldBe(HttpStatusCode.OK).Text.Contains($"{book}-1", StringComparison.Ordinal).Should().Be(status != "met");
            var kept = api.Services.GetRequiredService<PartyOrg.Application.Compliance.KeptRollUps>();
            var most = kept.MostAtOnce;
            foreach (var (worst, atOnce) in new[] { (3, 0), (4, most) })
            {
                kept.MostAtOnce = atOnce;
                (await town.Get($"/api/v1/organizations/{branch.Tree.Town.Id}/compliance?rule={book}-1&from=2024-04&to=2024-04&worst={worst}")).ShouldBe(HttpStatusCode.OK).At("total", status).GetInt32().Should().Be(1, "counted {0} at once", atOnce);
            }

            kept.MostAtOnce = most;
        }
    }

    [DatabaseFact]
    public async Task A_pack_that_asks_less_is_adopted_only_when_a_jurisdiction_above_has_authorised_it()
    {
        var tree = await SmallTree.Plant(api);
        var city = await api.SignedIn(Role.CityOfficer, tree.City.Id);
        (await city.Post($"/api/v1/organizations/{tree.City.Id}/rule-book-adoptions", new { book = "TWS", from = "2024-01-01" })).ShouldBe(HttpStatusCode.Created);
        var county = await api.SignedIn(Role.CountyOfficer, tree.County.Id);
        var uploaded = (await county.Post(Packs, Overlaying(tree.County, "TWS-3.3", new { every = "halfYear" }))).ShouldBe(HttpStatusCode.Created);
        var preview = (await county.Get($"{uploaded.Location}/preview?adoptedFrom=2024-04-01")).ShouldBe(HttpStatusCode.OK);
        (preview.At("loosenings", 0, "ruleId").GetString(), preview.At("loosenings", 0, "strictness").GetString()).Should().Be(("TWS-3.3", "looser"));
        preview.At("subjects").GetInt32().Should().Be(3, "it is shown as it would be with an authorisation");

        (await county.Post($"{uploaded.Location}/adoption", new { from = "2024-04-01" }, ifMatch: uploaded.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "rule-pack-loosens", "REG-19")
            .At("detail").GetString().Should().Contain("TWS-3.3 (looser)");
        (await county.In("zh-CN").Post($"{uploaded.Location}/adoption", new { from = "2024-04-01" }, ifMatch: uploaded.ETag)).At("detail").GetString().Should().Contain("TWS-3.3（放宽）");
        (await Labels(city, tree.Branch.Id, "TWS-3.3", "2024")).Should().Be("2024-Q1, 2024-Q2, 2024-Q3, 2024-Q4", "what was refused changes nothing");
        (await county.Post($"{uploaded.Location}/authorisation", new { statement = "自行批准" }, ifMatch: uploaded.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "rule-pack-authorised-from-below", "REG-19");
        var stranger = await api.SignedIn(Role.CityOfficer, (await SmallTree.Plant(api)).City.Id);
        (await stranger.Post($"{uploaded.Location}/authorisation", new { statement = "批准" }, ifMatch: uploaded.ETag)).ShouldBeProblem(HttpStatusCode.NotFound, "rule-pack-not-found");
        var authorised = (await city.Post($"{uploaded.Location}/authorisation", new { statement = "市委组〔2024〕12号批复" }, ifMatch: uploaded.ETag)).ShouldBe(HttpStatusCode.OK);
        var signed = authorised.At("signatures", 1);
        (signed.GetProperty("act").GetString(), signed.GetProperty("organizationId").GetGuid(), signed.GetProperty("statement").GetString(), signed.GetProperty("contentSha256").GetString())
            .Should().Be(("authorised", tree.City.Id.Value, "市委组〔2024〕12号批复", uploaded.At("contentSha256").GetString()));
        (signed.GetProperty("name").GetString(), signed.GetProperty("accountId").GetGuid()).Should().Be(((await city.Get("/api/v1/me")).At("displayName").GetString(), (await city.Get("/api/v1/me")).At("id").GetGuid()));
        signed.GetProperty("at").GetString().Should().StartWith("2024-03-2");
        (await county.Post($"{uploaded.Location}/adoption", new { from = "2024-04-01" }, ifMatch: uploaded.ETag)).ShouldBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
        (await county.Post($"{uploaded.Location}/adoption", new { from = "2024-04-01" }, ifMatch: authorised.ETag)).ShouldBe(HttpStatusCode.OK);
        (await Labels(city, tree.Branch.Id, "TWS-3.3", "2024")).Should().Be("2024-Q1, 2024-H2", "the new periods begin with their first whole one");

        var stricter = (await county.Post(Packs, Overlaying(tree.County, "TWS-3.4", new { times = 2 }))).ShouldBe(HttpStatusCode.Created);
        (await city.Post($"{stricter.Location}/authorisation", new { statement = "批准" }, ifMatch: stricter.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "rule-pack-loosens-nothing", "REG-19");
    }

    [DatabaseFact]
    public async Task Steps_follow_one_another_and_names_are_taken_once()
    {
        var tree = await SmallTree.Plant(api);
        var county = await api.SignedIn(Role.CountyOfficer, tree.County.Id);
        var name = SmallPack.Name();
        var (first, second) = ((await county.Post(Packs, SmallPack.Of(name)(tree.County.Id))).ShouldBe(HttpStatusCode.Created), (await county.Post(Packs, SmallPack.Of(name)(tree.County.Id))).ShouldBe(HttpStatusCode.Created));
        (await county.Post($"{first.Location}/withdrawal", new { reason = "x", lastDay = "2024-04-01" }, ifMatch: first.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "rule-pack-never-bound", "REG-20");
        var adopted = (await county.Post($"{first.Location}/adoption", new { from = "2024-04-01" }, ifMatch: first.ETag)).ShouldBe(HttpStatusCode.OK);
        (await county.Post($"{first.Location}/adoption", new { from = "2024-04-01" }, ifMatch: adopted.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "rule-pack-step-out-of-order", "REG-20");
        (await county.Get($"{first.Location}/preview")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "rule-pack-step-out-of-order", "REG-20");

        (await county.Post($"{second.Location}/adoption", new { from = "2024-04-01" }, ifMatch: second.ETag)).ShouldBe(HttpStatusCode.BadRequest);
        (await county.Post(Packs, SmallPack.Of(name)(tree.County.Id))).ShouldBe(HttpStatusCode.BadRequest).Text.Should().Contain("rule-pack-name-taken");
        (await county.Post($"/api/v1/organizations/{tree.Town.Id}/rule-book-adoptions", new { book = $"B{name}", from = "2024-04-01" })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "rule-book-belongs-to-pack", "REG-20");

        (await county.Post($"{first.Location}/withdrawal", new { reason = "x" }, ifMatch: adopted.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "rule-pack-last-day-missing", "REG-20");
        (await county.Post($"{first.Location}/withdrawal", new { reason = "x", lastDay = "2024-03-30" }, ifMatch: adopted.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "rule-pack-ends-before-it-begins", "REG-20");
        (await county.Post($"{first.Location}/withdrawal", new { reason = "x", lastDay = "2024-03-31" }, ifMatch: adopted.ETag)).ShouldBe(HttpStatusCode.OK);
        (await Labels(county, tree.Branch.Id, $"B{name}-1", "2024")).Should().BeEmpty("it was undone altogether");
        (await county.Post($"{second.Location}/withdrawal", new { reason = "x" }, ifMatch: second.ETag)).ShouldBe(HttpStatusCode.OK).At("status").GetString().Should().Be("withdrawn");
    }

    [DatabaseFact]
    public async Task What_was_adopted_everybody_reads_and_what_is_being_prepared_the_officers_in_whose_reach_it_lies()
    {
        var tree = await SmallTree.Plant(api);
        var county = await api.SignedIn(Role.CountyOfficer, tree.County.Id);
        var (secretary, stranger) = (await api.SignedIn(Role.BranchSecretary, tree.Branch.Id), await api.SignedIn(Role.TownOfficer, tree.SiblingTown.Id));
        (await stranger.Post(Packs, Quarterly(tree.County))).ShouldBeProblem(HttpStatusCode.NotFound, "organization-not-found");
        (await secretary.Post(Packs, Quarterly(tree.County))).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "REG-18");
        (await county.Post(Packs, Quarterly(tree.Branch))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "rule-pack-not-a-jurisdiction", "REG-18");

        var pack = (await county.Post(Packs, Quarterly(tree.County))).ShouldBe(HttpStatusCode.Created);
        foreach (var reader in new[] { secretary, stranger })
        {
            (await reader.Get(pack.Location!.ToString())).ShouldBeProblem(HttpStatusCode.NotFound, "rule-pack-not-found");
            (await reader.Get($"{pack.Location}/files")).ShouldBeProblem(HttpStatusCode.NotFound, "rule-pack-not-found");
            (await reader.Get($"{Packs}?jurisdiction={tree.County.Id}")).At("items").GetArrayLength().Should().Be(0);
        }

        (await county.Get($"{Packs}?jurisdiction={tree.County.Id}&status=uploaded")).At("items").GetArrayLength().Should().Be(1);
        (await county.Post($"{pack.Location}/adoption", new { from = "2024-04-01" }, ifMatch: pack.ETag)).ShouldBe(HttpStatusCode.OK);
        (await secretary.Get($"{pack.Location}/files")).ShouldBe(HttpStatusCode.OK).At("items", 0, "content", "rule").GetString().Should().Be("TWS-3.4");
        (await stranger.Get($"{Packs}?jurisdiction={tree.County.Id}")).At("items").GetArrayLength().Should().Be(1);
    }

    [DatabaseTheory]
    [InlineData("""{"name": "Rule/TWS-3.4.json", "content": {}}""", "/files/0/name", "rule-pack-unknown-folder")]
    [InlineData("""{"name": "Overlays/TWS-3.4.json", "content": {"rule": "TWS-3.4", "reason": {"en": "x", "zh": "例"}, "parameters": {"times": 2}, "parameter": {}}}""", "/files/0/content/parameter", "rule-file-unknown-key")]
    [InlineData("""{"name": "Overlays/TWS-3.4.json", "content": {"rule": "TWS-3.4", "reason": {"en": "x", "zh": "例"}, "parameters": {}}}""", "/files/0/content/parameters", "rule-file-bad-value")]
    [InlineData("""{"name": "Overlays/TWS-3.4.json", "content": {"rule": "TWS-3.4", "reason": {"en": "x", "zh": "例"}, "parameters": {"every": "fortnight"}}}""", "/files/0/content/parameters/every", "rule-file-bad-parameter")]
    [InlineData("""{"name": "Overlays/TWS-3.4.json", "content": {"rule": "TWS-3.4", "reason": {"en": "x", "zh": "例"}, "parameters": {"sometimes": 1}}}""", "/files/0/content/parameters/sometimes", "rule-file-unknown-key")]
    [InlineData("""{"name": "Overlays/TWS-99.json", "content": {"rule": "TWS-99", "reason": {"en": "x", "zh": "例"}, "parameters": {"times": 1}}}""", "/files/0/content/rule", "rule-file-unknown-rule")]
    [InlineData("""{"name": "Overlays/TWS-3.5.json", "content": {"rule": "TWS-3.5", "reason": {"en": "x", "zh": "例"}, "parameters": {"times": 1}}}""", "/files/0/content/rule", "rule-file-unknown-rule")]
    [InlineData("""{"name": "Overlays/TWS-10.1.json", "content": {"rule": "TWS-10.1", "reason": {"en": "x", "zh": "例"}, "numbers": {}}}""", "/files/0/content/numbers", "rule-file-bad-value")]
    [InlineData("""{"name": "Overlays/TWS-10.1.json", "content": {"rule": "TWS-10.1", "reason": {"en": "x", "zh": "例"}}}""", "/files/0/content/parameters", "rule-file-missing-key")]
    [InlineData("""{"name": "Overlays/TWS-10.1.json", "content": {"rule": "TWS-10.1", "reason": {"en": "x", "zh": "例"}, "numbers": {"absences": "2"}}}""", "/files/0/content/numbers/absences", "rule-file-bad-value")]
    [InlineData("""{"name": "Overlays/TWS-10.1.json", "content": {"rule": "TWS-10.1", "reason": {"en": "x", "zh": "例"}, "numbers": {"absences": 0}}}""", "/files/0/content/numbers/absences", "rule-number-out-of-range")]
    [InlineData("""{"name": "Overlays/TWS-10.1.json", "content": {"rule": "TWS-10.1", "reason": {"en": "x", "zh": "例"}, "numbers": {"absences": 2.5}}}""", "/files/0/content/numbers/absences", "rule-number-out-of-range")]
    [InlineData("""{"name": "Overlays/TWS-7.4.json", "content": {"rule": "TWS-7.4", "reason": {"en": "x", "zh": "例"}, "numbers": {"fewestBallots": 4}}}""", "/files/0/content/numbers/fewestBallots", "rule-number-out-of-range")]
    [InlineData("""{"name": "Overlays/TWS-10.1.json", "content": {"rule": "TWS-10.1", "reason": {"en": "x", "zh": "例"}, "numbers": {"absence": 2}}}""", "/files/0/content/numbers/absence", "rule-number-unknown")]
    [InlineData("""{"name": "Overlays/TWS-10.1.json", "content": {"rule": "TWS-10.1", "reason": {"en": "x", "zh": "例"}, "parameters": {"absences": 2}}}""", "/files/0/content/rule", "rule-file-unknown-rule")]
    [InlineData("""{"name": "Overlays/TWS-3.4.json", "content": {"rule": "TWS-3.4", "reason": {"en": "x", "zh": "例"}, "numbers": {"times": 2}}}""", "/files/0/content/numbers", "rule-file-unknown-rule")]
    [InlineData("""{"name": "Overlays/TWS-5.5.json", "content": {"rule": "TWS-5.5", "reason": {"en": "x", "zh": "例"}, "numbers": {"qualifiedFrom": 90}}}""", "/files/0/content/numbers/qualifiedFrom", "rule-number-not-below")]
    [InlineData("""{"name": "Overlays/TWS-D1.json", "content": {"rule": "TWS-D1", "reason": {"en": "x", "zh": "例"}, "numbers": {"farmersMost": 0.5}}}""", "/files/0/content/numbers/farmersMost", "rule-number-fixed-by-law")]
    [InlineData("""{"name": "Overlays/TWS-3.3.json", "content": {"rule": "TWS-3.4", "reason": {"en": "x", "zh": "例"}, "parameters": {"times": 2}}}""", "/files/0/content/rule", "rule-file-wrong-name")]
    [InlineData("""{"name": "Books/tws2.json", "content": {"id": "tws2", "title": {"en": "x", "zh": "例"}, "issuer": {"en": "x", "zh": "例"}, "inForceFrom": "2024-01-01", "language": "zh", "isTranslation": false}}""", "/files/0/content/id", "rule-pack-bad-book-id")]
    [InlineData("""{"name": "Books/TWS.json", "content": {"id": "TWS", "title": {"en": "x", "zh": "例"}, "issuer": {"en": "x", "zh": "例"}, "inForceFrom": "2024-01-01", "language": "zh", "isTranslation": false}}""", "/files/0/content/id", "rule-pack-name-taken")]
    [InlineData("""{"name": "Overlays/TWS-3.4.json", "content": {"rule": "TWS-3.4", "reason": {"en": "Once a quarter.", "zh": "Once a quarter."}, "parameters": {"times": 2}}}""", "/files/0/content/reason/zh", "rule-file-wrong-language")]
    [InlineData("""{"name": "Overlays/TWS-3.4.json", "content": {"rule": "TWS-3.4", "reason": {"en": "每季度一次。", "zh": "每季度一次。"}, "parameters": {"times": 2}}}""", "/files/0/content/reason/en", "rule-file-wrong-language")]
    [InlineData("""{"name": "Overlays/TWS-3.4.json", "content": {"rule": "TWS-3.4", "reason": {"en": "x", "de": "Einmal", "zh": "例"}, "parameters": {"times": 2}}}""", "/files/0/content/reason/de", "rule-file-unknown-key")]
    [InlineData("""{"name": "Overlays/TWS-3.4.json", "content": {"rule": "TWS-3.4", "reason": {"en": "x"}, "parameters": {"times": 2}}}""", "/files/0/content/reason/zh", "rule-file-missing-key")]
    [InlineData("""{"name": "Overlays/TWS-3.4.json", "content": {"rule": "TWS-3.4", "reason": {"en": "x", "zh": "例"}, "parameters": {"evidence": "picnic"}}}""", "/files/0/content/parameters/evidence", "rule-file-bad-parameter")]
    [InlineData("""{"name": "Overlays/TWS-3.4.json", "content": {"rule": "TWS-3.4", "reason": {"en": "x", "zh": "例"}, "parameters": {"is": "sometimes"}}}""", "/files/0/content/parameters/is", "rule-file-unknown-check")]
    [InlineData("""{"name": "Overlays/TWS-3.4.json", "content": ["TWS-3.4"]}""", "/files/0/content", "rule-file-bad-value")]
    [InlineData("""{"name": "EvidenceKinds/picnic.json", "content": {"kind": "picnic", "noun": {"en": "picnic", "zh": "野餐"}, "plural": "picnics", "measure": "次", "act": {"en": "hold", "zh": "举办"}, "recordedBy": "recordActivity"}}""", "/files/0/content/kind", "rule-pack-nobody-records")]
    public async Task A_file_that_is_not_well_is_refused_with_its_name_its_key_and_what_to_do(string file, string pointer, string code)
    {
        var tree = await SmallTree.Plant(api);
        var county = await api.SignedIn(Role.CountyOfficer, tree.County.Id);
        var refused = await county.Post(Packs, $$$"""{"jurisdictionId": "{{{tree.County.Id}}}", "title": {"en": "x", "zh": "例"}, "document": "1", "files": [{{{file}}}]}""");
        refused.ShouldPointAt(pointer).At("errors", 0, "code").GetString().Should().Be(code);
        (await county.Get($"{Packs}?jurisdiction={tree.County.Id}")).At("items").GetArrayLength().Should().Be(0, "nothing of it is kept");
    }

    [DatabaseFact]
    public async Task A_fault_in_a_new_book_says_which_file_and_key_and_what_to_do_in_the_language_of_whoever_uploads()
    {
        var tree = await SmallTree.Plant(api);
        var county = await api.SignedIn(Role.CountyOfficer, tree.County.Id);
        var name = SmallPack.Name();
        var sound = JsonSerializer.Serialize(SmallPack.Of(name)(tree.County.Id), ApiClient.Json);
        async Task Refused(string replace, string by, string pointer, string code, string english, string chinese)
        {
            sound.Should().Contain(replace);
            var pack = sound.Replace(replace, by, StringComparison.Ordinal);
            var refused = (await county.Post(Packs, pack)).ShouldPointAt(pointer);
            (refused.At("errors", 0, "code").GetString(), refused.At("errors", 0, "detail").GetString()).Should().Be((code, english));
            (await county.In("zh-CN").Post(Packs, pack)).At("errors", 0, "detail").GetString().Should().Be(chinese);
        }

        var (rule, kind, activity) = ($"B{name}-1-a-visit-is-made.json", $"help{name}.json", $"help{name}");
        var shapes = string.Join(", ", Domain.Compliance.Checks.CheckShape.All.Keys.Order(StringComparer.Ordinal));
        await Refused("\"atLeastPerPeriod\"", "\"atLeastPerWeek\"", "/files/3/content/versions/0/check/is", "rule-file-unknown-check",
            $"{rule} at /versions/0/check/is: there is no check \"atLeastPerWeek\". Use one of: {shapes}.", $"{rule} 的 /versions/0/check/is：没有名为“atLeastPerWeek”的检查。可用的检查：{shapes}。");
        await Refused("\"times\":1", "\"times\":0", "/files/3/content/versions/0/check/times", "rule-file-bad-parameter",
            $"{rule} at /versions/0/check/times: \"times\" must be a whole number from 1 to 1000.", $"{rule} 的 /versions/0/check/times：“times”须为1至1000之间的整数。");
        await Refused("\"minutesConfirmed\":false", "\"minutesConfirmed\":false,\"attendeeEvidence\":\"partyWorkerTraining\"", "/files/2/content/attendeeEvidence", "rule-pack-foreign-evidence",
            $"ActivityKinds/{kind} at /attendeeEvidence: The activity \"{activity}\" yields \"partyWorkerTraining\", which this pack does not declare. Add EvidenceKinds/partyWorkerTraining.json; what other books count is recorded as they say.",
            $"ActivityKinds/{kind} 的 /attendeeEvidence：活动“{activity}”产生的“partyWorkerTraining”未在本规则包中声明。请添加 EvidenceKinds/partyWorkerTraining.json；其他规则集认定的工作按其规定登记。");
        await Refused("\"minutesConfirmed\":false", $$"""
            "minutesConfirmed":false,"agenda":{"rule":"B{{name}}-1","classes":[{"class":"c{{name}}","label":{"en":"Other","zh":"其他"},"evidence":"generalMeeting"}]}
            """, "/files/2/content/agenda/classes/0/evidence", "rule-pack-foreign-evidence",
            $"ActivityKinds/{kind} at /agenda/classes/0/evidence: The activity \"{activity}\" yields \"generalMeeting\", which this pack does not declare. Add EvidenceKinds/generalMeeting.json; what other books count is recorded as they say.",
            $"ActivityKinds/{kind} 的 /agenda/classes/0/evidence：活动“{activity}”产生的“generalMeeting”未在本规则包中声明。请添加 EvidenceKinds/generalMeeting.json；其他规则集认定的工作按其规定登记。");

        const string Last = "\"recordedBy\":\"recordActivity\"";
        string Breached(string evidence, string by) => $$$"""{{{Last}}},"breachedBy":[{"evidence":"{{{evidence}}}","rule":"{{{by}}}","message":{"en":"Not so.","zh":"不符。"}}]""";
        await Refused(Last, Breached("picnic", "TWS-3.3"), "/files/1/content/breachedBy/0/evidence", "rule-pack-unknown-reference",
            $"EvidenceKinds/{kind} at /breachedBy/0/evidence: \"picnic\" is neither known nor in this pack. Add a file in EvidenceKinds, or correct the name.", $"EvidenceKinds/{kind} 的 /breachedBy/0/evidence：“picnic”既不存在，也不在本规则包中。请在 EvidenceKinds 中添加文件，或改正名称。");
        await Refused(Last, Breached("generalMeeting", "TWS-99"), "/files/1/content/breachedBy/0/rule", "rule-pack-unknown-reference",
            $"EvidenceKinds/{kind} at /breachedBy/0/rule: \"TWS-99\" is neither known nor in this pack. Add a file in Rules, or correct the name.", $"EvidenceKinds/{kind} 的 /breachedBy/0/rule：“TWS-99”既不存在，也不在本规则包中。请在 Rules 中添加文件，或改正名称。");
        await Refused(Last, Breached(activity, "TWS-3.3"), "/files/1/content/breachedBy/0/evidence", "rule-pack-breach-in-circle",
            $"EvidenceKinds/{kind} at /breachedBy/0/evidence: \"{activity}\" is told to be broken by \"{activity}\", and that by \"{activity}\": both would be broken for ever. Name a kind that tells of the breach and of nothing else.",
            $"EvidenceKinds/{kind} 的 /breachedBy/0/evidence：“{activity}”由“{activity}”反映违规，而后者又由“{activity}”反映违规，形成循环。请使用只反映违规的类别。");
        await Refused(Last, $"{Last},\"namesWhatItIsFor\":true", "/files/1/content/namesWhatItIsFor", "rule-pack-names-nothing",
            $"EvidenceKinds/{kind} at /namesWhatItIsFor: Work of the kind \"{activity}\" goes through an activity, which names no period and no event that it is for, so that nothing would ever count. Leave \"namesWhatItIsFor\" out.",
            $"EvidenceKinds/{kind} 的 /namesWhatItIsFor：“{activity}”类工作通过活动登记，而活动不注明所属周期或事项，永远无法计入。请删除“namesWhatItIsFor”。");
        await Refused(Last, $"{Last},\"source\":\"letter\"", "/files/1/content/source", "rule-pack-foreign-source",
            $"EvidenceKinds/{kind} at /source: Work of the kind \"{activity}\" goes through an activity and has no other source. Leave \"source\" out.", $"EvidenceKinds/{kind} 的 /source：“{activity}”类工作通过活动登记，没有其他来源。请删除“source”。");
        await Refused($"\"plural\":\"visits\"", "\"plural\":7", "/files/1/content/plural", "rule-file-bad-value", $"{kind} at /plural: the value must be a text that is not empty.", $"{kind} 的 /plural：值须为非空文本。");

        // What is no JSON at all never becomes a file: the body is refused where it breaks.
        (await county.Post(Packs, sound.Replace("\"times\":1", "\"times\":", StringComparison.Ordinal))).ShouldBeProblem(HttpStatusCode.BadRequest, "malformed-json").At("detail").GetString().Should().NotBeNullOrEmpty();
        (await county.Post(Packs, sound)).ShouldBe(HttpStatusCode.Created);
    }

    [DatabaseFact]
    public async Task The_preview_shows_each_duty_that_would_be_due_on_another_day_or_ask_for_more_and_what_differs()
    {
        var tree = await SmallTree.Plant(api);
        var city = await api.SignedIn(Role.CityOfficer, tree.City.Id);
        (await city.Post($"/api/v1/organizations/{tree.City.Id}/rule-book-adoptions", new { book = "TWS", from = "2024-01-01" })).ShouldBe(HttpStatusCode.Created);
        var town = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        async Task<RulePackPreview> Preview(string rule, object parameters)
        {
            var uploaded = (await town.Post(Packs, Overlaying(tree.Town, rule, parameters))).ShouldBe(HttpStatusCode.Created);
            return (await town.Get($"{uploaded.Location}/preview?adoptedFrom=2024-04-01&asOf=2024-05-15&from=2024-04-01&to=2024-12-31")).ShouldBe(HttpStatusCode.OK).As<RulePackPreview>();
        }

        static IEnumerable<string> Told(RulePackPreview preview) => preview.Items.Where(i => i.Name == "Branch").Select(i =>
            $"{i.Period.Label}: {i.Before}, due {i.DueBefore:uuuu-MM-dd} | {i.After}, due {i.DueAfter:uuuu-MM-dd} | {string.Join(", ", i.Parameters.Select(p => $"{p.Name} {p.Before} {p.After}"))}");

        // Upcoming before and after, and due five days earlier.
        var earlier = await Preview("TWS-1.4b", new { by = "01-10" });
        Told(earlier).Should().Equal(
            "2024-Q2: Overdue, due 2024-04-15 | Overdue, due 2024-04-10 | by 01-15 01-10", "2024-Q3: Upcoming, due 2024-07-15 | Upcoming, due 2024-07-10 | by 01-15 01-10",
            "2024-Q4: Upcoming, due 2024-10-15 | Upcoming, due 2024-10-10 | by 01-15 01-10");
        (earlier.Subjects, earlier.Rules.Single().Before.Upcoming, earlier.Rules.Single().After.Upcoming).Should().Be((2, 4, 4), "no count moves, and both branches of the town are concerned");

        Told(await Preview("TWS-3.3", new { times = 2 })).Should().Equal(
            "2024-Q2: Due, due 2024-06-30 | Due, due 2024-06-30 | times 1 2", "2024-Q3: Upcoming, due 2024-09-30 | Upcoming, due 2024-09-30 | times 1 2", "2024-Q4: Upcoming, due 2024-12-31 | Upcoming, due 2024-12-31 | times 1 2");
        Told(await Preview("TWS-3.4", new { every = "quarter" })).Should().Equal(
            "2024-Q3: , due  | Upcoming, due 2024-09-30 | ", "2024-H2: Upcoming, due 2024-12-31 | , due  | ", "2024-Q4: , due  | Upcoming, due 2024-12-31 | ");
        var none = await Preview("TWS-3.3", new { times = 1 });
        (none.Subjects, none.Items.Count).Should().Be((0, 0), "it is so already");
    }

    [DatabaseFact]
    public async Task Every_fault_of_every_file_is_told_at_once_and_an_example_that_does_not_hold_is_one()
    {
        var tree = await SmallTree.Plant(api);
        var county = await api.SignedIn(Role.CountyOfficer, tree.County.Id);
        var name = SmallPack.Name();
        string Renamed(string text) => text.Replace("RIVER", $"R{name}", StringComparison.Ordinal).Replace("riverP", $"r{name}P", StringComparison.Ordinal).Replace("riverR", $"r{name}R", StringComparison.Ordinal);
        var files = River().Select(f => new PackFile(Renamed(f.Name), JsonDocument.Parse(Renamed(f.Name.StartsWith("Rules/RIVER-1-", StringComparison.Ordinal)
            ? f.Content.GetRawText().Replace("\"due\"", "\"met\"", StringComparison.Ordinal) : f.Content.GetRawText())).RootElement)).ToList();
        var wrong = files.FindIndex(f => f.Name.StartsWith($"Rules/R{name}-1-", StringComparison.Ordinal));
        Task<Answer> Upload() => county.Post(Packs, new { jurisdictionId = tree.County.Id, title = new { en = "x", zh = "例" }, document = "1", files });
        (await Upload()).ShouldPointAt($"/files/{wrong}/content/versions/0/examples/0").At("errors", 0, "detail").GetString()
            .Should().Contain("the last day of a month counts for it").And.Contain("the engine says: 2024-07 met, 2024-08 due");

        files.Add(files[0]);
        files.Add(new("Overlays/TWS-3.4.json", JsonSerializer.SerializeToElement(new { rule = "TWS-3.4" })));
        (await Upload()).ShouldPointAt($"/files/{files.Count - 2}/name", $"/files/{files.Count - 1}/content/reason", $"/files/{files.Count - 1}/content/parameters");
    }

    private static object Quarterly(Organization jurisdiction) => Overlaying(jurisdiction, "TWS-3.4", new { every = "quarter" });

    private static object Overlaying(Organization jurisdiction, string rule, object parameters) => new
    {
        jurisdictionId = jurisdiction.Id, title = new { en = "Detailed rules", zh = "实施细则" }, document = "长委〔2024〕5号",
        files = new[] { new { name = $"Overlays/{rule}.json", content = new { rule, reason = new { en = "As resolved.", zh = "经研究决定。" }, parameters } } },
    };

    private static List<PackFile> River()
    {
        var folder = RepositoryFiles.At("tests", "PartyOrg.WebApi.Tests", "RulePacks", "River");
        return [.. Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(f => new PackFile(Path.GetRelativePath(folder, f).Replace('\\', '/'), JsonDocument.Parse(File.ReadAllText(f)).RootElement))];
    }

    private async Task<RulePackAnswer> Adopted(ApiClient officer, Id<Organization> jurisdiction, string from, Func<Id<Organization>, object> pack)
    {
        var uploaded = (await officer.Post(Packs, pack(jurisdiction))).ShouldBe(HttpStatusCode.Created);
        return (await officer.Post($"{uploaded.Location}/adoption", new { from }, ifMatch: uploaded.ETag)).ShouldBe(HttpStatusCode.OK).As<RulePackAnswer>();
    }

    private async Task<Organization> Found(ApiClient officer, Organization superior, string name, OrganizationType type, JurisdictionLevel? level)
    {
        var founded = (await officer.Post("/api/v1/organizations", new { code = $"{superior.Code}-{name}", name, type, level, superiorId = superior.Id, foundedOn = "2020-01-01" })).ShouldBe(HttpStatusCode.Created);
        var id = new Id<Organization>(founded.At("id").GetGuid());
        return await api.Look(db => Task.FromResult(db.Organizations.Single(o => o.Id == id)));
    }

    private async Task<Guid> Recorded(MeetingBranch branch, RecordMeeting request)
    {
        api.Clock.MoveTo(request.Record.HeldOn);
        return (await (await Keeper(branch)).Post("/api/v1/activities", request)).ShouldBe(HttpStatusCode.Created).At("id").GetGuid();
    }

    // The clock has moved past the end of the token that he had.
    private Task<ApiClient> Keeper(MeetingBranch branch) => api.SignedIn(Role.None, person: branch.Secretary.Id);

    private static RecordMeeting Patrol(MeetingBranch branch, LocalDate day) => new(
        branch.Id, branch.Record(day, "riverPatrol") with { Agenda = [new("巡查河道")], Details = new Dictionary<string, string> { ["stretch"] = "东闸至西桥", ["kilometres"] = "3.5" } }, branch.Roll(branch.Li));

    private static RecordMeeting Report(MeetingBranch branch, LocalDate day) => new(branch.Id, branch.Record(day, "riverReport") with { Agenda = [new("护河报告")] }, branch.CommitteeRoll());

    private static async Task<List<string>> River(ApiClient reader, MeetingBranch branch, string asOf, string more = "") =>
        [.. (await reader.Get($"/api/v1/organizations/{branch.Id}/duties?from=2024&asOf={asOf}{more}")).ShouldBe(HttpStatusCode.OK).At("items").EnumerateArray()
            .Select(i => $"{i.GetProperty("ruleId").GetString()} {i.GetProperty("period").GetProperty("label").GetString()} {i.GetProperty("status").GetString()}").Where(i => i.StartsWith("RIVER", StringComparison.Ordinal))];

    private static async Task<string> Classes(ApiClient reader, Id<Organization> organization, string asOf, string more = "") => string.Join(", ",
        (await reader.Get($"/api/v1/organizations/{organization}/duties?rule=TWS-3.4&asOf={asOf}{more}")).ShouldBe(HttpStatusCode.OK).At("items").EnumerateArray()
            .Select(i => $"{i.GetProperty("period").GetProperty("label").GetString()} {i.GetProperty("status").GetString()}"));

    private static async Task<string> Labels(ApiClient reader, Id<Organization> organization, string rule, string year) => string.Join(", ",
        (await reader.Get($"/api/v1/organizations/{organization}/duties?rule={rule}&from={year}")).ShouldBe(HttpStatusCode.OK).At("items").EnumerateArray().Select(i => i.GetProperty("period").GetProperty("label").GetString()));
}

public sealed class LayingDownRulesOnSqlite(ApiHost<OnSqlite> api) : LayingDownRules<OnSqlite>(api);

public sealed class LayingDownRulesOnPostgreSql(ApiHost<OnPostgreSql> api) : LayingDownRules<OnPostgreSql>(api);

public sealed class LayingDownRulesOnSqlServer(ApiHost<OnSqlServer> api) : LayingDownRules<OnSqlServer>(api);
