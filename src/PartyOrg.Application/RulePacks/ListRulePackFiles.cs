using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.RulePacks;

namespace PartyOrg.Application.RulePacks;

/// <summary>Shows the files of a rule pack, as they were uploaded.</summary>
/// <param name="Pack">The pack.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record ListRulePackFiles(Id<RulePack> Pack) : IQuery<Page<PackFile>>;

internal sealed class ListRulePackFilesHandler(PartyOrgContext db, Caller caller) : IHandler<ListRulePackFiles, Page<PackFile>>
{
    public async Task<Result<Page<PackFile>>> Handle(ListRulePackFiles request, CancellationToken cancellationToken)
    {
        var pack = await db.RulePacks.InScope(caller, db).AsNoTracking().SingleOrDefaultAsync(p => p.Id == request.Pack, cancellationToken);
        return pack is null ? RulePackErrors.NotFound : new Page<PackFile>(pack.Files, null);
    }
}
