using System.Net;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticAppraisal;
using PartyOrg.Domain.Organizations;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;
using PartyOrg.WebApi.Tests.DemocraticAppraisal;
using PartyOrg.WebApi.Tests.Dues;
using PartyOrg.WebApi.Tests.ThreeMeetingsAndOneLesson;

namespace PartyOrg.WebApi.Tests.PartyAffairsOpenness;

/// <summary>The figures of a generated publication are those that are recorded, and the public reads these (TWS-8.2). Today is May 15, 2024.</summary>
public abstract class GeneratingPublications<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    [DatabaseFact]
    public async Task Dues_are_published_to_the_fen_as_they_stand_in_the_ledger()
    {
        var branch = await MeetingBranch.Plant(api);
        var dues = $"/api/v1/organizations/{branch.Id}/dues";
        (await PayingDues<TDatabase>.Bases(branch, dues, "2024-03", (branch.Secretary, "monthlyWage", "10000.01"), (branch.Wang, "monthlyWage", "2346.99"))).ShouldBe(HttpStatusCode.Created);
        foreach (var month in new[] { "2024-03", "2024-04" }) (await branch.Keeper.Post($"{dues}/months/{month}/assessment")).ShouldBe(HttpStatusCode.OK).At("assessed").GetString().Should().Be("211.73");
        (await PayingDues<TDatabase>.Pay(branch, dues, branch.Secretary, "2024-03", null, "2024-03-20")).ShouldBe(HttpStatusCode.Created);
        (await PayingDues<TDatabase>.Pay(branch, dues, branch.Wang, "2024-03", "10.01", "2024-03-31")).ShouldBe(HttpStatusCode.Created);
        var officer = await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id);
        (await officer.Post($"{dues}/waivers", new { items = new[] { new { personId = branch.Wang.Id, month = "2024-04", amount = "1.73", reason = "家庭困难" } } })).ShouldBe(HttpStatusCode.Created);
        var sums = (await branch.Keeper.Get($"{dues}/months?from=2024-03&to=2024-04")).At("items").EnumerateArray().Select(m => (Name: m.GetProperty("month").GetString(), Balance: m.GetProperty("balance").GetString()));
        sums.Should().BeEquivalentTo([("2024-03", "1.72"), ("2024-04", "210.00")]);

        var figures = await Figures(branch.Keeper, branch.Id, "dues", "2024-03-01", "2024-04-30");
        figures.Should().Equal(("months", "2"), ("memberMonths", "4"), ("assessed", "423.46"), ("paid", "210.01"), ("waived", "1.73"), ("outstanding", "211.72"));
        (await Figures(branch.Keeper, branch.Id, "dues", "2024-03-01", "2024-03-31")).Should().Equal(("months", "1"), ("memberMonths", "2"), ("assessed", "211.73"), ("paid", "210.01"), ("waived", "0.00"), ("outstanding", "1.72"));
    }

    [DatabaseFact]
    public async Task A_closed_appraisal_is_published_with_its_counts_and_an_open_one_is_not()
    {
        // Two excellent, three qualified, one basically qualified.
        var branch = await (await AppraisalBranch.Plant(api, 6)).AtHandling(i => i < 2 ? MemberGrade.Excellent : i < 5 ? MemberGrade.Qualified : MemberGrade.BasicallyQualified);
        (await Figures(branch.Secretary, branch.Tree.Branch.Id, "appraisal", "2024-01-01", "2024-05-15")).Should().Equal(("appraisals", "0"), ("expectedMembers", "0"), ("votedMembers", "0"));
        for (var i = 0; i < 2; i++) (await branch.Handle(i, AppraisalHandlingKind.Commended)).ShouldBe(HttpStatusCode.OK);
        (await branch.Handle(5, AppraisalHandlingKind.Educated)).ShouldBe(HttpStatusCode.OK);
        var closed = (await branch.Step("closing")).ShouldBe(HttpStatusCode.OK);
        (closed.At("expected").GetInt32(), closed.At("ballot", "voted").GetInt32()).Should().Be((6, 6));

        (await Figures(branch.Secretary, branch.Tree.Branch.Id, "appraisal", "2024-01-01", "2024-05-15")).Should().Equal(
            ("appraisals", "1"), ("expectedMembers", "6"), ("votedMembers", "6"), ("excellent", "2"), ("qualified", "3"), ("basicallyQualified", "1"), ("unqualified", "0"));
        (await Figures(branch.Secretary, branch.Tree.Branch.Id, "appraisal", "2024-01-01", "2024-05-14")).Should().Equal([("appraisals", "0"), ("expectedMembers", "0"), ("votedMembers", "0")], "it was closed on the day after");
    }

    [DatabaseFact]
    public async Task Grades_of_fewer_members_than_ballots_are_broken_down_for_are_not_published()
    {
        var branch = await (await AppraisalBranch.Plant(api, 4)).AtHandling(_ => MemberGrade.Qualified);
        (await branch.Step("closing")).ShouldBe(HttpStatusCode.OK);
        (await Figures(branch.Secretary, branch.Tree.Branch.Id, "appraisal", "2024-01-01", "2024-05-15")).Should().Equal(("appraisals", "1"), ("expectedMembers", "4"), ("votedMembers", "4"));
    }

    /// <summary>Generates a publication and lets it out; the figures as its keepers see them, which stand in the public text too.</summary>
    private async Task<List<(string?, string?)>> Figures(ApiClient keeper, Id<Organization> organization, string draft, string from, string to)
    {
        var made = (await keeper.Post($"{Affairs.Publications}/generated", new { organizationId = organization, draft, from, to, nature = "periodicWork", audience = "employees", form = "announcement" })).ShouldBe(HttpStatusCode.Created);
        var there = made.Location!.ToString();
        foreach (var (step, body) in new[] { ("secrecy-check", Affairs.Clear), ("approval", null), ("release", null) }) (await Affairs.Step(keeper, there, step, body)).ShouldBe(HttpStatusCode.OK);
        var seen = (await api.Anonymous.Get(there.Replace("/api/v1/", "/api/v1/public/", StringComparison.Ordinal))).ShouldBe(HttpStatusCode.OK);
        var figures = made.At("drawn", "figures").EnumerateArray().Select(f => (Name: f.GetProperty("name").GetString(), Zh: f.GetProperty("zh").GetString(), Value: f.GetProperty("value").GetString())).ToList();
        seen.At("text").GetString().Should().Be(string.Join('\n', figures.Select(f => $"{f.Zh}：{f.Value}")));
        return figures.ConvertAll(f => (f.Name, f.Value));
    }
}

public sealed class GeneratingPublicationsOnSqlite(ApiHost<OnSqlite> api) : GeneratingPublications<OnSqlite>(api);

public sealed class GeneratingPublicationsOnPostgreSql(ApiHost<OnPostgreSql> api) : GeneratingPublications<OnPostgreSql>(api);
