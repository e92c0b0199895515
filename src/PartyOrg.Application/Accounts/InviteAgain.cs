using AutoMapper;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Audit;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Accounts;

/// <summary>
/// Invites an account's owner to choose a new password: he has forgotten it, or lost his second factor, or let the first invitation run out. The old
/// password, the second factor and every session end at once. Who holds an administration is not invited (REG-13).
/// </summary>
/// <param name="Account">The account.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.SystemAdministrator)]
public sealed record InviteAgain(Id<Account> Account, ExpectedVersion Expected) : ICommand<InvitedAccount>, IChange;

internal sealed class InviteAgainHandler(PartyOrgContext db, SessionTokens tokens, Clock clock, IMapper mapper) : IHandler<InviteAgain, InvitedAccount>
{
    public async Task<Result<InvitedAccount>> Handle(InviteAgain request, CancellationToken cancellationToken)
    {
        await db.LockChain(AuditChain.System, cancellationToken);
        var found = await db.Accounts.Include(a => a.RoleAssignments).SingleOrDefaultAsync(a => a.Id == request.Account, cancellationToken);
        var loaded = found.Expecting(request.Expected, AccountErrors.NotFound);
        if (!loaded.Succeeded) return loaded.Errors[0];

        var invitation = OneTimeSecret.New();
        var invited = loaded.Value.Invite(invitation, ofAdministration: false, clock.Now);
        if (!invited.Succeeded) return invited.Errors[0];
        await tokens.EndAll(request.Account, but: null, SessionEnd.PasswordChanged, clock.Now, cancellationToken);
        return new InvitedAccount(mapper.Map<AccountAnswer>(loaded.Value), invitation.Text);
    }
}
