using System.Text.Json;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Compliance.Checks;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.RuleBooks;

/// <summary>A jurisdiction changes parameters or numbers of a rule for its subtree: more meetings, shorter periods, an earlier day, fewer absences until a talk is proposed.</summary>
/// <param name="Adopted">The name under which adoptions say where and on which days it holds.</param>
/// <param name="RuleId">The rule that it changes.</param>
/// <param name="Change">The parameters with their new values, as the file writes them; null takes an optional parameter away.</param>
/// <param name="Reason">Why the jurisdiction changes them.</param>
/// <param name="Source">The document by which it does so.</param>
public sealed record Overlay(string Adopted, string RuleId, IReadOnlyDictionary<string, JsonElement> Change, Text Reason, OverlaySource Source)
{
    /// <summary>The jurisdiction above that has authorised it to ask less than what is asked from its own level down (REG-19); none where nobody has.</summary>
    public Guid? AuthorisedBy { get; init; }

    /// <summary>The numbers with their new values.</summary>
    public IReadOnlyDictionary<string, decimal> Numbers { get; init; } = new Dictionary<string, decimal>();

    /// <summary>The rule's sentence as it reads with the change; none where it stays as it is.</summary>
    public Text? Title { get; init; }

    /// <summary>What messages call it: the file of the rule pack in which it stands; a change that is only supposed goes by its rule.</summary>
    public string File => Source.PackId is null ? RuleId : $"Overlays/{RuleId}.json";

    /// <summary>Whether the version has anything that it could change; one that repeals a check has not.</summary>
    public bool Concerns(RuleVersion version) => Numbers.Count > 0 || (Change.Count > 0 && version.Check is not null);

    /// <summary>The version with the changed parameters and numbers, or what is wrong with them; each error points into the overlay's file.</summary>
    public Result<RuleVersion> AppliedTo(RuleVersion version, RuleReader reader)
    {
        var errors = new List<Error>();
        var check = version.Check;
        if (Change.Count > 0 && check is not null)
        {
            var changedCheck = AppliedTo(check, reader);
            if (changedCheck.Succeeded) check = changedCheck.Value;
            else errors.AddRange(changedCheck.Errors);
        }

        foreach (var (name, value) in Numbers)
        {
            if (version.Numbers.FirstOrDefault(n => n.Name == name) is not { } number) errors.Add(RuleNumberErrors.Unknown(File, name, version.Numbers));
            else if (version.Basis == Basis.OtherLaw) errors.Add(RuleNumberErrors.FixedByLaw(File, name));
            else if (!number.Takes(value)) errors.Add(RuleNumberErrors.OutOfRange(File, number));
        }

        if (errors.Count > 0) return errors.ToArray();
        var changed = version with { Title = Title ?? version.Title, Check = check, Numbers = [.. version.Numbers.Select(n => Numbers.TryGetValue(n.Name, out var value) ? n with { Value = value } : n)] };
        return RuleReader.DisorderIn(changed.Numbers) is var (one, other) ? RuleNumberErrors.NotBelow(File, one, other) : changed;
    }

    /// <summary>The check with the changed parameters, or what is wrong with it; each error points into the overlay's file.</summary>
    public Result<Check> AppliedTo(Check check, RuleReader reader)
    {
        // Null takes away a parameter that there is; any other name is left for the reader to refuse.
        bool IsTakenAway(string name, JsonElement value) => value.ValueKind == JsonValueKind.Null && check.Shape.Parameters.Any(p => p.Name == name);
        var written = check.Parameters.Where(p => !Change.ContainsKey(p.Key)).Concat(Change.Where(c => !IsTakenAway(c.Key, c.Value))).ToDictionary(p => p.Key, p => p.Value);
        return reader.ReadCheck(JsonSerializer.SerializeToElement(written), File, "/parameters");
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
/// <param name="Version">What was asked before it did.</param>
internal readonly record struct AskedAbove(int Near, RuleVersion Version);
