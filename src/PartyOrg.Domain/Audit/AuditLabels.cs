using PartyOrg.Domain.Names;

namespace PartyOrg.Domain.Audit;

/// <summary>What the codes of the audit are called.</summary>
public static class AuditLabels
{
    /// <summary>What is wrong with a chain.</summary>
    public static CodeList<AuditFault> Faults { get; } = new(
        new(AuditFault.Altered, "Altered", "记录被改动"),
        new(AuditFault.Missing, "Missing", "记录缺失"),
        new(AuditFault.CutOff, "Cut off", "末尾被截去"),
        new(AuditFault.BeyondHead, "Beyond the head", "链尾之外的记录"),
        new(AuditFault.HeadAltered, "Head altered", "链头被改动"),
        new(AuditFault.DiffersFromSeal, "Differs from the seal", "与封存不符"),
        new(AuditFault.SealAltered, "Seal altered", "封存被改动"),
        new(AuditFault.SealMissing, "Seal missing", "封存缺失"));
}
