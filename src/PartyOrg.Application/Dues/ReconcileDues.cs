using FluentValidation;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Dues;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Dues;

/// <summary>
/// Counts the money and reconciles it with the ledger (TWS-D2): what was counted must be, to the fen, what came in since the last reconciliation, for whichever month it was paid.
/// </summary>
/// <param name="Organization">The branch.</param>
/// <param name="Month">The month, which was assessed.</param>
/// <param name="Counted">What was counted, in yuan with at most two decimals: what came in less what was given back, with a minus where more was given back after a reversal.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(DuesBooks.Keepers, RuleId = "TWS-D2")]
public sealed record ReconcileDues(Id<Organization> Organization, YearMonth Month, string Counted, ExpectedVersion Expected) : ICommand<DuesMonthAnswer>, IChange
{
    /// <summary>The count.</summary>
    /// <param name="Counted">What was counted, in yuan with at most two decimals: what came in less what was given back, with a minus where more was given back after a reversal.</param>
    /// <example>{"counted": "216.30"}</example>
    public sealed record Body(string Counted);
}

internal sealed class ReconcileDuesValidator : AbstractValidator<ReconcileDues>
{
    public ReconcileDuesValidator() => RuleFor(r => r.Counted).Makes(Yuan.Fen);
}

internal sealed class ReconcileDuesHandler(DuesBooks books, Clock clock) : IHandler<ReconcileDues, DuesMonthAnswer>
{
    public async Task<Result<DuesMonthAnswer>> Handle(ReconcileDues request, CancellationToken cancellationToken)
    {
        var loaded = await books.ToChange(request.Organization, request.Month, request.Expected, cancellationToken);
        if (!loaded.Succeeded) return loaded.Errors[0];
        var (month, organization, ledger) = loaded.Value;
        var cameIn = await books.CameIn(organization.Id, 0, cancellationToken);
        var done = month.Reconcile(Yuan.Fen(request.Counted).Value, cameIn, ledger.LastNumber, books.StandingOver(organization), clock.Today);
        return done.Succeeded ? await books.Tell(month, organization, cancellationToken) : done.Errors[0];
    }
}
