using FluentValidation;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Dues;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Dues;

/// <summary>
/// Waives dues of members in real difficulty, in full or in part, for a reason (TWS-D2). The superior decides it: an officer above the branch, or who leads the organization above it. A month of
/// which something is waived breaks a run of months that were not paid (TWS-10.1).
/// </summary>
/// <param name="Organization">The branch.</param>
/// <param name="Items">1 to 500 lines, each member once a month.</param>
[AllowedTo(DuesBooks.Writers, RuleId = "TWS-D2")]
public sealed record WaiveDues(Id<Organization> Organization, IReadOnlyList<WaiveDues.Item> Items) : ICreate<DuesBooked>
{
    /// <summary>What is waived for a member and month.</summary>
    /// <param name="PersonId">The member.</param>
    /// <param name="Month">For which month.</param>
    /// <param name="Amount">In yuan with at most two decimals, up to what is left; all that is left where it is left out.</param>
    /// <param name="Reason">Why, 1 to 500 characters.</param>
    public sealed record Item(Id<Person> PersonId, YearMonth Month, string Reason, string? Amount = null);

    /// <summary>What is waived.</summary>
    /// <param name="Items">1 to 500 lines, each member once a month.</param>
    /// <example>{"items": [{"personId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d03", "month": "2024-03", "reason": "家庭遭遇火灾，经研究同意免交"}]}</example>
    public sealed record Body(IReadOnlyList<Item> Items);
}

internal sealed class WaiveDuesValidator : AbstractValidator<WaiveDues>
{
    public WaiveDuesValidator() => RuleFor(r => r.Items).HasNoFaults(items => DuesBooks.FaultsIn(items, i => (i.PersonId, i.Month), "/month", FaultsIn));

    private static IEnumerable<Error> FaultsIn(WaiveDues.Item item)
    {
        if (item.Amount is not null && !Money.Of(item.Amount).Succeeded) yield return Money.Malformed.At("/amount");
        if (FreeText.FaultIn(item.Reason, DuesEntry.ReasonLength) is { } fault) yield return fault.At("/reason");
    }
}

internal sealed class WaiveDuesHandler(DuesBooks books, Clock clock) : IHandler<WaiveDues, DuesBooked>
{
    public Task<Result<DuesBooked>> Handle(WaiveDues request, CancellationToken cancellationToken) => books.Book(
        request.Organization, DuesEntrySort.Waiver,
        [.. request.Items.Select(i => new DuesLine(i.PersonId, i.Month, i.Amount is null ? null : Money.Of(i.Amount).Value, clock.Today, i.Reason))], cancellationToken);
}
