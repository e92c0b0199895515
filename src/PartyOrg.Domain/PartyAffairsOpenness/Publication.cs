using NodaTime;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Procedures;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.PartyAffairsOpenness;

/// <summary>How far a publication is.</summary>
public enum PublicationStatus
{
    /// <summary>Drafted; nobody but its keepers sees it.</summary>
    Drafted,

    /// <summary>Not confidential; it can be opened for opinions.</summary>
    Cleared,

    /// <summary>On view before the decision; opinions are received.</summary>
    Open,

    /// <summary>The general meeting and the Party groups formed a preliminary plan out of it.</summary>
    PlanFormed,

    /// <summary>Decided in the open; the result awaits its own secrecy check.</summary>
    Decided,

    /// <summary>Checked; the secretary's approval is awaited.</summary>
    AwaitingApproval,

    /// <summary>Checked; a major matter awaits the superior (TWS-8.4b).</summary>
    AwaitingSuperior,

    /// <summary>Approved; it can be made public.</summary>
    Approved,

    /// <summary>Public; opinions on it are received.</summary>
    Published,

    /// <summary>Taken back, visibly, with a reason. Nothing follows.</summary>
    Withdrawn,

    /// <summary>Confidential: never published (TWS-8.4b). Nothing follows.</summary>
    KeptSecret,
}

/// <summary>
/// A matter of Party affairs on its way to the public (党务公开; TWS-8.2 to 8.5): opened in advance and formed into a plan, decided in the open, its result made public. What is not decided passes the last stage only.
/// </summary>
public sealed class Publication : Aggregate
{
    /// <summary>The longest title, in characters.</summary>
    public const int TitleLength = 200;

    /// <summary>The longest text, in characters.</summary>
    public const int TextLength = 20_000;

    /// <summary>The longest reason or remark, in characters.</summary>
    public const int ReasonLength = 500;

    /// <summary>The most meetings that form a plan.</summary>
    public const int MostMeetings = 50;

    private const Role Keepers = Role.BranchSecretary | Role.CommitteeMember;

    private Publication() { }

    /// <summary>Somebody who works in the unit; he needs no account.</summary>
    public static Part Employee { get; } = new("employee", new("An employee, without an account", "职工（无须账号）"));

    /// <summary>An officer of what stands above the organization, who leads nothing in it.</summary>
    public static Part Superior { get; } = new("superior", new("An officer of the superior", "上级党组织工作人员"));

    /// <summary>The steps.</summary>
    public static Procedure<PublicationStatus> Procedure { get; } = new("party-affairs-openness", new("Openness of Party affairs", "党务公开"), OpennessLabels.Statuses,
        new("draftPublication", new("draft the matter", "起草公开事项"), "TWS-8.3", [], PublicationStatus.Drafted, Keepers),
        new("revisePublication", new("revise the text", "修改内容"), "TWS-8.3", [PublicationStatus.Drafted, PublicationStatus.Decided], null, Keepers),
        new("checkSecrecy", new("check whether it is confidential", "进行保密审查"), "TWS-8.3", [PublicationStatus.Drafted, PublicationStatus.Decided], null, Keepers | Role.DisciplineInspector),
        new("openToOpinions", new("open it in advance and ask for opinions", "预先公开并征求意见"), "TWS-8.3", [PublicationStatus.Cleared], PublicationStatus.Open, Keepers),
        new("formPlan", new("record the preliminary plan", "登记初步方案"), "TWS-8.3", [PublicationStatus.Open], PublicationStatus.PlanFormed, Keepers),
        new("decideInTheOpen", new("record the decision", "登记决策"), "TWS-8.3", [PublicationStatus.PlanFormed], PublicationStatus.Decided, Keepers),
        new("approvePublication", new("approve it", "审批"), "TWS-8.3", [PublicationStatus.AwaitingApproval], PublicationStatus.Approved, Role.BranchSecretary),
        new("permitPublication", new("approve the major matter", "批准重大事项公开"), "TWS-8.4b", [PublicationStatus.AwaitingSuperior], PublicationStatus.Approved, Role.None, Superior),
        new("returnPublication", new("return the major matter", "退回重大事项"), "TWS-8.4b", [PublicationStatus.AwaitingSuperior], PublicationStatus.Decided, Role.None, Superior),
        new("publishResult", new("make it public", "公开"), "TWS-8.3", [PublicationStatus.Approved], PublicationStatus.Published, Keepers),
        new("withdrawPublication", new("withdraw it", "撤下"), "TWS-8.3",
            [PublicationStatus.Drafted, PublicationStatus.Cleared, PublicationStatus.Open, PublicationStatus.PlanFormed, PublicationStatus.Decided, PublicationStatus.AwaitingApproval, PublicationStatus.AwaitingSuperior, PublicationStatus.Approved, PublicationStatus.Published],
            PublicationStatus.Withdrawn, Role.BranchSecretary, Superior));

    /// <summary>The publication's id.</summary>
    public Id<Publication> Id { get; private set; }

    /// <summary>Whose affair it is.</summary>
    public Id<Organization> OrganizationId { get; private set; }

    /// <summary>What it is called.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What is made public: of a staged matter the proposal.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Its category (TWS-8.2).</summary>
    public PublicationCategory Category { get; private set; }

    /// <summary>What kind of work it is about.</summary>
    public PublicationNature Nature { get; private set; }

    /// <summary>For whom.</summary>
    public PublicationAudience Audience { get; private set; }

    /// <summary>How.</summary>
    public PublicationForm Form { get; private set; }

    /// <summary>The end of periodic or temporary work.</summary>
    public LocalDate? WorkEndedOn { get; private set; }

    /// <summary>The numbers that the product counted for it; none of what was written by hand.</summary>
    public DrawnFigures? Drawn { get; private set; }

    /// <summary>How far it is.</summary>
    public PublicationStatus Status { get; private set; }

    /// <summary>The day on which it was drafted.</summary>
    public LocalDate DraftedOn { get; private set; }

    /// <summary>Every secrecy check, oldest first.</summary>
    public IReadOnlyList<SecrecyCheck> SecrecyChecks { get; private set; } = [];

    /// <summary>The day on which it was opened for opinions.</summary>
    public LocalDate? OpenedOn { get; private set; }

    /// <summary>The preliminary plan.</summary>
    public PreliminaryPlan? Plan { get; private set; }

    /// <summary>The decision.</summary>
    public OpenDecision? Decision { get; private set; }

    /// <summary>Who approved it, by the name of the account.</summary>
    public string? ApprovedBy { get; private set; }

    /// <summary>The day of the approval.</summary>
    public LocalDate? ApprovedOn { get; private set; }

    /// <summary>Why the superior returned it the last time.</summary>
    public string? ReturnedBecause { get; private set; }

    /// <summary>The day on which it was made public.</summary>
    public LocalDate? PublishedOn { get; private set; }

    /// <summary>The day on which it was taken back.</summary>
    public LocalDate? WithdrawnOn { get; private set; }

    /// <summary>Why it was taken back.</summary>
    public string? WithdrawnBecause { get; private set; }

    /// <summary>Whether its audience sees it: open, or public, or taken back after it was.</summary>
    public bool IsOnView => Status is not (PublicationStatus.KeptSecret or PublicationStatus.Drafted or PublicationStatus.Cleared) && (OpenedOn ?? PublishedOn) is not null;

    /// <summary>Whether it passes all three stages.</summary>
    public bool IsStaged => Matter.IsStaged;

    /// <summary>
    /// The last day on which what is public all year round is current: the day before it becomes so many months old as the rule said on the day of its publication (TWS-8.4a,
    /// <c>renewedAfterMonths</c>). None of other natures, and none before it is public.
    /// </summary>
    public LocalDate? CurrentThrough { get; private set; }

    /// <summary>On which stage opinions are received now; none where they are not.</summary>
    public OpinionTiming? TakesOpinions => Status switch
    {
        PublicationStatus.Open or PublicationStatus.PlanFormed => OpinionTiming.BeforeDecision,
        PublicationStatus.Published => OpinionTiming.OnResult,
        _ => null,
    };

    /// <inheritdoc/>
    public override Guid? AuditedUnder => OrganizationId.Value;

    /// <inheritdoc/>
    public override Guid Key => Id.Value;

    private Matter Matter => new(Title, Text, Category, Nature, Audience, Form, WorkEndedOn);

    /// <summary>Whether organizations of this type make their affairs public: those with a secretary of their own that lead no territory.</summary>
    public static bool IsBound(OrganizationType type) => type is OrganizationType.Branch or OrganizationType.JointBranch or OrganizationType.FloatingMemberBranch or OrganizationType.GeneralBranch
        or OrganizationType.JointGeneralBranch or OrganizationType.UnitCommittee;

    /// <summary>Drafts a matter. Numbers in a generated one are counted by the product.</summary>
    public static Result<Publication> Draft(Organization organization, Matter matter, DrawnFigures? drawn, Standing standing, Ids ids, LocalDate today)
    {
        if (!IsBound(organization.Type)) return PublicationErrors.NotBound;
        if (!Procedure.Steps[0].IsFor(standing)) return ProcedureErrors.ReservedFor(Procedure.Steps[0].Who, Procedure.Steps[0].Title, Procedure.Steps[0].RuleId);
        if (!matter.FormFits) return PublicationErrors.FormDoesNotFit;
        if (matter.HasEnd != matter.WorkEndedOn.HasValue) return PublicationErrors.EndDoesNotFit;

        var publication = new Publication
        {
            Id = ids.New<Publication>(), OrganizationId = organization.Id, Title = PublicText.Mask(matter.Title), Text = PublicText.Mask(matter.Text), Category = matter.Category, Nature = matter.Nature,
            Audience = matter.Audience, Form = matter.Form, WorkEndedOn = matter.WorkEndedOn, Drawn = drawn, DraftedOn = today,
        };
        if (matter.WorkEndedOn is { } end) publication.Raise(new EvidenceGained(organization.Id.Value, "workEnded", end, publication.Key));
        publication.Raise(new("publication.drafted"));
        return ((Result<Publication>)publication).With(PublicText.AdvicesOn(matter.Title, matter.Text));
    }

    /// <summary>
    /// Writes title and text anew before the check; after the decision those of the result, which nobody reads before it is checked, approved and made public. What the product counted is not written over (TWS-8.2).
    /// </summary>
    public Result<Done> Revise(string title, string text, Standing standing)
    {
        if (Procedure.RefusalOf("revisePublication", Status, standing) is { } refusal) return refusal;
        var (newTitle, newText) = (PublicText.Mask(title), PublicText.Mask(text));
        if (Decision is not null) Decision = Decision with { Title = newTitle == Title ? null : newTitle, Text = newText };
        else if (Drawn is not null && (newTitle, newText) != (Title, Text)) return PublicationErrors.NumbersAreDrawn;
        else (Title, Text) = (newTitle, newText);
        Raise(new("publication.revised"));
        return Advised(title, text);
    }

    /// <summary>Records whether it is confidential; what is, is never published.</summary>
    public Result<Done> CheckSecrecy(bool isSecret, string remark, string by, Standing standing, LocalDate today)
    {
        if (Procedure.RefusalOf("checkSecrecy", Status, standing) is { } refusal) return refusal;
        SecrecyChecks = [.. SecrecyChecks, new(today, by, isSecret, remark)];
        Status = isSecret ? PublicationStatus.KeptSecret
            : IsStaged && Decision is null ? PublicationStatus.Cleared
            : Matter.IsMajor ? PublicationStatus.AwaitingSuperior : PublicationStatus.AwaitingApproval;
        if (isSecret) Raise(new EvidenceWithdrawn(Key));
        Raise(new("publication.secrecyChecked"));
        return Done.It;
    }

    /// <summary>Opens it before it is discussed; opinions are received from now on.</summary>
    public Result<Done> Open(Standing standing, LocalDate today)
    {
        if (Procedure.RefusalOf("openToOpinions", Status, standing) is { } refusal) return refusal;
        (Status, OpenedOn) = (PublicationStatus.Open, today);
        Raise(new("publication.opened"));
        return Done.It;
    }

    /// <summary>Records the preliminary plan, and the general meeting and group meetings that formed it.</summary>
    /// <param name="text">The plan.</param>
    /// <param name="meetings">The meetings, as they are recorded; one that is not there or was not held is left out.</param>
    /// <param name="groups">The Party groups that there are, each of which meets on it.</param>
    /// <param name="standing">What the caller is to it.</param>
    public Result<Done> FormPlan(string text, IReadOnlyList<HeldMeeting> meetings, IReadOnlyList<(Id<Organization> Id, string Name)> groups, Standing standing)
    {
        if (Procedure.RefusalOf("formPlan", Status, standing) is { } refusal) return refusal;
        var since = meetings.Where(m => m.On >= OpenedOn).ToList();
        if (!since.Exists(m => m.IsGeneral)) return PublicationErrors.PlanWithoutMeetings("the general meeting", "党员大会");
        if (groups.Where(g => since.TrueForAll(m => m.OrganizationId != g.Id)).Select(g => g.Name).ToList() is { Count: > 0 } missing)
            return PublicationErrors.PlanWithoutMeetings($"the meeting of {string.Join(", ", missing)}", $"{string.Join("、", missing)}的党小组会");

        Plan = new(PublicText.Mask(text), [.. since.Select(m => m.Id)], since.Max(m => m.On));
        Status = PublicationStatus.PlanFormed;
        Raise(new("publication.planFormed"));
        return Advised(text);
    }

    /// <summary>Records what a meeting decided in the open.</summary>
    /// <param name="text">What was decided.</param>
    /// <param name="meeting">The meeting; none where it is not there or was not held.</param>
    /// <param name="standing">What the caller is to it.</param>
    public Result<Done> Decide(string text, HeldMeeting? meeting, Standing standing)
    {
        if (Procedure.RefusalOf("decideInTheOpen", Status, standing) is { } refusal) return refusal;
        if (meeting is null || meeting.On < Plan!.FormedOn) return PublicationErrors.DecisionWithoutMeeting(Plan!.FormedOn);
        Decision = new(PublicText.Mask(text), meeting.Id, meeting.On);
        Status = PublicationStatus.Decided;
        Raise(new("publication.decided"));
        return Advised(text);
    }

    /// <summary>The secretary approves what needs no superior.</summary>
    public Result<Done> Approve(string by, Standing standing, LocalDate today)
    {
        if (Procedure.RefusalOf("approvePublication", Status, standing) is { } refusal) return refusal;
        (Status, ApprovedBy, ApprovedOn) = (PublicationStatus.Approved, by, today);
        Raise(new("publication.approved"));
        return Done.It;
    }

    /// <summary>The superior approves a major matter (TWS-8.4b).</summary>
    public Result<Done> Permit(string by, Standing standing, LocalDate today)
    {
        if (Procedure.RefusalOf("permitPublication", Status, standing) is { } refusal) return refusal;
        (Status, ApprovedBy, ApprovedOn, ReturnedBecause) = (PublicationStatus.Approved, by, today, null);
        Raise(new("publication.approved"));
        return Done.It;
    }

    /// <summary>The superior does not approve a major matter as it is: its result is written anew and checked again.</summary>
    public Result<Done> Return(string reason, Standing standing)
    {
        if (Procedure.RefusalOf("returnPublication", Status, standing) is { } refusal) return refusal;
        (Status, ReturnedBecause) = (PublicationStatus.Decided, reason);
        Raise(new("publication.returned"));
        return Done.It;
    }

    /// <summary>Makes it public from today on.</summary>
    /// <param name="unanswered">How many opinions from before the decision await an answer.</param>
    /// <param name="standing">What the caller is to it.</param>
    /// <param name="rules">The rules as they stand for the organization.</param>
    /// <param name="today">Today.</param>
    public Result<Done> Publish(int unanswered, Standing standing, LocalRules rules, LocalDate today)
    {
        if (Procedure.RefusalOf("publishResult", Status, standing) is { } refusal) return refusal;
        if (unanswered > 0) return PublicationErrors.OpinionsUnanswered(unanswered);
        (Status, PublishedOn, Title) = (PublicationStatus.Published, today, Decision?.Title ?? Title);
        if (ConditionOf(Nature) is { } condition)
        {
            CurrentThrough = LastCurrentDay(today, rules);
            Raise(new ConditionHeld(OrganizationId.Value, condition, today, CurrentThrough, Key));
        }

        if (WorkEndedOn is { } end) Raise(new EvidenceGained(OrganizationId.Value, "workPublished", today, Key, For: end));
        Raise(new("publication.published"));
        return Done.It;
    }

    /// <summary>
    /// Takes it back. What was on view stays visible as withdrawn, with the reason; what never was disappears from view. What was not public to the end of a day counts as never published (TWS-8.4c): with it goes
    /// the end of the work that it was about, which the publication that takes its place names again.
    /// </summary>
    public Result<Done> Withdraw(string reason, Standing standing, LocalDate today)
    {
        if (Procedure.RefusalOf("withdrawPublication", Status, standing) is { } refusal) return refusal;
        // The day is the finest time that the evidence has, as it is for what is on view all year round.
        var wasPublic = PublishedOn < today;
        if (!wasPublic) Raise(new EvidenceWithdrawn(Key));
        if (PublishedOn is not null && ConditionOf(Nature) is { } condition)
        {
            Raise(new ConditionsWithdrawn(Key));
            var last = LocalDate.Min(today.PlusDays(-1), CurrentThrough!.Value);
            if (PublishedOn <= last) Raise(new ConditionHeld(OrganizationId.Value, condition, PublishedOn.Value, last, Key));
        }

        (Status, WithdrawnOn, WithdrawnBecause) = (PublicationStatus.Withdrawn, today, PublicText.Mask(reason));
        Raise(new("publication.withdrawn"));
        var advised = Advised(reason);
        return !wasPublic && WorkEndedOn is { } end ? advised.With([PublicationErrors.WorkIsPublicNowhere(end)]) : advised;
    }

    /// <summary>The last day on which a publication of the day is current, where it is to be on view all year round (TWS-8.4a).</summary>
    public static LocalDate LastCurrentDay(LocalDate publishedOn, LocalRules rules) => publishedOn.PlusMonths(rules.On("TWS-8.4a", publishedOn).Whole("renewedAfterMonths")).PlusDays(-1);

    private static string? ConditionOf(PublicationNature nature) => nature switch
    {
        PublicationNature.RoutineWork => "routineWorkOnView",
        PublicationNature.MajorDecision => "majorDecisionsOnView",
        PublicationNature.TargetTask => "targetTasksOnView",
        _ => null,
    };

    private static Result<Done> Advised(params IEnumerable<string?> texts) => ((Result<Done>)Done.It).With(PublicText.AdvicesOn(texts));
}

/// <summary>A recorded meeting that a step rests on.</summary>
/// <param name="Id">Its id.</param>
/// <param name="OrganizationId">Whose it was.</param>
/// <param name="On">Its day.</param>
/// <param name="IsGeneral">Whether it was a general meeting.</param>
public sealed record HeldMeeting(Guid Id, Id<Organization> OrganizationId, LocalDate On, bool IsGeneral);
