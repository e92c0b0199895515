using FluentValidation;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticAppraisal;
using PartyOrg.Domain.MemberObjectives;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.MemberObjectives;

/// <summary>Records commendation or treatment by the grade (TWS-5.5).</summary>
/// <param name="Objectives">The objectives.</param>
/// <param name="Kind">What it is; only the excellent are commended.</param>
/// <param name="Text">In words, 1 to 2000 characters.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(ObjectivesScope.Deciders, RuleId = "TWS-5.5")]
public sealed record HandleObjectives(Id<ObjectivePlan> Objectives, AppraisalHandlingKind Kind, string Text, ExpectedVersion Expected) : ICommand<ObjectivesAnswer>, IChange
{
    /// <summary>What is recorded.</summary>
    /// <param name="Kind">What it is; only the excellent are commended.</param>
    /// <param name="Text">In words, 1 to 2000 characters.</param>
    /// <example>{"kind": "commended", "text": "年度优秀党员"}</example>
    public sealed record Body(AppraisalHandlingKind Kind, string Text);
}

internal sealed class HandleObjectivesValidator : AbstractValidator<HandleObjectives>
{
    public HandleObjectivesValidator()
    {
        RuleFor(r => r.Text).HasNoFault(text => FreeText.FaultIn(text, ObjectivePlan.TextLength));
    }
}

internal sealed class HandleObjectivesHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<HandleObjectives, ObjectivesAnswer>
{
    public async Task<Result<ObjectivesAnswer>> Handle(HandleObjectives request, CancellationToken cancellationToken)
    {
        var found = await db.PlanToChange(caller, request.Objectives, request.Expected, cancellationToken);
        if (!found.Succeeded) return found.Errors[0];
        var plan = found.Value.Plan;
        var done = plan.Handle(new(request.Kind, request.Text) { On = clock.Today }, found.Value.Standing);
        return done.Succeeded ? await ObjectivesAnswer.Of(found.Value, caller, db, cancellationToken) : done.Errors[0];
    }
}
