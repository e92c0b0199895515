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
        var path = await db.Organizations.InScope(caller).Where(o => o.Id == request.Organization).Select(o => o.Path).SingleOrDefaultAsync(cancellationToken);
        if (path is null) return OrganizationErrors.NotFound;
        var asked = db.Letters.InScope(caller, db).Where(l => l.OrganizationId == request.Organization && (request.Status == null || l.Status == request.Status));
        return await asked.PageByDay(request.Limit, request.Cursor, l => l.ReceivedOn, l => l.Id, l => LetterSummary.Of(l, new(caller.RolesOver(path))), cancellationToken);
    }
}
