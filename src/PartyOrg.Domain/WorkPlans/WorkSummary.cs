using NodaTime;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Procedures;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.WorkPlans;

/// <summary>Which of the year's two summaries (TWS-1.4e).</summary>
public enum SummaryKind
{
    /// <summary>In the middle of the year, about its first half.</summary>
    MidYear,

    /// <summary>At the end, about the whole year.</summary>
    YearEnd,
}

/// <summary>How far a summary is.</summary>
public enum SummaryStatus
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>With the superior, who has not answered.</summary>
    Submitted,

    /// <summary>The superior has returned it with points to mend.</summary>
    Returned,

    /// <summary>The superior has accepted it.</summary>
    Accepted,
}

/// <summary>What a summary says, beside its figures.</summary>
/// <param name="Work">On the work as a whole, 1 to 8,000 characters; a draft begins with the figures in words.</param>
/// <param name="CleanConduct">On clean conduct (TWS-2.3), up to 4,000 characters; a summary without it gets an advice.</param>
/// <param name="Openness">On openness of Party affairs (TWS-8.5), up to 4,000 characters.</param>
/// <param name="Study">On study, education and training (TWS-6.7), up to 4,000 characters.</param>
public sealed record SummaryText(string Work, string? CleanConduct = null, string? Openness = null, string? Study = null)
{
    /// <summary>Every value that cannot be kept, with its pointer.</summary>
    public IEnumerable<Error> Faults()
    {
        if (FreeText.FaultIn(Work, WorkSummary.WorkLength) is { } fault) yield return fault.At("/work");
        foreach (var wrong in SummaryAssessment.FaultsIn(CleanConduct, Openness, Study)) yield return wrong;
    }
}

/// <summary>What the superior answered to a submitted summary (TWS-1.4f).</summary>
/// <param name="Accepted">Whether it was accepted; otherwise it was returned.</param>
/// <param name="On">The day.</param>
/// <param name="Opinion">The superior's opinion on the whole.</param>
/// <param name="Points">What is to be mended; none where it was accepted.</param>
/// <param name="CleanConduct">On clean conduct (TWS-2.3).</param>
/// <param name="Openness">On openness of Party affairs (TWS-8.5).</param>
/// <param name="Study">On study, education and training (TWS-6.7).</param>
/// <param name="By">Whose account answered.</param>
public sealed record SummaryAssessment(bool Accepted, LocalDate On, string? Opinion, IReadOnlyList<string> Points, string? CleanConduct, string? Openness, string? Study, Id<Account> By)
{
    /// <summary>Every part that cannot be kept, with its pointer.</summary>
    public static IEnumerable<Error> FaultsIn(string? cleanConduct, string? openness, string? study)
    {
        foreach (var (text, pointer) in new[] { (cleanConduct, "/cleanConduct"), (openness, "/openness"), (study, "/study") })
        {
            if (text is not null && FreeText.FaultIn(text, WorkSummary.PartLength) is { } fault) yield return fault.At(pointer);
        }
    }
}

/// <summary>
/// The comprehensive summary of the first half year or of the year (TWS-1.4e): drafted from what is recorded, submitted to the superior, who accepts it or returns it with
/// points to mend (TWS-1.4f). The first submission is the evidence.
/// </summary>
public sealed class WorkSummary : Aggregate
{
    /// <summary>The longest text on the work as a whole, in characters.</summary>
    public const int WorkLength = 8000;

    /// <summary>The longest text on one part, and the longest opinion, in characters.</summary>
    public const int PartLength = 4000;

    /// <summary>The longest point to mend, in characters.</summary>
    public const int PointLength = 500;

    /// <summary>The most points to mend.</summary>
    public const int MostPoints = 20;

    private const Role Committee = Role.BranchSecretary | Role.CommitteeMember;

    private WorkSummary() { }

    /// <summary>An officer or secretary above the organization, who does not lead it himself.</summary>
    public static Part Superior { get; } = new("superior", new("the superior", "上级党组织"));

    /// <summary>The steps of a summary.</summary>
    public static Procedure<SummaryStatus> Procedure { get; } = new(
        "work-summary", new("Comprehensive summary", "全面总结"), WorkPlanLabels.SummaryStatuses,
        new("draftWorkSummary", new("draft the summary", "起草总结"), "TWS-1.4e", [], SummaryStatus.Draft, Committee),
        new("changeWorkSummary", new("write or mend the summary", "撰写或修改总结"), "TWS-1.4e", [SummaryStatus.Draft, SummaryStatus.Returned], null, Committee),
        new("submitWorkSummary", new("submit the summary to the superior", "向上级报送总结"), "TWS-1.4e", [SummaryStatus.Draft, SummaryStatus.Returned], SummaryStatus.Submitted, Role.BranchSecretary),
        new("acceptWorkSummary", new("accept the summary", "审核通过总结"), "TWS-1.4f", [SummaryStatus.Submitted], SummaryStatus.Accepted, Role.None, Superior),
        new("returnWorkSummary", new("return the summary with points to mend", "退回总结并提出整改意见"), "TWS-1.4f", [SummaryStatus.Submitted], SummaryStatus.Returned, Role.None, Superior));

    /// <summary>The summary's id.</summary>
    public Id<WorkSummary> Id { get; private set; }

    /// <summary>Whose summary it is.</summary>
    public Id<Organization> OrganizationId { get; private set; }

    /// <summary>Which of the year's two.</summary>
    public SummaryKind Kind { get; private set; }

    /// <summary>The year that it is about.</summary>
    public int Year { get; private set; }

    /// <summary>How far it is.</summary>
    public SummaryStatus Status { get; private set; }

    /// <summary>What it says.</summary>
    public SummaryText Content { get; private set; } = new("");

    /// <summary>What the product knew when it was drafted, changed or submitted last.</summary>
    public SummaryFigures Figures { get; private set; } = new([], [], 0);

    /// <summary>The day on which it was drafted, or changed last.</summary>
    public LocalDate WrittenOn { get; private set; }

    /// <summary>The day of the first submission; none before.</summary>
    public LocalDate? SubmittedOn { get; private set; }

    /// <summary>What the superior answered, in order.</summary>
    public IReadOnlyList<SummaryAssessment> Assessments { get; private set; } = [];

    /// <inheritdoc/>
    public override Guid? AuditedUnder => OrganizationId.Value;

    /// <inheritdoc/>
    public override Guid Key => Id.Value;

    /// <summary>The period that it is about.</summary>
    public DutyPeriod Period => PeriodOf(Kind, Year);

    /// <summary>The period that a summary is about.</summary>
    public static DutyPeriod PeriodOf(SummaryKind kind, int year) => (kind == SummaryKind.MidYear ? PeriodLength.HalfYear : PeriodLength.Year).PeriodOn(new(year, 1, 1));

    /// <summary>The first day on which a summary can be submitted: it sums up its period, so that is in the last months of it (<c>lastMonths</c>, as on its first day).</summary>
    public static LocalDate EarliestSubmission(SummaryKind kind, int year, LocalRules rules)
    {
        var period = PeriodOf(kind, year);
        return period.FirstOfLast(rules.On(RuleOf(kind), period.From).Whole("lastMonths"));
    }

    /// <summary>Begins a summary with what is recorded.</summary>
    public static Result<WorkSummary> Draft(Organization organization, SummaryKind kind, int year, SummaryFigures figures, string words, Id<WorkSummary>? standing, Standing by, Ids ids, LocalDate today)
    {
        if (!organization.Type.PlansItsWork()) return WorkPlanErrors.MakesNoPlans("TWS-1.4e");
        if (Procedure.RefusalToBegin("draftWorkSummary", by) is { } refusal) return refusal;
        if (standing is { } there) return WorkSummaryErrors.ThereAlready(there);

        var summary = new WorkSummary { Id = ids.New<WorkSummary>(), OrganizationId = organization.Id, Kind = kind, Year = year, Figures = figures, Content = new(words), WrittenOn = today };
        summary.Raise(new("workSummary.drafted"));
        return summary;
    }

    /// <summary>Writes it, or mends it after it was returned. Its figures are counted anew.</summary>
    public Result<Done> Change(SummaryText content, SummaryFigures figures, Standing by, LocalDate today)
    {
        if (Procedure.RefusalOf("changeWorkSummary", Status, by) is { } refusal) return refusal;
        (Content, Figures, WrittenOn) = (content, figures, today);
        Raise(new("workSummary.changed"));
        return ((Result<Done>)Done.It).With(Advices());
    }

    /// <summary>Submits it to the superior. The first submission is the evidence; one that was returned and mended keeps its day.</summary>
    /// <param name="on">The day on which the superior got it: today or before, in the last months of its period or later, and not before its text was written.</param>
    /// <param name="figures">Its figures, counted anew.</param>
    /// <param name="by">What the caller is to it.</param>
    /// <param name="rules">The rules as they stand for the organization: how early it can be.</param>
    public Result<Done> Submit(LocalDate on, SummaryFigures figures, Standing by, LocalRules rules)
    {
        if (Procedure.RefusalOf("submitWorkSummary", Status, by) is { } refusal) return refusal;
        var earliest = EarliestSubmission(Kind, Year, rules);
        if (on < earliest) return WorkSummaryErrors.TooEarly(RuleOf(Kind), Period, earliest);
        if (on < WrittenOn) return WorkSummaryErrors.BeforeItsText(RuleOf(Kind), WrittenOn);

        if (SubmittedOn is null)
        {
            SubmittedOn = on;
            Raise(new EvidenceGained(OrganizationId.Value, Kind == SummaryKind.MidYear ? "midYearSummary" : "yearEndSummary", on, Key, Period.From));
        }

        (Status, Figures) = (SummaryStatus.Submitted, figures);
        Raise(new("workSummary.submitted"));
        return ((Result<Done>)Done.It).With(Advices());
    }

    /// <summary>The superior accepts it. What he says on clean conduct shows that this was assessed (TWS-2.3).</summary>
    public Result<Done> Accept(SummaryAssessment assessment, Standing by)
    {
        if (Procedure.RefusalOf("acceptWorkSummary", Status, by) is { } refusal) return refusal;
        (Status, Assessments) = (SummaryStatus.Accepted, [.. Assessments, assessment]);
        if (assessment.CleanConduct is not null) Raise(new EvidenceGained(OrganizationId.Value, "cleanConductAssessed", assessment.On, Key, Period.From));
        Raise(new("workSummary.accepted"));
        return ((Result<Done>)Done.It).With(assessment.CleanConduct is null ? [WorkSummaryErrors.CleanConductNotAssessed] : []);
    }

    /// <summary>The superior returns it with points to mend.</summary>
    public Result<Done> Return(SummaryAssessment assessment, Standing by)
    {
        if (Procedure.RefusalOf("returnWorkSummary", Status, by) is { } refusal) return refusal;
        (Status, Assessments) = (SummaryStatus.Returned, [.. Assessments, assessment]);
        Raise(new("workSummary.returned"));
        return Done.It;
    }

    private static string RuleOf(SummaryKind kind) => kind == SummaryKind.MidYear ? "TWS-1.4e" : "TWS-1.4e.2";

    private IEnumerable<Advice> Advices() => Content.CleanConduct is null ? [WorkSummaryErrors.LacksCleanConduct] : [];
}
