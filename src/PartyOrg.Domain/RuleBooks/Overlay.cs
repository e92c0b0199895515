using System.Text.Json;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Compliance.Checks;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.RuleBooks;

/// <summary>A jurisdiction changes parameters of a rule for its subtree: more meetings, shorter periods, an earlier day.</summary>
/// <param name="Adopted">The name under which adoptions say where and on which days it holds.</param>
/// <param name="RuleId">The rule whose parameters it changes.</param>
/// <param name="Change">The parameters with their new values, as the file writes them; null takes an optional parameter away.</param>
/// <param name="Reason">Why the jurisdiction changes them.</param>
/// <param name="Source">The document by which it does so.</param>
public sealed record Overlay(string Adopted, string RuleId, IReadOnlyDictionary<string, JsonElement> Change, Text Reason, OverlaySource Source)
{
    /// <summary>Whether it may ask less than the jurisdictions above: one of them has authorised it (REG-19).</summary>
    public bool MayLoosen { get; init; }

    /// <summary>The check with the changed parameters, or what is wrong with it.</summary>
    public Result<Check> AppliedTo(Check check, RuleReader reader)
    {
        var written = check.Parameters.Where(p => !Change.ContainsKey(p.Key)).Concat(Change.Where(c => c.Value.ValueKind != JsonValueKind.Null)).ToDictionary(p => p.Key, p => p.Value);
        return reader.ReadCheck(JsonSerializer.SerializeToElement(written), RuleId);
    }
}

/// <summary>The document by which a jurisdiction changes rules.</summary>
/// <param name="PackId">The rule pack; none for a change that is only supposed.</param>
/// <param name="JurisdictionId">Whose document it is; none for a change that is only supposed.</param>
/// <param name="Title">What the document is called.</param>
/// <param name="Document">Its number.</param>
public sealed record OverlaySource(Guid? PackId, Guid? JurisdictionId, Text Title, string Document);
