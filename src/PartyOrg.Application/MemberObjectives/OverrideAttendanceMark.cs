using FluentValidation;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.MemberObjectives;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.MemberObjectives;

/// <summary>Sets the mark for attendance in the place of the computed one, with a reason (TWS-5.4); without a mark, takes the computed one back.</summary>
/// <param name="Objectives">The objectives.</param>
/// <param name="Mark">From 0 to the points of the objective, at most one decimal; none takes the computed one back.</param>
/// <param name="Reason">Why, 1 to 500 characters; with a mark.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(ObjectivesScope.Deciders, RuleId = "TWS-5.4")]
public sealed record OverrideAttendanceMark(Id<ObjectivePlan> Objectives, decimal? Mark, string? Reason, ExpectedVersion Expected) : ICommand<ObjectivesAnswer>, IChange
{
    /// <summary>What is recorded.</summary>
    /// <param name="Mark">From 0 to the points of the objective, at most one decimal; none takes the computed one back.</param>
    /// <param name="Reason">Why, 1 to 500 characters; with a mark.</param>
    /// <example>{"mark": 18, "reason": "长期外派，按实际参加情况确定"}</example>
    public sealed record Body(decimal? Mark = null, string? Reason = null);
}

internal sealed class OverrideAttendanceMarkValidator : AbstractValidator<OverrideAttendanceMark>
{
    public OverrideAttendanceMarkValidator()
    {
        RuleFor(r => r.Reason).HasNoFault(reason => reason is null ? null : FreeText.FaultIn(reason, AttendanceOverride.ReasonLength));
        RuleFor(r => r.Reason).NotNull().When(r => r.Mark is not null);
    }
}

internal sealed class OverrideAttendanceMarkHandler(PartyOrgContext db, Caller caller) : IHandler<OverrideAttendanceMark, ObjectivesAnswer>
{
    public async Task<Result<ObjectivesAnswer>> Handle(OverrideAttendanceMark request, CancellationToken cancellationToken)
    {
        var found = await db.PlanToChange(caller, request.Objectives, request.Expected, cancellationToken);
        if (!found.Succeeded) return found.Errors[0];
        var plan = found.Value.Plan;
        var done = plan.SetAttendance(request.Mark is { } mark ? new(mark, request.Reason!) : null, found.Value.Standing);
        return done.Succeeded ? await ObjectivesAnswer.Of(found.Value, caller, db, cancellationToken) : done.Errors[0];
    }
}
