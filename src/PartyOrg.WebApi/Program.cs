using PartyOrg.WebApi;
using PartyOrg.WebApi.CommandLine;

try
{
    var command = Command.In(args);
    if (command is { NeedsNothing: true }) return await command.Run(null, default);

    // Its settings lie beside the program, from whatever folder it is started.
    var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = command is null ? args : [], ContentRootPath = AppContext.BaseDirectory });
    builder.WebHost.UseKestrelHttpsConfiguration();
    if (command is not null) builder.Logging.ClearProviders();
    // What the host says with a stack when a port is taken, Startup says in two sentences.
    builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
    builder.AddProduct();
    await using var app = builder.Build();
    return command is null ? await app.RunProduct() : await app.RunCommand(command);
}
catch (Exception exception) when (Startup.ReasonOf(exception) is { } reason)
{
    await Startup.Tell(reason);
    return Startup.Refused;
}

/// <summary>The program; tests start it in their own process.</summary>
public partial class Program;
