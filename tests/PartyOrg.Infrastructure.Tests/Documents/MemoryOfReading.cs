using FsCheck;
using FsCheck.Fluent;
using PartyOrg.Application.Imports;
using PartyOrg.Domain.Members;
using static PartyOrg.Infrastructure.Tests.Documents.Reading;

namespace PartyOrg.Infrastructure.Tests.Documents;

/// <summary>Tests that measure the whole process and therefore run when no other does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}

[Collection(Alone.Name)]
public sealed class MemoryOfReading
{
    [Fact]
    public void Memory_does_not_grow_with_rows()
    {
        const int count = 30_000;
        var rows = new System.Text.StringBuilder();
        for (var i = 1; i <= count; i++) rows.Append(System.Globalization.CultureInfo.InvariantCulture, $"<row r=\"{i}\"><c r=\"A{i}\" t=\"inlineStr\"><is><t>member number {i}</t></is></c><c r=\"B{i}\"><v>{i}</v></c></row>");
        using var file = WorkbookFile.WithRows(rows.ToString()).Build();
        rows.Clear();

        var held = new List<long>();
        var read = 0;
        foreach (var row in new Infrastructure.Documents.SpreadsheetReader(SpreadsheetLimits.Default).Read(file, "a.xlsx"))
        {
            row.Succeeded.Should().BeTrue();
            if (++read is 1_000 or count - 1_000) held.Add(GC.GetTotalMemory(forceFullCollection: true));
        }

        read.Should().Be(count);
        (held[1] - held[0]).Should().BeLessThan(2 << 20);
    }
}
