using NodaTime;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Imports;

/// <summary>Where a row stands in the file.</summary>
internal sealed record RowPlace(SheetHeader Header, string Sheet, int Number)
{
    /// <summary>An error or an advice in one of the row's cells, with what the cell holds: nothing personal may be given.</summary>
    public Finding Wrong(Error error, SheetColumn column, string? value) => new(error, Sheet, Number, Header.AddressOf(Number, column), value);
}

/// <summary>An error or an advice, and where it stands.</summary>
internal sealed record Finding(Error Error, string? Sheet = null, int? Row = null, string? Cell = null, string? Value = null);

/// <summary>An organization or a Party group.</summary>
internal sealed record OrganizationRow(RowPlace Place, Founding Founding, string? SuperiorCode)
{
    public string Code => Founding.Code.Value;

    public bool IsGroup => Founding.Type == OrganizationType.PartyGroup;

    public SheetColumn CodeColumn => Place.Header.Layout == RegisterSheets.Groups ? RegisterSheets.GroupCode : RegisterSheets.Code;

    public SheetColumn SuperiorColumn => Place.Header.Layout == RegisterSheets.Groups ? RegisterSheets.BranchCode : RegisterSheets.Superior;
}

/// <summary>
/// A member. <paramref name="Index"/> is the blind index of the identity number, as a key; <paramref name="SinceColumn"/> is where <paramref name="Since"/> stands, none where the
/// file does not say it. <paramref name="Workplace"/> is the unit's social credit code or name.
/// </summary>
internal sealed record MemberRow(
    RowPlace Place, PersonName Name, IdentityNumber Identity, string Index, PhoneNumber? Phone, Standing Standing, bool Floating, bool Pocket,
    string OrganizationCode, LocalDate From, LocalDate Since, SheetColumn? SinceColumn, Belonging Belonging, string? GroupCode,
    string? Workplace, LocalDate? WorksSince);

/// <summary>A post; its holder is named by identity number or by name.</summary>
internal sealed record PostRow(RowPlace Place, string OrganizationCode, IdentityNumber? Identity, string? Index, PersonName? Name, Office Office, LocalDate From, LocalDate? To);

/// <summary>What a file holds: rows whose cells are good, and what is wrong with the others.</summary>
internal sealed class RegisterRows(Func<IdentityNumber, string> indexOf)
{
    private readonly HashSet<string> codesOfMembers = new(StringComparer.Ordinal);

    public List<OrganizationRow> Organizations { get; } = [];

    public PackedMembers Members { get; } = new(indexOf);

    /// <summary>Whether any member's row says where he works.</summary>
    public bool HaveWorkplaces { get; private set; }

    public List<PostRow> Posts { get; } = [];

    public List<Finding> Findings { get; } = [];

    public List<Finding> Advices { get; } = [];

    /// <summary>The codes of all organizations that a row names.</summary>
    public IReadOnlySet<string> NamedOrganizations =>
        Organizations.SelectMany(o => new[] { o.Code, o.SuperiorCode }).Concat(Posts.Select(p => p.OrganizationCode)).Concat(codesOfMembers).OfType<string>().ToHashSet(StringComparer.Ordinal);

    public void Add(MemberRow row)
    {
        Members.Add(row);
        codesOfMembers.Add(row.OrganizationCode);
        if (row.GroupCode is { } group) codesOfMembers.Add(group);
        HaveWorkplaces |= row.Workplace is not null;
    }

    /// <summary>Codes of organizations whose rows have an error: what refers to them is not an error too.</summary>
    public HashSet<string> SpoiltCodes { get; } = new(StringComparer.Ordinal);

    /// <summary>Blind indexes of members whose rows have an error.</summary>
    public HashSet<string> SpoiltMembers { get; } = new(StringComparer.Ordinal);
}
