using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PartyOrg.Application;

namespace PartyOrg.Infrastructure.Persistence;

/// <summary>The databases the product runs on.</summary>
public enum DatabaseProvider
{
    /// <summary>Embedded; the default.</summary>
    Sqlite,

    /// <summary>PostgreSQL and the databases that speak its language.</summary>
    PostgreSql,

    /// <summary>SQL Server.</summary>
    SqlServer,
}

/// <summary>Which database, and where: <c>Database:Provider</c> and <c>Database:ConnectionString</c>; without them one file in the data directory.</summary>
/// <param name="Provider">The kind of database.</param>
/// <param name="ConnectionString">In the provider's own form.</param>
public sealed record DatabaseOptions(DatabaseProvider Provider, string ConnectionString)
{
    /// <summary>The embedded database's file in the data directory.</summary>
    public const string FileName = "partyorg.db";

    /// <summary>Reads the configuration.</summary>
    public static DatabaseOptions From(IConfiguration configuration, string dataDirectory)
    {
        var named = configuration["Database:Provider"] ?? nameof(DatabaseProvider.Sqlite);
        if (!Enum.TryParse<DatabaseProvider>(named, ignoreCase: true, out var provider) || !Enum.IsDefined(provider)) throw new StartRefused(DatabaseErrors.ProviderUnknown(named));
        var connection = configuration["Database:ConnectionString"];
        return new(provider, connection ?? (provider == DatabaseProvider.Sqlite ? $"Data Source={Path.Combine(dataDirectory, FileName)}" : throw new StartRefused(DatabaseErrors.ConnectionMissing)));
    }

    /// <summary>The embedded database's file; none for a server, or a database in memory.</summary>
    public string? SqliteFile => Provider == DatabaseProvider.Sqlite && new SqliteConnectionStringBuilder(ConnectionString) is { DataSource: { Length: > 0 } file, Mode: not SqliteOpenMode.Memory } && file != ":memory:"
        ? Path.GetFullPath(file)
        : null;

    /// <summary>Registers the context of this provider, pooled, as the one that handlers use.</summary>
    public IServiceCollection Register(IServiceCollection services) => Provider switch
    {
        DatabaseProvider.Sqlite => Register<SqliteContext>(services, SqliteContext.Use),
        DatabaseProvider.PostgreSql => Register<PostgreSqlContext>(services, PostgreSqlContext.Use),
        _ => Register<SqlServerContext>(services, SqlServerContext.Use),
    };

    private IServiceCollection Register<TContext>(IServiceCollection services, Action<DbContextOptionsBuilder, string> use) where TContext : MappedContext =>
        services.AddDbContextPool<TContext>((provider, options) =>
            {
                use(options, ConnectionString);
                options.AddInterceptors(provider.GetServices<Microsoft.EntityFrameworkCore.Diagnostics.IInterceptor>());
            })
            .AddScoped<PartyOrgContext>(provider => provider.GetRequiredService<TContext>());
}
