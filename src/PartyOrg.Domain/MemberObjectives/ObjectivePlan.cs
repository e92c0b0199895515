using NodaTime;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.DemocraticAppraisal;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Procedures;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using Standing = PartyOrg.Domain.Procedures.Standing;

namespace PartyOrg.Domain.MemberObjectives;

/// <summary>What the Party group, or the branch meeting, said of proposed objectives.</summary>
/// <param name="Comment">The comment, 1 to 2000 characters.</param>
/// <param name="On">The day of the meeting.</param>
public sealed record ObjectivesComment(string Comment, LocalDate On);

/// <summary>A member's summary of his year with his evaluation of himself.</summary>
/// <param name="Text">In his own words, 1 to 4000 characters.</param>
/// <param name="Mark">The mark that he gives himself: 0 to 100, at most one decimal. It is shown and does not count.</param>
/// <param name="On">The day on which it was filed.</param>
public sealed record SelfSummary(string Text, decimal Mark, LocalDate On);

/// <summary>An opinion of the masses or of a department concerned.</summary>
/// <param name="Source">Whose it is.</param>
/// <param name="Text">The opinion, 1 to 2000 characters.</param>
/// <param name="On">The day on which it was recorded.</param>
public sealed record OpinionOfMember(OpinionSource Source, string Text, LocalDate On);

/// <summary>An objection to a published result.</summary>
/// <param name="Number">From 1.</param>
/// <param name="By">Who objects.</param>
/// <param name="Text">Why, 1 to 2000 characters.</param>
/// <param name="FiledOn">The day on which it was filed.</param>
public sealed record ResultObjection(int Number, Id<Person> By, string Text, LocalDate FiledOn)
{
    /// <summary>The answer; none while it is open.</summary>
    public string? Answer { get; init; }

    /// <summary>Whether it was right; none while it is open.</summary>
    public bool? Upheld { get; init; }

    /// <summary>The day of the answer; none while it is open.</summary>
    public LocalDate? AnsweredOn { get; init; }
}

/// <summary>
/// A member's objectives of one year (党员目标管理, TWS-5): proposed by himself, commented on by his Party group, approved by the committee; marked at the year's end, combined with the
/// democratic appraisal, published, graded and reported. Only approved ones count (TWS-5.2).
/// </summary>
public sealed class ObjectivePlan : Aggregate
{
    /// <summary>The longest text of a comment, reason, opinion, objection or answer, in characters.</summary>
    public const int TextLength = 2000;

    /// <summary>The longest self-summary and appraisal, in characters.</summary>
    public const int SummaryLength = 4000;

    private const Role Leaders = Role.BranchSecretary | Role.CommitteeMember;

    private static readonly ObjectivesStatus[] BeforeAppraisal = [ObjectivesStatus.SelfEvaluated, ObjectivesStatus.Evaluated];

    private ObjectivePlan() { }

    /// <summary>The steps of TWS-5.2 and TWS-5.5, and who takes them.</summary>
    public static Procedure<ObjectivesStatus> Procedure { get; } = new(
        "member-objectives", new("Objectives of a member", "党员目标管理"), ObjectivesLabels.Statuses,
        new("proposeObjectives", new("propose objectives", "个人自定目标"), "TWS-5.2", [], ObjectivesStatus.Proposed, Leaders, Himself),
        new("deliberateObjectives", new("record the Party group's comment", "登记党小组互评"), "TWS-5.2", [ObjectivesStatus.Proposed], ObjectivesStatus.Deliberated, Role.None, Deliberator),
        new("approveObjectives", new("approve the objectives", "审定目标"), "TWS-5.2", [ObjectivesStatus.Deliberated], ObjectivesStatus.Approved, Leaders, Part.SuperiorOfLeader),
        new("returnObjectives", new("return the objectives", "退回目标"), "TWS-5.2", [ObjectivesStatus.Deliberated], ObjectivesStatus.Returned, Leaders, Part.SuperiorOfLeader),
        new("reviseObjectives", new("revise the objectives", "修改目标"), "TWS-5.2", [ObjectivesStatus.Proposed, ObjectivesStatus.Returned], ObjectivesStatus.Proposed, Leaders, Himself),
        new("fileSelfSummary", new("file the summary of the year", "提交总结自评"), "TWS-5.5", [ObjectivesStatus.Approved], ObjectivesStatus.SelfEvaluated, Leaders, Himself),
        new("recordObjectivesOpinion", new("record an opinion of the masses or of a department", "登记群众和有关部门意见"), "TWS-5.5", [ObjectivesStatus.SelfEvaluated], null, Leaders, Part.SuperiorOfLeader),
        new("completeDemocraticEvaluation", new("complete the democratic evaluation", "完成民主测评"), "TWS-5.5", [ObjectivesStatus.SelfEvaluated], ObjectivesStatus.Evaluated, Leaders, Part.SuperiorOfLeader),
        new("markObjectives", new("mark the objectives", "评分"), "TWS-5.4", BeforeAppraisal, null, Leaders, Part.SuperiorOfLeader),
        new("overrideAttendanceMark", new("set the mark for attendance", "确定考勤得分"), "TWS-5.4", BeforeAppraisal, null, Leaders, Part.SuperiorOfLeader),
        new("appraiseObjectives", new("record the organization's appraisal", "登记组织评定"), "TWS-5.5", [ObjectivesStatus.Evaluated], ObjectivesStatus.Appraised, Leaders, Part.SuperiorOfLeader),
        new("publishObjectives", new("publish the result", "公布结果"), "TWS-5.5", [ObjectivesStatus.Appraised], ObjectivesStatus.Published, Leaders, Part.SuperiorOfLeader),
        new("objectToResult", new("object to a published result", "对公布结果提出异议"), "TWS-5.5", [ObjectivesStatus.Published], null, Role.None, MemberOfBranch),
        new("answerResultObjection", new("answer an objection", "答复异议"), "TWS-5.5", [ObjectivesStatus.Published], null, Leaders, Part.SuperiorOfLeader),
        new("gradeObjectives", new("give the grade", "评定等次"), "TWS-5.5", [ObjectivesStatus.Published], ObjectivesStatus.Graded, Leaders, Part.SuperiorOfLeader),
        new("handleObjectives", new("record commendation or treatment", "登记表彰或处理"), "TWS-5.5", [ObjectivesStatus.Graded], ObjectivesStatus.Handled, Leaders, Part.SuperiorOfLeader),
        new("reportObjectives", new("report to the town's Party committee", "上报乡镇党委"), "TWS-5.5", [ObjectivesStatus.Handled], ObjectivesStatus.Reported, Leaders, Part.SuperiorOfLeader));

    /// <summary>The member whose objectives they are.</summary>
    public static Part Himself => new("objectives-member", new("the member himself", "党员本人"));

    /// <summary>Who speaks for the Party group; in a branch without groups, for the branch meeting.</summary>
    public static Part Deliberator => new("objectives-deliberator", new("the leader of his Party group (without groups, or where he leads it himself: who leads the branch)", "所在党小组组长（未设党小组或本人为组长的，为支部负责人）"));

    /// <summary>Any member of the branch.</summary>
    public static Part MemberOfBranch => new("objectives-member-of-branch", new("each member of the branch", "本支部党员"));

    /// <summary>The id.</summary>
    public Id<ObjectivePlan> Id { get; private set; }

    /// <summary>The branch.</summary>
    public Id<Organization> OrganizationId { get; private set; }

    /// <summary>The member's Party group; none in a branch without groups.</summary>
    public Id<Organization>? GroupId { get; private set; }

    /// <summary>The member.</summary>
    public Id<Person> PersonId { get; private set; }

    /// <summary>The calendar year.</summary>
    public int Year { get; private set; }

    /// <summary>For what kind of post they are meant.</summary>
    public PostCategory Category { get; private set; }

    /// <summary>How far they have come.</summary>
    public ObjectivesStatus Status { get; private set; }

    /// <summary>The objectives, numbered from 1 in this order.</summary>
    public IReadOnlyList<ObjectiveItem> Items { get; private set; } = [];

    /// <summary>What the group said, each time.</summary>
    public IReadOnlyList<ObjectivesComment> Comments { get; private set; } = [];

    /// <summary>Why they were returned last.</summary>
    public string? ReturnedBecause { get; private set; }

    /// <summary>Who approved them.</summary>
    public ApprovingBody? ApprovedBy { get; private set; }

    /// <summary>The day on which they were approved.</summary>
    public LocalDate? ApprovedOn { get; private set; }

    /// <summary>The member's summary of his year.</summary>
    public SelfSummary? SelfSummary { get; private set; }

    /// <summary>What others think.</summary>
    public IReadOnlyList<OpinionOfMember> Opinions { get; private set; } = [];

    /// <summary>The marks that were given.</summary>
    public IReadOnlyList<ObjectiveMark> Marks { get; private set; } = [];

    /// <summary>The mark for attendance that takes the computed one's place.</summary>
    public AttendanceOverride? AttendanceInstead { get; private set; }

    /// <summary>How he attended, as it was when he was appraised.</summary>
    public AttendanceRate? Attendance { get; private set; }

    /// <summary>What the ballots said of him, as it was when he was appraised.</summary>
    public BallotResult? Ballots { get; private set; }

    /// <summary>The organization's appraisal in words.</summary>
    public string? AppraisalText { get; private set; }

    /// <summary>What came out.</summary>
    public ObjectivesResult? Result { get; private set; }

    /// <summary>The day on which the result was published.</summary>
    public LocalDate? PublishedOn { get; private set; }

    /// <summary>The last working day on which it is public and objections are taken.</summary>
    public LocalDate? PublicUntil { get; private set; }

    /// <summary>Objections to it.</summary>
    public IReadOnlyList<ResultObjection> Objections { get; private set; } = [];

    /// <summary>The grade.</summary>
    public MemberGrade? Grade { get; private set; }

    /// <summary>What follows.</summary>
    public AppraisalHandling? Handling { get; private set; }

    /// <summary>To which town's Party committee it was reported.</summary>
    public Id<Organization>? ReportedTo { get; private set; }

    /// <summary>The day on which it was reported.</summary>
    public LocalDate? ReportedOn { get; private set; }

    /// <inheritdoc/>
    public override Guid? AuditedUnder => OrganizationId.Value;

    /// <inheritdoc/>
    public override Guid Key => Id.Value;

    /// <summary>Whether an objection waits for its answer.</summary>
    public bool HasOpenObjection => Objections.Any(o => o.Answer is null);

    /// <summary>Proposes a member's objectives of a year (TWS-5.2).</summary>
    /// <param name="branch">The branch in which the member belongs.</param>
    /// <param name="group">His Party group.</param>
    /// <param name="person">The member.</param>
    /// <param name="year">The calendar year.</param>
    /// <param name="category">For what kind of post.</param>
    /// <param name="items">The objectives; their points sum to exactly 100.</param>
    /// <param name="standing">What the caller is to the member.</param>
    /// <param name="ids">Makes its id.</param>
    public static Result<ObjectivePlan> Propose(
        Id<Organization> branch, Id<Organization>? group, Id<Person> person, int year, PostCategory category, IReadOnlyList<ObjectiveItem> items, Standing standing, Ids ids)
    {
        if (Procedure.RefusalOf("proposeObjectives", default, standing) is { Kind: ErrorKind.Forbidden } reserved) return reserved;
        if (ObjectiveItem.FaultOf(items) is { } fault) return fault.At("/items");
        var plan = new ObjectivePlan { Id = ids.New<ObjectivePlan>(), OrganizationId = branch, GroupId = group, PersonId = person, Year = year, Category = category, Items = items };
        plan.Raise(new("objectives.proposed"));
        return plan;
    }

    /// <summary>Changes proposed or returned objectives; the group comments on them anew.</summary>
    public Result<Done> Revise(PostCategory category, IReadOnlyList<ObjectiveItem> items, Standing standing)
    {
        if (Procedure.RefusalOf("reviseObjectives", Status, standing) is { } refusal) return refusal;
        if (ObjectiveItem.FaultOf(items) is { } fault) return fault.At("/items");
        (Category, Items, Status) = (category, items, ObjectivesStatus.Proposed);
        Raise(new("objectives.revised"));
        return Done.It;
    }

    /// <summary>The Party group, or the branch meeting, has commented.</summary>
    public Result<Done> Deliberate(ObjectivesComment comment, Standing standing)
    {
        if (Procedure.RefusalOf("deliberateObjectives", Status, standing) is { } refusal) return refusal;
        (Comments, Status) = ([.. Comments, comment], ObjectivesStatus.Deliberated);
        Raise(new("objectives.deliberated"));
        return Done.It;
    }

    /// <summary>The committee, or the general meeting, approves: from now on they count.</summary>
    public Result<Done> Approve(ApprovingBody by, Standing standing, LocalDate today)
    {
        if (Procedure.RefusalOf("approveObjectives", Status, standing) is { } refusal) return refusal;
        (ApprovedBy, ApprovedOn, ReturnedBecause, Status) = (by, today, null, ObjectivesStatus.Approved);
        Raise(new("objectives.approved"));
        return Done.It;
    }

    /// <summary>The committee, or the general meeting, returns them.</summary>
    public Result<Done> Return(string reason, Standing standing)
    {
        if (Procedure.RefusalOf("returnObjectives", Status, standing) is { } refusal) return refusal;
        (ReturnedBecause, Status) = (reason, ObjectivesStatus.Returned);
        Raise(new("objectives.returned"));
        return Done.It;
    }

    /// <summary>The member sums up his year and evaluates himself.</summary>
    public Result<Done> SumUp(SelfSummary summary, Standing standing)
    {
        if (Procedure.RefusalOf("fileSelfSummary", Status, standing) is { } refusal) return refusal;
        (SelfSummary, Status) = (summary, ObjectivesStatus.SelfEvaluated);
        Raise(new("objectives.summedUp"));
        return Done.It;
    }

    /// <summary>Records an opinion of the masses or of a department concerned.</summary>
    public Result<Done> Hear(OpinionOfMember opinion, Standing standing)
    {
        if (Procedure.RefusalOf("recordObjectivesOpinion", Status, standing) is { } refusal) return refusal;
        Opinions = [.. Opinions, opinion];
        Raise(new("objectives.opinionRecorded"));
        return Done.It;
    }

    /// <summary>The democratic evaluation is done: the year's appraisal has closed its ballot box, and somebody's opinion was heard.</summary>
    /// <param name="boxIsClosed">Whether the ballot box of the branch's appraisal of this year is closed.</param>
    /// <param name="standing">What the caller is to the member.</param>
    public Result<Done> CompleteEvaluation(bool boxIsClosed, Standing standing)
    {
        if (Procedure.RefusalOf("completeDemocraticEvaluation", Status, standing) is { } refusal) return refusal;
        if (!boxIsClosed) return ObjectivesErrors.NoBallot(Year);
        if (Opinions.Count == 0) return ObjectivesErrors.NobodyHeard;
        Status = ObjectivesStatus.Evaluated;
        Raise(new("objectives.evaluated"));
        return Done.It;
    }

    /// <summary>Gives marks, each from 0 to the points of its objective; those given before stand unless they are given again. Attendance is computed.</summary>
    public Result<Done> Mark(IReadOnlyList<ObjectiveMark> marks, Standing standing)
    {
        if (Procedure.RefusalOf("markObjectives", Status, standing) is { } refusal) return refusal;
        if (FaultIn(marks) is { } fault) return fault;
        Marks = [.. Marks.Where(m => marks.All(n => n.Number != m.Number)).Concat(marks).OrderBy(m => m.Number)];
        Raise(new("objectives.marked"));
        return Done.It;
    }

    /// <summary>Sets the mark for attendance in the place of the computed one, with a reason; none takes it back.</summary>
    public Result<Done> SetAttendance(AttendanceOverride? instead, Standing standing)
    {
        if (Procedure.RefusalOf("overrideAttendanceMark", Status, standing) is { } refusal) return refusal;
        var item = Items.FirstOrDefault(i => i.Area == ObjectiveArea.Attendance);
        if (item is null) return ObjectivesErrors.NoAttendance;
        if (instead is not null && (instead.Mark < 0 || instead.Mark > item.Points || !ObjectiveItem.HasOnePlace(instead.Mark))) return ObjectivesErrors.MarkOutOfRange(item.Points).At("/mark");
        AttendanceInstead = instead;
        Raise(new("objectives.attendanceSet"));
        return Done.It;
    }

    /// <summary>The organization appraises: every mark is there, and the result is computed.</summary>
    public Result<Done> Appraise(string text, AttendanceRate attendance, BallotResult ballots, ObjectivesTerms terms, Standing standing)
    {
        if (Procedure.RefusalOf("appraiseObjectives", Status, standing) is { } refusal) return refusal;
        if (ObjectivesScore.Result(Items, Marks, AttendanceInstead, attendance, ballots, terms) is not { } result) return ObjectivesErrors.MarksMissing(MissingMarks(attendance));
        (AppraisalText, Attendance, Ballots, Result, Status) = (text, attendance, ballots, result, ObjectivesStatus.Appraised);
        Raise(new("objectives.appraised"));
        return Done.It;
    }

    /// <summary>Publishes the result for so many working days after today. A year whose holidays are not on file is told by an advice.</summary>
    public Result<Done> Publish(ObjectivesTerms terms, WorkingCalendar calendar, Standing standing, LocalDate today)
    {
        if (Procedure.RefusalOf("publishObjectives", Status, standing) is { } refusal) return refusal;
        var until = calendar.After(today, terms.PublicWorkingDays);
        (PublishedOn, PublicUntil, Status) = (today, until, ObjectivesStatus.Published);
        Raise(new("objectives.published"));
        return ((Result<Done>)Done.It).With(calendar.Reservations(today, until).Select(text => new Advice("TWS-5.5", text)));
    }

    /// <summary>A member of the branch objects while the result is public.</summary>
    public Result<Done> Object(Id<Person>? by, string text, Standing standing, LocalDate today)
    {
        if (Procedure.RefusalOf("objectToResult", Status, standing) is { } refusal) return refusal;
        if (today > PublicUntil) return ObjectivesErrors.PublicationOver(PublicUntil!.Value);
        Objections = [.. Objections, new(Objections.Count + 1, by!.Value, text, today)];
        Raise(new("objectives.objected"));
        return Done.It;
    }

    /// <summary>Answers an objection; one that is upheld can change marks, and the result is computed anew.</summary>
    public Result<Done> Answer(int number, string answer, bool upheld, IReadOnlyList<ObjectiveMark> marks, ObjectivesTerms terms, Standing standing, LocalDate today)
    {
        if (Procedure.RefusalOf("answerResultObjection", Status, standing) is { } refusal) return refusal;
        if (Objections.All(o => o.Number != number || o.Answer is not null)) return ObjectivesErrors.NoObjection.At("/number");
        if (marks.Count > 0 && !upheld) return ObjectivesErrors.MarksOnlyWhereUpheld;
        if (FaultIn(marks) is { } fault) return fault;
        Objections = [.. Objections.Select(o => o.Number == number ? o with { Answer = answer, Upheld = upheld, AnsweredOn = today } : o)];
        Marks = [.. Marks.Where(m => marks.All(n => n.Number != m.Number)).Concat(marks).OrderBy(m => m.Number)];
        Result = ObjectivesScore.Result(Items, Marks, AttendanceInstead, Attendance!.Value, Ballots!, terms);
        Raise(new("objectives.objectionAnswered"));
        return Done.It;
    }

    /// <summary>Gives the grade by the result, once it was public for its working days and every objection is answered.</summary>
    public Result<Done> GiveGrade(ObjectivesTerms terms, Standing standing, LocalDate today)
    {
        if (Procedure.RefusalOf("gradeObjectives", Status, standing) is { } refusal) return refusal;
        if (today <= PublicUntil) return ObjectivesErrors.PublicationRuns(PublicUntil!.Value);
        if (HasOpenObjection) return ObjectivesErrors.ObjectionsOpen;
        (Grade, Status) = (terms.GradeOf(Result!.Combined), ObjectivesStatus.Graded);
        Raise(new("objectives.graded"));
        return Done.It;
    }

    /// <summary>Commends or treats accordingly: only the excellent are commended.</summary>
    public Result<Done> Handle(AppraisalHandling handling, Standing standing)
    {
        if (Procedure.RefusalOf("handleObjectives", Status, standing) is { } refusal) return refusal;
        if (handling.Kind == AppraisalHandlingKind.Commended && Grade != MemberGrade.Excellent) return ObjectivesErrors.CommendedNotExcellent;
        (Handling, Status) = (handling, ObjectivesStatus.Handled);
        Raise(new("objectives.handled"));
        return Done.It;
    }

    /// <summary>Reports to the town's Party committee.</summary>
    public Result<Done> Report(Id<Organization> town, Standing standing, LocalDate today)
    {
        if (Procedure.RefusalOf("reportObjectives", Status, standing) is { } refusal) return refusal;
        (ReportedTo, ReportedOn, Status) = (town, today, ObjectivesStatus.Reported);
        Raise(new("objectives.reported"));
        return Done.It;
    }

    /// <summary>A member's record was merged into another one (REG-23): what was his, and what he objected to, is the other's now.</summary>
    public void PassPerson(Id<Person> duplicate, Id<Person> survivor)
    {
        if (PersonId == duplicate) PersonId = survivor;
        Objections = [.. Objections.Select(o => o.By == duplicate ? o with { By = survivor } : o)];
        Raise(new("objectives.personPassed"));
    }

    private Error? FaultIn(IReadOnlyList<ObjectiveMark> marks)
    {
        foreach (var (i, mark) in marks.Index())
        {
            if (mark.Number < 1 || mark.Number > Items.Count) return ObjectivesErrors.NoSuchObjective.At($"/marks/{i}/number");
            if (marks.Count(m => m.Number == mark.Number) > 1) return ObjectivesErrors.MarkedTwice.At($"/marks/{i}/number");
            var item = Items[mark.Number - 1];
            if (item.Area == ObjectiveArea.Attendance) return ObjectivesErrors.AttendanceIsComputed.At($"/marks/{i}/number");
            if (mark.Mark < 0 || mark.Mark > item.Points || !ObjectiveItem.HasOnePlace(mark.Mark)) return ObjectivesErrors.MarkOutOfRange(item.Points).At($"/marks/{i}/mark");
        }

        return null;
    }

    private IEnumerable<int> MissingMarks(AttendanceRate rate) =>
        Items.Index().Where(i => ObjectivesScore.MarkOf(i.Index + 1, i.Item, Marks, AttendanceInstead, rate) is null).Select(i => i.Index + 1);
}
