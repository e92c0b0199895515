using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Imports;
using PartyOrg.Application.Jobs;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Imports;
using PartyOrg.Domain.Jobs;
using PartyOrg.Domain.Members;
using PartyOrg.Infrastructure.Persistence;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.Imports;

public abstract class ImportingRegisters<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    private const string Imports = "/api/v1/imports";
    private static int last;

    static ImportingRegisters() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string> Forms => ["xlsx", "GB18030", "UTF-8"];

    [DatabaseTheory]
    [MemberData(nameof(Forms))]
    public async Task A_town_officer_uploads_his_register_sees_the_preview_confirms_and_finds_it_in_the_register(string form)
    {
        var (tree, officer) = await Town();
        var (register, code) = Good(tree);
        var files = form == "xlsx" ? register.AsWorkbook() : register.AsCsv(Encoding.GetEncoding(form));

        var uploaded = (await officer.Post(Imports, Register.Form(files))).ShouldBe(HttpStatusCode.Accepted);
        uploaded.At("status").GetString().Should().Be("checking");
        (await officer.Post($"{uploaded.Location}/confirmation", ifMatch: uploaded.ETag)).ShouldBeProblem(HttpStatusCode.Conflict, "import-not-ready");

        (await api.RunJobs()).Should().Be(1);
        var ready = await Shown(officer, uploaded);
        ready.ShouldBe(ImportStatus.Ready, await Errors(officer, uploaded));
        ready.Counts.Should().BeEquivalentTo([new KindCounts(RegisterKind.Organization, 3, 0, 0), new(RegisterKind.Group, 1, 0, 0), new(RegisterKind.Member, 3, 0, 0), new(RegisterKind.Post, 3, 0, 0)]);
        var changes = await officer.Get($"{uploaded.Location}/changes?kind=member");
        changes.At("items").GetArrayLength().Should().Be(3);
        changes.Text.Should().Contain("王伟").And.Contain("110***********");
        (await officer.Get($"/api/v1/organizations?code={code}-1")).At("items").GetArrayLength().Should().Be(0);

        (await officer.Post($"{uploaded.Location}/confirmation", ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
        var confirming = (await officer.Post($"{uploaded.Location}/confirmation", ifMatch: $"\"{ready.Version}\"")).ShouldBe(HttpStatusCode.Accepted);
        confirming.At("status").GetString().Should().Be("confirming");
        (await api.RunJobs()).Should().Be(1);
        var job = await officer.Get($"/api/v1/jobs/{confirming.At("jobId").GetString()}");
        job.As<JobAnswer>().Should().BeEquivalentTo(new { Kind = "import.confirm", Status = JobStatus.Succeeded, Progress = 100, Error = (JobError?)null });
        (await Shown(officer, uploaded)).Status.Should().Be(ImportStatus.Confirmed);

        var branch = (await officer.Get($"/api/v1/organizations?code={code}-1")).At("items", 0);
        branch.GetProperty("name").GetString().Should().Be("华星公司党支部");
        var found = await officer.Get($"/api/v1/members?organization={branch.GetProperty("id").GetString()}");
        found.At("items").EnumerateArray().Select(m => m.GetProperty("name").GetString()).Should().BeEquivalentTo("王伟", "李芳");
        found.At("items").EnumerateArray().Single(m => m.GetProperty("name").GetString() == "王伟").GetProperty("groupId").GetString().Should().NotBeNull();
        var posts = await officer.Get($"/api/v1/organizations/{branch.GetProperty("id").GetString()}/posts");
        posts.At("items").EnumerateArray().Select(p => p.GetProperty("office").GetString()).Should().BeEquivalentTo("secretary", "organizationMember");
    }

    [DatabaseFact]
    public async Task The_same_file_again_leaves_versions_audit_evidence_and_events_as_they_were()
    {
        var (tree, officer) = await Town();
        var (register, _) = Good(tree);
        await Imported(officer, register);
        var before = await State(tree);

        var again = await Checked(officer, register);
        again.AdviceCount.Should().Be(0);
        again.Counts.Should().OnlyContain(c => c.Created == 0 && c.Changed == 0).And.Contain(c => c.Kind == RegisterKind.Member && c.Unchanged == 3);
        (await Confirmed(officer, again)).Status.Should().Be(ImportStatus.Confirmed);
        (await State(tree)).Should().Be(before);
    }

    [DatabaseFact]
    public async Task A_confirmed_import_is_one_audit_entry_and_one_event()
    {
        var (tree, officer) = await Town();
        var before = await api.Look(db => db.Outbox.Select(e => e.Id).ToListAsync());
        var import = await Imported(officer, Good(tree).Register);

        (await api.Look(db => db.AuditEntries.Where(e => e.ChainId == tree.Town.Id.Value).Select(e => e.Operation).ToListAsync())).Should().Equal("WriteImport");
        (await api.Look(db => db.Outbox.Where(e => !before.Contains(e.Id)).ToListAsync())).Should().ContainSingle().Which.Should().BeEquivalentTo(new { Type = "import.confirmed", SubjectId = import.Id.Value });
        (await api.Look(db => db.StagedFiles.CountAsync(f => f.ImportId == import.Id))).Should().Be(0);

        // Whatever it brought or changed is found to be its doing.
        var below = tree.Town.Path;
        var brought = await api.Look(async db =>
        {
            var organizations = (await db.Organizations.Select(o => new { o.Id, o.Path, o.Name }).ToListAsync()).FindAll(o => o.Path.StartsWith(below, StringComparison.Ordinal) && o.Id != tree.Town.Id && o.Id != tree.Branch.Id && o.Id != tree.SiblingBranch.Id).ConvertAll(o => o.Id);
            var persons = await db.Affiliations.Where(a => organizations.Contains(a.OrganizationId)).Select(a => a.PersonId.Value).Distinct().ToListAsync();
            return organizations.Select(o => o.Value).Concat(persons).ToList();
        });
        brought.Should().HaveCount(4 + 3);
        var told = new List<string>();
        foreach (var id in brought) told.AddRange((await officer.Get($"/api/v1/changes/{id}")).At("items").EnumerateArray().Select(c => $"{c.GetProperty("operation")} {c.GetProperty("type")} {c.GetProperty("sequence")}"));
        told.Distinct().Should().BeEquivalentTo("WriteImport Organization 1", "WriteImport Person 1");
        told.Should().HaveCount(7);
    }

    [DatabaseFact]
    public async Task Names_units_and_phones_that_differ_are_changed_and_what_is_not_in_the_file_stays()
    {
        var (tree, officer) = await Town();
        var (register, code) = Good(tree);
        await Imported(officer, register);

        var number = (await officer.Get("/api/v1/members?name=赵")).At("items", 0);
        var next = new Register().Organization($"{code}-1", "华星科技公司党支部", "党支部", code, "2021-01-01").Organization($"{code}-2", "联合党支部", "联合党支部", code, "2021-01-01", "", "91350100M000100Y43");
        var import = await Checked(officer, next);
        import.Counts.Should().ContainEquivalentOf(new KindCounts(RegisterKind.Organization, 0, 2, 0));
        (await officer.Get($"{Imports}/{import.Id}/changes")).At("items").EnumerateArray().Select(i => i.GetProperty("fields")[0]).Select(f => $"{f.GetProperty("field")}: {f.GetProperty("before")} → {f.GetProperty("after")}")
            .Should().Equal("name: 华星公司党支部 → 华星科技公司党支部", "unitCreditCode:  → 91350100M000100Y43");
        await Confirmed(officer, import);

        var branch = (await officer.Get($"/api/v1/organizations?code={code}-1")).At("items", 0);
        branch.GetProperty("name").GetString().Should().Be("华星科技公司党支部");
        branch.GetProperty("version").GetInt32().Should().Be(2);
        (await officer.Get("/api/v1/members?name=赵")).At("items", 0).ToString().Should().Be(number.ToString());
    }

    [DatabaseFact]
    public async Task What_a_file_does_not_name_stands_beside_what_it_brings_and_is_told_by_its_code()
    {
        var (tree, officer) = await Town();
        var (code, member) = (NewCode(), Numbers.Identity());
        await Imported(officer, new Register()
            .Organization($"{code}-1", "华星公司党支部", "党支部", tree.Town.Code, "2021-01-01")
            .Member("王伟", member, "", "正式", "", "", $"{code}-1", "2021-03-01", "2010-07-01", "2011-07-01"));

        // Neither the branch to which he belongs, nor the siblings of the new one.
        var import = await Checked(officer, new Register()
            .Organization($"{code}-2", "联合党支部", "党支部", tree.Town.Code, "2024-01-01")
            .Member("王伟", member, "", "正式", "", "", $"{code}-2", "2024-03-01", "2010-07-01", "2011-07-01", "编入"));
        import.ShouldBe(ImportStatus.Ready, await Errors(officer, import));
        (await officer.Get($"{Imports}/{import.Id}/changes?kind=member")).At("items", 0, "fields").EnumerateArray().Select(f => $"{f.GetProperty("field")}: {f.GetProperty("before")} → {f.GetProperty("after")}")
            .Should().Equal($"organizationCode: {code}-1 → {code}-1 {code}-2");
        await Confirmed(officer, import);

        var paths = await api.Look(db => db.Organizations.Where(o => o.SuperiorId == tree.Town.Id).Select(o => o.Path).ToListAsync());
        paths.Should().HaveCount(4).And.OnlyHaveUniqueItems();
    }

    [DatabaseFact]
    public async Task Workplaces_are_imported_by_the_code_or_the_name_of_the_unit_and_moved_with_a_day()
    {
        var (tree, officer) = await Town();
        var (first, second, third) = (Numbers.Identity(), Numbers.Identity(), Numbers.Identity());
        var code = await Unit(officer, tree.Town, "华星公司", from: "2021-06-01");
        await Unit(officer, tree.Town, "瑞丰公司");
        Register Stated(string works, string since = "") => new Register()
            .Member("王一", first, "", "正式", "", "", tree.Branch.Code, "2021-01-01", "", "", "", "", works, since)
            .Member("王二", second, "", "正式", "", "", tree.Branch.Code, "2022-02-01", "", "", "", "", "瑞丰公司", "2023-04-01")
            .Member("王三", third, "", "正式", "", "", tree.Branch.Code, "2022-03-01");

        await Imported(officer, Stated(code.ToLowerInvariant()));
        (await Works(officer, "王一")).Should().Be("华星公司 2021-06-01 ", "nobody works in a unit before it is known");
        (await Works(officer, "王二")).Should().Be("瑞丰公司 2023-04-01 ");
        (await Works(officer, "王三")).Should().Be("");
        (await officer.Get($"/api/v1/units?code={code}")).At("items", 0, "partyMembers").GetInt32().Should().Be(1);

        var before = await State(tree);
        var again = await Checked(officer, Stated(code));
        again.Counts.Should().OnlyContain(c => c.Created == 0 && c.Changed == 0);
        (await Confirmed(officer, again)).Status.Should().Be(ImportStatus.Confirmed);
        (await State(tree)).Should().Be(before);
        (await Checked(officer, Stated(""))).Counts.Should().OnlyContain(c => c.Changed == 0, "an empty cell leaves what the register has");

        // Another unit: from when on, nobody can guess.
        (await Errors(officer, await Checked(officer, Stated("瑞丰公司")))).Should().Contain("import-workplace-day-missing").And.Contain("REG-47").And.Contain("M2");
        var moves = await Checked(officer, Stated("瑞丰公司", "2024-05-01"));
        (await officer.Get($"{Imports}/{moves.Id}/changes")).At("items", 0, "fields").EnumerateArray().Select(f => $"{f.GetProperty("field")}: {f.GetProperty("before")} → {f.GetProperty("after")}").Should().Equal("workplace: 华星公司 → 瑞丰公司");
        await Confirmed(officer, moves);
        (await Works(officer, "王一")).Should().Be("瑞丰公司 2024-05-01 , 华星公司 2021-06-01 2024-04-30");
        var otherDay = await Checked(officer, Stated("瑞丰公司", "2024-05-02"));
        Told(await officer.Get($"{Imports}/{otherDay.Id}/advices")).Should().Equal("党员 2 N2 2024-05-02 recorded-date-stays");
    }

    [DatabaseFact]
    public async Task A_unit_that_is_unknown_ambiguous_closed_or_not_yet_there_is_named_by_its_cell()
    {
        var (tree, officer) = await Town();
        var elsewhere = await api.SignedIn(Role.TownOfficer, tree.SiblingTown.Id);
        await Unit(officer, tree.Town, "同名公司");
        await Unit(officer, tree.Town, "同名公司");
        await Unit(officer, tree.Town, "新公司", from: "2024-01-01");
        var far = await Unit(elsewhere, tree.SiblingTown, "外镇公司");
        var closed = await Unit(officer, tree.Town, "歇业公司");
        var id = (await officer.Get($"/api/v1/units?code={closed}")).At("items", 0, "id").GetString();
        (await officer.Post($"/api/v1/units/{id}/state", new { state = "closed", from = "2024-02-01" }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);

        var register = new Register();
        foreach (var (unit, since) in new[] { ("没有的公司", ""), ("同名公司", ""), ("外镇公司", ""), (far, ""), ("歇业公司", ""), ("新公司", "2023-12-31"), ("新公司", "2024-05-16"), (far[..^1] + (far[^1] == '0' ? '1' : '0'), ""), (Units.CreditCodes.Next(999_999), "") })
            register.Member("王一", Numbers.Identity(), "", "正式", "", "", tree.Branch.Code, "2023-01-01", "", "", "", "", unit, since);
        var import = await Checked(officer, register);
        (await officer.Get($"{Imports}/{import.Id}/errors")).At("items").EnumerateArray()
            .Select(e => $"{e.GetProperty("cell").GetString()} {e.GetProperty("code").GetString()} {e.GetProperty("ruleId").GetString()}".TrimEnd())
            .Should().BeEquivalentTo("M2 unit-not-found", "M3 import-unit-ambiguous", "M4 unit-not-found", "M6 unit-does-not-exist REG-42", "N7 unit-does-not-exist REG-42", "N8 date-in-future", "M9 social-credit-code-check REG-9", "M10 unit-not-found");
    }

    [DatabaseFact]
    public async Task Every_wrong_cell_is_named_and_nothing_is_written()
    {
        var (tree, officer) = await Town();
        var (town, c) = (tree.Town.Code, NewCode());
        var (good, twice) = (Numbers.Identity(), Numbers.Identity());
        var register = new Register()
            .Organization($"{c}-1", "一支部", "党支部", town, "2021-01-01")
            .Organization($"{c}-2", "二支部", "党支部", "NOWHERE", "2021-01-01")
            .Organization($"{c}-3", "甲", "党总支", $"{c}-4", "2021-01-01")
            .Organization($"{c}-4", "乙", "党总支", $"{c}-3", "2021-01-01")
            .Organization($"{c}-1", "又一支部", "党支部", town, "2021-01-01")
            .Organization($"{c}-5", "组", "党小组", town, "2021-01-01")
            .Organization($"{c}-6", "六支部", "党支部", town, "2031-01-01")
            .Organization($"{c}-7", "七支部", "俱乐部", town, "2021-02-30", "", "91350100M000100Y44")
            .Organization($"{c}-8", "小组", "党小组", tree.Branch.Code, "2021-01-01")
            .Organization(tree.FarBranch.Code, "别镇支部", "党支部", town, "2021-01-01")
            .Organization(tree.SiblingBranch.Code, "SiblingBranch", "党支部", tree.Branch.Code, "2020-01-01")
            .Member("王一", good, "138", "正式", "", "", $"{c}-1", "2022-01-01")
            .Member("王二", "110105194912310021", "", "正式", "", "", $"{c}-1", "2022-01-01")
            .Member("王三", "1.10105E+17", "", "正式", "", "", $"{c}-1", "2022-01-01")
            .Member("王四", twice, "", "正式", "", "", $"{c}-1", "2022-01-01")
            .Member("王五", twice, "", "正式", "", "", $"{c}-1", "2022-01-01")
            .Member("王六", Numbers.Identity(), "", "正式", "", "", tree.SiblingTown.Code, "2022-01-01")
            .Member("王七", Numbers.Identity(), "", "正式", "", "", $"{c}-1", "2022-01-01", "", "", "", $"{c}-8")
            .Member("", Numbers.Identity(), "", "荣誉", "", "", $"{c}-2", "2020-01-01")
            .Member("王九", Numbers.Identity(), "", "正式", "", "", $"{c}-1", "2020-01-01")
            .Member("王十", Numbers.Identity(), "", "正式", "", "", town, "2022-01-01")
            .Post($"{c}-1", twice, "", "书记", "2022-01-01")
            .Post($"{c}-1", "", "王九九", "书记", "2022-01-01")
            .Post(tree.Branch.Code, twice, "", "党小组组长", "2022-01-01")
            .Post($"{c}-1", twice, "", "委员", "2022-02-01", "2022-01-01");
        var before = await State(tree);

        var import = await Checked(officer, register);
        import.Status.Should().Be(ImportStatus.Refused);
        var errors = (await officer.Get($"{Imports}/{import.Id}/errors?limit=200")).At("items").EnumerateArray()
            .Select(e => $"{e.GetProperty("sheet").GetString()} {e.GetProperty("cell").GetString()} {e.GetProperty("code").GetString()} {e.GetProperty("ruleId").GetString()}".TrimEnd()).ToList();
        errors.Should().BeEquivalentTo(
            "组织 D3 organization-not-found", "组织 D4 tree-cycle REG-2", "组织 D5 tree-cycle REG-2", "组织 A6 import-code-twice REG-8", "组织 D7 group-outside-branch REG-7", "组织 E8 date-in-future",
            "组织 C9 code-unknown", "组织 E9 cell-date-malformed", "组织 G9 social-credit-code-check REG-9", "组织 A11 organization-code-taken REG-8", "组织 D12 import-superior-differs REG-11",
            "党员 C2 phone-number-malformed", "党员 B3 identity-number-check REG-10", "党员 B4 identity-number-malformed REG-10", "党员 B6 import-identity-twice REG-10", "党员 G7 organization-not-found",
            "党员 L8 not-of-the-branch REG-7", "党员 A9 person-name-missing", "党员 D9 code-unknown", "党员 G10 organization-does-not-exist REG-11", "党员 G11 holds-no-relations REG-1",
            "任职 C3 member-not-found", "任职 D4 office-does-not-fit REG-12", "任职 F5 post-ends-before-it-begins");
        import.ErrorCount.Should().Be(errors.Count);

        var shown = await officer.Get($"{Imports}/{import.Id}/errors?limit=200");
        shown.Text.Should().NotContain("110105194912310021").And.Contain("110*************21").And.NotContain(twice);
        (await officer.Post($"{Imports}/{import.Id}/confirmation", ifMatch: $"\"{import.Version}\"")).ShouldBeProblem(HttpStatusCode.Conflict, "import-not-ready");
        (await State(tree)).Should().Be(before);
    }

    [DatabaseFact]
    public async Task Columns_that_are_not_read_are_named_and_refuse_nothing()
    {
        var (tree, officer) = await Town();
        var csv = $"党员名册\n姓名,备注,公民身份号码,党员类型,所在党组织编码,转入日期,,入党介绍人\n王三,,{Numbers.Identity()},正式,{tree.Branch.Code},2022-01-01,是,\n王四,,{Numbers.Identity()},正式,{tree.Branch.Code},2022-01-01,否,张一";
        var import = await Checked(officer, [("党员.csv", Encoding.UTF8.GetBytes(csv))]);
        import.ShouldBe(ImportStatus.Ready, await Errors(officer, import));
        import.AdviceCount.Should().Be(3);
        (await officer.Get($"{Imports}/{import.Id}/errors")).At("items").GetArrayLength().Should().Be(0);

        var advices = await officer.Get($"{Imports}/{import.Id}/advices?limit=2");
        Told(advices).Should().Equal("党员 2 B2 备注 column-not-read", "党员 2 H2 入党介绍人 column-not-read");
        Told(await officer.Get($"{Imports}/{import.Id}/advices?limit=2&cursor={advices.At("next").GetString()}")).Should().Equal("党员 2 G2  column-without-header");
        advices.At("items", 0, "message").GetString().Should().Contain("备注").And.Contain("column B");
        (await officer.In("zh-CN").Get($"{Imports}/{import.Id}/advices")).At("items", 0, "message").GetString().Should().Contain("“党员”表没有名为“备注”的列").And.Contain("B 列");
        (await Confirmed(officer, import)).Should().BeEquivalentTo(new { Status = ImportStatus.Confirmed, AdviceCount = 3 });
    }

    [DatabaseFact]
    public async Task Dates_that_the_register_has_otherwise_are_named_by_their_cell_and_stay()
    {
        var (tree, officer) = await Town();
        var c = NewCode();
        var (formal, probationary, silent) = (Numbers.Identity(), Numbers.Identity(), Numbers.Identity());
        Register Stated(string founded, string joined, string since, string became, string appointed, string left) => new Register()
            .Organization($"{c}-1", "一支部", "党支部", tree.Town.Code, founded)
            .Member("王一", formal, "", "正式", "", "", $"{c}-1", joined, "2009-07-01", became)
            .Member("王二", probationary, "", "预备", "", "", $"{c}-1", "2023-02-01", since)
            .Member("王三", silent, "", "正式", "", "", $"{c}-1", joined)
            .Post($"{c}-1", formal, "", "书记", appointed, left);
        await Imported(officer, Stated("2021-01-01", "2022-01-01", "2023-01-01", "2010-07-01", "2022-02-01", "2023-12-31"));
        var before = await State(tree);

        var import = await Checked(officer, Stated("2021-01-02", "2022-01-02", "2023-01-02", "2010-07-02", "2022-02-02", "2023-12-30"));
        import.ShouldBe(ImportStatus.Ready, await Errors(officer, import));
        import.Counts.Should().OnlyContain(k => k.Created == 0 && k.Changed == 0);
        var advices = await officer.Get($"{Imports}/{import.Id}/advices");
        Told(advices).Should().Equal(
            "组织 2 E2 2021-01-02 recorded-date-stays",
            "党员 2 J2 2010-07-02 recorded-date-stays", "党员 2 H2 2022-01-02 recorded-date-stays", "党员 3 I3 2023-01-02 recorded-date-stays", "党员 4 H4 2022-01-02 recorded-date-stays",
            "任职 2 E2 2022-02-02 recorded-date-stays", "任职 2 F2 2023-12-30 recorded-date-stays");
        advices.At("items", 0, "message").GetString().Should().Contain("2021-01-01");
        (await officer.In("zh-CN").Get($"{Imports}/{import.Id}/advices")).At("items", 0, "message").GetString().Should().Contain("名册中“成立日期”为 2021-01-01");
        (await Confirmed(officer, import)).Status.Should().Be(ImportStatus.Confirmed);
        (await State(tree)).Should().Be(before);
        (await (await api.SignedIn(Role.TownOfficer, tree.SiblingTown.Id)).Get($"{Imports}/{import.Id}/advices")).ShouldBeProblem(HttpStatusCode.NotFound, "import-not-found");
    }

    [DatabaseFact]
    public async Task A_number_that_a_spreadsheet_program_has_rounded_is_named_by_its_cell()
    {
        var (tree, officer) = await Town();
        var csv = $"姓名,公民身份号码,党员类型,所在党组织编码,转入日期\n王三,1.10105E+17,正式,{tree.Branch.Code},2022-01-01";
        var import = await Checked(officer, [("党员.csv", Encoding.UTF8.GetBytes(csv))]);
        (await officer.Get($"{Imports}/{import.Id}/errors")).At("items", 0).ToString().Should().Contain("cell-digits-lost").And.Contain("\"B2\"");
    }

    [DatabaseFact]
    public async Task Two_secretaries_and_a_relation_elsewhere_are_refused_by_their_rules()
    {
        var (tree, officer) = await Town();
        var (first, second) = (Numbers.Identity(), Numbers.Identity());
        await Imported(officer, new Register().Member("王一", first, "", "正式", "", "", tree.Branch.Code, "2022-01-01").Member("王二", second, "", "正式", "", "", tree.Branch.Code, "2022-01-01"));

        var import = await Checked(officer, new Register()
            .Member("王一", first, "", "正式", "", "", tree.SiblingBranch.Code, "2023-01-01")
            .Post(tree.Branch.Code, first, "", "书记", "2022-01-01").Post(tree.Branch.Code, "", "王二", "书记", "2022-06-01"));
        (await Errors(officer, import)).Should().Contain("relation-elsewhere").And.Contain("REG-1").And.Contain("office-taken").And.Contain("REG-12");
        import.ErrorCount.Should().Be(2);
    }

    [DatabaseFact]
    public async Task English_headers_and_words_mean_the_same()
    {
        var (tree, officer) = await Town();
        var c = NewCode();
        var import = await Checked(officer,
        [
            ("organizations.csv", Encoding.UTF8.GetBytes($"Organization code,Name,Type,Superior's code,Founded on\n{c},First branch,branch,{tree.Town.Code},2021-01-01")),
            ("groups.csv", Encoding.UTF8.GetBytes($"Group code,Group name,Branch code,Founded on\n{c}-G,First group,{c},2021/2/1")),
            ("members.csv", Encoding.UTF8.GetBytes($"Name,Identity number,Standing,Organization code,Belongs from,Belonging,Group code\nJane Doe,{Numbers.Identity()},Probationary,{c},2022-01-01,relation,{c}-G")),
        ]);
        import.ShouldBe(ImportStatus.Ready, await Errors(officer, import));
        (await Confirmed(officer, import)).Counts.Should().ContainEquivalentOf(new KindCounts(RegisterKind.Group, 1, 0, 0));
        (await officer.Get("/api/v1/members?name=Jane")).At("items", 0, "standing").GetString().Should().Be("probationary");
    }

    [DatabaseFact]
    public async Task An_import_is_outdated_when_the_register_has_changed_since_the_preview()
    {
        var (tree, officer) = await Town();
        var number = Numbers.Identity();
        var register = new Register().Member("王一", number, "", "正式", "", "", tree.Branch.Code, "2022-01-01").Member("王二", Numbers.Identity(), "", "正式", "", "", tree.Branch.Code, "2022-01-01");
        var import = await Checked(officer, register);
        await officer.Post("/api/v1/members", new { organizationId = tree.SiblingBranch.Id, name = "王一", identityNumber = number, standing = "formal", from = "2022-01-01" });
        var before = await State(tree);

        (await Confirmed(officer, import)).Status.Should().Be(ImportStatus.Outdated);
        (await Errors(officer, import)).Should().Contain("relation-elsewhere").And.Contain("import-register-changed");
        (await State(tree)).Should().Be(before);
    }

    [DatabaseFact]
    public async Task Other_towns_do_not_see_the_import_and_its_own_county_does()
    {
        var (tree, officer) = await Town();
        var import = await Checked(officer, Good(tree).Register);
        foreach (var stranger in new[] { await api.SignedIn(Role.TownOfficer, tree.SiblingTown.Id), await api.SignedIn(Role.TownOfficer, (await SmallTree.Plant(api)).Town.Id) })
        {
            foreach (var part in new[] { "", "/errors", "/changes" }) (await stranger.Get($"{Imports}/{import.Id}{part}")).ShouldBeProblem(HttpStatusCode.NotFound, "import-not-found");
            (await stranger.Post($"{Imports}/{import.Id}/confirmation", ifMatch: $"\"{import.Version}\"")).ShouldBeProblem(HttpStatusCode.NotFound, "import-not-found");
            (await stranger.Post($"{Imports}/{import.Id}/cancellation", ifMatch: $"\"{import.Version}\"")).ShouldBeProblem(HttpStatusCode.NotFound, "import-not-found");
            (await stranger.Get($"/api/v1/jobs/{import.JobId}")).ShouldBeProblem(HttpStatusCode.NotFound, "job-not-found");
        }

        (await (await api.SignedIn(Role.CountyOfficer, tree.County.Id)).Get($"{Imports}/{import.Id}")).ShouldBe(HttpStatusCode.OK);
        (await (await api.SignedIn(Role.BranchSecretary, tree.Branch.Id)).Post(Imports, Register.Form(Good(tree).Register.AsWorkbook()))).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed");
        (await api.Anonymous.Post(Imports, Register.Form(Good(tree).Register.AsWorkbook()))).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [DatabaseFact]
    public async Task What_lies_elsewhere_is_refused_in_the_same_words_as_what_does_not_exist()
    {
        var (tree, officer) = await Town();
        async Task<string> Refused(string code)
        {
            var import = await Checked(officer, new Register().Member("王一", Numbers.Identity(), "", "正式", "", "", code, "2022-01-01"));
            return (await Errors(officer, import)).Replace(code, "", StringComparison.Ordinal);
        }

        (await Refused(tree.FarBranch.Code)).Should().Be(await Refused("NOWHERE"));
    }

    [DatabaseFact]
    public async Task A_cancelled_import_is_not_confirmed_and_its_file_is_gone()
    {
        var (tree, officer) = await Town();
        var import = await Checked(officer, Good(tree).Register);
        (await officer.Post($"{Imports}/{import.Id}/cancellation", ifMatch: $"\"{import.Version}\"")).ShouldBe(HttpStatusCode.OK).At("status").GetString().Should().Be("cancelled");
        (await officer.Post($"{Imports}/{import.Id}/confirmation", ifMatch: $"\"{import.Version + 1}\"")).ShouldBeProblem(HttpStatusCode.Conflict, "import-not-ready");
        (await api.Look(db => db.StagedFiles.CountAsync(f => f.ImportId == import.Id))).Should().Be(0);
    }

    [DatabaseFact]
    public async Task A_file_waits_encrypted_and_no_longer_than_a_day()
    {
        var (tree, officer) = await Town();
        var number = Numbers.Identity();
        var import = await Checked(officer, new Register().Member("王一", number, "", "正式", "", "", tree.Branch.Code, "2022-01-01").AsCsv(Encoding.UTF8));
        var staged = await api.Look(db => db.StagedFiles.SingleAsync(f => f.ImportId == import.Id));
        Encoding.UTF8.GetString(staged.Content).Should().NotContain(number).And.NotContain("王一");

        var now = api.Clock.GetCurrentInstant();
        try
        {
            api.Clock.Advance(Duration.FromHours(24) + Duration.FromMinutes(1));
            var tomorrow = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
            await api.RunJobs();
            (await Shown(tomorrow, import.Id)).Status.Should().Be(ImportStatus.Expired);
            (await api.Look(db => db.StagedFiles.CountAsync(f => f.ImportId == import.Id))).Should().Be(0);
            (await tomorrow.Post($"{Imports}/{import.Id}/confirmation", ifMatch: $"\"{import.Version}\"")).ShouldBeProblem(HttpStatusCode.Conflict, "import-not-ready");
        }
        finally
        {
            api.Clock.MoveTo(now);
        }
    }

    [DatabaseFact]
    public async Task The_same_upload_again_gets_the_same_answer()
    {
        var (tree, officer) = await Town();
        var files = Good(tree).Register.AsWorkbook();
        var first = (await officer.Post(Imports, Register.Form(files), key: "upload")).ShouldBe(HttpStatusCode.Accepted);
        (await officer.Post(Imports, Register.Form(files), key: "upload")).Text.Should().Be(first.Text);
        (await officer.Post(Imports, Register.Form(Good(tree).Register.AsWorkbook()), key: "upload")).ShouldBeProblem(HttpStatusCode.Conflict, "idempotency-key-reused");
        (await officer.Post(Imports, Register.Form(files), key: "")).ShouldBeProblem(HttpStatusCode.BadRequest, "idempotency-key-required");
        await api.RunJobs();
    }

    [DatabaseFact]
    public async Task What_cannot_be_a_register_is_refused_before_it_costs_anything()
    {
        var (_, officer) = await Town();
        (await officer.Post(Imports, Register.Form([("a.csv", new byte[33 << 20])]))).ShouldBeProblem(HttpStatusCode.RequestEntityTooLarge, "body-too-large");
        (await officer.Post(Imports, Register.Form([]))).Status.Should().Be(HttpStatusCode.BadRequest);
        (await officer.Post(Imports, new { a = 1 })).ShouldBe(HttpStatusCode.UnsupportedMediaType);

        using var bomb = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(bomb, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = zip.CreateEntry("xl/worksheets/sheet1.xml").Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 300; i++) part.Write(zeros);
        }

        var import = await Checked(officer, [("名册.xlsx", bomb.ToArray())]);
        import.Status.Should().Be(ImportStatus.Refused);
        (await Errors(officer, import)).Should().Contain("spreadsheet-expands-too-far");
        (await Errors(officer, await Checked(officer, [("名册.csv", "甲,乙\n1,2"u8.ToArray())]))).Should().Contain("import-sheet-unknown");
    }

    [DatabaseTheory]
    [InlineData("xlsx", "en")]
    [InlineData("xlsx", "zh")]
    [InlineData("csv", "zh")]
    public async Task A_template_is_downloaded_and_its_headers_are_understood(string format, string language)
    {
        var (_, officer) = await Town();
        var template = (await officer.Get($"{Imports}/templates/register?format={format}&language={language}{(format == "csv" ? "&sheet=members" : "")}")).ShouldBe(HttpStatusCode.OK);
        template.MediaType.Should().Be(format == "csv" ? "text/csv" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        template.Header("Content-Disposition").Should().Contain(format == "csv" ? "members.csv" : "register.xlsx");
        if (format == "csv") template.Text.Should().Contain("公民身份号码");
        (await officer.Get($"{Imports}/templates/register?format=pdf")).ShouldBeProblem(HttpStatusCode.BadRequest, "malformed-parameter");
    }

    [DatabaseFact]
    public async Task A_confirmation_that_is_rolled_back_leaves_nothing_and_can_be_repeated()
    {
        var (tree, officer) = await Town();
        var import = await Checked(officer, Good(tree).Register);
        var before = await State(tree);
        (await officer.Post($"{Imports}/{import.Id}/confirmation", ifMatch: $"\"{import.Version}\"")).ShouldBe(HttpStatusCode.Accepted);
        await Trigger(on: true);
        try
        {
            await api.RunJobs();
        }
        finally
        {
            await Trigger(on: false);
        }

        var failed = await Shown(officer, import.Id);
        failed.Status.Should().Be(ImportStatus.Ready);
        (await officer.Get($"/api/v1/jobs/{failed.JobId}")).At("error", "code").GetString().Should().Be("job-crashed");
        (await State(tree)).Should().Be(before);
        (await Confirmed(officer, failed)).Status.Should().Be(ImportStatus.Confirmed);
    }

    [DatabaseFact]
    public async Task A_job_whose_process_died_is_taken_up_again_and_given_up_in_the_end()
    {
        var (tree, officer) = await Town();
        var uploaded = await officer.Post(Imports, Register.Form(Good(tree).Register.AsWorkbook()));
        var job = new Domain.Id<Job>(uploaded.At("jobId").GetGuid());
        var now = new Domain.Time.Clock(api.Clock).Now;
        Task Died(int attempts, Duration ago) => api.Look(db => db.Jobs.Where(j => j.Id == job).ExecuteUpdateAsync(
            set => set.SetProperty(j => j.Status, JobStatus.Running).SetProperty(j => j.Attempts, attempts).SetProperty(j => j.LeaseUntil, now - ago)));

        await Died(1, -Duration.FromMinutes(1));
        (await api.RunJobs()).Should().Be(0, "the lease still runs");
        await Died(1, Duration.FromMinutes(1));
        (await api.RunJobs()).Should().Be(1);
        (await Shown(officer, uploaded)).Status.Should().Be(ImportStatus.Ready);

        await Died(Job.MostAttempts, Duration.FromMinutes(1));
        (await api.RunJobs()).Should().Be(0);
        (await officer.Get($"/api/v1/jobs/{job}")).At("error", "code").GetString().Should().Be("job-crashed");
    }

    [DatabaseFact]
    public async Task A_job_is_listed_for_who_asked_and_cancelled_while_it_waits()
    {
        var (tree, officer) = await Town();
        var uploaded = await officer.Post(Imports, Register.Form(Good(tree).Register.AsWorkbook()));
        var job = uploaded.At("jobId").GetString();
        (await officer.Get("/api/v1/jobs?limit=1")).At("items", 0, "id").GetString().Should().Be(job);
        (await officer.Post($"/api/v1/jobs/{job}/cancellation")).ShouldBe(HttpStatusCode.OK).At("status").GetString().Should().Be("cancelled");
        (await officer.Post($"/api/v1/jobs/{job}/cancellation")).ShouldBeProblem(HttpStatusCode.Conflict, "job-ended");
        (await api.RunJobs()).Should().Be(0);
        (await Shown(officer, uploaded)).Status.Should().Be(ImportStatus.Cancelled);
    }

    [DatabaseFact]
    public async Task A_job_has_the_rights_that_its_account_has_when_it_runs()
    {
        var (tree, officer) = await Town();
        var uploaded = await officer.Post(Imports, Register.Form(Good(tree).Register.AsWorkbook()));
        var import = uploaded.As<ImportAnswer>();
        var account = await api.Look(db => db.Imports.Where(i => i.Id == import.Id).Select(i => i.AccountId).SingleAsync());
        var now = new Domain.Time.Clock(api.Clock).Now;
        await api.Look(db => db.RoleAssignments.Where(r => r.AccountId == account).ExecuteUpdateAsync(set => set.SetProperty(r => r.VoidedAt, now)));

        await api.RunJobs();
        (await api.Look(db => db.Jobs.SingleAsync(j => j.Id == import.JobId))).Should().BeEquivalentTo(new { Status = JobStatus.Failed, ErrorCode = "not-allowed" });
        var county = await api.SignedIn(Role.CountyOfficer, tree.County.Id);
        (await Shown(county, import.Id)).Status.Should().Be(ImportStatus.Failed);
    }

    private static string NewCode() => $"R{Interlocked.Increment(ref last)}";

    // Members' sheet before the organizations they belong to, and those below before those above: the order of a file means nothing.
    private static (Register Register, string Code) Good(SmallTree tree)
    {
        var c = NewCode();
        var (secretary, second) = (Numbers.Identity(), Numbers.Identity());
        return (new Register()
            .Organization($"{c}-1-1", "第一党小组", "党小组", $"{c}-1", "2021-02-01")
            .Organization($"{c}-1", "华星公司党支部", "党支部", $"{c}", "2021-01-01", "", "91350100M000100Y43")
            .Organization($"{c}-2", "联合党支部", "联合党支部", $"{c}", "2021/1/1")
            .Organization($"{c}", "园区党总支", "党总支", tree.Town.Code, "2020年7月1日")
            .Member("王伟", secretary, "13800138000", "正式", "否", "否", $"{c}-1", "2021-03-01", "2010-07-01", "2011-07-01", "关系", $"{c}-1-1")
            .Member("李芳", second, "0591-28801234", "预备", "", "", $"{c}-1", "2023-07-01", "2023-07-01")
            .Member("赵敏", Numbers.Identity(), "", "正式", "是", "", $"{c}-2", "2022-01-01", "", "", "编入")
            .Post($"{c}-1", secretary, "", "书记", "2021-03-01")
            .Post($"{c}-1", "", "李芳", "组织委员", "2023-07-01")
            .Post($"{c}-1-1", "", "王伟", "组长", "2021-03-01"), c);
    }

    private static IEnumerable<string> Told(Answer advices) => advices.At("items").EnumerateArray()
        .Select(a => $"{a.GetProperty("sheet").GetString()} {a.GetProperty("row").GetInt32()} {a.GetProperty("cell").GetString()} {a.GetProperty("value").GetString()} {a.GetProperty("code").GetString()}");

    private async Task<(SmallTree Tree, ApiClient Officer)> Town()
    {
        var tree = await SmallTree.Plant(api);
        return (tree, await api.SignedIn(Role.TownOfficer, tree.Town.Id));
    }

    private static async Task<string> Unit(ApiClient officer, Domain.Organizations.Organization town, string name, string from = "2020-01-01")
    {
        var creditCode = Units.CreditCodes.Next(900_000 + Interlocked.Increment(ref last));
        (await officer.Post("/api/v1/units", new { name, kind = "enterprise", territoryId = town.Id, from, state = "inOperation", creditCode })).ShouldBe(HttpStatusCode.Created);
        return creditCode;
    }

    private static async Task<string> Works(ApiClient officer, string name)
    {
        var member = (await officer.Get($"/api/v1/members?name={name}")).At("items", 0, "id").GetString();
        return string.Join(", ", (await officer.Get($"/api/v1/members/{member}/workplaces")).At("items").EnumerateArray().Select(w => $"{w.GetProperty("unitName")} {w.GetProperty("from")} {w.GetProperty("to")}"));
    }

    private static async Task<ImportAnswer> Shown(ApiClient officer, Answer uploaded) => (await officer.Get(uploaded.Location!.ToString())).ShouldBe(HttpStatusCode.OK).As<ImportAnswer>();

    private static async Task<ImportAnswer> Shown(ApiClient officer, Domain.Id<RegisterImport> import) => (await officer.Get($"{Imports}/{import}")).ShouldBe(HttpStatusCode.OK).As<ImportAnswer>();

    private static async Task<string> Errors(ApiClient officer, Answer uploaded) => (await officer.Get($"{uploaded.Location}/errors")).Text;

    private static async Task<string> Errors(ApiClient officer, ImportAnswer import) => (await officer.Get($"{Imports}/{import.Id}/errors")).Text;

    private Task<ImportAnswer> Checked(ApiClient officer, Register register) => Checked(officer, register.AsWorkbook());

    private async Task<ImportAnswer> Checked(ApiClient officer, IEnumerable<(string, byte[])> files)
    {
        var uploaded = (await officer.Post(Imports, Register.Form(files))).ShouldBe(HttpStatusCode.Accepted);
        await api.RunJobs();
        return await Shown(officer, uploaded);
    }

    private async Task<ImportAnswer> Confirmed(ApiClient officer, ImportAnswer import)
    {
        var confirming = (await officer.Post($"{Imports}/{import.Id}/confirmation", ifMatch: $"\"{import.Version}\"")).ShouldBe(HttpStatusCode.Accepted);
        await api.RunJobs();
        (await officer.Get($"/api/v1/jobs/{confirming.At("jobId").GetString()}")).As<JobAnswer>().Error.Should().BeNull();
        return await Shown(officer, import.Id);
    }

    private async Task<ImportAnswer> Imported(ApiClient officer, Register register)
    {
        var import = await Checked(officer, register);
        import.ShouldBe(ImportStatus.Ready, await Errors(officer, import));
        return await Confirmed(officer, import);
    }

    // Versions, facts, evidence, events, and the audit of the organizations.
    private Task<string> State(SmallTree tree) => api.Look(async db =>
    {
        var organizations = await db.Organizations.OrderBy(o => o.Code).Select(o => $"{o.Code} {o.Version}").ToListAsync();
        var persons = await db.Persons.OrderBy(p => p.Id).Select(p => $"{p.Id} {p.Version}").ToListAsync();
        var audit = await db.AuditEntries.CountAsync(e => e.ChainId != Guid.Empty);
        var chains = await db.AuditChains.CountAsync(c => c.Id != Guid.Empty && c.Length > 0);
        return $"{tree.Town.Code}: {string.Join(',', organizations)}; {string.Join(',', persons)}; {await db.Memberships.CountAsync()} {await db.Affiliations.CountAsync()} {await db.Posts.CountAsync()} {await db.Workplaces.CountAsync()} "
            + $"{await db.Lifetimes.CountAsync()} {await db.Places.CountAsync()} {audit} {chains} {await db.Ledger.CountAsync()} {await db.Outbox.CountAsync()}";
    });

    // The last table that a confirmation writes refuses every row.
    private Task Trigger(bool on) => api.Look(db => db.Database.ExecuteSqlRawAsync(api.Database.Options.Provider == DatabaseProvider.PostgreSql
        ? on
            ? """CREATE FUNCTION fail() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'refused'; END $$ LANGUAGE plpgsql; CREATE TRIGGER fails BEFORE INSERT ON "Affiliations" FOR EACH ROW EXECUTE FUNCTION fail()"""
            : """DROP TRIGGER fails ON "Affiliations"; DROP FUNCTION fail()"""
        : on ? """CREATE TRIGGER fails BEFORE INSERT ON "Affiliations" BEGIN SELECT RAISE(ABORT, 'refused'); END""" : "DROP TRIGGER fails"));
}

internal static class ImportAssertions
{
    public static void ShouldBe(this ImportAnswer import, ImportStatus status, string errors) => import.Status.Should().Be(status, "the errors are {0}", errors);
}

public sealed class ImportingRegistersOnSqlite(ApiHost<OnSqlite> api) : ImportingRegisters<OnSqlite>(api);

public sealed class ImportingRegistersOnPostgreSql(ApiHost<OnPostgreSql> api) : ImportingRegisters<OnPostgreSql>(api);
