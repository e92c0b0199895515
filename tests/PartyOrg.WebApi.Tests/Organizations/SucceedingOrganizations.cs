using System.Net;
using PartyOrg.Application.Members;
using PartyOrg.Application.Organizations;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.Organizations;

/// <summary>Organizations are merged (REG-24) and raised in rank (REG-25), and everything that was recorded of them can be read. Today is May 15, 2024.</summary>
public abstract class SucceedingOrganizations<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    private const string Organizations = "/api/v1/organizations";

    [DatabaseFact]
    public async Task A_merged_branch_brings_its_members_and_groups_and_is_revoked()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        var leader = await Registered(officer, tree.Branch, "钱一");
        var enrolled = await Registered(officer, tree.SiblingBranch, "孙二");
        var group = await Founded(officer, "第一党小组", OrganizationType.PartyGroup, tree.Branch);
        (await officer.Post($"/api/v1/members/{leader.Id}/affiliations", new JoinOrganization.Body(group, Belonging.Group, new(2024, 2, 1)), ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.Created);
        (await officer.Post($"/api/v1/members/{enrolled.Id}/affiliations", new JoinOrganization.Body(tree.Branch.Id, Belonging.Enrolment, new(2024, 2, 1)), ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.Created);
        (await officer.Post($"{Organizations}/{tree.Branch.Id}/posts", new { personId = leader.Id, office = "secretary", from = "2024-01-01" }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.Created);

        var merged = (await officer.Post($"{Organizations}/{tree.Branch.Id}/merger", new MergeOrganizations.Body(tree.SiblingBranch.Id, new(2024, 5, 1)), ifMatch: "\"2\"")).ShouldBe(HttpStatusCode.OK);
        merged.As<OrganizationAnswer>().Should().BeEquivalentTo(new { RevokedOn = new LocalDate(2024, 4, 30), MergedInto = tree.SiblingBranch.Id, Version = 3 });

        (await Affiliations(officer, leader)).Should().BeEquivalentTo(new (string?, string?, string?)[] { ("SiblingBranch", "2024-05-01", null), ("Branch", "2024-01-01", "2024-04-30"), ("第一党小组", "2024-02-01", null) });
        (await Affiliations(officer, enrolled)).Should().BeEquivalentTo(new (string?, string?, string?)[] { ("SiblingBranch", "2024-01-01", null), ("Branch", "2024-02-01", "2024-04-30") });
        (await officer.Get($"{Organizations}/{group}")).As<OrganizationAnswer>().SuperiorId.Should().Be(tree.SiblingBranch.Id);
        (await officer.Get($"{Organizations}/{tree.Branch.Id}/posts")).At("items", 0, "to").GetString().Should().Be("2024-04-30");
        (await officer.Get($"/api/v1/members?organization={tree.SiblingBranch.Id}")).At("items").GetArrayLength().Should().Be(2);

        var history = (await officer.Get($"{Organizations}/{tree.SiblingBranch.Id}/history?kind=merger")).ShouldBe(HttpStatusCode.OK);
        (history.At("items", 0, "organizationName").GetString(), history.At("items", 0, "from").GetString()).Should().Be(("Branch", "2024-05-01"));
    }

    [DatabaseFact]
    public async Task With_a_merger_duties_end_rights_go_and_what_was_known_before_is_still_told()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        await api.Arrange(db => db.Add(new Domain.Compliance.BookAdoption(api.Ids.New<Domain.Compliance.BookAdoption>(), "TWS", tree.City.Id, new(2023, 1, 1), null, api.Clock.GetCurrentInstant())));
        var leader = await Registered(officer, tree.Branch, "钱一");
        (await officer.Post($"{Organizations}/{tree.Branch.Id}/posts", new { personId = leader.Id, office = "secretary", from = "2024-01-01" }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.Created);
        var himself = await api.SignedIn(Role.None, person: leader.Id);
        (await himself.Get($"{Organizations}/{tree.Branch.Id}/history")).ShouldBe(HttpStatusCode.OK);
        async Task<string> Duties(Organization of, string query) => string.Join(' ', (await officer.Get($"{Organizations}/{of.Id}/duties?rule=TWS-3.3&from=2024-01-01&to=2024-06-30{query}")).ShouldBe(HttpStatusCode.OK).At("items").EnumerateArray()
            .Select(v => $"{v.GetProperty("period").GetProperty("label").GetString()} {v.GetProperty("status").GetString()}"));
        (await Duties(tree.Branch, "")).Should().Be("2024-Q1 overdue 2024-Q2 due");
        var before = api.Clock.GetCurrentInstant();
        api.Clock.Advance(Duration.FromMinutes(1));

        (await officer.Post($"{Organizations}/{tree.Branch.Id}/merger", new MergeOrganizations.Body(tree.SiblingBranch.Id, new(2024, 5, 1)), ifMatch: "\"2\"")).ShouldBe(HttpStatusCode.OK);
        (await Duties(tree.Branch, "")).Should().Be("2024-Q1 overdue 2024-Q2 notApplicable", "it did not last through the quarter");
        (await Duties(tree.Branch, $"&knownAt={before}")).Should().Be("2024-Q1 overdue 2024-Q2 due", "nobody knew that it would end");
        (await Duties(tree.Branch, "&asOf=2024-03-31")).Should().StartWith("2024-Q1 due", "on its last day the quarter was not over");
        (await Duties(tree.SiblingBranch, "")).Should().Be("2024-Q1 overdue 2024-Q2 due", "what the other one owes is its own");

        // His post ended with the branch, and its rights with the post: as a member of the other one he reads no histories.
        (await himself.Get($"{Organizations}/{tree.Branch.Id}/history")).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed");
        (await himself.Get($"{Organizations}/{tree.SiblingBranch.Id}")).ShouldBe(HttpStatusCode.OK);
    }

    [DatabaseFact]
    public async Task A_raised_branch_owes_as_a_branch_until_the_day_before_and_from_then_on_as_what_it_became()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        await api.Arrange(db => db.Add(new Domain.Compliance.BookAdoption(api.Ids.New<Domain.Compliance.BookAdoption>(), "TWS", tree.City.Id, new(2023, 1, 1), null, api.Clock.GetCurrentInstant())));
        var before = api.Clock.GetCurrentInstant();
        api.Clock.Advance(Duration.FromMinutes(1));
        (await officer.Post($"{Organizations}/{tree.Branch.Id}/raise", new RaiseOrganization.Body(OrganizationType.GeneralBranch, new(2024, 4, 1), "华星党总支"), ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);

        async Task<List<string>> Rules(string query) => [.. (await officer.Get($"{Organizations}/{tree.Branch.Id}/duties?rule=TWS-3&from=2024-01-01&to=2024-06-30{query}")).ShouldBe(HttpStatusCode.OK).At("items").EnumerateArray()
            .Where(v => v.GetProperty("ruleId").GetString() == "TWS-3.3" && v.GetProperty("status").GetString() != "notApplicable").Select(v => v.GetProperty("period").GetProperty("label").GetString()!)];
        (await Rules("")).Should().Equal(["2024-Q1"], "a general branch holds no general meetings of members (TWS-3.3 binds branches)");
        (await Rules($"&knownAt={before}")).Should().Equal("2024-Q1", "2024-Q2");
        (await officer.Get($"{Organizations}/{tree.Branch.Id}")).At("type").GetString().Should().Be("generalBranch");
    }

    [DatabaseFact]
    public async Task A_merger_is_refused_where_what_comes_cannot_be_held()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.CountyOfficer, tree.County.Id);
        await Registered(officer, tree.Branch, "钱一");
        var general = await Founded(officer, "党总支", OrganizationType.GeneralBranch, tree.Town);
        var below = await Founded(officer, "下级支部", OrganizationType.Branch, tree.Branch);
        var there = $"{Organizations}/{tree.Branch.Id}/merger";
        (await officer.Post(there, new MergeOrganizations.Body(tree.Branch.Id, new(2024, 5, 1)), ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "merger-into-itself", "REG-24");
        (await officer.Post(there, new MergeOrganizations.Body(below, new(2024, 5, 1)), ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "merger-into-itself", "REG-24");
        (await officer.Post(there, new MergeOrganizations.Body(tree.SiblingTown.Id, new(2024, 5, 1)), ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "merger-of-territory", "REG-24");
        (await officer.Post(there, new MergeOrganizations.Body(general, new(2024, 5, 1)), ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "merger-holds-no-members", "REG-24");
        (await officer.Post(there, new MergeOrganizations.Body(tree.SiblingBranch.Id, new(2020, 1, 1)), ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "merger-before-it-began", "REG-24");
        (await officer.Post(there, new MergeOrganizations.Body(tree.SiblingBranch.Id, new(2024, 5, 16)), ifMatch: "\"1\"")).ShouldPointAt("/on");
        (await officer.Post(there, new MergeOrganizations.Body(tree.SiblingBranch.Id, new(2024, 5, 1)), ifMatch: "\"9\"")).ShouldBe(HttpStatusCode.PreconditionFailed);

        var town = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        (await town.Post(there, new MergeOrganizations.Body(tree.FarBranch.Id, new(2024, 5, 1)), ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.NotFound, "organization-not-found");
        (await town.Get($"{Organizations}/{tree.Branch.Id}")).As<OrganizationAnswer>().RevokedOn.Should().BeNull();
        (await officer.Post(there, new MergeOrganizations.Body(tree.FarBranch.Id, new(2024, 5, 15)), ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        (await officer.Get($"{Organizations}/{below}")).As<OrganizationAnswer>().SuperiorId.Should().Be(tree.FarBranch.Id);
        (await officer.Post(there, new MergeOrganizations.Body(tree.SiblingBranch.Id, new(2024, 5, 15)), ifMatch: "\"2\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "organization-revoked-already", "REG-3");
    }

    [DatabaseFact]
    public async Task A_branch_becomes_a_general_branch_and_a_branch_under_it_takes_over_its_members()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        var member = await Registered(officer, tree.Branch, "钱一");
        var group = await Founded(officer, "第一党小组", OrganizationType.PartyGroup, tree.Branch);
        var there = $"{Organizations}/{tree.Branch.Id}/raise";

        (await officer.Post(there, new RaiseOrganization.Body(OrganizationType.UnitCommittee, new(2024, 5, 1)), ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "raise-no-step", "REG-25");
        (await officer.Post(there, new RaiseOrganization.Body(OrganizationType.GeneralBranch, new(2024, 5, 1)), ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "raise-with-members", "REG-25")
            .At("detail").GetString().Should().StartWith("1 members and 1 Party groups");
        (await officer.Post(there, new RaiseOrganization.Body(OrganizationType.GeneralBranch, new(2024, 5, 1), MembersTo: tree.SiblingBranch.Id), ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "raise-members-elsewhere", "REG-25");
        var first = await Founded(officer, "第一党支部", OrganizationType.Branch, tree.Branch);
        (await officer.Post(there, new RaiseOrganization.Body(OrganizationType.GeneralBranch, new(2020, 1, 1), MembersTo: first), ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await officer.Post(there, new RaiseOrganization.Body(OrganizationType.GeneralBranch, new(2024, 5, 16), "", first), ifMatch: "\"1\"")).ShouldPointAt("/from", "/name");

        var raised = (await officer.Post(there, new RaiseOrganization.Body(OrganizationType.GeneralBranch, new(2024, 5, 1), "华星党总支", first), ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        raised.As<OrganizationAnswer>().Should().BeEquivalentTo(new { Type = OrganizationType.GeneralBranch, Name = "华星党总支", Version = 2 });
        (await Affiliations(officer, member)).Should().Equal(("第一党支部", "2024-05-01", null), ("华星党总支", "2024-01-01", "2024-04-30"));
        (await officer.Get($"{Organizations}/{group}")).As<OrganizationAnswer>().SuperiorId.Should().Be(first);

        (await officer.Post(there, new RaiseOrganization.Body(OrganizationType.UnitCommittee, new(2024, 5, 1)), ifMatch: "\"2\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "raise-before-last", "REG-25");
        (await officer.Post(there, new RaiseOrganization.Body(OrganizationType.UnitCommittee, new(2024, 5, 2)), ifMatch: "\"2\"")).ShouldBe(HttpStatusCode.OK);
        var types = (await officer.Get($"{Organizations}/{tree.Branch.Id}/history?kind=type")).ShouldBe(HttpStatusCode.OK).At("items").EnumerateArray().ToList();
        types.Where(t => t.GetProperty("voidedAt").GetString() is null).Select(t => (t.GetProperty("value").GetString(), t.GetProperty("from").GetString(), t.GetProperty("to").GetString()))
            .Should().BeEquivalentTo(new[] { ("unitCommittee", "2024-05-02", null), ("generalBranch", "2024-05-01", "2024-05-01"), ("branch", "2020-01-01", "2024-04-30") });
        types.Should().HaveCount(5, "what was recorded before stays to be read");
        (await officer.Get($"{Organizations}/{tree.Branch.Id}/history?kind=name")).At("items", 0, "value").GetString().Should().Be("Branch");
        (await officer.Post(there, new RaiseOrganization.Body(OrganizationType.UnitCommittee, new(2024, 5, 3)), ifMatch: "\"3\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "raise-no-step", "REG-25");
    }

    [DatabaseFact]
    public async Task Everything_that_was_recorded_of_an_organization_is_read_page_by_page_the_latest_first()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        var member = await Registered(officer, tree.Branch, "钱一");
        api.Clock.Advance(Duration.FromMinutes(1));
        var post = (await officer.Post($"{Organizations}/{tree.Branch.Id}/posts", new { personId = member.Id, office = "secretary", from = "2024-01-01" }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.Created);
        api.Clock.Advance(Duration.FromMinutes(1));
        (await officer.Post($"{Organizations}/{tree.Branch.Id}/posts/{post.At("id").GetString()}/end", new { lastDay = "2024-05-01" }, ifMatch: "\"2\"")).ShouldBe(HttpStatusCode.NoContent);
        api.Clock.Advance(Duration.FromMinutes(1));
        (await officer.Put($"{Organizations}/{tree.Branch.Id}", new ChangeOrganization.Body("华星党支部"), "\"3\"")).ShouldBe(HttpStatusCode.OK);

        var all = (await officer.Get($"{Organizations}/{tree.Branch.Id}/history")).ShouldBe(HttpStatusCode.OK).At("items").EnumerateArray().ToList();
        all.Select(e => (e.GetProperty("kind").GetString(), e.GetProperty("value").GetString(), e.GetProperty("personName").GetString(), e.GetProperty("to").GetString(), e.GetProperty("voidedAt").GetString() is not null)).Should().Equal(
            ("name", "Branch", null, "2024-05-14", false), ("post", "secretary", "钱一", "2024-05-01", false), ("post", "secretary", "钱一", null, true),
            ("type", "branch", null, null, false), ("place", null, null, null, false), ("belonging", "relation", "钱一", null, false));

        var paged = new List<string>();
        for (var next = ""; next is not null;)
        {
            var page = (await officer.Get($"{Organizations}/{tree.Branch.Id}/history?limit=1{next}")).ShouldBe(HttpStatusCode.OK);
            paged.AddRange(page.At("items").EnumerateArray().Select(e => e.GetRawText()));
            next = page.At("next").GetString() is { } cursor ? $"&cursor={cursor}" : null;
        }

        paged.Should().Equal(all.Select(e => e.GetRawText()));
        (await officer.Get($"{Organizations}/{tree.Branch.Id}/history?cursor=abc")).ShouldBeProblem(HttpStatusCode.BadRequest, "cursor-malformed");
        (await (await api.SignedIn(Role.TownOfficer, tree.SiblingTown.Id)).Get($"{Organizations}/{tree.Branch.Id}/history")).ShouldBeProblem(HttpStatusCode.NotFound, "organization-not-found");
    }

    [DatabaseFact]
    public async Task Everything_that_was_recorded_of_a_member_is_read_by_himself_too()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        var member = await Registered(officer, tree.Branch, "钱一");
        api.Clock.Advance(Duration.FromMinutes(1));
        (await officer.Put($"/api/v1/members/{member.Id}", new ChangeMember.Body("钱二"), "\"1\"")).ShouldBe(HttpStatusCode.OK);
        api.Clock.Advance(Duration.FromMinutes(1));
        (await officer.Put($"/api/v1/members/{member.Id}", new ChangeMember.Body("钱三"), "\"2\"")).ShouldBe(HttpStatusCode.OK);
        var himself = await api.SignedIn(Role.Member, tree.Branch.Id, member.Id);
        (await himself.Get($"/api/v1/members/{member.Id}/history")).ShouldBe(HttpStatusCode.OK).At("items").EnumerateArray()
            .Select(e => (e.GetProperty("kind").GetString(), e.GetProperty("value").GetString(), e.GetProperty("organizationName").GetString(), e.GetProperty("from").GetString())).Should().Equal(
                ("name", "钱二", null, "2024-05-15"), ("name", "钱一", null, member.BornOn.ToString("uuuu-MM-dd", null)), ("belonging", "relation", "Branch", "2024-01-01"), ("standing", "formal", null, "2024-01-01"));
        var other = await api.SignedIn(Role.Member, tree.Branch.Id, (await Registered(officer, tree.Branch, "孙二")).Id);
        (await other.Get($"/api/v1/members/{member.Id}/history")).ShouldBeProblem(HttpStatusCode.NotFound, "member-not-found");
    }

    private async Task<Id<Organization>> Founded(ApiClient officer, string name, OrganizationType type, Organization superior) =>
        (await officer.Post(Organizations, new FoundOrganization($"F{api.Ids.New():N}", name, type, superior.Id, new(2024, 1, 1)))).ShouldBe(HttpStatusCode.Created).As<OrganizationAnswer>().Id;

    private static async Task<MemberAnswer> Registered(ApiClient officer, Organization branch, string name) =>
        (await officer.Post("/api/v1/members", new RegisterMember(branch.Id, name, Numbers.Identity(), Standing.Formal, new(2024, 1, 1)))).ShouldBe(HttpStatusCode.Created).As<MemberAnswer>();

    private static async Task<List<(string?, string?, string?)>> Affiliations(ApiClient officer, MemberAnswer member) =>
        (await officer.Get($"/api/v1/members/{member.Id}/affiliations")).At("items").EnumerateArray()
            .Select(a => (a.GetProperty("organizationName").GetString(), a.GetProperty("from").GetString(), a.GetProperty("to").GetString())).ToList();
}

public sealed class SucceedingOrganizationsOnSqlite(ApiHost<OnSqlite> api) : SucceedingOrganizations<OnSqlite>(api);

public sealed class SucceedingOrganizationsOnPostgreSql(ApiHost<OnPostgreSql> api) : SucceedingOrganizations<OnPostgreSql>(api);

public sealed class SucceedingOrganizationsOnSqlServer(ApiHost<OnSqlServer> api) : SucceedingOrganizations<OnSqlServer>(api);
