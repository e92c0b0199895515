using System.Net;
using PartyOrg.Application.Members;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.Members;

/// <summary>A relation moves when both sides have agreed (REG-21). Today is May 15, 2024.</summary>
public abstract class TransferringRelations<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    private const string Transfers = "/api/v1/transfers";
    private static readonly LocalDate Agreed = new(2024, 5, 20);

    [DatabaseFact]
    public async Task A_relation_moves_to_a_branch_that_the_sending_side_does_not_see_when_both_have_agreed()
    {
        var (tree, officer, sender, receiver, member) = await TwoSides();
        var proposed = (await sender.Post(Transfers, Proposal(member, tree.FarBranch))).ShouldBe(HttpStatusCode.Created);
        proposed.ETag.Should().Be("\"1\"");
        proposed.As<TransferAnswer>().Should().BeEquivalentTo(new { PersonName = "沈一", SenderId = tree.Branch.Id, SenderName = "Branch", OrganizationId = tree.FarBranch.Id, OrganizationName = "FarBranch", Status = TransferStatus.Open, BeginsOn = Agreed });
        (await officer.Get($"/api/v1/members/{member.Id}")).As<MemberAnswer>().OrganizationId.Should().Be(tree.Branch.Id, "nothing moves before the answer");
        (await receiver.Get($"/api/v1/members/{member.Id}")).ShouldBe(HttpStatusCode.NotFound);

        var waiting = await receiver.Get($"{Transfers}?side=receiving&status=open");
        waiting.At("items").GetArrayLength().Should().Be(1);
        waiting.At("items", 0, "personName").GetString().Should().Be("沈一");
        waiting.At("items", 0, "identityNumber").GetString().Should().StartWith("110***");
        (await receiver.Get($"{Transfers}?side=sending")).At("items").GetArrayLength().Should().Be(0);
        (await sender.Get($"{Transfers}?side=sending&status=open")).At("items").GetArrayLength().Should().Be(1);

        var there = proposed.Location!.ToString();
        (await receiver.Post($"{there}/acceptance")).ShouldBe(HttpStatusCode.PreconditionRequired);
        (await receiver.Post($"{there}/acceptance", ifMatch: "\"9\"")).ShouldBe(HttpStatusCode.PreconditionFailed);
        var accepted = (await receiver.Post($"{there}/acceptance", ifMatch: proposed.ETag)).ShouldBe(HttpStatusCode.OK);
        accepted.ETag.Should().Be("\"2\"");
        accepted.At("status").GetString().Should().Be("accepted");
        accepted.At("closedBy").GetString().Should().NotBeNullOrEmpty();
        (await Affiliations(officer, member)).Should().Equal(("FarBranch", "2024-05-20", null), ("Branch", "2024-01-01", "2024-05-19"));
        (await receiver.Get($"/api/v1/members/{member.Id}")).ShouldBe(HttpStatusCode.OK);
        (await receiver.Post($"{there}/acceptance", ifMatch: "\"2\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "transfer-closed", "REG-21");
    }

    [DatabaseFact]
    public async Task Each_side_takes_its_own_step_and_others_do_not_see_the_transfer()
    {
        var (tree, officer, sender, receiver, member) = await TwoSides();
        (await receiver.Post(Transfers, Proposal(member, tree.FarBranch))).ShouldBeProblem(HttpStatusCode.NotFound, "member-not-found");
        var there = (await sender.Post(Transfers, Proposal(member, tree.FarBranch))).ShouldBe(HttpStatusCode.Created).Location!.ToString();
        (await sender.Post($"{there}/acceptance", ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.Forbidden, "transfer-for-receiver", "REG-21");
        (await sender.Post($"{there}/refusal", new { reason = "x" }, ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.Forbidden, "transfer-for-receiver", "REG-21");
        (await receiver.Post($"{there}/withdrawal", new { reason = "x" }, ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.Forbidden, "transfer-for-sender", "REG-21");

        var bystander = await api.SignedIn(Role.BranchSecretary, tree.SiblingBranch.Id);
        (await bystander.Get(there)).ShouldBeProblem(HttpStatusCode.NotFound, "transfer-not-found");
        (await bystander.Post($"{there}/acceptance", ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.NotFound, "transfer-not-found");
        (await bystander.Get(Transfers)).At("items").GetArrayLength().Should().Be(0);
        var committee = await api.SignedIn(Role.CommitteeMember, tree.FarBranch.Id);
        (await committee.Get(there)).ShouldBe(HttpStatusCode.OK);
        (await committee.Post($"{there}/acceptance", ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "REG-21");
        var himself = await api.SignedIn(Role.Member, tree.Branch.Id, member.Id);
        (await himself.Get(Transfers)).At("items").GetArrayLength().Should().Be(1, "a member sees his own");

        // An officer above one side acts for it.
        var town = await api.SignedIn(Role.TownOfficer, tree.SiblingTown.Id);
        (await town.Post($"{there}/refusal", new { reason = "" }, ifMatch: "\"1\"")).ShouldPointAt("/reason");
        var refused = (await town.Post($"{there}/refusal", new { reason = "该党员仍在原单位工作" }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        (refused.At("status").GetString(), refused.At("closedBecause").GetString()).Should().Be(("refused", "该党员仍在原单位工作"));
        (await Affiliations(officer, member)).Should().Equal(("Branch", "2024-01-01", null));
        (await sender.Post($"{there}/withdrawal", new { reason = "x" }, ifMatch: "\"2\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "transfer-closed", "REG-21");
    }

    [DatabaseFact]
    public async Task One_transfer_is_open_at_a_time_and_it_is_withdrawn_while_it_is()
    {
        var (tree, _, sender, receiver, member) = await TwoSides();
        var there = (await sender.Post(Transfers, Proposal(member, tree.FarBranch))).ShouldBe(HttpStatusCode.Created).Location!.ToString();
        (await sender.Post(Transfers, Proposal(member, tree.SiblingBranch))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "transfer-open-already", "REG-22");
        (await sender.Post($"{there}/withdrawal", new { reason = "党员决定留在原单位" }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK).At("status").GetString().Should().Be("withdrawn");
        (await receiver.Get($"{Transfers}?status=open")).At("items").GetArrayLength().Should().Be(0);
        (await receiver.Post($"{there}/acceptance", ifMatch: "\"2\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "transfer-closed", "REG-21");
        (await sender.Post(Transfers, Proposal(member, tree.SiblingBranch))).ShouldBe(HttpStatusCode.Created);
    }

    [DatabaseFact]
    public async Task What_cannot_be_transferred_is_refused_with_the_rule()
    {
        var (tree, officer, sender, receiver, member) = await TwoSides();
        (await sender.Post(Transfers, Proposal(member, tree.Branch))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "transfer-to-itself", "REG-21");
        (await sender.Post(Transfers, Proposal(member, tree.SiblingTown))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "holds-no-relations", "REG-1");
        (await sender.Post(Transfers, Proposal(member, tree.FarBranch) with { BeginsOn = new(2024, 1, 1) })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "transfer-before-relation", "REG-21");
        (await sender.Post(Transfers, Proposal(member, tree.FarBranch) with { OrganizationId = api.Ids.New<Organization>() })).ShouldBeProblem(HttpStatusCode.NotFound, "transfer-receiver-not-found");
        (await sender.Post(Transfers, Proposal(member, tree.FarBranch) with { Reason = "" })).ShouldPointAt("/reason");

        // The second day of the relation is the first on which it can lie elsewhere.
        var there = (await sender.Post(Transfers, Proposal(member, tree.FarBranch) with { BeginsOn = new(2024, 1, 2) })).ShouldBe(HttpStatusCode.Created).Location!.ToString();
        var affiliation = (await officer.Get($"/api/v1/members/{member.Id}/affiliations")).At("items", 0, "id").GetString();
        (await officer.Post($"/api/v1/members/{member.Id}/affiliations/{affiliation}/end", new LeaveOrganization.Body(new(2024, 5, 9)), ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.NoContent);
        (await receiver.Post($"{there}/acceptance", ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "transfer-relation-moved", "REG-21");
        (await sender.Post($"{there}/withdrawal", new { reason = "已转出" }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        (await sender.Post(Transfers, Proposal(member, tree.FarBranch))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "transfer-of-no-relation", "REG-21");
    }

    [DatabaseFact]
    public async Task A_transfer_to_a_branch_that_has_ended_moves_nothing_and_is_ended_by_either_side()
    {
        var (tree, officer, sender, _, member) = await TwoSides();
        var county = await api.SignedIn(Role.CountyOfficer, tree.County.Id);
        var there = (await sender.Post(Transfers, Proposal(member, tree.FarBranch))).ShouldBe(HttpStatusCode.Created).Location!.ToString();
        (await county.Post($"/api/v1/organizations/{tree.FarBranch.Id}/revocation", new { lastDay = "2024-05-15" }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        (await county.Post($"{there}/acceptance", ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "organization-does-not-exist", "REG-11");
        (await Affiliations(officer, member)).Should().Equal(("Branch", "2024-01-01", null));
        (await county.Post($"{there}/refusal", new { reason = "支部已撤销" }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK).At("status").GetString().Should().Be("refused");
        (await sender.Post(Transfers, Proposal(member, tree.SiblingBranch))).ShouldBe(HttpStatusCode.Created);
    }

    [DatabaseFact]
    public async Task With_the_relation_the_group_ends_and_an_enrolment_at_the_receiving_branch_too()
    {
        var (tree, officer, sender, receiver, member) = await TwoSides();
        var county = await api.SignedIn(Role.CountyOfficer, tree.County.Id);
        var group = (await officer.Post("/api/v1/organizations", new { code = $"G{api.Ids.New():N}", name = "第一党小组", type = "partyGroup", superiorId = tree.Branch.Id, foundedOn = "2024-01-01" })).ShouldBe(HttpStatusCode.Created);
        var affiliations = $"/api/v1/members/{member.Id}/affiliations";
        (await officer.Post(affiliations, new JoinOrganization.Body(new(group.At("id").GetGuid()), Belonging.Group, new(2024, 2, 1)), ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.Created);
        (await county.Post(affiliations, new JoinOrganization.Body(tree.FarBranch.Id, Belonging.Enrolment, new(2024, 3, 1)), ifMatch: "\"2\"")).ShouldBe(HttpStatusCode.Created);

        var there = (await sender.Post(Transfers, Proposal(member, tree.FarBranch))).ShouldBe(HttpStatusCode.Created).Location!.ToString();
        (await receiver.Post($"{there}/acceptance", ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        (await Affiliations(county, member)).Should().BeEquivalentTo(new (string?, string?, string?)[]
        {
            ("FarBranch", "2024-05-20", null), ("FarBranch", "2024-03-01", "2024-05-19"), ("第一党小组", "2024-02-01", "2024-05-19"), ("Branch", "2024-01-01", "2024-05-19"),
        });
    }

    private static ProposeTransfer Proposal(MemberAnswer member, Organization to) => new(member.Id, to.Id, Agreed, "工作单位变动");

    private static async Task<List<(string?, string?, string?)>> Affiliations(ApiClient officer, MemberAnswer member) =>
        (await officer.Get($"/api/v1/members/{member.Id}/affiliations")).At("items").EnumerateArray()
            .Select(a => (a.GetProperty("organizationName").GetString(), a.GetProperty("from").GetString(), a.GetProperty("to").GetString())).ToList();

    private async Task<(SmallTree Tree, ApiClient Officer, ApiClient Sender, ApiClient Receiver, MemberAnswer Member)> TwoSides()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        var member = (await officer.Post("/api/v1/members", new RegisterMember(tree.Branch.Id, "沈一", Numbers.Identity(), Standing.Formal, new(2024, 1, 1)))).ShouldBe(HttpStatusCode.Created).As<MemberAnswer>();
        return (tree, officer, await api.SignedIn(Role.BranchSecretary, tree.Branch.Id), await api.SignedIn(Role.BranchSecretary, tree.FarBranch.Id), member);
    }
}

public sealed class TransferringRelationsOnSqlite(ApiHost<OnSqlite> api) : TransferringRelations<OnSqlite>(api);

public sealed class TransferringRelationsOnPostgreSql(ApiHost<OnPostgreSql> api) : TransferringRelations<OnPostgreSql>(api);

public sealed class TransferringRelationsOnSqlServer(ApiHost<OnSqlServer> api) : TransferringRelations<OnSqlServer>(api);
