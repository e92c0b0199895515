using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.WorkPlans;

namespace PartyOrg.Application.WorkPlans;

/// <summary>Shows the handling of an unqualified member (TWS-1.6c): to the committee, to officers above it, and to the member himself.</summary>
/// <param name="Handling">The handling.</param>
[AllowedTo(Role.Officers | Role.BranchSecretary | Role.CommitteeMember | Role.Member, RuleId = "TWS-1.6c")]
public sealed record GetMemberHandling(Id<MemberHandling> Handling) : IQuery<MemberHandlingAnswer>;

internal sealed class GetMemberHandlingHandler(PartyOrgContext db, Caller caller) : IHandler<GetMemberHandling, MemberHandlingAnswer>
{
    public async Task<Result<MemberHandlingAnswer>> Handle(GetMemberHandling request, CancellationToken cancellationToken) =>
        await db.MemberHandlings.Where(h => h.Id == request.Handling).InScope(caller, db).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { } row
            ? row.Told(caller)
            : MemberHandlingErrors.NotFound;
}
