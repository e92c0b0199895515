using Microsoft.EntityFrameworkCore;
using PartyOrg.TestSupport.Databases;

namespace PartyOrg.Infrastructure.Tests.Persistence;

/// <summary>What is acknowledged must be on the disk: the settings are read from the database, on the product's own connections.</summary>
public sealed class DurabilityOfSqlite(DatabaseFixture<OnSqlite> fixture) : IClassFixture<DatabaseFixture<OnSqlite>>
{
    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")] // FULL
    [InlineData("wal_autocheckpoint", "8000")] // docs/decisions/sqlite-writes.md
    [InlineData("foreign_keys", "1")]
    public async Task Every_commit_is_on_the_disk(string setting, string value)
    {
        for (var connection = 0; connection < 2; connection++)
        {
            await using var context = fixture.Database.Open();
            await context.Database.OpenConnectionAsync();
            await using var command = context.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"PRAGMA {setting}";
            $"{await command.ExecuteScalarAsync()}".Should().Be(value);
        }
    }
}

/// <summary>The same on a real server. A server of the tests' own has the settings of a new installation.</summary>
public abstract class DurabilityOfPostgreSql<TDatabase>(DatabaseFixture<TDatabase> fixture) : IClassFixture<DatabaseFixture<TDatabase>> where TDatabase : IDatabaseKind
{
    [DatabaseTheory]
    [InlineData("fsync")]
    [InlineData("synchronous_commit")]
    [InlineData("full_page_writes")]
    public async Task Every_commit_is_on_the_disk(string setting)
    {
        await using var context = fixture.Database.Open();
        (await context.Database.SqlQuery<string>($"SELECT current_setting({setting}) AS \"Value\"").SingleAsync()).Should().Be("on");
    }
}

public sealed class DurabilityOfPostgreSqlOnAServer(DatabaseFixture<OnPostgreSql> fixture) : DurabilityOfPostgreSql<OnPostgreSql>(fixture);
