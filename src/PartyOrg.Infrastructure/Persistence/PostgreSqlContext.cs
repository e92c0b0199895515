using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace PartyOrg.Infrastructure.Persistence;

/// <summary>PostgreSQL, and the databases that speak its language.</summary>
public sealed class PostgreSqlContext(DbContextOptions<PostgreSqlContext> options) : MappedContext(options)
{
    /// <inheritdoc/>
    protected override string OrdinalCollation => "C";

    /// <inheritdoc/>
    internal override RowSource Rows => RowSource.PostgreSql;

    /// <inheritdoc/>
    protected override string LockChainsSql(int count) =>
        $"""INSERT INTO "AuditChains" ("Id", "Length", "Head") VALUES {Chains(count, ", ", "({0}, 0, {1})")} ON CONFLICT ("Id") DO UPDATE SET "Length" = "AuditChains"."Length" RETURNING "Id", "Head", "Length" """;

    /// <inheritdoc/>
    protected override string LockEvidenceYearsSql => """LOCK TABLE "EvidenceYears" IN SHARE ROW EXCLUSIVE MODE""";

    /// <inheritdoc/>
    public override bool IsUniqueViolation(Exception exception) => Failure(exception)?.SqlState == PostgresErrorCodes.UniqueViolation;

    /// <inheritdoc/>
    public override bool IsRetryable(Exception exception) =>
        Failure(exception)?.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.LockNotAvailable;

    /// <summary>Uses a server with this connection string.</summary>
    public static void Use(DbContextOptionsBuilder options, string connectionString) => options.UseNpgsql(connectionString);

    private static PostgresException? Failure(Exception exception) => exception as PostgresException ?? exception.InnerException as PostgresException;
}
