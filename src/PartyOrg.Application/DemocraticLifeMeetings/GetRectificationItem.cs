using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticLifeMeetings;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.DemocraticLifeMeetings;

/// <summary>Shows a rectification item.</summary>
/// <param name="RectificationItem">The item, of an organization in the caller's scope.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record GetRectificationItem(Id<RectificationItem> RectificationItem) : IQuery<RectificationItemAnswer>;

internal sealed class GetRectificationItemHandler(PartyOrgContext db, Caller caller) : IHandler<GetRectificationItem, RectificationItemAnswer>
{
    public async Task<Result<RectificationItemAnswer>> Handle(GetRectificationItem request, CancellationToken cancellationToken)
    {
        var row = await db.RectificationItems.Where(i => i.Id == request.RectificationItem).InScope(caller, db).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return row is null ? DemocraticLifeMeetingErrors.ItemNotFound : RectificationItemAnswer.Of(row.Item, row.Organization, caller);
    }
}
