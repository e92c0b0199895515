using PartyOrg.Domain.Names;

namespace PartyOrg.Domain.Imports;

/// <summary>What the codes of imports are called.</summary>
public static class ImportLabels
{
    /// <summary>How far an import is.</summary>
    public static CodeList<ImportStatus> Statuses { get; } = new(
        new(ImportStatus.Checking, "Checking", "核对中"),
        new(ImportStatus.Ready, "Ready", "可确认"),
        new(ImportStatus.Refused, "Refused", "未通过"),
        new(ImportStatus.Confirming, "Confirming", "写入中"),
        new(ImportStatus.Confirmed, "Confirmed", "已写入"),
        new(ImportStatus.Outdated, "Outdated", "已过时"),
        new(ImportStatus.Cancelled, "Cancelled", "已取消"),
        new(ImportStatus.Expired, "Expired", "已过期"),
        new(ImportStatus.Failed, "Failed", "失败"));

    /// <summary>What a row is about.</summary>
    public static CodeList<RegisterKind> Rows { get; } = new(
        new(RegisterKind.Organization, "Organization", "党组织"),
        new(RegisterKind.Group, "Party group", "党小组"),
        new(RegisterKind.Member, "Member", "党员"),
        new(RegisterKind.Post, "Post", "任职"));
}
