namespace PartyOrg.Domain.Compliance;

/// <summary>The words that a rule file may use: a misspelt one is an error where it is read, not a duty that silently binds nobody.</summary>
/// <param name="SubjectTypes">The types of subject, for instance <c>branch</c>.</param>
/// <param name="Conditions">The conditions on whose days a rule can bind, for instance <c>committee</c>.</param>
/// <param name="EvidenceKinds">The kinds of evidence by name.</param>
public sealed record Vocabulary(IReadOnlySet<string> SubjectTypes, IReadOnlySet<string> Conditions, IReadOnlyDictionary<string, EvidenceKind> EvidenceKinds);
