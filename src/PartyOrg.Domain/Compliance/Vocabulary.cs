using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Compliance;

/// <summary>The words that a rule file may use: a misspelt one is an error where it is read, not a duty that silently binds nobody.</summary>
/// <param name="SubjectTypes">The types of subject, for instance <c>branch</c>.</param>
/// <param name="Conditions">The conditions by name, for instance <c>committee</c>.</param>
/// <param name="EvidenceKinds">The kinds of evidence by name.</param>
public sealed record Vocabulary(IReadOnlySet<string> SubjectTypes, IReadOnlyDictionary<string, Condition> Conditions, IReadOnlyDictionary<string, EvidenceKind> EvidenceKinds)
{
    /// <summary>The circles of subjects that a subject's history can tell, by name, with what one of them is called: <c>committee</c>, committee member.</summary>
    public IReadOnlyDictionary<string, Text> Circles { get; init; } = new Dictionary<string, Text>();
}

/// <summary>What holds for a subject on some days and on others not: on its days a rule can bind, or it is itself what a rule asks.</summary>
/// <param name="Name">The stable name in rule files.</param>
/// <param name="Holding">That it holds, as a half sentence: "there is a committee".</param>
/// <param name="Lacking">What is the matter when it does not, as a half sentence: "there is no committee".</param>
/// <param name="Remedy">What to do to restore it, in the imperative.</param>
/// <param name="RestoredBy">The operationId that does it.</param>
public sealed record Condition(string Name, Text Holding, Text Lacking, Text Remedy, string RestoredBy);
