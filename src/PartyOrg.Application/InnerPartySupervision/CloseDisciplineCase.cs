using FluentValidation;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.InnerPartySupervision;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;
using PartyOrg.Domain;

namespace PartyOrg.Application.InnerPartySupervision;

/// <summary>Closes a case that was handled, or that turned out to be unfounded (TWS-9.2.6).</summary>
/// <param name="Case">The case.</param>
/// <param name="Conclusion">1 to 10,000 characters.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.DisciplineInspector | Role.Officers, RuleId = "TWS-9.2.6")]
public sealed record CloseDisciplineCase(Id<DisciplineCase> Case, [property: Secret] string Conclusion, ExpectedVersion Expected) : ICommand<DisciplineCaseSummary>, IChange
{
    /// <summary>What is recorded.</summary>
    /// <param name="Conclusion">1 to 10,000 characters.</param>
    /// <example>{"conclusion": "处理已执行到位，结案。"}</example>
    public sealed record Body([property: Secret] string Conclusion);
}

internal sealed class CloseDisciplineCaseValidator : AbstractValidator<CloseDisciplineCase>
{
    public CloseDisciplineCaseValidator() => RuleFor(r => r.Conclusion).HasNoFault(t => FreeText.FaultIn(t, DisciplineCase.TextLength));
}

internal sealed class CloseDisciplineCaseHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<CloseDisciplineCase, DisciplineCaseSummary>
{
    public async Task<Result<DisciplineCaseSummary>> Handle(CloseDisciplineCase request, CancellationToken cancellationToken)
    {
        var held = await db.CaseInReach(caller, request.Case, request.Expected, cancellationToken);
        if (!held.Succeeded) return held.Errors[0];
        var it = held.Value;
        return it.Case.Close(request.Conclusion, it.Standing, clock.Today).Map(_ => DisciplineCaseSummary.Of(it.Case, it.Standing));
    }
}
