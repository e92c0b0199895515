using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using PartyOrg.Application;
using PartyOrg.Application.Compliance;
using PartyOrg.Application.Imports;
using PartyOrg.Application.Organizations;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.RuleBooks;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Imports;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.RuleBooks;
using PartyOrg.Infrastructure;
using PartyOrg.Infrastructure.Jobs;
using Clock = PartyOrg.Domain.Time.Clock;

namespace PartyOrg.WebApi.Sample;

/// <summary>
/// A town to try the product on, loaded into an empty database only: the register through the import that users have, everything else through the same commands, by accounts that hold the roles,
/// each on its day. What happened is drawn from a fixed seed and ends today, so that open, met and overdue duties of every system are always to be seen.
/// </summary>
internal sealed partial class SampleTown(IServiceProvider product, IClock wall, IConfiguration configuration, IHostEnvironment environment, ISubmissionTickets tickets, DataDirectory data, ILogger<SampleTown> log)
{
    /// <summary>Where the accounts and their passwords are written.</summary>
    public const string AccountsFile = "sample-accounts.json";

    private const int MonthsOfActivity = 12;
    private const string BranchOfAccounts = "QH-0101";
    private static readonly LocalDate Begin = new(2015, 1, 1);

    // How reliably each branch does its work; the rest of the register does nothing.
    private static readonly (string Code, double Reliability)[] Branches =
        [(BranchOfAccounts, 1), ("QH-0102", 0.8), ("QH-0103", 0.9), ("QH-02", 0.7), ("QH-03", 0.85), ("QH-04", 0.5), ("QH-06", 0.6)];

    // Those that hold more than meetings.
    private static readonly string[] WithPlans = ["QH-0103", "QH-02"];

    private static readonly string[] Files = ["organizations.csv", "members.csv", "posts.csv"];

    private readonly Random chance = new(20200824);

    /// <summary>Loads the town if there is no organization yet.</summary>
    public async Task LoadIntoEmptyDatabase()
    {
        await using (var scope = product.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PartyOrgContext>();
            if (await db.Organizations.AnyAsync() || await db.Accounts.AnyAsync()) return;
        }

        // The product itself with the sample's clock in the place of its own, for as long as the town is loaded.
        var clock = new SampleClock(wall);
        var services = new ServiceCollection().AddSingleton<IClock>(clock).AddSingleton(configuration).AddSingleton(environment).AddSingleton(tickets)
            .AddSingleton(product.GetRequiredService<IHostApplicationLifetime>()).AddSingleton(product.GetRequiredService<ILoggerFactory>()).AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.AddUseCases(configuration["AutoMapper:LicenseKey"]).AddInfrastructure(configuration, environment);
        await using var provider = services.BuildServiceProvider();
        var hands = new SampleHands(provider);
        await Load(hands, clock, provider.GetRequiredService<JobWorker>(), provider.GetRequiredService<RuleCatalog>());
        await WriteAccounts(hands.Accounts);
    }

    private async Task Load(SampleHands hands, SampleClock clock, JobWorker jobs, RuleCatalog rules)
    {
        var today = new Clock(wall).Today;
        var begins = new LocalDate(today.Year, today.Month <= 6 ? 1 : 7, 1).PlusMonths(-MonthsOfActivity);
        var files = await Task.WhenAll(Files.Select(async f => (Name: f, Content: await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "samples", f)))));
        var diary = new SampleDiary(clock, begins, LocalDate.Min(today, LocalDate.Max(begins, LastDayIn(files.Select(f => f.Content)))), today);

        clock.MoveTo(diary.Registered);
        var system = await hands.Open("system.administrator", "系统管理员", Role.SystemAdministrator, null, null);
        var city = await hands.As(system, new FoundRoot("LA", "兰安市两新组织党工委", JurisdictionLevel.City, Begin));
        var cityOfficer = await hands.Open("city.officer", "市级工作人员", Role.CityOfficer, city.Id, city.Name);
        var county = await hands.As(cityOfficer, new FoundOrganization("LA-AN", "安宁县两新组织党工委", OrganizationType.WorkingCommittee, city.Id, Begin, JurisdictionLevel.County));
        var countyOfficer = await hands.Open("county.officer", "县级工作人员", Role.CountyOfficer, county.Id, county.Name);
        var town = await hands.As(countyOfficer, new FoundOrganization("QH", "青河镇党委", OrganizationType.PartyCommittee, county.Id, Begin, JurisdictionLevel.Town));
        var townOfficer = await hands.Open("town.officer", "镇级工作人员", Role.TownOfficer, town.Id, town.Name);
        foreach (var book in rules.Books.Where(b => b.SourceSha256 is not null))
            await hands.As(cityOfficer, new AdoptRuleBook(city.Id, book.Id, LocalDate.Max(book.InForceFrom, begins)));

        var units = await SampleUnits.Register(hands, townOfficer, town.Id, Begin);
        await Import(hands, jobs, townOfficer, [.. files.Select(f => UploadedFile.Of(f.Name, f.Content))]);
        await SampleUnits.Survey(hands, townOfficer, units, code => hands.Look(async db =>
        {
            var branch = await db.Organizations.Where(o => o.Code == code).Select(o => new { o.Id, o.FoundedOn }).SingleAsync();
            return (branch.Id, branch.FoundedOn);
        }), diary.Registered);
        diary.Ago(40, () => hands.As(townOfficer, new FoundOrganization("QH-07", "云帆科技有限公司党支部", OrganizationType.Branch, town.Id, today.PlusDays(-40))));
        foreach (var (code, reliability) in Branches)
        {
            var branch = await SampleBranch.Find(hands, code, reliability, townOfficer, chance);
            if (code == BranchOfAccounts) await WriteAll(hands, branch, diary);
            else Write(branch, diary, WithPlans.Contains(code));
        }

        await diary.Live();
        await Waive(hands, townOfficer, begins, today);
        await hands.CloseUnlisted();
        await hands.Open("auditor", "审计人员", Role.Auditor, city.Id, city.Name);
        await hands.Open("security.administrator", "安全管理员", Role.SecurityAdministrator, null, null);
        await hands.Open("audit.administrator", "审计管理员", Role.AuditAdministrator, null, null);
    }

    // The branch of which there are accounts has one thing of every kind, and something that waits for its secretary in each system.
    private async Task WriteAll(SampleHands hands, SampleBranch branch, SampleDiary diary)
    {
        var name = await hands.Look(db => db.Organizations.Where(o => o.Id == branch.Id).Select(o => o.Name).SingleAsync());
        var group = branch.Groups[0];
        var others = branch.Members.Where(m => !branch.Committee.Contains(m) && branch.Groups.All(g => g.Leader != m)).ToList();
        branch.Act(branch.Secretary, await hands.Open("branch.secretary", "支部书记", Role.BranchSecretary, branch.Id, name, branch.Secretary));
        branch.Act(group.Leader, await hands.Open("group.leader", "党小组组长", Role.GroupLeader, group.Id, "第一党小组", group.Leader));
        branch.Act(others[0], await hands.Open("member", "党员", Role.Member, branch.Id, name, others[0]));

        var meetings = new SampleMeetings(branch, diary, truant: others[1]);
        meetings.Write();
        meetings.WriteStudy();
        var plans = new SamplePlans(branch, diary);
        plans.Write();
        plans.WriteAll();
        new SampleCases(branch, diary).Write();
        var lifeMeetings = new SampleLifeMeetings(branch, diary);
        lifeMeetings.Write();
        lifeMeetings.WriteNext();
        new SampleObjectives(branch, diary).Write();
        new SampleStudy(branch, diary).Write();
        var appraisals = new SampleAppraisals(branch, diary);
        appraisals.Write();
        appraisals.WriteNext();
        var publications = new SamplePublications(branch, diary);
        publications.Write();
        publications.WriteNext(tickets);
        var supervision = new SampleSupervision(branch, diary);
        supervision.Write();
        supervision.WriteNext();
        new SampleAdmonitions(branch, diary, truant: others[1]).Write();
        new SampleDues(branch, diary, debtor: others[2]).Write();
    }

    private static void Write(SampleBranch branch, SampleDiary diary, bool withPlans)
    {
        var meetings = new SampleMeetings(branch, diary);
        meetings.Write();
        if (!withPlans) return;
        meetings.WriteStudy();
        new SamplePlans(branch, diary).Write();
        new SampleLifeMeetings(branch, diary).Write();
        new SamplePublications(branch, diary).Write();
        new SampleSupervision(branch, diary).Write();
    }

    // Nobody is entered before he joined.
    private static LocalDate LastDayIn(IEnumerable<byte[]> files) => files.SelectMany(f => System.Text.Encoding.UTF8.GetString(f).Split(',', '\n', '\r'))
        .Select(cell => LocalDatePattern.Iso.Parse(cell)).Where(day => day.Success).Max(day => day.Value);

    // The branch that does least is excused from the oldest of what it has missed.
    private static async Task Waive(SampleHands hands, Asker officer, LocalDate begins, LocalDate today)
    {
        var branch = Branches.MinBy(b => b.Reliability).Code;
        var organization = await hands.Look(db => db.Organizations.Where(o => o.Code == branch).Select(o => o.Id).SingleAsync());
        var missed = await hands.As(officer, new GetDuties(organization, null, null, LocalDatePattern.Iso.Format(begins), LocalDatePattern.Iso.Format(today), VerdictStatus.Overdue, null));
        if (missed.Items.MinBy(d => d.DueOn) is { } oldest) await hands.As(officer, new WaiveDuty(new(oldest.Subject.Id), oldest.RuleId, oldest.Period.Label, "企业停产检修，党员全部外出"));
    }

    // As an officer does it: upload, look at the preview, confirm.
    private static async Task Import(SampleHands hands, JobWorker jobs, Asker officer, IReadOnlyList<UploadedFile> files)
    {
        var uploaded = await hands.As(officer, new UploadImport(files));
        await jobs.RunDue();
        var ready = await hands.As(officer, new GetImport(uploaded.Id));
        await hands.As(officer, new ConfirmImport(uploaded.Id, new(ready.Version)));
        await jobs.RunDue();
        var done = await hands.As(officer, new GetImport(uploaded.Id));
        if (done.Status != ImportStatus.Confirmed) throw new InvalidOperationException($"The sample's register was not imported: {JsonSerializer.Serialize(done, PipelineJson.Full)}");
    }

    private async Task WriteAccounts(IReadOnlyList<SampleAccount> accounts)
    {
        var path = data.File(AccountsFile);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var file = new FileStream(path, options);
        await JsonSerializer.SerializeAsync(file, accounts, new JsonSerializerOptions(PipelineJson.Full) { WriteIndented = true });
        Loaded(log, path);
    }

    [LoggerMessage(LogLevel.Information, "The sample town is loaded; its accounts are in {Path}.")]
    private static partial void Loaded(ILogger log, string path);
}
