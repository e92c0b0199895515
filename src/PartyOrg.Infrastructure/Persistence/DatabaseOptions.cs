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
        var provider = configuration.GetValue("Database:Provider", DatabaseProvider.Sqlite);
        var connection = configuration["Database:ConnectionString"];
        return new(provider, connection ?? (provider == DatabaseProvider.Sqlite
            ? $"Data Source={Path.Combine(dataDirectory, FileName)}"
            : throw new InvalidOperationException("Database:ConnectionString is missing. Set Database__ConnectionString.")));
    }

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
