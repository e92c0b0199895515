using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PartyOrg.Domain.Results;

namespace PartyOrg.Infrastructure.Persistence;

/// <summary>Says, before the first connection to a live SQL Server, when the program was built without a package that its client needs (PartyOrgShortFeed=true).</summary>
internal sealed class ShortFeedBuild : DbConnectionInterceptor
{
    public static readonly ShortFeedBuild Guard = new();

    private static readonly Error Incomplete = Error.Conflict("sql-server-client-incomplete",
        "This program was built behind a package feed that lacks a part of SQL Server's client, and cannot speak to SQL Server. Use a build made from the full feed (without PartyOrgShortFeed=true), or another database.",
        "本程序构建时所用的软件包源缺少 SQL Server 客户端的一部分，无法连接 SQL Server。请使用完整软件包源构建的版本（不带 PartyOrgShortFeed=true），或改用其他数据库。");

    // Loaded with the first parameter of a command, and no sooner.
    private static readonly bool IsComplete = File.Exists(Path.Combine(AppContext.BaseDirectory, "Microsoft.SqlServer.Server.dll"));

    /// <inheritdoc/>
    public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        connection is SqlConnection && !IsComplete ? throw new StartRefused(Incomplete) : result;

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(ConnectionOpening(connection, eventData, result));
}
