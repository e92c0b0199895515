using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Imports;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Imports;

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
