using NodaTime;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Audit;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Procedures;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.WorkPlans;
using Standing = PartyOrg.Domain.Procedures.Standing;
using Step = PartyOrg.Domain.Step;

namespace PartyOrg.Domain.CleanConduct;

/// <summary>How far an accountability case is (TWS-2.4).</summary>
public enum AccountabilityStatus
{
    /// <summary>Opened; the facts are not verified.</summary>
    Opened,

    /// <summary>The facts are established.</summary>
    Verified,

    /// <summary>The facts turned out not to be so.</summary>
    NotEstablished,

    /// <summary>It is settled who answers, and how.</summary>
    Attributed,

    /// <summary>The handling is decided.</summary>
    Decided,

    /// <summary>Closed.</summary>
    Closed,
}

/// <summary>Whether all answer together, or one person (TWS-2.4).</summary>
public enum ResponsibilityScope
{
    /// <summary>Collective responsibility (集体责任).</summary>
    Collective,

    /// <summary>Individual responsibility (个人责任).</summary>
    Individual,
}

/// <summary>What part the leadership has in it (TWS-2.4, reading of a garbled pair).</summary>
public enum LeadershipResponsibility
{
    /// <summary>Main leadership responsibility (主要领导责任).</summary>
    Main,

    /// <summary>Important leadership responsibility (重要领导责任).</summary>
    Important,
}

/// <summary>Who decides on the handling (TWS-2.4).</summary>
public enum HandlingDecider
{
    /// <summary>The organization's committee; the discipline inspector records its decision.</summary>
    Committee,

    /// <summary>The superior, where the organization's head or its leading body as a whole is concerned.</summary>
    Superior,
}

/// <summary>Somebody, or a leading body as a whole, answers for the breach.</summary>
/// <param name="Scope">Whether it is collective or individual.</param>
/// <param name="Grounds">Why, 1 to 2,000 characters.</param>
/// <param name="PersonId">Who; of an individual responsibility only.</param>
/// <param name="Leadership">Whether it is that of the leadership; none of somebody without a leading post.</param>
public sealed record AttributedResponsibility(ResponsibilityScope Scope, string Grounds, Id<Person>? PersonId = null, LeadershipResponsibility? Leadership = null)
{
    /// <summary>Every value that cannot be kept, with its pointer.</summary>
    public static IEnumerable<Error> FaultsIn(IReadOnlyList<AttributedResponsibility> all)
    {
        if (all.Count is 0 or > AccountabilityCase.MostResponsibilities) yield return AccountabilityErrors.ResponsibilitiesOutOfRange;
        foreach (var (i, one) in all.Index())
        {
            if (FreeText.FaultIn(one.Grounds, AccountabilityCase.TextLength) is { } fault) yield return fault.At($"/{i}/grounds");
            if (one.Scope == ResponsibilityScope.Individual != one.PersonId is not null) yield return AccountabilityErrors.ScopeDoesNotFit.At($"/{i}/personId");
            if (one.PersonId is { } person && all.Take(i).Any(other => other.PersonId == person)) yield return AccountabilityErrors.AttributedTwice.At($"/{i}/personId");
        }
    }
}

/// <summary>How one attributed responsibility is handled. It is in proportion to three things, and each is recorded (TWS-2.4).</summary>
/// <param name="Measure">What is done, 1 to 2,000 characters.</param>
/// <param name="Post">The post that was held, up to 500 characters.</param>
/// <param name="PartInBreach">The part that was taken in the breach, up to 500 characters.</param>
/// <param name="Responsibility">How far he answers for it, up to 500 characters.</param>
public sealed record DecidedHandling(string Measure, string? Post = null, string? PartInBreach = null, string? Responsibility = null)
{
    /// <summary>Every value that cannot be kept, with its pointer.</summary>
    public static IEnumerable<Error> FaultsIn(IReadOnlyList<DecidedHandling> all)
    {
        foreach (var (i, one) in all.Index())
        {
            if (FreeText.FaultIn(one.Measure, AccountabilityCase.TextLength) is { } fault) yield return fault.At($"/{i}/measure");
            foreach (var (text, pointer) in new[] { (one.Post, "post"), (one.PartInBreach, "partInBreach"), (one.Responsibility, "responsibility") })
            {
                if (!string.IsNullOrWhiteSpace(text) && FreeText.FaultIn(text, AccountabilityCase.ProportionLength) is { } wrong) yield return wrong.At($"/{i}/{pointer}");
            }
        }
    }

    /// <summary>Whether all three things are recorded to which it is in proportion.</summary>
    public bool IsProportionate() => !new[] { Post, PartInBreach, Responsibility }.Any(string.IsNullOrWhiteSpace);
}

/// <summary>
/// A case of accountability for a breach of the responsibility for clean conduct (责任追究; TWS-2.4): opened → facts verified → responsibility attributed → handling decided →
/// closed. It is confidential: the discipline inspector and the superior alone see it, and of the steps nobody is told but the audit.
/// </summary>
public sealed class AccountabilityCase : Aggregate, IConfidential
{
    /// <summary>The longest text, in characters.</summary>
    public const int TextLength = 2000;

    /// <summary>The longest text on one of the three things to which a handling is in proportion, in characters.</summary>
    public const int ProportionLength = 500;

    /// <summary>The longest name of a department, in characters.</summary>
    public const int DepartmentLength = 100;

    /// <summary>The most responsibilities of a case.</summary>
    public const int MostResponsibilities = 20;

    private const string RuleId = "TWS-2.4";

    private AccountabilityCase() { }

    /// <summary>The discipline inspector of the organization, or one above it.</summary>
    public static Part Inspector { get; } = new("inspector", new("the discipline inspector", "纪检委员（纪检联络员）"));

    /// <summary>An officer or secretary above the organization, who does not lead it himself.</summary>
    public static Part Superior { get; } = new("superior", new("the superior", "上级党组织"));

    /// <summary>The discipline inspector where the committee decides, whose decision he records.</summary>
    public static Part RecorderOfCommittee { get; } = new("recorderOfCommittee", new("the discipline inspector, for the committee, unless the head or the leading body is concerned", "纪检委员（记录委员会决定；涉及负责人或领导班子的除外）"));

    /// <summary>The superior where he decides himself.</summary>
    public static Part DecidingSuperior { get; } = new("decidingSuperior", new("the superior, where the head or the leading body is concerned", "上级党组织（涉及负责人或领导班子的）"));

    /// <summary>The steps of a case.</summary>
    public static Procedure<AccountabilityStatus> Procedure { get; } = new(
        "accountability-case", new("Accountability case", "责任追究"), CleanConductLabels.AccountabilityStatuses,
        new("openAccountabilityCase", new("open the case", "立案"), RuleId, [], AccountabilityStatus.Opened, Role.None, Inspector, Superior),
        new("verifyAccountabilityFacts", new("verify the facts", "核实事实"), RuleId, [AccountabilityStatus.Opened], null, Role.None, Inspector, Superior),
        new("attributeResponsibility", new("attribute responsibility", "认定责任"), RuleId, [AccountabilityStatus.Verified], AccountabilityStatus.Attributed, Role.None, Inspector, Superior),
        new("decideAccountability", new("decide on the handling", "作出处理决定"), RuleId, [AccountabilityStatus.Attributed], AccountabilityStatus.Decided, Role.None, RecorderOfCommittee, DecidingSuperior),
        new("closeAccountabilityCase", new("close the case", "结案"), RuleId, [AccountabilityStatus.NotEstablished, AccountabilityStatus.Decided], AccountabilityStatus.Closed, Role.None, Inspector, Superior));

    /// <summary>The case's id.</summary>
    public Id<AccountabilityCase> Id { get; private set; }

    /// <summary>In which organization the breach was.</summary>
    public Id<Organization> OrganizationId { get; private set; }

    /// <summary>The person whom it is about.</summary>
    public Id<Person>? PersonId { get; private set; }

    /// <summary>The department that it is about, where it is no person.</summary>
    public string? Department { get; private set; }

    /// <summary>How far it is.</summary>
    public AccountabilityStatus Status { get; private set; }

    /// <summary>What is alleged.</summary>
    public string Allegation { get; private set; } = "";

    /// <summary>The day on which it was opened.</summary>
    public LocalDate OpenedOn { get; private set; }

    /// <summary>Who decides on the handling; it becomes the superior when the head or the leading body turns out to be concerned.</summary>
    public HandlingDecider DecidedBy { get; private set; }

    /// <summary>What the verification found.</summary>
    public string? Findings { get; private set; }

    /// <summary>The day of the verification.</summary>
    public LocalDate? VerifiedOn { get; private set; }

    /// <summary>Who answers, and how.</summary>
    public IReadOnlyList<AttributedResponsibility> Responsibilities { get; private set; } = [];

    /// <summary>How each of them is handled, in the same order.</summary>
    public IReadOnlyList<DecidedHandling> Handlings { get; private set; } = [];

    /// <summary>The day of the decision.</summary>
    public LocalDate? DecidedOn { get; private set; }

    /// <summary>What came of it.</summary>
    public string? Outcome { get; private set; }

    /// <summary>The day on which it was closed.</summary>
    public LocalDate? ClosedOn { get; private set; }

    /// <inheritdoc/>
    public override Guid? AuditedUnder => OrganizationId.Value;

    /// <inheritdoc/>
    public override Guid Key => Id.Value;

    /// <summary>Whether it is about this person: then he neither sees nor leads it, whatever he is.</summary>
    public bool Concerns(Id<Person>? person) => person is not null && (PersonId == person || Responsibilities.Any(r => r.PersonId == person));

    /// <summary>Opens a case about a person or a department.</summary>
    /// <param name="organization">Where the breach was.</param>
    /// <param name="person">Whom it is about.</param>
    /// <param name="department">Which department it is about, where it is no person.</param>
    /// <param name="isHead">Whether the person is the organization's secretary.</param>
    /// <param name="allegation">What is alleged.</param>
    /// <param name="by">What the caller is to the organization.</param>
    /// <param name="on">Today.</param>
    /// <param name="ids">Makes its id.</param>
    public static Result<AccountabilityCase> Open(Organization organization, Id<Person>? person, string? department, bool isHead, string allegation, Standing by, LocalDate on, Ids ids)
    {
        if (organization.Type.IsTerritorial()) return AccountabilityErrors.OtherOrganization;
        if (Procedure.RefusalToBegin("openAccountabilityCase", by) is { } refusal) return refusal;
        if (!organization.Type.PlansItsWork()) return AccountabilityErrors.OtherOrganization;

        var opened = new AccountabilityCase
        {
            Id = ids.New<AccountabilityCase>(), OrganizationId = organization.Id, PersonId = person, Department = department, Allegation = allegation, OpenedOn = on,
            DecidedBy = isHead ? HandlingDecider.Superior : HandlingDecider.Committee,
        };
        opened.Raise(new Step("accountabilityCase.opened"));
        return opened;
    }

    /// <summary>Records what was verified. Facts that are not established lead to nothing but the end of the case.</summary>
    public Result<Done> Verify(bool established, string findings, LocalDate on, Standing by)
    {
        if (Procedure.RefusalOf("verifyAccountabilityFacts", Status, by) is { } refusal) return refusal;
        if (on < OpenedOn) return AccountabilityErrors.BeforeTheStepBefore(OpenedOn, "/verifiedOn");
        (Status, Findings, VerifiedOn) = (established ? AccountabilityStatus.Verified : AccountabilityStatus.NotEstablished, findings, on);
        Raise(new Step("accountabilityCase.verified"));
        return Done.It;
    }

    /// <summary>Settles who answers. Where the head, or the leading body as a whole, answers, the superior decides (reading).</summary>
    /// <param name="responsibilities">Who answers; checked by <see cref="AttributedResponsibility.FaultsIn"/>.</param>
    /// <param name="isHead">Whether somebody is the organization's secretary.</param>
    /// <param name="by">What the caller is to the case.</param>
    public Result<Done> Attribute(IReadOnlyList<AttributedResponsibility> responsibilities, Func<Id<Person>, bool> isHead, Standing by)
    {
        if (Procedure.RefusalOf("attributeResponsibility", Status, by) is { } refusal) return refusal;
        (Status, Responsibilities) = (AccountabilityStatus.Attributed, responsibilities);
        if (responsibilities.Any(r => r.Scope == ResponsibilityScope.Collective || (r.PersonId is { } person && isHead(person)))) DecidedBy = HandlingDecider.Superior;
        Raise(new Step("accountabilityCase.attributed"));
        return Done.It;
    }

    /// <summary>Records the decision on each responsibility, in proportion to post, part in the breach and responsibility (TWS-2.4).</summary>
    public Result<Done> Decide(IReadOnlyList<DecidedHandling> handlings, LocalDate on, Standing by)
    {
        if (Procedure.RefusalOf("decideAccountability", Status, by) is { } refusal) return refusal;
        if (on < VerifiedOn) return AccountabilityErrors.BeforeTheStepBefore(VerifiedOn.Value, "/decidedOn");
        if (handlings.Count != Responsibilities.Count) return AccountabilityErrors.NotEachHandled(Responsibilities.Count);
        foreach (var (i, handling) in handlings.Index())
        {
            if (!handling.IsProportionate()) return AccountabilityErrors.NotProportionate.At($"/handlings/{i}");
        }

        (Status, Handlings, DecidedOn) = (AccountabilityStatus.Decided, handlings, on);
        Raise(new Step("accountabilityCase.decided"));
        return Done.It;
    }

    /// <summary>Two records of one person were merged (REG-23): what is about the one is about the other.</summary>
    public void PassPerson(Id<Person> duplicate, Id<Person> survivor)
    {
        if (PersonId == duplicate) PersonId = survivor;
        Responsibilities = [.. Responsibilities.Select(r => r.PersonId == duplicate ? r with { PersonId = survivor } : r)];
        Raise(new Step("accountabilityCase.passed"));
    }

    /// <summary>Closes it.</summary>
    public Result<Done> Close(string outcome, LocalDate on, Standing by)
    {
        if (Procedure.RefusalOf("closeAccountabilityCase", Status, by) is { } refusal) return refusal;
        if (on < (DecidedOn ?? VerifiedOn)) return AccountabilityErrors.BeforeTheStepBefore((DecidedOn ?? VerifiedOn)!.Value, "/closedOn");
        (Status, Outcome, ClosedOn) = (AccountabilityStatus.Closed, outcome, on);
        Raise(new Step("accountabilityCase.closed"));
        return Done.It;
    }
}
