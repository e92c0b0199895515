using FluentValidation;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.CleanConduct;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.CleanConduct;

/// <summary>Closes an accountability case (TWS-2.4): after the decision was carried out, or because the facts are not established.</summary>
/// <param name="Case">The case.</param>
/// <param name="Outcome">What came of it, 1 to 2,000 characters.</param>
/// <param name="ClosedOn">The day, today or before, not before the step before.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(AccountabilityScope.Asking, RuleId = "TWS-2.4")]
public sealed record CloseAccountabilityCase(Id<AccountabilityCase> Case, [property: Secret] string Outcome, LocalDate ClosedOn, ExpectedVersion Expected) : ICommand<AccountabilityCaseAnswer>, IChange
{
    /// <summary>What came of it.</summary>
    /// <param name="Outcome">What came of it, 1 to 2,000 characters.</param>
    /// <param name="ClosedOn">The day, today or before, not before the step before.</param>
    /// <example>{"outcome": "处理决定已执行，制度已修订", "closedOn": "2026-05-06"}</example>
    public sealed record Body(string Outcome, LocalDate ClosedOn);
}

internal sealed class CloseAccountabilityCaseValidator : AbstractValidator<CloseAccountabilityCase>
{
    public CloseAccountabilityCaseValidator(Clock clock)
    {
        RuleFor(r => r.Outcome).HasNoFault(text => FreeText.FaultIn(text, AccountabilityCase.TextLength));
        RuleFor(r => r.ClosedOn).NotInFuture(clock);
    }
}

internal sealed class CloseAccountabilityCaseHandler(PartyOrgContext db, Caller caller) : IHandler<CloseAccountabilityCase, AccountabilityCaseAnswer>
{
    public Task<Result<AccountabilityCaseAnswer>> Handle(CloseAccountabilityCase request, CancellationToken cancellationToken) =>
        db.Change(caller, request.Case, request.Expected, (row, standing) => Task.FromResult(row.Case.Close(request.Outcome, request.ClosedOn, standing)), cancellationToken);
}
