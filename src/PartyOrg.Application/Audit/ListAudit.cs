using AutoMapper;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
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
/// <param name="Operation">Only this request's name, <c>RecordMeeting</c>.</param>
/// <param name="Account">Only what this account did.</param>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(Role.AuditAdministrator | Role.Auditor)]
public sealed record ListAudit(
    Id<Organization>? Organization, Guid? Chain, LocalDate? From, LocalDate? To, string? Operation, Id<Account>? Account, int? Limit, string? Cursor) : IQuery<Page<AuditEntryAnswer>>;

internal sealed class ListAuditHandler(PartyOrgContext db, Caller caller, IMapper mapper) : IHandler<ListAudit, Page<AuditEntryAnswer>>
{
    public async Task<Result<Page<AuditEntryAnswer>>> Handle(ListAudit request, CancellationToken cancellationToken)
    {
        var (limit, cursor) = (PageLimit.Of(request.Limit), Cursor.Read(request.Cursor, 3));
        if (!limit.Succeeded) return limit.Errors[0];
        if (!cursor.Succeeded) return cursor.Errors[0];

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
        if (request.Operation is { } operation) entries = entries.Where(e => e.Operation == operation);
        if (request.Account?.Value is { } account) entries = entries.Where(e => e.AccountId == account);
        if (cursor.Value is { Values: [var time, var ofChain, var number] })
        {
            if (!InstantPattern.ExtendedIso.Parse(time).TryGetValue(default, out var at) || !Guid.TryParse(ofChain, out var id) || !long.TryParse(number, out var sequence)) return Cursor.Malformed;
            entries = entries.Where(e => e.At < at || (e.At == at && (e.ChainId.CompareTo(id) < 0 || (e.ChainId == id && e.Sequence < sequence))));
        }

        var page = await entries.OrderByDescending(e => e.At).ThenByDescending(e => e.ChainId).ThenByDescending(e => e.Sequence).Take(limit.Value + 1).ToListAsync(cancellationToken);
        return Page<AuditEntryAnswer>.Of(await Rows(page, cancellationToken), limit.Value, mapper.Map<AuditEntryAnswer>,
            r => new(InstantPattern.ExtendedIso.Format(r.Entry.At), r.Entry.ChainId.ToString(), $"{r.Entry.Sequence}"));
    }

    private async Task<List<AuditEntryRow>> Rows(List<AuditEntry> page, CancellationToken cancellation)
    {
        var accounts = page.Where(e => e.AccountId is not null).Select(e => new Id<Account>(e.AccountId!.Value)).Distinct().ToList();
        var names = await db.Accounts.Where(a => accounts.Contains(a.Id)).Select(a => new { a.Id, a.UserName }).ToDictionaryAsync(a => a.Id.Value, a => a.UserName, cancellation);
        var chains = page.Select(e => new Id<Organization>(e.ChainId)).Distinct().ToList();
        var organizations = await db.Organizations.Where(o => chains.Contains(o.Id)).Select(o => new { o.Id, o.Name, o.Path }).ToDictionaryAsync(o => o.Id.Value, cancellation);
        return page.ConvertAll(e =>
        {
            var organization = organizations.GetValueOrDefault(e.ChainId);
            var withDetails = e.ChainId == AuditChain.System || (organization is not null && caller.Holds(Role.Auditor, organization.Path));
            return new AuditEntryRow(e, e.AccountId is { } by ? names.GetValueOrDefault(by) : null, organization?.Name, withDetails);
        });
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
