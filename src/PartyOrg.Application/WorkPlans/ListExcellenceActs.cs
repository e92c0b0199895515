using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.WorkPlans;

namespace PartyOrg.Application.WorkPlans;

/// <summary>Lists the acts before July 1 of an organization (TWS-1.7), the latest first, those taken back among them.</summary>
/// <param name="Organization">The organization.</param>
/// <param name="Year">Only acts of this year.</param>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record ListExcellenceActs(Id<Organization> Organization, int? Year, int? Limit, string? Cursor) : IQuery<Page<ExcellenceActAnswer>>;

internal sealed class ListExcellenceActsHandler(PartyOrgContext db, Caller caller) : IHandler<ListExcellenceActs, Page<ExcellenceActAnswer>>
{
    public async Task<Result<Page<ExcellenceActAnswer>>> Handle(ListExcellenceActs request, CancellationToken cancellationToken)
    {
        if (request.Year is < 2000 or > 2100) return WorkSummaryErrors.YearOutOfRange.At("/year");
        if (!await db.Organizations.InScope(caller).AnyAsync(o => o.Id == request.Organization, cancellationToken)) return OrganizationErrors.NotFound;

        var acts = db.ExcellenceActs.Where(a => a.OrganizationId == request.Organization);
        if (request.Year is { } year)
        {
            var (first, last) = (new LocalDate(year, 1, 1), new LocalDate(year, 12, 31));
            acts = acts.Where(a => a.On >= first && a.On <= last);
        }

        return await acts.PageByDay(request.Limit, request.Cursor, a => a.On, a => a.Id, ExcellenceActAnswer.Of, cancellationToken);
    }
}
