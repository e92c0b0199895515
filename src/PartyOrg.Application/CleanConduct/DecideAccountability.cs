using FluentValidation;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.CleanConduct;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.CleanConduct;

/// <summary>
/// Records the decision on the handling (TWS-2.4): the committee's, by the discipline inspector, or the superior's own where the organization's head or its leading body is concerned (403
/// for the other). Each handling is in proportion to the post, the part in the breach and the responsibility; one that lacks any of the three is refused (422).
/// </summary>
/// <param name="Case">The case, with responsibility attributed.</param>
/// <param name="Handlings">One for each responsibility, in the same order.</param>
/// <param name="DecidedOn">The day, today or before, not before the verification.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(AccountabilityScope.Asking, RuleId = "TWS-2.4")]
public sealed record DecideAccountability(Id<AccountabilityCase> Case, [property: Secret] IReadOnlyList<DecidedHandling> Handlings, LocalDate DecidedOn, ExpectedVersion Expected)
    : ICommand<AccountabilityCaseAnswer>, IChange
{
    /// <summary>The decision.</summary>
    /// <param name="Handlings">One for each responsibility, in the same order.</param>
    /// <param name="DecidedOn">The day, today or before, not before the verification.</param>
    /// <example>{"handlings": [{"measure": "通报批评，责令整改", "post": "支部领导班子", "partInBreach": "未建立监督制度", "responsibility": "主要领导责任"}], "decidedOn": "2026-04-20"}</example>
    public sealed record Body(IReadOnlyList<DecidedHandling> Handlings, LocalDate DecidedOn);
}

internal sealed class DecideAccountabilityValidator : AbstractValidator<DecideAccountability>
{
    public DecideAccountabilityValidator(Clock clock)
    {
        RuleFor(r => r.Handlings).HasNoFaults(DecidedHandling.FaultsIn);
        RuleFor(r => r.DecidedOn).NotInFuture(clock);
    }
}

internal sealed class DecideAccountabilityHandler(PartyOrgContext db, Caller caller) : IHandler<DecideAccountability, AccountabilityCaseAnswer>
{
    public Task<Result<AccountabilityCaseAnswer>> Handle(DecideAccountability request, CancellationToken cancellationToken) =>
        db.Change(caller, request.Case, request.Expected, (row, standing) => Task.FromResult(row.Case.Decide(request.Handlings, request.DecidedOn, standing)), cancellationToken);
}
