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
/// Records why members do not pay a month in time, where there is a due reason (TWS-D2). Nothing is waived by it; the month breaks a run of months that were not paid (TWS-10.1).
/// </summary>
/// <param name="Organization">The branch.</param>
/// <param name="Items">1 to 500 lines, each member once a month.</param>
[AllowedTo(DuesBooks.Writers, RuleId = "TWS-D2")]
public sealed record RecordDuesReasons(Id<Organization> Organization, IReadOnlyList<RecordDuesReasons.Item> Items) : ICreate<DuesBooked>
{
    /// <summary>Why a member does not pay a month in time.</summary>
    /// <param name="PersonId">The member.</param>
    /// <param name="Month">Which month.</param>
    /// <param name="Reason">Why, 1 to 500 characters.</param>
    public sealed record Item(Id<Person> PersonId, YearMonth Month, string Reason);

    /// <summary>The reasons.</summary>
    /// <param name="Items">1 to 500 lines, each member once a month.</param>
    /// <example>{"items": [{"personId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d03", "month": "2024-03", "reason": "住院治疗，出院后补交"}]}</example>
    public sealed record Body(IReadOnlyList<Item> Items);
}

internal sealed class RecordDuesReasonsValidator : AbstractValidator<RecordDuesReasons>
{
    public RecordDuesReasonsValidator() => RuleFor(r => r.Items).HasNoFaults(items => DuesBooks.FaultsIn(
        items, i => (i.PersonId, i.Month), "/month", i => FreeText.FaultIn(i.Reason, DuesEntry.ReasonLength) is { } fault ? [fault.At("/reason")] : []));
}

internal sealed class RecordDuesReasonsHandler(DuesBooks books, Clock clock) : IHandler<RecordDuesReasons, DuesBooked>
{
    public Task<Result<DuesBooked>> Handle(RecordDuesReasons request, CancellationToken cancellationToken) => books.Book(
        request.Organization, DuesEntrySort.Reason, [.. request.Items.Select(i => new DuesLine(i.PersonId, i.Month, null, clock.Today, i.Reason))], cancellationToken);
}
