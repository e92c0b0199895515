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
    /// <summary>The jurisdiction above that has authorised it to ask less than what is asked from its own level down (REG-19); none where nobody has.</summary>
    public Guid? AuthorisedBy { get; init; }

    /// <summary>The check with the changed parameters, or what is wrong with it.</summary>
    public Result<Check> AppliedTo(Check check, RuleReader reader)
    {
        // Null takes away a parameter that there is; any other name is left for the reader to refuse.
        bool IsTakenAway(string name, JsonElement value) => value.ValueKind == JsonValueKind.Null && check.Shape.Parameters.Any(p => p.Name == name);
        var written = check.Parameters.Where(p => !Change.ContainsKey(p.Key)).Concat(Change.Where(c => !IsTakenAway(c.Key, c.Value))).ToDictionary(p => p.Key, p => p.Value);
        return reader.ReadCheck(JsonSerializer.SerializeToElement(written), RuleId);
    }
}

/// <summary>The document by which a jurisdiction changes rules.</summary>
/// <param name="PackId">The rule pack; none for a change that is only supposed.</param>
/// <param name="JurisdictionId">Whose document it is; none for a change that is only supposed.</param>
/// <param name="Title">What the document is called.</param>
/// <param name="Document">Its number.</param>
public sealed record OverlaySource(Guid? PackId, Guid? JurisdictionId, Text Title, string Document);

/// <summary>An overlay as it holds at a place.</summary>
/// <param name="Overlay">The overlay.</param>
/// <param name="Days">The days on which it holds.</param>
/// <param name="Near">How near its jurisdiction stands, 0 for the nearest.</param>
/// <param name="Authority">How near whoever authorised it stands: it may ask less than what is asked from there down, never less than what is asked above.</param>
public readonly record struct OverlayInPlace(Overlay Overlay, DayRange Days, int Near, int Authority);

/// <summary>What is asked above the jurisdictions that have changed a version.</summary>
/// <param name="Near">How near the jurisdiction stands that changed it.</param>
/// <param name="Check">What was asked before it did.</param>
internal readonly record struct AskedAbove(int Near, Check Check);
