using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Organizations;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Members;

/// <summary>Shows everything that was ever recorded of a member, what was voided too, the latest recorded first: names, standings, where he belonged, where he worked, posts. A member may look at himself.</summary>
/// <param name="Member">The person.</param>
/// <param name="Kind">Only facts of this kind.</param>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record GetMemberHistory(Id<Person> Member, HistoryKind? Kind, int? Limit, string? Cursor) : IQuery<Page<HistoryEntry>>, IAboutMember;

internal sealed class GetMemberHistoryHandler(PartyOrgContext db, Caller caller) : IHandler<GetMemberHistory, Page<HistoryEntry>>
{
    public async Task<Result<Page<HistoryEntry>>> Handle(GetMemberHistory request, CancellationToken cancellationToken)
    {
        var (limit, cursor, id) = (PageLimit.Of(request.Limit), HistoryPage.Read(request.Cursor), request.Member);
        if (!limit.Succeeded) return limit.Errors[0];
        if (!cursor.Succeeded) return cursor.Errors[0];
        if (!await db.Persons.InScope(caller, db).AnyAsync(p => p.Id == id, cancellationToken)) return MemberErrors.NotFound;

        var page = new HistoryPage(db, limit.Value, cursor.Value);
        bool Asked(HistoryKind kind) => request.Kind is null || request.Kind == kind;
        if (Asked(HistoryKind.Name))
        {
            await page.Add(db.PersonFormerNames.Where(f => f.PersonId == id), f => f.ThenBy(n => n.Id),
                f => new(HistoryKind.Name, f.Name, null, null, null, null, f.From, f.To, f.RecordedAt, f.VoidedAt), cancellationToken);
        }

        if (Asked(HistoryKind.Standing))
        {
            await page.Add(db.Memberships.Where(f => f.PersonId == id), f => f.ThenBy(m => m.Id),
                f => new(HistoryKind.Standing, HistoryPage.Named(f.Standing), null, null, null, null, f.From, f.To, f.RecordedAt, f.VoidedAt, EndedBy: f.EndedBy), cancellationToken);
        }

        if (Asked(HistoryKind.Belonging))
        {
            await page.Add(db.Affiliations.Where(f => f.PersonId == id), f => f.ThenBy(a => a.Id),
                f => new(HistoryKind.Belonging, HistoryPage.Named(f.Belonging), f.OrganizationId, null, null, null, f.From, f.To, f.RecordedAt, f.VoidedAt), cancellationToken);
        }

        if (Asked(HistoryKind.Post))
        {
            await page.Add(db.Posts.Where(f => f.PersonId == id), f => f.ThenBy(p => p.Id),
                f => new(HistoryKind.Post, HistoryPage.Named(f.Office), f.OrganizationId, null, null, null, f.From, f.To, f.RecordedAt, f.VoidedAt), cancellationToken);
        }

        if (Asked(HistoryKind.Workplace))
        {
            await page.Add(db.Workplaces.Where(f => f.PersonId == id), f => f.ThenBy(w => w.Id),
                f => new(HistoryKind.Workplace, null, null, null, null, null, f.From, f.To, f.RecordedAt, f.VoidedAt, f.UnitId), cancellationToken);
        }

        return await page.Finish(cancellationToken);
    }
}
