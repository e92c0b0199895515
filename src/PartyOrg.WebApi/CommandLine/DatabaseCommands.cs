using MediatR;
using PartyOrg.Application.Pipeline;
using PartyOrg.Infrastructure;
using PartyOrg.Infrastructure.Persistence;

namespace PartyOrg.WebApi.CommandLine;

/// <summary>Commands that look after the database.</summary>
internal static class DatabaseCommands
{
    private const int MostShown = 100;

    public static async Task<int> Migrate(IServiceProvider services, CancellationToken cancellation)
    {
        using var alone = RunningMark.Take(services.GetRequiredService<DatabaseOptions>());
        var database = services.GetRequiredService<DatabaseStart>();
        await database.Check(cancellation);
        var added = await database.Migrate(cancellation);
        await Console.Out.WriteLineAsync(added.Count == 0 ? "The database has this program's version already." : $"Added: {string.Join(", ", added)}");
        return 0;
    }

    public static async Task<int> Backup(IServiceProvider services, string file, CancellationToken cancellation)
    {
        await services.GetRequiredService<Backups>().Write(Path.GetFullPath(file), cancellation);
        await Console.Out.WriteLineAsync($"{Path.GetFullPath(file)} ({new FileInfo(file).Length} bytes). The keys of personal data are not in it: keep them elsewhere, too.");
        return 0;
    }

    public static async Task<int> Restore(IServiceProvider services, string file, CancellationToken cancellation)
    {
        var kept = await services.GetRequiredService<Backups>().Restore(Path.GetFullPath(file), cancellation);
        await Console.Out.WriteLineAsync(kept is null ? "Restored." : $"Restored. The database that was there is kept as {kept}");
        return 0;
    }

    public static async Task<int> RebuildProjection(IServiceProvider services, CancellationToken cancellation)
    {
        await services.MakeDatabaseReady(services.GetRequiredService<IHostEnvironment>());
        services.GetRequiredService<Caller>().ActOnMachine();
        var rebuilt = await services.GetRequiredService<IMediator>().Send(new Application.Compliance.RebuildProjection(), cancellation);
        if (!rebuilt.Succeeded) throw new StartRefused(rebuilt.Errors[0]);

        var differences = rebuilt.Value.Differences;
        foreach (var d in differences.Take(MostShown)) await Console.Out.WriteLineAsync($"{d.SubjectId} {d.Kind} {d.Year}: counted {(d.Was is { } was ? was : "unreadable")}, is {d.Is}");
        if (differences.Count > MostShown) await Console.Out.WriteLineAsync($"… and {differences.Count - MostShown} more");
        await Console.Out.WriteLineAsync($"{rebuilt.Value.Subjects} subjects, {rebuilt.Value.Rows} rows, {differences.Count} differences mended.");
        return 0;
    }
}
