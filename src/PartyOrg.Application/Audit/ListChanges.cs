using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Audit;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Audit;

/// <summary>
/// Lists who changed a resource, when, and by which operation, the latest first: of every resource, whatever it is. What organizations, members, units, carriers and meetings were before is told by their own histories; here is who
/// did it. Of what is confidential (admonitions, cases, letters, talks, complaints), of what lies outside your scope and of what does not exist there is nothing in the list. Auditors find the requests themselves with
/// <c>GET /api/v1/audit?resource=…</c>. What an import brought was changed by it; posts, roles, relations and attachments are changed with the organization, account, member or meeting to which they belong.
/// </summary>
/// <param name="Resource">The resource's id, whatever it is.</param>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(Role.Officers | Role.BranchSecretary | Role.CommitteeMember | Role.Auditor | Role.AuditAdministrator)]
public sealed record ListChanges(Guid Resource, int? Limit, string? Cursor) : IQuery<Page<ChangeAnswer>>;

/// <summary>A change of a resource.</summary>
/// <param name="At">When.</param>
/// <param name="AccountId">Who gave the command; none for what the system does by itself, and where the sender stays unknown.</param>
/// <param name="UserName">His user name.</param>
/// <param name="Operation">The request's name, <c>ConfirmMinutes</c>.</param>
/// <param name="Type">What the resource is, <c>Meeting</c>.</param>
/// <param name="Version">The resource's version after it; none of what an import brought.</param>
/// <param name="Events">What happened to it, <c>meeting.confirmed</c>.</param>
/// <param name="Chain">In whose audit chain it stands: an organization's id, or 00000000-0000-0000-0000-000000000000. What concerns several organizations stands in the chain of each.</param>
/// <param name="OrganizationName">What the organization is called.</param>
/// <param name="Sequence">The entry's number in the chain.</param>
public sealed record ChangeAnswer(
    Instant At, Id<Account>? AccountId, string? UserName, string Operation, string Type, int? Version, IReadOnlyList<string> Events, Guid Chain, string? OrganizationName, long Sequence);

internal sealed class ListChangesHandler(PartyOrgContext db, Caller caller) : IHandler<ListChanges, Page<ChangeAnswer>>
{
    private static readonly List<string> Confidential = [.. typeof(IConfidential).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(IConfidential)) && !t.IsInterface).Select(t => t.Name)];

    public async Task<Result<Page<ChangeAnswer>>> Handle(ListChanges request, CancellationToken cancellationToken)
    {
        var subjects = db.AuditSubjects.Where(s => s.SubjectId == request.Resource);
        if (!caller.Holds(Role.AuditAdministrator))
        {
            var (confidential, audited) = (Confidential, db.Organizations.Within(caller.ReachOf(Role.Auditor)));
            subjects = subjects.Where(s => !confidential.Contains(s.Type) || audited.Any(o => (Guid)(object)o.Id == s.ChainId));
        }

        var type = await subjects.Select(s => s.Type).FirstOrDefaultAsync(cancellationToken) ?? "";
        var entries = db.AuditEntries.AsNoTracking().InScope(caller, db).Where(e => subjects.Any(s => s.ChainId == e.ChainId && s.Sequence == e.Sequence));
        return await entries.PageOf(db, request.Limit, request.Cursor, (e, userName, organization) => Told(e, request.Resource, type, userName, organization?.Name), cancellationToken);
    }

    private static ChangeAnswer Told(AuditEntry entry, Guid resource, string type, string? userName, string? organizationName)
    {
        using var subjects = JsonDocument.Parse(entry.Subjects);
        // Of a long import the entry names the first of what it changed.
        var told = subjects.RootElement.EnumerateArray().FirstOrDefault(s => s.GetProperty("id").GetGuid() == resource);
        var isNamed = told.ValueKind == JsonValueKind.Object;
        return new(
            entry.At, entry.AccountId is { } by ? new(by) : null, userName, entry.Operation, type, isNamed ? told.GetProperty("version").GetInt32() : null,
            isNamed ? [.. told.GetProperty("events").EnumerateArray().Select(e => e.GetString()!)] : [], entry.ChainId, organizationName, entry.Sequence);
    }
}
