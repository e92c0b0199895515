using NodaTime;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Procedures;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.RuleBooks;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using Standing = PartyOrg.Domain.Procedures.Standing;

namespace PartyOrg.Domain.DemocraticAppraisal;

/// <summary>An occasion of study and education before the appraisal (TWS-7.3).</summary>
/// <param name="On">The civil date.</param>
/// <param name="Subject">What was studied, 1 to 200 characters.</param>
/// <param name="Attended">Who took part.</param>
public sealed record AppraisalStudy(LocalDate On, string Subject, IReadOnlyList<Id<Person>> Attended)
{
    /// <summary>The longest subject, in characters.</summary>
    public const int SubjectLength = 200;
}

/// <summary>
/// The democratic appraisal of the members of a branch in one year (民主评议党员, TWS-7): study and education, self-evaluations, criticism and the secret ballot, the organization's
/// opinion, commendation and handling. Each step is completed for every member expected, or his exception recorded, before the next one opens (TWS-7.3). Who is expected is who
/// belonged on the day on which it was opened.
/// </summary>
public sealed class Appraisal : Aggregate
{
    private const Role Leaders = Role.BranchSecretary | Role.CommitteeMember;

    /// <summary>The kind of evidence that a finished appraisal is (TWS-7.1).</summary>
    public const string Evidence = "democraticAppraisal";

    private Appraisal() { }

    /// <summary>The steps of TWS-7.3 and 7.4, and who takes them.</summary>
    public static Procedure<AppraisalStatus> Procedure { get; } = new(
        "democratic-appraisal", new("Democratic appraisal of members", "民主评议党员"), AppraisalLabels.Statuses,
        new("openAppraisal", new("open the year's appraisal", "启动年度民主评议"), "TWS-7.1", [], AppraisalStatus.Study, Leaders),
        new("recordAppraisalStudy", new("record study and education", "登记学习教育"), "TWS-7.3", [AppraisalStatus.Study], null, Leaders),
        new("recordAppraisalException", new("record a member's exception", "登记例外情况"), "TWS-7.3",
            [AppraisalStatus.Study, AppraisalStatus.SelfEvaluation, AppraisalStatus.Discussion, AppraisalStatus.Opinion, AppraisalStatus.Handling], null, Leaders, Part.SuperiorOfLeader),
        new("completeAppraisalStudy", new("complete study and education", "完成学习教育"), "TWS-7.3", [AppraisalStatus.Study], AppraisalStatus.SelfEvaluation, Leaders),
        new("fileSelfEvaluation", new("file a self-evaluation", "提交自我评价"), "TWS-7.3", [AppraisalStatus.SelfEvaluation], null, Leaders, MemberHimself),
        new("completeSelfEvaluations", new("complete the self-evaluations", "完成自我评价"), "TWS-7.3", [AppraisalStatus.SelfEvaluation], AppraisalStatus.Discussion, Leaders),
        new("recordAppraisalCriticism", new("record criticism and self-criticism of a member", "登记批评与自我批评"), "TWS-7.4b", [AppraisalStatus.Discussion], null, Leaders, Part.SuperiorOfLeader),
        new("openBallotBox", new("open the ballot box", "开启票箱"), "TWS-7.4", [AppraisalStatus.Discussion], AppraisalStatus.Voting, Leaders),
        new("castBallot", new("cast a ballot", "投票"), "TWS-7.4", [AppraisalStatus.Voting], null, Role.None, ExpectedMember),
        new("closeBallotBox", new("close the ballot box", "关闭票箱"), "TWS-7.4", [AppraisalStatus.Voting], AppraisalStatus.Opinion, Leaders),
        new("recordAppraisalOpinion", new("record the organization's opinion of a member", "登记组织意见"), "TWS-7.3", [AppraisalStatus.Opinion], null, Leaders, Part.SuperiorOfLeader),
        new("fileAppraisalObjection", new("file an objection to one's own result", "对本人结果提出异议"), "TWS-7.4", [AppraisalStatus.Opinion, AppraisalStatus.Handling], null, Role.None, MemberHimself),
        new("answerAppraisalObjection", new("answer an objection", "答复异议"), "TWS-7.4", [AppraisalStatus.Opinion, AppraisalStatus.Handling], null, Leaders, Part.SuperiorOfLeader),
        new("completeAppraisalOpinions", new("complete the opinions", "完成组织考察"), "TWS-7.3", [AppraisalStatus.Opinion], AppraisalStatus.Handling, Leaders),
        new("recordAppraisalHandling", new("record commendation or handling of a member", "登记表彰或处理"), "TWS-7.3", [AppraisalStatus.Handling], null, Leaders, Part.SuperiorOfLeader),
        new("closeAppraisal", new("close the appraisal", "办结民主评议"), "TWS-7.3", [AppraisalStatus.Handling], AppraisalStatus.Closed, Leaders));

    /// <summary>The member whom a step concerns.</summary>
    public static Part MemberHimself => new("member-himself", new("the member himself", "党员本人"));

    /// <summary>Any member who is expected.</summary>
    public static Part ExpectedMember => new("expected-member", new("each member expected", "应参加的党员"));

    /// <summary>The appraisal's id.</summary>
    public Id<Appraisal> Id { get; private set; }

    /// <summary>The branch.</summary>
    public Id<Organization> OrganizationId { get; private set; }

    /// <summary>The calendar year.</summary>
    public int Year { get; private set; }

    /// <summary>How far it has come.</summary>
    public AppraisalStatus Status { get; private set; }

    /// <summary>How many members are expected.</summary>
    public int Expected { get; private set; }

    /// <summary>The day on which it was opened, and on which those belonged who are expected.</summary>
    public LocalDate OpenedOn { get; private set; }

    /// <summary>What was studied before.</summary>
    public IReadOnlyList<AppraisalStudy> Studies { get; private set; } = [];

    /// <summary>The day on which the ballot box was opened.</summary>
    public LocalDate? BoxOpenedOn { get; private set; }

    /// <summary>The day on which it was closed.</summary>
    public LocalDate? BoxClosedOn { get; private set; }

    /// <summary>How many of those expected voted; none before the box is closed.</summary>
    public int? Voted { get; private set; }

    /// <summary>The day on which the appraisal was closed.</summary>
    public LocalDate? ClosedOn { get; private set; }

    /// <inheritdoc/>
    public override Guid? AuditedUnder => OrganizationId.Value;

    /// <inheritdoc/>
    public override Guid Key => Id.Value;

    /// <summary>The fewest ballots that count: more than half of those expected (TWS-7.4).</summary>
    public int BallotsNeeded { get; private set; }

    /// <summary>The fewest ballots on a member that are broken down (TWS-7.4): of fewer, who knows his own and some more would know the rest.</summary>
    public int FewestBrokenDown { get; private set; }

    /// <summary>Opens the year's appraisal for those who belong today (TWS-7.1).</summary>
    /// <param name="organization">The organization as it is today, with those who belong to it.</param>
    /// <param name="kind">The kind of meeting at which all who belong are expected.</param>
    /// <param name="year">This year, or the last.</param>
    /// <param name="rules">The rules as they stand for the organization; the numbers of TWS-7.4 of the year's first day hold for the whole appraisal.</param>
    /// <param name="ids">Makes ids.</param>
    public static Result<(Appraisal Appraisal, IReadOnlyList<AppraisedMember> Members)> Open(OrganizationOnDay organization, ActivityKind kind, int year, LocalRules rules, Ids ids)
    {
        if (Procedure.RefusalOf("openAppraisal", default, new(organization.RolesOfCaller)) is { Kind: ErrorKind.Forbidden } reserved) return reserved;
        if (organization.Type is not { } type || !type.HoldsRelations()) return AppraisalErrors.NoBranch;
        if (year > organization.Day.Year || year < organization.Day.Year - 1) return AppraisalErrors.YearOutOfRange(organization.Day.Year).At("/year");
        var expected = organization.ExpectedAt([kind]).OrderBy(p => p.Value).ToList();
        if (expected.Count == 0) return AppraisalErrors.NobodyExpected;

        var terms = rules.On("TWS-7.4", new(year, 1, 1));
        var appraisal = new Appraisal
        {
            Id = ids.New<Appraisal>(), OrganizationId = organization.Id, Year = year, Expected = expected.Count, OpenedOn = organization.Day,
            BallotsNeeded = (int)decimal.Floor(expected.Count * terms.Number("turnout")) + 1, FewestBrokenDown = terms.Whole("fewestBallots"),
        };
        appraisal.Raise(new("appraisal.opened"));
        return (appraisal, expected.ConvertAll(p => new AppraisedMember(ids.New<AppraisedMember>(), appraisal, p)));
    }

    /// <summary>Records an occasion of study and education; it counts for those who took part.</summary>
    public Result<Done> RecordStudy(AppraisalStudy study, IReadOnlyCollection<AppraisedMember> members, Standing standing)
    {
        if (Procedure.RefusalOf("recordAppraisalStudy", Status, standing) is { } refusal) return refusal;
        foreach (var (i, person) in study.Attended.Index())
        {
            if (members.All(m => m.PersonId != person)) return AppraisalErrors.NotExpected.At($"/attended/{i}");
        }

        Studies = [.. Studies, study with { Attended = [.. study.Attended.Distinct()] }];
        foreach (var member in members.Where(m => study.Attended.Contains(m.PersonId))) member.Studied(study.On);
        Raise(new("appraisal.studyRecorded"));
        return Done.It;
    }

    /// <summary>A member's record was merged into another one (REG-23), who took part in the studies in his place.</summary>
    public void PassPerson(Id<Person> duplicate, Id<Person> survivor)
    {
        if (!Studies.Any(s => s.Attended.Contains(duplicate))) return;
        Studies = [.. Studies.Select(s => s with { Attended = [.. s.Attended.Select(p => p == duplicate ? survivor : p).Distinct()] })];
        Raise(new Step("appraisal.personPassed"));
    }

    /// <summary>Goes on to the self-evaluations.</summary>
    public Result<Done> CompleteStudy(IReadOnlyCollection<AppraisedMember> members, Standing standing)
    {
        if (RefusalToGoOn("completeAppraisalStudy", standing, "TWS-7.3", members.Where(m => m.StudiedOn is null && !m.IsExceptedFrom(AppraisalExceptionStep.Study))) is { } refusal) return refusal;
        Status = AppraisalStatus.SelfEvaluation;
        Raise(new("appraisal.studyCompleted"));
        return Done.It;
    }

    /// <summary>Goes on to criticism and self-criticism.</summary>
    public Result<Done> CompleteSelfEvaluations(IReadOnlyCollection<AppraisedMember> members, Standing standing)
    {
        var lacking = members.Where(m => m.SelfEvaluation is null && !m.IsExceptedFrom(AppraisalExceptionStep.SelfEvaluation));
        if (RefusalToGoOn("completeSelfEvaluations", standing, "TWS-7.3", lacking) is { } refusal) return refusal;
        Status = AppraisalStatus.Discussion;
        Raise(new("appraisal.selfEvaluationsCompleted"));
        return Done.It;
    }

    /// <summary>Opens the ballot box, when criticism and self-criticism are recorded for everybody: education and criticism come before judgement (TWS-7.4b).</summary>
    public Result<IReadOnlyList<BallotMark>> OpenBox(IReadOnlyCollection<AppraisedMember> members, Standing standing, LocalDate today)
    {
        var lacking = members.Where(m => m.Criticism is null && !m.IsExceptedFrom(AppraisalExceptionStep.Discussion));
        if (RefusalToGoOn("openBallotBox", standing, "TWS-7.4b", lacking) is { } refusal) return refusal;
        (Status, BoxOpenedOn) = (AppraisalStatus.Voting, today);
        Raise(new("appraisal.ballotBoxOpened"));
        return Result<IReadOnlyList<BallotMark>>.Success([.. members.OrderBy(m => m.PersonId.Value).Select(m => new BallotMark(Id, m.PersonId))]);
    }

    /// <summary>Whether somebody may put his ballot into the box now: he is expected, and his mark says that he has not voted (one member, one ballot).</summary>
    public Result<Done> Admit(bool expected, BallotMark? mark)
    {
        if (Procedure.RefusalOf("castBallot", Status, new(Role.None, expected ? [ExpectedMember] : [])) is { } refusal) return refusal;
        return mark!.Voted ? AppraisalErrors.VotedAlready : Done.It;
    }

    /// <summary>Closes the ballot box; the ballots count only if more than half of those expected voted (TWS-7.4).</summary>
    public Result<Done> CloseBox(int voted, Standing standing, LocalDate today)
    {
        if (Procedure.RefusalOf("closeBallotBox", Status, standing) is { } refusal) return refusal;
        if (voted < BallotsNeeded) return AppraisalErrors.TooFewVoted(voted, Expected, BallotsNeeded);
        (Status, Voted, BoxClosedOn) = (AppraisalStatus.Opinion, voted, today);
        Raise(new("appraisal.ballotBoxClosed"));
        return Done.It;
    }

    /// <summary>Goes on to commendation and handling; every objection is answered by then.</summary>
    public Result<Done> CompleteOpinions(IReadOnlyCollection<AppraisedMember> members, Standing standing)
    {
        var lacking = members.Where(m => m.Grade is null && !m.IsExceptedFrom(AppraisalExceptionStep.Opinion));
        if (RefusalToGoOn("completeAppraisalOpinions", standing, "TWS-7.3", lacking) is { } refusal) return refusal;
        if (members.Any(m => m.HasOpenObjection)) return AppraisalErrors.ObjectionsOpen;
        Status = AppraisalStatus.Handling;
        Raise(new("appraisal.opinionsCompleted"));
        return Done.It;
    }

    /// <summary>Closes the appraisal; it is the evidence of the year (TWS-7.1).</summary>
    public Result<Done> Close(IReadOnlyCollection<AppraisedMember> members, Standing standing, LocalDate today)
    {
        var lacking = members.Where(m => m.NeedsHandling && m.Handling is null && !m.IsExceptedFrom(AppraisalExceptionStep.Handling));
        if (RefusalToGoOn("closeAppraisal", standing, "TWS-7.3", lacking) is { } refusal) return refusal;
        if (members.Any(m => m.HasOpenObjection)) return AppraisalErrors.ObjectionsOpen;
        (Status, ClosedOn) = (AppraisalStatus.Closed, today);
        Raise(new("appraisal.closed"));
        Raise(new EvidenceGained(OrganizationId.Value, Evidence, today, Id.Value, new(Year, 1, 1)));
        return Done.It;
    }

    // A step is completed for everybody expected before the next one opens.
    private Error? RefusalToGoOn(string operation, Standing standing, string ruleId, IEnumerable<AppraisedMember> lacking) =>
        Procedure.RefusalOf(operation, Status, standing) ?? (lacking.Count() is > 0 and var count ? AppraisalErrors.StepIncomplete(ruleId, AppraisalLabels.Statuses[Status].Label, count) : null);
}
