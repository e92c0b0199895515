using FluentValidation;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.InnerPartySupervision;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;
using PartyOrg.Domain;

namespace PartyOrg.Application.InnerPartySupervision;

/// <summary>Answers a letter (TWS-9.2.7): whoever it was assigned to does, within the term of the rule. The sender reads the answer with his code.</summary>
/// <param name="Letter">The letter.</param>
/// <param name="Answer">1 to 4,000 characters.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchSecretary | Role.DisciplineInspector | Role.Officers | Role.CommitteeMember | Role.GroupLeader | Role.Instructor | Role.Member, RuleId = "TWS-9.2.7")]
public sealed record AnswerLetter(Id<Letter> Letter, [property: Secret] string Answer, ExpectedVersion Expected) : ICommand<LetterSummary>, IChange
{
    /// <summary>What is recorded.</summary>
    /// <param name="Answer">1 to 4,000 characters.</param>
    /// <example>{"answer": "经核实，食堂招标已重新公示，感谢监督。"}</example>
    public sealed record Body([property: Secret] string Answer);
}

internal sealed class AnswerLetterValidator : AbstractValidator<AnswerLetter>
{
    public AnswerLetterValidator() => RuleFor(r => r.Answer).HasNoFault(t => FreeText.FaultIn(t, Domain.InnerPartySupervision.Letter.AnswerLength));
}

internal sealed class AnswerLetterHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<AnswerLetter, LetterSummary>
{
    public async Task<Result<LetterSummary>> Handle(AnswerLetter request, CancellationToken cancellationToken)
    {
        var held = await db.LetterInReach(caller, request.Letter, request.Expected, cancellationToken);
        if (!held.Succeeded) return held.Errors[0];
        var it = held.Value;
        return it.Letter.Reply(request.Answer, it.Standing, clock.Today).Map(_ => LetterSummary.Of(it.Letter, it.Standing));
    }
}
