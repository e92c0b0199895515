using NodaTime;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Audit;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Procedures;
using PartyOrg.Domain.Results;
using Standing = PartyOrg.Domain.Procedures.Standing;

namespace PartyOrg.Domain.AdmonitionTalks;

/// <summary>How far a case is.</summary>
public enum AdmonitionStatus
{
    /// <summary>Somebody has proposed it, with facts.</summary>
    Proposed,

    /// <summary>It was decided that no talk is held. Nothing follows.</summary>
    Declined,

    /// <summary>The talk was decided, and who is in charge of it.</summary>
    Decided,

    /// <summary>The member was told; time, place and requirements are agreed.</summary>
    Arranged,

    /// <summary>The talk was held and is on record.</summary>
    Held,

    /// <summary>The requirements for mending and their term are set, and somebody follows up.</summary>
    Mending,

    /// <summary>He has improved, and was encouraged. Nothing follows.</summary>
    Improved,

    /// <summary>Nothing clear has changed; the organization proposes the handling. Nothing follows.</summary>
    NoClearChange,
}

/// <summary>Who decides in a case (TWS-10.2, reading).</summary>
public enum DecidingBody
{
    /// <summary>The branch committee.</summary>
    Committee,

    /// <summary>The general meeting, where there is no committee.</summary>
    GeneralMeeting,

    /// <summary>The superior, where the member is the secretary.</summary>
    Superior,
}

/// <summary>
/// A case of an admonition talk (TWS-10.2): proposed with facts, decided, told, held, mended, closed. It is readable only by those whom TWS-10.4 names, is never deleted, and expires from view
/// after a term.
/// </summary>
public sealed class AdmonitionCase : Aggregate, IConfidential
{
    private AdmonitionCase() { }

    /// <summary>The committee's secretary and members, or the superior where the member is the secretary; never the member himself.</summary>
    public static Part Decider { get; } = new("decider", new("The committee, or the superior where the member is the secretary", "支部委员会（谈话对象为书记的，由上级党组织）"));

    /// <summary>The person in charge of the talk.</summary>
    public static Part Talker { get; } = new("talker", new("The person in charge of the talk", "谈话负责人"));

    /// <summary>The person appointed to take the record.</summary>
    public static Part Recorder { get; } = new("recorder", new("The recorder of the talk", "谈话记录人"));

    /// <summary>The person named for following up.</summary>
    public static Part Follower { get; } = new("follower", new("The person named for follow-up", "跟踪了解负责人"));

    /// <summary>The member whom it concerns.</summary>
    public static Part Member { get; } = new("member", new("The member himself", "谈话对象本人"));

    /// <summary>The steps of TWS-10.2.</summary>
    public static Procedure<AdmonitionStatus> Procedure { get; } = new(
        "admonition-case", new("Admonition talk", "诫勉谈话"), AdmonitionLabels.Statuses,
        new("proposeAdmonition", new("propose the talk with facts", "提出诫勉谈话并列明事实"), "TWS-10.2", [], AdmonitionStatus.Proposed, Role.None, Decider),
        new("decideAdmonition", new("decide on the talk", "研究决定"), "TWS-10.2", [AdmonitionStatus.Proposed], AdmonitionStatus.Decided, Role.None, Decider) { Or = [AdmonitionStatus.Declined] },
        new("arrangeAdmonitionTalk", new("tell the member and agree time, place and requirements", "提前告知并约定时间、地点和要求"), "TWS-10.2", [AdmonitionStatus.Decided, AdmonitionStatus.Arranged], AdmonitionStatus.Arranged, Role.None, Talker),
        new("recordAdmonitionTalk", new("record the talk that was held", "登记谈话记录"), "TWS-10.2", [AdmonitionStatus.Arranged], AdmonitionStatus.Held, Role.None, Talker, Recorder),
        new("setAdmonitionRequirements", new("set the requirements for mending and their term", "提出整改要求和期限"), "TWS-10.2", [AdmonitionStatus.Held], AdmonitionStatus.Mending, Role.None, Decider, Talker),
        new("recordAdmonitionFollowUp", new("record what the follow-up found", "登记跟踪了解情况"), "TWS-10.2", [AdmonitionStatus.Mending], null, Role.None, Follower),
        new("closeAdmonition", new("state the outcome", "作出结论"), "TWS-10.2", [AdmonitionStatus.Mending], AdmonitionStatus.Improved, Role.None, Decider) { Or = [AdmonitionStatus.NoClearChange] },
        new("addAdmonitionStatement", new("add one's own statement", "本人补充说明"), "TWS-10.2", [AdmonitionStatus.Held, AdmonitionStatus.Mending, AdmonitionStatus.Improved, AdmonitionStatus.NoClearChange], null, Role.None, Member));

    /// <summary>The case's id.</summary>
    public Id<AdmonitionCase> Id { get; private set; }

    /// <summary>The organization that keeps it.</summary>
    public Id<Organization> OrganizationId { get; private set; }

    /// <summary>The member.</summary>
    public Id<Person> PersonId { get; private set; }

    /// <summary>How far it is.</summary>
    public AdmonitionStatus Status { get; private set; }

    /// <summary>Who decides: settled when it was proposed.</summary>
    public DecidingBody DecidedBy { get; private set; }

    /// <summary>The grounds with their facts; at least one (TWS-10.1b).</summary>
    public IReadOnlyList<GroundOfCase> Grounds { get; private set; } = [];

    /// <summary>The day on which it was proposed.</summary>
    public LocalDate ProposedOn { get; private set; }

    /// <summary>Whose account proposed it.</summary>
    public Id<Account> ProposedBy { get; private set; }

    /// <summary>The day of the decision.</summary>
    public LocalDate? DecidedOn { get; private set; }

    /// <summary>Why it was decided so.</summary>
    public string? Decision { get; private set; }

    /// <summary>Who is in charge of the talk.</summary>
    public Id<Person>? TalkerId { get; private set; }

    /// <summary>Who takes the record.</summary>
    public Id<Person>? RecorderId { get; private set; }

    /// <summary>Who follows up.</summary>
    public Id<Person>? FollowerId { get; private set; }

    /// <summary>The day on which the member was told; before, he does not see the case.</summary>
    public LocalDate? ToldOn { get; private set; }

    /// <summary>What was agreed with him, as it stands.</summary>
    public TalkArrangement? Arrangement { get; private set; }

    /// <summary>The day on which the talk was held.</summary>
    public LocalDate? HeldOn { get; private set; }

    /// <summary>The record of the talk.</summary>
    public TalkRecord? Talk { get; private set; }

    /// <summary>What he is to mend.</summary>
    public MendingRequirements? Requirements { get; private set; }

    /// <summary>What the follow-up found, in the order in which it was recorded.</summary>
    public IReadOnlyList<FollowUp> FollowUps { get; private set; } = [];

    /// <summary>What the member said himself, in that order.</summary>
    public IReadOnlyList<MemberStatement> Statements { get; private set; } = [];

    /// <summary>How it ended.</summary>
    public AdmonitionOutcome? Outcome { get; private set; }

    /// <summary>The day on which it ended.</summary>
    public LocalDate? ClosedOn { get; private set; }

    /// <summary>The last day on which it can be read (TWS-10.4); none while it is open. It is never deleted.</summary>
    public LocalDate? VisibleUntil { get; private set; }

    /// <summary>Whether nothing follows any more but the member's statement.</summary>
    public bool IsClosed => ClosedOn is not null;

    /// <inheritdoc/>
    public override Guid? AuditedUnder => OrganizationId.Value;

    /// <inheritdoc/>
    public override Guid Key => Id.Value;

    /// <summary>Proposes a talk with a member on specific facts.</summary>
    /// <param name="organization">Whose member he is.</param>
    /// <param name="person">The member.</param>
    /// <param name="grounds">The grounds with their facts.</param>
    /// <param name="body">Who decides.</param>
    /// <param name="standing">What the caller is to the case.</param>
    /// <param name="act">Who acts, and when.</param>
    /// <param name="ids">Makes its id.</param>
    public static Result<AdmonitionCase> Propose(Id<Organization> organization, Id<Person> person, IReadOnlyList<GroundOfCase> grounds, DecidingBody body, Standing standing, Act act, Ids ids)
    {
        if (!standing.Parts.Contains(Decider)) return Procedure.RefusalOf("proposeAdmonition", AdmonitionStatus.Proposed, standing)!;
        var faults = grounds.Index().SelectMany(g => FaultsIn(g.Item).Select(f => f.At($"/grounds/{g.Index}{f.Pointer}"))).ToArray();
        if (grounds.Count == 0) return AdmonitionErrors.NoGround.At("/grounds");
        if (faults.Length > 0) return faults;
        if (grounds.Select(g => g.Ground).Distinct().Count() < grounds.Count) return AdmonitionErrors.GroundTwice.At("/grounds");

        var made = new AdmonitionCase { Id = ids.New<AdmonitionCase>(), OrganizationId = organization, PersonId = person, DecidedBy = body, Grounds = grounds, ProposedOn = act.Today, ProposedBy = act.By };
        made.Raise(new Step("admonition.proposed"));
        return made;
    }

    /// <summary>Decides: a talk, with the person in charge of it, or none, which is said in so many words; with the reason.</summary>
    public Result<Done> Decide(Id<Person>? talker, bool noTalk, string reason, Standing standing, Act act)
    {
        if (Procedure.RefusalOf("decideAdmonition", Status, standing) is { } refusal) return refusal;
        if (talker is null != noTalk) return AdmonitionErrors.TalkerOrNoTalk.At("/talkerId");
        if (talker == PersonId) return AdmonitionErrors.TheMemberHimself.At("/talkerId");
        (Status, TalkerId, Decision, DecidedOn) = (talker is null ? AdmonitionStatus.Declined : AdmonitionStatus.Decided, talker, reason, act.Today);
        if (talker is null) Close(act);
        Raise(new Step("admonition.decided"));
        return Done.It;
    }

    /// <summary>Tells the member in advance, and agrees time, place and requirements; may be agreed anew before the talk.</summary>
    public Result<Done> Arrange(LocalDate on, LocalTime startsAt, string place, string requirements, Id<Person> recorder, Standing standing, Act act)
    {
        if (Procedure.RefusalOf("arrangeAdmonitionTalk", Status, standing) is { } refusal) return refusal;
        if (recorder == TalkerId) return AdmonitionErrors.RecorderIsTalker.At("/recorderId");
        if (recorder == PersonId) return AdmonitionErrors.TheMemberHimself.At("/recorderId");
        var inAdvance = act.Rules.On("TWS-10.2", act.Today).Whole("daysInAdvance");
        if (on < act.Today.PlusDays(inAdvance)) return AdmonitionErrors.NotInAdvance(act.Today.PlusDays(inAdvance)).At("/on");

        ToldOn ??= act.Today;
        (Status, Arrangement, RecorderId) = (AdmonitionStatus.Arranged, new(act.Today, on, startsAt, place, requirements, recorder), recorder);
        Raise(new Step("admonition.arranged"));
        return Done.It;
    }

    /// <summary>Records the talk that was held, on the agreed day or later. A content that is missing gets an advice (TWS-10.3).</summary>
    public Result<Done> RecordTalk(TalkRecord talk, Standing standing, Act act)
    {
        if (Procedure.RefusalOf("recordAdmonitionTalk", Status, standing) is { } refusal) return refusal;
        if (talk.HeldOn < Arrangement!.On) return AdmonitionErrors.HeldBeforeAgreed(Arrangement.On).At("/heldOn");
        (Status, Talk, HeldOn) = (AdmonitionStatus.Held, talk, talk.HeldOn);
        Raise(new Step("admonition.held"));
        return ((Result<Done>)Done.It).With(talk.Advices);
    }

    /// <summary>Sets what is to be mended by when, and who follows up.</summary>
    public Result<Done> SetRequirements(string requirements, LocalDate term, Id<Person> follower, Standing standing, Act act)
    {
        if (Procedure.RefusalOf("setAdmonitionRequirements", Status, standing) is { } refusal) return refusal;
        if (follower == PersonId) return AdmonitionErrors.TheMemberHimself.At("/followerId");
        if (term <= act.Today) return AdmonitionErrors.TermPassed.At("/term");
        (Status, Requirements, FollowerId) = (AdmonitionStatus.Mending, new(requirements, term, act.Today), follower);
        Raise(new Step("admonition.requirementsSet"));
        return Done.It;
    }

    /// <summary>Records what the follow-up found.</summary>
    public Result<Done> RecordFollowUp(FollowUp followUp, Standing standing)
    {
        if (Procedure.RefusalOf("recordAdmonitionFollowUp", Status, standing) is { } refusal) return refusal;
        if (followUp.On < Requirements!.SetOn) return AdmonitionErrors.BeforeRequirements(Requirements.SetOn).At("/on");
        FollowUps = [.. FollowUps, followUp];
        Raise(new Step("admonition.followedUp"));
        return Done.It;
    }

    /// <summary>States the outcome, on what the follow-up found: he has improved and is encouraged, or nothing clear has changed and a handling is proposed.</summary>
    public Result<Done> CloseWith(bool improved, string assessment, string? handling, Standing standing, Act act)
    {
        if (Procedure.RefusalOf("closeAdmonition", Status, standing) is { } refusal) return refusal;
        if (FollowUps.Count == 0) return AdmonitionErrors.NotFollowedUp;
        if (improved == handling is not null) return (improved ? AdmonitionErrors.HandlingNotNeeded : AdmonitionErrors.HandlingMissing).At("/handling");
        (Status, Outcome) = (improved ? AdmonitionStatus.Improved : AdmonitionStatus.NoClearChange, new(act.Today, assessment, handling));
        Close(act);
        Raise(new Step("admonition.closed"));
        return Done.It;
    }

    /// <summary>The member adds what he has to say; what he said before stays.</summary>
    public Result<Done> AddStatement(string text, Standing standing, Act act)
    {
        if (Procedure.RefusalOf("addAdmonitionStatement", Status, standing) is { } refusal) return refusal;
        Statements = [.. Statements, new(act.Today, text)];
        Raise(new Step("admonition.statementAdded"));
        return Done.It;
    }

    /// <summary>Two records of one person were merged (REG-23): where the one takes part, the other does from now on.</summary>
    public void PassPerson(Id<Person> duplicate, Id<Person> survivor)
    {
        Id<Person>? Now(Id<Person>? person) => person == duplicate ? survivor : person;
        (PersonId, TalkerId, RecorderId, FollowerId) = (Now(PersonId)!.Value, Now(TalkerId), Now(RecorderId), Now(FollowerId));
        if (Arrangement is { } agreed) Arrangement = agreed with { RecorderId = Now(agreed.RecorderId)!.Value };
        Raise(new Step("admonition.personPassed"));
    }

    private static IEnumerable<Error> FaultsIn(GroundOfCase it)
    {
        if (it.Ground.IsComputed() && it.Computed.Count == 0) yield return AdmonitionErrors.NotACandidate(it.Ground).At("/ground");
        if (!it.Ground.IsComputed() && it.Facts is null) yield return AdmonitionErrors.FactsMissing.At("/facts");
        if (it.Ground.NamesEffect() && it.Effect is null) yield return AdmonitionErrors.EffectMissing(it.Ground).At("/effect");
    }

    private void Close(Act act) => (ClosedOn, VisibleUntil) = (act.Today, act.Today.PlusMonths(act.Rules.On("TWS-10.4", act.Today).Whole("visibleMonths")));
}

/// <summary>Who acts in a case, when, and by which rules.</summary>
/// <param name="By">Whose account.</param>
/// <param name="Today">Today.</param>
/// <param name="Rules">The rules as they stand for the organization that keeps the case.</param>
public sealed record Act(Id<Account> By, LocalDate Today, LocalRules Rules);
