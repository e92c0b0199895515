using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.CleanConduct;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.CleanConduct;

/// <summary>Shows one accountability case (TWS-2.4), to the discipline inspector and the superior alone. Every reading leaves an entry in the organization's audit.</summary>
/// <param name="Case">The case.</param>
[AllowedTo(AccountabilityScope.Asking, RuleId = "TWS-2.4")]
public sealed record GetAccountabilityCase(Id<AccountabilityCase> Case) : IConfidentialQuery<AccountabilityCaseAnswer>;

internal sealed class GetAccountabilityCaseHandler(PartyOrgContext db, Caller caller, Bookkeeping bookkeeping) : IHandler<GetAccountabilityCase, AccountabilityCaseAnswer>
{
    public async Task<Result<AccountabilityCaseAnswer>> Handle(GetAccountabilityCase request, CancellationToken cancellationToken)
    {
        if (await db.CaseOf(caller, request.Case, cancellationToken) is not { } row) return AccountabilityErrors.NotFound;
        bookkeeping.AuditUnder(row.Organization.Id.Value);
        return await db.Told(row, caller, cancellationToken);
    }
}
