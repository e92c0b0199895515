using FluentValidation;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.RuleBooks;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.MemberObjectives;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.MemberObjectives;

/// <summary>Records the organization's appraisal (TWS-5.5) and computes the result: the marks together, and with the democratic evaluation by their shares (TWS-5.4). Every mark must be there.</summary>
/// <param name="Objectives">The objectives.</param>
/// <param name="Text">The organization's appraisal, 1 to 4000 characters.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(ObjectivesScope.Deciders, RuleId = "TWS-5.5")]
public sealed record AppraiseObjectives(Id<ObjectivePlan> Objectives, [property: Secret] string Text, ExpectedVersion Expected) : ICommand<ObjectivesAnswer>, IChange
{
    /// <summary>What is recorded.</summary>
    /// <param name="Text">The organization's appraisal, 1 to 4000 characters.</param>
    /// <example>{"text": "较好地完成了年度目标。"}</example>
    public sealed record Body(string Text);
}

internal sealed class AppraiseObjectivesValidator : AbstractValidator<AppraiseObjectives>
{
    public AppraiseObjectivesValidator()
    {
        RuleFor(r => r.Text).HasNoFault(text => FreeText.FaultIn(text, ObjectivePlan.SummaryLength));
    }
}

internal sealed class AppraiseObjectivesHandler(PartyOrgContext db, Caller caller, RulesInPlace rules) : IHandler<AppraiseObjectives, ObjectivesAnswer>
{
    public async Task<Result<ObjectivesAnswer>> Handle(AppraiseObjectives request, CancellationToken cancellationToken)
    {
        var found = await db.PlanToChange(caller, request.Objectives, request.Expected, cancellationToken);
        if (!found.Succeeded) return found.Errors[0];
        var plan = found.Value.Plan;
        var rate = await db.AttendanceOf(plan.PersonId, plan.Year, cancellationToken);
        var ballots = await db.BallotsOf(plan, cancellationToken);
        var terms = new ObjectivesTerms(await rules.Of(plan.OrganizationId, cancellationToken), plan.Year);
        var done = plan.Appraise(request.Text, rate, ballots ?? new(0, null), terms, found.Value.Standing);
        return done.Succeeded ? await ObjectivesAnswer.Of(found.Value, caller, db, cancellationToken) : done.Errors[0];
    }
}
