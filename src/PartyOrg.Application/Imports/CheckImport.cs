using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Jobs;
using PartyOrg.Application.Members;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Imports;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Imports;

/// <summary>Reads an uploaded register, compares it with the stored one, and keeps every error and every change that it would make. The work of a job.</summary>
/// <param name="Import">The import.</param>
[AllowedTo(Role.Officers)]
public sealed record CheckImport(Id<RegisterImport> Import) : IJobCommand, IPrepared
{
    /// <summary>The kind of job that does it.</summary>
    public const string JobKind = "import.check";
}

internal sealed class CheckImportHandler(PartyOrgContext db, Caller caller, StagedRegister staged, RegisterPlanner planner, JobProgress progress)
    : IHandler<CheckImport, Done>, IPreparation<CheckImport>
{
    private Result<RegisterPlan>? prepared;

    public async Task Prepare(CheckImport request, CancellationToken cancellation)
    {
        var import = await db.Imports.InScope(caller, db).AsNoTracking().SingleOrDefaultAsync(i => i.Id == request.Import, cancellation);
        if (import is not { Status: ImportStatus.Checking }) return;
        var rows = await staged.Read(import, cancellation);
        prepared = rows.Succeeded ? await planner.Plan(rows.Value, await staged.PathOf(import, cancellation), toWrite: false, cancellation) : rows.Errors[0];
        if (rows.Succeeded) StagedRegister.GiveBack(rows.Value.Members.Count);
    }

    public async Task<Result<Done>> Handle(CheckImport request, CancellationToken cancellationToken)
    {
        var import = await db.Imports.InScope(caller, db).Include(i => i.Counts).SingleOrDefaultAsync(i => i.Id == request.Import, cancellationToken);
        if (import is null) return ImportErrors.NotFound;
        // Cancelled meanwhile, or checked by a process that died before it could say so.
        if (import.Status != ImportStatus.Checking || prepared is null) return Done.It;
        if (!prepared.Succeeded) return prepared.Errors[0];

        var plan = prepared.Value;
        await staged.Keep(import, plan.Findings, isAdvice: false, cancellationToken);
        await staged.Keep(import, plan.Advices, isAdvice: true, cancellationToken);
        foreach (var chunk in plan.ChangesOf(import.Id).Chunk(StagedRegister.RowsOfStatement)) await db.InsertInOneStatement(chunk, cancellationToken);
        import.Checked(plan.CountsOf(import.Id), plan.Findings.Count, plan.Advices.Count);
        progress.Report(1, 1);
        return Done.It;
    }
}

/// <summary>The parts that check and confirmation share.</summary>
internal sealed class StagedRegister(PartyOrgContext db, Caller caller, IPersonalDataProtector protector, RegisterReading reading)
{
    /// <summary>Rows that go to the database at once: with more of them the statements' texts are what takes the memory.</summary>
    public const int RowsOfStatement = 100;

    /// <summary>The rows of the uploaded files.</summary>
    public async Task<Result<RegisterRows>> Read(RegisterImport import, CancellationToken cancellation)
    {
        var files = new List<(string Name, PartsOfFile Content)>();
        await foreach (var part in db.StagedFiles.Where(f => f.ImportId == import.Id).OrderBy(f => f.Number).ThenBy(f => f.Part).AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (part.Part == 1) files.Add((part.Name, new()));
            var content = protector.UnprotectBytes(PersonalDataPurpose.StagedFile, part.Content);
            if (!content.Succeeded) return content.Errors[0];
            files[^1].Content.Add(content.Value);
        }

        if (files.Count == 0) return ImportErrors.FileGone;
        var hashes = files.ConvertAll(f => f.Content.Sha256());
        if (!(hashes is [var only] ? only : SHA256.HashData([.. hashes.SelectMany(h => h)])).AsSpan().SequenceEqual(import.Sha256)) return PersonalDataErrors.Damaged;
        var rows = reading.Read(files, caller.Today, cancellation);
        files.ForEach(f => f.Content.Dispose());
        GiveBack(rows.Members.Count);
        return rows;
    }

    /// <summary>Rows after which the memory that they took is given back; a multiple of <see cref="RowsOfStatement"/>.</summary>
    public const int RowsBetweenCollections = 10_000;

    /// <summary>
    /// Gives back what reading or comparing a county's file took and nobody needs any more: left to itself, the heap would grow by it once more before it is collected. Imports of counties are rare and long, so that
    /// a collection is nothing to them; a town's file leaves little behind, and everybody would wait while all that the process keeps is moved together.
    /// </summary>
    public static void GiveBack(int rows)
    {
        if (rows >= RowsBetweenCollections) GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    /// <summary>Where the import's organization stands now.</summary>
    public Task<string> PathOf(RegisterImport import, CancellationToken cancellation) =>
        db.Organizations.InScope(caller).Where(o => o.Id == import.OrganizationId).Select(o => o.Path).SingleAsync(cancellation);

    /// <summary>Stores what is wrong, or should be known.</summary>
    public async Task Keep(RegisterImport import, IEnumerable<Finding> found, bool isAdvice, CancellationToken cancellation)
    {
        var findings = found.Take(ImportFinding.MostKept).Select((f, i) => new ImportFinding
        {
            ImportId = import.Id, IsAdvice = isAdvice, Number = i + 1, Sheet = f.Sheet, Row = f.Row, Cell = f.Cell, Value = f.Value, Code = f.Error.Code, RuleId = f.Error.RuleId, En = f.Error.Message.En, Zh = f.Error.Message.Zh,
        });
        foreach (var chunk in findings.Chunk(RowsOfStatement)) await db.InsertInOneStatement(chunk, cancellation);
    }
}
