using System.Data.Common;
using System.Net;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PartyOrg.Application.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;
using PartyOrg.WebApi.Tests.ThreeMeetingsAndOneLesson;

namespace PartyOrg.WebApi.Tests.Compliance;

/// <summary>
/// The process keeps roll-ups. In each of these stories one was asked for a moment before, something is recorded that changes it, and the very next answer knows.
/// Nothing tells the process but the versions that the database names, so that it makes no difference which process recorded it.
/// </summary>
public abstract class KeptRollUps<TDatabase>(CountingHost<TDatabase> api) : IClassFixture<CountingHost<TDatabase>> where TDatabase : IDatabaseKind
{
    [DatabaseFact]
    public async Task A_meeting_counts_at_once_for_every_level_and_no_more_when_it_was_withdrawn()
    {
        var (branch, officer) = await Adopted();
        (await Met(officer, branch.Tree.Town, branch.Tree.County, branch.Tree.City)).Should().Equal(0, 0, 0);

        var meeting = await branch.Recorded();
        (await Met(officer, branch.Tree.Town, branch.Tree.County, branch.Tree.City)).Should().Equal(1, 1, 1);
        (await branch.Keeper.Post($"/api/v1/meetings/{meeting.Id}/withdrawal", new { reason = "重复登记" }, key: "", ifMatch: "\"1\"")).Status.Should().BeOneOf(HttpStatusCode.OK, HttpStatusCode.NoContent);
        (await Met(officer, branch.Tree.Town, branch.Tree.County, branch.Tree.City)).Should().Equal(0, 0, 0);
    }

    [DatabaseFact]
    public async Task A_meeting_of_two_branches_that_stands_under_one_of_them_counts_for_the_other_one_too()
    {
        var (branch, officer) = await Adopted();
        (await Met(officer, branch.Tree.Branch, branch.Tree.SiblingBranch)).Should().Equal(0, 0);

        var keeper = await api.SignedIn(Role.BranchSecretary, branch.Tree.Town.Id);
        await keeper.Post("/api/v1/meetings", new RecordMeeting(
            branch.Id, branch.Record() with { JointWith = [branch.Tree.SiblingBranch.Id] }, [.. branch.Roll(branch.Li), new(branch.Stranger.Id, AttendanceStatus.Present)]));
        (await Met(officer, branch.Tree.Branch, branch.Tree.SiblingBranch)).Should().Equal(1, 1);
    }

    [DatabaseFact]
    public async Task A_book_that_a_superior_adopts_binds_whoever_stands_below()
    {
        var branch = await MeetingBranch.Plant(api);
        var officer = await api.SignedIn(Role.CityOfficer, branch.Tree.City.Id);
        (await Organizations(officer, branch.Tree.Town)).Should().Be(0);

        await Adopt(branch, officer);
        (await Organizations(officer, branch.Tree.Town)).Should().Be(2);
    }

    [DatabaseFact]
    public async Task A_branch_that_moves_is_counted_where_it_stood_on_the_first_day()
    {
        var (branch, officer) = await Adopted();
        (await Organizations(officer, branch.Tree.Town), await Organizations(officer, branch.Tree.SiblingTown)).Should().Be((2, 1));

        var version = (await officer.Get($"/api/v1/organizations/{branch.Id}")).ETag;
        (await officer.Post($"/api/v1/organizations/{branch.Id}/move", new { superiorId = branch.Tree.SiblingTown.Id, from = "2024-04-01" }, ifMatch: version)).ShouldBe(HttpStatusCode.OK);
        (await Organizations(officer, branch.Tree.Town), await Organizations(officer, branch.Tree.SiblingTown)).Should().Be((1, 2));
    }

    [DatabaseFact]
    public async Task What_was_waived_and_what_was_founded_is_counted_at_once()
    {
        var (branch, officer) = await Adopted();
        (await Count(officer, branch.Tree.Town, "waived")).Should().Be(0);
        (await officer.Post($"/api/v1/organizations/{branch.Id}/waivers", new { ruleId = "TWS-3.3", period = "2024-Q2", reason = "支部党员集体外出施工" })).ShouldBe(HttpStatusCode.Created);
        (await Count(officer, branch.Tree.Town, "waived")).Should().Be(1);

        (await Organizations(officer, branch.Tree.Town, "2024-Q3")).Should().Be(2);
        (await officer.Post("/api/v1/organizations", new { superiorId = branch.Tree.Town.Id, code = $"F-{branch.Tree.Town.Code}", name = "新支部", type = "branch", foundedOn = "2024-05-01" })).ShouldBe(HttpStatusCode.Created);
        (await Organizations(officer, branch.Tree.Town, "2024-Q3")).Should().Be(3);
    }

    [DatabaseFact]
    public async Task What_one_caller_was_told_another_one_is_not_shown()
    {
        var (branch, officer) = await Adopted();
        await Organizations(officer, branch.Tree.Town);
        var stranger = await api.SignedIn(Role.TownOfficer, branch.Tree.SiblingTown.Id);
        (await stranger.Get(RollUp(branch.Tree.Town))).ShouldBeProblem(HttpStatusCode.NotFound, "organization-not-found");
    }

    [DatabaseFact]
    public async Task A_large_area_is_counted_part_by_part_to_the_same_sums()
    {
        var (branch, officer) = await Adopted();
        await branch.Recorded();
        var version = (await officer.Get($"/api/v1/organizations/{branch.Id}")).ETag;
        (await officer.Post($"/api/v1/organizations/{branch.Id}/move", new { superiorId = branch.Tree.SiblingTown.Id, from = "2024-04-02" }, ifMatch: version)).ShouldBe(HttpStatusCode.OK);
        var kept = api.Services.GetRequiredService<PartyOrg.Application.Compliance.KeptRollUps>();
        var (whole, most) = (new List<string>(), kept.MostAtOnce);
        foreach (var top in new[] { branch.Tree.City, branch.Tree.Town }) whole.Add((await officer.Get(RollUp(top) + "&worst=7")).ShouldBe(HttpStatusCode.OK).Text);

        kept.MostAtOnce = 0;
        var parts = new List<string>();
        foreach (var top in new[] { branch.Tree.City, branch.Tree.Town }) parts.Add((await officer.Get(RollUp(top) + "&worst=8")).ShouldBe(HttpStatusCode.OK).Text);
        kept.MostAtOnce = most;
        parts.Should().Equal(whole);
    }

    [DatabaseFact]
    public async Task A_count_that_the_time_of_a_request_cut_short_goes_on_with_the_next_one()
    {
        var (branch, officer) = await Adopted();
        await branch.Recorded();
        var kept = api.Services.GetRequiredService<PartyOrg.Application.Compliance.KeptRollUps>();
        var most = kept.MostAtOnce;
        kept.MostAtOnce = 0;

        api.Counting.Ends(after: 4);
        (await officer.Get(RollUp(branch.Tree.City) + "&worst=7")).Status.Should().NotBe(HttpStatusCode.OK);
        api.Counting.GoesOn();
        var goneOn = (await officer.Get(RollUp(branch.Tree.City) + "&worst=7")).ShouldBe(HttpStatusCode.OK);
        var left = api.Counting.Statements;
        api.Counting.GoesOn();
        var anew = (await officer.Get(RollUp(branch.Tree.City) + "&worst=8")).ShouldBe(HttpStatusCode.OK);
        kept.MostAtOnce = most;

        goneOn.Text.Should().Be(anew.Text);
        left.Should().Be(api.Counting.Statements - 4, "what was counted before is not counted again");
    }

    private async Task<(MeetingBranch Branch, ApiClient Officer)> Adopted()
    {
        var branch = await MeetingBranch.Plant(api);
        var officer = await api.SignedIn(Role.CityOfficer, branch.Tree.City.Id);
        await Adopt(branch, officer);
        return (branch, officer);
    }

    private static async Task Adopt(MeetingBranch branch, ApiClient officer) =>
        (await officer.Post($"/api/v1/organizations/{branch.Tree.City.Id}/rule-book-adoptions", new { book = "TWS", from = "2024-01-01" })).ShouldBe(HttpStatusCode.Created);

    private static string RollUp(Organization top, string period = "2024-Q2") => $"/api/v1/organizations/{top.Id}/compliance?from={period}&rule=TWS-3.3&asOf=2024-12-31";

    private static async Task<int> Organizations(ApiClient officer, Organization top, string period = "2024-Q2") => (await officer.Get(RollUp(top, period))).ShouldBe(HttpStatusCode.OK).At("organizations").GetInt32();

    private static async Task<int> Count(ApiClient officer, Organization top, string status) => (await officer.Get(RollUp(top))).ShouldBe(HttpStatusCode.OK).At("total", status).GetInt32();

    private static async Task<List<int>> Met(ApiClient officer, params Organization[] tops)
    {
        var met = new List<int>();
        foreach (var top in tops) met.Add(await Count(officer, top, "met"));
        return met;
    }
}

/// <summary>A tree that is the only one, and then is not: whether anything changed is looked up in another way.</summary>
public abstract class RollUpOfTheOnlyTree<TDatabase>(CountingHost<TDatabase> api) : IClassFixture<CountingHost<TDatabase>> where TDatabase : IDatabaseKind
{
    [DatabaseFact]
    public async Task It_is_counted_anew_after_a_meeting_and_kept_while_others_sign_in_or_meet_in_another_city()
    {
        var branch = await MeetingBranch.Plant(api);
        var officer = await api.SignedIn(Role.CityOfficer, branch.Tree.City.Id);
        (await officer.Post($"/api/v1/organizations/{branch.Tree.City.Id}/rule-book-adoptions", new { book = "TWS", from = "2024-01-01" })).ShouldBe(HttpStatusCode.Created);
        (await Met()).Should().Be(0);
        await branch.Recorded();
        (await Met()).Should().Be(1);

        api.Counting.GoesOn();
        await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id);
        (await Met()).Should().Be(1);
        api.Counting.Statements.Should().Be(0, "nothing was recorded");

        var elsewhere = await MeetingBranch.Plant(api);
        (await Met()).Should().Be(1);
        await elsewhere.Recorded();
        api.Counting.GoesOn();
        (await Met()).Should().Be(1);
        api.Counting.Statements.Should().Be(0, "what is recorded in another city changes nothing here");

        await branch.Recorded();
        (await Met()).Should().Be(1, "the quarter was met before");
        api.Counting.Statements.Should().BePositive("and yet it was looked at again");

        async Task<int> Met() => (await officer.Get($"/api/v1/organizations/{branch.Tree.City.Id}/compliance?from=2024-Q2&rule=TWS-3.3&asOf=2024-12-31")).ShouldBe(HttpStatusCode.OK).At("total", "met").GetInt32();
    }
}

/// <summary>A process that has room for the roll-up of one question.</summary>
public sealed class RollUpsWithoutRoom(RollUpsWithoutRoom.Host api) : IClassFixture<RollUpsWithoutRoom.Host>
{
    [Fact]
    public async Task The_question_that_was_asked_last_is_kept()
    {
        var branch = await MeetingBranch.Plant(api);
        var officer = await api.SignedIn(Role.CityOfficer, branch.Tree.City.Id);
        (await officer.Post($"/api/v1/organizations/{branch.Tree.City.Id}/rule-book-adoptions", new { book = "TWS", from = "2024-01-01" })).ShouldBe(HttpStatusCode.Created);
        foreach (var (worst, counted) in new[] { (1, true), (1, false), (2, true), (2, false), (1, true), (1, false) })
        {
            api.Counting.GoesOn();
            (await officer.Get($"/api/v1/organizations/{branch.Tree.City.Id}/compliance?from=2024-Q2&rule=TWS-3.3&asOf=2024-12-31&worst={worst}")).ShouldBe(HttpStatusCode.OK);
            (api.Counting.Statements > 0).Should().Be(counted, "of the question with {0}", worst);
        }
    }

    public sealed class Host : CountingHost<OnSqlite>
    {
        protected override void Change(IServiceCollection services)
        {
            base.Change(services);
            services.AddSingleton(new PartyOrg.Application.Compliance.KeptRollUps(mostSubjects: 12));
        }
    }
}

/// <summary>A host whose roll-ups can run out of time.</summary>
public class CountingHost<TDatabase> : ApiHost<TDatabase> where TDatabase : IDatabaseKind
{
    public Counting Counting { get; } = new();

    protected override void Change(IServiceCollection services) => services.AddSingleton<IInterceptor>(Counting);
}

/// <summary>Counts the statements that read the projection, and lets time end at one of them.</summary>
public sealed class Counting : DbCommandInterceptor
{
    private int most = int.MaxValue;

    public int Statements { get; private set; }

    public void Ends(int after) => (most, Statements) = (after, 0);

    public void GoesOn() => Ends(int.MaxValue);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (!command.CommandText.Contains("EvidenceYears", StringComparison.Ordinal)) return new(result);
        if (Statements == most) throw new OperationCanceledException();
        Statements++;
        return new(result);
    }
}

public sealed class KeptRollUpsOnSqlite(CountingHost<OnSqlite> api) : KeptRollUps<OnSqlite>(api);

public sealed class KeptRollUpsOnPostgreSql(CountingHost<OnPostgreSql> api) : KeptRollUps<OnPostgreSql>(api);

public sealed class KeptRollUpsOnSqlServer(CountingHost<OnSqlServer> api) : KeptRollUps<OnSqlServer>(api);

public sealed class RollUpOfTheOnlyTreeOnSqlite(CountingHost<OnSqlite> api) : RollUpOfTheOnlyTree<OnSqlite>(api);

public sealed class RollUpOfTheOnlyTreeOnPostgreSql(CountingHost<OnPostgreSql> api) : RollUpOfTheOnlyTree<OnPostgreSql>(api);
