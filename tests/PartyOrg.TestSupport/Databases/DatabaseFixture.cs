namespace PartyOrg.TestSupport.Databases;

/// <summary>A database of the test class's own, for what needs storage and no HTTP.</summary>
public sealed class DatabaseFixture<TDatabase> : IAsyncLifetime where TDatabase : IDatabaseKind
{
    private TestDatabase? database;

    public TestDatabase Database => database ?? throw new InvalidOperationException(TDatabase.Unavailable);

    // Where the database is missing the tests are all skipped, and a fixture is made all the same.
    public async Task InitializeAsync() => database = TDatabase.Unavailable is null ? await TestDatabase.Create<TDatabase>() : null;

    public async Task DisposeAsync()
    {
        if (database is not null) await database.DisposeAsync();
    }
}
