using System.Net;
using PartyOrg.Application.Members;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.Members;

public abstract class KeepingMembers<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    private const string Members = "/api/v1/members";

    [DatabaseFact]
    public async Task A_member_is_registered_with_his_numbers_masked_and_found_by_the_beginning_of_his_name()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);

        var registered = (await officer.Post(Members, Member(tree.Branch, "张伟"))).ShouldBe(HttpStatusCode.Created);
        registered.As<MemberAnswer>().Should().BeEquivalentTo(new { Name = "张伟", Standing = Standing.Formal, OrganizationId = tree.Branch.Id, OrganizationName = "Branch", Version = 1 });
        registered.Text.Should().Contain("110***").And.Contain("138****0001").And.NotContain("13800000001");
        (await officer.Get(registered.Location!.ToString())).As<MemberAnswer>().Should().BeEquivalentTo(registered.As<MemberAnswer>());

        foreach (var name in new[] { "章伟", "张三丰", "李四" }) await officer.Post(Members, Member(tree.Branch, name));
        var found = await officer.Get($"{Members}?name=张&organization={tree.Town.Id}");
        found.At("items").EnumerateArray().Select(i => i.GetProperty("name").GetString()).Should().Equal("张三丰", "张伟");
    }

    [DatabaseFact]
    public async Task A_list_is_read_page_by_page_and_no_member_is_missed_or_shown_twice()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        for (var i = 0; i < 7; i++) await officer.Post(Members, Member(tree.Branch, "王芳"));

        var seen = new List<Guid>();
        var page = await officer.Get($"{Members}?organization={tree.Branch.Id}&limit=3");
        while (true)
        {
            seen.AddRange(page.At("items").EnumerateArray().Select(i => i.GetProperty("id").GetGuid()));
            if (page.At("next").GetString() is not { } next) break;
            page = await officer.Get($"{Members}?organization={tree.Branch.Id}&limit=3&cursor={next}");
        }

        seen.Should().HaveCount(7).And.OnlyHaveUniqueItems();
        (await officer.Get($"{Members}?cursor=abc")).ShouldBeProblem(HttpStatusCode.BadRequest, "cursor-malformed");
        (await officer.Get($"{Members}?limit=0")).ShouldBeProblem(HttpStatusCode.BadRequest, "limit-out-of-range");
        (await officer.Get($"{Members}?nmae=x")).ShouldBeProblem(HttpStatusCode.BadRequest, "unknown-parameter");
    }

    [DatabaseFact]
    public async Task An_identity_number_belongs_to_one_person()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        var request = Member(tree.Branch, "赵一");

        await officer.Post(Members, request);
        (await officer.Post(Members, request with { Name = "赵二" })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "identity-number-taken", "REG-10");
        (await officer.Post(Members, request with { IdentityNumber = "110105194912310021" })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "identity-number-check", "REG-10").At("errors", 0, "pointer").GetString().Should().Be("/identityNumber");
        (await officer.Post(Members, request with { Name = "", IdentityNumber = "1", From = new(2030, 1, 1) }))
            .ShouldBeProblem(HttpStatusCode.BadRequest, "person-name-missing").ShouldPointAt("/name", "/identityNumber", "/from");
    }

    [DatabaseFact]
    public async Task A_members_relation_lies_with_one_branch_at_a_time()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        var member = (await officer.Post(Members, Member(tree.Branch, "钱七"))).As<MemberAnswer>();
        var here = $"{Members}/{member.Id}/affiliations";

        (await officer.Post(here, new JoinOrganization.Body(tree.SiblingBranch.Id, Belonging.Relation, new(2024, 5, 10)), ifMatch: "\"1\""))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "relation-elsewhere", "REG-1");

        var affiliation = (await officer.Get(here)).At("items", 0, "id").GetString();
        (await officer.Post($"{here}/{affiliation}/end", new LeaveOrganization.Body(new(2024, 5, 9)))).ShouldBeProblem((HttpStatusCode)428, "if-match-required");
        (await officer.Post($"{here}/{affiliation}/end", new LeaveOrganization.Body(new(2024, 5, 9)), ifMatch: "\"9\"")).ShouldBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
        (await officer.Post($"{here}/{affiliation}/end", new LeaveOrganization.Body(new(2024, 5, 9)), ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.NoContent);
        (await officer.Post(here, new JoinOrganization.Body(tree.SiblingBranch.Id, Belonging.Relation, new(2024, 5, 10)), ifMatch: "\"2\"")).ShouldBe(HttpStatusCode.Created);
        (await officer.Get($"{Members}/{member.Id}")).As<MemberAnswer>().OrganizationId.Should().Be(tree.SiblingBranch.Id);
    }

    [DatabaseFact]
    public async Task An_organization_with_members_is_not_revoked_and_an_empty_one_is()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        await officer.Post(Members, Member(tree.Branch, "孙八"));

        (await officer.Post($"/api/v1/organizations/{tree.Branch.Id}/revocation", new { lastDay = "2024-05-14" }, ifMatch: "\"1\""))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "organization-not-empty", "REG-3");
        var revoked = await officer.Post($"/api/v1/organizations/{tree.SiblingBranch.Id}/revocation", new { lastDay = "2024-05-14" }, ifMatch: "\"1\"");
        revoked.ShouldBe(HttpStatusCode.OK).At("revokedOn").GetString().Should().Be("2024-05-14");
        (await officer.Post(Members, Member(tree.SiblingBranch, "周九"))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "organization-does-not-exist", "REG-11");
    }

    [DatabaseFact]
    public async Task The_tree_has_no_cycle_and_what_moves_takes_along_all_below_it()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.CountyOfficer, tree.County.Id);

        (await officer.Post($"/api/v1/organizations/{tree.County.Id}/move", new { superiorId = tree.Town.Id, from = "2024-05-01" }, ifMatch: "\"1\""))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "tree-cycle", "REG-2");

        (await officer.Post($"/api/v1/organizations/{tree.Town.Id}/move", new { superiorId = tree.SiblingTown.Id, from = "2024-05-01" }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        var below = await officer.Get($"/api/v1/organizations?under={tree.SiblingTown.Id}");
        below.At("items").EnumerateArray().Select(i => i.GetProperty("name").GetString()).Should().BeEquivalentTo("SiblingTown", "FarBranch", "Town", "Branch", "SiblingBranch");
    }

    [DatabaseFact]
    public async Task A_secretary_gets_the_right_of_his_post_at_once_and_loses_it_with_the_post()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        var member = (await officer.Post(Members, Member(tree.Branch, "吴十"))).As<MemberAnswer>();
        var himself = await api.SignedIn(Role.Member, tree.Branch.Id, member.Id);
        (await himself.Get($"{Members}?organization={tree.Branch.Id}")).ShouldBe(HttpStatusCode.Forbidden);
        (await himself.Get($"{Members}/{member.Id}")).ShouldBe(HttpStatusCode.OK);

        var post = (await officer.Post($"/api/v1/organizations/{tree.Branch.Id}/posts", new { personId = member.Id, office = "secretary", from = "2024-05-01" }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.Created);
        (await himself.Get($"{Members}?organization={tree.Branch.Id}")).ShouldBe(HttpStatusCode.OK);

        var other = (await officer.Post(Members, Member(tree.Branch, "郑一"))).As<MemberAnswer>();
        (await officer.Post($"/api/v1/organizations/{tree.Branch.Id}/posts", new { personId = other.Id, office = "secretary", from = "2024-05-10" }, ifMatch: "\"2\""))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "office-taken", "REG-12");

        (await officer.Post($"/api/v1/organizations/{tree.Branch.Id}/posts/{post.At("id").GetString()}/end", new { lastDay = "2024-05-14" }, ifMatch: "\"2\"")).ShouldBe(HttpStatusCode.NoContent);
        (await himself.Get($"{Members}?organization={tree.Branch.Id}")).ShouldBe(HttpStatusCode.Forbidden);
    }

    [DatabaseFact]
    public async Task Numbers_in_clear_need_a_reason_and_leave_a_trace_that_does_not_hold_them()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        var request = Member(tree.Branch, "冯二");
        var member = (await officer.Post(Members, request)).As<MemberAnswer>();

        (await officer.Post($"{Members}/{member.Id}/personal-data", new { reason = "x" })).ShouldBe(HttpStatusCode.BadRequest).ShouldPointAt("/reason");
        var shown = (await officer.Post($"{Members}/{member.Id}/personal-data", new { reason = "Transfer of the relation" })).ShouldBe(HttpStatusCode.OK);
        shown.At("identityNumber").GetString().Should().Be(request.IdentityNumber);

        var trail = await api.Look(db => Task.FromResult(db.AuditEntries.Where(e => e.ChainId == tree.Branch.Id.Value).OrderBy(e => e.Sequence).ToList()));
        trail.Select(e => e.Operation).Should().Equal("RegisterMember", "ShowPersonalData");
        trail[^1].Details.Should().Contain("Transfer of the relation");
        trail.Should().OnlyContain(e => !e.Details.Contains(request.IdentityNumber) && !e.Details.Contains(request.Phone!));
    }

    [DatabaseFact]
    public async Task A_group_lies_in_a_branch_and_takes_only_the_branchs_own_members()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        var group = (await officer.Post("/api/v1/organizations", new { code = $"G{api.Ids.New():N}", name = "第一党小组", type = "partyGroup", superiorId = tree.Branch.Id, foundedOn = "2024-01-01" })).ShouldBe(HttpStatusCode.Created);
        var groupId = new Id<Organization>(group.At("id").GetGuid());
        (await officer.Post("/api/v1/organizations", new { code = $"G{api.Ids.New():N}", name = "第二党小组", type = "partyGroup", superiorId = tree.Town.Id, foundedOn = "2024-01-01" }))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "group-outside-branch", "REG-7");

        var own = (await officer.Post(Members, Member(tree.Branch, "陈三"))).As<MemberAnswer>();
        var stranger = (await officer.Post(Members, Member(tree.SiblingBranch, "楚四"))).As<MemberAnswer>();
        (await officer.Post($"{Members}/{own.Id}/affiliations", new JoinOrganization.Body(groupId, Belonging.Group, new(2024, 5, 1)), ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.Created);
        (await officer.Post($"{Members}/{stranger.Id}/affiliations", new JoinOrganization.Body(groupId, Belonging.Group, new(2024, 5, 1)), ifMatch: "\"1\""))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "not-of-the-branch", "REG-7");
        (await officer.Get($"{Members}/{own.Id}")).As<MemberAnswer>().GroupId.Should().Be(groupId);
    }

    private static RegisterMember Member(Organization branch, string name) => new(branch.Id, name, Numbers.Identity(), Standing.Formal, new(2024, 1, 1), Phone: "13800000001");
}

public sealed class KeepingMembersOnSqlite(ApiHost<OnSqlite> api) : KeepingMembers<OnSqlite>(api);

public sealed class KeepingMembersOnPostgreSql(ApiHost<OnPostgreSql> api) : KeepingMembers<OnPostgreSql>(api);

public sealed class KeepingMembersOnSqlServer(ApiHost<OnSqlServer> api) : KeepingMembers<OnSqlServer>(api);
