using AutoMapper;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Audit;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Accounts;

/// <summary>Closes an account for good: its roles end, its sessions end at the next request, its user name is not used again. There is always a security administrator (REG-16).</summary>
/// <param name="Account">The account.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.SystemAdministrator)]
public sealed record CloseAccount(Id<Account> Account, ExpectedVersion Expected) : ICommand<AccountAnswer>, IChange;

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
