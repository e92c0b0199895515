using AutoMapper;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Audit;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Accounts;

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
