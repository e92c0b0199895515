using PartyOrg.Domain.Results;
using PartyOrg.Infrastructure;

namespace PartyOrg.WebApi.CommandLine;

/// <summary>Something that the program does once on its machine instead of serving.</summary>
/// <param name="NeedsNothing">Whether it needs neither configuration nor database.</param>
/// <param name="Run">Does it; answers the exit code.</param>
internal sealed record Command(bool NeedsNothing, Func<IServiceProvider?, CancellationToken, Task<int>> Run)
{
    private const string Help = """
        PartyOrg — Party work in non-public enterprises and social organizations

        partyorg                                   serves the API (ASPNETCORE_URLS, PARTYORG_DATA_DIR, Database__Provider, Database__ConnectionString)
        partyorg create-admin --user NAME [--role security|system|audit] [--password-stdin]
                                                   makes an administrator's account, or invites one again; prints a one-time invitation
        partyorg migrate                           brings the database to this program's version
        partyorg backup FILE                       writes a checked backup, while the program runs
        partyorg restore FILE                      puts a backup in the place of the database, while none runs
        partyorg rebuild-projection                computes the projection anew from the evidence ledger and says what differed
        partyorg help                              shows this

        Exit codes: 0 done, 2 refused (the reason is on standard error).
        """;

    /// <summary>The command that the arguments name; none when the program is to serve.</summary>
    public static Command? In(string[] args)
    {
        if (args.Length == 0) return null;
        var rest = args[1..];
        switch (args[0])
        {
            case "help" or "--help" or "-h" or "-?":
                return new(true, async (_, _) =>
                {
                    await Console.Out.WriteLineAsync(Help);
                    return 0;
                });
            case "create-admin":
                return AdministratorCommand.From(rest);
            case "migrate" when rest.Length == 0:
                return new(false, (services, cancellation) => DatabaseCommands.Migrate(services!, cancellation));
            case "backup" when rest is [var file]:
                return new(false, (services, cancellation) => DatabaseCommands.Backup(services!, file, cancellation));
            case "restore" when rest is [var file]:
                return new(false, (services, cancellation) => DatabaseCommands.Restore(services!, file, cancellation));
            case "rebuild-projection" when rest.Length == 0:
                return new(false, (services, cancellation) => DatabaseCommands.RebuildProjection(services!, cancellation));
            // Settings of the host (--urls=…) are not commands.
            case ['-', '-', ..]:
                return null;
            default:
                throw new StartRefused(Unknown(string.Join(' ', args)));
        }
    }

    /// <summary>Not a command, or not with these arguments.</summary>
    public static Error Unknown(string given) => Error.Conflict("command-unknown",
        $"\"partyorg {given}\" is no command, or not with these arguments.\n\n{Help}", $"“partyorg {given}”不是有效命令或参数不正确，用法见上。");
}
