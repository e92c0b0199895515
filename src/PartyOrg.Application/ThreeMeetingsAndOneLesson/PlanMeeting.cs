using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.RuleBooks;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.ThreeMeetingsAndOneLesson;

/// <summary>Plans a meeting or class for today or later (TWS-3.5). A plan is no evidence; what was held is.</summary>
/// <param name="OrganizationId">The organization or Party group whose meeting it will be, in the caller's scope.</param>
/// <param name="Plan">What is planned.</param>
/// <example>
/// {
///   "organizationId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d01",
///   "plan": {
///     "kinds": ["generalMeeting"], "on": "2030-06-20", "startsAt": "14:00", "place": "三楼会议室", "chairId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d02",
///     "agenda": [{ "text": "向全体党员报告上半年工作", "class": "workReport" }]
///   }
/// }
/// </example>
/// <example>
/// {
///   "organizationId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d02",
///   "plan": {"kinds": ["generalMeeting"], "on": "2026-03-20", "startsAt": "09:30", "place": "党员活动室", "agenda": [{"text": "通过第一季度工作总结"}]}
/// }
/// </example>
[AllowedTo(Role.BranchLeaders, RuleId = "TWS-3.5")]
public sealed record PlanMeeting(Id<Organization> OrganizationId, MeetingPlan Plan) : ICreate<MeetingSummary>;

internal sealed class PlanMeetingValidator : AbstractValidator<PlanMeeting>
{
    public PlanMeetingValidator(KnownRules rules) => RuleFor(r => r.Plan).HasNoFaults(plan => plan.FaultsAgainst(rules.Kinds));
}

internal sealed class PlanMeetingHandler(PartyOrgContext db, Caller caller, ActivityKinds kinds, Ids ids, Clock clock) : IHandler<PlanMeeting, MeetingSummary>
{
    public async Task<Result<MeetingSummary>> Handle(PlanMeeting request, CancellationToken cancellationToken)
    {
        var together = await db.Together(
            caller, request.OrganizationId, request.Plan.JointWith, request.Plan.On, kinds.Named(request.Plan.Kinds), OrganizationErrors.NotFound.At("/organizationId"), "/plan/jointWith", cancellationToken);
        if (!together.Succeeded) return together.Errors[0];
        if (request.Plan.ChairId is { } chair && !await db.Persons.AnyAsync(p => p.Id == chair, cancellationToken)) return MeetingErrors.PersonUnknown.At("/plan/chairId");

        var planned = Meeting.PlanFor(together.Value, request.Plan, kinds, ids, clock);
        if (planned.Succeeded)
        {
            db.Add(planned.Value);
            await db.WriteJoint(planned.Value, together.Value, kinds, wasJoint: false, cancellationToken);
        }

        return planned.Map(MeetingSummary.Of);
    }
}
