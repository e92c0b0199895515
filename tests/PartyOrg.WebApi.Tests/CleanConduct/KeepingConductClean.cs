using System.Net;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.WorkPlans;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;
using PartyOrg.WebApi.Tests.WorkPlans;

namespace PartyOrg.WebApi.Tests.CleanConduct;

/// <summary>Who answers for clean conduct (TWS-2.2), its four acts a year (TWS-2.3), and accountability for a breach (TWS-2.4).</summary>
public abstract class KeepingConductClean<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    private const string Cases = "/api/v1/accountability-cases";
    private const string Secret = "收受供应商礼品";

    [DatabaseFact]
    public async Task Secretary_and_discipline_inspector_are_there_on_every_day_and_who_lacks_either_is_reported()
    {
        var branch = await PlanBranch<TDatabase>.Plant(api, new(2024, 5, 15));
        async Task<string?> Now() => (await branch.Verdicts("TWS-2.2", "2024-05-15", "2024-05-15"))[^1].Status;
        (await Now()).Should().Be("overdue");
        var lacking = (await (await branch.Town()).Get($"{branch.Here}/duties?rule=TWS-2.2&from=2024-05-15&to=2024-05-15")).At("items", 0, "shortfall", "en").GetString();
        lacking.Should().Contain("discipline").And.NotContain("no secretary");
        await Appoint(branch, branch.Branch.Li, "disciplineMember", "2024-05-15");
        (await Now()).Should().Be("met");

        // A branch without a committee names a member for it; one that lacks both is reported level by level.
        var beside = branch.Branch.Tree.SiblingBranch;
        var county = await api.SignedIn(Role.CountyOfficer, branch.Branch.Tree.County.Id);
        var rollUp = $"/api/v1/organizations/{branch.Branch.Tree.County.Id}/compliance?rule=TWS-2.2&from=2024-05-15&to=2024-05-15";
        (await county.Get(rollUp)).ShouldBe(HttpStatusCode.OK).Text.Should().Contain("\"overdue\":2", "the branch beside it and that of the other town");
        foreach (var (office, person) in new[] { ("secretary", branch.Branch.Stranger), ("disciplineContact", branch.Branch.Zhao) })
        {
            (await (await branch.Town()).Post($"/api/v1/organizations/{beside.Id}/posts", new { personId = person.Id, office, from = "2024-05-15" }, ifMatch: (await county.Get($"/api/v1/organizations/{beside.Id}")).ETag)).ShouldBe(HttpStatusCode.Created);
        }

        (await county.Get(rollUp)).Text.Should().Contain("\"overdue\":1");
    }

    [DatabaseTheory]
    [InlineData("disciplineMember", "discipline")]
    [InlineData("secretary", "secretary")]
    public async Task On_the_last_day_of_a_post_somebody_answers_for_clean_conduct_and_on_the_day_after_the_branch_lacks_him(string office, string lacking)
    {
        var branch = await PlanBranch<TDatabase>.Plant(api, new(2024, 5, 15));
        await Appoint(branch, branch.Branch.Li, "disciplineMember", "2024-05-15");
        api.Clock.MoveTo(new LocalDate(2024, 5, 21));
        var town = await branch.Town();
        var post = (await town.Get($"{branch.Here}/posts")).ShouldBe(HttpStatusCode.OK).At("items").EnumerateArray().Single(p => p.GetProperty("office").GetString() == office).GetProperty("id").GetString();
        (await town.Post($"{branch.Here}/posts/{post}/end", new { lastDay = "2024-05-20" }, ifMatch: (await town.Get(branch.Here)).ETag)).ShouldBe(HttpStatusCode.NoContent);
        (await branch.Verdicts("TWS-2.2", "2024-05-20", "2024-05-20"))[^1].Status.Should().BeOneOf("met", "metLate");
        var after = (await town.Get($"{branch.Here}/duties?rule=TWS-2.2&from=2024-05-21&to=2024-05-21")).ShouldBe(HttpStatusCode.OK).At("items").EnumerateArray().Last();
        after.GetProperty("status").GetString().Should().Be("overdue");
        after.GetProperty("shortfall").GetProperty("en").GetString().Should().ContainEquivalentOf(lacking);
    }

    [DatabaseFact]
    public async Task Four_acts_a_year_come_from_plan_progress_inspection_and_assessment_and_the_verdict_names_what_is_missing()
    {
        var branch = await PlanBranch<TDatabase>.Plant(api, new(2024, 6, 28));
        async Task<string> Missing()
        {
            var verdict = (await (await branch.Town()).Get($"{branch.Here}/duties?rule=TWS-2.3&from=2024&to=2024")).ShouldBe(HttpStatusCode.OK).At("items", 0);
            verdict.GetProperty("status").GetString().Should().Be("due");
            return verdict.GetProperty("shortfall").GetProperty("zh").GetString()!;
        }

        (await Missing()).Should().Contain("年度计划中的廉政建设部署").And.Contain("廉政建设项目落实").And.Contain("廉政建设检查").And.Contain("上级的廉政建设考核");
        var plan = await branch.Activated(PlanKind.Annual, "2024", new(2024, 6, 28), branch.Complete());
        (await Missing()).Should().NotContain("部署").And.Contain("落实");
        var (secretary, there) = (await branch.Secretary(), $"/api/v1/work-plans/{plan.At("id").GetString()}");
        var other = (await secretary.Post($"{there}/items/1/progress", new { on = "2024-06-28", text = "学习" }, ifMatch: plan.ETag)).ShouldBe(HttpStatusCode.OK);
        (await Missing()).Should().Contain("落实", "the item is not one for clean conduct");
        var clean = (await secretary.Post($"{there}/items/3/progress", new { on = "2024-06-28", text = "警示教育" }, ifMatch: other.ETag)).ShouldBe(HttpStatusCode.OK);
        (await Missing()).Should().NotContain("落实").And.Contain("检查");
        var inspected = (await secretary.Post($"{there}/inspections", new { on = "2024-06-28", items = new[] { 1 }, findings = "正常" }, ifMatch: clean.ETag)).ShouldBe(HttpStatusCode.OK);
        (await Missing()).Should().Contain("检查", "the inspection did not look into it");
        (await secretary.Post($"{there}/inspections", new { on = "2024-06-28", items = new[] { 3 }, findings = "正常", cleanConduct = true }, ifMatch: inspected.ETag)).ShouldBe(HttpStatusCode.OK);
        (await Missing()).Should().NotContain("检查").And.Contain("考核");

        // Assessed in the next year, with the year-end summary, it still counts for the year that the summary is about.
        api.Clock.MoveTo(new LocalDate(2025, 1, 8));
        (await branch.Verdict("TWS-2.3")).Should().Be("overdue");
        secretary = await branch.Secretary();
        var draft = (await secretary.Post("/api/v1/work-summaries", new { organizationId = branch.Id, kind = "yearEnd", year = 2024 })).ShouldBe(HttpStatusCode.Created);
        var summary = $"/api/v1/work-summaries/{draft.At("id").GetString()}";
        var submitted = (await secretary.Post($"{summary}/submission", new { }, ifMatch: draft.ETag)).ShouldBe(HttpStatusCode.OK);
        (await (await branch.Town()).Post($"{summary}/acceptance", new { opinion = "同意", cleanConduct = "落实到位" }, ifMatch: submitted.ETag)).ShouldBe(HttpStatusCode.OK);
        (await branch.Verdict("TWS-2.3")).Should().Be("metLate");
        (await branch.Verdict("TWS-2.3", "2025")).Should().Be("due");
    }

    [DatabaseFact]
    public async Task Clean_conduct_that_is_added_to_a_plan_in_force_is_arranged_from_that_day_and_what_is_taken_out_is_not()
    {
        var branch = await PlanBranch<TDatabase>.Plant(api, new(2024, 3, 1));
        async Task<(bool Arranged, bool Progress)> There()
        {
            var shortfall = (await (await branch.Town()).Get($"{branch.Here}/duties?rule=TWS-2.3&from=2024&to=2024")).At("items", 0, "shortfall", "zh").GetString()!;
            return (!shortfall.Contains("部署", StringComparison.Ordinal), !shortfall.Contains("落实", StringComparison.Ordinal));
        }

        var items = branch.Complete().Select((i, n) => i with { Number = n + 1, CleanConduct = false }).ToArray();
        var plan = await branch.Activated(PlanKind.Annual, "2024", new(2024, 1, 10), [.. items.Select(i => i with { Number = null })]);
        plan.At("advices", 0, "ruleId").GetString().Should().Be("TWS-2.3");
        var (secretary, there) = (await branch.Secretary(), $"/api/v1/work-plans/{plan.At("id").GetString()}");
        var progressed = (await secretary.Post($"{there}/items/3/progress", new { on = "2024-02-20", text = "警示教育" }, ifMatch: plan.ETag)).ShouldBe(HttpStatusCode.OK);
        (await There()).Should().Be((false, false));
        var marked = (await secretary.Put(there, new { items = items.Select(i => i with { CleanConduct = i.Number == 3 }) }, progressed.ETag)).ShouldBe(HttpStatusCode.OK);
        (await There()).Should().Be((true, true));
        (await branch.Verdict("TWS-1.4a")).Should().Be("met");
        (await secretary.Put(there, new { items }, marked.ETag)).ShouldBe(HttpStatusCode.OK);
        (await There()).Should().Be((false, false));
        (await branch.Verdict("TWS-1.4a")).Should().Be("met", "the plan itself is there as before");
    }

    [DatabaseFact]
    public async Task A_breach_is_accounted_for_from_the_opening_to_the_end_and_the_committee_decides_through_the_inspector()
    {
        var (branch, inspector, town) = await WithInspector();
        var opened = (await inspector.Post(Cases, new { organizationId = branch.Id, personId = branch.Branch.Wang.Id, allegation = Secret })).ShouldBe(HttpStatusCode.Created);
        (opened.At("status").GetString(), opened.At("decidedBy").GetString(), opened.At("personName").GetString()).Should().Be(("opened", "committee", "王伟"));
        var there = $"{Cases}/{opened.At("id").GetString()}";
        var attribution = new { responsibilities = new[] { new { scope = "individual", personId = branch.Branch.Wang.Id, grounds = "直接收受" } } };
        var handlings = new { handlings = new[] { new { measure = "批评教育", post = "采购员", partInBreach = "直接实施", responsibility = (string?)"直接责任" } }, decidedOn = "2024-05-15" };
        Task<Answer> Verify(ApiClient by, string? etag, bool established = true, string on = "2024-05-15") => by.Post($"{there}/verification", new { established, findings = "经核实属实", verifiedOn = on }, ifMatch: etag);

        // Out of order, each with the rule.
        (await inspector.Post($"{there}/attribution", attribution, ifMatch: opened.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-2.4");
        (await inspector.Post($"{there}/decision", handlings, ifMatch: opened.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-2.4");
        (await inspector.Post($"{there}/closing", new { outcome = "x", closedOn = "2024-05-15" }, ifMatch: opened.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-2.4");
        (await Verify(inspector, opened.ETag, on: "2024-05-14")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "accountability-step-before-the-last", "TWS-2.4");
        (await Verify(inspector, opened.ETag, on: "2024-05-16")).ShouldPointAt("/verifiedOn");
        var verified = (await Verify(inspector, opened.ETag)).ShouldBe(HttpStatusCode.OK);
        (await Verify(inspector, verified.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-2.4");
        (await inspector.Post($"{there}/attribution", new { responsibilities = new[] { new { scope = "individual", grounds = "x" } } }, ifMatch: verified.ETag)).ShouldPointAt("/responsibilities/0/personId");
        var attributed = (await inspector.Post($"{there}/attribution", attribution, ifMatch: verified.ETag)).ShouldBe(HttpStatusCode.OK);
        attributed.At("decidedBy").GetString().Should().Be("committee");

        // In proportion to three things, all recorded; the committee decides, not the superior.
        (await town.Post($"{there}/decision", handlings, ifMatch: attributed.ETag)).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-2.4");
        (await inspector.Post($"{there}/decision", handlings with { handlings = [handlings.handlings[0] with { responsibility = null }] }, ifMatch: attributed.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "accountability-not-proportionate", "TWS-2.4");
        (await inspector.Post($"{there}/decision", handlings with { handlings = [] }, ifMatch: attributed.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "accountability-not-each-handled", "TWS-2.4");
        var decided = (await inspector.Post($"{there}/decision", handlings, ifMatch: attributed.ETag)).ShouldBe(HttpStatusCode.OK);
        decided.At("responsibilities", 0, "handling", "measure").GetString().Should().Be("批评教育");
        var closed = (await inspector.Post($"{there}/closing", new { outcome = "已执行", closedOn = "2024-05-15" }, ifMatch: decided.ETag)).ShouldBe(HttpStatusCode.OK);
        closed.At("status").GetString().Should().Be("closed");
        closed.At("next").GetArrayLength().Should().Be(0);
    }

    [DatabaseFact]
    public async Task Where_the_head_or_the_leading_body_is_concerned_the_superior_decides()
    {
        var (branch, inspector, town) = await WithInspector();
        var handling = new { handlings = new[] { new { measure = "诫勉", post = "书记", partInBreach = "失察", responsibility = "主要领导责任" } }, decidedOn = "2024-05-15" };
        async Task<(string There, Answer Attributed)> UpToDecision(object about, object responsibility)
        {
            var opened = (await inspector.Post(Cases, about)).ShouldBe(HttpStatusCode.Created);
            var there = $"{Cases}/{opened.At("id").GetString()}";
            var verified = (await inspector.Post($"{there}/verification", new { established = true, findings = "属实", verifiedOn = "2024-05-15" }, ifMatch: opened.ETag)).ShouldBe(HttpStatusCode.OK);
            return (there, (await inspector.Post($"{there}/attribution", new { responsibilities = new[] { responsibility } }, ifMatch: verified.ETag)).ShouldBe(HttpStatusCode.OK));
        }

        var head = new { organizationId = branch.Id, personId = branch.Branch.Secretary.Id, allegation = Secret };
        var department = new { organizationId = branch.Id, department = "采购部", allegation = Secret };
        foreach (var (about, responsibility) in new (object, object)[]
        {
            (head, new { scope = "individual", personId = branch.Branch.Secretary.Id, leadership = "main", grounds = "失察" }),
            (department, new { scope = "individual", personId = branch.Branch.Secretary.Id, leadership = "important", grounds = "失察" }),
            (department, new { scope = "collective", leadership = "main", grounds = "制度缺失" }),
        })
        {
            var (there, attributed) = await UpToDecision(about, responsibility);
            attributed.At("decidedBy").GetString().Should().Be("superior");
            attributed.At("next").GetArrayLength().Should().Be(0, "the inspector waits for the superior");
            (await inspector.Post($"{there}/decision", handling, ifMatch: attributed.ETag)).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-2.4");
            (await town.Post($"{there}/decision", handling, ifMatch: attributed.ETag)).ShouldBe(HttpStatusCode.OK).At("status").GetString().Should().Be("decided");
        }

        var (ofDepartment, small) = await UpToDecision(department, new { scope = "individual", personId = branch.Branch.Wang.Id, grounds = "直接责任" });
        small.At("decidedBy").GetString().Should().Be("committee");
        (await inspector.Post($"{ofDepartment}/decision", handling, ifMatch: small.ETag)).ShouldBe(HttpStatusCode.OK);
    }

    [DatabaseFact]
    public async Task Facts_that_are_not_established_lead_to_nothing_but_the_end()
    {
        var (branch, inspector, _) = await WithInspector();
        var opened = (await inspector.Post(Cases, new { organizationId = branch.Id, department = "采购部", allegation = Secret })).ShouldBe(HttpStatusCode.Created);
        var there = $"{Cases}/{opened.At("id").GetString()}";
        var verified = (await inspector.Post($"{there}/verification", new { established = false, findings = "查无实据", verifiedOn = "2024-05-15" }, ifMatch: opened.ETag)).ShouldBe(HttpStatusCode.OK);
        verified.At("next").EnumerateArray().Select(n => n.GetProperty("operationId").GetString()).Should().Equal("closeAccountabilityCase");
        (await inspector.Post($"{there}/attribution", new { responsibilities = new[] { new { scope = "collective", grounds = "x" } } }, ifMatch: verified.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-2.4");
        (await inspector.Post($"{there}/closing", new { outcome = "澄清", closedOn = "2024-05-15" }, ifMatch: verified.ETag)).ShouldBe(HttpStatusCode.OK);
    }

    [DatabaseFact]
    public async Task The_discipline_inspector_and_the_superior_alone_see_a_case_and_nobody_one_about_himself()
    {
        var (branch, inspector, town) = await WithInspector();
        var opened = (await inspector.Post(Cases, new { organizationId = branch.Id, personId = branch.Branch.Wang.Id, allegation = Secret })).ShouldBe(HttpStatusCode.Created);
        var (there, list) = ($"{Cases}/{opened.At("id").GetString()}", $"{branch.Here}/accountability-cases");
        foreach (var reader in new[] { inspector, town, await api.SignedIn(Role.CountyOfficer, branch.Branch.Tree.County.Id) })
        {
            (await reader.Get(there)).ShouldBe(HttpStatusCode.OK).At("allegation").GetString().Should().Be(Secret);
            var listed = (await reader.Get(list)).ShouldBe(HttpStatusCode.OK);
            listed.At("items", 0, "id").GetString().Should().Be(opened.At("id").GetString());
            listed.Text.Should().NotContain(Secret).And.NotContain("王伟");
        }

        foreach (var refused in new[] { await branch.Committee(), await branch.Owner(), await api.SignedIn(Role.Auditor, branch.Branch.Tree.Town.Id), await api.SignedIn(Role.Instructor, branch.Id) })
        {
            (await refused.Get(there)).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-2.4");
            (await refused.Get(list)).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-2.4");
        }

        // A secretary is no superior in his own branch: he neither opens a case nor learns of one.
        var secretary = await branch.Secretary();
        (await secretary.Post(Cases, new { organizationId = branch.Id, department = "采购部", allegation = Secret })).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-2.4");
        (await secretary.Get(there)).ShouldBeProblem(HttpStatusCode.NotFound, "accountability-case-not-found");
        (await secretary.Get(list)).At("items").GetArrayLength().Should().Be(0);
        var both = await api.SignedIn(Role.TownOfficer, branch.Branch.Tree.Town.Id, branch.Branch.Secretary.Id);
        (await both.Get(there)).ShouldBeProblem(HttpStatusCode.NotFound, "accountability-case-not-found");
        var elsewhere = await api.SignedIn(Role.DisciplineInspector, branch.Branch.Tree.SiblingBranch.Id);
        (await elsewhere.Get(there)).ShouldBeProblem(HttpStatusCode.NotFound, "accountability-case-not-found");
        (await elsewhere.Post($"{there}/verification", new { established = true, findings = "x", verifiedOn = "2024-05-15" }, ifMatch: opened.ETag)).ShouldBeProblem(HttpStatusCode.NotFound, "accountability-case-not-found");

        // About the inspector himself: the superior opens it, and he does not see it; nor when responsibility is attributed to him later.
        (await inspector.Post(Cases, new { organizationId = branch.Id, personId = branch.Branch.Li.Id, allegation = Secret })).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-2.4");
        var about = (await town.Post(Cases, new { organizationId = branch.Id, personId = branch.Branch.Li.Id, allegation = Secret })).ShouldBe(HttpStatusCode.Created);
        (await inspector.Get($"{Cases}/{about.At("id").GetString()}")).ShouldBeProblem(HttpStatusCode.NotFound, "accountability-case-not-found");
        (await inspector.Get(list)).At("items").GetArrayLength().Should().Be(1);
        var verified = (await town.Post($"{there}/verification", new { established = true, findings = "属实", verifiedOn = "2024-05-15" }, ifMatch: opened.ETag)).ShouldBe(HttpStatusCode.OK);
        (await town.Post($"{there}/attribution", new { responsibilities = new[] { new { scope = "individual", personId = branch.Branch.Li.Id, grounds = "监督缺位" } } }, ifMatch: verified.ETag)).ShouldBe(HttpStatusCode.OK);
        (await inspector.Get(there)).ShouldBeProblem(HttpStatusCode.NotFound, "accountability-case-not-found");
        (await inspector.Get(list)).At("items").GetArrayLength().Should().Be(0);
    }

    [DatabaseFact]
    public async Task Every_reading_and_every_step_is_audited_without_a_word_of_the_case_and_told_to_nobody()
    {
        var (branch, inspector, town) = await WithInspector();
        var opened = (await inspector.Post(Cases, new { organizationId = branch.Id, personId = branch.Branch.Wang.Id, allegation = Secret }, key: $"case-{branch.Id}")).ShouldBe(HttpStatusCode.Created);
        var replayed = (await inspector.Post(Cases, new { organizationId = branch.Id, personId = branch.Branch.Wang.Id, allegation = Secret }, key: $"case-{branch.Id}")).ShouldBe(HttpStatusCode.Created);
        replayed.At("id").GetString().Should().Be(opened.At("id").GetString());
        replayed.Text.Should().NotContain(Secret, "what is kept for a repetition holds nothing of it");
        var there = $"{Cases}/{opened.At("id").GetString()}";
        (await inspector.Post($"{there}/verification", new { established = true, findings = "经核实两次", verifiedOn = "2024-05-15" }, ifMatch: opened.ETag)).ShouldBe(HttpStatusCode.OK);
        (await town.Get(there)).ShouldBe(HttpStatusCode.OK);
        (await town.Get($"{branch.Here}/accountability-cases")).ShouldBe(HttpStatusCode.OK);

        var entries = await api.Look(db => Task.FromResult(db.AuditEntries.Where(e => e.ChainId == branch.Id.Value).AsEnumerable().Where(e => e.Operation.Contains("ccountability", StringComparison.Ordinal)).ToList()));
        entries.Select(e => e.Operation).Should().BeEquivalentTo("OpenAccountabilityCase", "VerifyAccountabilityFacts", "GetAccountabilityCase", "ListAccountabilityCases");
        string.Concat(entries.Select(e => e.Details + e.Subjects)).Should().NotContain(Secret).And.NotContain("经核实两次").And.NotContain(branch.Branch.Wang.Id.ToString());
        (await api.Look(db => Task.FromResult(db.Outbox.Count(e => e.SubjectId == opened.At("id").GetGuid())))).Should().Be(0, "who subscribes to events learns of no case");
        (await api.Look(db => Task.FromResult(db.IdempotencyRecords.AsEnumerable().Any(r => r.Answer.Contains(Secret, StringComparison.Ordinal))))).Should().BeFalse();
    }

    private static async Task Appoint(PlanBranch<TDatabase> branch, Person person, string office, string from)
    {
        var town = await branch.Town();
        (await town.Post($"{branch.Here}/posts", new { personId = person.Id, office, from }, ifMatch: (await town.Get(branch.Here)).ETag)).ShouldBe(HttpStatusCode.Created);
    }

    /// <summary>Li inspects discipline in the branch.</summary>
    private async Task<(PlanBranch<TDatabase> Branch, ApiClient Inspector, ApiClient Town)> WithInspector()
    {
        var branch = await PlanBranch<TDatabase>.Plant(api, new(2024, 5, 15));
        await Appoint(branch, branch.Branch.Li, "disciplineMember", "2024-05-15");
        return (branch, await branch.As(branch.Branch.Li), await branch.Town());
    }
}

public sealed class KeepingConductCleanOnSqlite(ApiHost<OnSqlite> api) : KeepingConductClean<OnSqlite>(api);

public sealed class KeepingConductCleanOnPostgreSql(ApiHost<OnPostgreSql> api) : KeepingConductClean<OnPostgreSql>(api);

public sealed class KeepingConductCleanOnSqlServer(ApiHost<OnSqlServer> api) : KeepingConductClean<OnSqlServer>(api);
