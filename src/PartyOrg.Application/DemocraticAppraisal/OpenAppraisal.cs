using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.RuleBooks;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticAppraisal;
using PartyOrg.Application.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.DemocraticAppraisal;

/// <summary>
/// Opens a branch's democratic appraisal of a year (TWS-7.1). Those who belong to it today, by relation or enrolment, are expected. One appraisal a year.
/// </summary>
/// <param name="OrganizationId">The branch, in the caller's scope.</param>
/// <param name="Year">This year, or the last.</param>
/// <example>{"organizationId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d01", "year": 2026}</example>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-7.1")]
public sealed record OpenAppraisal(Id<Organization> OrganizationId, int Year) : ICreate<AppraisalAnswer>;

internal sealed class OpenAppraisalHandler(PartyOrgContext db, Caller caller, ActivityKinds kinds, RulesInPlace rules, Ids ids, Clock clock) : IHandler<OpenAppraisal, AppraisalAnswer>
{
    // At a general meeting all who belong are expected, and so they are here.
    private const string AllWhoBelong = "generalMeeting";

    public async Task<Result<AppraisalAnswer>> Handle(OpenAppraisal request, CancellationToken cancellationToken)
    {
        if (!await db.Organizations.InScope(caller).AnyAsync(o => o.Id == request.OrganizationId, cancellationToken)) return OrganizationErrors.NotFound.At("/organizationId");
        await db.LockChain(request.OrganizationId.Value, cancellationToken);
        var kind = kinds.Named([AllWhoBelong])[0];
        if (await db.OnDay(caller, request.OrganizationId, clock.Today, [kind], cancellationToken) is not { } organization) return OrganizationErrors.NotFound.At("/organizationId");
        if (await db.Appraisals.AnyAsync(a => a.OrganizationId == request.OrganizationId && a.Year == request.Year, cancellationToken)) return AppraisalErrors.OpenedAlready;

        var opened = Appraisal.Open(organization, kind, request.Year, await rules.Of(organization.Id, cancellationToken), ids);
        if (!opened.Succeeded) return opened.Errors[0];
        db.Add(opened.Value.Appraisal);
        db.AddRange(opened.Value.Members);
        var found = await db.Organizations.InScope(caller).Where(o => o.Id == request.OrganizationId).Select(o => new { o.Name, o.Path }).SingleAsync(cancellationToken);
        return await AppraisalAnswer.Of(new(opened.Value.Appraisal, found.Path, found.Name, organization.RolesOfCaller, new HashSet<Id<Domain.Members.Person>>()), caller, db, cancellationToken);
    }
}
