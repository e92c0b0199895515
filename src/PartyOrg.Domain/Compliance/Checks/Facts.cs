namespace PartyOrg.Domain.Compliance.Checks;

/// <summary>What a check may look at when it measures a period.</summary>
public readonly ref struct Facts
{
    internal Facts(SubjectHistory subject, EvidenceTally evidence, int asOf) => (Subject, Evidence, AsOf) = (subject, evidence, asOf);

    /// <summary>What is measured against.</summary>
    public SubjectHistory Subject { get; }

    internal EvidenceTally Evidence { get; }

    /// <summary>The asked date as a number; what occurred later does not count.</summary>
    internal int AsOf { get; }

    /// <summary>The days of the pieces of a kind that count for the slot, up to the asked date.</summary>
    internal ReadOnlySpan<TalliedDay> Counting(EvidenceKind kind, Slot slot)
    {
        if (kind.NamesWhatItIsFor)
        {
            var named = Evidence.CountedFor(kind.Name, slot.First, slot.Last);
            return named[..TalliedDay.FirstFrom(named, AsOf + 1)];
        }

        var days = Evidence.Counted(kind.Name);
        var first = TalliedDay.FirstFrom(days, slot.WindowFirst);
        return days[first..Math.Max(first, TalliedDay.FirstFrom(days, Math.Min(slot.WindowLast, AsOf) + 1))];
    }
}
