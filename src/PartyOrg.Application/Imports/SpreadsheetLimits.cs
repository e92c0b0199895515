namespace PartyOrg.Application.Imports;

/// <summary>How much of a spreadsheet is read. A register of a county fits; what a hostile file can make of it stays below some 150 MB of memory.</summary>
public sealed record SpreadsheetLimits
{
    /// <summary>The limits of the product.</summary>
    public static SpreadsheetLimits Default { get; } = new();

    /// <summary>The file as uploaded, in bytes.</summary>
    public long FileBytes { get; init; } = 32L << 20;

    /// <summary>All parts of a workbook unpacked, in bytes.</summary>
    public long UnpackedBytes { get; init; } = 384L << 20;

    /// <summary>How many times larger a part may become by unpacking; real sheets stay below 100.</summary>
    public int UnpackingRatio { get; init; } = 250;

    /// <summary>Parts up to this size, in bytes, may have any ratio.</summary>
    public long UnpackedBytesOfAnyRatio { get; init; } = 4L << 20;

    /// <summary>The parts of a workbook.</summary>
    public int Parts { get; init; } = 1_000;

    /// <summary>Sheets, hidden ones included.</summary>
    public int Sheets { get; init; } = 50;

    /// <summary>Rows that hold something, in all sheets together.</summary>
    public int Rows { get; init; } = 200_000;

    /// <summary>The last column that may hold something.</summary>
    public int Columns { get; init; } = 200;

    /// <summary>Cells and rows that are written down in a workbook, empty ones included: spreadsheet programs leave many behind.</summary>
    public int WrittenCells { get; init; } = 5_000_000;

    /// <summary>The longest text of a cell, in UTF-16 units.</summary>
    public int CellLength { get; init; } = 4_000;

    /// <summary>The texts that a workbook keeps apart from its sheets, in UTF-16 units.</summary>
    public int SharedCharacters { get; init; } = 30_000_000;

    /// <summary>The number of those texts.</summary>
    public int SharedTexts { get; init; } = 2_000_000;

    /// <summary>Areas of merged cells in a sheet.</summary>
    public int MergedAreas { get; init; } = 20_000;

    /// <summary>The longest record of a CSV file, in bytes of UTF-8.</summary>
    public int RecordBytes { get; init; } = 1 << 20;
}
