using NodaTime;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.MemberObjectives;

/// <summary>A member's progress in a month.</summary>
/// <param name="PersonId">The member.</param>
/// <param name="Text">What he has reached, 1 to 1000 characters.</param>
public sealed record MemberProgress(Id<Person> PersonId, string Text)
{
    /// <summary>The longest text, in characters.</summary>
    public const int TextLength = 1000;
}

/// <summary>
/// What a Party group records of its members' progress in one month (TWS-5.3a); in a branch without groups, the secretary for the branch. It is evidence once it covers everybody
/// who has approved objectives.
/// </summary>
public sealed class ProgressMonth : Aggregate
{
    /// <summary>The kind of evidence that a whole month is.</summary>
    public const string Evidence = "objectiveProgress";

    private ProgressMonth() { }

    /// <summary>The id.</summary>
    public Id<ProgressMonth> Id { get; private set; }

    /// <summary>The Party group or branch.</summary>
    public Id<Organization> OrganizationId { get; private set; }

    /// <summary>The month.</summary>
    public YearMonth Month { get; private set; }

    /// <summary>One line for each member.</summary>
    public IReadOnlyList<MemberProgress> Entries { get; private set; } = [];

    /// <summary>The day on which it covered everybody; none while it does not.</summary>
    public LocalDate? CompletedOn { get; private set; }

    /// <inheritdoc/>
    public override Guid? AuditedUnder => OrganizationId.Value;

    /// <inheritdoc/>
    public override Guid Key => Id.Value;

    /// <summary>A month of which nothing is recorded yet.</summary>
    public static ProgressMonth Begin(Id<Organization> organization, YearMonth month, Ids ids) => new() { Id = ids.New<ProgressMonth>(), OrganizationId = organization, Month = month };

    /// <summary>Records members' progress; a line recorded again takes the old one's place.</summary>
    /// <param name="entries">The lines.</param>
    /// <param name="covered">The members with approved objectives.</param>
    /// <param name="today">The day on which it is recorded.</param>
    public Result<Done> Record(IReadOnlyList<MemberProgress> entries, IReadOnlyCollection<Id<Person>> covered, LocalDate today)
    {
        if (Month > today.ToYearMonth()) return ObjectivesErrors.MonthInFuture.At("/month");
        if (covered.Count == 0) return ObjectivesErrors.NobodyHasObjectives;
        foreach (var (i, entry) in entries.Index())
        {
            if (!covered.Contains(entry.PersonId)) return ObjectivesErrors.HasNoObjectives.At($"/entries/{i}/personId");
        }

        Entries = [.. Entries.Where(e => entries.All(n => n.PersonId != e.PersonId)), .. entries.DistinctBy(e => e.PersonId)];
        Raise(new("objectiveProgress.recorded"));
        if (CompletedOn is not null || !covered.All(p => Entries.Any(e => e.PersonId == p))) return Done.It;
        CompletedOn = today;
        Raise(new EvidenceGained(OrganizationId.Value, Evidence, today, Id.Value, Month.OnDayOfMonth(1)));
        return Done.It;
    }

    /// <summary>A member's record was merged into another one (REG-23), whose line this is now; a line that it has already stands.</summary>
    public void PassPerson(Id<Person> duplicate, Id<Person> survivor)
    {
        Entries = [.. Entries.Select(e => e.PersonId == duplicate ? e with { PersonId = survivor } : e).OrderBy(e => Entries.Any(old => old.PersonId == survivor && old == e) ? 0 : 1).DistinctBy(e => e.PersonId)];
        Raise(new("objectiveProgress.personPassed"));
    }
}

/// <summary>A Party group's report on a half year to the branch committee (TWS-5.3b); in a branch without groups, the secretary's to the general meeting. There is one for a half year.</summary>
public sealed class HalfYearReport : Aggregate
{
    /// <summary>The kind of evidence that it is.</summary>
    public const string Evidence = "objectiveReport";

    /// <summary>The longest text, in characters.</summary>
    public const int TextLength = 4000;

    private HalfYearReport() { }

    /// <summary>The id.</summary>
    public Id<HalfYearReport> Id { get; private set; }

    /// <summary>The Party group or branch.</summary>
    public Id<Organization> OrganizationId { get; private set; }

    /// <summary>The calendar year.</summary>
    public int Year { get; private set; }

    /// <summary>1 or 2.</summary>
    public int Half { get; private set; }

    /// <summary>What is reported.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The day on which it was filed; a correction does not move it.</summary>
    public LocalDate FiledOn { get; private set; }

    /// <summary>What it said before it was corrected, oldest first.</summary>
    public IReadOnlyList<EarlierReport> Earlier { get; private set; } = [];

    /// <inheritdoc/>
    public override Guid? AuditedUnder => OrganizationId.Value;

    /// <inheritdoc/>
    public override Guid Key => Id.Value;

    /// <summary>Files the report on a half year, in its last months or later.</summary>
    /// <param name="organization">The Party group or branch.</param>
    /// <param name="year">The calendar year.</param>
    /// <param name="half">1 or 2.</param>
    /// <param name="text">What is reported.</param>
    /// <param name="filed">The report on this half year that is there; none where there is none.</param>
    /// <param name="rules">The rules as they stand for the organization: how early it can be.</param>
    /// <param name="ids">Makes its id.</param>
    /// <param name="today">The day on which it is filed.</param>
    public static Result<HalfYearReport> File(Id<Organization> organization, int year, int half, string text, HalfYearReport? filed, LocalRules rules, Ids ids, LocalDate today)
    {
        var earliest = EarliestOf(year, half, rules);
        if (today < earliest) return ObjectivesErrors.ReportTooEarly(earliest).At("/half");
        if (filed is not null) return ObjectivesErrors.ReportedAlready(filed).At("/half");
        var report = new HalfYearReport { Id = ids.New<HalfYearReport>(), OrganizationId = organization, Year = year, Half = half, Text = text, FiledOn = today };
        report.Raise(new("objectiveReport.filed"));
        report.Raise(new EvidenceGained(organization.Value, Evidence, today, report.Id.Value, PeriodOf(year, half).From));
        return report;
    }

    /// <summary>
    /// Corrects a report that is wrong, and keeps what it said. It stays filed on its day: where it turns out to be about another half year, it is evidence for that one from then on, and for the first one no more.
    /// </summary>
    /// <param name="year">The calendar year.</param>
    /// <param name="half">1 or 2.</param>
    /// <param name="text">What is reported.</param>
    /// <param name="correction">Why, by whom and when.</param>
    /// <param name="filed">Another report on this half year that is there; none where there is none.</param>
    /// <param name="rules">The rules as they stand for the organization.</param>
    public Result<Done> Correct(int year, int half, string text, Correction correction, HalfYearReport? filed, LocalRules rules)
    {
        var moved = (Year, Half) != (year, half);
        if (moved)
        {
            var earliest = EarliestOf(year, half, rules);
            if (FiledOn < earliest) return ObjectivesErrors.ReportedBefore(FiledOn, earliest).At("/half");
            if (filed is not null) return ObjectivesErrors.ReportedAlready(filed).At("/half");
        }

        Earlier = [.. Earlier, new(Year, Half, Text, correction)];
        (Year, Half, Text) = (year, half, text);
        Raise(new("objectiveReport.corrected"));
        if (!moved) return Done.It;
        Raise(new EvidenceWithdrawn(Id.Value));
        Raise(new EvidenceGained(OrganizationId.Value, Evidence, FiledOn, Id.Value, PeriodOf(year, half).From));
        return Done.It;
    }

    /// <summary>The first day on which a half year can be reported: the report covers it, so that is in its last months (<c>lastMonths</c>, as on its first day).</summary>
    public static LocalDate EarliestOf(int year, int half, LocalRules rules)
    {
        var period = PeriodOf(year, half);
        return period.FirstOfLast(rules.On("TWS-5.3b", period.From).Whole("lastMonths"));
    }

    private static DutyPeriod PeriodOf(int year, int half) => PeriodLength.HalfYear.PeriodOn(new(year, half == 1 ? 1 : 7, 1));
}

/// <summary>A report as it stood before it was corrected.</summary>
/// <param name="Year">The calendar year.</param>
/// <param name="Half">1 or 2.</param>
/// <param name="Text">What was reported.</param>
/// <param name="Correction">Why it was replaced, by whom and when.</param>
public sealed record EarlierReport(int Year, int Half, string Text, Correction Correction);

/// <summary>Who corrected a report, when and why.</summary>
/// <param name="Reason">Why, 1 to 500 characters.</param>
/// <param name="By">The account.</param>
/// <param name="At">The instant.</param>
public sealed record Correction(string Reason, Id<Account> By, Instant At)
{
    /// <summary>The longest reason, in characters.</summary>
    public const int ReasonLength = 500;
}

/// <summary>Objectives to begin from, for one category of post (TWS-5.1).</summary>
public sealed class ObjectiveTemplate : Aggregate
{
    /// <summary>The longest title, in characters.</summary>
    public const int TitleLength = 100;

    private ObjectiveTemplate() { }

    /// <summary>The id.</summary>
    public Id<ObjectiveTemplate> Id { get; private set; }

    /// <summary>Whose template it is; those below use it too.</summary>
    public Id<Organization> OrganizationId { get; private set; }

    /// <summary>For what kind of post.</summary>
    public PostCategory Category { get; private set; }

    /// <summary>What it is called.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The objectives.</summary>
    public IReadOnlyList<ObjectiveItem> Items { get; private set; } = [];

    /// <inheritdoc/>
    public override Guid? AuditedUnder => OrganizationId.Value;

    /// <inheritdoc/>
    public override Guid Key => Id.Value;

    /// <summary>Makes a template; its points sum to 100, as those of every member's objectives (TWS-5.4).</summary>
    public static Result<ObjectiveTemplate> Make(Id<Organization> organization, PostCategory category, string title, IReadOnlyList<ObjectiveItem> items, Ids ids)
    {
        if (ObjectiveItem.FaultOf(items) is { } fault) return fault.At("/items");
        var template = new ObjectiveTemplate { Id = ids.New<ObjectiveTemplate>(), OrganizationId = organization, Category = category, Title = title, Items = items };
        template.Raise(new("objectiveTemplate.made"));
        return template;
    }

    /// <summary>Changes it; objectives that began from it stay as they are.</summary>
    public Result<Done> Change(PostCategory category, string title, IReadOnlyList<ObjectiveItem> items)
    {
        if (ObjectiveItem.FaultOf(items) is { } fault) return fault.At("/items");
        (Category, Title, Items) = (category, title, items);
        Raise(new("objectiveTemplate.changed"));
        return Done.It;
    }
}
