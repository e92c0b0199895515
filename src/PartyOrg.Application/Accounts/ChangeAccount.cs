using AutoMapper;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Audit;
using PartyOrg.Domain.Members;
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

/// <summary>Links an account to the registered person whose it is, or to nobody: his posts give it roles.</summary>
/// <param name="Account">The account.</param>
/// <param name="PersonId">The person; none unlinks.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.SystemAdministrator)]
public sealed record LinkPerson(Id<Account> Account, Id<Person>? PersonId, ExpectedVersion Expected) : ICommand<AccountAnswer>, IChange
{
    /// <summary>Whose account it is.</summary>
    /// <param name="PersonId">The person; none unlinks.</param>
    /// <example>{"personId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d03"}</example>
    public sealed record Body(Id<Person>? PersonId);
}

/// <summary>Closes an account for good: its roles end, its sessions end at the next request, its user name is not used again. There is always a security administrator (REG-16).</summary>
/// <param name="Account">The account.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.SystemAdministrator)]
public sealed record CloseAccount(Id<Account> Account, ExpectedVersion Expected) : ICommand<AccountAnswer>, IChange;

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

internal sealed class LinkPersonHandler(PartyOrgContext db, IMapper mapper) : IHandler<LinkPerson, AccountAnswer>
{
    public async Task<Result<AccountAnswer>> Handle(LinkPerson request, CancellationToken cancellationToken)
    {
        await db.LockChain(AuditChain.System, cancellationToken);
        var found = await db.Accounts.SingleOrDefaultAsync(a => a.Id == request.Account, cancellationToken);
        var loaded = found.Expecting(request.Expected, AccountErrors.NotFound);
        if (!loaded.Succeeded) return loaded.Errors[0];
        if (request.PersonId is { } person && person != loaded.Value.PersonId && await db.RefusalOfPerson(person, cancellationToken) is { } refusal) return refusal;
        return loaded.Value.LinkTo(request.PersonId).Map(_ => mapper.Map<AccountAnswer>(loaded.Value));
    }
}

internal sealed class CloseAccountHandler(PartyOrgContext db, SessionTokens tokens, Ids ids, Clock clock, IMapper mapper) : IHandler<CloseAccount, AccountAnswer>
{
    public async Task<Result<AccountAnswer>> Handle(CloseAccount request, CancellationToken cancellationToken)
    {
        await db.LockChain(AuditChain.System, cancellationToken);
        var found = await db.Accounts.Include(a => a.RoleAssignments).SingleOrDefaultAsync(a => a.Id == request.Account, cancellationToken);
        var loaded = found.Expecting(request.Expected, AccountErrors.NotFound);
        if (!loaded.Succeeded) return loaded.Errors[0];

        var others = await db.OthersAdministerSecurity(request.Account, clock.Today, cancellationToken);
        var closed = loaded.Value.Close(others, ids, clock.Now);
        if (!closed.Succeeded) return closed.Errors[0];
        await tokens.EndAll(request.Account, but: null, SessionEnd.AccountClosed, clock.Now, cancellationToken);
        return mapper.Map<AccountAnswer>(loaded.Value);
    }
}
