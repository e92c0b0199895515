using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Units;

/// <summary>What something is called that has no record of its own: an area, park, village, trade, chamber, a managing party. Written in one way, so that equal ones are equal text.</summary>
public sealed record Designation
{
    /// <summary>The longest, in UTF-16 units.</summary>
    public const int MaxLength = 60;

    private Designation(string value) => Value = value;

    /// <summary>The text, folded.</summary>
    public string Value { get; }

    /// <summary>The designation, if it is one.</summary>
    public static Result<Designation> Of(string? text)
    {
        var folded = NameText.Fold(text ?? "");
        return FreeText.FaultIn(folded, MaxLength) is { } fault ? fault : new Designation(folded);
    }

    /// <summary>The text.</summary>
    public override string ToString() => Value;
}

/// <summary>Where a unit or carrier is: street, number, floor.</summary>
public sealed record StreetAddress
{
    /// <summary>The longest, in UTF-16 units.</summary>
    public const int MaxLength = 200;

    private StreetAddress(string value) => Value = value;

    /// <summary>The text, folded.</summary>
    public string Value { get; }

    /// <summary>The address, if it is one.</summary>
    public static Result<StreetAddress> Of(string? text)
    {
        var folded = NameText.Fold(text ?? "");
        return FreeText.FaultIn(folded, MaxLength) is { } fault ? fault : new StreetAddress(folded);
    }

    /// <summary>The text.</summary>
    public override string ToString() => Value;
}
