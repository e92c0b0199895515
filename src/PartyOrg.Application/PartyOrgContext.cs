using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Audit;
using PartyOrg.Domain.Compliance;

namespace PartyOrg.Application;

/// <summary>The database as handlers see it. One sealed subclass per provider lives in Infrastructure; each feature adds its own sets beside its use cases.</summary>
public abstract partial class PartyOrgContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>The evidence ledger.</summary>
    public DbSet<LedgerEntry> Ledger => Set<LedgerEntry>();

    /// <summary>The projection of the ledger that sweeps read.</summary>
    public DbSet<EvidenceYear> EvidenceYears => Set<EvidenceYear>();

    /// <summary>Which book binds where.</summary>
    public DbSet<BookAdoption> Adoptions => Set<BookAdoption>();

    /// <summary>Conditions that the records of work make hold.</summary>
    public DbSet<ConditionSpell> ConditionSpells => Set<ConditionSpell>();

    /// <summary>Which duties superiors have excused, and taken back.</summary>
    public DbSet<DutyWaiver> Waivers => Set<DutyWaiver>();

    /// <summary>Audit entries of all chains.</summary>
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>Which entries tell of which resource.</summary>
    public DbSet<AuditSubject> AuditSubjects => Set<AuditSubject>();

    /// <summary>Heads of the audit chains.</summary>
    public DbSet<AuditChain> AuditChains => Set<AuditChain>();

    /// <summary>Seals over the heads.</summary>
    public DbSet<AuditSeal> AuditSeals => Set<AuditSeal>();

    /// <summary>The heads that each seal covers.</summary>
    public DbSet<SealedHead> SealedHeads => Set<SealedHead>();

    /// <summary>Versions by which processes know whether what they keep still holds.</summary>
    public DbSet<StoredVersion> StoredVersions => Set<StoredVersion>();

    /// <summary>Answers of creating commands.</summary>
    public DbSet<IdempotencyRecord> IdempotencyRecords => Set<IdempotencyRecord>();

    /// <summary>Events to deliver.</summary>
    public DbSet<OutboxEvent> Outbox => Set<OutboxEvent>();

    /// <summary>Locks the head of a chain until the transaction ends, making the chain where there is none: whoever changes an organization's records waits here for his turn.</summary>
    public abstract Task<AuditChain> LockChain(Guid id, CancellationToken cancellation);

    /// <summary>Locks the heads of many chains in a few statements, in one order for everybody; they are not tracked.</summary>
    public abstract Task LockChains(IEnumerable<Guid> ids, CancellationToken cancellation);

    /// <summary>
    /// Waits until this command may begin its transaction, where the database has but one writer; the turn ends when what is answered is disposed. A database with
    /// many writers lets everybody begin.
    /// </summary>
    public virtual ValueTask<IDisposable?> TurnToWrite(CancellationToken cancellation) => default;

    /// <summary>Lets nobody else write the projection of the ledger until the transaction ends.</summary>
    public abstract Task LockEvidenceYears(CancellationToken cancellation);

    /// <summary>Inserts the rows in one statement (<c>unnest</c>, <c>OPENJSON</c>, <c>json_each</c>): the child rows of an aggregate, or a batch of an import. They are not tracked.</summary>
    public abstract Task InsertInOneStatement<T>(IReadOnlyCollection<T> rows, CancellationToken cancellation) where T : class;

    /// <summary>Whether the failure is a key or unique index that has the value already.</summary>
    public abstract bool IsUniqueViolation(Exception exception);

    /// <summary>Whether the same transaction may succeed when it is tried again: a deadlock, a lost connection, a database busy for a moment.</summary>
    public abstract bool IsRetryable(Exception exception);
}
