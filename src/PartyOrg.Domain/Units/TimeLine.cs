using NodaTime;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Time;

namespace PartyOrg.Domain.Units;

/// <summary>Who records something, and when.</summary>
/// <param name="Ids">Makes ids.</param>
/// <param name="At">Now.</param>
/// <param name="By">The account; none for what the system does by itself.</param>
public sealed record Recording(Ids Ids, Instant At, Id<Account>? By);

/// <summary>A dated fact of the register of units that says who recorded it and who voided it.</summary>
public abstract class SignedFact<TSelf> : DatedFact where TSelf : SignedFact<TSelf>
{
    /// <summary>For the database.</summary>
    protected SignedFact() { }

    /// <summary>A fact true from a day to a day, both included.</summary>
    protected SignedFact(LocalDate from, LocalDate? to, Recording recording) : base(from, to, recording.At) => RecordedBy = recording.By;

    /// <summary>Who recorded it.</summary>
    public Id<Account>? RecordedBy { get; private set; }

    /// <summary>Who found that it was not so, or not so any more as recorded.</summary>
    public Id<Account>? VoidedBy { get; private set; }

    /// <summary>Takes the fact out of the record.</summary>
    internal void Void(Recording recording)
    {
        Void(recording.At);
        VoidedBy = recording.By;
    }

    /// <summary>Whether the two answer the same question, so that at most one of them holds on a day.</summary>
    internal abstract bool IsOfLineOf(TSelf other);

    /// <summary>Whether the two give the same answer to it.</summary>
    internal abstract bool SaysTheSameAs(TSelf other);

    /// <summary>The same of other days, as a new fact.</summary>
    internal abstract TSelf During(LocalDate from, LocalDate? to, Recording recording);
}

/// <summary>What holds from a day on until something else is recorded from a later day on.</summary>
internal static class TimeLine
{
    /// <summary>The facts that stand and answer the same question, in the order of their days.</summary>
    public static List<T> Line<T>(this List<T> facts, T like) where T : SignedFact<T> => [.. facts.Where(f => f.VoidedAt is null && f.IsOfLineOf(like)).OrderBy(f => f.From)];

    /// <summary>
    /// Lets a fact hold from its first day on, until the day before what is recorded of a later day begins. What held on its first day ends the day before; what began on that very day
    /// was wrong and is replaced.
    /// </summary>
    /// <returns>Whether anything changed: what holds already is not recorded again.</returns>
    public static bool Hold<T>(this List<T> facts, T next, Recording recording) where T : SignedFact<T>
    {
        var line = facts.Line(next);
        var held = line.Find(f => f.IsOn(next.From));
        if (held?.SaysTheSameAs(next) == true) return false;

        var until = held is not null ? held.To : line.Find(f => f.From > next.From)?.From.PlusDays(-1);
        if (held is not null) facts.EndBefore(held, next.From, recording);
        facts.Add(until is null ? next : next.During(next.From, until, recording));
        return true;
    }

    /// <summary>Ends a fact on the day before a day; one that begins on that day or later is not there any more.</summary>
    public static void EndBefore<T>(this List<T> facts, T fact, LocalDate day, Recording recording) where T : SignedFact<T>
    {
        fact.Void(recording);
        if (fact.From < day) facts.Add(fact.During(fact.From, day.PlusDays(-1), recording));
    }

    /// <summary>Takes a fact out of the record; what held on the day before its first goes on through its days.</summary>
    public static void Withdraw<T>(this List<T> facts, T fact, Recording recording) where T : SignedFact<T>
    {
        var before = facts.Line(fact).Find(f => f.To is { } last && last.PlusDays(1) == fact.From);
        fact.Void(recording);
        if (before is null) return;
        before.Void(recording);
        facts.Add(before.During(before.From, fact.To, recording));
    }
}
