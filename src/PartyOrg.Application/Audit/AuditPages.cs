using Microsoft.EntityFrameworkCore;
using NodaTime.Text;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Audit;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Audit;

/// <summary>Pages of audit entries, the latest first.</summary>
internal static class AuditPages
{
    /// <summary>A page, each entry with the user name of who gave the command and with the organization in whose chain it stands.</summary>
    public static async Task<Result<Page<T>>> PageOf<T>(
        this IQueryable<AuditEntry> entries, PartyOrgContext db, int? asked, string? after, Func<AuditEntry, string?, ChainOwner?, T> item, CancellationToken cancellation)
    {
        var (limit, cursor) = (PageLimit.Of(asked), Cursor.Read(after, 3));
        if (!limit.Succeeded) return limit.Errors[0];
        if (!cursor.Succeeded) return cursor.Errors[0];
        if (cursor.Value is { Values: [var time, var ofChain, var number] })
        {
            if (!InstantPattern.ExtendedIso.Parse(time).TryGetValue(default, out var at) || !Guid.TryParse(ofChain, out var id) || !long.TryParse(number, out var sequence)) return Cursor.Malformed;
            entries = entries.Where(e => e.At < at || (e.At == at && (e.ChainId.CompareTo(id) < 0 || (e.ChainId == id && e.Sequence < sequence))));
        }

        var page = await entries.OrderByDescending(e => e.At).ThenByDescending(e => e.ChainId).ThenByDescending(e => e.Sequence).Take(limit.Value + 1).ToListAsync(cancellation);
        var accounts = page.Where(e => e.AccountId is not null).Select(e => new Id<Account>(e.AccountId!.Value)).Distinct().ToList();
        var names = await db.Accounts.Where(a => accounts.Contains(a.Id)).Select(a => new { a.Id, a.UserName }).ToDictionaryAsync(a => a.Id.Value, a => a.UserName, cancellation);
        var chains = page.Select(e => new Id<Organization>(e.ChainId)).Distinct().ToList();
        var organizations = await db.Organizations.Where(o => chains.Contains(o.Id)).Select(o => new { o.Id, o.Name, o.Path }).ToDictionaryAsync(o => o.Id.Value, o => new ChainOwner(o.Name, o.Path), cancellation);
        return Page<T>.Of(
            page, limit.Value, e => item(e, e.AccountId is { } by ? names.GetValueOrDefault(by) : null, organizations.GetValueOrDefault(e.ChainId)),
            e => new(InstantPattern.ExtendedIso.Format(e.At), e.ChainId.ToString(), $"{e.Sequence}"));
    }
}

/// <summary>The organization whose chain it is.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Path">Its place in the tree.</param>
internal sealed record ChainOwner(string Name, string Path);
