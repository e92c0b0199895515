using FluentValidation;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.MemberObjectives;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.MemberObjectives;

/// <summary>Records what the Party group said of proposed objectives (TWS-5.2): its leader does. In a branch without groups the branch meeting deliberates, and those who lead the branch record it.</summary>
/// <param name="Objectives">The objectives.</param>
/// <param name="Comment">What the group said, 1 to 2000 characters.</param>
/// <param name="On">The day of the meeting, not in the future.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(ObjectivesScope.Deciders | Role.GroupLeader, RuleId = "TWS-5.2")]
public sealed record DeliberateObjectives(Id<ObjectivePlan> Objectives, string Comment, LocalDate On, ExpectedVersion Expected) : ICommand<ObjectivesAnswer>, IChange
{
    /// <summary>What is recorded.</summary>
    /// <param name="Comment">What the group said, 1 to 2000 characters.</param>
    /// <param name="On">The day of the meeting, not in the future.</param>
    /// <example>{"comment": "目标切合岗位，同意提交支委会审定", "on": "2026-01-20"}</example>
    public sealed record Body(string Comment, LocalDate On);
}

internal sealed class DeliberateObjectivesValidator : AbstractValidator<DeliberateObjectives>
{
    public DeliberateObjectivesValidator(Clock clock)
    {
        RuleFor(r => r.Comment).HasNoFault(text => FreeText.FaultIn(text, ObjectivePlan.TextLength));
        RuleFor(r => r.On).NotInFuture(clock);
    }
}

internal sealed class DeliberateObjectivesHandler(PartyOrgContext db, Caller caller) : IHandler<DeliberateObjectives, ObjectivesAnswer>
{
    public async Task<Result<ObjectivesAnswer>> Handle(DeliberateObjectives request, CancellationToken cancellationToken)
    {
        var found = await db.PlanToChange(caller, request.Objectives, request.Expected, cancellationToken);
        if (!found.Succeeded) return found.Errors[0];
        var plan = found.Value.Plan;
        var done = plan.Deliberate(new(request.Comment, request.On), found.Value.Standing);
        return done.Succeeded ? await ObjectivesAnswer.Of(found.Value, caller, db, cancellationToken) : done.Errors[0];
    }
}
