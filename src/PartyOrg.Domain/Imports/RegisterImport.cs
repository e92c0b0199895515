using NodaTime;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Jobs;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Imports;

/// <summary>How far an import has come.</summary>
public enum ImportStatus
{
    /// <summary>The file is being read and compared with the register.</summary>
    Checking,

    /// <summary>Every row is good; what would be created or changed can be seen, and confirmed.</summary>
    Ready,

    /// <summary>At least one cell is wrong, so nothing of the file is taken. Mend the file and upload it anew.</summary>
    Refused,

    /// <summary>It is being written.</summary>
    Confirming,

    /// <summary>All of it is in the register.</summary>
    Confirmed,

    /// <summary>The register changed after the check, so that the preview does not hold any more; nothing was written. Upload the file anew.</summary>
    Outdated,

    /// <summary>Somebody cancelled it; nothing was written.</summary>
    Cancelled,

    /// <summary>Nobody confirmed it within 24 hours; the file is deleted.</summary>
    Expired,

    /// <summary>The check could not be carried out; the job says why.</summary>
    Failed,
}

/// <summary>What a row of a register is about.</summary>
public enum RegisterKind
{
    /// <summary>A Party organization.</summary>
    Organization,

    /// <summary>A Party group.</summary>
    Group,

    /// <summary>A member.</summary>
    Member,

    /// <summary>A post.</summary>
    Post,
}

/// <summary>A register that an officer uploads: checked first, then confirmed as a whole or not at all.</summary>
public sealed class RegisterImport : Aggregate
{
    /// <summary>How long the uploaded file is kept for confirmation.</summary>
    public static readonly Duration FileKeptFor = Duration.FromHours(24);

    private readonly List<ImportCount> counts = [];

    private RegisterImport() { }

    /// <summary>The import's id.</summary>
    public Id<RegisterImport> Id { get; private set; }

    /// <summary>The organization in whose subtree every row lies.</summary>
    public Id<Organization> OrganizationId { get; private set; }

    /// <summary>Who uploaded it.</summary>
    public Id<Account> AccountId { get; private set; }

    /// <summary>The names of the uploaded files.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>SHA-256 of the uploaded file; of several, of their hashes one after the other.</summary>
    public byte[] Sha256 { get; private set; } = [];

    /// <summary>When it was uploaded.</summary>
    public Instant UploadedAt { get; private set; }

    /// <summary>How far it has come, as far as it is decided; see <see cref="StatusAt"/>.</summary>
    public ImportStatus Status { get; private set; }

    /// <summary>The job that checks or writes it.</summary>
    public Id<Job> JobId { get; private set; }

    /// <summary>How many errors were found; where there are very many, not all of them are kept.</summary>
    public int ErrorCount { get; private set; }

    /// <summary>How many advices there are: what is not taken, or stays as it is.</summary>
    public int AdviceCount { get; private set; }

    /// <summary>How many rows would be, or were, created, changed and left as they are.</summary>
    public IReadOnlyList<ImportCount> Counts => counts;

    /// <summary>Whether there is anything to write.</summary>
    public bool HasChanges => counts.Any(c => c.Created + c.Changed > 0);

    // An upload is the officer's own affair; what it changes is audited under the organization when it is written.

    /// <inheritdoc/>
    public override Guid? AuditedUnder => null;

    /// <inheritdoc/>
    public override Guid Key => Id.Value;

    /// <summary>An uploaded register that waits for its check.</summary>
    public static RegisterImport Upload(Id<RegisterImport> id, Id<Organization> organization, Id<Account> account, string fileName, byte[] sha256, Id<Job> job, Instant at)
    {
        var import = new RegisterImport
        {
            Id = id, OrganizationId = organization, AccountId = account, FileName = fileName, Sha256 = sha256, JobId = job, UploadedAt = at, Status = ImportStatus.Checking,
        };
        import.Raise(new Step("import.uploaded"));
        return import;
    }

    /// <summary>How far it has come at an instant: what its job is doing and the age of the file count too.</summary>
    public ImportStatus StatusAt(Instant now, JobStatus job) => (Status, job) switch
    {
        (ImportStatus.Ready, JobStatus.Queued or JobStatus.Running) => ImportStatus.Confirming,
        (ImportStatus.Checking, JobStatus.Failed) => ImportStatus.Failed,
        (ImportStatus.Checking, JobStatus.Cancelled) => ImportStatus.Cancelled,
        (ImportStatus.Checking or ImportStatus.Ready or ImportStatus.Refused, _) when now >= UploadedAt + FileKeptFor => ImportStatus.Expired,
        _ => Status,
    };

    /// <summary>Keeps what the check found.</summary>
    public void Checked(IEnumerable<ImportCount> found, int errors, int advices)
    {
        if (Status != ImportStatus.Checking) throw new InvalidOperationException("An import is checked once.");
        counts.AddRange(found);
        (ErrorCount, AdviceCount, Status) = (errors, advices, errors == 0 ? ImportStatus.Ready : ImportStatus.Refused);
        Raise(new Step("import.checked"));
    }

    /// <summary>Lets a job write it.</summary>
    public Result<Done> Confirm(Id<Job> job, ImportStatus now)
    {
        if (now != ImportStatus.Ready) return ImportErrors.NotReady(now);
        JobId = job;
        Raise(new Step("import.confirmationAsked"));
        return Done.It;
    }

    /// <summary>All of it is written. An import that changed nothing is told to nobody.</summary>
    public void Written()
    {
        Status = ImportStatus.Confirmed;
        if (HasChanges) Raise(new DomainEvent("import.confirmed"));
        else Raise(new Step("import.confirmedUnchanged"));
    }

    /// <summary>The register has changed since the check.</summary>
    public void GoOutdated(int errors)
    {
        (Status, ErrorCount) = (ImportStatus.Outdated, errors);
        Raise(new Step("import.outdated"));
    }

    /// <summary>Gives it up.</summary>
    public Result<Done> Cancel(ImportStatus now)
    {
        if (now is not (ImportStatus.Checking or ImportStatus.Ready or ImportStatus.Refused)) return ImportErrors.NotCancellable(now);
        Status = ImportStatus.Cancelled;
        Raise(new Step("import.cancelled"));
        return Done.It;
    }
}

/// <summary>How many rows of a kind would be created, changed and left as they are.</summary>
public sealed class ImportCount
{
    private ImportCount() { }

    /// <summary>The counts of a kind.</summary>
    public ImportCount(Id<RegisterImport> import, RegisterKind kind, int created, int changed, int unchanged) =>
        (ImportId, Kind, Created, Changed, Unchanged) = (import, kind, created, changed, unchanged);

    /// <summary>The import.</summary>
    public Id<RegisterImport> ImportId { get; private set; }

    /// <summary>What the rows are about.</summary>
    public RegisterKind Kind { get; private set; }

    /// <summary>Rows that the register does not have yet.</summary>
    public int Created { get; private set; }

    /// <summary>Rows that the register has otherwise.</summary>
    public int Changed { get; private set; }

    /// <summary>Rows that the register has just so.</summary>
    public int Unchanged { get; private set; }
}
