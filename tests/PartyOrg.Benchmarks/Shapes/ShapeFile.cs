using PartyOrg.Benchmarks.Cities;
using PartyOrg.Benchmarks.Databases;

namespace PartyOrg.Benchmarks.Shapes;

/// <summary>A SQLite file beside the city's, filled from it by a script that knows the city as <c>city</c>; deleted when the experiment is over.</summary>
internal sealed class ShapeFile : IDisposable
{
    public ShapeFile(string city, string script)
    {
        Path = city + ".shapes";
        Delete();
        using var connection = SqliteCity.Open(Path);
        SqliteCity.Execute(connection, $"PRAGMA synchronous=OFF; PRAGMA cache_size=-524288; ATTACH '{city}' AS city;");
        SqliteCity.Execute(connection, script);
        SqliteCity.Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE);");
    }

    public string Path { get; }

    public void Dispose() => Delete();

    private void Delete()
    {
        foreach (var suffix in (string[])["", "-wal", "-shm"]) File.Delete(Path + suffix);
    }
}
