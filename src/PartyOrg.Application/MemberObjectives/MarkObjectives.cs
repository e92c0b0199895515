using FluentValidation;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.MemberObjectives;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.MemberObjectives;

/// <summary>Gives marks for objectives (TWS-5.4). Those given before stand unless they are given again; a missing one is not zero. Attendance is computed from the rolls.</summary>
/// <param name="Objectives">The objectives.</param>
/// <param name="Marks">Marks by the numbers of the objectives, each from 0 to its points, at most one decimal.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(ObjectivesScope.Deciders, RuleId = "TWS-5.4")]
public sealed record MarkObjectives(Id<ObjectivePlan> Objectives, IReadOnlyList<ObjectiveMark> Marks, ExpectedVersion Expected) : ICommand<ObjectivesAnswer>, IChange
{
    /// <summary>What is recorded.</summary>
    /// <param name="Marks">Marks by the numbers of the objectives, each from 0 to its points, at most one decimal.</param>
    /// <example>{"marks": [{"number": 2, "mark": 28.5}, {"number": 3, "mark": 15}]}</example>
    public sealed record Body(IReadOnlyList<ObjectiveMark> Marks);
}

internal sealed class MarkObjectivesValidator : AbstractValidator<MarkObjectives>
{
    public MarkObjectivesValidator()
    {
        RuleFor(r => r.Marks).Holds(1, ObjectiveItem.Most);
    }
}

internal sealed class MarkObjectivesHandler(PartyOrgContext db, Caller caller) : IHandler<MarkObjectives, ObjectivesAnswer>
{
    public async Task<Result<ObjectivesAnswer>> Handle(MarkObjectives request, CancellationToken cancellationToken)
    {
        var found = await db.PlanToChange(caller, request.Objectives, request.Expected, cancellationToken);
        if (!found.Succeeded) return found.Errors[0];
        var plan = found.Value.Plan;
        var done = plan.Mark(request.Marks, found.Value.Standing);
        return done.Succeeded ? await ObjectivesAnswer.Of(found.Value, caller, db, cancellationToken) : done.Errors[0];
    }
}
