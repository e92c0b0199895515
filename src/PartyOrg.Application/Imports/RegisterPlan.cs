using System.Text.Json;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Imports;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Units;

namespace PartyOrg.Application.Imports;

/// <summary>What a register's rows would do: errors, or what is to be created and changed, in the order in which it can be written.</summary>
internal sealed class RegisterPlan(RegisterRows rows, IReadOnlyDictionary<string, Organization> organizations, IReadOnlyDictionary<string, Unit?> units, bool toWrite)
{
    // A preview shows what becomes of the rows, and needs them no longer.
    private readonly PackedMembers? members = toWrite ? rows.Members : null;
    private readonly HashSet<Id<Organization>> founded = [];
    private readonly int[] counts = new int[Enum.GetValues<RegisterKind>().Length * 3];

    public List<Finding> Findings { get; } = [.. rows.Findings];

    public List<Finding> Advices { get; } = [.. rows.Advices];

    public PackedChanges Changes { get; private set; } = new();

    /// <summary>Superiors before those under them, with their posts.</summary>
    public List<Organization> NewOrganizations { get; } = [];

    public Dictionary<Id<Organization>, List<OrganizationEdit>> ChangedOrganizations { get; } = [];

    public List<PlannedMember> NewMembers { get; } = new(toWrite ? rows.Members.Count : 0);

    public List<PlannedMember> ChangedMembers { get; } = [];

    /// <summary>The row of a member, as the file has it.</summary>
    public MemberRow RowOf(PlannedMember member) => members![member.Row];

    /// <summary>The rows of members up to this one are written; where some are still to be changed, all are kept.</summary>
    public void ForgetRowsBefore(PlannedMember member)
    {
        if (ChangedMembers.Count == 0) members!.ForgetBefore(member.Row);
    }

    /// <summary>The organization of this code, stored or new.</summary>
    public Organization Named(string code) => organizations[code];

    /// <summary>The unit of this social credit code or name.</summary>
    public Unit UnitNamed(string codeOrName) => units[codeOrName]!;

    /// <summary>Whether any member's row says where he works.</summary>
    public bool HaveWorkplaces => rows.HaveWorkplaces;

    /// <summary>A member who is new, or is changed; a preview need not keep him.</summary>
    public void Add(PlannedMember member, bool isNew)
    {
        if (toWrite) (isNew ? NewMembers : ChangedMembers).Add(member);
    }

    /// <summary>The preview was compared, and is not needed while its rows are written.</summary>
    public void ForgetChanges() => Changes = new();

    public void Found(Organization organization)
    {
        NewOrganizations.Add(organization);
        founded.Add(organization.Id);
    }

    public bool IsNew(Organization organization) => founded.Contains(organization.Id);

    private void Count(RegisterKind kind, RowOutcome outcome) => counts[((int)kind * 3) + (int)outcome]++;

    public void Add(RowPlace place, RegisterKind kind, RowOutcome outcome, string subject, string name, IEnumerable<FieldChange>? fields = null)
    {
        Count(kind, outcome);
        if (outcome != RowOutcome.Unchanged)
            Changes.Add(new(place.Sheet, place.Number, kind, outcome, subject, name, fields is null ? null : JsonSerializer.Serialize(fields, PipelineJson.Full)));
    }

    public void Edit(Id<Organization> organization, OrganizationEdit edit)
    {
        if (!ChangedOrganizations.TryGetValue(organization, out var edits)) ChangedOrganizations.Add(organization, edits = []);
        edits.Add(edit);
    }

    public IEnumerable<ImportCount> CountsOf(Id<RegisterImport> import) => Enum.GetValues<RegisterKind>()
        .Select(kind => new ImportCount(import, kind, Of(kind, RowOutcome.Created), Of(kind, RowOutcome.Changed), Of(kind, RowOutcome.Unchanged)));

    public IEnumerable<ImportChange> ChangesOf(Id<RegisterImport> import) => Changes.Select((c, i) => new ImportChange
    {
        ImportId = import, Number = i + 1, Sheet = c.Sheet, Row = c.Row, Kind = c.Kind, Outcome = c.Outcome, Subject = c.Subject, Name = c.Name, Fields = c.Fields,
    });

    private int Of(RegisterKind kind, RowOutcome outcome) => counts[((int)kind * 3) + (int)outcome];
}

/// <summary>A row that would be created or changed.</summary>
internal sealed record PlannedChange(string Sheet, int Row, RegisterKind Kind, RowOutcome Outcome, string Subject, string Name, string? Fields);

/// <summary>A value before and after.</summary>
/// <param name="Field">The column's name.</param>
/// <param name="Before">What the register has.</param>
/// <param name="After">What the file has.</param>
public sealed record FieldChange(string Field, string? Before, string? After);

/// <summary>What is to be done to an organization that the register has: carried out once on what the check read, and again on what is written.</summary>
internal delegate PartyOrg.Domain.Results.Error? OrganizationEdit(Organization organization);

/// <summary>A member's row, by its place among the members' rows.</summary>
internal readonly record struct PlannedMember(Id<Person> Id, int Row);
