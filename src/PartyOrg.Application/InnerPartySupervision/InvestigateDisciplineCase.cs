using FluentValidation;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.InnerPartySupervision;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain;

namespace PartyOrg.Application.InnerPartySupervision;

/// <summary>Records what the investigation of a case found (TWS-9.2.6).</summary>
/// <param name="Case">The case.</param>
/// <param name="Findings">1 to 10,000 characters.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.DisciplineInspector | Role.Officers, RuleId = "TWS-9.2.6")]
public sealed record InvestigateDisciplineCase(Id<DisciplineCase> Case, [property: Secret] string Findings, ExpectedVersion Expected) : ICommand<DisciplineCaseSummary>, IChange
{
    /// <summary>What is recorded.</summary>
    /// <param name="Findings">1 to 10,000 characters.</param>
    /// <example>{"findings": "经查阅票据和询问相关人员，情况属实。"}</example>
    public sealed record Body([property: Secret] string Findings);
}

internal sealed class InvestigateDisciplineCaseValidator : AbstractValidator<InvestigateDisciplineCase>
{
    public InvestigateDisciplineCaseValidator() => RuleFor(r => r.Findings).HasNoFault(t => FreeText.FaultIn(t, DisciplineCase.TextLength));
}

internal sealed class InvestigateDisciplineCaseHandler(PartyOrgContext db, Caller caller) : IHandler<InvestigateDisciplineCase, DisciplineCaseSummary>
{
    public async Task<Result<DisciplineCaseSummary>> Handle(InvestigateDisciplineCase request, CancellationToken cancellationToken)
    {
        var held = await db.CaseInReach(caller, request.Case, request.Expected, cancellationToken);
        if (!held.Succeeded) return held.Errors[0];
        var it = held.Value;
        return it.Case.Investigate(request.Findings, it.Standing).Map(_ => DisciplineCaseSummary.Of(it.Case, it.Standing));
    }
}
