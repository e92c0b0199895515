using FluentValidation;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.InnerPartySupervision;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain;

namespace PartyOrg.Application.InnerPartySupervision;

/// <summary>Records whether the facts of a case hold, and how that was verified (TWS-9.2.6). One that does not hold is closed next.</summary>
/// <param name="Case">The case.</param>
/// <param name="IsEstablished">Whether there was a breach.</param>
/// <param name="Verification">1 to 10,000 characters.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.DisciplineInspector | Role.Officers, RuleId = "TWS-9.2.6")]
public sealed record VerifyDisciplineCase(Id<DisciplineCase> Case, [property: Secret] bool IsEstablished, [property: Secret] string Verification, ExpectedVersion Expected) : ICommand<DisciplineCaseSummary>, IChange
{
    /// <summary>What is recorded.</summary>
    /// <param name="IsEstablished">Whether there was a breach.</param>
    /// <param name="Verification">1 to 10,000 characters.</param>
    /// <example>{"isEstablished": true, "verification": "与本人核对材料，本人认可。"}</example>
    public sealed record Body([property: Secret] bool IsEstablished, [property: Secret] string Verification);
}

internal sealed class VerifyDisciplineCaseValidator : AbstractValidator<VerifyDisciplineCase>
{
    public VerifyDisciplineCaseValidator() => RuleFor(r => r.Verification).HasNoFault(t => FreeText.FaultIn(t, DisciplineCase.TextLength));
}

internal sealed class VerifyDisciplineCaseHandler(PartyOrgContext db, Caller caller) : IHandler<VerifyDisciplineCase, DisciplineCaseSummary>
{
    public async Task<Result<DisciplineCaseSummary>> Handle(VerifyDisciplineCase request, CancellationToken cancellationToken)
    {
        var held = await db.CaseInReach(caller, request.Case, request.Expected, cancellationToken);
        if (!held.Succeeded) return held.Errors[0];
        var it = held.Value;
        return it.Case.Verify(request.IsEstablished, request.Verification, it.Standing).Map(_ => DisciplineCaseSummary.Of(it.Case, it.Standing));
    }
}
