using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Imports;
using PartyOrg.Domain.Jobs;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Imports;

/// <summary>Gives an import up; its file is deleted. One that is being written is stopped by cancelling its job.</summary>
/// <param name="Import">The import.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.Officers)]
public sealed record CancelImport(Id<RegisterImport> Import, ExpectedVersion Expected) : ICommand<ImportAnswer>, IChange;

internal sealed class CancelImportHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<CancelImport, ImportAnswer>
{
    public async Task<Result<ImportAnswer>> Handle(CancelImport request, CancellationToken cancellationToken)
    {
        var found = await db.Imports.InScope(caller, db).Include(i => i.Counts).SingleOrDefaultAsync(i => i.Id == request.Import, cancellationToken);
        var loaded = found.Expecting(request.Expected, ImportErrors.NotFound);
        if (!loaded.Succeeded) return loaded.Errors[0];

        var (import, now, job) = (loaded.Value, clock.Now, await db.StatusOfJob(loaded.Value, cancellationToken));
        var cancelled = import.Cancel(import.StatusAt(now, job));
        if (!cancelled.Succeeded) return cancelled.Errors[0];
        await db.StagedFiles.Where(f => f.ImportId == import.Id).ExecuteDeleteAsync(cancellationToken);
        await db.ImportChanges.Where(c => c.ImportId == import.Id).ExecuteDeleteAsync(cancellationToken);
        await db.Jobs.Where(j => j.Id == import.JobId && j.Status == JobStatus.Queued)
            .ExecuteUpdateAsync(set => set.SetProperty(j => j.Status, JobStatus.Cancelled).SetProperty(j => j.EndedAt, now), cancellationToken);
        return ImportAnswer.Of(import, JobStatus.Cancelled, now);
    }
}
