using System.Text;
using PartyOrg.Application.Imports;
using PartyOrg.Domain.Results;
using PartyOrg.Infrastructure.Documents;

namespace PartyOrg.Infrastructure.Tests.Documents;

/// <summary>Short ways to read a file in a test.</summary>
internal static class Reading
{
    public static List<SheetRow> Rows(Stream file, string name = "register.xlsx") => [.. new SpreadsheetReader(SpreadsheetLimits.Default).Read(file, name).Select(row => row.Value)];

    /// <summary>The one refusal, before any row.</summary>
    public static Error Refusal(Stream file, string name = "register.xlsx", SpreadsheetLimits? limits = null) =>
        new SpreadsheetReader(limits ?? SpreadsheetLimits.Default).Read(file, name).Should().ContainSingle().Which.Errors.Should().ContainSingle().Subject;

    public static List<SheetRow> Rows(WorkbookFile file) => Rows(file.Build());

    public static SheetCell OnlyCell(WorkbookFile file) => Rows(file).Should().ContainSingle().Which.Cells.Should().ContainSingle().Subject;

    public static MemoryStream Csv(string text, Encoding? encoding = null) => new([.. (encoding ?? new UTF8Encoding(false)).GetPreamble(), .. (encoding ?? new UTF8Encoding(false)).GetBytes(text)]);

    /// <summary>Rows as "number: A1=text …", for comparison at one glance.</summary>
    public static IEnumerable<string> Shown(this IEnumerable<SheetRow> rows) => rows.Select(row => string.Join(' ', row.Cells.Select(cell => $"{cell.Address}={cell.Text}")));
}
