using NodaTime;

namespace PartyOrg.Domain;

/// <summary>What is loaded, changed and versioned as one thing.</summary>
public abstract class Aggregate
{
    private readonly List<DomainEvent> events = [];

    /// <summary>Counts the commands that changed it, its making included; <c>If-Match</c> names it. The first version is 1.</summary>
    public int Version { get; private set; }

    /// <summary>What happened to it in this command; the pipeline turns it into evidence, events and the audit entry.</summary>
    public IReadOnlyList<DomainEvent> Events => events;

    /// <summary>The organization in whose audit chain a change of this aggregate is written; none means the system's own chain.</summary>
    public abstract Guid? AuditedUnder { get; }

    /// <summary>The other organizations that take part, and in whose audit chains a change is written too: their records change with it.</summary>
    public virtual IEnumerable<Guid> AlsoAuditedUnder => [];

    /// <summary>The aggregate's id, without its type.</summary>
    public abstract Guid Key { get; }

    /// <summary>Called by the pipeline when the events are stored.</summary>
    public void ClearEvents() => events.Clear();

    /// <summary>Says that something happened: every change does. What happens in one command makes one version.</summary>
    protected void Raise(DomainEvent happened)
    {
        if (happened is not Noted && events.TrueForAll(e => e is Noted)) Version++;
        events.Add(happened);
    }
}

/// <summary>Something that happened to an aggregate.</summary>
/// <param name="Type">Its stable name, <c>meeting.recorded</c>: the aggregate and a past participle.</param>
public record DomainEvent(string Type);

/// <summary>Something that is written in the audit and told to nobody: it changes no version and leaves no event (an attempt to sign in).</summary>
/// <param name="Type">Its stable name, <c>account.signedIn</c>.</param>
public sealed record Noted(string Type) : DomainEvent(Type);

/// <summary>A step of the product's own work that makes a version, is written in the audit and is told to nobody: an upload was checked.</summary>
/// <param name="Type">Its stable name, <c>import.checked</c>.</param>
public sealed record Step(string Type) : DomainEvent(Type);

/// <summary>Work was done that duties may count.</summary>
/// <param name="Subject">The organization, Party group or person whose work it is.</param>
/// <param name="Kind">The kind of evidence, as rules name it.</param>
/// <param name="OccurredOn">The civil date in Asia/Shanghai on which the work was done.</param>
/// <param name="Source">The record it comes from.</param>
/// <param name="For">
/// What it is for, where its kind names that: the first day of the period that a plan or a report is about, or the day of the event that it answers. None for work that counts by its own day.
/// </param>
public sealed record EvidenceGained(Guid Subject, string Kind, LocalDate OccurredOn, Guid Source, LocalDate? For = null) : DomainEvent("evidence.gained");

/// <summary>A named condition, on which standing duties look, holds for a subject from a day on.</summary>
/// <param name="Subject">For whom.</param>
/// <param name="Condition">Its name in rule files.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; none while no end is known.</param>
/// <param name="Source">The record that makes it hold.</param>
public sealed record ConditionHeld(Guid Subject, string Condition, LocalDate From, LocalDate? To, Guid Source) : DomainEvent("condition.held");

/// <summary>What a record made hold is told anew or did not hold: every standing spell from the source is voided, and what still holds is said again after this.</summary>
/// <param name="Source">The record that made it hold.</param>
public sealed record ConditionsWithdrawn(Guid Source) : DomainEvent("condition.withdrawn");

/// <summary>What was recorded as work turned out not to be so: every standing piece of evidence from the source is voided.</summary>
/// <param name="Source">The record it came from.</param>
public sealed record EvidenceWithdrawn(Guid Source) : DomainEvent("evidence.withdrawn");

/// <summary>The evidence of one subject turned out to be another's: every standing piece is voided, and recorded anew for the other.</summary>
/// <param name="From">Whose it seemed to be.</param>
/// <param name="To">Whose it is.</param>
public sealed record EvidencePassed(Guid From, Guid To) : DomainEvent("evidence.passed");
