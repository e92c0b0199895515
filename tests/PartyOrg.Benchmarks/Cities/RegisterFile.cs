using System.Globalization;

namespace PartyOrg.Benchmarks.Cities;

/// <summary>A town's register as comma-separated lines, as the import of the limit reads them.</summary>
internal static class RegisterFile
{
    public const string Header = "organizationCode,name,pinyin,sex,bornOn,joinedOn,standing";

    public static string Write(RegisterRow row) => string.Create(CultureInfo.InvariantCulture,
        $"{row.OrganizationCode},{row.Name},{row.Pinyin},{(row.Male ? "male" : "female")},{row.BornOn:yyyy-MM-dd},{row.JoinedOn:yyyy-MM-dd},{(row.Formal ? "formal" : "probationary")}");

    public static RegisterRow Read(string line)
    {
        var cells = line.Split(',');
        return new(cells[0], cells[1], cells[2], cells[3] == "male", DateOnly.ParseExact(cells[4], "yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateOnly.ParseExact(cells[5], "yyyy-MM-dd", CultureInfo.InvariantCulture), cells[6] == "formal");
    }
}
