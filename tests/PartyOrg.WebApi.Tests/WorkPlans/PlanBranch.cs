using System.Net;
using PartyOrg.Application.WorkPlans;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.WorkPlans;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;
using PartyOrg.WebApi.Tests.ThreeMeetingsAndOneLesson;

namespace PartyOrg.WebApi.Tests.WorkPlans;

/// <summary>A branch with a secretary, a committee and members, bound by TWS since 2023, and the people who work there: each signs in anew when the clock has moved.</summary>
internal sealed class PlanBranch<TDatabase> where TDatabase : IDatabaseKind
{
    public const string Plans = "/api/v1/work-plans";
    public const string Summaries = "/api/v1/work-summaries";

    private readonly ApiHost<TDatabase> api;

    private PlanBranch(ApiHost<TDatabase> api, MeetingBranch branch) => (this.api, Branch) = (api, branch);

    public MeetingBranch Branch { get; }

    public Id<Organization> Id => Branch.Id;

    public string Here => $"/api/v1/organizations/{Id}";

    public static async Task<PlanBranch<TDatabase>> Plant(ApiHost<TDatabase> api, LocalDate today)
    {
        api.Clock.MoveTo(today);
        var branch = new PlanBranch<TDatabase>(api, await MeetingBranch.Plant(api));
        var city = await api.SignedIn(Role.CityOfficer, branch.Branch.Tree.City.Id);
        (await city.Post($"/api/v1/organizations/{branch.Branch.Tree.City.Id}/rule-book-adoptions", new { book = "TWS", from = "2023-01-01" })).ShouldBe(HttpStatusCode.Created);
        return branch;
    }

    public Task<ApiClient> Secretary() => As(Branch.Secretary);

    public Task<ApiClient> Committee() => As(Branch.Publicist);

    public Task<ApiClient> Owner() => As(Branch.Wang);

    public Task<ApiClient> Town() => api.SignedIn(Role.TownOfficer, Branch.Tree.Town.Id);

    public Task<ApiClient> Stranger() => api.SignedIn(Role.BranchSecretary, Branch.Tree.SiblingBranch.Id);

    public Task<ApiClient> As(Person person) => api.SignedIn(Role.None, person: person.Id);

    public async Task<Answer> Draft(PlanKind kind, string period, params PlannedItem[] items) =>
        (await (await Secretary()).Post(Plans, new DraftWorkPlan(Id, kind, period, items))).ShouldBe(HttpStatusCode.Created);

    public async Task<Answer> Activated(PlanKind kind, string period, LocalDate on, params PlannedItem[] items)
    {
        var draft = await Draft(kind, period, items);
        return (await (await Secretary()).Post($"{Plans}/{IdOf(draft)}/activation", new { adoptedOn = on }, ifMatch: draft.ETag)).ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>An annual plan of 2024 with an item of each part of Party building, the last of them for clean conduct; Wang owns the first.</summary>
    public PlannedItem[] Complete() =>
    [
        new("学习党章", new(2024, 6, 30), ConstructionClass.Ideological, OwnerId: Branch.Wang.Id),
        new("发展党员", new(2024, 12, 31), ConstructionClass.Organizational, Department: "人事部"),
        new("廉洁教育", new(2024, 9, 30), ConstructionClass.Style, CleanConduct: true, Department: "综合部"),
    ];

    public static string IdOf(Answer answer) => answer.At("id").GetString()!;

    /// <summary>The verdicts of a rule on the branch in a year, by the labels of their periods.</summary>
    public async Task<List<(string? Period, string? Status)>> Verdicts(string rule, string from = "2024", string to = "2024") =>
        (await (await Town()).Get($"{Here}/duties?rule={rule}&from={from}&to={to}")).ShouldBe(HttpStatusCode.OK).At("items").EnumerateArray()
            .Select(i => (i.GetProperty("period").GetProperty("label").GetString(), i.GetProperty("status").GetString())).ToList();

    /// <summary>The verdict of a rule on one period.</summary>
    public async Task<string?> Verdict(string rule, string period = "2024") => (await Verdicts(rule, period, period)).Single(v => v.Period == period).Status;
}
