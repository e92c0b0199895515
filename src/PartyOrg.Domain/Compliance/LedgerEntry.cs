using NodaTime;

namespace PartyOrg.Domain.Compliance;

/// <summary>One piece of evidence in the ledger: work that a subject did on a day. Written once; a correction voids it and adds another.</summary>
public sealed class LedgerEntry
{
    private LedgerEntry() { }

    /// <summary>Evidence that stands from now on.</summary>
    public LedgerEntry(Guid id, Guid subject, string kind, LocalDate occurredOn, Guid source, Instant recordedAt, LocalDate? named = null) =>
        (Id, SubjectId, Kind, OccurredOn, SourceId, RecordedAt, For) = (id, subject, kind, occurredOn, source, recordedAt, named);

    /// <summary>The piece's own id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Whose work it is: an organization, a Party group, a person.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>The kind of evidence, as rules name it.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>The civil date on which the work was done, not the date of entry.</summary>
    public LocalDate OccurredOn { get; private set; }

    /// <summary>What it is for, where its kind names that: the first day of the period that it is about, or the day of the event that it answers.</summary>
    public LocalDate? For { get; private set; }

    /// <summary>The record that it comes from.</summary>
    public Guid SourceId { get; private set; }

    /// <summary>When the system learnt of it.</summary>
    public Instant RecordedAt { get; private set; }

    /// <summary>When the system learnt that it does not hold; none while it stands.</summary>
    public Instant? VoidedAt { get; private set; }

    /// <summary>Takes the piece out from now on. Voiding twice is a bug.</summary>
    public void Void(Instant at)
    {
        if (VoidedAt is not null) throw new InvalidOperationException("Evidence is voided once.");
        VoidedAt = at;
    }
}

/// <summary>The days of one year on which a subject has standing evidence of a kind, for one thing where the kind names what a piece is for: what sweeps read instead of the ledger. Rebuilt from it at will.</summary>
public sealed class EvidenceYear
{
    private EvidenceYear() { }

    /// <summary>A year without evidence yet.</summary>
    public EvidenceYear(Guid subject, string kind, int year, LocalDate? named = null) => (SubjectId, Kind, Year, For) = (subject, kind, year, named ?? ForNothing);

    /// <summary>What stands in the place of a day where a kind does not name what its pieces are for: a key has no gaps.</summary>
    public static LocalDate ForNothing { get; } = new(1, 1, 1);

    /// <summary>Whose work it is.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>The kind of evidence.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>What the pieces are for; <see cref="ForNothing"/> where their kind does not name that.</summary>
    public LocalDate For { get; private set; }

    /// <summary>The calendar year.</summary>
    public int Year { get; private set; }

    /// <summary>The days with their counts, encoded by <c>EvidenceDays</c>.</summary>
    public byte[] Days { get; set; } = [];
}

/// <summary>A jurisdiction has adopted a rule book: its rules bind the subtree from a day to a day.</summary>
public sealed class BookAdoption : Time.DatedFact
{
    private BookAdoption() { }

    /// <summary>The book binds from a day to a day, both included.</summary>
    public BookAdoption(Id<BookAdoption> id, string book, Id<Organizations.Organization> jurisdiction, LocalDate from, LocalDate? to, Instant at) : base(from, to, at) =>
        (Id, Book, JurisdictionId) = (id, book, jurisdiction);

    /// <summary>The fact's own id.</summary>
    public Id<BookAdoption> Id { get; private set; }

    /// <summary>The book's id, <c>TWS</c>.</summary>
    public string Book { get; private set; } = "";

    /// <summary>The organization with a level whose subtree is bound.</summary>
    public Id<Organizations.Organization> JurisdictionId { get; private set; }
}
