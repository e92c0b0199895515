namespace PartyOrg.TestSupport.TSql;

/// <summary>
/// A uniqueidentifier as sixteen bytes that compare as SQL Server compares it: by the last six bytes first. So a key of version 7 does not sort
/// by time here either, and what relies on that order fails.
/// </summary>
internal static class SqlServerOrder
{
    private static readonly int[] Significance = [10, 11, 12, 13, 14, 15, 8, 9, 6, 7, 4, 5, 0, 1, 2, 3];

    public static byte[] Write(Guid id)
    {
        var bytes = id.ToByteArray();
        return [.. Significance.Select(place => bytes[place])];
    }

    public static Guid Read(byte[] stored)
    {
        var bytes = new byte[16];
        for (var i = 0; i < bytes.Length; i++) bytes[Significance[i]] = stored[i];
        return new(bytes);
    }
}
