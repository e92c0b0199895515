using PartyOrg.Domain.Names;

namespace PartyOrg.Domain.InnerPartySupervision;

/// <summary>What the codes of supervision are called.</summary>
public static class SupervisionLabels
{
    /// <summary>The six subjects (TWS-9.1).</summary>
    public static CodeList<SupervisionSubject> Subjects { get; } = new(
        new(SupervisionSubject.PartyRules, "Party rules, line and resolutions", "遵守党章党规、贯彻路线和决议"),
        new(SupervisionSubject.StateLaw, "Constitution and laws of the state", "遵守宪法法律、依法办事"),
        new(SupervisionSubject.DemocraticCentralism, "Democratic centralism", "执行民主集中制"),
        new(SupervisionSubject.MembersRights, "Members' rights", "保障党员权利"),
        new(SupervisionSubject.TiesWithMasses, "Ties with the masses", "密切联系群众"),
        new(SupervisionSubject.Integrity, "Integrity and clean conduct", "廉洁自律"));

    /// <summary>With whom a talk is held.</summary>
    public static CodeList<TalkPartner> Partners { get; } = new(
        new(TalkPartner.Cadre, "Cadre", "干部"),
        new(TalkPartner.Employee, "Employee", "职工"));

    /// <summary>How far a talk is.</summary>
    public static CodeList<TalkStatus> TalkStatuses { get; } = new(
        new(TalkStatus.Held, "Held", "已谈话"),
        new(TalkStatus.GivenBack, "Opinion given back", "已反馈意见"),
        new(TalkStatus.FollowedUp, "Followed up", "已跟进"));

    /// <summary>How far a discipline case is.</summary>
    public static CodeList<CaseStatus> CaseStatuses { get; } = new(
        new(CaseStatus.Opened, "Opened", "已立案"),
        new(CaseStatus.Investigated, "Investigated", "已调查"),
        new(CaseStatus.Verified, "Verified", "已核实"),
        new(CaseStatus.Unfounded, "Unfounded", "查无实据"),
        new(CaseStatus.Handled, "Handled", "已处理"),
        new(CaseStatus.Closed, "Closed", "已结案"));

    /// <summary>How a letter came.</summary>
    public static CodeList<LetterChannel> Channels { get; } = new(
        new(LetterChannel.Online, "Online", "网上来信"),
        new(LetterChannel.Paper, "Paper", "纸质来信"),
        new(LetterChannel.Visit, "Visit", "来访"));

    /// <summary>How far a letter is.</summary>
    public static CodeList<LetterStatus> LetterStatuses { get; } = new(
        new(LetterStatus.Received, "Received", "已接收"),
        new(LetterStatus.Registered, "Registered", "已登记"),
        new(LetterStatus.Assigned, "Assigned", "已交办"),
        new(LetterStatus.Answered, "Answered", "已答复"),
        new(LetterStatus.Closed, "Closed", "已办结"));
}
