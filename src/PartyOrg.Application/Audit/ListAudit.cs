using AutoMapper;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Audit;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Audit;

/// <summary>Lists what was done, the latest first. The audit administrator sees all chains, without business values; an auditor those of his subtree.</summary>
/// <param name="Organization">Only the chains of this organization and of all below it.</param>
/// <param name="Chain">Only this chain: an organization's id, or 00000000-0000-0000-0000-000000000000 for accounts, sessions and roles.</param>
/// <param name="From">Only from this day on (Asia/Shanghai).</param>
/// <param name="To">Only up to this day, itself included.</param>
/// <param name="Operation">Only this operation, as the document or the audit names it: <c>recordMeeting</c> or <c>RecordMeeting</c>.</param>
/// <param name="Account">Only what this account did.</param>
/// <param name="Resource">Only what changed the resource of this id, whatever it is.</param>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(Role.AuditAdministrator | Role.Auditor)]
public sealed record ListAudit(
    Id<Organization>? Organization, Guid? Chain, LocalDate? From, LocalDate? To, string? Operation, Id<Account>? Account, Guid? Resource, int? Limit, string? Cursor) : IQuery<Page<AuditEntryAnswer>>;

internal sealed class ListAuditHandler(PartyOrgContext db, Caller caller, IMapper mapper) : IHandler<ListAudit, Page<AuditEntryAnswer>>
{
    public async Task<Result<Page<AuditEntryAnswer>>> Handle(ListAudit request, CancellationToken cancellationToken)
    {
        var entries = db.AuditEntries.AsNoTracking().InScope(caller, db);
        if (request.Organization is { } organization)
        {
            var top = await Seen(organization, cancellationToken);
            if (top is null) return OrganizationErrors.NotFound.At("/organization");
            var below = db.Organizations.AtOrBelow(top);
            entries = entries.Where(e => below.Any(o => (Guid)(object)o.Id == e.ChainId));
        }

        if (request.Chain is { } chain) entries = entries.Where(e => e.ChainId == chain);
        if (request.From is { } from && Clock.Zone.AtStartOfDay(from).ToInstant() is var start) entries = entries.Where(e => e.At >= start);
        if (request.To is { } to && Clock.Zone.AtStartOfDay(to.PlusDays(1)).ToInstant() is var end) entries = entries.Where(e => e.At < end);
        if (request.Operation is { Length: > 0 } operation && char.ToUpperInvariant(operation[0]) + operation[1..] is var name) entries = entries.Where(e => e.Operation == name);
        if (request.Account?.Value is { } account) entries = entries.Where(e => e.AccountId == account);
        if (request.Resource is { } resource) entries = entries.Where(e => db.AuditSubjects.Any(s => s.SubjectId == resource && s.ChainId == e.ChainId && s.Sequence == e.Sequence));
        return await entries.PageOf(db, request.Limit, request.Cursor, (e, userName, organization) =>
        {
            var withDetails = e.ChainId == AuditChain.System || (organization is not null && caller.Holds(Role.Auditor, organization.Path));
            return mapper.Map<AuditEntryAnswer>(new AuditEntryRow(e, userName, organization?.Name, withDetails));
        }, cancellationToken);
    }

    private Task<string?> Seen(Id<Organization> organization, CancellationToken cancellation)
    {
        var organizations = caller.Holds(Role.AuditAdministrator) ? db.Organizations : db.Organizations.InScope(caller);
        return organizations.Where(o => o.Id == organization).Select(o => o.Path).SingleOrDefaultAsync(cancellation);
    }
}

/// <summary>Which entries a caller sees.</summary>
public static class AuditScope
{
    /// <summary>Entries of all chains for the audit administrator, of the organizations in reach for everybody else.</summary>
    public static IQueryable<AuditEntry> InScope(this IQueryable<AuditEntry> entries, Caller caller, PartyOrgContext db)
    {
        if (caller.Holds(Role.AuditAdministrator)) return entries;
        var reached = db.Organizations.InScope(caller);
        return entries.Where(e => reached.Any(o => (Guid)(object)o.Id == e.ChainId));
    }
}
