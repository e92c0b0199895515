using Microsoft.EntityFrameworkCore;
using PartyOrg.Application;
using PartyOrg.Application.RuleBooks;

namespace PartyOrg.WebApi;

/// <summary>Whether the process lives, and whether it can answer.</summary>
internal static class HealthRoutes
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Ok(new { status = "live" })).ExcludeFromDescription();
        app.MapGet("/health/ready", async (PartyOrgContext db, KnownRules known, CancellationToken cancellation) =>
            await db.Database.CanConnectAsync(cancellation) ? Results.Ok(new { status = "ready", unreadRulePacks = known.Unread }) : Results.StatusCode(StatusCodes.Status503ServiceUnavailable)).ExcludeFromDescription();
    }
}
