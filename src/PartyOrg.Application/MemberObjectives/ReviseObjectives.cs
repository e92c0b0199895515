using FluentValidation;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.MemberObjectives;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.MemberObjectives;

/// <summary>Changes objectives that are proposed or were returned (TWS-5.2); the Party group then comments on them anew.</summary>
/// <param name="Objectives">The objectives.</param>
/// <param name="Category">For what kind of post.</param>
/// <param name="Items">The objectives, 1 to 40, at most one of attendance; their points sum to exactly 100.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(ObjectivesScope.Leaders | Role.Member, RuleId = "TWS-5.2")]
public sealed record ReviseObjectives(Id<ObjectivePlan> Objectives, PostCategory Category, IReadOnlyList<ObjectiveItem> Items, ExpectedVersion Expected) : ICommand<ObjectivesAnswer>, IChange
{
    /// <summary>What is recorded.</summary>
    /// <param name="Category">For what kind of post.</param>
    /// <param name="Items">The objectives, 1 to 40, at most one of attendance; their points sum to exactly 100.</param>
    /// <example>{"category": "production", "items": [ {"area": "attendance", "text": "按时参加组织生活", "points": 20}, {"area": "work", "text": "完成年度生产任务", "points": 30}, {"area": "selfImprovement", "text": "每季度完成一次业务学习", "points": 15.5}, {"area": "discipline", "text": "遵守党纪和厂规", "points": 14.5}, {"area": "advancedRole", "text": "带一名徒弟", "points": 20} ]}</example>
    public sealed record Body(PostCategory Category, IReadOnlyList<ObjectiveItem> Items);
}

internal sealed class ReviseObjectivesValidator : AbstractValidator<ReviseObjectives>
{
    public ReviseObjectivesValidator()
    {
        RuleFor(r => r.Items).HasNoFaults(ObjectiveItem.FaultsIn);
    }
}

internal sealed class ReviseObjectivesHandler(PartyOrgContext db, Caller caller) : IHandler<ReviseObjectives, ObjectivesAnswer>
{
    public async Task<Result<ObjectivesAnswer>> Handle(ReviseObjectives request, CancellationToken cancellationToken)
    {
        var found = await db.PlanToChange(caller, request.Objectives, request.Expected, cancellationToken);
        if (!found.Succeeded) return found.Errors[0];
        var plan = found.Value.Plan;
        var done = plan.Revise(request.Category, request.Items, found.Value.Standing);
        return done.Succeeded ? Result<ObjectivesAnswer>.Success(await ObjectivesAnswer.Of(found.Value, caller, db, cancellationToken)).With(ObjectiveItem.Omissions(request.Items)) : done.Errors[0];
    }
}
