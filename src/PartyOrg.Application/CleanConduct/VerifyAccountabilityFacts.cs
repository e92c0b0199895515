using FluentValidation;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.CleanConduct;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.CleanConduct;

/// <summary>Records what was verified in an accountability case (TWS-2.4). Facts that are not established lead to nothing but the end of the case.</summary>
/// <param name="Case">The case, opened and not verified.</param>
/// <param name="Established">Whether the facts are as alleged.</param>
/// <param name="Findings">What was found, 1 to 2,000 characters.</param>
/// <param name="VerifiedOn">The day, today or before, not before the opening.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(AccountabilityScope.Asking, RuleId = "TWS-2.4")]
public sealed record VerifyAccountabilityFacts(Id<AccountabilityCase> Case, bool Established, [property: Secret] string Findings, LocalDate VerifiedOn, ExpectedVersion Expected)
    : ICommand<AccountabilityCaseAnswer>, IChange
{
    /// <summary>What was verified.</summary>
    /// <param name="Established">Whether the facts are as alleged.</param>
    /// <param name="Findings">What was found, 1 to 2,000 characters.</param>
    /// <param name="VerifiedOn">The day, today or before, not before the opening.</param>
    /// <example>{"established": true, "findings": "经核实，收受礼品两次，折合人民币800元", "verifiedOn": "2026-04-10"}</example>
    public sealed record Body(bool Established, string Findings, LocalDate VerifiedOn);
}

internal sealed class VerifyAccountabilityFactsValidator : AbstractValidator<VerifyAccountabilityFacts>
{
    public VerifyAccountabilityFactsValidator(Clock clock)
    {
        RuleFor(r => r.Findings).HasNoFault(text => FreeText.FaultIn(text, AccountabilityCase.TextLength));
        RuleFor(r => r.VerifiedOn).NotInFuture(clock);
    }
}

internal sealed class VerifyAccountabilityFactsHandler(PartyOrgContext db, Caller caller) : IHandler<VerifyAccountabilityFacts, AccountabilityCaseAnswer>
{
    public Task<Result<AccountabilityCaseAnswer>> Handle(VerifyAccountabilityFacts request, CancellationToken cancellationToken) => db.Change(
        caller, request.Case, request.Expected, (row, standing) => Task.FromResult(row.Case.Verify(request.Established, request.Findings, request.VerifiedOn, standing)), cancellationToken);
}
