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
}
