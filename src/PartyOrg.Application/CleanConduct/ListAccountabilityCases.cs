using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.WorkPlans;
using PartyOrg.Domain;
using PartyOrg.Domain.CleanConduct;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.CleanConduct;

/// <summary>
/// Lists the accountability cases of an organization and of what lies below it that the caller may see (TWS-2.4), the latest first, without what they are about. Every reading leaves an
/// entry in the organization's audit.
/// </summary>
/// <param name="Organization">The organization.</param>
/// <param name="Status">Only cases that are so far.</param>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(AccountabilityScope.Asking, RuleId = "TWS-2.4")]
public sealed record ListAccountabilityCases(Id<Organization> Organization, AccountabilityStatus? Status, int? Limit, string? Cursor) : IConfidentialQuery<Page<AccountabilityCaseItem>>;

/// <summary>An accountability case in a list: that it is there, and how far.</summary>
/// <param name="Id">Its id.</param>
/// <param name="OrganizationId">In which organization the breach was.</param>
/// <param name="OrganizationName">What it is called.</param>
/// <param name="Status">How far it is.</param>
/// <param name="OpenedOn">The day on which it was opened.</param>
/// <param name="DecidedBy">Who decides on the handling.</param>
public sealed record AccountabilityCaseItem(
    Id<AccountabilityCase> Id, Id<Organization> OrganizationId, string OrganizationName, AccountabilityStatus Status, LocalDate OpenedOn, HandlingDecider DecidedBy);

internal sealed class ListAccountabilityCasesHandler(PartyOrgContext db, Caller caller, Bookkeeping bookkeeping) : IHandler<ListAccountabilityCases, Page<AccountabilityCaseItem>>
{
    public async Task<Result<Page<AccountabilityCaseItem>>> Handle(ListAccountabilityCases request, CancellationToken cancellationToken)
    {
        var (limit, cursor) = (PageLimit.Of(request.Limit), Cursor.ReadDay<AccountabilityCase>(request.Cursor));
        if (!limit.Succeeded) return limit.Errors[0];
        if (!cursor.Succeeded) return cursor.Errors[0];
        var path = await db.Organizations.InScope(caller).Where(o => o.Id == request.Organization).Select(o => o.Path).SingleOrDefaultAsync(cancellationToken);
        if (path is null) return OrganizationErrors.NotFound;

        bookkeeping.AuditUnder(request.Organization.Value);
        var below = db.Organizations.AtOrBelow(path);
        var cases = db.AccountabilityCases.Where(c => below.Any(o => o.Id == c.OrganizationId));
        if (request.Status is { } status) cases = cases.Where(c => c.Status == status);
        if (cursor.Value is var (day, id)) cases = cases.Where(c => c.OpenedOn < day || (c.OpenedOn == day && c.Id < id));
        var rows = await cases.InScope(caller, db).OrderByDescending(r => r.Case.OpenedOn).ThenByDescending(r => r.Case.Id).Take(limit.Value + 1).AsNoTracking().ToListAsync(cancellationToken);
        var page = Page<AccountabilityCaseItem>.Of(
            rows, limit.Value, r => new(r.Case.Id, r.Organization.Id, r.Organization.Name, r.Case.Status, r.Case.OpenedOn, r.Case.DecidedBy), r => Cursor.OfDay(r.Case.OpenedOn, r.Case.Id));

        // Whom responsibility was attributed to sees the case no longer; a page may hold a few less for that.
        var hidden = rows.Where(r => r.Case.Concerns(caller.PersonId)).Select(r => r.Case.Id).ToHashSet();
        return hidden.Count == 0 ? page : page with { Items = [.. page.Items.Where(i => !hidden.Contains(i.Id))] };
    }
}
