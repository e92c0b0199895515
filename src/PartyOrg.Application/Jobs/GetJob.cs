using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Jobs;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Jobs;

/// <summary>Shows a job of the caller's own: how far it has come, and why it failed where it did.</summary>
/// <param name="Job">The job.</param>
[AllowedToSignedIn]
public sealed record GetJob(Id<Job> Job) : IQuery<JobAnswer>;

/// <summary>Long work that goes on apart from the request that asked for it.</summary>
/// <param name="Id">The job's id.</param>
/// <param name="Kind">What is done: <c>import.check</c>, <c>import.confirm</c>.</param>
/// <param name="SubjectId">With what: the import's id.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="Progress">0 to 100.</param>
/// <param name="Error">Why it failed; none unless it did.</param>
/// <param name="CreatedAt">When it was asked for.</param>
/// <param name="StartedAt">When it was begun last.</param>
/// <param name="EndedAt">When it ended.</param>
public sealed record JobAnswer(Id<Job> Id, string Kind, Guid SubjectId, JobStatus Status, int Progress, JobError? Error, Instant CreatedAt, Instant? StartedAt, Instant? EndedAt) : Answer
{
    internal static JobAnswer Of(Job job, Language language) => new(
        job.Id, job.Kind, job.SubjectId, job.Status, job.Progress, job.ErrorCode is { } code ? new(code, new Text(job.ErrorEn!, job.ErrorZh!).In(language)) : null, job.CreatedAt, job.StartedAt, job.EndedAt);
}

/// <summary>Why a job failed.</summary>
/// <param name="Code">Stable and never translated.</param>
/// <param name="Detail">What is wrong and what to do, in the caller's language.</param>
public sealed record JobError(string Code, string Detail);

internal sealed class GetJobHandler(PartyOrgContext db, Caller caller) : IHandler<GetJob, JobAnswer>
{
    public async Task<Result<JobAnswer>> Handle(GetJob request, CancellationToken cancellationToken) =>
        await db.Jobs.AsNoTracking().SingleOrDefaultAsync(j => j.Id == request.Job && j.CreatedBy == caller.AccountId, cancellationToken) is { } job
            ? JobAnswer.Of(job, caller.Language)
            : JobErrors.NotFound;
}

/// <summary>Lists the caller's own jobs, latest first.</summary>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedToSignedIn]
public sealed record ListJobs(int? Limit, string? Cursor) : IQuery<Page<JobAnswer>>;

internal sealed class ListJobsHandler(PartyOrgContext db, Caller caller) : IHandler<ListJobs, Page<JobAnswer>>
{
    public async Task<Result<Page<JobAnswer>>> Handle(ListJobs request, CancellationToken cancellationToken)
    {
        var (limit, cursor) = (PageLimit.Of(request.Limit), Cursor.ReadMoment<Job>(request.Cursor));
        if (!limit.Succeeded) return limit.Errors[0];
        if (!cursor.Succeeded) return cursor.Errors[0];

        var jobs = db.Jobs.Where(j => j.CreatedBy == caller.AccountId);
        if (cursor.Value is { } last) jobs = jobs.Where(j => j.CreatedAt < last.At || (j.CreatedAt == last.At && j.Id < last.Id));
        var rows = await jobs.OrderByDescending(j => j.CreatedAt).ThenByDescending(j => j.Id).Take(limit.Value + 1).AsNoTracking().ToListAsync(cancellationToken);
        return Page<JobAnswer>.Of(rows, limit.Value, j => JobAnswer.Of(j, caller.Language), j => Cursor.OfMoment(j.CreatedAt, j.Id));
    }
}

/// <summary>Cancels a job of the caller's own. One that runs ends as soon as it can; nothing of it is done then.</summary>
/// <param name="Job">The job.</param>
[AllowedToSignedIn]
public sealed record CancelJob(Id<Job> Job) : ICommand<JobAnswer>;

internal sealed class CancelJobHandler(PartyOrgContext db, Caller caller, Domain.Time.Clock clock) : IHandler<CancelJob, JobAnswer>
{
    public async Task<Result<JobAnswer>> Handle(CancelJob request, CancellationToken cancellationToken)
    {
        // Conditional updates: the worker may take or end the job at this moment.
        var (own, now) = (db.Jobs.Where(j => j.Id == request.Job && j.CreatedBy == caller.AccountId), clock.Now);
        var waiting = await own.Where(j => j.Status == JobStatus.Queued)
            .ExecuteUpdateAsync(set => set.SetProperty(j => j.Status, JobStatus.Cancelled).SetProperty(j => j.EndedAt, now), cancellationToken);
        var running = waiting > 0 ? 0 : await own.Where(j => j.Status == JobStatus.Running).ExecuteUpdateAsync(set => set.SetProperty(j => j.CancelRequested, true), cancellationToken);
        var job = await own.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (job is null) return JobErrors.NotFound;
        return waiting + running > 0 ? JobAnswer.Of(job, caller.Language) : JobErrors.Ended;
    }
}
