using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Imports;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Imports;

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
