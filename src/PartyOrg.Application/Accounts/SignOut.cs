using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Accounts;

/// <summary>Signs out: the caller's session ends, its access token is refused at the next request.</summary>
[AllowedToSignedIn]
public sealed record SignOut : ICommand<Done>;

internal sealed class SignOutHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<SignOut, Done>
{
    public Task<Result<Done>> Handle(SignOut request, CancellationToken cancellationToken) =>
        EndSessionHandler.End(db, caller, clock, caller.SessionId!.Value, SessionEnd.SignedOut, cancellationToken);
}
