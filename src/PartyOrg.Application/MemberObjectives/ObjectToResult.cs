using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.MemberObjectives;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.MemberObjectives;

/// <summary>Objects to a published result (TWS-5.5): any member of the branch, until the last day of the publication. The committee answers.</summary>
/// <param name="Objectives">The objectives whose result is public.</param>
/// <param name="Text">Why, 1 to 2000 characters.</param>
[AllowedTo(Role.Readers | Role.Member, RuleId = "TWS-5.5")]
public sealed record ObjectToResult(Id<ObjectivePlan> Objectives, [property: Secret] string Text) : ICommand<Done>
{
    /// <summary>An objection.</summary>
    /// <param name="Text">Why, 1 to 2000 characters.</param>
    /// <example>{"text": "工作目标得分与实际不符"}</example>
    public sealed record Body(string Text);
}

internal sealed class ObjectToResultValidator : AbstractValidator<ObjectToResult>
{
    public ObjectToResultValidator() => RuleFor(r => r.Text).HasNoFault(text => FreeText.FaultIn(text, ObjectivePlan.TextLength));
}

internal sealed class ObjectToResultHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<ObjectToResult, Done>
{
    public async Task<Result<Done>> Handle(ObjectToResult request, CancellationToken cancellationToken)
    {
        var asked = db.ObjectivePlans.InScope(caller, db).Where(p => p.Id == request.Objectives).Select(p => p.Id)
            .Concat(db.ObjectivePlans.PublicTo(caller, db).Where(p => p.Id == request.Objectives).Select(p => p.Id));
        var plans = db.ObjectivePlans.Where(p => asked.Contains(p.Id));
        if (await plans.Select(p => (Guid?)p.OrganizationId.Value).SingleOrDefaultAsync(cancellationToken) is not { } branch) return ObjectivesErrors.NotFound;
        await db.LockChain(branch, cancellationToken);
        var found = await db.PlanInReach(caller, plans, cancellationToken);
        return found!.Plan.Object(caller.PersonId, request.Text, found.Standing, clock.Today);
    }
}
