using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.InnerPartySupervision;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.InnerPartySupervision;

/// <summary>Lists letters and visits without their texts, the latest first (TWS-9.2.7).</summary>
/// <param name="Organization">Who answers them.</param>
/// <param name="Status">Only those that are this far.</param>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(Role.BranchSecretary | Role.DisciplineInspector | Role.Officers)]
public sealed record ListLetters(Id<Organization> Organization, LetterStatus? Status, int? Limit, string? Cursor) : IQuery<Page<LetterSummary>>;

internal sealed class ListLettersHandler(PartyOrgContext db, Caller caller) : IHandler<ListLetters, Page<LetterSummary>>
{
    public async Task<Result<Page<LetterSummary>>> Handle(ListLetters request, CancellationToken cancellationToken)
    {
        var (limit, cursor) = (PageLimit.Of(request.Limit), Cursor.ReadDay<Letter>(request.Cursor));
        if (!limit.Succeeded) return limit.Errors[0];
        if (!cursor.Succeeded) return cursor.Errors[0];
        var path = await db.Organizations.InScope(caller).Where(o => o.Id == request.Organization).Select(o => o.Path).SingleOrDefaultAsync(cancellationToken);
        if (path is null) return OrganizationErrors.NotFound;
        var asked = db.Letters.InScope(caller, db).Where(l => l.OrganizationId == request.Organization && (request.Status == null || l.Status == request.Status));
        if (cursor.Value is var (on, id)) asked = asked.Where(l => l.ReceivedOn < on || (l.ReceivedOn == on && l.Id < id));
        var rows = await asked.OrderByDescending(l => l.ReceivedOn).ThenByDescending(l => l.Id).Take(limit.Value + 1).AsNoTracking().ToListAsync(cancellationToken);
        return Page<LetterSummary>.Of(rows, limit.Value, l => LetterSummary.Of(l, new(caller.RolesOver(path)), caller.Language), l => Cursor.OfDay(l.ReceivedOn, l.Id));
    }
}
