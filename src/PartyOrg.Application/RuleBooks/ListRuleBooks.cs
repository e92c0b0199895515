using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.RuleBooks;

namespace PartyOrg.Application.RuleBooks;

/// <summary>Lists the rule books: the regulations as data, and the product's own.</summary>
[AllowedTo(Role.Anyone)]
public sealed record ListRuleBooks : IQuery<Page<RuleBookAnswer>>;

internal sealed class ListRuleBooksHandler(RuleCatalog catalog) : IHandler<ListRuleBooks, Page<RuleBookAnswer>>
{
    public Task<Result<Page<RuleBookAnswer>>> Handle(ListRuleBooks request, CancellationToken cancellationToken) =>
        Task.FromResult<Result<Page<RuleBookAnswer>>>(new Page<RuleBookAnswer>([.. catalog.Books.Select(b => RuleBookMap.Of(catalog, b))], null));
}
