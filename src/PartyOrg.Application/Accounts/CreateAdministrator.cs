using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Audit;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Accounts;

/// <summary>
/// Makes the account of a system, security or audit administrator, or invites an existing one again: how the first of them comes in, and how the last
/// one comes back. One account never holds two of the three (REG-13).
/// </summary>
/// <param name="UserName">The user name.</param>
/// <param name="Role">One of the three administrations.</param>
/// <param name="Password">The password; left out to have an invitation.</param>
[AllowedOnMachine]
public sealed record CreateAdministrator(string UserName, Role Role, [property: Secret] string? Password) : ICommand<CreatedAdministrator>;

/// <summary>What became of it.</summary>
/// <param name="UserName">The user name in its one form.</param>
/// <param name="Invitation">The one-time token for <c>POST /api/v1/invitations/acceptance</c>; none when a password was given.</param>
public sealed record CreatedAdministrator(string UserName, [property: Secret] string? Invitation);

internal sealed class CreateAdministratorHandler(PartyOrgContext db, ICredentials credentials, SessionTokens tokens, Ids ids, Clock clock) : IHandler<CreateAdministrator, CreatedAdministrator>
{
    public async Task<Result<CreatedAdministrator>> Handle(CreateAdministrator request, CancellationToken cancellationToken)
    {
        var name = UserName.Of(request.UserName);
        if (!name.Succeeded) return name.Errors[0];
        var password = request.Password is { } given ? NewPassword.Of(given, name.Value.Value) : null;
        if (password?.Succeeded == false) return password.Errors[0];

        await db.LockChain(AuditChain.System, cancellationToken);
        var account = await db.Accounts.Include(a => a.RoleAssignments).SingleOrDefaultAsync(a => a.UserName == name.Value.Value, cancellationToken)
            ?? db.Add(Account.Create(ids.New<Account>(), AccountKind.Person, name.Value, DisplayName.Of(name.Value.Value).Value, null, clock.Now).Value).Entity;
        if (!account.WillHold(request.Role, clock.Now) && account.Grant(request.Role, null, clock.Today, null, ids, clock.Now) is { Succeeded: false } refused) return refused.Errors[0];

        var invitation = OneTimeSecret.New();
        var invited = account.Invite(invitation, ofAdministration: true, clock.Now);
        if (!invited.Succeeded) return invited.Errors[0];
        await tokens.EndAll(account.Id, but: null, SessionEnd.PasswordChanged, clock.Now, cancellationToken);
        if (password is null) return new CreatedAdministrator(account.UserName, invitation.Text);
        account.ReceivePassword(credentials.Hash(account, password.Value));
        return new CreatedAdministrator(account.UserName, null);
    }
}
