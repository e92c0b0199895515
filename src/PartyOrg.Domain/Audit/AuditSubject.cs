namespace PartyOrg.Domain.Audit;

/// <summary>Which entry of the audit tells of a change of a resource: by it the history of anything is found whose id is known. It is written with the entry, and says nothing that the entry does not say.</summary>
public sealed class AuditSubject
{
    private AuditSubject() { }

    /// <summary>The resource was changed by what the entry tells.</summary>
    public AuditSubject(Guid subject, string type, Guid chain, long sequence) => (SubjectId, Type, ChainId, Sequence) = (subject, type, chain, sequence);

    /// <summary>The resource.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>The entry's chain.</summary>
    public Guid ChainId { get; private set; }

    /// <summary>The entry's number in the chain.</summary>
    public long Sequence { get; private set; }

    /// <summary>What the resource is, as entries name it: <c>Meeting</c>.</summary>
    public string Type { get; private set; } = "";
}

/// <summary>Something of which nobody learns, not even when it changed, but those whom it names and those who audit: who else asks for its changes finds none.</summary>
public interface IConfidential;
