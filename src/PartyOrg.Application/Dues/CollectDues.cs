using FluentValidation;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Dues;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Dues;

/// <summary>
/// Books what members paid, in full or in part, for months that were assessed (TWS-D2): several members at once, every line or none. Late payments name their month.
/// </summary>
/// <param name="Organization">The branch.</param>
/// <param name="Items">1 to 500 lines, each member once a month.</param>
[AllowedTo(DuesBooks.Keepers, RuleId = "TWS-D2")]
public sealed record CollectDues(Id<Organization> Organization, IReadOnlyList<CollectDues.Item> Items) : ICreate<DuesBooked>
{
    /// <summary>What a member paid for a month.</summary>
    /// <param name="PersonId">The member.</param>
    /// <param name="Month">For which month.</param>
    /// <param name="Amount">In yuan with at most two decimals, up to what is left; all that is left where it is left out.</param>
    /// <param name="PaidOn">The day on which he paid, up to today; by it is judged whether he paid in time.</param>
    /// <param name="LateBecause">Why it comes late, 1 to 500 characters, where there is a due reason: the month then breaks a run of months that were not paid (TWS-10.1).</param>
    public sealed record Item(Id<Person> PersonId, YearMonth Month, LocalDate PaidOn, string? Amount = null, string? LateBecause = null);

    /// <summary>What members paid.</summary>
    /// <param name="Items">1 to 500 lines, each member once a month.</param>
    /// <example>{"items": [{"personId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d03", "month": "2024-03", "paidOn": "2024-03-20", "amount": "43.22"}]}</example>
    public sealed record Body(IReadOnlyList<Item> Items);
}

internal sealed class CollectDuesValidator : AbstractValidator<CollectDues>
{
    public CollectDuesValidator() => RuleFor(r => r.Items).HasNoFaults(items => DuesBooks.FaultsIn(items, i => (i.PersonId, i.Month), "/month", FaultsIn));

    private static IEnumerable<Error> FaultsIn(CollectDues.Item item)
    {
        if (item.Amount is not null && !Money.Of(item.Amount).Succeeded) yield return Money.Malformed.At("/amount");
        if (item.LateBecause is not null && FreeText.FaultIn(item.LateBecause, DuesEntry.ReasonLength) is { } fault) yield return fault.At("/lateBecause");
    }
}

internal sealed class CollectDuesHandler(DuesBooks books) : IHandler<CollectDues, DuesBooked>
{
    public Task<Result<DuesBooked>> Handle(CollectDues request, CancellationToken cancellationToken) => books.Book(
        request.Organization, DuesEntrySort.Payment,
        [.. request.Items.Select(i => new DuesLine(i.PersonId, i.Month, i.Amount is null ? null : Money.Of(i.Amount).Value, i.PaidOn, i.LateBecause))], cancellationToken);
}
