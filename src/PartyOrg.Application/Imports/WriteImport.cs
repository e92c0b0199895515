using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Jobs;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Imports;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Imports;

/// <summary>Writes a confirmed import, if the register is still as the check found it. The work of a job.</summary>
/// <param name="Import">The import.</param>
[AllowedTo(Role.Officers)]
public sealed record WriteImport(Id<RegisterImport> Import) : IJobCommand, IPrepared
{
    /// <summary>The kind of job that does it.</summary>
    public const string JobKind = "import.confirm";
}

internal sealed class WriteImportHandler(PartyOrgContext db, Caller caller, Bookkeeping bookkeeping, StagedRegister staged, RegisterPlanner planner, RegisterWriter writer, JobProgress progress)
    : IHandler<WriteImport, Done>, IPreparation<WriteImport>
{
    private Result<RegisterRows>? prepared;

    public async Task Prepare(WriteImport request, CancellationToken cancellation)
    {
        var import = await db.Imports.InScope(caller, db).AsNoTracking().SingleOrDefaultAsync(i => i.Id == request.Import, cancellation);
        if (import is { Status: ImportStatus.Ready }) prepared = await staged.Read(import, cancellation);
    }

    public async Task<Result<Done>> Handle(WriteImport request, CancellationToken cancellationToken)
    {
        var import = await db.Imports.InScope(caller, db).Include(i => i.Counts).SingleOrDefaultAsync(i => i.Id == request.Import, cancellationToken);
        if (import is null) return ImportErrors.NotFound;
        // Written by a process that died before it could say so.
        if (import.Status != ImportStatus.Ready || prepared is null) return Done.It;
        if (!prepared.Succeeded) return prepared.Errors[0];

        await LockTouched(import, prepared.Value, await RowsShown(import, cancellationToken), cancellationToken);
        var plan = await planner.Plan(prepared.Value, await staged.PathOf(import, cancellationToken), toWrite: true, cancellationToken);
        var differences = plan.Findings.Concat(await IsAsShown(plan, import, cancellationToken) ? [] : Differences(await Shown(import).ToListAsync(cancellationToken), [.. plan.ChangesOf(import.Id)])).ToList();
        await db.StagedFiles.Where(f => f.ImportId == import.Id).ExecuteDeleteAsync(cancellationToken);
        if (differences.Count > 0)
        {
            await staged.Keep(import, differences, isAdvice: false, cancellationToken);
            import.GoOutdated(differences.Count);
            return Done.It;
        }

        plan.ForgetChanges();
        StagedRegister.GiveBack(prepared.Value.Members.Count);
        try
        {
            await writer.Write(plan, await db.LockChain(import.OrganizationId.Value, cancellationToken), cancellationToken);
        }
        catch (DbException fault) when (db.IsUniqueViolation(fault))
        {
            return ImportErrors.Overtaken;
        }

        import.Written();
        bookkeeping.ChangesManyOrganizations();
        if (import.HasChanges) bookkeeping.AuditUnder(import.OrganizationId.Value);
        progress.Report(1, 1);
        return Done.It;
    }

    private IQueryable<ImportChange> Shown(RegisterImport import) => db.ImportChanges.Where(c => c.ImportId == import.Id).OrderBy(c => c.Number).AsNoTracking();

    private async Task<ShownRows> RowsShown(RegisterImport import, CancellationToken cancellation)
    {
        var rows = new ShownRows();
        await foreach (var row in Shown(import).Select(c => new { c.Sheet, c.Row }).AsAsyncEnumerable().WithCancellation(cancellation)) rows.Add(row.Sheet, row.Row);
        return rows;
    }

    // Nearly always it is, and then the preview of a county need not be held in memory beside the plan.
    private async Task<bool> IsAsShown(RegisterPlan plan, RegisterImport import, CancellationToken cancellation)
    {
        using var now = plan.ChangesOf(import.Id).GetEnumerator();
        await foreach (var was in Shown(import).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (!now.MoveNext() || (was.Sheet, was.Row) != (now.Current.Sheet, now.Current.Row) || !IsSame(was, now.Current)) return false;
        }

        return !now.MoveNext();
    }

    private static bool IsSame(ImportChange? was, ImportChange? becomes) => was?.Outcome == becomes?.Outcome && was?.Fields == becomes?.Fields && was?.Kind == becomes?.Kind;

    // Whoever revokes, moves or fills one of these organizations waits until the import is written, or the import until he is done.
    private async Task LockTouched(RegisterImport import, RegisterRows rows, ShownRows changed, CancellationToken cancellation)
    {
        if (changed.AreNone) return;
        bool IsChanged(RowPlace place) => changed.Contains(place.Sheet, place.Number);
        var named = rows.Organizations.Where(r => IsChanged(r.Place)).SelectMany(r => new[] { r.Code, r.SuperiorCode })
            .Concat(rows.Members.Where(r => IsChanged(r.Place)).SelectMany(r => new[] { r.OrganizationCode, r.GroupCode }))
            .Concat(rows.Posts.Where(r => IsChanged(r.Place)).Select(r => r.OrganizationCode)).OfType<string>().Distinct(StringComparer.Ordinal);
        var touched = new List<Guid> { import.OrganizationId.Value };
        foreach (var chunk in named.Chunk(StagedRegister.RowsOfStatement / 2))
        {
            var codes = chunk.ToList();
            touched.AddRange(await db.Organizations.InScope(caller).Where(o => codes.Contains(o.Code)).Select(o => o.Id.Value).ToListAsync(cancellation));
        }

        await db.LockChains(touched.Distinct(), cancellation);
    }

    private static IEnumerable<Finding> Differences(List<ImportChange> shown, List<ImportChange> now)
    {
        static (string, int) Place(ImportChange change) => (change.Sheet, change.Row);
        var (before, after) = (shown.ToDictionary(Place), now.ToDictionary(Place));
        foreach (var place in before.Keys.Union(after.Keys))
        {
            var (was, becomes) = (before.GetValueOrDefault(place), after.GetValueOrDefault(place));
            if (IsSame(was, becomes)) continue;
            yield return new(ImportErrors.RegisterChanged(Said(was), Said(becomes)), place.Item1, place.Item2, null, (was ?? becomes)!.Subject);
        }
    }

    private static Text Said(ImportChange? change) => change?.Outcome switch
    {
        RowOutcome.Created => new("new", "新增"),
        RowOutcome.Changed => new("a change", "变更"),
        _ => new("as in the register", "与名册一致"),
    };

    // One bit for each row of a sheet.
    private sealed class ShownRows
    {
        private readonly Dictionary<string, List<ulong>> sheets = new(StringComparer.Ordinal);

        public bool AreNone => sheets.Count == 0;

        public void Add(string sheet, int row)
        {
            if (!sheets.TryGetValue(sheet, out var bits)) sheets.Add(sheet, bits = []);
            while (bits.Count <= row / 64) bits.Add(0);
            bits[row / 64] |= 1UL << (row % 64);
        }

        public bool Contains(string sheet, int row) => sheets.TryGetValue(sheet, out var bits) && row / 64 < bits.Count && (bits[row / 64] & (1UL << (row % 64))) != 0;
    }
}
