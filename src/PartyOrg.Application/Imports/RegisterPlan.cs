using System.Text.Json;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Imports;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;

namespace PartyOrg.Application.Imports;

/// <summary>What a register's rows would do: errors, or what is to be created and changed, in the order in which it can be written.</summary>
internal sealed class RegisterPlan(IEnumerable<Finding> found, IEnumerable<Finding> advised)
{
    private readonly HashSet<Id<Organization>> founded = [];
    private readonly int[] counts = new int[Enum.GetValues<RegisterKind>().Length * 3];

    public List<Finding> Findings { get; } = [.. found];

    public List<Finding> Advices { get; } = [.. advised];

    public List<PlannedChange> Changes { get; } = [];

    /// <summary>Superiors before those under them, with their posts.</summary>
    public List<Organization> NewOrganizations { get; } = [];

    public Dictionary<Id<Organization>, List<OrganizationEdit>> ChangedOrganizations { get; } = [];

    public List<PlannedMember> NewMembers { get; } = [];

    public List<PlannedMember> ChangedMembers { get; } = [];

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
            Changes.Add(new(place, kind, outcome, subject, name, fields is null ? null : JsonSerializer.Serialize(fields, PipelineJson.Full)));
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
        ImportId = import, Number = i + 1, Sheet = c.Place.Sheet, Row = c.Place.Number, Kind = c.Kind, Outcome = c.Outcome, Subject = c.Subject, Name = c.Name, Fields = c.Fields,
    });

    private int Of(RegisterKind kind, RowOutcome outcome) => counts[((int)kind * 3) + (int)outcome];
}

/// <summary>A row that would be created or changed.</summary>
internal sealed record PlannedChange(RowPlace Place, RegisterKind Kind, RowOutcome Outcome, string Subject, string Name, string? Fields);

/// <summary>A value before and after.</summary>
/// <param name="Field">The column's name.</param>
/// <param name="Before">What the register has.</param>
/// <param name="After">What the file has.</param>
public sealed record FieldChange(string Field, string? Before, string? After);

/// <summary>What is to be done to an organization that the register has: carried out once on what the check read, and again on what is written.</summary>
internal delegate PartyOrg.Domain.Results.Error? OrganizationEdit(Organization organization);

/// <summary>A member's row with the organizations that it names.</summary>
internal sealed record PlannedMember(Id<Person> Id, MemberRow Row, Organization Organization, Organization? Group);
