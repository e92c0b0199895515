namespace PartyOrg.Domain.Names;

/// <summary>The embedded character tables; scripts/update-name-data rebuilds those that come from Unicode.</summary>
internal static class NameData
{
    /// <summary>The lines of a table without its comments.</summary>
    public static IEnumerable<string> Lines(string table)
    {
        using var reader = new StreamReader(typeof(NameData).Assembly.GetManifestResourceStream("Names/" + table)
            ?? throw new InvalidOperationException($"The table {table} is not embedded."));
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#')) yield return line;
        }
    }
}
