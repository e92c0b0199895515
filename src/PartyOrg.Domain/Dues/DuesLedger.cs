using NodaTime;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using Standing = PartyOrg.Domain.Procedures.Standing;

namespace PartyOrg.Domain.Dues;

/// <summary>
/// A branch's dues ledger (TWS-D2): it numbers the entries and decides which may be written. Nothing in it is edited or deleted. Whoever writes holds the organization's chain, so that two
/// writers at once double nothing.
/// </summary>
public sealed class DuesLedger : Aggregate
{
    private DuesLedger() { }

    /// <summary>The ledger's id.</summary>
    public Id<DuesLedger> Id { get; private set; }

    /// <summary>Whose ledger it is.</summary>
    public Id<Organization> OrganizationId { get; private set; }

    /// <summary>The number of the last entry; 0 before the first.</summary>
    public int LastNumber { get; private set; }

    /// <inheritdoc/>
    public override Guid? AuditedUnder => OrganizationId.Value;

    /// <inheritdoc/>
    public override Guid Key => Id.Value;

    /// <summary>The empty ledger of a branch.</summary>
    public static DuesLedger Open(Id<Organization> organization, Ids ids) => new() { Id = ids.New<DuesLedger>(), OrganizationId = organization };

    /// <summary>
    /// Assesses a month: for each member what the formula gives on his base, less what was assessed for him before. Where that is nothing, nothing is booked: assessing again doubles nothing,
    /// and a changed base books the difference. Who turns out not to belong here in that month has his assessment lowered to nothing.
    /// </summary>
    /// <param name="month">The month; not one to come.</param>
    /// <param name="members">The members of the month, each with the base that counts; those without one are left out.</param>
    /// <param name="before">The month's entries.</param>
    /// <param name="rates">The table in force.</param>
    /// <param name="booking">Who assesses, and when.</param>
    public IReadOnlyList<DuesEntry> Assess(YearMonth month, IReadOnlyDictionary<Id<Person>, DuesBase?> members, IReadOnlyList<DuesEntry> before, DuesRates rates, Booking booking)
    {
        var assessed = before.Where(e => e.Sort == DuesEntrySort.Assessment).GroupBy(e => e.PersonId).ToDictionary(g => g.Key, g => g.Sum(e => e.Fen));
        var written = new List<DuesEntry>();
        foreach (var person in members.Keys.Union(assessed.Keys).OrderBy(p => p.Value))
        {
            var was = assessed.GetValueOrDefault(person);
            var (fen, lines) = (0L, (IReadOnlyList<Text>)[new($"The member's relation did not lie here in {month:uuuu-MM}.", $"该党员{month:uuuu-MM}的组织关系不在本支部。")]);
            if (members.TryGetValue(person, out var onBase))
            {
                if (onBase is null) continue;
                var dues = onBase.DuesBy(rates);
                (fen, lines) = (dues.Fen, dues.Lines);
            }

            if (fen == was) continue;
            if (was != 0) lines = [.. lines, new($"Assessed before: {Yuan.Of(was)}; the difference of {Yuan.Of(fen - was)} is booked.", $"此前已核定{Yuan.Of(was)}元，差额{Yuan.Of(fen - was)}元入账。")];
            written.Add(Write(person, month, DuesEntrySort.Assessment, fen - was, booking.Today, null, booking, lines));
        }

        if (written.Count > 0) Raise(new("dues.assessed"));
        return written;
    }

    /// <summary>Books what members paid, waived amounts, or reasons: every line, or none where one is refused.</summary>
    /// <param name="sort">Payment, waiver or reason.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="months">The members' months as they stand.</param>
    /// <param name="standing">What the caller is to the ledger.</param>
    /// <param name="booking">Who books, and when.</param>
    /// <param name="self">The member who books; none where an account without a person does. That he paid he may enter, since another one counts on it; no reason and no waiver for himself.</param>
    public Result<IReadOnlyList<DuesEntry>> Book(DuesEntrySort sort, IReadOnlyList<DuesLine> lines, IReadOnlyList<MemberMonth> months, Standing standing, Booking booking, Id<Person>? self = null)
    {
        var step = sort switch { DuesEntrySort.Payment => "collectDues", DuesEntrySort.Waiver => "waiveDues", _ => "recordDuesReasons" };
        if (DuesMonth.Procedure.RefusalOf(step, DuesMonthStatus.Assessed, standing) is { } refusal) return refusal;

        if (self is not null && lines.Index().FirstOrDefault(l => l.Item.PersonId == self && (sort != DuesEntrySort.Payment || l.Item.Reason is not null)) is { Item: not null, Index: var own })
            return DuesErrors.ForOneself.At($"/items/{own}/{(sort == DuesEntrySort.Payment ? "lateBecause" : "personId")}");

        var left = months.ToDictionary(m => (m.PersonId, m.Month), m => m.Balance);
        var (written, errors) = (new List<DuesEntry>(), new List<Error>());
        foreach (var (i, line) in lines.Index())
        {
            var key = (line.PersonId, line.Month);
            var owed = left.GetValueOrDefault(key);
            var amount = sort == DuesEntrySort.Reason ? 0 : line.Amount?.Fen ?? owed;
            if (!left.ContainsKey(key)) errors.Add(DuesErrors.NotAssessed(line.Month).At($"/items/{i}/month"));
            else if (sort != DuesEntrySort.Reason && owed <= 0) errors.Add(DuesErrors.NothingLeft(line.Month).At($"/items/{i}/month"));
            else if (sort != DuesEntrySort.Reason && (amount <= 0 || amount > owed)) errors.Add(DuesErrors.MoreThanLeft(owed).At($"/items/{i}/amount"));
            else if (line.On > booking.Today) errors.Add(DuesErrors.InFuture.At($"/items/{i}/on"));
            else
            {
                left[key] = owed - amount;
                written.Add(Write(line.PersonId, line.Month, sort, amount, line.On, line.Reason, booking, []));
            }
        }

        if (errors.Count > 0) return errors.ToArray();
        if (sort == DuesEntrySort.Payment) Raise(new("dues.collected"));
        else if (sort == DuesEntrySort.Waiver) Raise(new("dues.waived"));
        else Raise(new("dues.reasonsRecorded"));
        return written;
    }

    /// <summary>Reverses an entry that is wrong by one with the opposite amount; both stay. A waiver is reversed by whom it is given, an assessment is mended by another base, and a reversal is final.</summary>
    public Result<DuesEntry> Reverse(DuesEntry entry, bool isReversed, string reason, Standing standing, Booking booking)
    {
        if (DuesMonth.Procedure.RefusalOf(entry.Sort == DuesEntrySort.Waiver ? "waiveDues" : "reverseDuesEntry", DuesMonthStatus.Assessed, standing) is { } refusal) return refusal;
        if (entry.Sort == DuesEntrySort.Assessment) return DuesErrors.AssessmentNotReversed;
        if (entry.ReversalOf is not null) return DuesErrors.ReversalNotReversed;
        if (isReversed) return DuesErrors.ReversedAlready;

        var reversal = Write(entry.PersonId, entry.Month, entry.Sort, -entry.Fen, booking.Today, reason, booking, []);
        reversal.ReversalOf = entry.Id;
        Raise(new("dues.reversed"));
        return reversal;
    }

    /// <summary>
    /// Two records of one person were merged (REG-23): what stands under the one is reversed, and written under the other with its own day. Where both were assessed for a month, assessing it
    /// again books the difference.
    /// </summary>
    /// <param name="survivor">The record that stays.</param>
    /// <param name="ofDuplicate">The other one's entries in this ledger.</param>
    /// <param name="reason">How it is known that they are one person.</param>
    /// <param name="booking">Who merges, and when.</param>
    public IReadOnlyList<DuesEntry> PassMember(Id<Person> survivor, IReadOnlyList<DuesEntry> ofDuplicate, string reason, Booking booking)
    {
        var reversed = ofDuplicate.Select(e => e.ReversalOf).OfType<Id<DuesEntry>>().ToHashSet();
        var written = new List<DuesEntry>();
        foreach (var entry in ofDuplicate.Where(e => e.ReversalOf is null && !reversed.Contains(e.Id)).OrderBy(e => e.Number))
        {
            var reversal = Write(entry.PersonId, entry.Month, entry.Sort, -entry.Fen, booking.Today, reason, booking, []);
            reversal.ReversalOf = entry.Id;
            written.Add(reversal);
            written.Add(Write(survivor, entry.Month, entry.Sort, entry.Fen, entry.On, entry.Reason, booking, entry.Lines));
        }

        if (written.Count > 0) Raise(new("dues.memberPassed"));
        return written;
    }

    /// <summary>Bases of members were recorded for the ledger to assess by.</summary>
    public void TakeBases() => Raise(new("dues.basesRecorded"));

    private DuesEntry Write(Id<Person> person, YearMonth month, DuesEntrySort sort, long fen, LocalDate on, string? reason, Booking booking, IReadOnlyList<Text> lines) =>
        new(booking.Ids.New<DuesEntry>(), OrganizationId, ++LastNumber, person, month, sort, fen, on, reason, booking) { Lines = lines };
}

/// <summary>What is booked for one member and month.</summary>
/// <param name="PersonId">The member.</param>
/// <param name="Month">The month, which was assessed.</param>
/// <param name="Amount">How much; all that is left where nothing is said. A reason has none.</param>
/// <param name="On">The day on which it was paid or decided.</param>
/// <param name="Reason">Why; of a payment, why it comes late.</param>
public sealed record DuesLine(Id<Person> PersonId, YearMonth Month, Money? Amount, LocalDate On, string? Reason);
