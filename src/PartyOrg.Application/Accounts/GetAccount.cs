using AutoMapper;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Accounts;

/// <summary>Shows one account.</summary>
/// <param name="Account">The account.</param>
[AllowedTo(Role.SystemAdministrator | Role.SecurityAdministrator)]
public sealed record GetAccount(Id<Account> Account) : IQuery<AccountAnswer>;

internal sealed class GetAccountHandler(PartyOrgContext db, IMapper mapper) : IHandler<GetAccount, AccountAnswer>
{
    public async Task<Result<AccountAnswer>> Handle(GetAccount request, CancellationToken cancellationToken) =>
        await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == request.Account, cancellationToken) is { } found ? mapper.Map<AccountAnswer>(found) : AccountErrors.NotFound;
}
