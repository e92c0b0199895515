using MediatR;
using PartyOrg.Application.Accounts;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Accounts;
using PartyOrg.Infrastructure;

namespace PartyOrg.WebApi.CommandLine;

/// <summary><c>partyorg create-admin</c>.</summary>
internal static class AdministratorCommand
{
    private static readonly Dictionary<string, Role> Roles = new()
    {
        ["security"] = Role.SecurityAdministrator, ["system"] = Role.SystemAdministrator, ["audit"] = Role.AuditAdministrator,
    };

    public static Command From(string[] arguments)
    {
        string? user = null;
        var (role, fromStandardInput) = (Role.SecurityAdministrator, false);
        for (var i = 0; i < arguments.Length; i++)
        {
            var value = i + 1 < arguments.Length ? arguments[i + 1] : null;
            switch (arguments[i])
            {
                case "--user" when value is not null:
                    (user, i) = (value, i + 1);
                    break;
                case "--role" when value is not null && Roles.TryGetValue(value, out var named):
                    (role, i) = (named, i + 1);
                    break;
                case "--password-stdin":
                    fromStandardInput = true;
                    break;
                default:
                    throw new StartRefused(Command.Unknown($"create-admin {string.Join(' ', arguments)}"));
            }
        }

        if (user is null) throw new StartRefused(Command.Unknown("create-admin"));
        return new(false, (services, cancellation) => Run(services!, user, role, fromStandardInput, cancellation));
    }

    private static async Task<int> Run(IServiceProvider services, string user, Role role, bool fromStandardInput, CancellationToken cancellation)
    {
        await services.MakeDatabaseReady(services.GetRequiredService<IHostEnvironment>());
        services.GetRequiredService<Caller>().ActOnMachine();
        var password = fromStandardInput ? await Console.In.ReadLineAsync(cancellation) ?? "" : null;
        var created = await services.GetRequiredService<IMediator>().Send(new CreateAdministrator(user, role, password), cancellation);
        if (!created.Succeeded) throw new StartRefused(created.Errors[0]);

        await Console.Out.WriteLineAsync(created.Value.Invitation is { } invitation
            ? $"""
              {created.Value.UserName} is invited. Within {Account.InvitedFor.TotalHours:0} hours, choose a password:

                curl -X POST <address>/api/v1/invitations/acceptance -H 'Content-Type: application/json' -d '{"{"}"token":"{invitation}","password":"…"{"}"}'

              The token works once and is not shown again.
              """
            : $"{created.Value.UserName} can sign in.");
        return 0;
    }
}
