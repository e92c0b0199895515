using PartyOrg.Domain.Names;

namespace PartyOrg.Domain.RulePacks;

/// <summary>What the codes of rule packs are called.</summary>
public static class RulePackLabels
{
    /// <summary>How far a rule pack is.</summary>
    public static CodeList<RulePackStatus> Statuses { get; } = new(
        new(RulePackStatus.Uploaded, "Uploaded", "已上传"),
        new(RulePackStatus.Adopted, "Adopted", "已采用"),
        new(RulePackStatus.Withdrawn, "Withdrawn", "已撤回"));

    /// <summary>What somebody did to a rule pack.</summary>
    public static CodeList<RulePackAct> Acts { get; } = new(
        new(RulePackAct.Uploaded, "Uploaded it", "上传"),
        new(RulePackAct.Authorised, "Authorised it", "授权"),
        new(RulePackAct.Adopted, "Adopted it", "采用"),
        new(RulePackAct.Withdrawn, "Withdrew it", "撤回"));
}
