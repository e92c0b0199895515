using PartyOrg.Infrastructure.Persistence;

namespace PartyOrg.TestSupport.Databases;

/// <summary>A database that tests run on; a test class names it as a type argument, so that each class has its own.</summary>
public interface IDatabaseKind
{
    static abstract DatabaseProvider Provider { get; }

    /// <summary>Why tests cannot run on it here; none when they can.</summary>
    static abstract string? Unavailable { get; }
}

/// <summary>The embedded database.</summary>
public sealed class OnSqlite : IDatabaseKind
{
    public static DatabaseProvider Provider => DatabaseProvider.Sqlite;

    public static string? Unavailable => null;
}

/// <summary>A real server: the one that <c>scripts/test</c> starts, or that <c>PARTYORG_TEST_POSTGRES</c> names.</summary>
public sealed class OnPostgreSql : IDatabaseKind
{
    public static DatabaseProvider Provider => DatabaseProvider.PostgreSql;

    public static string? Unavailable => SkipReason(Environment.GetEnvironmentVariable);

    /// <summary>Why tests on it are skipped; none when they run.</summary>
    public static string? SkipReason(Func<string, string?> environment) => Tools.SkipReason(
        "PARTYORG_REQUIRE_POSTGRES",
        environment("PARTYORG_TEST_POSTGRES") is { Length: > 0 } ? null : "There is no PostgreSQL server: run scripts/test with PostgreSQL installed, or set PARTYORG_TEST_POSTGRES.",
        environment);
}

/// <summary>The server that <c>PARTYORG_TEST_SQLSERVER</c> names; without one, SQL Server's grammar in front of SQLite.</summary>
public sealed class OnSqlServer : IDatabaseKind
{
    public static DatabaseProvider Provider => DatabaseProvider.SqlServer;

    public static string? Unavailable => null;
}

/// <summary>SQL Server's grammar in front of SQLite, whether or not there is a server: for looking at the statements themselves.</summary>
public sealed class OnTSqlGrammar : IDatabaseKind
{
    public static DatabaseProvider Provider => DatabaseProvider.SqlServer;

    public static string? Unavailable => null;
}

internal static class TestServers
{
    public static string? PostgreSql { get; } = Named("PARTYORG_TEST_POSTGRES");

    public static string? SqlServer { get; } = Named("PARTYORG_TEST_SQLSERVER");

    private static string? Named(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;
}
