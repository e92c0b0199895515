using NodaTime;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Dues;

/// <summary>What an entry of the ledger says.</summary>
public enum DuesEntrySort
{
    /// <summary>So much is owed for the month; a later one books the difference that a changed base makes.</summary>
    Assessment,

    /// <summary>So much was paid.</summary>
    Payment,

    /// <summary>So much need not be paid, as the superior decided for a reason.</summary>
    Waiver,

    /// <summary>Why the month is not paid in time; no money.</summary>
    Reason,
}

/// <summary>
/// One line of a branch's dues ledger (TWS-D2). It is written once and never changed or deleted: what is wrong is reversed by another line with the opposite amount, and both stay to be read.
/// </summary>
public sealed class DuesEntry
{
    /// <summary>The longest reason, in characters.</summary>
    public const int ReasonLength = 500;

    private DuesEntry() { }

    internal DuesEntry(Id<DuesEntry> id, Id<Organization> organization, int number, Id<Person> person, YearMonth month, DuesEntrySort sort, long fen, LocalDate on, string? reason, Booking booking) =>
        (Id, OrganizationId, Number, PersonId, Month, Sort, Fen, On, Reason, RecordedBy, RecordedAt) = (id, organization, number, person, month, sort, fen, on, reason, booking.By, booking.At);

    /// <summary>The entry's id.</summary>
    public Id<DuesEntry> Id { get; private set; }

    /// <summary>Whose ledger it stands in.</summary>
    public Id<Organization> OrganizationId { get; private set; }

    /// <summary>Its number in the ledger, from 1 without a gap.</summary>
    public int Number { get; private set; }

    /// <summary>Whose dues.</summary>
    public Id<Person> PersonId { get; private set; }

    /// <summary>For which month.</summary>
    public YearMonth Month { get; private set; }

    /// <summary>What it says.</summary>
    public DuesEntrySort Sort { get; private set; }

    /// <summary>The amount in fen; negative in a reversal, and where an assessment was lowered.</summary>
    public long Fen { get; private set; }

    /// <summary>The civil date on which it was paid or decided.</summary>
    public LocalDate On { get; private set; }

    /// <summary>Why it was waived, paid late or reversed.</summary>
    public string? Reason { get; private set; }

    /// <summary>How an assessment came about, line by line.</summary>
    public IReadOnlyList<Text> Lines { get; internal set; } = [];

    /// <summary>The entry that this one reverses; none where it stands for itself.</summary>
    public Id<DuesEntry>? ReversalOf { get; internal set; }

    /// <summary>Whose account wrote it.</summary>
    public Id<Account> RecordedBy { get; private set; }

    /// <summary>When.</summary>
    public Instant RecordedAt { get; private set; }
}

/// <summary>Who writes in the ledger, and when.</summary>
/// <param name="By">Whose account.</param>
/// <param name="Ids">Makes ids.</param>
/// <param name="At">Now.</param>
/// <param name="Today">Today's civil date.</param>
public sealed record Booking(Id<Account> By, Ids Ids, Instant At, LocalDate Today);
