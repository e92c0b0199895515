using PartyOrg.Domain.Names;

namespace PartyOrg.Application.Members;

/// <summary>What the codes of transfers and duplicates are called.</summary>
internal static class RelationLabels
{
    /// <summary>The sides of a transfer.</summary>
    public static CodeList<TransferSide> Sides { get; } = new(
        new(TransferSide.Sending, "Sending", "转出方"),
        new(TransferSide.Receiving, "Receiving", "接收方"));

    /// <summary>In what two records are alike.</summary>
    public static CodeList<Likeness> Likenesses { get; } = new(
        new(Likeness.SameNameAndBirthDate, "Same name and date of birth", "姓名、出生日期相同"),
        new(Likeness.SameSoundAndBirthDate, "Same sound of the name and date of birth", "姓名读音、出生日期相同"),
        new(Likeness.SamePhone, "Same phone number", "联系电话相同"));
}
