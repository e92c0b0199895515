using NodaTime;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Audit;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Procedures;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.InnerPartySupervision;

/// <summary>With whom a talk was held (TWS-9.2.3).</summary>
public enum TalkPartner
{
    /// <summary>A cadre.</summary>
    Cadre,

    /// <summary>An employee, member or not.</summary>
    Employee,
}

/// <summary>How far a talk is.</summary>
public enum TalkStatus
{
    /// <summary>Held; the opinion is not given back yet.</summary>
    Held,

    /// <summary>The organization's opinion was given back.</summary>
    GivenBack,

    /// <summary>What was asked for was looked after. Nothing follows.</summary>
    FollowedUp,
}

/// <summary>
/// A talk by which the organization keeps itself informed of the ideology, style and work of cadres and employees (TWS-9.2.3). It counts, by its own day, once the opinion was given back.
/// </summary>
public sealed class SupervisionTalk : Aggregate, IConfidential
{
    /// <summary>The longest text, in characters.</summary>
    public const int TextLength = 4_000;

    /// <summary>The longest name, in characters.</summary>
    public const int NameLength = 100;

    private const Role Talkers = Role.BranchSecretary | Role.CommitteeMember | Role.DisciplineInspector;

    private SupervisionTalk() { }

    /// <summary>The steps.</summary>
    public static Procedure<TalkStatus> Procedure { get; } = new("supervision-talk", new("A talk with a cadre or employee", "与干部职工谈话"), SupervisionLabels.TalkStatuses,
        new("recordTalk", new("record the talk", "登记谈话"), "TWS-9.2.3", [], TalkStatus.Held, Talkers),
        new("giveOpinionBack", new("give the opinion back", "反馈意见"), "TWS-9.2.3", [TalkStatus.Held], TalkStatus.GivenBack, Talkers),
        new("followUpTalk", new("record the follow-up", "登记跟进情况"), "TWS-9.2.3", [TalkStatus.GivenBack], TalkStatus.FollowedUp, Talkers));

    /// <summary>The talk's id.</summary>
    public Id<SupervisionTalk> Id { get; private set; }

    /// <summary>Whose talk it was.</summary>
    public Id<Organization> OrganizationId { get; private set; }

    /// <summary>The day of the talk.</summary>
    public LocalDate HeldOn { get; private set; }

    /// <summary>With whom.</summary>
    public string With { get; private set; } = "";

    /// <summary>What he is.</summary>
    public TalkPartner Partner { get; private set; }

    /// <summary>Which of the six subjects it looked at (TWS-9.1).</summary>
    public IReadOnlyList<SupervisionSubject> Subjects { get; private set; } = [];

    /// <summary>What was said of his ideology, style and work, and what he raised.</summary>
    public string Said { get; private set; } = "";

    /// <summary>How far it is.</summary>
    public TalkStatus Status { get; private set; }

    /// <summary>The organization's opinion, as it was given back.</summary>
    public string? Opinion { get; private set; }

    /// <summary>The day on which it was given back.</summary>
    public LocalDate? GivenBackOn { get; private set; }

    /// <summary>What became of what was asked for.</summary>
    public string? FollowUp { get; private set; }

    /// <summary>The day of the follow-up.</summary>
    public LocalDate? FollowedUpOn { get; private set; }

    /// <inheritdoc/>
    public override Guid? AuditedUnder => OrganizationId.Value;

    /// <inheritdoc/>
    public override Guid Key => Id.Value;

    /// <summary>Records a talk that was held.</summary>
    public static Result<SupervisionTalk> Record(
        Id<Organization> organization, LocalDate heldOn, string with, TalkPartner partner, string said, IReadOnlyList<SupervisionSubject> subjects, Standing standing, Ids ids)
    {
        if (!Procedure.Steps[0].IsFor(standing)) return ProcedureErrors.ReservedFor(Procedure.Steps[0].Who, Procedure.Steps[0].Title, Procedure.Steps[0].RuleId);
        if (SupervisionSubjects.FaultIn(subjects) is { } fault) return fault;
        var talk = new SupervisionTalk { Id = ids.New<SupervisionTalk>(), OrganizationId = organization, HeldOn = heldOn, With = with, Partner = partner, Said = said, Subjects = subjects };
        foreach (var subject in subjects) talk.Raise(new EvidenceGained(organization.Value, subject.Evidence(), heldOn, talk.Key));
        talk.Raise(new("supervisionTalk.recorded"));
        return talk;
    }

    /// <summary>The opinion is given back; from now on the talk counts for its quarter.</summary>
    public Result<Done> GiveBack(string opinion, Standing standing, LocalDate today)
    {
        if (Procedure.RefusalOf("giveOpinionBack", Status, standing) is { } refusal) return refusal;
        (Status, Opinion, GivenBackOn) = (TalkStatus.GivenBack, opinion, today);
        Raise(new EvidenceGained(OrganizationId.Value, Partner == TalkPartner.Cadre ? "talkWithCadre" : "talkWithEmployee", HeldOn, Key));
        Raise(new("supervisionTalk.givenBack"));
        return Done.It;
    }

    /// <summary>Records what became of it.</summary>
    public Result<Done> Follow(string followUp, Standing standing, LocalDate today)
    {
        if (Procedure.RefusalOf("followUpTalk", Status, standing) is { } refusal) return refusal;
        (Status, FollowUp, FollowedUpOn) = (TalkStatus.FollowedUp, followUp, today);
        Raise(new("supervisionTalk.followedUp"));
        return Done.It;
    }
}
