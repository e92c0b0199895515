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
