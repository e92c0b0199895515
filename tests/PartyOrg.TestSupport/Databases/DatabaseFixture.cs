namespace PartyOrg.TestSupport.Databases;

/// <summary>A database of the test class's own, for what needs storage and no HTTP.</summary>
public sealed class DatabaseFixture<TDatabase> : IAsyncLifetime where TDatabase : IDatabaseKind
{
    public TestDatabase Database { get; private set; } = null!;

    public async Task InitializeAsync() => Database = await TestDatabase.Create<TDatabase>();

    public async Task DisposeAsync() => await Database.DisposeAsync();
}
