using FluentValidation;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.InnerPartySupervision;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;
using PartyOrg.Domain;

namespace PartyOrg.Application.InnerPartySupervision;

/// <summary>Closes a letter that was answered (TWS-9.2.7).</summary>
/// <param name="Letter">The letter.</param>
/// <param name="Conclusion">1 to 4,000 characters; the sender reads it.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchSecretary | Role.DisciplineInspector | Role.Officers, RuleId = "TWS-9.2.7")]
public sealed record CloseLetter(Id<Letter> Letter, [property: Secret] string Conclusion, ExpectedVersion Expected) : ICommand<LetterSummary>, IChange
{
    /// <summary>What is recorded.</summary>
    /// <param name="Conclusion">1 to 4,000 characters; the sender reads it.</param>
    /// <example>{"conclusion": "来信人未再提出异议，办结。"}</example>
    public sealed record Body([property: Secret] string Conclusion);
}

internal sealed class CloseLetterValidator : AbstractValidator<CloseLetter>
{
    public CloseLetterValidator() => RuleFor(r => r.Conclusion).HasNoFault(t => FreeText.FaultIn(t, Domain.InnerPartySupervision.Letter.AnswerLength));
}

internal sealed class CloseLetterHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<CloseLetter, LetterSummary>
{
    public async Task<Result<LetterSummary>> Handle(CloseLetter request, CancellationToken cancellationToken)
    {
        var held = await db.LetterInReach(caller, request.Letter, request.Expected, cancellationToken);
        if (!held.Succeeded) return held.Errors[0];
        var it = held.Value;
        return it.Letter.Close(request.Conclusion, it.Standing, clock.Today).Map(_ => LetterSummary.Of(it.Letter, it.Standing));
    }
}
