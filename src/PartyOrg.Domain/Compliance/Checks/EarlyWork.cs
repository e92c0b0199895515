namespace PartyOrg.Domain.Compliance.Checks;

/// <summary>What work is worth that was done before a period's first day; the strictest first.</summary>
public enum EarlyWork
{
    /// <summary>Nothing.</summary>
    DoesNotCount,

    /// <summary>It counts, and the verdict remarks that it came early.</summary>
    CountsWithAdvice,

    /// <summary>As much as work done in the period.</summary>
    Counts,
}

/// <summary>What work is worth that was done after the due day; the strictest first.</summary>
public enum LateWork
{
    /// <summary>Nothing: the duty stays overdue.</summary>
    DoesNotCount,

    /// <summary>It counts, and the duty is met late.</summary>
    Counts,
}
