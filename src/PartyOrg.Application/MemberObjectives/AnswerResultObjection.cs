using FluentValidation;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.RuleBooks;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.MemberObjectives;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.MemberObjectives;

/// <summary>Answers an objection to a published result (TWS-5.5); where it is upheld, marks can change and the result is computed anew.</summary>
/// <param name="Objectives">The objectives.</param>
/// <param name="Number">The number of the objection.</param>
/// <param name="Answer">The answer, 1 to 2000 characters.</param>
/// <param name="Upheld">Whether it was right.</param>
/// <param name="Marks">Marks that change with it; only where it is upheld.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(ObjectivesScope.Deciders, RuleId = "TWS-5.5")]
public sealed record AnswerResultObjection(Id<ObjectivePlan> Objectives, int Number, [property: Secret] string Answer, bool Upheld, IReadOnlyList<ObjectiveMark>? Marks, ExpectedVersion Expected) : ICommand<ObjectivesAnswer>, IChange
{
    /// <summary>What is recorded.</summary>
    /// <param name="Number">The number of the objection.</param>
    /// <param name="Answer">The answer, 1 to 2000 characters.</param>
    /// <param name="Upheld">Whether it was right.</param>
    /// <param name="Marks">Marks that change with it; only where it is upheld.</param>
    /// <example>{"number": 1, "answer": "经核实，补记一分", "upheld": true, "marks": [{"number": 2, "mark": 29.5}]}</example>
    public sealed record Body(int Number, string Answer, bool Upheld, IReadOnlyList<ObjectiveMark>? Marks = null);
}

internal sealed class AnswerResultObjectionValidator : AbstractValidator<AnswerResultObjection>
{
    public AnswerResultObjectionValidator()
    {
        RuleFor(r => r.Answer).HasNoFault(text => FreeText.FaultIn(text, ObjectivePlan.TextLength));
    }
}

internal sealed class AnswerResultObjectionHandler(PartyOrgContext db, Caller caller, RulesInPlace rules, Clock clock) : IHandler<AnswerResultObjection, ObjectivesAnswer>
{
    public async Task<Result<ObjectivesAnswer>> Handle(AnswerResultObjection request, CancellationToken cancellationToken)
    {
        var found = await db.PlanToChange(caller, request.Objectives, request.Expected, cancellationToken);
        if (!found.Succeeded) return found.Errors[0];
        var plan = found.Value.Plan;
        var terms = new ObjectivesTerms(await rules.Of(plan.OrganizationId, cancellationToken), plan.Year);
        var done = plan.Answer(request.Number, request.Answer, request.Upheld, request.Marks ?? [], terms, found.Value.Standing, clock.Today);
        return done.Succeeded ? await ObjectivesAnswer.Of(found.Value, caller, db, cancellationToken) : done.Errors[0];
    }
}
