using NodaTime;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.AdmonitionTalks;

/// <summary>Refusals of admonition talks.</summary>
public static class AdmonitionErrors
{
    /// <summary>Not there, expired from view, or not for the caller to read (TWS-10.4).</summary>
    public static Error NotFound { get; } = Error.NotFound("admonition-not-found",
        "There is no such case that you may read. GET /api/v1/admonition-cases lists those in which you take part.", "没有您可以查阅的该诫勉谈话。请通过 GET /api/v1/admonition-cases 查询您参与的谈话。");

    /// <summary>No such candidate now (TWS-10.1).</summary>
    public static Error CandidateNotFound { get; } = Error.NotFound("admonition-candidate-not-found",
        "There is no such candidate now: the facts were corrected, or somebody has decided on them. Read the candidates again.", "目前没有该候选对象：事实已更正或已有处理。请重新读取候选名单。");

    /// <summary>He does not belong to the organization.</summary>
    public static Error NotAMember { get; } = Error.RuleBroken("TWS-10.2", "admonition-not-a-member",
        "The person does not belong to this organization. The talk is held by the organization to which he belongs.", "该人员不属于本组织。诫勉谈话由其所在党组织进行。");

    /// <summary>No ground (TWS-10.1b).</summary>
    public static Error NoGround { get; } = Error.RuleBroken("TWS-10.1b", "admonition-without-ground",
        "A case names at least one of the eight grounds. Add it with its facts.", "诫勉谈话应至少具有八种情形之一。请补充情形和事实。");

    /// <summary>A ground stands twice.</summary>
    public static Error GroundTwice { get; } = Error.Invalid("admonition-ground-twice", "A ground stands in the request twice. Put its facts together.", "同一情形重复。请合并事实。");

    /// <summary>The facts are missing (TWS-10.1b).</summary>
    public static Error FactsMissing { get; } = Error.RuleBroken("TWS-10.1b", "admonition-without-facts",
        "This ground is opened by a person on specific facts, and they are missing: what happened, when and where. Write them.", "该情形须由人员依据具体事实提出。请写明时间、地点和经过。");

    /// <summary>The influence or effect is missing (TWS-10.1b).</summary>
    public static Error EffectMissing(Ground ground) => Error.RuleBroken("TWS-10.1b", "admonition-without-effect",
        $"The ground \"{AdmonitionLabels.Grounds[ground].Label.En}\" holds only with an influence or effect, which the facts must state. Write which one it had.",
        $"“{AdmonitionLabels.Grounds[ground].Label.Zh}”须已造成一定影响或不良后果。请写明影响或后果。");

    /// <summary>The facts do not make a run (TWS-10.1).</summary>
    public static Error NotACandidate(Ground ground) => Error.RuleBroken("TWS-10.1", "admonition-not-a-candidate",
        $"By what is recorded, the ground \"{AdmonitionLabels.Grounds[ground].Label.En}\" does not hold for this member, or somebody has decided on its facts. Read the candidates, or correct the records.",
        $"根据现有记录，该党员不符合“{AdmonitionLabels.Grounds[ground].Label.Zh}”，或相关事实已有处理。请读取候选名单，或更正记录。");

    /// <summary>A case on the same ground is open.</summary>
    public static Error OpenAlready { get; } = Error.Conflict("admonition-open-already", "A case with this member on the same ground is open. Carry it on.", "该党员同一情形的诫勉谈话尚未办结，请继续办理。");

    /// <summary>The register does not know the person.</summary>
    public static Error PersonUnknown { get; } = Error.NotFound("admonition-person-unknown", "The register knows no such person. Look him up with GET /api/v1/members.", "登记册中没有该人员。请通过 GET /api/v1/members 查询。");

    /// <summary>The member himself cannot do this (TWS-10.2).</summary>
    public static Error TheMemberHimself { get; } = Error.RuleBroken("TWS-10.2", "admonition-by-the-member",
        "This is not for the member with whom the talk is held. Name somebody else.", "谈话对象本人不能承担此项工作，请另行指定。");

    /// <summary>Neither a talker nor that there is no talk, or both.</summary>
    public static Error TalkerOrNoTalk { get; } = Error.Invalid("admonition-talker-or-no-talk",
        "Name who is in charge of the talk, or say with noTalk that none is held; not both.", "请指定谈话负责人，或以 noTalk 表明不予谈话，二者择一。");

    /// <summary>The recorder is the talker (TWS-10.2).</summary>
    public static Error RecorderIsTalker { get; } = Error.RuleBroken("TWS-10.2", "admonition-recorder-is-talker",
        "The record is taken by somebody else than the person in charge of the talk. Appoint another recorder.", "谈话记录须由谈话负责人以外的专人承担。请另行指定记录人。");

    /// <summary>Not told in advance (TWS-10.2).</summary>
    public static Error NotInAdvance(LocalDate earliest) => Error.RuleBroken("TWS-10.2", "admonition-not-in-advance",
        $"The member is told in advance: the talk is held on {earliest.Iso()} at the earliest. Agree a later day.", $"谈话须提前告知本人，最早可于 {earliest.Iso()} 进行。请另约日期。");

    /// <summary>Held before the agreed day (TWS-10.2).</summary>
    public static Error HeldBeforeAgreed(LocalDate agreed) => Error.RuleBroken("TWS-10.2", "admonition-before-agreed",
        $"The talk was agreed for {agreed.Iso()}, so it was not held before. Correct the day, or agree another one first.", $"谈话约定于 {agreed.Iso()} 进行，不得早于该日。请改正日期，或先另行约定。");

    /// <summary>The term lies not after today (TWS-10.2).</summary>
    public static Error TermPassed { get; } = Error.RuleBroken("TWS-10.2", "admonition-term-passed", "The term for mending lies after today. Set a later day.", "整改期限应晚于今天。请另定日期。");

    /// <summary>Followed up before the requirements were set.</summary>
    public static Error BeforeRequirements(LocalDate setOn) => Error.Invalid("admonition-before-requirements",
        $"The day lies before {setOn.Iso()}, on which the requirements were set. Correct it.", $"日期早于提出整改要求的日期 {setOn.Iso()}，请改正。");

    /// <summary>Nothing was followed up (TWS-10.2).</summary>
    public static Error NotFollowedUp { get; } = Error.RuleBroken("TWS-10.2", "admonition-not-followed-up",
        "The outcome rests on what the follow-up found, and none is recorded. The person named for it records it first.", "结论须以跟踪了解的情况为依据，目前尚无登记。请先由指定人员登记跟踪情况。");

    /// <summary>The handling is missing (TWS-10.2).</summary>
    public static Error HandlingMissing { get; } = Error.RuleBroken("TWS-10.2", "admonition-handling-missing",
        "Where nothing clear has changed, the organization proposes the handling. Write it.", "无明显转变的，由组织提出处理意见。请填写。");

    /// <summary>A handling where he has improved (TWS-10.2).</summary>
    public static Error HandlingNotNeeded { get; } = Error.RuleBroken("TWS-10.2", "admonition-handling-not-needed",
        "Who has improved is affirmed and encouraged; no handling is proposed. Leave it out.", "已改进的予以肯定和鼓励，无须提出处理意见。请勿填写。");
}
