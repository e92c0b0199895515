using FluentValidation;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.MemberObjectives;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.MemberObjectives;

/// <summary>Records an opinion of the masses or of a department concerned (TWS-5.5).</summary>
/// <param name="Objectives">The objectives.</param>
/// <param name="Source">Whose it is.</param>
/// <param name="Text">The opinion, 1 to 2000 characters.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(ObjectivesScope.Deciders, RuleId = "TWS-5.5")]
public sealed record RecordObjectivesOpinion(Id<ObjectivePlan> Objectives, OpinionSource Source, [property: Secret] string Text, ExpectedVersion Expected) : ICommand<ObjectivesAnswer>, IChange
{
    /// <summary>What is recorded.</summary>
    /// <param name="Source">Whose it is.</param>
    /// <param name="Text">The opinion, 1 to 2000 characters.</param>
    /// <example>{"source": "masses", "text": "工作认真，乐于助人"}</example>
    public sealed record Body(OpinionSource Source, string Text);
}

internal sealed class RecordObjectivesOpinionValidator : AbstractValidator<RecordObjectivesOpinion>
{
    public RecordObjectivesOpinionValidator()
    {
        RuleFor(r => r.Text).HasNoFault(text => FreeText.FaultIn(text, ObjectivePlan.TextLength));
    }
}

internal sealed class RecordObjectivesOpinionHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<RecordObjectivesOpinion, ObjectivesAnswer>
{
    public async Task<Result<ObjectivesAnswer>> Handle(RecordObjectivesOpinion request, CancellationToken cancellationToken)
    {
        var found = await db.PlanToChange(caller, request.Objectives, request.Expected, cancellationToken);
        if (!found.Succeeded) return found.Errors[0];
        var plan = found.Value.Plan;
        var done = plan.Hear(new(request.Source, request.Text, clock.Today), found.Value.Standing);
        return done.Succeeded ? await ObjectivesAnswer.Of(found.Value, caller, db, cancellationToken) : done.Errors[0];
    }
}
