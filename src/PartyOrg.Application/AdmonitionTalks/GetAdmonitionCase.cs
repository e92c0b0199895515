using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.AdmonitionTalks;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.AdmonitionTalks;

/// <summary>
/// Shows a case with everything in it. Only the member, those who decided, the person in charge, the recorder, the person who follows up, the secretary and the superior find it (TWS-10.4), and
/// that it was read is written in the audit.
/// </summary>
/// <param name="Admonition">The case.</param>
[AllowedTo(AdmonitionDesk.Parties, RuleId = "TWS-10.4")]
public sealed record GetAdmonitionCase(Id<AdmonitionCase> Admonition) : IConfidentialQuery<AdmonitionCaseAnswer>;

internal sealed class GetAdmonitionCaseHandler(AdmonitionDesk desk, Bookkeeping bookkeeping) : IHandler<GetAdmonitionCase, AdmonitionCaseAnswer>
{
    public async Task<Result<AdmonitionCaseAnswer>> Handle(GetAdmonitionCase request, CancellationToken cancellationToken)
    {
        var it = await desk.Readable().AsNoTracking().SingleOrDefaultAsync(c => c.Id == request.Admonition, cancellationToken);
        if (it is null) return AdmonitionErrors.NotFound;
        bookkeeping.AuditUnder(it.OrganizationId.Value);
        return await desk.Tell(it, await desk.StandingIn(it, cancellationToken), cancellationToken);
    }
}
