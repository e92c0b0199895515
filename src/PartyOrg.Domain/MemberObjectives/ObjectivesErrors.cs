using System.Globalization;
using NodaTime;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.MemberObjectives;

/// <summary>Refusals of the management of members' objectives, and its advice.</summary>
public static class ObjectivesErrors
{
    /// <summary>Not there, or not to be seen by the caller.</summary>
    public static Error NotFound { get; } = Error.NotFound("objectives-not-found",
        "There are no such objectives that you may see. Look them up with GET /api/v1/objectives.", "没有您可查看的该目标。请通过 GET /api/v1/objectives 查询。");

    /// <summary>No such template.</summary>
    public static Error TemplateNotFound { get; } = Error.NotFound("objective-template-not-found",
        "There is no such template in your scope. GET …/objective-templates lists them.", "在您的权限范围内没有该模板。请通过 GET …/objective-templates 查询。");

    /// <summary>Objectives are managed in branches (TWS-5.2).</summary>
    public static Error NotInBranch { get; } = Error.RuleBroken("TWS-5.2", "objectives-outside-branch",
        "The member does not belong to this branch, joint branch or floating-member branch today. Choose the one to which he belongs.", "该党员目前不属于该支部（联合支部、流动党员支部）。请选择其所在支部。");

    /// <summary>One set a year (TWS-5.2).</summary>
    public static Error ProposedAlready { get; } = Error.Conflict("objectives-proposed-already",
        "The member has objectives of this year already. Revise those.", "该党员本年度已有目标。请在其上修改。");

    /// <summary>A year far away.</summary>
    public static Error YearOutOfRange(int year) => Error.Invalid("objectives-year-out-of-range",
        $"Objectives are proposed for this year or the next: {year} or {year + 1}.", $"目标只能为本年度或下年度制定：{year} 或 {year + 1}。");

    /// <summary>None, or too many.</summary>
    public static Error ItemsOutOfRange { get; } = Error.Invalid("objectives-out-of-range", $"A member has 1 to {ObjectiveItem.Most} objectives.", $"目标应为 1 至 {ObjectiveItem.Most} 项。");

    /// <summary>Not above 0, over 100, or too fine.</summary>
    public static Error PointsMalformed { get; } = Error.Invalid("objective-points-malformed",
        "The points are above 0 and at most 100, with at most one decimal.", "分值应大于 0、不超过 100，最多一位小数。");

    /// <summary>The points do not sum to 100 (TWS-5.4).</summary>
    public static Error SumIsNot100(decimal sum) => Error.RuleBroken("TWS-5.4", "objective-points-not-100",
        $"The points sum to {N(sum)} and must sum to exactly 100.", $"各项分值合计为 {N(sum)}，应恰为 100。");

    /// <summary>Attendance would be computed twice (TWS-5.4).</summary>
    public static Error AttendanceTwice { get; } = Error.RuleBroken("TWS-5.4", "objective-attendance-twice",
        "Attendance is computed once: have one objective of this area.", "考勤只计算一次：该类目标只设一项。");

    /// <summary>Nobody may give a mark that is computed (TWS-5.4).</summary>
    public static Error AttendanceIsComputed { get; } = Error.RuleBroken("TWS-5.4", "objective-attendance-computed",
        "The mark for attendance is computed from the rolls. To set another one, give a reason (overrideAttendanceMark).", "考勤得分由考勤记录计算得出；如须另行确定，请说明理由（overrideAttendanceMark）。");

    /// <summary>No objective of attendance (TWS-5.4).</summary>
    public static Error NoAttendance { get; } = Error.RuleBroken("TWS-5.4", "objective-attendance-missing", "The objectives have none of attendance.", "目标中没有参加组织生活一项。");

    /// <summary>Below 0, above the points, or too fine (TWS-5.4).</summary>
    public static Error MarkOutOfRange(decimal most) => Error.RuleBroken("TWS-5.4", "objective-mark-out-of-range",
        $"The mark is from 0 to {N(most)}, with at most one decimal.", $"得分应为 0 至 {N(most)}，最多一位小数。");

    /// <summary>A number that no objective has (TWS-5.4).</summary>
    public static Error NoSuchObjective { get; } = Error.RuleBroken("TWS-5.4", "objective-unknown", "No objective has this number; they are numbered from 1.", "没有该序号的目标；序号从 1 开始。");

    /// <summary>Marked twice in one request (TWS-5.4).</summary>
    public static Error MarkedTwice { get; } = Error.RuleBroken("TWS-5.4", "objective-marked-twice", "The objective is marked twice. Mark it once.", "该目标重复评分。请只评一次。");

    /// <summary>A missing mark is not zero (TWS-5.4).</summary>
    public static Error MarksMissing(IEnumerable<int> numbers) => Error.RuleBroken("TWS-5.4", "objective-marks-missing",
        $"There is no total until every mark is there, and a missing one is not zero. Missing: {string.Join(", ", numbers)}. Give them (markObjectives, overrideAttendanceMark).",
        $"各项均有得分后才有总分，未评分不计为零分。缺少：{string.Join("、", numbers)}。请评分（markObjectives、overrideAttendanceMark）。");

    /// <summary>The appraisal has not been voted on (TWS-5.5).</summary>
    public static Error NoBallot(int year) => Error.RuleBroken("TWS-5.5", "objectives-without-ballot",
        $"The democratic evaluation is the branch's democratic appraisal of {year}, whose ballot box is not closed yet. Hold it first (openAppraisal, closeBallotBox).",
        $"民主测评即支部 {year} 年度民主评议党员，其票箱尚未关闭。请先开展（openAppraisal、closeBallotBox）。");

    /// <summary>No opinion was heard (TWS-5.5).</summary>
    public static Error NobodyHeard { get; } = Error.RuleBroken("TWS-5.5", "objectives-without-opinion",
        "Record an opinion of the masses or of a department concerned first (recordObjectivesOpinion).", "请先登记群众或有关部门的意见（recordObjectivesOpinion）。");

    /// <summary>Too late to object (TWS-5.5).</summary>
    public static Error PublicationOver(LocalDate until) => Error.RuleBroken("TWS-5.5", "objectives-publication-over",
        $"The result was public until {until:uuuu-MM-dd}, and objections were taken until then.", $"公布期至 {until:uuuu-MM-dd} 止，异议须在此前提出。");

    /// <summary>Too early for the grade (TWS-5.5).</summary>
    public static Error PublicationRuns(LocalDate until) => Error.RuleBroken("TWS-5.5", "objectives-publication-runs",
        $"The result is public until {until:uuuu-MM-dd}. The grade is given from the next day on.", $"结果公布至 {until:uuuu-MM-dd}，次日起方可评定等次。");

    /// <summary>Nothing to answer (TWS-5.5).</summary>
    public static Error NoObjection { get; } = Error.RuleBroken("TWS-5.5", "objectives-objection-missing", "No objection with this number is open.", "没有该序号的待答复异议。");

    /// <summary>An objection that was wrong changes nothing (TWS-5.5).</summary>
    public static Error MarksOnlyWhereUpheld { get; } = Error.RuleBroken("TWS-5.5", "objectives-marks-without-upholding",
        "Only an objection that is upheld changes marks. Leave them out, or uphold the objection.", "只有采纳异议才能更改得分。请去掉得分，或采纳异议。") with { Pointer = "/marks" };

    /// <summary>The objections come first (TWS-5.5).</summary>
    public static Error ObjectionsOpen { get; } = Error.RuleBroken("TWS-5.5", "objectives-objections-open",
        "An objection is not answered yet. Answer it first (answerResultObjection).", "尚有未答复的异议。请先答复（answerResultObjection）。");

    /// <summary>Commendation is for the excellent (TWS-5.5).</summary>
    public static Error CommendedNotExcellent { get; } = Error.RuleBroken("TWS-5.5", "objectives-commended-without-excellence",
        "Only a member whose grade is excellent is commended. Choose another kind.", "只有等次为优秀的党员才予表彰。请选择其他类别。") with { Pointer = "/kind" };

    /// <summary>No town above (TWS-5.5).</summary>
    public static Error NoTown { get; } = Error.RuleBroken("TWS-5.5", "objectives-without-town",
        "There is no town's Party committee above the branch to which to report.", "支部上级中没有乡镇（街道）党委，无法上报。");

    /// <summary>A month to come (TWS-5.3a).</summary>
    public static Error MonthInFuture { get; } = Error.RuleBroken("TWS-5.3a", "progress-in-future", "Progress is recorded of this month or an earlier one.", "只能登记本月或以前月份的进展。");

    /// <summary>Nobody to record (TWS-5.3a).</summary>
    public static Error NobodyHasObjectives { get; } = Error.RuleBroken("TWS-5.3a", "progress-of-nobody",
        "Nobody here has approved objectives of that year yet, so there is no progress to record.", "尚无党员的该年度目标获得审定，无进展可登记。");

    /// <summary>Somebody without approved objectives (TWS-5.3a).</summary>
    public static Error HasNoObjectives { get; } = Error.RuleBroken("TWS-5.3a", "progress-without-objectives",
        "This member has no approved objectives here. Take him off.", "该党员在此没有已审定的目标。请去掉。");

    /// <summary>The groups do it (TWS-5.3a).</summary>
    public static Error GroupsRecord(string ruleId) => Error.RuleBroken(ruleId, "objectives-by-groups",
        "The branch has Party groups, and each of them does this for its members. Name the Party group.", "支部设有党小组，应由各党小组分别办理。请指定党小组。");

    /// <summary>Neither a Party group nor a branch (TWS-5.3a, TWS-5.3b).</summary>
    public static Error NoGroupOrBranch(string ruleId) => Error.RuleBroken(ruleId, "objectives-by-no-group", "Only a Party group, or a branch without groups, does this.", "仅由党小组或未设党小组的支部办理。");

    /// <summary>A report on what is yet to be done (TWS-5.3b).</summary>
    public static Error ReportTooEarly(LocalDate earliest) => Error.RuleBroken("TWS-5.3b", "objective-report-too-early",
        $"The report is about the whole half year, so it is filed on {earliest.Iso()} at the earliest. File it then.", $"报告内容为整个半年的情况，最早于 {earliest.Iso()} 提交。请届时提交。");

    /// <summary>There is one for the half year (TWS-5.3b).</summary>
    public static Error ReportedAlready(HalfYearReport filed) => Error.RuleBroken("TWS-5.3b", "objective-report-there-already",
        $"The report on this half year was filed on {filed.FiledOn.Iso()}. Read it with GET /api/v1/organizations/{{organization}}/objective-reports.",
        $"该半年的报告已于 {filed.FiledOn.Iso()} 提交。请通过 GET /api/v1/organizations/{{organization}}/objective-reports 查阅。");

    /// <summary>A report that was filed before the half year that it is said to be about had come to its last months (TWS-5.3b).</summary>
    public static Error ReportedBefore(LocalDate filedOn, LocalDate earliest) => Error.RuleBroken("TWS-5.3b", "objective-report-too-early",
        $"This report was filed on {filedOn.Iso()}, and one on that half year is filed on {earliest.Iso()} at the earliest. Name the half year that it is about, or file another report then.",
        $"本报告于 {filedOn.Iso()} 提交，而该半年的报告最早于 {earliest.Iso()} 提交。请指定报告所属的半年，或届时另行提交。");

    /// <summary>There is no such report in the caller's reach.</summary>
    public static Error ReportNotFound { get; } = Error.NotFound("objective-report-not-found",
        "There is no such report, or it is not within your reach. List the reports with GET /api/v1/organizations/{organization}/objective-reports.",
        "没有该报告，或者不在您的权限范围内。请通过 GET /api/v1/organizations/{organization}/objective-reports 查询。");

    internal static Advice AreaLeftOut(ObjectiveArea area)
    {
        var label = ObjectivesLabels.Areas[area].Label;
        return new("TWS-5.1", new($"No objective is about: {label.En}. A member's objectives cover all five areas.", $"没有“{label.Zh}”方面的目标。党员目标应涵盖五个方面。"));
    }

    private static string N(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
