using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;

namespace PartyOrg.Application.ThreeMeetingsAndOneLesson;

/// <summary>What the operations on attachments share.</summary>
internal static class AttachmentScope
{
    /// <summary>Attachments of the meetings in the caller's reach, and of those that he chairs.</summary>
    public static IQueryable<Attachment> InScopeOrChaired(this IQueryable<Attachment> attachments, Caller caller, PartyOrgContext db)
    {
        var meetings = db.Meetings.InScopeOrChaired(caller, db);
        return attachments.Where(a => meetings.Any(m => m.Id == a.MeetingId));
    }

    /// <summary>What the accounts are called.</summary>
    public static Task<Dictionary<Id<Account>, string>> NamesOfAccounts(this PartyOrgContext db, IReadOnlyList<Id<Account>> accounts, CancellationToken cancellation) =>
        db.Accounts.Where(a => accounts.Contains(a.Id)).Select(a => new { a.Id, a.DisplayName }).ToDictionaryAsync(a => a.Id, a => a.DisplayName.ToString(), cancellation);
}
