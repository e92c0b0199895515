using PartyOrg.Domain.Names;

namespace PartyOrg.Domain.RuleBooks;

/// <summary>What the codes of rules are called.</summary>
public static class RuleLabels
{
    /// <summary>What a rule is.</summary>
    public static CodeList<RuleKind> Kinds { get; } = new(
        new(RuleKind.Duty, "Duty", "职责"),
        new(RuleKind.Standing, "Standing condition", "持续条件"),
        new(RuleKind.Invariant, "Invariant", "不变条件"),
        new(RuleKind.Procedure, "Procedure", "程序"),
        new(RuleKind.Advice, "Advice", "提示"),
        new(RuleKind.Target, "Target", "目标"),
        new(RuleKind.Score, "Score", "评分"),
        new(RuleKind.Formula, "Formula", "计算公式"),
        new(RuleKind.Checklist, "Checklist", "清单"),
        new(RuleKind.Trigger, "Trigger", "触发条件"),
        new(RuleKind.Overlay, "Overlay", "实施细则"));

    /// <summary>On what a version of a rule rests.</summary>
    public static CodeList<Basis> Bases { get; } = new(
        new(Basis.Source, "Source", "原文规定"),
        new(Basis.Reading, "Reading", "理解"),
        new(Basis.Product, "Product", "产品补充"),
        new(Basis.OtherLaw, "Other law", "其他法规"));

    /// <summary>What became of a provision.</summary>
    public static CodeList<ProvisionOutcome> Outcomes { get; } = new(
        new(ProvisionOutcome.Rule, "Rule", "规则"),
        new(ProvisionOutcome.Procedure, "Procedure", "程序"),
        new(ProvisionOutcome.Field, "Field", "字段"),
        new(ProvisionOutcome.NotForAMachine, "Not for a machine", "不由系统处理"));
}
