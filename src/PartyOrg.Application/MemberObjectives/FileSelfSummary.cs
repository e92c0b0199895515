using FluentValidation;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.MemberObjectives;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.MemberObjectives;

/// <summary>Files a member's summary of his year with his evaluation of himself (TWS-5.5): the member himself does, or those who lead the branch for one who wrote it on paper.</summary>
/// <param name="Objectives">The objectives.</param>
/// <param name="Text">In his own words, 1 to 4000 characters.</param>
/// <param name="Mark">The mark that he gives himself: 0 to 100, at most one decimal. It is shown and does not count.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(ObjectivesScope.Leaders | Role.Member, RuleId = "TWS-5.5")]
public sealed record FileSelfSummary(Id<ObjectivePlan> Objectives, [property: Secret] string Text, decimal Mark, ExpectedVersion Expected) : ICommand<ObjectivesAnswer>, IChange
{
    /// <summary>What is recorded.</summary>
    /// <param name="Text">In his own words, 1 to 4000 characters.</param>
    /// <param name="Mark">The mark that he gives himself: 0 to 100, at most one decimal. It is shown and does not count.</param>
    /// <example>{"text": "一年来完成生产任务，带徒一名。", "mark": 92.5}</example>
    public sealed record Body(string Text, decimal Mark);
}

internal sealed class FileSelfSummaryValidator : AbstractValidator<FileSelfSummary>
{
    public FileSelfSummaryValidator()
    {
        RuleFor(r => r.Text).HasNoFault(text => FreeText.FaultIn(text, ObjectivePlan.SummaryLength));
        RuleFor(r => r.Mark).InclusiveBetween(0, ObjectiveItem.All).PrecisionScale(4, 1, true);
    }
}

internal sealed class FileSelfSummaryHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<FileSelfSummary, ObjectivesAnswer>
{
    public async Task<Result<ObjectivesAnswer>> Handle(FileSelfSummary request, CancellationToken cancellationToken)
    {
        var found = await db.PlanToChange(caller, request.Objectives, request.Expected, cancellationToken);
        if (!found.Succeeded) return found.Errors[0];
        var plan = found.Value.Plan;
        var done = plan.SumUp(new(request.Text, request.Mark, clock.Today), found.Value.Standing);
        return done.Succeeded ? await ObjectivesAnswer.Of(found.Value, caller, db, cancellationToken) : done.Errors[0];
    }
}
