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

    /// <summary>docs/performance.md: the database says it, and not the setting.</summary>
    [DatabaseFact]
    public async Task A_statement_that_comes_again_stays_prepared_on_its_connection_from_one_request_to_the_next()
    {
        var nobody = default(Domain.Id<Domain.Organizations.Organization>);
        for (var request = 0; request < 4; request++)
        {
            await using var context = fixture.Database.Open();
            (await context.Organizations.AnyAsync(o => o.Id == nobody)).Should().BeFalse();
        }

        await using var later = fixture.Database.Open();
        var (prepared, planned) = (later.Database.SqlQuery<string>($"SELECT statement AS \"Value\" FROM pg_prepared_statements"), later.Database.SqlQuery<string>($"SELECT current_setting('plan_cache_mode') AS \"Value\""));
        (await prepared.ToListAsync()).Should().Contain(statement => statement.Contains("FROM \"Organizations\""));
        (await planned.SingleAsync()).Should().Be("force_generic_plan");
    }
}

public sealed class DurabilityOfPostgreSqlOnAServer(DatabaseFixture<OnPostgreSql> fixture) : DurabilityOfPostgreSql<OnPostgreSql>(fixture);
