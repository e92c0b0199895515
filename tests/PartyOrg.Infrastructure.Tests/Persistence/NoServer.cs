using Microsoft.EntityFrameworkCore;
using PartyOrg.Infrastructure.Persistence;

namespace PartyOrg.Infrastructure.Tests.Persistence;

/// <summary>The contexts of the three databases, with no server behind them.</summary>
internal static class NoServer
{
    public static MappedContext Context(DatabaseProvider provider) => provider switch
    {
        DatabaseProvider.Sqlite => new SqliteContext(Options<SqliteContext>(SqliteContext.Use, "Data Source=:memory:")),
        DatabaseProvider.PostgreSql => new PostgreSqlContext(Options<PostgreSqlContext>(PostgreSqlContext.Use, "Host=none")),
        _ => new SqlServerContext(Options<SqlServerContext>(SqlServerContext.Use, "Server=none")),
    };

    private static DbContextOptions<TContext> Options<TContext>(Action<DbContextOptionsBuilder, string> use, string connectionString) where TContext : DbContext
    {
        var options = new DbContextOptionsBuilder<TContext>();
        use(options, connectionString);
        return options.Options;
    }
}
