using System.Net;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;
using PartyOrg.WebApi.Tests.ThreeMeetingsAndOneLesson;

namespace PartyOrg.WebApi.Tests.PartyAffairsOpenness;

/// <summary>What tests of openness and supervision share.</summary>
internal static class Affairs
{
    public const string Publications = "/api/v1/publications";

    public static object Matter(MeetingBranch branch, string nature = "routineWork", string category = "other", string audience = "employees", string form = "announcement", string text = "党员活动室每周三开放。", string? endedOn = null) =>
        new { organizationId = branch.Id, title = "事项", text, category, nature, audience, form, workEndedOn = endedOn };

    /// <summary>A step of a publication, at the version that it has now.</summary>
    public static async Task<Answer> Step(ApiClient who, string there, string step, object? body = null) => await who.Post($"{there}/{step}", body, ifMatch: await ETag(who, there));

    /// <summary>The version that something has now, as its reader sees it; whoever cannot read it names the first.</summary>
    public static async Task<string> ETag(ApiClient who, string there) => (await who.Get(there)).ETag ?? "\"1\"";

    public static object Clear { get; } = new { isSecret = false, remark = "不涉密" };

    /// <summary>A routine matter for employees that is public, by its id.</summary>
    public static async Task<string> Published<TDatabase>(ApiHost<TDatabase> api, MeetingBranch branch, object? matter = null) where TDatabase : IDatabaseKind
    {
        var there = (await branch.Keeper.Post(Publications, matter ?? Matter(branch))).ShouldBe(HttpStatusCode.Created).Location!.ToString();
        (await Step(branch.Keeper, there, "secrecy-check", Clear)).ShouldBe(HttpStatusCode.OK);
        (await Step(branch.Keeper, there, "approval")).ShouldBe(HttpStatusCode.OK);
        (await Step(branch.Keeper, there, "release")).ShouldBe(HttpStatusCode.OK);
        return there[(there.LastIndexOf('/') + 1)..];
    }

    /// <summary>A staged matter, decided, with its meetings held today.</summary>
    public static async Task<string> Decided(MeetingBranch branch, object matter)
    {
        var keeper = branch.Keeper;
        var there = (await keeper.Post(Publications, matter)).ShouldBe(HttpStatusCode.Created).Location!.ToString();
        (await Step(keeper, there, "secrecy-check", Clear)).ShouldBe(HttpStatusCode.OK);
        (await Step(keeper, there, "opening")).ShouldBe(HttpStatusCode.OK);
        var (general, group) = (await branch.Recorded(branch.General(MeetingBranch.Today)), await OfGroup(branch, MeetingBranch.Today));
        (await Step(keeper, there, "plan", new { text = "初步方案", meetingIds = new[] { general.Id, group } })).ShouldBe(HttpStatusCode.OK);
        (await Step(keeper, there, "decision", new { text = "大会决定", meetingId = general.Id })).ShouldBe(HttpStatusCode.OK);
        return there;
    }

    public static async Task<Id<Meeting>> OfGroup(MeetingBranch branch, LocalDate day) => new((await branch.Keeper.Post("/api/v1/meetings", branch.OfGroup(day))).ShouldBe(HttpStatusCode.Created).At("id").GetGuid());

    /// <summary>The city adopts the ten systems from January 1, 2024 on.</summary>
    public static async Task Adopt<TDatabase>(ApiHost<TDatabase> api, MeetingBranch branch) where TDatabase : IDatabaseKind
    {
        var officer = await api.SignedIn(Role.CityOfficer, branch.Tree.City.Id);
        (await officer.Post($"/api/v1/organizations/{branch.Tree.City.Id}/rule-book-adoptions", new { book = "TWS", from = "2024-01-01" })).ShouldBe(HttpStatusCode.Created);
    }

    /// <summary>The statuses of a rule's verdicts in order.</summary>
    public static async Task<IEnumerable<string?>> Verdicts<TDatabase>(ApiHost<TDatabase> api, MeetingBranch branch, string rule, string more = "") where TDatabase : IDatabaseKind
    {
        var officer = await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id);
        var duties = (await officer.Get($"/api/v1/organizations/{branch.Id}/duties?rule={rule}{more}")).ShouldBe(HttpStatusCode.OK);
        return duties.At("items").EnumerateArray().Select(i => i.GetProperty("status").GetString()).ToList();
    }
}
