using NodaTime;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Imports;

/// <summary>Refusals of imports. What is wrong with a value is said by the value itself, what a rule forbids by the aggregate: here is only what a file can do wrong.</summary>
public static class ImportErrors
{
    /// <summary>Not there, or out of the caller's scope.</summary>
    public static Error NotFound { get; } = Error.NotFound("import-not-found",
        "There is no such import in your scope. GET /api/v1/imports lists those there are.", "在您的权限范围内没有该导入。请通过 GET /api/v1/imports 查询。");

    /// <summary>No file in the upload.</summary>
    public static Error FileMissing { get; } = Error.Invalid("import-file-missing",
        "The upload holds no file. Send one workbook, or one CSV file for each sheet, as multipart/form-data.", "未上传文件。请以 multipart/form-data 上传一个工作簿，或每个表一个 CSV 文件。", "/files");

    /// <summary>More files than there are sheets.</summary>
    public static Error TooManyFiles(int most) => Error.Invalid("import-too-many-files",
        $"The upload holds more than {most} files. Send one workbook, or one CSV file for each sheet.", $"上传的文件超过 {most} 个。请上传一个工作簿，或每个表一个 CSV 文件。", "/files");

    /// <summary>All files together are too large.</summary>
    public static Error TooLarge(long limit) => Error.Invalid("import-too-large",
        $"The files together are larger than {limit >> 20} MB. Upload them in parts, for example town by town.", $"文件合计超过 {limit >> 20} MB，请分批导入，例如按乡镇拆分。", "/files");

    /// <summary>The caller's role is for no organization.</summary>
    public static Error NoPlace { get; } = Error.Forbidden("import-without-place",
        "You hold no officer's role for an organization today, so there is nowhere to import to.", "您目前未在任何组织担任管理员，无法导入。");

    /// <summary>Only what was checked and found good is confirmed.</summary>
    public static Error NotReady(ImportStatus status) => Error.Conflict("import-not-ready",
        $"The import is {Word(status)}; only one that is ready can be confirmed. Wait for the check, mend what it found, or upload the file anew.",
        "该导入当前不可确认。请等待检查完成、改正所列错误，或重新上传文件。");

    /// <summary>It has ended, or is being written.</summary>
    public static Error NotCancellable(ImportStatus status) => Error.Conflict("import-not-cancellable",
        $"The import is {Word(status)} and cannot be cancelled; while it is being written, cancel its job.", "该导入已结束或正在写入，无法取消；正在写入时请取消其任务。");

    /// <summary>The file is not there any more.</summary>
    public static Error FileGone { get; } = Error.Conflict("import-file-gone", "The uploaded file was deleted. Upload it anew.", "上传的文件已删除，请重新上传。");

    /// <summary>Somebody recorded the same at the moment of writing.</summary>
    public static Error Overtaken { get; } = Error.Conflict("import-overtaken",
        "The register was changed while the import was being written; nothing was written. Confirm again to see what changed.", "写入过程中名册发生变动，未写入任何内容。请再次确认以查看变动。");

    /// <summary>A sheet that is none of a register's.</summary>
    public static Error SheetUnknown(string sheet) => Error.Invalid("import-sheet-unknown",
        $"The sheet \u201C{sheet}\u201D has no row of headers that a register has. Use the headers of the template, or remove the sheet.", $"工作表“{sheet}”中没有可识别的表头。请使用模板中的表头，或删除该工作表。");

    /// <summary>The rows of a sheet that has headers only.</summary>
    public static Error NoRows { get; } = Error.Invalid("import-no-rows", "The file has headers and no rows. Fill in the register.", "文件只有表头没有数据，请填写名册。");

    /// <summary>A required cell is empty.</summary>
    public static Error CellMissing(Text header) => Error.Invalid("cell-missing", $"\u201C{header.En}\u201D is missing. Fill in the cell.", $"缺少“{header.Zh}”，请填写。");

    /// <summary>The code stands in two rows of the file (REG-8).</summary>
    public static Error CodeTwice(string sheet, int row) => Error.RuleBroken("REG-8", "import-code-twice",
        $"The code stands in row {row} of \u201C{sheet}\u201D already. One of the two is wrong.", $"该编码与工作表“{sheet}”第 {row} 行重复，请更正其中之一。");

    /// <summary>The identity number stands in two rows of the file (REG-10).</summary>
    public static Error IdentityTwice(string sheet, int row) => Error.RuleBroken("REG-10", "import-identity-twice",
        $"The identity number stands in row {row} of \u201C{sheet}\u201D already. One of the two is wrong.", $"该公民身份号码与工作表“{sheet}”第 {row} 行重复，请更正其中之一。");

    /// <summary>The superiors in the file form a circle (REG-2).</summary>
    public static Error Cycle(string code) => Error.RuleBroken("REG-2", "tree-cycle",
        $"Going from superior to superior one comes back to {code}: the tree would have a cycle. Correct the superior's code.", $"沿上级组织编码逐级向上又回到 {code}，隶属关系形成循环。请更正上级组织编码。");

    /// <summary>The register has it under another superior.</summary>
    public static Error SuperiorDiffers { get; } = Error.RuleBroken("REG-11", "import-superior-differs",
        "The register has this organization under another superior, and an import moves nothing. Move it with POST /api/v1/organizations/{id}/move, or correct the code.",
        "名册中该组织的上级组织与此不同，导入不调整隶属关系。请办理组织调整，或更正编码。");

    /// <summary>The register has it as another type or level.</summary>
    public static Error TypeDiffers { get; } = Error.RuleBroken("REG-8", "import-type-differs",
        "The register has this code as an organization of another type or level. Correct the type, or give the organization a code of its own.",
        "名册中该编码对应的组织类型或层级与此不同。请更正类型，或使用新的编码。");

    /// <summary>Neither number nor name says who it is.</summary>
    public static Error PersonMissing { get; } = Error.Invalid("import-person-missing",
        "Say who holds the post: by identity number, or by name where the organization has one member of that name.", "请填写任职人员的公民身份号码；本组织内无重名的也可只填姓名。");

    /// <summary>Nobody of that number or name.</summary>
    public static Error PersonUnknown { get; } = Error.NotFound("member-not-found",
        "Nobody like this is in the file or in the register of your scope. Correct the number or name, or add the member to the sheet of members.", "文件和您权限范围内的名册中均无此人。请更正号码或姓名，或在党员表中补充。");

    /// <summary>Several of that name.</summary>
    public static Error PersonAmbiguous { get; } = Error.Invalid("import-person-ambiguous",
        "The organization has several members of this name. Enter the identity number.", "本组织内有多名同名党员，请填写公民身份号码。");

    /// <summary>Several units of that name.</summary>
    public static Error UnitAmbiguous { get; } = Error.Invalid("import-unit-ambiguous",
        "Several units of your scope have this name. Enter the unified social credit code.", "您的权限范围内有多个同名单位，请填写统一社会信用代码。");

    /// <summary>The register has him in another unit, or had him in one, and nobody says from when on he works in this one (REG-47).</summary>
    public static Error WorkplaceDayMissing(LocalDate from, LocalDate? to) => Error.RuleBroken("REG-47", "import-workplace-day-missing",
        $"The register has this member in a unit {(to is { } last ? $"from {from:uuuu-MM-dd} to {last:uuuu-MM-dd}" : $"from {from:uuuu-MM-dd} on")}. Enter the day from which he works in this one under \u201CWorks there since\u201D.",
        $"名册中该党员自 {from:uuuu-MM-dd} 起{(to is { } end ? $"至 {end:uuuu-MM-dd} " : "")}有工作单位记录。请在“到岗日期”列填写到本单位工作的首日。");

    /// <summary>The preview said something else of this row.</summary>
    public static Error RegisterChanged(Text before, Text now) => Error.Conflict("import-register-changed",
        $"The register has changed since the check: this row was {before.En} and is {now.En} now. Upload the file anew.", $"检查之后名册已变动：该行原为{before.Zh}，现为{now.Zh}。请重新上传文件。");

    /// <summary>An advice: no column of the sheet has this header.</summary>
    public static Error ColumnNotRead(Text sheet, string header, string column) => Error.Invalid("column-not-read",
        $"The sheet \u201C{sheet.En}\u201D has no column \u201C{header}\u201D, so column {column} is not read. Rename it as in the template if it should be; otherwise leave it.",
        $"“{sheet.Zh}”表没有名为“{header}”的列，{column} 列不导入。如需导入，请改为模板中的列名；否则不必处理。");

    /// <summary>An advice: a column has values and no header.</summary>
    public static Error ColumnWithoutHeader(string column) => Error.Invalid("column-without-header",
        $"Column {column} has no header, so it is not read. Give it a header of the template if it should be; otherwise leave it.", $"{column} 列没有表头，不导入。如需导入，请填写模板中的列名；否则不必处理。");

    /// <summary>An advice: the register has another date.</summary>
    public static Error DateStays(Text header, LocalDate recorded) => Error.Invalid("recorded-date-stays",
        $"\u201C{header.En}\u201D is {recorded:uuuu-MM-dd} in the register and stays so: an import changes no recorded date. Find out which of the two is right, and correct the register or your list.",
        $"名册中“{header.Zh}”为 {recorded:uuuu-MM-dd}，导入不更改已登记的日期。请核实后更正名册或您的表格。");

    private static string Word(ImportStatus status) => status.ToString().ToLowerInvariant();
}
