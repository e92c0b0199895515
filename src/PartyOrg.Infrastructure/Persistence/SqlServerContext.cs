using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace PartyOrg.Infrastructure.Persistence;

/// <summary>SQL Server, the named production database.</summary>
public sealed class SqlServerContext(DbContextOptions<SqlServerContext> options) : MappedContext(options)
{
    private const int CompatibilityLevel = 160;

    /// <inheritdoc/>
    protected override string OrdinalCollation => "Latin1_General_100_BIN2";

    /// <inheritdoc/>
    internal override RowSource Rows => RowSource.SqlServer;

    /// <inheritdoc/>
    protected override string LockChainsSql(int count) =>
        $"""
        MERGE [AuditChains] WITH (HOLDLOCK) AS chain USING ({Chains(count, " UNION ALL ", "SELECT {0} AS [Id], {1} AS [Head]")}) AS wanted ON chain.[Id] = wanted.[Id]
        WHEN MATCHED THEN UPDATE SET [Length] = chain.[Length]
        WHEN NOT MATCHED THEN INSERT ([Id], [Length], [Head]) VALUES (wanted.[Id], 0, wanted.[Head])
        OUTPUT inserted.[Id], inserted.[Head], inserted.[Length];
        """;

    /// <inheritdoc/>
    protected override string LockEvidenceYearsSql => "SELECT TOP (1) 1 FROM [EvidenceYears] WITH (TABLOCKX, HOLDLOCK)";

    /// <inheritdoc/>
    public override bool IsUniqueViolation(Exception exception) => Failure(exception)?.Number is 2627 or 2601;

    /// <inheritdoc/>
    public override bool IsRetryable(Exception exception) => Failure(exception)?.Number is 1205 or 1222 or 3960;

    /// <summary>Uses a server with this connection string.</summary>
    public static void Use(DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlServer(connectionString, server => server.UseCompatibilityLevel(CompatibilityLevel).UseParameterizedCollectionMode(Lists)).AddInterceptors(ShortFeedBuild.Guard);

    private static SqlException? Failure(Exception exception) => exception as SqlException ?? exception.InnerException as SqlException;
}
