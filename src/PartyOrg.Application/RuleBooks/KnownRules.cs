using PartyOrg.Domain.RuleBooks;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;

namespace PartyOrg.Application.RuleBooks;

/// <summary>The rules, kinds of evidence and kinds of activity that this process knows: those that the product comes with, and those of the rule packs that were adopted.</summary>
public sealed class KnownRules
{
    /// <summary>The books, rules and overlays.</summary>
    public RuleCatalog Catalog { get; private set; } = RuleCatalog.Embedded;

    /// <summary>The kinds of activity.</summary>
    public ActivityKinds Kinds { get; private set; } = ActivityKinds.Embedded;
}
