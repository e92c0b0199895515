using PartyOrg.Domain.Names;

namespace PartyOrg.Application.Imports;

/// <summary>What the codes of previews and templates are called.</summary>
internal static class ImportAnswerLabels
{
    /// <summary>What becomes of a row.</summary>
    public static CodeList<RowOutcome> Outcomes { get; } = new(
        new(RowOutcome.Unchanged, "Unchanged", "不变"),
        new(RowOutcome.Created, "Created", "新增"),
        new(RowOutcome.Changed, "Changed", "变更"));

    /// <summary>Formats of a template.</summary>
    public static CodeList<TemplateFormat> Formats { get; } = new(
        new(TemplateFormat.Xlsx, "Workbook", "工作簿"),
        new(TemplateFormat.Csv, "CSV", "CSV文件"));

    /// <summary>Sheets of a register.</summary>
    public static CodeList<TemplateSheet> Sheets { get; } = new(
        new(TemplateSheet.Organizations, "Organizations", "党组织"),
        new(TemplateSheet.Groups, "Party groups", "党小组"),
        new(TemplateSheet.Members, "Members", "党员"),
        new(TemplateSheet.Posts, "Posts", "任职"));
}
