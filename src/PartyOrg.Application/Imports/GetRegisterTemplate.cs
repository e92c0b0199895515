using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Imports;

/// <summary>What a template is saved as.</summary>
public enum TemplateFormat
{
    /// <summary>A workbook with every sheet, an explanation of the columns, and lists to choose from.</summary>
    Xlsx,

    /// <summary>One sheet as CSV.</summary>
    Csv,
}

/// <summary>A sheet of a register.</summary>
public enum TemplateSheet
{
    /// <summary>Organizations.</summary>
    Organizations,

    /// <summary>Party groups.</summary>
    Groups,

    /// <summary>Members.</summary>
    Members,

    /// <summary>Posts.</summary>
    Posts,
}

/// <summary>Downloads the empty register: a workbook, or one sheet of it as CSV.</summary>
/// <param name="Format">A workbook where it is left out.</param>
/// <param name="Language">The language of headers, explanations and lists: en or zh; the caller's where it is left out.</param>
/// <param name="Sheet">The sheet, for CSV; organizations where it is left out.</param>
[AllowedTo(Role.Officers)]
public sealed record GetRegisterTemplate(TemplateFormat? Format, Language? Language, TemplateSheet? Sheet) : IQuery<FileAnswer>;

/// <summary>A file to download.</summary>
/// <param name="Name">Its name.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="Content">Its bytes.</param>
public sealed record FileAnswer(string Name, string MediaType, byte[] Content)
{
    /// <summary>A workbook.</summary>
    public const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>CSV.</summary>
    public const string Csv = "text/csv";
}

internal sealed class GetRegisterTemplateHandler(ISpreadsheetWriter writer, Caller caller) : IHandler<GetRegisterTemplate, FileAnswer>
{
    public Task<Result<FileAnswer>> Handle(GetRegisterTemplate request, CancellationToken cancellationToken)
    {
        var language = request.Language ?? caller.Language;
        using var file = new MemoryStream();
        if (request.Format == TemplateFormat.Csv)
        {
            var layout = RegisterSheets.All[(int)(request.Sheet ?? TemplateSheet.Organizations)];
            writer.WriteCsv(file, language, new(layout, []));
            return Task.FromResult<Result<FileAnswer>>(new FileAnswer($"{layout.Key}.csv", FileAnswer.Csv, file.ToArray()));
        }

        writer.WriteWorkbook(file, language, [.. RegisterSheets.All.Select(l => new SheetContent(l, []))]);
        return Task.FromResult<Result<FileAnswer>>(new FileAnswer("register.xlsx", FileAnswer.Workbook, file.ToArray()));
    }
}
