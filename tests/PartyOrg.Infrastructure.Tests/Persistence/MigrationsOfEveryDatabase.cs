using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using PartyOrg.Infrastructure.Persistence;
using PartyOrg.TestSupport.TSql;

namespace PartyOrg.Infrastructure.Tests.Persistence;

public sealed class MigrationsOfEveryDatabase
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    [InlineData(DatabaseProvider.SqlServer)]
    public void No_change_of_the_model_lacks_a_migration(DatabaseProvider provider)
    {
        using var context = NoServer.Context(provider);
        context.Database.GetMigrations().Should().NotBeEmpty();
        context.Database.HasPendingModelChanges().Should().BeFalse("scripts/add-migration makes one for each database");
    }

    [Fact]
    public void The_three_databases_have_the_same_migrations() =>
        new[] { DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql, DatabaseProvider.SqlServer }.Select(Names).Distinct().Should().ContainSingle();

    [Fact]
    public void Each_migration_is_well_formed_T_SQL()
    {
        using var context = NoServer.Context(DatabaseProvider.SqlServer);
        var migrator = context.GetService<IMigrator>();
        var from = Migration.InitialDatabase;
        foreach (var migration in context.Database.GetMigrations())
        {
            foreach (var script in new[] { migrator.GenerateScript(from, migration), migrator.GenerateScript(migration, from), migrator.GenerateScript(from, migration, MigrationsSqlGenerationOptions.Idempotent) })
            {
                script.Should().Contain("TABLE");
                TSqlGrammar.Check(script).Should().BeEmpty(migration);
            }

            from = migration;
        }

        TSqlGrammar.Check(context.Database.GenerateCreateScript()).Should().BeEmpty();
    }

    [Fact]
    public void SQL_Server_takes_the_model()
    {
        using var context = NoServer.Context(DatabaseProvider.SqlServer);
        context.Model.GetEntityTypes().Should().HaveCountGreaterThan(10);
        SqlServerModel.Faults(context).Should().BeEmpty();
    }

    private static string Names(DatabaseProvider provider)
    {
        using var context = NoServer.Context(provider);
        return string.Join(", ", context.Database.GetMigrations().Select(migration => migration[(migration.IndexOf('_', StringComparison.Ordinal) + 1)..]));
    }
}
