using FluentValidation;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Accounts;

/// <summary>
/// Changes the caller's own password; his other sessions end. A password has 12 to 128 characters, is none of the commonest and not the user name
/// filled up. A wrong current password counts like a failed sign-in.
/// </summary>
/// <param name="CurrentPassword">The password until now.</param>
/// <param name="NewPassword">The password from now on.</param>
/// <example>{"currentPassword": "a long sentence that nobody guesses", "newPassword": "another sentence, longer than the first"}</example>
[AllowedToSignedIn]
public sealed record ChangePassword([property: Secret] string CurrentPassword, [property: Secret] string NewPassword) : ICommand<Done>, IKeepsRefusals, IPrepared;

internal sealed class ChangePasswordValidator : AbstractValidator<ChangePassword>
{
    public ChangePasswordValidator() => RuleFor(r => r.CurrentPassword).MaximumLength(NewPassword.MaxLength);
}

internal sealed class ChangePasswordHandler(OwnPassword own, ICredentials credentials, SessionTokens tokens, Caller caller, Clock clock) : IHandler<ChangePassword, Done>, IPreparation<ChangePassword>
{
    public Task Prepare(ChangePassword request, CancellationToken cancellation) => own.Check(request.CurrentPassword, cancellation);

    public async Task<Result<Done>> Handle(ChangePassword request, CancellationToken cancellationToken)
    {
        var proven = await own.Prove(cancellationToken);
        if (!proven.Succeeded) return proven.Errors[0];
        var account = proven.Value;
        if (request.NewPassword == request.CurrentPassword) return AccountErrors.PasswordUnchanged;
        var chosen = NewPassword.Of(request.NewPassword, account.UserName);
        if (!chosen.Succeeded) return chosen.Errors[0].At("/newPassword");

        account.ReceivePassword(credentials.Hash(account, chosen.Value));
        await tokens.EndAll(account.Id, but: caller.SessionId, SessionEnd.PasswordChanged, clock.Now, cancellationToken);
        return Done.It;
    }
}
