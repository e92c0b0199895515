using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Organizations;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.Compliance;

public abstract class AskingForDuties<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    [DatabaseFact]
    public async Task Without_an_adopted_book_there_are_no_duties_and_that_is_an_empty_list()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        (await officer.Get(Duties(tree.Branch))).ShouldBe(HttpStatusCode.OK).At("items").GetArrayLength().Should().Be(0);
    }

    [DatabaseFact]
    public async Task From_the_adoption_on_every_period_has_its_verdict_with_evidence_or_what_to_do_next()
    {
        var tree = await SmallTree.Plant(api);
        await Adopt(tree, "2024-01-01");
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        await Evidence(tree.Branch, "generalMeeting", new(2024, 3, 31));

        var duties = (await officer.Get(Duties(tree.Branch, "rule=TWS-3.3"))).ShouldBe(HttpStatusCode.OK);
        duties.At("items").EnumerateArray().Select(i => (i.GetProperty("period").GetProperty("label").GetString(), i.GetProperty("status").GetString()))
            .Should().Equal(("2024-Q1", "met"), ("2024-Q2", "due"), ("2024-Q3", "upcoming"), ("2024-Q4", "upcoming"));
        duties.At("items", 0, "metOn").GetString().Should().Be("2024-03-31");
        duties.At("items", 0, "evidence").GetArrayLength().Should().Be(1);
        duties.At("items", 0, "citation", "book").GetString().Should().Be("TWS");
        duties.At("items", 1, "next", "operationId").GetString().Should().NotBeNullOrEmpty();
        duties.At("items", 1, "shortfall", "zh").GetString().Should().Contain("支部党员大会");
    }

    [DatabaseFact]
    public async Task Supposed_work_shows_each_verdict_that_it_would_change_and_nothing_is_saved()
    {
        var tree = await SmallTree.Plant(api);
        await Adopt(tree, "2024-01-01");
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        object Piece(string on, string kind = "generalMeeting", object? group = null) => new { kind, occurredOn = on, groupId = group };
        Task<Answer> Suppose(object[] evidence, string? rule = "TWS-3.3") => officer.Post($"{Duties(tree.Branch)}/what-if", new { evidence, rule });

        var answer = (await Suppose([Piece("2024-06-20"), Piece("2024-03-31")])).ShouldBe(HttpStatusCode.OK);
        answer.At("asOf").GetString().Should().Be("2024-06-20", "the question is put on the day of the last supposed piece");
        answer.At("changed").EnumerateArray().Select(c => (c.GetProperty("before").GetProperty("period").GetProperty("label").GetString(),
                c.GetProperty("before").GetProperty("status").GetString(), c.GetProperty("after").GetProperty("status").GetString()))
            .Should().Equal(("2024-Q1", "overdue", "met"), ("2024-Q2", "due", "met"));
        answer.At("changed", 0, "after", "evidence", 0, "source", "kind").GetString().Should().Be("supposed");
        (await Suppose([Piece("2024-03-31", "partyClass")])).At("changed").GetArrayLength().Should().Be(0, "a class is no general meeting");
        (await officer.Get(Duties(tree.Branch, "rule=TWS-3.3&status=met"))).At("items").GetArrayLength().Should().Be(0, "nothing was saved");

        (await Suppose([])).ShouldPointAt("/evidence");
        (await Suppose([Piece("2024-03-31", "picnic")])).ShouldPointAt("/evidence/0/kind");
        (await Suppose([Piece("2024-03-31", group: tree.SiblingBranch.Id)])).ShouldPointAt("/evidence/0/groupId");
        (await Suppose([Piece("2024-03-31")], "TWS-99")).ShouldBeProblem(HttpStatusCode.NotFound, "rule-not-found");
        var stranger = await api.SignedIn(Role.TownOfficer, tree.SiblingTown.Id);
        (await stranger.Post($"{Duties(tree.Branch)}/what-if", new { evidence = new[] { Piece("2024-03-31") } })).ShouldBeProblem(HttpStatusCode.NotFound, "organization-not-found");
    }

    [DatabaseFact]
    public async Task A_supposed_parameter_shows_the_periods_that_would_go_and_come_and_nothing_is_saved()
    {
        var tree = await SmallTree.Plant(api);
        await Adopt(tree, "2024-01-01");
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        object Change(object parameters, string rule = "TWS-3.4", string from = "2024-04-01") => new { ruleId = rule, from, parameters };
        Task<Answer> Suppose(params object[] rules) => officer.Post($"{Duties(tree.Branch)}/what-if", new { rules });
        static (string?, string?) Told(System.Text.Json.JsonElement c) => (Label(c.GetProperty("before")), Label(c.GetProperty("after")));
        static string? Label(System.Text.Json.JsonElement v) => v.ValueKind == System.Text.Json.JsonValueKind.Null ? null : v.GetProperty("period").GetProperty("label").GetString();

        var answer = (await Suppose(Change(new { every = "quarter" }))).ShouldBe(HttpStatusCode.OK);
        answer.At("changed").EnumerateArray().Select(Told).Should().Equal([("2024-H2", null), (null, "2024-Q3"), (null, "2024-Q4")], "the open half year finishes");
        answer.At("changed", 1, "after", "parameters", "every").GetString().Should().Be("quarter");
        (await officer.Get(Duties(tree.Branch, "rule=TWS-3.4"))).At("items").GetArrayLength().Should().Be(2, "nothing was saved");

        await Evidence(tree.Branch, "partyClass", new(2024, 2, 1));
        (await Suppose(Change(new { times = 2 }, from: "2024-01-01"))).At("changed").EnumerateArray().Select(c => (c.GetProperty("before").GetProperty("status").GetString(), c.GetProperty("after").GetProperty("status").GetString()))
            .Should().Equal(("met", "due"));
        (await Suppose(Change(new { times = 1 }))).At("changed").GetArrayLength().Should().Be(0, "it is so already");

        (await Suppose(Change(new { times = 0 }))).ShouldBe(HttpStatusCode.BadRequest).ShouldPointAt("/rules/0/parameters/times");
        (await Suppose(Change(new { tims = 2 }))).ShouldBe(HttpStatusCode.BadRequest).ShouldPointAt("/rules/0/parameters/tims");
        (await Suppose(Change(new { times = 2 }, "TWS-99"))).ShouldBeProblem(HttpStatusCode.NotFound, "rule-not-found");
        (await Suppose(Change(new { times = 2 }), Change(new { times = 3 }))).ShouldBeProblem(HttpStatusCode.BadRequest, "supposed-rules-count").ShouldPointAt("/rules");
        (await officer.Post($"{Duties(tree.Branch)}/what-if", new { rule = "TWS-3.3" })).ShouldBeProblem(HttpStatusCode.BadRequest, "nothing-supposed");
    }

    [DatabaseFact]
    public async Task A_branch_without_a_committee_has_no_committee_meetings_to_hold()
    {
        var tree = await SmallTree.Plant(api);
        await Adopt(tree, "2024-01-01");
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        (await officer.Get(Duties(tree.Branch, "rule=TWS-3.2"))).At("items").GetArrayLength().Should().Be(0);

        await api.Arrange(db =>
        {
            var branch = db.Organizations.Single(o => o.Id == tree.Branch.Id);
            var post = branch.Appoint(api.Ids.New<Domain.Members.Person>(), Office.PublicityMember, new(2024, 2, 15), null, api.Ids, Instant.FromUtc(2024, 2, 15, 0, 0)).Value;
            branch.ClearEvents();
            db.Database.ExecuteSqlRaw(db.Database.IsSqlite() ? "PRAGMA foreign_keys=OFF" : "SELECT 1");
            return post;
        });
        (await officer.Get(Duties(tree.Branch, "rule=TWS-3.2&from=2024-02&to=2024-04"))).At("items").EnumerateArray().Select(i => i.GetProperty("status").GetString())
            .Should().Equal("notApplicable", "overdue", "overdue");
    }

    [DatabaseFact]
    public async Task What_was_voided_later_still_counts_in_what_was_known_before()
    {
        var tree = await SmallTree.Plant(api);
        await Adopt(tree, "2024-01-01");
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        var recorded = new Domain.Time.Clock(api.Clock).Now;
        await api.Arrange(db =>
        {
            var entry = new LedgerEntry(api.Ids.New(), tree.Branch.Id.Value, "partyClass", new(2024, 4, 2), api.Ids.New(), recorded + Duration.FromHours(1));
            entry.Void(recorded + Duration.FromHours(3));
            return db.Ledger.Add(entry).Entity;
        });

        async Task<string> Known(Duration after) =>
            (await officer.Get(Duties(tree.Branch, $"rule=TWS-3.4&from=2024-H1&knownAt={recorded + after:uuuu-MM-dd'T'HH:mm:ss'Z'}"))).At("items", 0, "status").GetString()!;
        (await Known(Duration.FromHours(1) - Duration.FromSeconds(1))).Should().Be("due");
        (await Known(Duration.FromHours(1))).Should().Be("met");
        (await Known(Duration.FromHours(3) - Duration.FromSeconds(1))).Should().Be("met");
        (await Known(Duration.FromHours(3))).Should().Be("due");
        (await officer.Get(Duties(tree.Branch, $"rule=TWS-3.4&from=2024-H1&knownAt={recorded - Duration.FromSeconds(1):uuuu-MM-dd'T'HH:mm:ss'Z'}"))).At("items").GetArrayLength()
            .Should().Be(0, "the adoption of the book was not known then");
    }

    [DatabaseTheory]
    [InlineData("from=2024-13", "period-malformed", "/from")]
    [InlineData("from=2024-05&to=2024-02", "period-reversed", "/from")]
    [InlineData("asOf=tomorrow", "malformed-parameter", "/asOf")]
    [InlineData("status=done", "malformed-parameter", "/status")]
    [InlineData("from=2001&to=2024", "range-too-long", "/from")]
    public async Task A_malformed_question_is_refused_with_a_pointer(string question, string code, string pointer)
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        (await officer.Get(Duties(tree.Branch, question))).ShouldBeProblem(HttpStatusCode.BadRequest, code).ShouldPointAt(pointer);
    }

    [DatabaseFact]
    public async Task The_rules_of_an_article_or_of_a_book_are_asked_for_together()
    {
        var tree = await SmallTree.Plant(api);
        await Adopt(tree, "2024-01-01");
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);

        var duties = (await officer.Get(Duties(tree.Branch, "rule=TWS-3"))).ShouldBe(HttpStatusCode.OK);
        duties.At("items").EnumerateArray().Select(i => i.GetProperty("ruleId").GetString()).Distinct().Should().Contain(["TWS-3.3", "TWS-3.4"]).And.OnlyContain(id => id!.StartsWith("TWS-3."));
        var roll = (await officer.Get($"/api/v1/organizations/{tree.Town.Id}/compliance?rule=TWS-3")).ShouldBe(HttpStatusCode.OK);
        roll.At("rules").EnumerateArray().Select(i => i.GetProperty("ruleId").GetString()).Should().Contain(["TWS-3.3", "TWS-3.4"]).And.OnlyContain(id => id!.StartsWith("TWS-3."));
        var book = (await officer.Get(Duties(tree.Branch, "rule=TWS"))).ShouldBe(HttpStatusCode.OK).At("items").EnumerateArray().Select(i => i.GetProperty("ruleId").GetString()).Distinct();
        book.Should().Contain(["TWS-3.3", "TWS-6.4"]).And.OnlyContain(id => id!.StartsWith("TWS-"));
    }

    [DatabaseFact]
    public async Task An_unknown_rule_or_organization_and_one_out_of_scope_are_not_found()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        (await officer.Get(Duties(tree.Branch, "rule=TWS-99"))).ShouldBeProblem(HttpStatusCode.NotFound, "rule-not-found");
        (await officer.Get(Duties(tree.FarBranch))).ShouldBeProblem(HttpStatusCode.NotFound, "organization-not-found");
        (await officer.Get($"/api/v1/organizations/{api.Ids.New()}/compliance")).ShouldBeProblem(HttpStatusCode.NotFound, "organization-not-found");
        (await officer.Get("/api/v1/rules/TWS-99")).ShouldBeProblem(HttpStatusCode.NotFound, "rule-not-found");
        (await officer.Get("/api/v1/rules/TWS-3.3")).At("versions", 0, "check", "every").GetString().Should().Be("quarter");
    }

    [DatabaseFact]
    public async Task The_roll_up_counts_every_duty_of_the_subtree_and_names_the_worst()
    {
        var tree = await SmallTree.Plant(api);
        await Adopt(tree, "2024-01-01");
        var officer = await api.SignedIn(Role.CountyOfficer, tree.County.Id);
        await Evidence(tree.Branch, "generalMeeting", new(2024, 1, 1));
        await Evidence(tree.FarBranch, "generalMeeting", new(2024, 3, 31));

        var roll = (await officer.Get($"/api/v1/organizations/{tree.County.Id}/compliance?from=2024-Q1&rule=TWS-3.3")).ShouldBe(HttpStatusCode.OK);
        roll.At("organizations").GetInt32().Should().Be(3);
        roll.At("total", "met").GetInt32().Should().Be(2);
        roll.At("total", "overdue").GetInt32().Should().Be(1);
        roll.At("total", "rate").GetDecimal().Should().Be(0.6667m);
        roll.At("below").EnumerateArray().Select(b => (b.GetProperty("name").GetString(), b.GetProperty("counts").GetProperty("overdue").GetInt32())).Should().Equal(("Town", 1), ("SiblingTown", 0));
        roll.At("worst").EnumerateArray().Select(w => w.GetProperty("name").GetString()).Should().Equal("SiblingBranch");

        // The same in the verdicts of each organization.
        var verdict = await officer.Get($"/api/v1/organizations/{tree.SiblingBranch.Id}/duties?from=2024-Q1&rule=TWS-3.3");
        verdict.At("items", 0, "status").GetString().Should().Be("overdue");
    }

    [DatabaseFact]
    public async Task A_branch_that_moved_counts_for_a_period_where_it_stood_on_the_first_day()
    {
        var tree = await SmallTree.Plant(api);
        await Adopt(tree, "2024-01-01");
        var officer = await api.SignedIn(Role.CountyOfficer, tree.County.Id);
        (await officer.Post($"/api/v1/organizations/{tree.Branch.Id}/move", new { superiorId = tree.SiblingTown.Id, from = "2024-04-02" }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);

        async Task<int> Organizations(Organization town, string period) =>
            (await officer.Get($"/api/v1/organizations/{town.Id}/compliance?from={period}&rule=TWS-3.3&asOf=2024-12-31")).At("organizations").GetInt32();
        (await Organizations(tree.Town, "2024-Q2")).Should().Be(2);
        (await Organizations(tree.SiblingTown, "2024-Q2")).Should().Be(1);
        (await Organizations(tree.Town, "2024-Q3")).Should().Be(1);
        (await Organizations(tree.SiblingTown, "2024-Q3")).Should().Be(2);
    }

    [DatabaseFact]
    public async Task Only_a_jurisdiction_adopts_a_book_once_and_not_before_its_time()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.CityOfficer, tree.City.Id);
        var there = $"/api/v1/organizations/{tree.County.Id}/rule-book-adoptions";
        (await officer.Post(there, new { book = "XYZ", from = "2024-01-01" })).ShouldBeProblem(HttpStatusCode.NotFound, "rule-book-not-found");
        (await officer.Post(there, new { book = "TWS", from = "2020-08-23" })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "adoption-before-its-time", "REG-14");
        (await officer.Post($"/api/v1/organizations/{tree.Branch.Id}/rule-book-adoptions", new { book = "TWS", from = "2024-01-01" })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "not-a-jurisdiction", "REG-14");
        (await officer.Post(there, new { book = "TWS", from = "2020-08-24" })).ShouldBe(HttpStatusCode.Created);
        (await officer.Post(there, new { book = "TWS", from = "2024-01-01" })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "adopted-already", "REG-14");
        (await officer.Get($"/api/v1/organizations/{tree.Branch.Id}/rule-book-adoptions")).At("items").GetArrayLength().Should().Be(1);
    }

    private static string Duties(Organization organization, string question = "") => $"/api/v1/organizations/{organization.Id}/duties{(question.Length > 0 ? "?" + question : "")}";

    private async Task Adopt(SmallTree tree, string from)
    {
        var officer = await api.SignedIn(Role.CityOfficer, tree.City.Id);
        (await officer.Post($"/api/v1/organizations/{tree.City.Id}/rule-book-adoptions", new { book = "TWS", from })).ShouldBe(HttpStatusCode.Created);
    }

    // As the pipeline writes it: the ledger and its projection.
    private Task<LedgerEntry> Evidence(Organization organization, string kind, LocalDate on) => api.Arrange(db =>
    {
        var entry = new LedgerEntry(api.Ids.New(), organization.Id.Value, kind, on, api.Ids.New(), Instant.FromUtc(2024, 4, 3, 0, 0));
        db.Ledger.Add(entry);
        db.EvidenceYears.Add(new(organization.Id.Value, kind, on.Year) { Days = EvidenceDays.None(on.Year).Add(on).Value.Encode() });
        return entry;
    });
}

public sealed class AskingForDutiesOnSqlite(ApiHost<OnSqlite> api) : AskingForDuties<OnSqlite>(api);

public sealed class AskingForDutiesOnPostgreSql(ApiHost<OnPostgreSql> api) : AskingForDuties<OnPostgreSql>(api);

public sealed class AskingForDutiesOnSqlServer(ApiHost<OnSqlServer> api) : AskingForDuties<OnSqlServer>(api);
