using Microsoft.EntityFrameworkCore;
using PartyOrg.Application;

namespace PartyOrg.WebApi;

/// <summary>Whether the process lives, and whether it can answer.</summary>
internal static class HealthRoutes
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Ok(new { status = "live" })).ExcludeFromDescription();
        app.MapGet("/health/ready", async (PartyOrgContext db, CancellationToken cancellation) =>
            await db.Database.CanConnectAsync(cancellation) ? Results.Ok(new { status = "ready" }) : Results.StatusCode(StatusCodes.Status503ServiceUnavailable)).ExcludeFromDescription();
    }
}
