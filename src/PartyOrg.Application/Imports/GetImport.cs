using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Imports;
using PartyOrg.Domain.Jobs;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Imports;

/// <summary>Shows an import: how far it has come, and how much it would create or change.</summary>
/// <param name="Import">The import.</param>
[AllowedTo(Role.Officers)]
public sealed record GetImport(Id<RegisterImport> Import) : IQuery<ImportAnswer>;

internal sealed class GetImportHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<GetImport, ImportAnswer>
{
    public async Task<Result<ImportAnswer>> Handle(GetImport request, CancellationToken cancellationToken)
    {
        var import = await db.Imports.InScope(caller, db).Include(i => i.Counts).AsNoTracking().SingleOrDefaultAsync(i => i.Id == request.Import, cancellationToken);
        return import is null ? ImportErrors.NotFound : ImportAnswer.Of(import, await db.StatusOfJob(import, cancellationToken), clock.Now);
    }
}

/// <summary>Lists the imports of the caller's scope, latest first.</summary>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(Role.Officers)]
public sealed record ListImports(int? Limit, string? Cursor) : IQuery<Page<ImportAnswer>>;

internal sealed class ListImportsHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<ListImports, Page<ImportAnswer>>
{
    public async Task<Result<Page<ImportAnswer>>> Handle(ListImports request, CancellationToken cancellationToken)
    {
        var (limit, cursor) = (PageLimit.Of(request.Limit), Cursor.ReadMoment<RegisterImport>(request.Cursor));
        if (!limit.Succeeded) return limit.Errors[0];
        if (!cursor.Succeeded) return cursor.Errors[0];

        var imports = db.Imports.InScope(caller, db);
        if (cursor.Value is { } last) imports = imports.Where(i => i.UploadedAt < last.At || (i.UploadedAt == last.At && i.Id < last.Id));
        var rows = await imports.Include(i => i.Counts).OrderByDescending(i => i.UploadedAt).ThenByDescending(i => i.Id).Take(limit.Value + 1).AsNoTracking().ToListAsync(cancellationToken);
        var jobs = rows.ConvertAll(i => i.JobId);
        var statuses = await db.Jobs.Where(j => jobs.Contains(j.Id)).ToDictionaryAsync(j => j.Id, j => j.Status, cancellationToken);
        return Page<ImportAnswer>.Of(rows, limit.Value, i => ImportAnswer.Of(i, statuses[i.JobId], clock.Now), i => Cursor.OfMoment(i.UploadedAt, i.Id));
    }
}

/// <summary>Lists what is wrong with an import, in the order of the file; of an outdated one, what changed since the check. The first 20,000 are kept.</summary>
/// <param name="Import">The import.</param>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(Role.Officers)]
public sealed record ListImportErrors(Id<RegisterImport> Import, int? Limit, string? Cursor) : IQuery<Page<ImportErrorAnswer>>;

/// <summary>One thing that is wrong with an import.</summary>
/// <param name="Sheet">The sheet, or of CSV the file; none when it concerns everything.</param>
/// <param name="Row">The row's number as the spreadsheet program shows it; none when it concerns the sheet.</param>
/// <param name="Cell">The cell's address, such as B12; none when it concerns the row.</param>
/// <param name="Value">What the cell holds, masked where it is personal.</param>
/// <param name="Code">Stable and never translated.</param>
/// <param name="Message">What is wrong and what to do, in the caller's language.</param>
/// <param name="RuleId">The rule that refuses, where one does.</param>
public sealed record ImportErrorAnswer(string? Sheet, int? Row, string? Cell, string? Value, string Code, string Message, string? RuleId);

internal sealed class ListImportErrorsHandler(PartyOrgContext db, Caller caller) : IHandler<ListImportErrors, Page<ImportErrorAnswer>>
{
    public async Task<Result<Page<ImportErrorAnswer>>> Handle(ListImportErrors request, CancellationToken cancellationToken)
    {
        var (limit, cursor) = (PageLimit.Of(request.Limit), Cursor.ReadNumber(request.Cursor));
        if (!limit.Succeeded) return limit.Errors[0];
        if (!cursor.Succeeded) return cursor.Errors[0];
        if (!await db.Imports.InScope(caller, db).AnyAsync(i => i.Id == request.Import, cancellationToken)) return ImportErrors.NotFound;

        var rows = await db.ImportFindings.Where(f => f.ImportId == request.Import && !f.IsAdvice && f.Number > cursor.Value).OrderBy(f => f.Number).Take(limit.Value + 1).AsNoTracking().ToListAsync(cancellationToken);
        return Page<ImportErrorAnswer>.Of(
            rows, limit.Value, f => new(f.Sheet, f.Row, f.Cell, f.Value, f.Code, new Text(f.En, f.Zh).In(caller.Language), f.RuleId), f => Cursor.OfNumber(f.Number));
    }
}

/// <summary>
/// Lists what is not taken from a file or stays as it is, which refuses nothing: columns whose header the product does not know, and dates that the register has otherwise. The first
/// 20,000 are kept.
/// </summary>
/// <param name="Import">The import.</param>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(Role.Officers)]
public sealed record ListImportAdvices(Id<RegisterImport> Import, int? Limit, string? Cursor) : IQuery<Page<ImportAdviceAnswer>>;

/// <summary>Something that an import does not take, or leaves as it is.</summary>
/// <param name="Sheet">The sheet, or of CSV the file.</param>
/// <param name="Row">The row's number as the spreadsheet program shows it; of a column, the row with the headers.</param>
/// <param name="Cell">The cell's address, such as B12.</param>
/// <param name="Value">What the cell holds.</param>
/// <param name="Code">Stable and never translated.</param>
/// <param name="Message">What is so and what may be done about it, in the caller's language.</param>
public sealed record ImportAdviceAnswer(string? Sheet, int? Row, string? Cell, string? Value, string Code, string Message);

internal sealed class ListImportAdvicesHandler(PartyOrgContext db, Caller caller) : IHandler<ListImportAdvices, Page<ImportAdviceAnswer>>
{
    public async Task<Result<Page<ImportAdviceAnswer>>> Handle(ListImportAdvices request, CancellationToken cancellationToken)
    {
        var (limit, cursor) = (PageLimit.Of(request.Limit), Cursor.ReadNumber(request.Cursor));
        if (!limit.Succeeded) return limit.Errors[0];
        if (!cursor.Succeeded) return cursor.Errors[0];
        if (!await db.Imports.InScope(caller, db).AnyAsync(i => i.Id == request.Import, cancellationToken)) return ImportErrors.NotFound;

        var rows = await db.ImportFindings.Where(f => f.ImportId == request.Import && f.IsAdvice && f.Number > cursor.Value).OrderBy(f => f.Number).Take(limit.Value + 1).AsNoTracking().ToListAsync(cancellationToken);
        return Page<ImportAdviceAnswer>.Of(rows, limit.Value, f => new(f.Sheet, f.Row, f.Cell, f.Value, f.Code, new Text(f.En, f.Zh).In(caller.Language)), f => Cursor.OfNumber(f.Number));
    }
}

/// <summary>Lists what an import would create or change, or has: organizations, then groups, members and posts, each in the order of the file.</summary>
/// <param name="Import">The import.</param>
/// <param name="Kind">Only rows of this kind.</param>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(Role.Officers)]
public sealed record ListImportChanges(Id<RegisterImport> Import, RegisterKind? Kind, int? Limit, string? Cursor) : IQuery<Page<ImportChangeAnswer>>;

/// <summary>A row that would be created or changed.</summary>
/// <param name="Sheet">The sheet, or of CSV the file.</param>
/// <param name="Row">The row's number.</param>
/// <param name="Kind">What the row is about.</param>
/// <param name="Outcome">Created or changed.</param>
/// <param name="Subject">The code of an organization, the masked number of a member, the code and office of a post.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Fields">What changes of a row that the register has otherwise.</param>
public sealed record ImportChangeAnswer(string Sheet, int Row, RegisterKind Kind, RowOutcome Outcome, string Subject, string Name, IReadOnlyList<FieldChange> Fields);

internal sealed class ListImportChangesHandler(PartyOrgContext db, Caller caller) : IHandler<ListImportChanges, Page<ImportChangeAnswer>>
{
    public async Task<Result<Page<ImportChangeAnswer>>> Handle(ListImportChanges request, CancellationToken cancellationToken)
    {
        var (limit, cursor) = (PageLimit.Of(request.Limit), Cursor.ReadNumber(request.Cursor));
        if (!limit.Succeeded) return limit.Errors[0];
        if (!cursor.Succeeded) return cursor.Errors[0];
        if (!await db.Imports.InScope(caller, db).AnyAsync(i => i.Id == request.Import, cancellationToken)) return ImportErrors.NotFound;

        var changes = db.ImportChanges.Where(c => c.ImportId == request.Import && c.Number > cursor.Value);
        if (request.Kind is { } kind) changes = changes.Where(c => c.Kind == kind);
        var rows = await changes.OrderBy(c => c.Number).Take(limit.Value + 1).AsNoTracking().ToListAsync(cancellationToken);
        return Page<ImportChangeAnswer>.Of(
            rows, limit.Value, c => new(c.Sheet, c.Row, c.Kind, c.Outcome, c.Subject, c.Name, c.Fields is null ? [] : JsonSerializer.Deserialize<FieldChange[]>(c.Fields, PipelineJson.Full)!), c => Cursor.OfNumber(c.Number));
    }
}

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
