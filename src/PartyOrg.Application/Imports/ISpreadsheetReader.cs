using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Imports;

/// <summary>
/// Reads XLSX and CSV files that strangers made. A file is looked through once before the first row comes out of it, within fixed limits of
/// memory: one that is refused has cost little and has given no rows.
/// </summary>
public interface ISpreadsheetReader
{
    /// <summary>
    /// The rows that hold something, sheet by sheet, in the order of the file. A failure is the last thing that comes, and nearly always the
    /// only one. Hidden sheets are not read. What is wrong with a single cell stands in the cell and spoils nothing else.
    /// </summary>
    /// <param name="content">The file; it must be seekable, and stays open.</param>
    /// <param name="fileName">The name under which it was uploaded: its extension must agree with what it is.</param>
    /// <param name="cancellation">Ends the reading between two rows.</param>
    IEnumerable<Result<SheetRow>> Read(Stream content, string fileName, CancellationToken cancellation = default);
}

/// <summary>A row that holds something.</summary>
/// <param name="Sheet">The sheet's name; of a CSV file, the file's name without its extension.</param>
/// <param name="Number">The row's number as the spreadsheet program shows it, from 1.</param>
/// <param name="Cells">The cells that hold something, from left to right.</param>
public sealed record SheetRow(string Sheet, int Number, IReadOnlyList<SheetCell> Cells)
{
    /// <summary>The cell of a column (from 1); an empty one when there is nothing.</summary>
    public SheetCell this[int column]
    {
        get
        {
            foreach (var cell in Cells)
            {
                if (cell.Column == column) return cell;
            }

            return new(Number, column, "");
        }
    }
}

/// <summary>A cell as text, without blanks at its ends.</summary>
/// <param name="Row">The row's number, from 1.</param>
/// <param name="Column">The column's number, from 1.</param>
/// <param name="Text">
/// What it holds: a date as 2024-02-29, with a time 2024-02-29T08:30:00, a time alone 08:30:00; a number in plain digits with at most 15 significant ones;
/// TRUE or FALSE; the last computed value of a formula. A cell merged over several rows counts in each of them.
/// </param>
/// <param name="Problem">Why the text cannot be trusted, where it cannot.</param>
public readonly record struct SheetCell(int Row, int Column, string Text, Error? Problem = null)
{
    /// <summary>The address that the spreadsheet program shows, such as B12.</summary>
    public string Address => ColumnLetters(Column) + Row.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The empty cell of the same column in another row.</summary>
    public SheetCell At(int row) => new(row, Column, "");

    /// <summary>A, B, … Z, AA, … of a column's number.</summary>
    public static string ColumnLetters(int column)
    {
        var letters = "";
        for (; column > 0; column = (column - 1) / 26) letters = (char)('A' + (column - 1) % 26) + letters;
        return letters;
    }
}
