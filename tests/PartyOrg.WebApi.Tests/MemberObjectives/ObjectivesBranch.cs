using System.Net;
using PartyOrg.Application.MemberObjectives;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.MemberObjectives;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;
using PartyOrg.WebApi.Tests.DemocraticAppraisal;

namespace PartyOrg.WebApi.Tests.MemberObjectives;

/// <summary>
/// The branch of an appraisal; with groups, its members 1 to 3 are in a Party group that member 1 leads, and with a committee, member 2 sits on it beside the secretary.
/// </summary>
internal sealed class ObjectivesBranch
{
    public static readonly IReadOnlyList<ObjectiveItem> Items =
    [
        new(ObjectiveArea.Attendance, "按时参加组织生活", 20m), new(ObjectiveArea.Work, "完成年度任务", 30m), new(ObjectiveArea.SelfImprovement, "业务学习", 15.5m),
        new(ObjectiveArea.Discipline, "遵守纪律", 14.5m), new(ObjectiveArea.AdvancedRole, "带徒一名", 20m),
    ];

    public required AppraisalBranch Branch { get; init; }

    public Organization? Group { get; init; }

    /// <summary>Leads the Party group; in a branch without groups, the secretary.</summary>
    public required ApiClient Deliberator { get; init; }

    public ApiClient Secretary => Branch.Secretary;

    public Id<Organization> Id => Branch.Tree.Branch.Id;

    public static async Task<ObjectivesBranch> Plant<TDatabase>(ApiHost<TDatabase> api, int members = 7, bool groups = false, bool committee = false) where TDatabase : IDatabaseKind
    {
        var branch = await AppraisalBranch.Plant(api, members);
        var at = new Domain.Time.Clock(api.Clock).Now;
        await api.Arrange(db => db.Add(new Domain.Compliance.BookAdoption(api.Ids.New<Domain.Compliance.BookAdoption>(), "TWS", branch.Tree.City.Id, new(2023, 1, 1), null, at)));
        var group = await api.Arrange(db =>
        {
            db.Attach(branch.Tree.Branch);
            db.AttachRange(branch.Members);
            if (committee) branch.Tree.Branch.Appoint(branch.Members[2].Id, Office.PublicityMember, new(2023, 1, 1), null, api.Ids, at).Succeeded.Should().BeTrue();
            if (!groups) return null;
            var founding = new Founding(OrganizationCode.Of($"{branch.Tree.Branch.Code}-G").Value, OrganizationName.Of("Group").Value, OrganizationType.PartyGroup, null, null, new(2023, 1, 1));
            var founded = Organization.Found(founding, branch.Tree.Branch, TreePosition.At(branch.Tree.Branch.Path, 0), api.Ids, at).Value;
            db.Add(founded);
            foreach (var member in branch.Members.Skip(1).Take(3)) member.Join(founded, Belonging.Group, new(2023, 1, 1), api.Ids, at).Succeeded.Should().BeTrue();
            founded.Appoint(branch.Members[1].Id, Office.GroupLeader, new(2023, 1, 1), null, api.Ids, at).Succeeded.Should().BeTrue();
            return founded;
        });
        return new() { Branch = branch, Group = group, Deliberator = group is null ? branch.Secretary : branch.Callers[1] };
    }

    public ProposeObjectives Proposal(int member, params ObjectiveItem[] items) => new(Id, Branch.Members[member].Id, 2024, PostCategory.Production, items.Length > 0 ? items : Items);

    public async Task<string> Proposed(int member) => (await Branch.Callers[member].Post("/api/v1/objectives", Proposal(member))).ShouldBe(HttpStatusCode.Created).Location!.ToString();

    public async Task<string> Approved(int member)
    {
        var url = await Proposed(member);
        (await Step(url, "deliberation", new { comment = "同意", on = AppraisalBranch.Today }, Group is null ? Branch.For(member) : Deliberator)).ShouldBe(HttpStatusCode.OK);
        (await Step(url, "approval", by: Branch.For(member))).ShouldBe(HttpStatusCode.OK);
        return url;
    }

    /// <summary>Objectives of which the self-summary is filed; the year's appraisal comes beside it.</summary>
    public async Task<string> SummedUp(int member)
    {
        var url = await Approved(member);
        (await Step(url, "self-summary", new { text = "总结", mark = 92.5m }, Branch.Callers[member])).ShouldBe(HttpStatusCode.OK);
        return url;
    }

    /// <summary>A step by the secretary unless somebody else tries, with the version of now.</summary>
    public async Task<Answer> Step(string url, string path, object? body = null, ApiClient? by = null) => await (by ?? Secretary).Post($"{url}/{path}", body, ifMatch: (await Secretary.Get(url)).ETag);
}
