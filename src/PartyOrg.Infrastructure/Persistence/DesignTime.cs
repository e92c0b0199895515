using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace PartyOrg.Infrastructure.Persistence;

// Migrations are written from the model alone: no server is spoken to.
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteContext>
{
    public SqliteContext CreateDbContext(string[] args) => new(DesignTime.Options<SqliteContext>(SqliteContext.Use, "Data Source=:memory:"));
}

internal sealed class PostgreSqlDesignTime : IDesignTimeDbContextFactory<PostgreSqlContext>
{
    public PostgreSqlContext CreateDbContext(string[] args) => new(DesignTime.Options<PostgreSqlContext>(PostgreSqlContext.Use, "Host=localhost"));
}

internal sealed class SqlServerDesignTime : IDesignTimeDbContextFactory<SqlServerContext>
{
    public SqlServerContext CreateDbContext(string[] args) => new(DesignTime.Options<SqlServerContext>(SqlServerContext.Use, "Server=localhost"));
}

internal static class DesignTime
{
    public static DbContextOptions<TContext> Options<TContext>(Action<DbContextOptionsBuilder, string> use, string connectionString) where TContext : DbContext
    {
        var options = new DbContextOptionsBuilder<TContext>();
        use(options, connectionString);
        return options.Options;
    }
}
