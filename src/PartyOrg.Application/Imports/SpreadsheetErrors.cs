using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Imports;

/// <summary>Why a spreadsheet, or a cell of it, is not taken as it is.</summary>
public static class SpreadsheetErrors
{
    /// <summary>There is nothing in the file.</summary>
    public static Error Empty { get; } = Error.Invalid("spreadsheet-empty", "The file has no rows. Choose the file that holds the register.", "文件中没有数据行，请选择含有名册的文件。");

    /// <summary>The file is larger than <see cref="SpreadsheetLimits.FileBytes"/>.</summary>
    public static Error TooLarge(long limit) => Error.Invalid("spreadsheet-too-large",
        $"The file is larger than {limit >> 20} MB. Split it, for example by county or town.", $"文件超过 {limit >> 20} MB，请拆分后分别导入，例如按县或乡镇拆分。");

    /// <summary>The extension is none that is read.</summary>
    public static Error TypeUnsupported(string extension) => Error.Invalid("spreadsheet-type-unsupported",
        $"Files of the type \u201C{extension}\u201D are not read. Save it as an Excel workbook (.xlsx) or as CSV (.csv).", $"不支持“{extension}”类型的文件，请另存为 Excel 工作簿（.xlsx）或 CSV（.csv）。");

    /// <summary>The content is of another kind than the extension says.</summary>
    public static Error NotWhatItSays(string extension) => Error.Invalid("spreadsheet-not-what-it-says",
        $"The content of the file is not what \u201C{extension}\u201D says. Open it in a spreadsheet program and save it as an Excel workbook (.xlsx) or as CSV (.csv); renaming a file does not convert it.",
        $"文件内容与扩展名“{extension}”不符。请用电子表格软件打开后另存为 Excel 工作簿（.xlsx）或 CSV（.csv）；改文件名不会转换格式。");

    /// <summary>A workbook with a password.</summary>
    public static Error Encrypted { get; } = Error.Invalid("spreadsheet-encrypted",
        "The workbook is protected by a password. Remove the password in the spreadsheet program and upload it again.", "工作簿已设置打开密码，请在电子表格软件中取消密码后重新上传。");

    /// <summary>A workbook of the old binary kind.</summary>
    public static Error OldFormat { get; } = Error.Invalid("spreadsheet-old-format",
        "This is a workbook of the old kind (.xls). Save it as an Excel workbook (.xlsx).", "这是旧格式（.xls）工作簿，请另存为 Excel 工作簿（.xlsx）。");

    /// <summary>A workbook with programs or foreign objects inside.</summary>
    public static Error Macros { get; } = Error.Invalid("spreadsheet-macros",
        "The workbook holds macros or embedded objects, which are not accepted. Save it as an Excel workbook without macros (.xlsx), or copy the cells into a new workbook.",
        "工作簿中含有宏或嵌入对象，不予接收。请另存为不含宏的 Excel 工作簿（.xlsx），或将单元格复制到新工作簿。");

    /// <summary>It cannot be read to its end.</summary>
    public static Error Damaged { get; } = Error.Invalid("spreadsheet-damaged",
        "The file is damaged or was not uploaded completely. Open it in a spreadsheet program, save it again, and upload it once more.", "文件已损坏或上传不完整。请用电子表格软件打开并重新保存后再上传。");

    /// <summary>It would become too large by unpacking.</summary>
    public static Error ExpandsTooFar { get; } = Error.Invalid("spreadsheet-expands-too-far",
        "The workbook would become too large by unpacking. Copy the rows that are needed into a new workbook, or split it.", "工作簿解压后过大。请将所需的行复制到新工作簿，或拆分后导入。");

    /// <summary>It is built as no spreadsheet program builds one.</summary>
    public static Error Unsafe { get; } = Error.Invalid("spreadsheet-unsafe",
        "The workbook holds constructions that no spreadsheet program writes, and is not read for safety. Copy the cells into a new workbook.",
        "工作簿内部结构异常，出于安全考虑不予读取。请将单元格复制到新工作簿。");

    /// <summary>More sheets than <see cref="SpreadsheetLimits.Sheets"/>.</summary>
    public static Error TooManySheets(int limit) => Error.Invalid("spreadsheet-too-many-sheets", $"The workbook has more than {limit} sheets. Remove those that are not needed.",
        $"工作表超过 {limit} 个，请删除不需要的工作表。");

    /// <summary>More rows than <see cref="SpreadsheetLimits.Rows"/>.</summary>
    public static Error TooManyRows(int limit) => Error.Invalid("spreadsheet-too-many-rows", $"The file has more than {limit:N0} rows. Split it, for example by county or town.",
        $"文件超过 {limit:N0} 行，请拆分后分别导入，例如按县或乡镇拆分。");

    /// <summary>Something stands to the right of <see cref="SpreadsheetLimits.Columns"/>.</summary>
    public static Error TooManyColumns(string sheet, int row, int limit) => Error.Invalid("spreadsheet-too-many-columns",
        $"Row {row} of \u201C{sheet}\u201D holds something to the right of column {SheetCell.ColumnLetters(limit)} (the {limit}th). Remove the columns that are not needed.",
        $"工作表“{sheet}”第 {row} 行在 {SheetCell.ColumnLetters(limit)} 列（第 {limit} 列）以后仍有内容，请删除不需要的列。");

    /// <summary>More written cells than <see cref="SpreadsheetLimits.WrittenCells"/>, or more texts, merged areas or formats than a register needs.</summary>
    public static Error TooManyCells { get; } = Error.Invalid("spreadsheet-too-many-cells",
        "The workbook holds too many cells, texts or merged areas; formatting of empty rows and columns counts. Copy the rows that are needed into a new workbook.",
        "工作簿中的单元格、文本或合并区域过多（空行、空列的格式也计算在内）。请将所需的行复制到新工作簿。");

    /// <summary>Neither UTF-8 nor GB18030.</summary>
    public static Error EncodingUnknown { get; } = Error.Invalid("spreadsheet-encoding",
        "The text of the CSV file is neither UTF-8 nor GB18030. Save it as \u201CCSV UTF-8\u201D, or as an Excel workbook (.xlsx).", "CSV 文件的编码既不是 UTF-8 也不是 GB18030，请另存为“CSV UTF-8”或 Excel 工作簿（.xlsx）。");

    /// <summary>A quotation mark that does not end, or stands where none can.</summary>
    public static Error Quotes(int row) => Error.Invalid("spreadsheet-quotes",
        $"The quotation marks in row {row} of the CSV file do not match, so that its columns cannot be told apart. Correct the row, or save the file as an Excel workbook (.xlsx).",
        $"CSV 文件第 {row} 行的引号不成对，无法区分各列。请更正该行，或另存为 Excel 工作簿（.xlsx）。");

    /// <summary>A number of more than 15 digits: the spreadsheet program has replaced the others by zeros.</summary>
    public static Error DigitsLost { get; } = Error.Invalid("cell-digits-lost",
        "The cell holds a number of more than 15 digits, of which the spreadsheet program has lost the last ones. Format the column as text and enter the number again.",
        "单元格中的数字超过15位，末尾数字已被电子表格软件丢失。请将该列设为文本格式后重新填写。");

    /// <summary>An error value such as #REF!.</summary>
    public static Error ErrorValue(string value) => Error.Invalid("cell-error-value", $"The cell shows {value}. Correct its formula, or enter the value itself.", $"单元格显示 {value}，请更正公式或直接填写数值。");

    /// <summary>A formula that was never computed.</summary>
    public static Error FormulaWithoutValue { get; } = Error.Invalid("cell-formula-without-value",
        "The cell holds a formula that was not computed. Open the file in a spreadsheet program and save it again, or enter the value itself.",
        "单元格中的公式没有计算结果。请用电子表格软件打开并重新保存，或直接填写数值。");

    /// <summary>Longer than <see cref="SpreadsheetLimits.CellLength"/>.</summary>
    public static Error TextTooLong(int limit) => Error.Invalid("cell-text-too-long", $"The text of the cell is longer than {limit:N0} characters. Shorten it.", $"单元格文本超过 {limit:N0} 个字符，请缩短。");

    /// <summary>A number formatted as a date that is none.</summary>
    public static Error DateImpossible { get; } = Error.Invalid("cell-date-impossible", "The cell is formatted as a date and holds none. Enter a date such as 2024-02-29.",
        "单元格设为日期格式但内容不是日期，请填写日期，例如 2024-02-29。");
}
