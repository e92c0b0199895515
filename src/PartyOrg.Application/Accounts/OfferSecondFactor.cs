using FluentValidation;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Accounts;

/// <summary>Sets up a second factor: answers the secret for an authenticator application. Nobody is asked for it before a one-time password has confirmed it.</summary>
/// <param name="Password">The caller's password.</param>
/// <example>{"password": "a long sentence that nobody guesses"}</example>
[AllowedToSignedIn]
public sealed record OfferSecondFactor([property: Secret] string Password) : ICommand<SecondFactorAnswer>, IKeepsRefusals, IPrepared;

/// <summary>What an authenticator application needs. It is shown this once.</summary>
/// <param name="Secret">The secret in base 32.</param>
/// <param name="Uri">The same as the application reads it from a QR code.</param>
public sealed record SecondFactorAnswer(string Secret, string Uri) : Answer;

internal sealed class OfferSecondFactorValidator : AbstractValidator<OfferSecondFactor>
{
    public OfferSecondFactorValidator() => RuleFor(r => r.Password).MaximumLength(NewPassword.MaxLength);
}

internal sealed class OfferSecondFactorHandler(OwnPassword own, ICredentials credentials) : IHandler<OfferSecondFactor, SecondFactorAnswer>, IPreparation<OfferSecondFactor>
{
    public Task Prepare(OfferSecondFactor request, CancellationToken cancellation) => own.Check(request.Password, cancellation);

    public async Task<Result<SecondFactorAnswer>> Handle(OfferSecondFactor request, CancellationToken cancellationToken)
    {
        var proven = await own.Prove(cancellationToken);
        if (!proven.Succeeded) return proven.Errors[0];
        if (proven.Value.SecondFactor) return AccountErrors.SecondFactorOn;

        var secret = await credentials.OfferSecondFactor(proven.Value);
        return new SecondFactorAnswer(secret, $"otpauth://totp/PartyOrg:{Uri.EscapeDataString(proven.Value.UserName)}?secret={secret}&issuer=PartyOrg");
    }
}
