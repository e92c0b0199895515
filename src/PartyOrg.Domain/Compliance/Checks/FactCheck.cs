using NodaTime;

namespace PartyOrg.Domain.Compliance.Checks;

/// <summary>
/// A check whose slots follow from each subject's own facts: an event, the last time, a condition that lapses. It binds on the days on which
/// the subject is bound; a slot is laid on the first of its days, and is told for every range in which it is open.
/// </summary>
public abstract class FactCheck(CheckShape shape, ParameterValues values) : Check(shape, values)
{
    /// <inheritdoc/>
    public override DayRange? Reach(LocalDate from, LocalDate to) => null;

    /// <inheritdoc/>
    public override IReadOnlyList<EvidenceKind> Throughout => EvidenceKinds;

    /// <summary>Lays the slots whose first day lies in the stretch, in order.</summary>
    /// <param name="facts">The subject and its evidence.</param>
    /// <param name="bound">The days on which the rule binds the subject, in order; no two spans touch.</param>
    /// <param name="stretch">The days on which a slot may begin.</param>
    /// <param name="into">Where to write them.</param>
    internal abstract void Lay(in Facts facts, ReadOnlySpan<DaySpan> bound, Stretch stretch, List<Measured> into);
}

/// <summary>A slot that a subject's facts lay, and what the facts come to.</summary>
/// <param name="Laid">The slot.</param>
/// <param name="Measure">What was found.</param>
internal readonly record struct Measured(Laid Laid, Measure Measure)
{
    /// <summary>The last day on which it was open, as of a day: what is not met stays open.</summary>
    public int OpenUntil(int asOf) => Math.Max(Laid.Last, !Measure.Applies ? 0 : Measure.MetDay == Days.Never ? asOf : Measure.MetDay);
}
