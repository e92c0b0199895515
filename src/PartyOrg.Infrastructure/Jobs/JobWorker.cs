using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PartyOrg.Application;
using PartyOrg.Application.Jobs;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Jobs;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Infrastructure.Jobs;

/// <summary>
/// Carries out queued jobs, one after the other, each under the account that asked for it. Any number of processes share the queue: a job is
/// claimed by a conditional update with a lease, and one whose process died is taken up again when the lease has run out.
/// </summary>
public sealed partial class JobWorker(IServiceScopeFactory scopes, JobSignal signal, Clock clock, IConfiguration configuration, IHostApplicationLifetime life, ILogger<JobWorker> log) : BackgroundService
{
    /// <summary>Whether this process carries out jobs by itself: <c>Jobs:InBackground</c>, true where it is left out.</summary>
    public const string InBackground = "Jobs:InBackground";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SignOfLife = TimeSpan.FromSeconds(1);
    private static readonly NodaTime.Duration ChoresEvery = NodaTime.Duration.FromHours(1);
    private NodaTime.Instant choresDone = NodaTime.Instant.MinValue;

    /// <summary>Carries out every job that is due now; answers how many.</summary>
    public async Task<int> RunDue(CancellationToken cancellation = default)
    {
        await TakeUpAgain(cancellation);
        await DoChores(cancellation);
        var count = 0;
        for (; await Claim(cancellation) is { } job; count++) await Run(job, cancellation);
        return count;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!configuration.GetValue(InBackground, true)) return;
        var started = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!started) await Started(stoppingToken);
                started = true;
                await RunDue(stoppingToken);
                await signal.Wait(Pause, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) when (fault is System.Data.Common.DbException or DbUpdateException or InvalidOperationException)
            {
                // The database is away for a moment, or not migrated yet: the queue is still there afterwards.
                QueueUnreadable(log, fault);
                await signal.Wait(Pause, stoppingToken);
            }
        }
    }

    private async Task Started(CancellationToken stopping)
    {
        var started = new TaskCompletionSource();
        await using var on = life.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stopping);
    }

    private async Task TakeUpAgain(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (jobs, now) = (scope.ServiceProvider.GetRequiredService<PartyOrgContext>().Jobs, clock.Now);
        var abandoned = jobs.Where(j => j.Status == JobStatus.Running && j.LeaseUntil < now);
        await abandoned.Where(j => j.Attempts >= Job.MostAttempts).ExecuteUpdateAsync(
            set => set.SetProperty(j => j.Status, JobStatus.Failed).SetProperty(j => j.EndedAt, now)
                .SetProperty(j => j.ErrorCode, JobErrors.Crashed.Code).SetProperty(j => j.ErrorEn, JobErrors.Crashed.Message.En).SetProperty(j => j.ErrorZh, JobErrors.Crashed.Message.Zh), cancellation);
        await abandoned.ExecuteUpdateAsync(set => set.SetProperty(j => j.Status, JobStatus.Queued), cancellation);
    }

    private async Task DoChores(CancellationToken cancellation)
    {
        if (clock.Now < choresDone + ChoresEvery) return;
        await using var scope = scopes.CreateAsyncScope();
        foreach (var chore in scope.ServiceProvider.GetServices<IChore>()) await chore.Do(cancellation);
        choresDone = clock.Now;
    }

    private async Task<Job?> Claim(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var jobs = scope.ServiceProvider.GetRequiredService<PartyOrgContext>().Jobs;
        while (await jobs.AsNoTracking().Where(j => j.Status == JobStatus.Queued).OrderBy(j => j.CreatedAt).ThenBy(j => j.Id).FirstOrDefaultAsync(cancellation) is { } next)
        {
            var now = clock.Now;
            var until = now + Job.Lease;
            var claimed = await jobs.Where(j => j.Id == next.Id && j.Status == JobStatus.Queued).ExecuteUpdateAsync(
                set => set.SetProperty(j => j.Status, JobStatus.Running).SetProperty(j => j.StartedAt, now).SetProperty(j => j.LeaseUntil, until).SetProperty(j => j.Attempts, j => j.Attempts + 1), cancellation);
            if (claimed == 1) return next;
        }

        return null;
    }

    private async Task Run(Job job, CancellationToken stopping)
    {
        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().ActFor(job.CreatedBy);
        var progress = scope.ServiceProvider.GetRequiredService<JobProgress>();
        var kind = scope.ServiceProvider.GetServices<JobKind>().Single(k => k.Name == job.Kind);
        using var done = new CancellationTokenSource();
        var watch = Watch(job, progress, cancelled, done.Token);
        Error? error = null;
        var wasCancelled = false;
        try
        {
            var result = await Task.Run(() => scope.ServiceProvider.GetRequiredService<IMediator>().Send(kind.Command(job.SubjectId), cancelled.Token), stopping);
            error = result.Succeeded ? null : result.Errors[0];
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            wasCancelled = true;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Crashed(log, fault, job.Kind, job.Id.Value);
            error = JobErrors.Crashed;
        }
        finally
        {
            await done.CancelAsync();
            await watch;
        }

        await End(job, wasCancelled ? JobStatus.Cancelled : error is null ? JobStatus.Succeeded : JobStatus.Failed, error, stopping);
    }

    // Prolongs the lease, passes progress on, and hears of a cancellation. While the job's own transaction holds an embedded database, none of this gets through; it tries again.
    private async Task Watch(Job job, JobProgress progress, CancellationTokenSource cancelled, CancellationToken done)
    {
        while (!done.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(SignOfLife, done);
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<PartyOrgContext>();
                db.Database.SetCommandTimeout(SignOfLife);
                var until = clock.Now + Job.Lease;
                await db.Jobs.Where(j => j.Id == job.Id).ExecuteUpdateAsync(set => set.SetProperty(j => j.LeaseUntil, until).SetProperty(j => j.Progress, progress.Percent), done);
                if (await db.Jobs.AnyAsync(j => j.Id == job.Id && j.CancelRequested, done)) await cancelled.CancelAsync();
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception fault) when (fault is System.Data.Common.DbException or InvalidOperationException)
            {
                WatchFailed(log, fault, job.Id.Value);
            }
        }
    }

    private async Task End(Job job, JobStatus status, Error? error, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var succeeded = status == JobStatus.Succeeded;
        var (now, code, en, zh) = (clock.Now, error?.Code, error?.Message.En, error?.Message.Zh);
        await scope.ServiceProvider.GetRequiredService<PartyOrgContext>().Jobs.Where(j => j.Id == job.Id && j.Status == JobStatus.Running).ExecuteUpdateAsync(
            set => set.SetProperty(j => j.Status, status).SetProperty(j => j.EndedAt, now).SetProperty(j => j.Progress, j => succeeded ? 100 : j.Progress)
                .SetProperty(j => j.ErrorCode, code).SetProperty(j => j.ErrorEn, en).SetProperty(j => j.ErrorZh, zh),
            cancellation);
    }

    [LoggerMessage(LogLevel.Error, "The job {Kind} {Job} failed.")]
    private static partial void Crashed(ILogger logger, Exception exception, string kind, Guid job);

    [LoggerMessage(LogLevel.Warning, "The queue of jobs cannot be read; it is tried again.")]
    private static partial void QueueUnreadable(ILogger logger, Exception exception);

    [LoggerMessage(LogLevel.Debug, "No sign of life for the job {Job} got through.")]
    private static partial void WatchFailed(ILogger logger, Exception exception, Guid job);
}
