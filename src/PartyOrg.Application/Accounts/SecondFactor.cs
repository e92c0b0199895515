using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Audit;
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

/// <summary>Confirms the second factor; from now on every sign-in asks for a one-time password.</summary>
/// <param name="OneTimePassword">The six digits that the authenticator application shows.</param>
/// <example>{"oneTimePassword": "492039"}</example>
[AllowedToSignedIn]
public sealed record ConfirmSecondFactor([property: Secret] string OneTimePassword) : ICommand<Done>;

/// <summary>Removes the second factor.</summary>
/// <param name="Password">The caller's password.</param>
/// <param name="OneTimePassword">The six digits that the authenticator application shows.</param>
/// <example>{"password": "a long sentence that nobody guesses", "oneTimePassword": "492039"}</example>
[AllowedToSignedIn]
public sealed record RemoveSecondFactor([property: Secret] string Password, [property: Secret] string OneTimePassword) : ICommand<Done>, IKeepsRefusals, IPrepared;

internal sealed class OfferSecondFactorValidator : AbstractValidator<OfferSecondFactor>
{
    public OfferSecondFactorValidator() => RuleFor(r => r.Password).MaximumLength(NewPassword.MaxLength);
}

internal sealed class RemoveSecondFactorValidator : AbstractValidator<RemoveSecondFactor>
{
    public RemoveSecondFactorValidator() => RuleFor(r => r.Password).MaximumLength(NewPassword.MaxLength);
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

internal sealed class ConfirmSecondFactorHandler(PartyOrgContext db, Caller caller, ICredentials credentials) : IHandler<ConfirmSecondFactor, Done>
{
    public async Task<Result<Done>> Handle(ConfirmSecondFactor request, CancellationToken cancellationToken)
    {
        await db.LockChain(AuditChain.System, cancellationToken);
        var account = await db.Accounts.SingleAsync(a => a.Id == caller.AccountId, cancellationToken);
        if (account.SecondFactor) return AccountErrors.SecondFactorOn;
        if (account.SecondFactorSecret is null) return AccountErrors.SecondFactorOff;
        if (!await credentials.UseOneTimePassword(account, request.OneTimePassword)) return AccountErrors.OneTimePasswordWrong;
        account.ConfirmSecondFactor();
        return Done.It;
    }
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
