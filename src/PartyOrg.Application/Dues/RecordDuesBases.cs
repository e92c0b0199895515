using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Dues;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Dues;

/// <summary>
/// Records on what the dues of members are computed from a month on (TWS-D1): several members at once, every line or none. A changed wage counts from its month: what was assessed for it already
/// changes when the month is assessed again, and the difference is booked. A base for the same member and month takes the place of the older one, which is kept.
/// </summary>
/// <param name="Organization">The branch in which the members' relations lie.</param>
/// <param name="Items">1 to 500 lines, each member once a month.</param>
[AllowedTo(DuesBooks.Keepers, RuleId = "TWS-D2")]
public sealed record RecordDuesBases(Id<Organization> Organization, IReadOnlyList<RecordDuesBases.Item> Items) : ICreate<DuesBasesAnswer>
{
    /// <summary>A member's base.</summary>
    /// <param name="PersonId">The member.</param>
    /// <param name="Kind">What he lives on.</param>
    /// <param name="Amount">The income in yuan with at most two decimals; of a farmer the dues that were agreed, none for the least. None for a student, who was laid off, and who lives on relief.</param>
    /// <param name="From">The first month for which it counts. A yearly salary counts for that month alone, a quarterly net income to the end of its quarter, others until the next one.</param>
    public sealed record Item(Id<Person> PersonId, IncomeKind Kind, YearMonth From, [Secret] string? Amount = null);

    /// <summary>The members' bases.</summary>
    /// <param name="Items">1 to 500 lines, each member once a month.</param>
    /// <example>{"items": [{"personId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d03", "kind": "monthlyWage", "amount": "4321.50", "from": "2024-01"}]}</example>
    public sealed record Body(IReadOnlyList<Item> Items);
}

/// <summary>Bases of members.</summary>
/// <param name="Items">Each base.</param>
public sealed record DuesBasesAnswer(IReadOnlyList<DuesBaseAnswer> Items) : Answer;

/// <summary>On what a member's dues are computed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="PersonId">The member.</param>
/// <param name="Name">What he is called.</param>
/// <param name="Kind">What he lives on.</param>
/// <param name="Amount">The income in yuan with two places; of a farmer what was agreed, 0.00 for the least.</param>
/// <param name="From">The first month for which it counts.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="VoidedAt">When another one for the same month took its place; none while it stands.</param>
public sealed record DuesBaseAnswer(Id<DuesBase> Id, Id<Person> PersonId, string Name, IncomeKind Kind, string Amount, YearMonth From, Instant RecordedAt, Instant? VoidedAt)
{
    internal static DuesBaseAnswer Of(DuesBase b, string name) => new(b.Id, b.PersonId, name, b.Kind, Yuan.Of(b.Fen), b.From, b.RecordedAt, b.VoidedAt);
}

internal sealed class RecordDuesBasesValidator : AbstractValidator<RecordDuesBases>
{
    public RecordDuesBasesValidator() => RuleFor(r => r.Items).HasNoFaults(items => DuesBooks.FaultsIn(
        items, i => (i.PersonId, i.From), "/from", i => i.Amount is null || Money.Of(i.Amount).Succeeded ? [] : [Money.Malformed.At("/amount")]));
}

internal sealed class RecordDuesBasesHandler(PartyOrgContext db, DuesBooks books) : IHandler<RecordDuesBases, DuesBasesAnswer>
{
    public async Task<Result<DuesBasesAnswer>> Handle(RecordDuesBases request, CancellationToken cancellationToken)
    {
        if (await books.InTurn(request.Organization, cancellationToken) is not var (organization, ledger)) return OrganizationErrors.NotFound;
        if (DuesMonth.RefusalOfBases(organization, books.StandingOver(organization)) is { } reserved) return reserved;
        var persons = request.Items.Select(i => i.PersonId).Distinct().ToList();
        var stays = (await db.Affiliations.Where(a => a.OrganizationId == organization.Id && a.Belonging == Belonging.Relation && a.VoidedAt == null && persons.Contains(a.PersonId))
            .Select(a => new { a.PersonId, a.To }).ToListAsync(cancellationToken)).ToLookup(a => a.PersonId, a => a.To);
        var standing = await db.DuesBases.Where(b => persons.Contains(b.PersonId) && b.VoidedAt == null).ToListAsync(cancellationToken);

        var rates = await books.RatesOf(organization.Id, cancellationToken);
        var (recorded, errors, booking) = (new List<DuesBase>(), new List<Error>(), books.Booking);
        foreach (var (i, item) in request.Items.Index())
        {
            var made = new BaseOfMember(item.PersonId, item.Kind, item.Amount is null ? null : Money.Of(item.Amount).Value, item.From);
            if (!stays[item.PersonId].Any(to => to is null || to >= item.From.OnDayOfMonth(1))) errors.Add(DuesErrors.NotAMember.At($"/items/{i}/personId"));
            else if (made.FaultIn(rates(item.From)) is { } fault) errors.Add(fault.At($"/items/{i}/amount"));
            else
            {
                standing.Find(b => b.PersonId == item.PersonId && b.From == item.From)?.Void(booking.At);
                recorded.Add(new(booking.Ids.New<DuesBase>(), organization.Id, made, booking.By, booking.At));
            }
        }

        if (errors.Count > 0) return errors.ToArray();
        ledger.TakeBases();
        books.Keep(ledger, []);
        db.DuesBases.AddRange(recorded);
        var names = await books.NamesOf(persons, cancellationToken);
        return new DuesBasesAnswer(recorded.ConvertAll(b => DuesBaseAnswer.Of(b, names[b.PersonId])));
    }
}
