using Microsoft.EntityFrameworkCore;
using PartyOrg.Application;
using PartyOrg.Infrastructure;

namespace PartyOrg.WebApi;

/// <summary>From the command line to a running server, or to a message that says what to mend.</summary>
internal static class Startup
{
    /// <summary>The exit code when the program refuses to start.</summary>
    public const int Refused = 2;

    public static async Task<int> RunProduct(this WebApplication app, string[] args)
    {
        if (app.Environment.IsDevelopment())
        {
            await using var scope = app.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<PartyOrgContext>().Database.MigrateAsync();
            await ActivatorUtilities.CreateInstance<Sample.SampleTown>(app.Services).LoadIntoEmptyDatabase();
        }

        app.UseProduct();
        await app.RunAsync();
        return 0;
    }
}
