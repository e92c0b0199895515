using System.Net;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.YearOfABranch;

/// <summary>
/// The ten basic working systems through 2025 in one branch, from the plan in January to the summary that the superior accepts. At the end the verdict on every duty of TWS in every period stands
/// beside a table that was written by hand.
/// </summary>
public abstract class AYear<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    [DatabaseFact]
    public async Task From_the_plan_in_january_to_the_summary_that_is_accepted_every_duty_has_the_verdict_that_a_person_gave_it()
    {
        api.Clock.MoveTo(new LocalDate(2025, 1, 2));
        var branch = await TheBranch.Plant(api);
        var diary = new Diary(api.Clock);
        new MeetingsInTheYear(branch, diary).Write();
        new WorkPlansInTheYear(branch, diary).Write();
        new DuesInTheYear(branch, diary).Write();
        new TalksInTheYear(branch, diary).Write();
        new OpennessInTheYear<TDatabase>(branch, diary, api).Write();
        new SupervisionInTheYear<TDatabase>(branch, diary, api).Write();
        new LifeMeetingsInTheYear(branch, diary).Write();
        new StudyInTheYear(branch, diary).Write();
        new AppraisalInTheYear(branch, diary).Write();
        new ObjectivesInTheYear(branch, diary).Write();
        await diary.Live();

        api.Clock.MoveTo(new LocalDate(2026, 1, 31));
        var duties = (await (await branch.As(branch.Secretary)).Get($"/api/v1/organizations/{branch.Id}/duties?from=2025-01-01&to=2025-12-31")).ShouldBe(HttpStatusCode.OK);
        var verdicts = duties.At("items").EnumerateArray().Where(v => v.GetProperty("ruleId").GetString()!.StartsWith("TWS-", StringComparison.Ordinal))
            .Select(v => $"{v.GetProperty("ruleId").GetString()} {v.GetProperty("period").GetProperty("label").GetString()} {v.GetProperty("status").GetString()}").ToList();
        string.Join("\n", verdicts.Except(Verdicts.WrittenByHand).Order()).Should().BeEmpty("nobody wrote that by hand");
        string.Join("\n", Verdicts.WrittenByHand.Except(verdicts).Order()).Should().BeEmpty("it was written by hand");
        verdicts.Should().OnlyHaveUniqueItems();

        var unreported = duties.At("items").EnumerateArray().Single(v => v.GetProperty("ruleId").GetString() == "TWS-4.1" && v.GetProperty("period").GetProperty("label").GetString() == "2025-H2");
        unreported.GetProperty("breaches").EnumerateArray().Select(b => b.GetProperty("ruleId").GetString()).Should().Equal("TWS-4.4");
    }
}

public sealed class AYearOnSqlite(ApiHost<OnSqlite> api) : AYear<OnSqlite>(api);

public sealed class AYearOnPostgreSql(ApiHost<OnPostgreSql> api) : AYear<OnPostgreSql>(api);
