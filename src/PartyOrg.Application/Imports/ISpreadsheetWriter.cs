using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Imports;

/// <summary>
/// Writes templates and exports. Rows are written as they come, so memory does not grow with them. Nothing that is written is ever computed as a
/// formula by the program that opens it. The same content gives the same bytes.
/// </summary>
public interface ISpreadsheetWriter
{
    /// <summary>
    /// A workbook with a sheet for each content, then a sheet that explains the columns and one with the values of the lists. A template is a workbook
    /// whose contents have no rows.
    /// </summary>
    /// <param name="target">Where to; written synchronously, so a file or memory rather than a connection. It stays open.</param>
    /// <param name="language">The language of headers, explanations and lists.</param>
    /// <param name="contents">The sheets.</param>
    void WriteWorkbook(Stream target, Language language, IReadOnlyList<SheetContent> contents);

    /// <summary>A CSV file in UTF-8 with a byte order mark, by which spreadsheet programs know the encoding. A text that begins like a formula has an apostrophe before it; reading takes it off.</summary>
    void WriteCsv(Stream target, Language language, SheetContent content);
}

/// <summary>A sheet to be written.</summary>
/// <param name="Layout">Its columns.</param>
/// <param name="Rows">Its rows, each with a text for each column of the layout in its order; none for an empty cell. Dates and numbers are written as the reader gives them.</param>
public sealed record SheetContent(SheetLayout Layout, IEnumerable<IReadOnlyList<string?>> Rows);
