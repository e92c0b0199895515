using NodaTime;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Procedures;
using PartyOrg.Domain.Results;
using Standing = PartyOrg.Domain.Procedures.Standing;

namespace PartyOrg.Domain.DemocraticAppraisal;

/// <summary>A member's evaluation of himself.</summary>
/// <param name="Text">In his own words, 1 to 4000 characters.</param>
/// <param name="Contents">What it covers of TWS-7.2.</param>
/// <param name="Standards">Against which standards he measures himself (TWS-7.4b).</param>
public sealed record SelfEvaluation(string Text, IReadOnlyList<AppraisalContent> Contents, IReadOnlyList<AppraisalStandard> Standards)
{
    /// <summary>The longest text, in characters; also of criticism, investigation and opinion.</summary>
    public const int TextLength = 4000;

    /// <summary>The day on which it was filed.</summary>
    public LocalDate? On { get; init; }

    /// <summary>What it leaves out: it should cover both contents and all standards.</summary>
    public IEnumerable<Advice> Advices() => AppraisalErrors.Omissions(Contents, Standards);
}

/// <summary>What was said of a member in the discussion.</summary>
/// <param name="SelfCriticism">His self-criticism, 1 to 4000 characters.</param>
/// <param name="Others">The others' criticism of him, 1 to 4000 characters.</param>
/// <param name="On">The day of the discussion.</param>
public sealed record AppraisalCriticism(string SelfCriticism, string Others, LocalDate On);

/// <summary>What the organization found and thinks of a member.</summary>
/// <param name="Investigation">What was looked into and found, 1 to 4000 characters.</param>
/// <param name="Text">The opinion, 1 to 4000 characters.</param>
/// <param name="Contents">What it judges of TWS-7.2.</param>
/// <param name="Standards">By which standards (TWS-7.4b).</param>
/// <param name="Grade">What he is judged to be.</param>
public sealed record AppraisalOpinion(string Investigation, string Text, IReadOnlyList<AppraisalContent> Contents, IReadOnlyList<AppraisalStandard> Standards, MemberGrade Grade)
{
    /// <summary>The day on which it was recorded.</summary>
    public LocalDate? On { get; init; }

    /// <summary>What it leaves out: it should judge both contents by all standards.</summary>
    public IEnumerable<Advice> Advices() => AppraisalErrors.Omissions(Contents, Standards);
}

/// <summary>A member's objection to his own result.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Text">Why, 1 to 2000 characters.</param>
/// <param name="FiledOn">The day on which it was filed.</param>
public sealed record AppraisalObjection(int Number, string Text, LocalDate FiledOn)
{
    /// <summary>The longest text, in characters; also of the answer.</summary>
    public const int TextLength = 2000;

    /// <summary>The answer; none while it is open.</summary>
    public string? Answer { get; init; }

    /// <summary>Whether it was right; none while it is open.</summary>
    public bool? Upheld { get; init; }

    /// <summary>The day of the answer; none while it is open.</summary>
    public LocalDate? AnsweredOn { get; init; }
}

/// <summary>Why a step is not completed for a member.</summary>
/// <param name="Step">The step.</param>
/// <param name="Reason">Why, 1 to 500 characters.</param>
/// <param name="On">The day on which it was recorded.</param>
public sealed record AppraisalException(AppraisalExceptionStep Step, string Reason, LocalDate On)
{
    /// <summary>The longest reason, in characters.</summary>
    public const int ReasonLength = 500;
}

/// <summary>What follows for a member.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">In words, 1 to 2000 characters.</param>
public sealed record AppraisalHandling(AppraisalHandlingKind Kind, string Text)
{
    /// <summary>The longest text, in characters.</summary>
    public const int TextLength = 2000;

    /// <summary>The day on which it was recorded.</summary>
    public LocalDate? On { get; init; }
}

/// <summary>One member in the year's appraisal: everything but his ballot.</summary>
public sealed class AppraisedMember : Aggregate
{
    private AppraisedMember() { }

    internal AppraisedMember(Id<AppraisedMember> id, Appraisal appraisal, Id<Person> person)
    {
        (Id, AppraisalId, OrganizationId, Year, PersonId) = (id, appraisal.Id, appraisal.OrganizationId, appraisal.Year, person);
        Raise(new("appraisedMember.expected"));
    }

    /// <summary>The id of his part of the appraisal.</summary>
    public Id<AppraisedMember> Id { get; private set; }

    /// <summary>The appraisal.</summary>
    public Id<Appraisal> AppraisalId { get; private set; }

    /// <summary>The branch.</summary>
    public Id<Organization> OrganizationId { get; private set; }

    /// <summary>The calendar year.</summary>
    public int Year { get; private set; }

    /// <summary>The member.</summary>
    public Id<Person> PersonId { get; private set; }

    /// <summary>The last day on which he took part in study and education.</summary>
    public LocalDate? StudiedOn { get; private set; }

    /// <summary>His self-evaluation.</summary>
    public SelfEvaluation? SelfEvaluation { get; private set; }

    /// <summary>What was said of him.</summary>
    public AppraisalCriticism? Criticism { get; private set; }

    /// <summary>What the organization thinks of him.</summary>
    public AppraisalOpinion? Opinion { get; private set; }

    /// <summary>What he is judged to be; the opinion's, apart so that lists find it.</summary>
    public MemberGrade? Grade { get; private set; }

    /// <summary>His objections, in the order in which they were filed.</summary>
    public IReadOnlyList<AppraisalObjection> Objections { get; private set; } = [];

    /// <summary>From which steps he is excepted.</summary>
    public IReadOnlyList<AppraisalException> Exceptions { get; private set; } = [];

    /// <summary>What follows.</summary>
    public AppraisalHandling? Handling { get; private set; }

    /// <inheritdoc/>
    public override Guid? AuditedUnder => OrganizationId.Value;

    /// <inheritdoc/>
    public override Guid Key => Id.Value;

    /// <summary>Whether an objection waits for its answer.</summary>
    public bool HasOpenObjection => Objections.Any(o => o.Answer is null);

    /// <summary>Whether something must follow: everybody but the qualified is commended or handled.</summary>
    public bool NeedsHandling => Grade is MemberGrade.Excellent or MemberGrade.BasicallyQualified or MemberGrade.Unqualified;

    /// <summary>Whether the step need not be completed for him.</summary>
    public bool IsExceptedFrom(AppraisalExceptionStep step) => Exceptions.Any(e => e.Step == step || e.Step == AppraisalExceptionStep.Everything);

    /// <summary>Files his self-evaluation, in the place of one that he filed before.</summary>
    public Result<Done> File(SelfEvaluation evaluation, Appraisal appraisal, Standing standing, LocalDate today)
    {
        if (Appraisal.Procedure.RefusalOf("fileSelfEvaluation", appraisal.Status, standing) is { } refusal) return refusal;
        SelfEvaluation = evaluation with { On = today };
        Raise(new("appraisedMember.selfEvaluationFiled"));
        return Done.It;
    }

    /// <summary>Records what was said of him.</summary>
    public Result<Done> Criticise(AppraisalCriticism criticism, Appraisal appraisal, Standing standing)
    {
        if (Appraisal.Procedure.RefusalOf("recordAppraisalCriticism", appraisal.Status, standing) is { } refusal) return refusal;
        Criticism = criticism;
        Raise(new("appraisedMember.criticismRecorded"));
        return Done.It;
    }

    /// <summary>Records why a step is not completed for him.</summary>
    public Result<Done> Except(AppraisalException exception, Appraisal appraisal, Standing standing)
    {
        if (Appraisal.Procedure.RefusalOf("recordAppraisalException", appraisal.Status, standing) is { } refusal) return refusal;
        Exceptions = [.. Exceptions.Where(e => e.Step != exception.Step), exception];
        Raise(new("appraisedMember.exceptionRecorded"));
        return Done.It;
    }

    /// <summary>Records the organization's opinion, in the place of an earlier one.</summary>
    public Result<Done> Judge(AppraisalOpinion opinion, Appraisal appraisal, Standing standing, LocalDate today)
    {
        if (Appraisal.Procedure.RefusalOf("recordAppraisalOpinion", appraisal.Status, standing) is { } refusal) return refusal;
        (Opinion, Grade) = (opinion with { On = today }, opinion.Grade);
        Raise(new("appraisedMember.opinionRecorded"));
        return Done.It;
    }

    /// <summary>He objects to his own result.</summary>
    public Result<Done> Object(string text, Appraisal appraisal, Standing standing, LocalDate today)
    {
        if (Appraisal.Procedure.RefusalOf("fileAppraisalObjection", appraisal.Status, standing) is { } refusal) return refusal;
        if (Opinion is null) return AppraisalErrors.NothingToObjectTo;
        if (HasOpenObjection) return AppraisalErrors.ObjectionOpenAlready;
        Objections = [.. Objections, new(Objections.Count + 1, text, today)];
        Raise(new("appraisedMember.objectionFiled"));
        return Done.It;
    }

    /// <summary>Answers his open objection; one that was right can change the grade in the same breath, and what had followed from the old one falls away.</summary>
    public Result<Done> Answer(string answer, bool upheld, MemberGrade? grade, Appraisal appraisal, Standing standing, LocalDate today)
    {
        if (Appraisal.Procedure.RefusalOf("answerAppraisalObjection", appraisal.Status, standing) is { } refusal) return refusal;
        if (!HasOpenObjection) return AppraisalErrors.NoObjection;
        if (grade is not null && !upheld) return AppraisalErrors.GradeOnlyWhereUpheld;
        Objections = [.. Objections.Select(o => o.Answer is null ? o with { Answer = answer, Upheld = upheld, AnsweredOn = today } : o)];
        if (grade is { } mended && mended != Grade) (Opinion, Grade, Handling) = (Opinion! with { Grade = mended }, mended, null);
        Raise(new("appraisedMember.objectionAnswered"));
        return Done.It;
    }

    /// <summary>Records what follows for him.</summary>
    public Result<Done> Handle(AppraisalHandling handling, Appraisal appraisal, Standing standing, LocalDate today)
    {
        if (Appraisal.Procedure.RefusalOf("recordAppraisalHandling", appraisal.Status, standing) is { } refusal) return refusal;
        if (handling.Kind == AppraisalHandlingKind.Commended && Grade != MemberGrade.Excellent) return AppraisalErrors.CommendedNotExcellent;
        Handling = handling with { On = today };
        Raise(new("appraisedMember.handled"));
        return Done.It;
    }

    /// <summary>The member's record was merged into another one (REG-23), whose part this is now.</summary>
    public void PassPerson(Id<Person> survivor)
    {
        PersonId = survivor;
        Raise(new("appraisedMember.personPassed"));
    }

    internal void Studied(LocalDate on)
    {
        StudiedOn = on;
        Raise(new("appraisedMember.studied"));
    }
}
