using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticAppraisal;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;
using PartyOrg.Domain.WorkPlans;

namespace PartyOrg.Application.WorkPlans;

/// <summary>Opens the handling of a member whom the year's appraisal found unqualified (TWS-1.6c). There is one for a member and a year (422). Advised where no appraisal recorded here judged him so.</summary>
/// <param name="OrganizationId">The organization to which he belongs, in the caller's scope.</param>
/// <param name="PersonId">The member.</param>
/// <param name="Year">The year of the appraisal, 2000 to this year.</param>
/// <param name="Findings">What the appraisal found, 1 to 2,000 characters.</param>
/// <example>
/// {
///   "organizationId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d01", "personId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d03", "year": 2025,
///   "findings": "民主评议为不合格：长期不参加组织生活"
/// }
/// </example>
[AllowedTo(Role.Officers | Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-1.6c")]
public sealed record OpenMemberHandling(Id<Organization> OrganizationId, [property: Secret] Id<Person> PersonId, int Year, [property: Secret] string Findings) : ICreate<MemberHandlingAnswer>;

internal sealed class OpenMemberHandlingValidator : AbstractValidator<OpenMemberHandling>
{
    public OpenMemberHandlingValidator(Clock clock)
    {
        RuleFor(r => r.Year).HasNoFault(year => year < 2000 || year > clock.Today.Year ? WorkSummaryErrors.YearOutOfRange : null);
        RuleFor(r => r.Findings).HasNoFault(text => FreeText.FaultIn(text, MemberHandling.TextLength));
    }
}

internal sealed class OpenMemberHandlingHandler(PartyOrgContext db, Caller caller, Ids ids, Clock clock) : IHandler<OpenMemberHandling, MemberHandlingAnswer>
{
    public async Task<Result<MemberHandlingAnswer>> Handle(OpenMemberHandling request, CancellationToken cancellationToken)
    {
        var organization = await db.Organizations.InScope(caller).SingleOrDefaultAsync(o => o.Id == request.OrganizationId, cancellationToken);
        if (organization is null) return OrganizationErrors.NotFound.At("/organizationId");
        var person = await db.Persons.InScope(caller, db).Where(p => p.Id == request.PersonId).Select(p => p.Name).SingleOrDefaultAsync(cancellationToken);
        if (person is null) return MemberErrors.NotFound.At("/personId");

        await db.LockChain(organization.Id.Value, cancellationToken);
        var today = clock.Today;
        var belongs = await db.Affiliations.AnyAsync(
            a => a.PersonId == request.PersonId && a.OrganizationId == organization.Id && a.VoidedAt == null && a.From <= today && (a.To == null || a.To >= today), cancellationToken);
        var standing = await db.MemberHandlings.Where(h => h.PersonId == request.PersonId && h.Year == request.Year).Select(h => (Id<MemberHandling>?)h.Id).FirstOrDefaultAsync(cancellationToken);
        var wasAppraised = await db.AppraisedMembers.AnyAsync(m => m.PersonId == request.PersonId && m.Year == request.Year && m.Grade == MemberGrade.Unqualified, cancellationToken);
        var isLeader = (await db.LeadersOf(organization.Id, today, cancellationToken)).Contains(request.PersonId);
        var opened = MemberHandling.Open(organization, request.PersonId, belongs, wasAppraised, request.Year, request.Findings, standing, HandlingScope.StandingOf(caller, organization, request.PersonId, isLeader), ids);
        if (!opened.Succeeded) return opened.Errors[0];
        db.Add(opened.Value);
        return opened.Map(h => new HandlingRow { Handling = h, Organization = organization, PersonName = person, OfLeader = isLeader }.Told(caller));
    }
}
