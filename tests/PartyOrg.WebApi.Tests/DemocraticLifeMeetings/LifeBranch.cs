using System.Net;
using PartyOrg.Application.DemocraticLifeMeetings;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticLifeMeetings;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.TestSupport;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;
using PartyOrg.WebApi.Tests.ThreeMeetingsAndOneLesson;
using Answer = PartyOrg.TestSupport.Http.Answer;

namespace PartyOrg.WebApi.Tests.DemocraticLifeMeetings;

/// <summary>
/// A branch with a committee of two (Liu, the secretary, and Sun), a town above it whose officer is a registered person, and the steps of a democratic life meeting that is planned for June 24, 2024. The city has
/// adopted the book. Each test begins on May 15, 2024.
/// </summary>
internal sealed class LifeBranch
{
    public const string Meetings = "/api/v1/democratic-life-meetings";

    public static readonly LocalDate Today = MeetingBranch.Today;
    public static readonly LocalDate Planned = new(2024, 6, 24);

    public required MeetingBranch Branch { get; init; }

    /// <summary>Holds the post of secretary.</summary>
    public ApiClient Secretary { get; private set; } = null!;

    /// <summary>Committee member for publicity.</summary>
    public ApiClient Publicist { get; private set; } = null!;

    /// <summary>Member of the branch who sits on no committee.</summary>
    public ApiClient Member { get; private set; } = null!;

    /// <summary>Officer of the town above.</summary>
    public ApiClient Town { get; private set; } = null!;

    /// <summary>Officer of the county above the town.</summary>
    public ApiClient County { get; private set; } = null!;

    public required FakeClock Clock { get; init; }

    public required Func<Role, Id<Organization>?, Id<Person>?, Task<ApiClient>> SignIn { get; init; }

    public Id<Person> Liu => Branch.Secretary.Id;

    public Id<Person> Sun => Branch.Publicist.Id;

    public static async Task<LifeBranch> Plant<TDatabase>(ApiHost<TDatabase> api) where TDatabase : IDatabaseKind
    {
        api.Clock.MoveTo(Today);
        var branch = await MeetingBranch.Plant(api);
        var city = await api.SignedIn(Role.CityOfficer, branch.Tree.City.Id);
        (await city.Post($"/api/v1/organizations/{branch.Tree.City.Id}/rule-book-adoptions", new { book = "TWS", from = "2021-01-01" })).ShouldBe(HttpStatusCode.Created);
        var planted = new LifeBranch { Branch = branch, Clock = api.Clock, SignIn = (role, organization, person) => api.SignedIn(role, organization, person) };
        await planted.MoveTo(Today);
        return planted;
    }

    /// <summary>It is noon of another day, and everybody has signed in anew.</summary>
    public async Task MoveTo(LocalDate day)
    {
        Clock.MoveTo(day);
        (Secretary, Publicist, Member) = (await SignIn(Role.None, null, Liu), await SignIn(Role.None, null, Sun), await SignIn(Role.None, null, Branch.Wang.Id));
        (Town, County) = (await SignIn(Role.TownOfficer, Branch.Tree.Town.Id, null), await SignIn(Role.CountyOfficer, Branch.Tree.County.Id, null));
    }

    public async Task<Steps> Plan(LocalDate? on = null)
    {
        var planned = (await Secretary.Post(Meetings, PlanOf(on))).ShouldBe(HttpStatusCode.Created);
        return new(this, planned.Location!.ToString(), planned);
    }

    public PlanDemocraticLifeMeeting PlanOf(LocalDate? on = null) => new(Branch.Id, "改进作风、服务职工", on ?? Planned, new(14, 0), "三楼会议室");

    /// <summary>Planned, noticed and reported, and both self-checks filed.</summary>
    public async Task<Steps> Prepared(bool reported = true)
    {
        var meeting = await Plan();
        (await meeting.Notice()).ShouldBe(HttpStatusCode.OK);
        if (reported) (await meeting.Report()).ShouldBe(HttpStatusCode.OK);
        (await meeting.SelfCheck(Secretary, Liu)).ShouldBe(HttpStatusCode.OK);
        (await meeting.SelfCheck(Publicist, Sun)).ShouldBe(HttpStatusCode.OK);
        return meeting;
    }

    /// <summary>Held on the planned day by both, with everyone's criticism and self-criticism; not confirmed yet.</summary>
    public async Task<Steps> Held(bool reported = true)
    {
        var meeting = await Prepared(reported);
        await MoveTo(Planned);
        (await meeting.Record()).ShouldBe(HttpStatusCode.OK);
        (await meeting.Speech(Liu, Sun)).ShouldBe(HttpStatusCode.OK);
        (await meeting.Speech(Sun, Liu)).ShouldBe(HttpStatusCode.OK);
        return meeting;
    }

    public async Task<Steps> Confirmed(bool reported = true)
    {
        var meeting = await Held(reported);
        (await meeting.Confirm()).ShouldBe(HttpStatusCode.OK);
        return meeting;
    }

    public async Task<(string? Status, Answer Answer)> Verdict(string rule, string period)
    {
        var answer = await Town.Get($"/api/v1/organizations/{Branch.Id}/duties?rule={rule}&from={period}&to={period}");
        var items = answer.ShouldBe(HttpStatusCode.OK).At("items");
        return (items.GetArrayLength() == 0 ? null : items[items.GetArrayLength() - 1].GetProperty("status").GetString(), answer);
    }

    public static IReadOnlyList<AspectText> Aspects(params SelfCheckAspect[] without) =>
        [.. Enum.GetValues<SelfCheckAspect>().Except(without).Select(a => new AspectText(a, $"对照检查 {a}"))];
}

/// <summary>The steps of one meeting; the version of the last answer that succeeded goes with the next one.</summary>
internal sealed class Steps(LifeBranch branch, string there, Answer last)
{
    public string There => there;

    public string? ETag { get; private set; } = last.ETag;

    public Task<Answer> Notice(LocalDate? on = null, ApiClient? by = null) => Post("notice", new GiveLifeMeetingNotice.Body(on ?? LifeBranch.Today), by);

    public Task<Answer> Report(LocalDate? on = null, ApiClient? by = null) => Post("report", new ReportDemocraticLifeMeeting.Body(on ?? LifeBranch.Today, "围绕改进作风开展批评与自我批评"), by);

    public Task<Answer> Name(Id<Person> person, ApiClient? by = null) => Post("superior-attendees", new NameLifeMeetingAttendees.Body([person]), by ?? branch.Town);

    public Task<Answer> Opinion(ApiClient? by = null) => Post("opinions", new RecordLifeMeetingOpinion.Body(CollectedFrom.Employees, "希望多听取一线意见"), by);

    public Task<Answer> Reschedule(LocalDate on, ApiClient? by = null) => Post("rescheduling", new RescheduleDemocraticLifeMeeting.Body(on, new(9, 0), "二楼会议室", "书记出差"), by);

    public Task<Answer> Cancel(ApiClient? by = null) => Post("cancellation", new CancelDemocraticLifeMeeting.Body("另行安排"), by);

    public Task<Answer> SelfCheck(ApiClient by, Id<Person> person, params SelfCheckAspect[] without) => Put($"self-checks/{person}", new FileSelfCheck.Body(LifeBranch.Aspects(without)), by);

    public LifeMeetingRecord RecordOf(bool sunPresent = true) => new()
    {
        HeldOn = LifeBranch.Planned, StartsAt = new(14, 0), Place = "三楼会议室", PresidedById = branch.Liu, RecorderId = branch.Liu, Minutes = "逐一开展批评与自我批评。",
        Roll = [new(branch.Liu, true), sunPresent ? new(branch.Sun, true) : new(branch.Sun, false, "住院")],
        NonVoting = [new("王总", "议题涉及工会工作")],
    };

    public Task<Answer> Record(LifeMeetingRecord? record = null, ApiClient? by = null) => Post("record", new RecordDemocraticLifeMeeting.Body(record ?? RecordOf()), by);

    public Task<Answer> Speech(Id<Person> person, Id<Person> critic, ApiClient? by = null) => Put($"speeches/{person}", new RecordLifeMeetingSpeech.Body("下基层少。", [new(critic, "检查落实少。")]), by);

    public Task<Answer> MakeUp(Id<Person> person, LocalDate? on = null, ApiClient? by = null) => Post("make-ups", new RecordLifeMeetingMakeUp.Body(person, on ?? LifeBranch.Planned, "书记传达，本人作检查并听取批评"), by);

    public Task<Answer> Confirm(ApiClient? by = null) => Post("confirmation", null, by);

    public Task<Answer> Withdraw(ApiClient? by = null) => Post("withdrawal", new WithdrawDemocraticLifeMeeting.Body("登记重复"), by);

    public Task<Answer> AddItem(LocalDate? due = null, ApiClient? by = null, Id<Person>? owner = null) =>
        (by ?? branch.Secretary).Post($"{there}/rectification-items", new AddRectificationItem.Body("党员活动室开放时间短", "延长开放时间", owner ?? branch.Sun, due ?? LifeBranch.Planned.PlusDays(60)));

    public async Task<LifeMeetingAnswer> Read(ApiClient? by = null) => (await (by ?? branch.Secretary).Get(there)).ShouldBe(HttpStatusCode.OK).As<LifeMeetingAnswer>();

    private async Task<Answer> Post(string step, object? body, ApiClient? by) => Kept(await (by ?? branch.Secretary).Post($"{there}/{step}", body, ifMatch: ETag));

    private async Task<Answer> Put(string step, object body, ApiClient? by) => Kept(await (by ?? branch.Secretary).Put($"{there}/{step}", body, ETag));

    private Answer Kept(Answer answer)
    {
        if (answer.Status == HttpStatusCode.OK) ETag = answer.ETag;
        return answer;
    }
}
