using NodaTime;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Jobs;

/// <summary>How far a job has come.</summary>
public enum JobStatus
{
    /// <summary>It waits for its turn.</summary>
    Queued,

    /// <summary>A process carries it out.</summary>
    Running,

    /// <summary>It is done.</summary>
    Succeeded,

    /// <summary>It was refused or failed; nothing of it was done.</summary>
    Failed,

    /// <summary>Somebody cancelled it; nothing of it was done.</summary>
    Cancelled,
}

/// <summary>
/// Long work that a process carries out apart from the request that asked for it, with the rights that who asked has when it runs. Several
/// processes share the queue: one of them leases a job, and where it dies the lease runs out and another takes over.
/// </summary>
public sealed class Job
{
    /// <summary>How long a process keeps a job without a sign of life.</summary>
    public static readonly Duration Lease = Duration.FromMinutes(5);

    /// <summary>How often a job is begun: one that takes its process down with it is given up.</summary>
    public const int MostAttempts = 3;

    private Job() { }

    /// <summary>A job that waits.</summary>
    public Job(Id<Job> id, string kind, Guid subject, Id<Account> createdBy, Instant at) =>
        (Id, Kind, SubjectId, CreatedBy, CreatedAt) = (id, kind, subject, createdBy, at);

    /// <summary>The job's id.</summary>
    public Id<Job> Id { get; private set; }

    /// <summary>What is to be done: <c>import.check</c>.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>With what: the import's id.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>How far it has come.</summary>
    public JobStatus Status { get; private set; } = JobStatus.Queued;

    /// <summary>0 to 100.</summary>
    public int Progress { get; private set; }

    /// <summary>Why it failed; none unless it did.</summary>
    public string? ErrorCode { get; private set; }

    /// <summary>The same in English.</summary>
    public string? ErrorEn { get; private set; }

    /// <summary>The same in Chinese.</summary>
    public string? ErrorZh { get; private set; }

    /// <summary>The account that asked for it and whose rights it has.</summary>
    public Id<Account> CreatedBy { get; private set; }

    /// <summary>When it was asked for.</summary>
    public Instant CreatedAt { get; private set; }

    /// <summary>When it was begun last.</summary>
    public Instant? StartedAt { get; private set; }

    /// <summary>When it ended.</summary>
    public Instant? EndedAt { get; private set; }

    /// <summary>Until when its process keeps it without a sign of life.</summary>
    public Instant? LeaseUntil { get; private set; }

    /// <summary>How often it was begun.</summary>
    public int Attempts { get; private set; }

    /// <summary>Whether somebody asked to cancel it while it ran.</summary>
    public bool CancelRequested { get; private set; }

    /// <summary>Whether it waits or runs.</summary>
    public bool IsActive => Status is JobStatus.Queued or JobStatus.Running;
}

/// <summary>Refusals of jobs.</summary>
public static class JobErrors
{
    /// <summary>Not there, or another account's.</summary>
    public static Error NotFound { get; } = Error.NotFound("job-not-found", "You have no such job. GET /api/v1/jobs lists yours.", "您没有这一任务。请通过 GET /api/v1/jobs 查询。");

    /// <summary>It has ended.</summary>
    public static Error Ended { get; } = Error.Conflict("job-ended", "The job has ended and cannot be cancelled any more.", "任务已结束，无法取消。");

    /// <summary>A bug; the log has it.</summary>
    public static Error Crashed { get; } = Error.Conflict("job-crashed",
        "The job failed; the failure is logged under the job's id. Nothing was changed. Ask for it once more, and report the id if it fails again.",
        "任务出错，已按任务编号记录，未作任何更改。请重新发起；若再次失败，请报告任务编号。");
}
