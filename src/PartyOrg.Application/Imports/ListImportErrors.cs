using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Imports;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Imports;

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
