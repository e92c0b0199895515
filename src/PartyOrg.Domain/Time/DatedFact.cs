using NodaTime;
using PartyOrg.Domain.Compliance;

namespace PartyOrg.Domain.Time;

/// <summary>
/// Something true of the world from one day to another, and known to the system from one instant to another. Both the dates and the
/// instants are written once: a fact that changes is voided and recorded anew, so that <c>knownAt</c> tells the truth.
/// </summary>
public abstract class DatedFact
{
    /// <summary>For the database.</summary>
    protected DatedFact() { }

    /// <summary>A fact true from <paramref name="from"/> to <paramref name="to"/>, both included, recorded at an instant.</summary>
    protected DatedFact(LocalDate from, LocalDate? to, Instant recordedAt)
    {
        if (to < from) throw new ArgumentException($"The last day {to} is before the first day {from}.", nameof(to));
        (From, To, RecordedAt) = (from, to, recordedAt);
    }

    /// <summary>The first day on which it is true.</summary>
    public LocalDate From { get; private set; }

    /// <summary>The last day on which it is true, itself included; none while it goes on.</summary>
    public LocalDate? To { get; private set; }

    /// <summary>When the system learnt of it.</summary>
    public Instant RecordedAt { get; private set; }

    /// <summary>When the system learnt that it was not so, or not so any more as recorded; none while it stands.</summary>
    public Instant? VoidedAt { get; private set; }

    /// <summary>The days on which it is true.</summary>
    public DayRange Days => new(From, To);

    /// <summary>Whether it is true on the day.</summary>
    public bool IsOn(LocalDate day) => From <= day && (To is null || day <= To);

    /// <summary>Whether it stood in the record at the instant; without one, whether it stands now.</summary>
    public bool StoodAt(Instant? knownAt) => knownAt is { } at ? RecordedAt <= at && (VoidedAt is null || VoidedAt > at) : VoidedAt is null;

    /// <summary>Takes the fact out of the record from now on. Voiding twice is a bug.</summary>
    public void Void(Instant at)
    {
        if (VoidedAt is not null) throw new InvalidOperationException("A fact is voided once.");
        VoidedAt = at;
    }
}
