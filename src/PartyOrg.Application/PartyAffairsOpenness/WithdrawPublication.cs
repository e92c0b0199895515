using FluentValidation;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.PartyAffairsOpenness;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.PartyAffairsOpenness;

/// <summary>Takes a publication back. What was on view stays visible as withdrawn, with the reason and without its text (TWS-8.3).</summary>
/// <param name="Publication">The publication.</param>
/// <param name="Reason">Why, 1 to 500 characters; its audience reads it.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchSecretary | Role.Officers, RuleId = "TWS-8.3")]
public sealed record WithdrawPublication(Id<Publication> Publication, string Reason, ExpectedVersion Expected) : ICommand<PublicationAnswer>, IChange
{
    /// <summary>What is recorded.</summary>
    /// <param name="Reason">Why, 1 to 500 characters; its audience reads it.</param>
    /// <example>{"reason": "内容有误，更正后重新公开"}</example>
    public sealed record Body(string Reason);
}

internal sealed class WithdrawPublicationValidator : AbstractValidator<WithdrawPublication>
{
    public WithdrawPublicationValidator() => RuleFor(r => r.Reason).HasNoFault(t => FreeText.FaultIn(t, Domain.PartyAffairsOpenness.Publication.ReasonLength));
}

internal sealed class WithdrawPublicationHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<WithdrawPublication, PublicationAnswer>
{
    public async Task<Result<PublicationAnswer>> Handle(WithdrawPublication request, CancellationToken cancellationToken)
    {
        var held = await db.PublicationToChange(caller, request.Publication, request.Expected, cancellationToken);
        if (!held.Succeeded) return held.Errors[0];
        var it = held.Value;
        return it.Told(it.Publication.Withdraw(request.Reason, it.Standing, clock.Today));
    }
}
