using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Jobs;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Jobs;

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
