using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Dues;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Dues;

/// <summary>
/// Assesses a month: what each member owes whose relation lies with the branch, exact to the fen by TWS-D1 and explained line by line. Assessing again doubles nothing; after a change of base it
/// books the difference. Members without a base that counts are named and left out.
/// </summary>
/// <param name="Organization">The branch.</param>
/// <param name="Month">The month, up to the present one.</param>
[AllowedTo(DuesBooks.Keepers, RuleId = "TWS-D2")]
public sealed record AssessDues(Id<Organization> Organization, YearMonth Month) : ICommand<DuesMonthAnswer>;

internal sealed class AssessDuesHandler(PartyOrgContext db, DuesBooks books, Bookkeeping bookkeeping, Ids ids, Clock clock) : IHandler<AssessDues, DuesMonthAnswer>
{
    public async Task<Result<DuesMonthAnswer>> Handle(AssessDues request, CancellationToken cancellationToken)
    {
        if (await books.InTurn(request.Organization, cancellationToken) is not var (organization, ledger)) return OrganizationErrors.NotFound;
        if (DuesMonth.RefusalOfAssessing(organization, request.Month, books.StandingOver(organization), clock.Today) is { } refusal) return refusal;

        var before = await db.DuesEntries.Where(e => e.OrganizationId == organization.Id && e.Month == request.Month).AsNoTracking().ToListAsync(cancellationToken);
        var members = await books.MembersOf(organization.Id, request.Month, cancellationToken);
        var rates = await books.RatesOf(organization.Id, cancellationToken);
        books.Keep(ledger, ledger.Assess(request.Month, members, before, rates(request.Month), books.Booking));
        var month = await db.DuesMonths.SingleOrDefaultAsync(m => m.OrganizationId == organization.Id && m.Month == request.Month, cancellationToken)
            ?? db.DuesMonths.Add(DuesMonth.Begin(organization.Id, request.Month, ids)).Entity;

        // Also where there was nothing to book: somebody assessed.
        bookkeeping.AuditUnder(organization.Id.Value);
        return await books.Tell(month, organization, cancellationToken);
    }
}
