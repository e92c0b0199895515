using NodaTime;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Audit;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Procedures;
using PartyOrg.Domain.Results;
using Standing = PartyOrg.Domain.Procedures.Standing;

namespace PartyOrg.Domain.InnerPartySupervision;

/// <summary>How far a discipline case is.</summary>
public enum CaseStatus
{
    /// <summary>Opened with the facts that are alleged.</summary>
    Opened,

    /// <summary>Investigated; the findings are recorded.</summary>
    Investigated,

    /// <summary>Verified: there was a breach.</summary>
    Verified,

    /// <summary>Verified: there was none.</summary>
    Unfounded,

    /// <summary>Handled with the departments concerned.</summary>
    Handled,

    /// <summary>Closed. Nothing follows.</summary>
    Closed,
}

/// <summary>
/// A breach of discipline: investigated, verified, handled with the departments concerned, closed (TWS-9.2.6). Only the discipline inspector and the superior see it, and never the person whom it concerns.
/// Of its steps nobody is told but the audit. That its subjects were looked at (TWS-9.1) counts from the closing, on that day: until then no verdict shows that there is a case.
/// </summary>
public sealed class DisciplineCase : Aggregate, IConfidential
{
    /// <summary>The longest text, in characters.</summary>
    public const int TextLength = 10_000;

    /// <summary>The longest name of a person or department, in characters.</summary>
    public const int NameLength = 100;

    /// <summary>The most departments.</summary>
    public const int MostDepartments = 20;

    private DisciplineCase() { }

    /// <summary>An officer of what stands above the organization, who leads nothing in it.</summary>
    public static Part Superior { get; } = new("superior", new("An officer of the superior", "上级党组织工作人员"));

    /// <summary>The steps.</summary>
    public static Procedure<CaseStatus> Procedure { get; } = new("discipline-case", new("A breach of discipline", "违纪案件查处"), SupervisionLabels.CaseStatuses,
        new("openDisciplineCase", new("open the case", "立案"), "TWS-9.2.6", [], CaseStatus.Opened, Role.DisciplineInspector, Superior),
        new("investigateDisciplineCase", new("record the investigation", "登记调查情况"), "TWS-9.2.6", [CaseStatus.Opened], CaseStatus.Investigated, Role.DisciplineInspector, Superior),
        new("verifyDisciplineCase", new("verify the facts", "核实事实"), "TWS-9.2.6", [CaseStatus.Investigated], null, Role.DisciplineInspector, Superior),
        new("handleDisciplineCase", new("handle it with the departments concerned", "会同有关部门处理"), "TWS-9.2.6", [CaseStatus.Verified], CaseStatus.Handled, Role.DisciplineInspector, Superior),
        new("closeDisciplineCase", new("close the case", "结案"), "TWS-9.2.6", [CaseStatus.Unfounded, CaseStatus.Handled], CaseStatus.Closed, Role.DisciplineInspector, Superior));

    /// <summary>The case's id.</summary>
    public Id<DisciplineCase> Id { get; private set; }

    /// <summary>In whose discipline.</summary>
    public Id<Organization> OrganizationId { get; private set; }

    /// <summary>Whom it concerns, where he is registered; he never sees it here.</summary>
    public Id<Person>? PersonId { get; private set; }

    /// <summary>Whom it concerns, by name.</summary>
    public string Concerns { get; private set; } = "";

    /// <summary>What is alleged.</summary>
    public string Facts { get; private set; } = "";

    /// <summary>Which of the six subjects it touches (TWS-9.1).</summary>
    public IReadOnlyList<SupervisionSubject> Subjects { get; private set; } = [];

    /// <summary>How far it is.</summary>
    public CaseStatus Status { get; private set; }

    /// <summary>The day on which it was opened.</summary>
    public LocalDate OpenedOn { get; private set; }

    /// <summary>What the investigation found.</summary>
    public string? Findings { get; private set; }

    /// <summary>How the facts were verified.</summary>
    public string? Verification { get; private set; }

    /// <summary>How it was handled.</summary>
    public string? Handling { get; private set; }

    /// <summary>The departments with which it was handled.</summary>
    public IReadOnlyList<string> Departments { get; private set; } = [];

    /// <summary>How it ended.</summary>
    public string? Conclusion { get; private set; }

    /// <summary>The day on which it was closed.</summary>
    public LocalDate? ClosedOn { get; private set; }

    /// <inheritdoc/>
    public override Guid? AuditedUnder => OrganizationId.Value;

    /// <inheritdoc/>
    public override Guid Key => Id.Value;

    /// <summary>Opens a case.</summary>
    public static Result<DisciplineCase> Open(
        Id<Organization> organization, Id<Person>? person, string concerns, string facts, IReadOnlyList<SupervisionSubject> subjects, Standing standing, Id<Person>? caller, Ids ids, LocalDate today)
    {
        if (!Procedure.Steps[0].IsFor(standing)) return ProcedureErrors.ReservedFor(Procedure.Steps[0].Who, Procedure.Steps[0].Title, Procedure.Steps[0].RuleId);
        if (person is not null && person == caller) return SupervisionErrors.CaseOfOneself;
        if (SupervisionSubjects.FaultIn(subjects) is { } fault) return fault;
        var opened = new DisciplineCase { Id = ids.New<DisciplineCase>(), OrganizationId = organization, PersonId = person, Concerns = concerns, Facts = facts, Subjects = subjects, OpenedOn = today };
        opened.Raise(new Step("disciplineCase.opened"));
        return opened;
    }

    /// <summary>Records what the investigation found.</summary>
    public Result<Done> Investigate(string findings, Standing standing)
    {
        if (Procedure.RefusalOf("investigateDisciplineCase", Status, standing) is { } refusal) return refusal;
        (Status, Findings) = (CaseStatus.Investigated, findings);
        Raise(new Step("disciplineCase.investigated"));
        return Done.It;
    }

    /// <summary>Records whether the facts hold, and how that was verified.</summary>
    public Result<Done> Verify(bool isEstablished, string verification, Standing standing)
    {
        if (Procedure.RefusalOf("verifyDisciplineCase", Status, standing) is { } refusal) return refusal;
        (Status, Verification) = (isEstablished ? CaseStatus.Verified : CaseStatus.Unfounded, verification);
        Raise(new Step("disciplineCase.verified"));
        return Done.It;
    }

    /// <summary>Records how it was handled, and with which departments.</summary>
    public Result<Done> Handle(string handling, IReadOnlyList<string> departments, Standing standing)
    {
        if (Procedure.RefusalOf("handleDisciplineCase", Status, standing) is { } refusal) return refusal;
        if (departments.Count == 0) return SupervisionErrors.NoDepartment;
        (Status, Handling, Departments) = (CaseStatus.Handled, handling, departments);
        Raise(new Step("disciplineCase.handled"));
        return Done.It;
    }

    /// <summary>Closes it. From now on it counts as supervision of its subjects, whether the breach was established or not (TWS-9.1).</summary>
    public Result<Done> Close(string conclusion, Standing standing, LocalDate today)
    {
        if (Procedure.RefusalOf("closeDisciplineCase", Status, standing) is { } refusal) return refusal;
        (Status, Conclusion, ClosedOn) = (CaseStatus.Closed, conclusion, today);
        foreach (var subject in Subjects) Raise(new EvidenceGained(OrganizationId.Value, subject.Evidence(), today, Key));
        Raise(new Step("disciplineCase.closed"));
        return Done.It;
    }

    /// <summary>Whom it concerns turned out to be registered twice (REG-23).</summary>
    public void PassPerson(Id<Person> survivor)
    {
        PersonId = survivor;
        Raise(new Step("disciplineCase.personPassed"));
    }
}
