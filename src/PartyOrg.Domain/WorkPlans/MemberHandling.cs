using NodaTime;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Procedures;
using PartyOrg.Domain.Results;
using Standing = PartyOrg.Domain.Procedures.Standing;

namespace PartyOrg.Domain.WorkPlans;

/// <summary>How far the handling of an unqualified member is (TWS-1.6c).</summary>
public enum MemberHandlingStatus
{
    /// <summary>The appraisal found the member unqualified; nothing is decided.</summary>
    Opened,

    /// <summary>The committee has decided how he is handled.</summary>
    Decided,

    /// <summary>It was carried out, with its result.</summary>
    Closed,
}

/// <summary>How an unqualified member is handled.</summary>
public enum HandlingMeasure
{
    /// <summary>He is educated and helped, and mends within a term (限期改正).</summary>
    MendWithinTerm,

    /// <summary>He is advised to leave the Party (劝退).</summary>
    AdviceToLeave,

    /// <summary>He is removed from the roll of members (除名).</summary>
    RemovalFromRoll,
}

/// <summary>The recorded handling of a member whom the year's appraisal found unqualified (TWS-1.6c). One for a member and a year.</summary>
public sealed class MemberHandling : Aggregate
{
    /// <summary>The longest text, in characters.</summary>
    public const int TextLength = 2000;

    private const Role Committee = Role.BranchSecretary | Role.CommitteeMember;

    private MemberHandling() { }

    /// <summary>The steps of the handling.</summary>
    public static Procedure<MemberHandlingStatus> Procedure { get; } = new(
        "unqualified-member", new("Handling of an unqualified member", "不合格党员处置"), WorkPlanLabels.MemberHandlingStatuses,
        new("openMemberHandling", new("open the handling", "提出处置"), "TWS-1.6c", [], MemberHandlingStatus.Opened, Committee, Part.SuperiorOfLeader),
        new("decideMemberHandling", new("decide how the member is handled", "作出处置决定"), "TWS-1.6c", [MemberHandlingStatus.Opened], MemberHandlingStatus.Decided, Committee, Part.SuperiorOfLeader),
        new("closeMemberHandling", new("close it with its result", "记录结果并办结"), "TWS-1.6c", [MemberHandlingStatus.Decided], MemberHandlingStatus.Closed, Committee, Part.SuperiorOfLeader));

    /// <summary>The handling's id.</summary>
    public Id<MemberHandling> Id { get; private set; }

    /// <summary>The member's organization.</summary>
    public Id<Organization> OrganizationId { get; private set; }

    /// <summary>The member.</summary>
    public Id<Person> PersonId { get; private set; }

    /// <summary>The year of the appraisal.</summary>
    public int Year { get; private set; }

    /// <summary>How far it is.</summary>
    public MemberHandlingStatus Status { get; private set; }

    /// <summary>What the appraisal found.</summary>
    public string Findings { get; private set; } = "";

    /// <summary>How he is handled; none before the decision.</summary>
    public HandlingMeasure? Measure { get; private set; }

    /// <summary>The decision in words.</summary>
    public string? Decision { get; private set; }

    /// <summary>The day of the decision.</summary>
    public LocalDate? DecidedOn { get; private set; }

    /// <summary>The last day of the term for mending, itself included.</summary>
    public LocalDate? MendBy { get; private set; }

    /// <summary>What came of it.</summary>
    public string? Outcome { get; private set; }

    /// <summary>The day on which it was closed.</summary>
    public LocalDate? ClosedOn { get; private set; }

    /// <inheritdoc/>
    public override Guid? AuditedUnder => OrganizationId.Value;

    /// <inheritdoc/>
    public override Guid Key => Id.Value;

    /// <summary>Opens it for a member who belongs to the organization. Where no appraisal recorded here judged him unqualified in that year, an advice says so.</summary>
    public static Result<MemberHandling> Open(Organization organization, Id<Person> person, bool belongs, bool wasAppraised, int year, string findings, Id<MemberHandling>? standing, Standing by, Ids ids)
    {
        if (!organization.Type.PlansItsWork()) return WorkPlanErrors.MakesNoPlans("TWS-1.6c");
        if (Procedure.RefusalToBegin("openMemberHandling", by) is { } refusal) return refusal;
        if (!belongs) return MemberHandlingErrors.DoesNotBelong;
        if (standing is { } there) return MemberHandlingErrors.ThereAlready(there);

        var opened = new MemberHandling { Id = ids.New<MemberHandling>(), OrganizationId = organization.Id, PersonId = person, Year = year, Findings = findings };
        opened.Raise(new Step("memberHandling.opened"));
        return ((Result<MemberHandling>)opened).With(wasAppraised ? [] : [MemberHandlingErrors.NotAppraised]);
    }

    /// <summary>Records the committee's decision. A member who is to mend has a term for it, after the decision.</summary>
    public Result<Done> Decide(HandlingMeasure measure, string decision, LocalDate on, LocalDate? mendBy, Standing by)
    {
        if (Procedure.RefusalOf("decideMemberHandling", Status, by) is { } refusal) return refusal;
        if (measure == HandlingMeasure.MendWithinTerm != mendBy is not null || mendBy <= on) return MemberHandlingErrors.TermDoesNotFit;
        (Status, Measure, Decision, DecidedOn, MendBy) = (MemberHandlingStatus.Decided, measure, decision, on, mendBy);
        Raise(new Step("memberHandling.decided"));
        return Done.It;
    }

    /// <summary>Two records of one person were merged (REG-23): it concerns the other.</summary>
    public void PassTo(Id<Person> survivor)
    {
        PersonId = survivor;
        Raise(new Step("memberHandling.opened"));
    }

    /// <summary>Closes it with what came of it.</summary>
    public Result<Done> Close(string outcome, LocalDate on, Standing by)
    {
        if (Procedure.RefusalOf("closeMemberHandling", Status, by) is { } refusal) return refusal;
        if (on < DecidedOn) return MemberHandlingErrors.ClosedBeforeDecided(DecidedOn.Value);
        (Status, Outcome, ClosedOn) = (MemberHandlingStatus.Closed, outcome, on);
        Raise(new Step("memberHandling.closed"));
        return ((Result<Done>)Done.It).With(Measure is HandlingMeasure.AdviceToLeave or HandlingMeasure.RemovalFromRoll ? [MemberHandlingErrors.MembershipGoesOn] : []);
    }
}

/// <summary>Refusals of the handling of unqualified members.</summary>
public static class MemberHandlingErrors
{
    /// <summary>Not there, or out of the caller's scope.</summary>
    public static Error NotFound { get; } = Error.NotFound("member-handling-not-found",
        "There is no such handling of a member in your scope. Look it up with GET /api/v1/member-handlings.", "在您的权限范围内没有该处置记录。请通过 GET /api/v1/member-handlings 查询。");

    /// <summary>He does not belong there (TWS-1.6c).</summary>
    public static Error DoesNotBelong { get; } = Error.RuleBroken("TWS-1.6c", "member-handling-of-outsider",
        "The member's relation or enrolment does not lie with this organization today; the one to which he belongs handles it.", "该党员目前不属于该组织。请由其所在组织处置。") with { Pointer = "/personId" };

    /// <summary>No appraisal of the year judged him so (TWS-1.6c).</summary>
    public static Advice NotAppraised { get; } = new("TWS-1.6c", new(
        "No appraisal of that year recorded here judged the member unqualified. See that the findings name the appraisal on which the handling rests.", "本系统中该年度的民主评议未认定该党员不合格。请在评议情况中写明处置所依据的评议。"));

    /// <summary>The register does not know of it (TWS-1.6c).</summary>
    public static Advice MembershipGoesOn { get; } = new("TWS-1.6c", new(
        "The register keeps him as a member until his membership is ended there: where it ended, let an officer above record it with POST /api/v1/members/{member}/membership-end (endMembership, REG-49).",
        "党员名册中其党籍仍在持续：党籍确已终止的，请上级工作人员通过 POST /api/v1/members/{member}/membership-end 登记（endMembership，REG-49）。"));

    /// <summary>There is one for the member and the year (TWS-1.6c).</summary>
    public static Error ThereAlready(Id<MemberHandling> standing) => Error.RuleBroken("TWS-1.6c", "member-handling-there-already",
        $"The handling of this member for that year is there: {standing}. Go on with it.", $"该党员该年度的处置记录已存在：{standing}。请继续办理。");

    /// <summary>A term where none belongs, or none where one does (TWS-1.6c).</summary>
    public static Error TermDoesNotFit { get; } = Error.RuleBroken("TWS-1.6c", "member-handling-term-does-not-fit",
        "Who is to mend has a term that ends after the decision; with any other measure there is none. Correct mendBy.", "限期改正须写明晚于决定日期的期限，其他处置不设期限。请改正 mendBy。") with { Pointer = "/mendBy" };

    /// <summary>The end before the decision (TWS-1.6c).</summary>
    public static Error ClosedBeforeDecided(LocalDate on) => Error.RuleBroken("TWS-1.6c", "member-handling-closed-before-decided",
        $"It was decided on {on:uuuu-MM-dd} and is closed then or later.", $"处置于 {on:uuuu-MM-dd} 决定，办结日期不得早于该日。") with { Pointer = "/closedOn" };
}
