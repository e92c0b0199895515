using System.Globalization;

namespace PartyOrg.Benchmarks.Cities;

/// <summary>A town's register as comma-separated lines, as the import of the limit reads them.</summary>
internal static class RegisterFile
{
    public const string Header = "organizationCode,name,nameKey,sex,bornOn,joinedOn,standing";

    public static string Write(RegisterRow row) => string.Create(CultureInfo.InvariantCulture,
        $"{row.OrganizationCode},{row.Name},{row.NameKey},{(row.Male ? "male" : "female")},{row.BornOn:yyyy-MM-dd},{row.JoinedOn:yyyy-MM-dd},{(row.Formal ? "formal" : "probationary")}");

    /// <summary>The headers of the product's sheet of members.</summary>
    public const string SheetHeader = "姓名,公民身份号码,党员类型,所在党组织编码,组织关系转入日期";

    /// <summary>
    /// A line of the product's sheet. Whoever sends it puts a new identity number in the place of <c>{identity}</c>: the same person cannot be imported twice.
    /// He belongs to his organization after the days on which meetings are recorded while measuring, so that their rolls stay complete.
    /// </summary>
    public static string WriteSheetRow(RegisterRow row) => $"{row.Name},{{identity}},{(row.Formal ? "正式" : "预备")},{row.OrganizationCode},{City.Year + 1}-06-01";

    public static RegisterRow Read(string line)
    {
        var cells = line.Split(',');
        return new(cells[0], cells[1], cells[2], cells[3] == "male", DateOnly.ParseExact(cells[4], "yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateOnly.ParseExact(cells[5], "yyyy-MM-dd", CultureInfo.InvariantCulture), cells[6] == "formal");
    }
}
