using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.InnerPartySupervision;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.InnerPartySupervision;

/// <summary>Lists the checks of how an organization's members took part, the latest first; the latest 200 (TWS-9.2.1).</summary>
/// <param name="Organization">The organization.</param>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember | Role.DisciplineInspector | Role.Officers)]
public sealed record ListParticipationChecks(Id<Organization> Organization) : IQuery<Page<ParticipationCheckSummary>>;

/// <summary>A check in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="CheckedOn">The day of the check.</param>
/// <param name="Findings">What was found.</param>
/// <param name="Subjects">Which of the six subjects it looked at.</param>
public sealed record ParticipationCheckSummary(Id<ParticipationCheck> Id, LocalDate CheckedOn, string Findings, IReadOnlyList<SupervisionSubject> Subjects);

internal sealed class ListParticipationChecksHandler(PartyOrgContext db, Caller caller) : IHandler<ListParticipationChecks, Page<ParticipationCheckSummary>>
{
    public async Task<Result<Page<ParticipationCheckSummary>>> Handle(ListParticipationChecks request, CancellationToken cancellationToken)
    {
        if (!await db.Organizations.InScope(caller).AnyAsync(o => o.Id == request.Organization, cancellationToken)) return OrganizationErrors.NotFound;
        var rows = await db.ParticipationChecks.Where(c => c.OrganizationId == request.Organization).OrderByDescending(c => c.CheckedOn).ThenByDescending(c => c.Id).Take(PageLimit.Most).AsNoTracking().ToListAsync(cancellationToken);
        return new Page<ParticipationCheckSummary>(rows.ConvertAll(c => new ParticipationCheckSummary(c.Id, c.CheckedOn, c.Findings, c.Subjects)), null);
    }
}
