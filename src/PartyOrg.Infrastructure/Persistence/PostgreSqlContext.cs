using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace PartyOrg.Infrastructure.Persistence;

/// <summary>PostgreSQL, and the databases that speak its language.</summary>
public sealed class PostgreSqlContext(DbContextOptions<PostgreSqlContext> options) : MappedContext(options)
{
    private const int PreparedStatements = 200;

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

    /// <summary>Uses a server with this connection string. Statements are prepared by themselves, unless the string says otherwise.</summary>
    public static void Use(DbContextOptionsBuilder options, string connectionString) => options.UseNpgsql(Tuned(connectionString));

    // The product leaves no session state behind (no SET, no temporary tables, locks end with their transaction), so that nothing needs a reset between requests;
    // and a reset would throw away what was prepared.
    private static string Tuned(string connectionString)
    {
        var tuned = new NpgsqlConnectionStringBuilder(connectionString);
        if (!tuned.ShouldSerialize("Max Auto Prepare")) (tuned.MaxAutoPrepare, tuned.AutoPrepareMinUsages) = (PreparedStatements, 2);
        if (!tuned.ShouldSerialize("No Reset On Close")) tuned.NoResetOnClose = true;
        // Planning a statement of six tables anew for every request costs more than running it.
        if (!tuned.ShouldSerialize("Options")) tuned.Options = "-c plan_cache_mode=force_generic_plan";
        return tuned.ConnectionString;
    }

    private static PostgresException? Failure(Exception exception) => exception as PostgresException ?? exception.InnerException as PostgresException;
}
