using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Imports;

/// <summary>What the cells of a column are, for templates and exports.</summary>
public enum ColumnKind
{
    /// <summary>Text, also where it looks like a number: a code, an identity number, a phone number.</summary>
    Text,

    /// <summary>A date such as 2024-02-29.</summary>
    Date,

    /// <summary>A number with which one computes.</summary>
    Number,
}

/// <summary>A column of a sheet: what it is called, and what belongs in it.</summary>
/// <param name="Key">Its name in the program and in English headers of other systems; never translated.</param>
/// <param name="Header">Its header.</param>
public sealed record SheetColumn(string Key, Text Header)
{
    /// <summary>What belongs in it, for the sheet of explanations.</summary>
    public Text Explanation { get; init; } = new("", "");

    /// <summary>Whether a row without it is an error.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What its cells are.</summary>
    public ColumnKind Kind { get; init; }

    /// <summary>The only values it may have, offered as a list.</summary>
    public ICodeList? Codes { get; init; }

    /// <summary>An example, for the sheet of explanations.</summary>
    public string Example { get; init; } = "";

    /// <summary>Other headers under which registers have it.</summary>
    public IReadOnlyList<string> Synonyms { get; init; } = [];

    /// <summary>Its width in characters; a Chinese one takes two.</summary>
    public double Width { get; init; } = 16;

    internal bool IsCalled(string header)
    {
        var (key, withoutRemarks) = (Labels.KeyOf(header), Labels.KeyWithoutRemarks(header));
        return Names.Any(name => Labels.KeyOf(name) is var known && (known == key || known == withoutRemarks));
    }

    private IEnumerable<string> Names => [Key, Header.En, Header.Zh, .. Synonyms];
}

/// <summary>A sheet that is imported, exported, and offered as a template: one description for all three.</summary>
/// <param name="Key">Its name in the program.</param>
/// <param name="Name">The name of the sheet.</param>
/// <param name="Columns">Its columns in the order in which they are written; they are read in any order.</param>
public sealed record SheetLayout(string Key, Text Name, IReadOnlyList<SheetColumn> Columns)
{
    /// <summary>The sheet that explains the others; imports pass over it.</summary>
    public static Text InstructionsName { get; } = new("Instructions", "填写说明");

    /// <summary>The sheet with the values of the lists; imports pass over it.</summary>
    public static Text CodesName { get; } = new("Code lists", "代码表");

    /// <summary>Other names of the sheet.</summary>
    public IReadOnlyList<string> Synonyms { get; init; } = [];

    /// <summary>Whether a sheet of this name only explains the others.</summary>
    public static bool IsExplanation(string sheetName) =>
        new[] { InstructionsName.En, InstructionsName.Zh, CodesName.En, CodesName.Zh }.Any(name => Labels.KeyOf(name) == Labels.KeyOf(sheetName));

    /// <summary>Whether a sheet of this name is this one.</summary>
    public bool IsCalled(string sheetName) => new[] { Key, Name.En, Name.Zh }.Concat(Synonyms).Any(name => Labels.KeyOf(name) == Labels.KeyOf(sheetName));

    /// <summary>
    /// The row as this layout's header; none when it is a title or something else: a header names at least two columns (or all of fewer),
    /// and more of its cells name columns than do not.
    /// </summary>
    public SheetHeader? HeaderIn(SheetRow row)
    {
        var places = new List<(SheetColumn Column, int Place)>();
        var unknown = new List<SheetCell>();
        foreach (var cell in row.Cells)
        {
            if (Columns.FirstOrDefault(column => column.IsCalled(cell.Text)) is { } column) places.Add((column, cell.Column));
            else unknown.Add(cell);
        }

        return places.Count >= Math.Min(2, Columns.Count) && places.Count > unknown.Count ? new(this, row, places, unknown) : null;
    }
}

/// <summary>The header found in a sheet: where each column of the layout stands.</summary>
public sealed class SheetHeader
{
    private readonly Dictionary<string, int> places = [];
    private readonly HashSet<int> headed;

    internal SheetHeader(SheetLayout layout, SheetRow row, List<(SheetColumn Column, int Place)> found, IReadOnlyList<SheetCell> unknown)
    {
        (Layout, Row, Unknown, headed) = (layout, row.Number, unknown, [.. row.Cells.Select(cell => cell.Column)]);
        var errors = new List<Error>();
        foreach (var (column, place) in found)
        {
            if (!places.TryAdd(column.Key, place)) errors.Add(Twice(column, row[places[column.Key]], row[place]));
        }

        errors.AddRange(layout.Columns.Where(column => column.IsRequired && !places.ContainsKey(column.Key)).Select(column => ColumnMissing(row.Sheet, column)));
        Errors = errors;
    }

    /// <summary>The layout whose header it is.</summary>
    public SheetLayout Layout { get; }

    /// <summary>The number of the header's row; what comes after is data.</summary>
    public int Row { get; }

    /// <summary>Headers that name no column of the layout; their columns are not read.</summary>
    public IReadOnlyList<SheetCell> Unknown { get; }

    /// <summary>The row's cells below no header: they are not read.</summary>
    public IEnumerable<SheetCell> WithoutHeader(SheetRow row) => row.Cells.Where(cell => !headed.Contains(cell.Column));

    /// <summary>Required columns that are not there, and columns that are there twice.</summary>
    public IReadOnlyList<Error> Errors { get; }

    /// <summary>How many columns of the layout the sheet has.</summary>
    public int Found => places.Count;

    /// <summary>The address of the column's cell in a row; none when the sheet lacks the column.</summary>
    public string? AddressOf(int row, SheetColumn column) => places.TryGetValue(column.Key, out var place) ? new SheetCell(row, place, "").Address : null;

    /// <summary>Whether the sheet has the column.</summary>
    public bool Has(SheetColumn column) => places.ContainsKey(column.Key);

    /// <summary>The row's cell of a column; an empty one without a place when the sheet lacks the column.</summary>
    public SheetCell CellOf(SheetRow row, SheetColumn column) => places.TryGetValue(column.Key, out var place) ? row[place] : new(row.Number, 0, "");

    private static Error ColumnMissing(string sheet, SheetColumn column) => Error.Invalid("column-missing",
        $"The sheet \u201C{sheet}\u201D has no column \u201C{column.Header.En}\u201D ({column.Header.Zh}). Add it; the template shows every column.",
        $"工作表“{sheet}”缺少“{column.Header.Zh}”（{column.Header.En}）列，请补充；模板中列有全部列名。");

    private static Error Twice(SheetColumn column, SheetCell first, SheetCell second) => Error.Invalid("column-twice",
        $"The headers in {first.Address} and {second.Address} both mean \u201C{column.Header.En}\u201D. Remove one of the two columns.",
        $"{first.Address} 与 {second.Address} 的表头都是“{column.Header.Zh}”，请删除其中一列。");
}
