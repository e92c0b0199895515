namespace PartyOrg.Application.Pipeline;

/// <summary>
/// A number that moves, in the same transaction, with whatever changes something on which many organizations' duties depend: the tree, adoptions, an import, work
/// that is recorded under another organization. What one organization's own facts change, the length of its audit chain tells.
/// </summary>
public sealed class StoredVersion
{
    /// <summary>The version of the register as a whole.</summary>
    public const string Register = "register";

    /// <summary>Of what.</summary>
    public string Name { get; init; } = "";

    /// <summary>0, 1, 2 …</summary>
    public long Number { get; init; }
}
