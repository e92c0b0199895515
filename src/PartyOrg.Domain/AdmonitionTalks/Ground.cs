using PartyOrg.Domain.Names;

namespace PartyOrg.Domain.AdmonitionTalks;

/// <summary>The eight grounds of an admonition talk (TWS-10.1b), in the order of the article.</summary>
public enum Ground
{
    /// <summary>Ideals and beliefs not firm, ideas degenerate, religious or superstitious activities, with a certain influence.</summary>
    WaveringBeliefs,

    /// <summary>Not firm in major questions of right and wrong.</summary>
    WaveringPrinciples,

    /// <summary>Able to help employees advance, and does not care or is not willing.</summary>
    UnwillingToHelp,

    /// <summary>Bad reactions in ideology or morals, with a certain influence.</summary>
    BadMorals,

    /// <summary>Absent without reason from the organization's activities several times in a row. Computed (TWS-10.1).</summary>
    Absences,

    /// <summary>For several months in a row, without due reason, dues not paid in full in time. Computed (TWS-10.1).</summary>
    UnpaidDues,

    /// <summary>Does not take the lead in civic duties, with bad effects.</summary>
    CivicDuties,

    /// <summary>Does not use a member's rights correctly and joins collective petitions, with a certain influence.</summary>
    MisuseOfRights,
}

/// <summary>What can be said of each ground.</summary>
public static class Grounds
{
    /// <summary>Whether the product finds its facts; the others are a person's to record, and never inferred.</summary>
    public static bool IsComputed(this Ground ground) => ground is Ground.Absences or Ground.UnpaidDues;

    /// <summary>Whether the article names an influence or effect, so that the facts must state it.</summary>
    public static bool NamesEffect(this Ground ground) => ground is Ground.WaveringBeliefs or Ground.BadMorals or Ground.CivicDuties or Ground.MisuseOfRights;
}

/// <summary>What the codes of admonition talks are called.</summary>
public static class AdmonitionLabels
{
    /// <summary>The grounds.</summary>
    public static CodeList<Ground> Grounds { get; } = new(
        new(Ground.WaveringBeliefs, "Ideals and beliefs not firm", "理想信念不坚定"),
        new(Ground.WaveringPrinciples, "Not firm in questions of right and wrong", "大是大非问题上立场不坚定"),
        new(Ground.UnwillingToHelp, "Sense of purpose weakened", "宗旨意识淡薄"),
        new(Ground.BadMorals, "Bad reactions in ideology or morals", "思想道德方面反映不好"),
        new(Ground.Absences, "Absent without reason in a row", "连续无故不参加组织活动"),
        new(Ground.UnpaidDues, "Dues not paid for months in a row", "连续数月无故不交纳党费"),
        new(Ground.CivicDuties, "Does not take the lead in civic duties", "不带头履行公民义务"),
        new(Ground.MisuseOfRights, "Does not use a member's rights correctly", "不正确行使党员权利"));

    /// <summary>How far a case is.</summary>
    public static CodeList<AdmonitionStatus> Statuses { get; } = new(
        new(AdmonitionStatus.Proposed, "Proposed", "已提出"),
        new(AdmonitionStatus.Declined, "No talk decided", "决定不予谈话"),
        new(AdmonitionStatus.Decided, "Talk decided", "已决定谈话"),
        new(AdmonitionStatus.Arranged, "Member told, talk arranged", "已告知并约定"),
        new(AdmonitionStatus.Held, "Talk held", "已谈话"),
        new(AdmonitionStatus.Mending, "Mending", "整改中"),
        new(AdmonitionStatus.Improved, "Improved", "已改进"),
        new(AdmonitionStatus.NoClearChange, "No clear change", "无明显转变"));

    /// <summary>Who decides.</summary>
    public static CodeList<DecidingBody> Bodies { get; } = new(
        new(DecidingBody.Committee, "Branch committee", "支部委员会"),
        new(DecidingBody.GeneralMeeting, "General meeting", "支部党员大会"),
        new(DecidingBody.Superior, "Superior organization", "上级党组织"));
}
