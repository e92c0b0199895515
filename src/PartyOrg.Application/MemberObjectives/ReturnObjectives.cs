using FluentValidation;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.MemberObjectives;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.MemberObjectives;

/// <summary>Returns objectives to the member, who revises them (TWS-5.2).</summary>
/// <param name="Objectives">The objectives.</param>
/// <param name="Reason">What is to be mended, 1 to 2000 characters.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(ObjectivesScope.Deciders, RuleId = "TWS-5.2")]
public sealed record ReturnObjectives(Id<ObjectivePlan> Objectives, string Reason, ExpectedVersion Expected) : ICommand<ObjectivesAnswer>, IChange
{
    /// <summary>What is recorded.</summary>
    /// <param name="Reason">What is to be mended, 1 to 2000 characters.</param>
    /// <example>{"reason": "工作目标应量化"}</example>
    public sealed record Body(string Reason);
}

internal sealed class ReturnObjectivesValidator : AbstractValidator<ReturnObjectives>
{
    public ReturnObjectivesValidator()
    {
        RuleFor(r => r.Reason).HasNoFault(text => FreeText.FaultIn(text, ObjectivePlan.TextLength));
    }
}

internal sealed class ReturnObjectivesHandler(PartyOrgContext db, Caller caller) : IHandler<ReturnObjectives, ObjectivesAnswer>
{
    public async Task<Result<ObjectivesAnswer>> Handle(ReturnObjectives request, CancellationToken cancellationToken)
    {
        var found = await db.PlanToChange(caller, request.Objectives, request.Expected, cancellationToken);
        if (!found.Succeeded) return found.Errors[0];
        var plan = found.Value.Plan;
        var done = plan.Return(request.Reason, found.Value.Standing);
        return done.Succeeded ? await ObjectivesAnswer.Of(found.Value, caller, db, cancellationToken) : done.Errors[0];
    }
}
