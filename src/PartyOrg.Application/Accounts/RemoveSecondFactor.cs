using FluentValidation;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Accounts;

/// <summary>Removes the second factor.</summary>
/// <param name="Password">The caller's password.</param>
/// <param name="OneTimePassword">The six digits that the authenticator application shows.</param>
/// <example>{"password": "a long sentence that nobody guesses", "oneTimePassword": "492039"}</example>
[AllowedToSignedIn]
public sealed record RemoveSecondFactor([property: Secret] string Password, [property: Secret] string OneTimePassword) : ICommand<Done>, IKeepsRefusals, IPrepared;

internal sealed class RemoveSecondFactorValidator : AbstractValidator<RemoveSecondFactor>
{
    public RemoveSecondFactorValidator() => RuleFor(r => r.Password).MaximumLength(NewPassword.MaxLength);
}

internal sealed class RemoveSecondFactorHandler(OwnPassword own, ICredentials credentials) : IHandler<RemoveSecondFactor, Done>, IPreparation<RemoveSecondFactor>
{
    public Task Prepare(RemoveSecondFactor request, CancellationToken cancellation) => own.Check(request.Password, cancellation);

    public async Task<Result<Done>> Handle(RemoveSecondFactor request, CancellationToken cancellationToken)
    {
        var proven = await own.Prove(cancellationToken);
        if (!proven.Succeeded) return proven.Errors[0];
        if (!proven.Value.SecondFactor) return AccountErrors.SecondFactorOff;
        if (!await credentials.UseOneTimePassword(proven.Value, request.OneTimePassword)) return AccountErrors.OneTimePasswordWrong;
        proven.Value.RemoveSecondFactor();
        return Done.It;
    }
}
