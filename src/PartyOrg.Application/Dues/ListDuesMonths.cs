using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Compliance;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Dues;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Dues;

/// <summary>Lists a branch's months of dues without a name: what was owed, paid and waived, and how far the books of each month are.</summary>
/// <param name="Organization">The branch.</param>
/// <param name="From">The first month, or the period in which it lies: <c>2024-03</c>, <c>2024-Q1</c>, <c>2024</c>; this year where nothing is said.</param>
/// <param name="To">The last month, or the period in which it lies. At most ten years.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record ListDuesMonths(Id<Organization> Organization, string? From, string? To) : IQuery<DuesMonthsAnswer>;

/// <summary>Months of a branch.</summary>
/// <param name="Items">Each month in which something was booked, in order.</param>
public sealed record DuesMonthsAnswer(IReadOnlyList<DuesSumAnswer> Items);

/// <summary>What the members of a branch owe, paid and were waived for a month. Amounts in yuan with two places.</summary>
/// <param name="Month">The month.</param>
/// <param name="Status">How far its books are; none where only single entries stand.</param>
/// <param name="Members">For how many members something was assessed.</param>
/// <param name="Assessed">What they owe.</param>
/// <param name="Paid">What they paid for it, whenever.</param>
/// <param name="Waived">What was waived of it.</param>
/// <param name="Balance">What is left.</param>
/// <param name="HandedUp">What went to the superior with the month's books, for whichever month it was paid.</param>
public sealed record DuesSumAnswer(YearMonth Month, DuesMonthStatus? Status, int Members, string Assessed, string Paid, string Waived, string Balance, string? HandedUp);

internal sealed class ListDuesMonthsHandler(PartyOrgContext db, Caller caller) : IHandler<ListDuesMonths, DuesMonthsAnswer>
{
    public async Task<Result<DuesMonthsAnswer>> Handle(ListDuesMonths request, CancellationToken cancellationToken)
    {
        var days = Asked.Days(request.From, request.To, caller.Today);
        if (!days.Succeeded) return days.Errors[0];
        if (!await db.Organizations.InScope(caller).AnyAsync(o => o.Id == request.Organization, cancellationToken)) return OrganizationErrors.NotFound;

        var (from, to) = (days.Value.From.ToYearMonth(), days.Value.To!.Value.ToYearMonth());
        var sums = await db.DuesSumsOf(request.Organization, from, to, cancellationToken);
        var books = await db.DuesMonths.Where(m => m.OrganizationId == request.Organization && m.Month >= from && m.Month <= to).AsNoTracking().ToDictionaryAsync(m => m.Month, cancellationToken);
        return new DuesMonthsAnswer([.. sums.Select(s => new DuesSumAnswer(
            s.Month, books.GetValueOrDefault(s.Month)?.Status, s.Members, Yuan.Of(s.Assessed), Yuan.Of(s.Paid), Yuan.Of(s.Waived), Yuan.Of(s.Balance),
            books.GetValueOrDefault(s.Month) is { Status: DuesMonthStatus.HandedUp or DuesMonthStatus.Received, Counted: { } counted } ? Yuan.Of(counted) : null))]);
    }
}
