using PartyOrg.Domain.Names;

namespace PartyOrg.Application.Organizations;

/// <summary>What the codes of histories are called.</summary>
internal static class HistoryLabels
{
    /// <summary>What an entry is about.</summary>
    public static CodeList<HistoryKind> Kinds { get; } = new(
        new(HistoryKind.Type, "Type", "组织类型"),
        new(HistoryKind.Name, "Name", "名称"),
        new(HistoryKind.Place, "Superior", "隶属关系"),
        new(HistoryKind.Post, "Post", "任职"),
        new(HistoryKind.Belonging, "Belonging", "所属组织"),
        new(HistoryKind.Standing, "Membership", "党员身份"),
        new(HistoryKind.Merger, "Merger", "合并"),
        new(HistoryKind.Workplace, "Workplace", "工作单位"));
}
