namespace PartyOrg.Domain.Compliance;

/// <summary>The subjects around a subject that a rule counts: the members of a branch's committee, the groups of a branch.</summary>
/// <param name="Name">The stable name in rule files.</param>
/// <param name="Fellows">Who belonged to it at any time.</param>
public sealed record Circle(string Name, IReadOnlyList<Fellow> Fellows)
{
    /// <summary>The Party groups inside a branch.</summary>
    public const string PartyGroups = "partyGroups";

    /// <summary>Those who hold a post in an organization (专兼职党务工作者; TWS-6.4, reading): secretary, committee members, leaders of groups, instructors.</summary>
    public const string PartyWorkers = "partyWorkers";
}

/// <summary>One of a circle.</summary>
/// <param name="Id">The member's, group's or organization's id.</param>
/// <param name="Name">What it is called in a sentence.</param>
/// <param name="Days">The days on which it belonged to the circle.</param>
/// <param name="Evidence">Its own evidence, which lies in the ledger under its id.</param>
public sealed record Fellow(Guid Id, string Name, DaySet Days, EvidenceTally Evidence)
{
    /// <summary>The pieces behind the tally, for an explanation; a sweep does without them.</summary>
    public IReadOnlyList<Evidence> Pieces { get; init; } = [];
}
