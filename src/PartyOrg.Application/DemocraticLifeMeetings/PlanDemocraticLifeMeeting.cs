using FluentValidation;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.RuleBooks;
using PartyOrg.Application.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticLifeMeetings;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.DemocraticLifeMeetings;

/// <summary>
/// Plans a democratic life meeting: its theme, a general or prominent issue (TWS-4.3), and its day. Those who must attend follow from the register: the committee; without one the secretary, the deputy
/// secretary and all formal members (TWS-4.1). Advised: a day before the last months of the half year, of which the rule says how many (TWS-4.1). Refused: an organization that holds no such meeting (TWS-4.1), or has no secretary to
/// preside (TWS-4.2).
/// </summary>
/// <param name="OrganizationId">Whose meeting it is, in the caller's scope.</param>
/// <param name="Theme">The theme, 1 to 200 characters.</param>
/// <param name="On">The day, today or later.</param>
/// <param name="StartsAt">When it begins, local time.</param>
/// <param name="Place">Where, 1 to 200 characters.</param>
/// <example>{"organizationId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d01", "theme": "改进作风、服务职工", "on": "2030-06-24", "startsAt": "14:00", "place": "三楼会议室"}</example>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-4.3")]
public sealed record PlanDemocraticLifeMeeting(Id<Organization> OrganizationId, string Theme, LocalDate On, LocalTime StartsAt, string Place) : ICreate<LifeMeetingSummary>;

internal sealed class PlanDemocraticLifeMeetingValidator : AbstractValidator<PlanDemocraticLifeMeeting>
{
    public PlanDemocraticLifeMeetingValidator()
    {
        RuleFor(r => r.Theme).HasNoFault(theme => FreeText.FaultIn(theme, DemocraticLifeMeeting.ThemeLength));
        RuleFor(r => r.Place).HasNoFault(place => FreeText.FaultIn(place, DemocraticLifeMeeting.PlaceLength));
    }
}

internal sealed class PlanDemocraticLifeMeetingHandler(PartyOrgContext db, Caller caller, RulesInPlace rules, Ids ids, Clock clock) : IHandler<PlanDemocraticLifeMeeting, LifeMeetingSummary>
{
    public async Task<Result<LifeMeetingSummary>> Handle(PlanDemocraticLifeMeeting request, CancellationToken cancellationToken)
    {
        if (await db.LeadingBodyOn(caller, request.OrganizationId, request.On, cancellationToken) is not var (organization, body)) return OrganizationErrors.NotFound.At("/organizationId");

        var planned = DemocraticLifeMeeting.Plan(body, request.Theme, request.StartsAt, request.Place, new(caller.RolesOver(organization.Path)), await rules.Of(request.OrganizationId, cancellationToken), ids, clock);
        if (planned.Succeeded) db.Add(planned.Value);
        return planned.Map(m => LifeMeetingSummary.Of(m, organization, caller.StandingTo(m, organization)));
    }
}
