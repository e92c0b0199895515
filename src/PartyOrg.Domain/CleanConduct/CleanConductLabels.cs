using PartyOrg.Domain.Names;

namespace PartyOrg.Domain.CleanConduct;

/// <summary>What the codes of accountability are called.</summary>
public static class CleanConductLabels
{
    /// <summary>How far a case is.</summary>
    public static CodeList<AccountabilityStatus> AccountabilityStatuses { get; } = new(
        new(AccountabilityStatus.Opened, "Opened", "已立案"),
        new(AccountabilityStatus.Verified, "Facts established", "事实已查实"),
        new(AccountabilityStatus.NotEstablished, "Facts not established", "事实不成立"),
        new(AccountabilityStatus.Attributed, "Responsibility attributed", "责任已认定"),
        new(AccountabilityStatus.Decided, "Handling decided", "已作出处理决定"),
        new(AccountabilityStatus.Closed, "Closed", "已结案"));

    /// <summary>Collective or individual.</summary>
    public static CodeList<ResponsibilityScope> ResponsibilityScopes { get; } = new(
        new(ResponsibilityScope.Collective, "Collective responsibility", "集体责任"),
        new(ResponsibilityScope.Individual, "Individual responsibility", "个人责任"));

    /// <summary>Responsibilities of the leadership.</summary>
    public static CodeList<LeadershipResponsibility> LeadershipResponsibilities { get; } = new(
        new(LeadershipResponsibility.Main, "Main leadership responsibility", "主要领导责任"),
        new(LeadershipResponsibility.Important, "Important leadership responsibility", "重要领导责任"));

    /// <summary>Who decides.</summary>
    public static CodeList<HandlingDecider> HandlingDeciders { get; } = new(
        new(HandlingDecider.Committee, "Committee", "本级委员会"),
        new(HandlingDecider.Superior, "Superior", "上级党组织"));
}
