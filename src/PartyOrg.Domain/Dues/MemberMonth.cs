using NodaTime;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Time;

namespace PartyOrg.Domain.Dues;

/// <summary>How a member's month stands.</summary>
public enum DuesStatus
{
    /// <summary>Nothing was assessed for it.</summary>
    NothingOwed,

    /// <summary>Not paid in full, and its due day has not passed.</summary>
    Due,

    /// <summary>Not paid in full after its due day.</summary>
    Overdue,

    /// <summary>Paid in full by its due day.</summary>
    Paid,

    /// <summary>Paid in full after its due day.</summary>
    PaidLate,

    /// <summary>Nothing is left to be paid, and something was waived.</summary>
    Waived,

    /// <summary>More was paid than is owed, since the assessment was lowered afterwards. A payment that is wrong is reversed.</summary>
    Overpaid,
}

/// <summary>A member's dues of one month, as the entries of the ledger come to it. Computed, never stored.</summary>
/// <param name="PersonId">The member.</param>
/// <param name="Month">The month.</param>
/// <param name="DueOn">The last day on which it is paid in time, itself included.</param>
/// <param name="Entries">The month's entries in their order.</param>
public sealed record MemberMonth(Id<Person> PersonId, YearMonth Month, LocalDate DueOn, IReadOnlyList<DuesEntry> Entries)
{
    private IEnumerable<DuesEntry> Standing
    {
        get
        {
            var reversed = Entries.Select(e => e.ReversalOf).OfType<Id<DuesEntry>>().ToHashSet();
            return Entries.Where(e => e.ReversalOf is null && !reversed.Contains(e.Id));
        }
    }

    /// <summary>What is owed for the month, in fen.</summary>
    public long Assessed => SumOf(DuesEntrySort.Assessment);

    /// <summary>What was paid, less what was reversed.</summary>
    public long Paid => SumOf(DuesEntrySort.Payment);

    /// <summary>What was waived, less what was reversed.</summary>
    public long Waived => SumOf(DuesEntrySort.Waiver);

    /// <summary>What is left to be paid; negative where more was paid than is owed.</summary>
    public long Balance => Assessed - Waived - Paid;

    /// <summary>Why it was waived, late or not paid, as it stands; none where nobody recorded a reason.</summary>
    public IReadOnlyList<string> Reasons => [.. Standing.Select(e => e.Reason).OfType<string>()];

    /// <summary>The day of the last payment that stands.</summary>
    public LocalDate? PaidOn => Standing.Where(e => e.Sort == DuesEntrySort.Payment).Select(e => (LocalDate?)e.On).Max();

    /// <summary>How it stands on a day.</summary>
    public DuesStatus StatusOn(LocalDate day) =>
        Assessed == 0 && Paid == 0 ? DuesStatus.NothingOwed
        : Balance < 0 ? DuesStatus.Overpaid
        : Balance > 0 ? day > DueOn ? DuesStatus.Overdue : DuesStatus.Due
        : Waived > 0 ? DuesStatus.Waived
        : PaidOn <= DueOn ? DuesStatus.Paid : DuesStatus.PaidLate;

    /// <summary>
    /// Whether the member did not pay in full by the due day, without reason (TWS-10.1, ground 6): a month paid in part or late counts, one that is waived or has a recorded reason does not, nor
    /// one for which nothing is owed. An assessment that was raised after the due day makes nobody late (reading); one that was lowered helps.
    /// </summary>
    /// <param name="asOf">The day on which it is asked; a month whose due day has not passed was not missed.</param>
    public bool WasMissed(LocalDate asOf)
    {
        if (asOf <= DueOn || Waived > 0 || Reasons.Count > 0) return false;
        var assessments = Entries.Where(e => e.Sort == DuesEntrySort.Assessment).ToList();
        var inTime = assessments.FindAll(e => Clock.DateOf(e.RecordedAt) <= DueOn);
        var owed = Math.Min(Assessed, inTime.Count > 0 ? inTime.Sum(e => e.Fen) : assessments.FirstOrDefault()?.Fen ?? 0);
        return Standing.Where(e => e.Sort == DuesEntrySort.Payment && e.On <= DueOn).Sum(e => e.Fen) < owed;
    }

    /// <summary>The months of members out of a ledger's entries, by member and month; one of which everything was reversed is none.</summary>
    /// <param name="entries">Entries, in any order.</param>
    /// <param name="terms">Knows due days: of a month, that of the branch that assessed it first.</param>
    public static IReadOnlyList<MemberMonth> Of(IEnumerable<DuesEntry> entries, DuesTerms terms) =>
    [
        .. from entry in entries
           group entry by (entry.PersonId, entry.Month) into month
           orderby month.Key.Month, month.Key.PersonId.Value
           let inOrder = month.OrderBy(e => e.RecordedAt).ThenBy(e => e.Number).ToList()
           let it = new MemberMonth(month.Key.PersonId, month.Key.Month, terms.DueOn(inOrder[0].OrganizationId, month.Key.Month), inOrder)
           where it.Standing.Any()
           select it,
    ];

    private long SumOf(DuesEntrySort sort) => Entries.Where(e => e.Sort == sort).Sum(e => e.Fen);
}
