using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Domain.Accounts;
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
        await EverythingHasAHistory();

        unreported.GetProperty("breaches").EnumerateArray().Select(b => b.GetProperty("ruleId").GetString()).Should().Equal("TWS-4.4");
    }

    private static Task<bool> Stored(Application.PartyOrgContext db, Type type) =>
        (Task<bool>)typeof(AYear<TDatabase>).GetMethod(nameof(AnyOf), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, [db])!;

    private static Task<bool> AnyOf<T>(Application.PartyOrgContext db) where T : class => db.Set<T>().AnyAsync();

    // Of each kind of thing that was made in the year, the latest: whoever asks is told who made it, when and by which operation, until its present version.
    private async Task EverythingHasAHistory()
    {
        var administrator = await api.SignedIn(Role.AuditAdministrator);
        var made = await api.Look(async db =>
        {
            var subjects = await db.AuditSubjects.AsNoTracking().ToListAsync();
            return subjects.GroupBy(s => s.Type).Select(g => (Type: g.Key, Id: g.MaxBy(s => (s.SubjectId, s.Sequence))!.SubjectId)).ToList();
        });
        var stored = await api.Look(async db =>
        {
            var kinds = new List<string>();
            foreach (var type in db.Model.GetEntityTypes().Where(e => e.ClrType.IsAssignableTo(typeof(Domain.Aggregate))))
            {
                if (await Stored(db, type.ClrType)) kinds.Add(type.ClrType.Name);
            }

            return kinds;
        });
        stored.Except(made.Select(m => m.Type)).Should().BeSubsetOf(["Organization", "Person", "Account"], "the town was there before the year and nobody changed it; of everything else there is a history");
        made.Should().HaveCountGreaterThan(20);
        foreach (var (type, id) in made)
        {
            var changes = (await administrator.Get($"/api/v1/changes/{id}")).ShouldBe(HttpStatusCode.OK).At("items").EnumerateArray().ToList();
            changes.Should().NotBeEmpty(type).And.OnlyContain(c => c.GetProperty("type").GetString() == type && c.GetProperty("operation").GetString()!.Length > 0);
        }
    }
}

public sealed class AYearOnSqlite(ApiHost<OnSqlite> api) : AYear<OnSqlite>(api);

public sealed class AYearOnPostgreSql(ApiHost<OnPostgreSql> api) : AYear<OnPostgreSql>(api);
