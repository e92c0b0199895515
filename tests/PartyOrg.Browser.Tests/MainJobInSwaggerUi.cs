using System.Net;
using System.Text;
using Microsoft.Playwright;
using PartyOrg.Domain.Accounts;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.Browser.Tests;

/// <summary>The main job by hand, in Swagger UI.</summary>
public sealed class MainJobInSwaggerUi(Browser browser) : IClassFixture<Browser>
{
    [ChromiumFact]
    public async Task Every_group_of_operations_is_shown_and_the_page_has_no_error()
    {
        var errors = new List<string>();
        var page = await browser.Open("/swagger");
        page.Console += (_, message) => { if (message.Type == "error") errors.Add(message.Text); };
        page.PageError += (_, error) => errors.Add(error);
        await page.ReloadAsync();
        var swagger = await new SwaggerPage(page, "overview").Ready();
        (await swagger.Tags()).Should().Contain(["Sessions", "Organizations", "Members", "Meetings", "Compliance", "Rule books"]);
        await swagger.Shoot("top");
        errors.Should().BeEmpty();
    }

    [ChromiumFact]
    public async Task An_officer_founds_a_branch_its_secretary_records_a_meeting_and_its_duty_is_met()
    {
        var api = browser.Api;
        var tree = await SmallTree.Plant(api);
        var city = await api.SignedIn(Role.CityOfficer, tree.City.Id);
        (await city.Post($"/api/v1/organizations/{tree.City.Id}/rule-book-adoptions", new { book = "TWS", from = "2020-08-24" })).ShouldBe(HttpStatusCode.Created);
        var officer = await api.UserWith(Role.TownOfficer, tree.Town.Id, "town.officer");

        var swagger = await new SwaggerPage(await browser.Open("/swagger"), "main-job").Ready();
        await swagger.SignIn(officer, Passwords.Password);
        var founded = await swagger.Execute("foundOrganization", new { code = "HX-001", name = "华星科技有限公司党支部", type = "branch", superiorId = tree.Town.Id, foundedOn = "2024-03-01" });
        founded.Status.Should().Be(201);
        var branch = founded.Body!["id"]!.GetValue<string>();
        var people = new List<string>();
        foreach (var name in new[] { "王秀兰", "李红" })
        {
            var registered = await swagger.Execute("registerMember", new { organizationId = branch, name, identityNumber = Numbers.Identity(), standing = "formal", from = "2024-03-01" });
            registered.Status.Should().Be(201);
            people.Add(registered.Body!["id"]!.GetValue<string>());
        }

        var due = await swagger.Execute("getDuties", null, ("organization", branch), ("rule", "TWS-3.3"), ("status", "due"));
        due.Status.Should().Be(200);
        due.Body!["items"]!.AsArray().Should().ContainSingle();

        var secretary = await api.UserWith(Role.BranchSecretary, new(Guid.Parse(branch)), "branch.secretary");
        var desk = await new SwaggerPage(await browser.Open("/swagger"), "main-job-secretary").Ready();
        await desk.SignIn(secretary, Passwords.Password);
        var record = new
        {
            kinds = new[] { "generalMeeting" }, heldOn = "2024-05-15", startsAt = "09:30", place = "党员活动室", chairId = people[0], recorderId = people[1],
            agenda = new[] { new { text = "传达上级决定" } }, minutes = "书记传达了上级决定。",
        };
        var all = new[] { new { personId = people[0], status = "present" }, new { personId = people[1], status = "online" } };
        var refused = await desk.Execute("recordMeeting", new { organizationId = branch, record, roll = all.Take(1) });
        refused.Status.Should().Be(422);
        refused.Body!["ruleId"]!.GetValue<string>().Should().Be("TWS-3.5");
        refused.Body!["detail"]!.GetValue<string>().Should().MatchRegex("[\u4e00-\u9fff]", "the browser asks for Chinese");
        (await desk.Execute("recordMeeting", new { organizationId = branch, record, roll = all })).Status.Should().Be(201);

        var met = await desk.Execute("getDuties", null, ("organization", branch), ("rule", "TWS-3.3"), ("status", "met"));
        met.Status.Should().Be(200);
        met.Body!["items"]!.AsArray().Should().ContainSingle().Which!["metOn"]!.GetValue<string>().Should().Be("2024-05-15");
        (await desk.Execute("getCompliance", null, ("organization", branch))).Status.Should().Be(200);
    }

    [ChromiumFact]
    public async Task An_officer_chooses_his_lists_mends_the_cell_that_is_named_confirms_and_finds_branch_and_member()
    {
        var api = browser.Api;
        var tree = await SmallTree.Plant(api);
        var officer = await api.UserWith(Role.TownOfficer, tree.Town.Id, "importing.officer");
        var number = Numbers.Identity();
        FilePayload[] Lists(string foundedOn) =>
        [
            File("组织.csv", $"组织编码,组织名称,组织类型,上级组织编码,成立日期\nHX-200,华星物流有限公司党支部,党支部,{tree.Town.Code},{foundedOn}\n"),
            File("党员.csv", $"姓名,公民身份号码,党员类型,所在党组织编码,组织关系转入日期\n陈晓,{number},正式,HX-200,2022-03-01\n"),
        ];

        var swagger = await new SwaggerPage(await browser.Open("/swagger"), "import").Ready();
        await swagger.SignIn(officer, Passwords.Password);
        var wrong = await Upload(swagger, Lists("2021-02-30"), "upload-1");
        (await swagger.Execute("getImport", null, ("import", wrong))).Body!["status"]!.GetValue<string>().Should().Be("refused");
        var error = (await swagger.Execute("listImportErrors", null, ("import", wrong))).Body!["items"]!.AsArray().Should().ContainSingle().Which!;
        (error["sheet"]!.GetValue<string>(), error["row"]!.GetValue<int>(), error["cell"]!.GetValue<string>(), error["code"]!.GetValue<string>()).Should().Be(("组织", 2, "E2", "cell-date-malformed"));
        error["message"]!.GetValue<string>().Should().Contain("日期", "the browser asks for Chinese");

        var right = await Upload(swagger, Lists("2021-02-28"), "upload-2");
        var ready = (await swagger.Execute("getImport", null, ("import", right))).Body!;
        ready["status"]!.GetValue<string>().Should().Be("ready");
        var preview = await swagger.Execute("listImportChanges", null, ("import", right));
        preview.Body!["items"]!.AsArray().Select(c => c!["name"]!.GetValue<string>()).Should().Equal("华星物流有限公司党支部", "陈晓");
        (await swagger.Execute("listOrganizations", null, ("code", "HX-200"))).Body!["items"]!.AsArray().Should().BeEmpty("nothing is written before it is confirmed");

        (await swagger.Execute("confirmImport", null, ("import", right))).Status.Should().Be(202);
        await api.RunJobs();
        (await swagger.Execute("getImport", null, ("import", right))).Body!["status"]!.GetValue<string>().Should().Be("confirmed");
        var branch = (await swagger.Execute("listOrganizations", null, ("code", "HX-200"))).Body!["items"]!.AsArray().Should().ContainSingle().Which!;
        branch["name"]!.GetValue<string>().Should().Be("华星物流有限公司党支部");
        var members = await swagger.Execute("listMembers", null, ("organization", branch["id"]!.GetValue<string>()));
        members.Body!["items"]!.AsArray().Should().ContainSingle().Which!["name"]!.GetValue<string>().Should().Be("陈晓");
    }

    [ChromiumFact]
    public async Task Keys_and_versions_that_nobody_typed_are_those_of_what_was_read_and_a_repetition_makes_nothing_twice()
    {
        var api = browser.Api;
        var tree = await SmallTree.Plant(api);
        var officer = await api.UserWith(Role.TownOfficer, tree.Town.Id, "carrier.officer");
        var swagger = await new SwaggerPage(await browser.Open("/swagger"), "keys-and-versions").Ready();
        await swagger.SignIn(officer, Passwords.Password);

        object Market(string name) => new { name, kind = "specialisedMarket", territoryId = tree.Town.Id, from = "2024-03-01" };
        var first = (await swagger.Execute("registerCarrier", Market("海峡鞋服市场"))).Body!["id"]!.GetValue<string>();
        (await swagger.Execute("registerCarrier", Market("海峡鞋服市场"))).Body!["id"]!.GetValue<string>().Should().Be(first, "the same request again is a repetition");
        (await swagger.Execute("registerCarrier", Market("海峡家具市场"))).Body!["id"]!.GetValue<string>().Should().NotBe(first, "another one has another key");

        foreach (var (name, version) in new[] { ("海峡市场", 2), ("海峡大市场", 3) })
        {
            var changed = await swagger.Execute("changeCarrier", Market(name), ("carrier", first));
            changed.Status.Should().Be(200);
            changed.Body!["version"]!.GetValue<int>().Should().Be(version);
        }

        (await swagger.Execute("changeCarrier", Market("市场"), ("carrier", first), ("If-Match", "\"2\""))).Status.Should().Be(412, "what somebody typed is sent as it is");
    }

    [ChromiumFact]
    public async Task A_list_asked_for_with_nothing_filled_in_is_whole()
    {
        var api = browser.Api;
        var tree = await SmallTree.Plant(api);
        var officer = await api.UserWith(Role.TownOfficer, tree.Town.Id, "list.reader");
        var swagger = await new SwaggerPage(await browser.Open("/swagger"), "lists").Ready();
        await swagger.SignIn(officer, Passwords.Password);
        foreach (var list in new[] { "listOrganizations", "listMembers", "listMeetings", "listSessions", "listRuleBooks" }) (await swagger.Execute(list)).Status.Should().Be(200, list);
        (await swagger.Execute("getOrganization", null, ("organization", tree.FarBranch.Id.ToString()))).Status.Should().Be(404);
    }

    private async Task<string> Upload(SwaggerPage swagger, FilePayload[] files, string key)
    {
        var uploaded = await swagger.Upload("uploadImport", files, ("Idempotency-Key", key));
        uploaded.Status.Should().Be(202);
        await browser.Api.RunJobs();
        return uploaded.Body!["id"]!.GetValue<string>();
    }

    private static FilePayload File(string name, string content) => new() { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(content) };
}
