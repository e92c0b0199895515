using PartyOrg.Domain.Compliance.Checks;
using PartyOrg.Domain.Names;

namespace PartyOrg.Domain.Compliance;

/// <summary>What the codes of verdicts are called.</summary>
public static class VerdictLabels
{
    /// <summary>What is said of a duty in a period.</summary>
    public static CodeList<VerdictStatus> Statuses { get; } = new(
        new(VerdictStatus.NotApplicable, "Not applicable", "不适用"),
        new(VerdictStatus.Upcoming, "Upcoming", "未开始"),
        new(VerdictStatus.Due, "Due", "应完成"),
        new(VerdictStatus.Met, "Met", "已完成"),
        new(VerdictStatus.MetLate, "Met late", "逾期补办"),
        new(VerdictStatus.Overdue, "Overdue", "逾期"),
        new(VerdictStatus.Waived, "Waived", "豁免"));

    /// <summary>How two versions of a rule compare.</summary>
    public static CodeList<Strictness> Strictness { get; } = new(
        new(Checks.Strictness.Same, "The same", "相同"),
        new(Checks.Strictness.Stricter, "Stricter", "更严"),
        new(Checks.Strictness.Looser, "Looser", "更宽"),
        new(Checks.Strictness.NotComparable, "Not comparable", "无法比较"));
}
