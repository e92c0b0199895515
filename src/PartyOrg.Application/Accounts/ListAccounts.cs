using AutoMapper;
using AutoMapper.QueryableExtensions;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Accounts;

/// <summary>Lists accounts by user name, closed ones too.</summary>
/// <param name="UserName">Only names that begin with this.</param>
/// <param name="Person">Only accounts of this person.</param>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(Role.SystemAdministrator | Role.SecurityAdministrator)]
public sealed record ListAccounts(string? UserName, Id<Person>? Person, int? Limit, string? Cursor) : IQuery<Page<AccountAnswer>>;

internal sealed class ListAccountsHandler(PartyOrgContext db, IMapper mapper) : IHandler<ListAccounts, Page<AccountAnswer>>
{
    public async Task<Result<Page<AccountAnswer>>> Handle(ListAccounts request, CancellationToken cancellationToken)
    {
        var page = PageInOrder.Read(request.Limit, request.Cursor);
        if (!page.Succeeded) return page.Errors[0];

        var accounts = db.Accounts.AsNoTracking();
        if (request.UserName is { } prefix)
        {
            var (first, after) = (UserName.Normalize(prefix), UserName.Normalize(prefix) + char.MaxValue);
            accounts = accounts.Where(a => string.Compare(a.UserName, first) >= 0 && string.Compare(a.UserName, after) < 0);
        }

        if (request.Person is { } person) accounts = accounts.Where(a => a.PersonId == person);
        var rows = await page.Value.Of(accounts, a => a.UserName).ProjectTo<AccountAnswer>(mapper.ConfigurationProvider).ToListAsync(cancellationToken);
        return page.Value.Show(rows, a => a, a => a.UserName);
    }
}
