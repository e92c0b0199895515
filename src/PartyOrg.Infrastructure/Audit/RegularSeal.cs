using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using PartyOrg.Application;
using PartyOrg.Application.Audit;
using PartyOrg.Domain.Time;

namespace PartyOrg.Infrastructure.Audit;

/// <summary>Seals the audit every hour, as long as something happens. Several processes may run it: of two seals with one number the database keeps one.</summary>
public sealed partial class RegularSeal(IServiceScopeFactory scopes, Clock clock, ILogger<RegularSeal> log) : BackgroundService
{
    /// <summary>How long after a seal the next one is due.</summary>
    public static readonly Duration Every = Duration.FromHours(1);

    private static readonly TimeSpan LooksEvery = TimeSpan.FromMinutes(1);

    /// <summary>Makes a seal if one is due and some chain has grown; answers whether it did.</summary>
    public async Task<bool> SealIfDue(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PartyOrgContext>();
        var last = await db.AuditSeals.OrderByDescending(s => s.Number).Select(s => (Instant?)s.At).FirstOrDefaultAsync(cancellation);
        if (last is { } at && clock.Now - at < Every) return false;
        if (await scope.ServiceProvider.GetRequiredService<Sealing>().Next(cancellation) is not { } seal) return false;
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            return false;
        }

        Sealed(log, seal.Number, Convert.ToHexStringLower(seal.Hash));
        return true;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LooksEvery);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SealIfDue(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The database may be away for a while; the seal is late then, and nothing else.
                NotSealed(log, exception);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "Audit seal {Number}: {Hash}")]
    private static partial void Sealed(ILogger logger, long number, string hash);

    [LoggerMessage(LogLevel.Warning, "The audit could not be sealed; it is tried again in a minute.")]
    private static partial void NotSealed(ILogger logger, Exception exception);
}
