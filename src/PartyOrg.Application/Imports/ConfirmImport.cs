using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Jobs;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Imports;
using PartyOrg.Domain.Jobs;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Imports;

/// <summary>
/// Confirms an import that is ready: a job compares it with the register once more and writes all of it in one transaction, or nothing. Where the
/// register has changed since the check, the import is outdated and says what changed.
/// </summary>
/// <param name="Import">The import.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.Officers)]
public sealed record ConfirmImport(Id<RegisterImport> Import, ExpectedVersion Expected) : ICommand<ImportAnswer>, IChange;

internal sealed class ConfirmImportHandler(PartyOrgContext db, Caller caller, Ids ids, Clock clock) : IHandler<ConfirmImport, ImportAnswer>
{
    public async Task<Result<ImportAnswer>> Handle(ConfirmImport request, CancellationToken cancellationToken)
    {
        var found = await db.Imports.InScope(caller, db).Include(i => i.Counts).SingleOrDefaultAsync(i => i.Id == request.Import, cancellationToken);
        var loaded = found.Expecting(request.Expected, ImportErrors.NotFound);
        if (!loaded.Succeeded) return loaded.Errors[0];

        var (import, now) = (loaded.Value, clock.Now);
        var job = new Job(ids.New<Job>(), WriteImport.JobKind, import.Id.Value, caller.AccountId!.Value, now);
        var confirmed = import.Confirm(job.Id, import.StatusAt(now, await db.StatusOfJob(import, cancellationToken)));
        if (!confirmed.Succeeded) return confirmed.Errors[0];
        db.Add(job);
        return ImportAnswer.Of(import, job.Status, now);
    }
}
