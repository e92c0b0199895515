using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Jobs;

/// <summary>A command that only the worker sends, under the account that asked for the job: it has no route.</summary>
public interface IJobCommand : ICommand<Done>;

/// <summary>A kind of job and the command that carries it out.</summary>
/// <param name="Name">As jobs name it: <c>import.check</c>.</param>
/// <param name="Command">The command for the job's subject.</param>
public sealed record JobKind(string Name, Func<Guid, IJobCommand> Command);

/// <summary>Housekeeping that the worker does now and then, apart from any job: it only deletes what has run out.</summary>
public interface IChore
{
    /// <summary>Does it; doing it twice is doing it once.</summary>
    Task Do(CancellationToken cancellation);
}

/// <summary>How far the job at hand has come; the worker passes it on. One for each job.</summary>
public sealed class JobProgress
{
    private volatile int percent;

    /// <summary>0 to 100.</summary>
    public int Percent => percent;

    /// <summary>So many of so many are done, in the part of the work that lies between two percentages.</summary>
    public void Report(long done, long all, int from = 0, int to = 100) => percent = (int)(from + ((to - from) * done / Math.Max(1, all)));
}

/// <summary>Wakes the worker of this process when a job was queued here; other processes look every few seconds.</summary>
public sealed class JobSignal : IDisposable
{
    private readonly SemaphoreSlim waiting = new(0, 1);

    /// <summary>There is something to do.</summary>
    public void Wake()
    {
        try
        {
            waiting.Release();
        }
        catch (SemaphoreFullException)
        {
            // The worker has not yet looked since the last call; it will find both jobs.
        }
    }

    /// <summary>Until there is something to do, or the pause is over.</summary>
    public Task Wait(TimeSpan pause, CancellationToken cancellation) => waiting.WaitAsync(pause, cancellation);

    /// <inheritdoc/>
    public void Dispose() => waiting.Dispose();
}
