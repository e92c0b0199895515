using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.RulePacks;

namespace PartyOrg.Application.RulePacks;

/// <summary>Shows one rule pack: how far it is, where and from when to when it binds, and who signed. What was adopted, everybody reads; what is being prepared, the officers and auditors in whose reach it lies.</summary>
/// <param name="Pack">The pack.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record GetRulePack(Id<RulePack> Pack) : IQuery<RulePackAnswer>;

internal sealed class GetRulePackHandler(PartyOrgContext db, Caller caller) : IHandler<GetRulePack, RulePackAnswer>
{
    public async Task<Result<RulePackAnswer>> Handle(GetRulePack request, CancellationToken cancellationToken)
    {
        var pack = await RulePackAnswer.WithoutFiles(db.RulePacks.InScope(caller, db).Where(p => p.Id == request.Pack), db).SingleOrDefaultAsync(cancellationToken);
        return pack is null ? RulePackErrors.NotFound : pack;
    }
}
