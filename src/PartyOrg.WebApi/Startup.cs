using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using PartyOrg.Domain.Results;
using PartyOrg.Infrastructure;
using PartyOrg.Infrastructure.Persistence;
using PartyOrg.WebApi.CommandLine;

namespace PartyOrg.WebApi;

/// <summary>From the command line to a running server, or to a message that says what to mend.</summary>
internal static class Startup
{
    /// <summary>The exit code when the program refuses to start, or a command to do its work.</summary>
    public const int Refused = 2;

    public static async Task<int> RunProduct(this WebApplication app)
    {
        using var mark = RunningMark.Take(app.Services.GetRequiredService<DatabaseOptions>());
        // The two halves of a start: the model of the database on one core, the routes on another.
        var database = Task.Run(() => app.Services.MakeDatabaseReady(app.Environment));
        app.UseProduct();
        _ = app.Services.GetRequiredService<EndpointDataSource>().Endpoints;
        await database;
        if (app.Environment.IsDevelopment()) await ActivatorUtilities.CreateInstance<Sample.SampleTown>(app.Services).LoadIntoEmptyDatabase();
        await app.RunAsync();
        return 0;
    }

    public static async Task<int> RunCommand(this WebApplication app, Command command)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await command.Run(scope.ServiceProvider, default);
    }

    /// <summary>Checks the database. A development machine migrates it; Production never does by itself, and takes no sample accounts.</summary>
    public static async Task MakeDatabaseReady(this IServiceProvider services, IHostEnvironment environment)
    {
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<DatabaseStart>();
        await database.Check(default);
        if (environment.IsDevelopment())
        {
            await database.Migrate(default);
            return;
        }

        await database.CheckMigrated(default);
        await database.CheckNoSample(default);
    }

    /// <summary>What the administrator can do about a failure; none for a bug.</summary>
    public static Error? ReasonOf(Exception exception) => exception switch
    {
        StartRefused refused => refused.Error,
        IOException { InnerException: AddressInUseException } => PortTaken(exception.Message),
        SocketException { SocketErrorCode: SocketError.AccessDenied } => PortNotAllowed,
        IOException when DataDirectory.IsFull(exception) => DataDirectory.DiskFull(exception.Message),
        _ => null,
    };

    /// <summary>Says in both languages why nothing was done.</summary>
    public static Task Tell(Error reason) => Console.Error.WriteLineAsync($"partyorg: {reason.Code}\n  {reason.Message.En}\n  {reason.Message.Zh}");

    private static Error PortTaken(string message) => Error.Conflict("port-taken",
        $"Another program listens on the port already. {message} Stop it, or choose another address with ASPNETCORE_URLS.",
        $"端口已被其他程序占用。{message} 请停止该程序，或用 ASPNETCORE_URLS 指定其他地址。");

    private static Error PortNotAllowed { get; } = Error.Conflict("port-not-allowed",
        "The system does not let this user listen on the port. Choose one above 1023 with ASPNETCORE_URLS.", "当前用户无权监听该端口。请用 ASPNETCORE_URLS 指定 1023 以上的端口。");
}
