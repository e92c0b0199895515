using FluentValidation;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.InnerPartySupervision;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain;

namespace PartyOrg.Application.InnerPartySupervision;

/// <summary>Records how a breach was handled, and with which departments concerned (TWS-9.2.6).</summary>
/// <param name="Case">The case.</param>
/// <param name="Handling">1 to 10,000 characters.</param>
/// <param name="Departments">At least one and at most 20, 1 to 100 characters each.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.DisciplineInspector | Role.Officers, RuleId = "TWS-9.2.6")]
public sealed record HandleDisciplineCase(Id<DisciplineCase> Case, [property: Secret] string Handling, [property: Secret] IReadOnlyList<string> Departments, ExpectedVersion Expected) : ICommand<DisciplineCaseSummary>, IChange
{
    /// <summary>What is recorded.</summary>
    /// <param name="Handling">1 to 10,000 characters.</param>
    /// <param name="Departments">At least one and at most 20, 1 to 100 characters each.</param>
    /// <example>{"handling": "批评教育，责令退赔。", "departments": ["人力资源部"]}</example>
    public sealed record Body([property: Secret] string Handling, [property: Secret] IReadOnlyList<string> Departments);
}

internal sealed class HandleDisciplineCaseValidator : AbstractValidator<HandleDisciplineCase>
{
    public HandleDisciplineCaseValidator()
    {
        RuleFor(r => r.Handling).HasNoFault(t => FreeText.FaultIn(t, DisciplineCase.TextLength));
        RuleFor(r => r.Departments).Holds(0, DisciplineCase.MostDepartments);
        RuleForEach(r => r.Departments).HasNoFault(t => FreeText.FaultIn(t, DisciplineCase.NameLength));
    }
}

internal sealed class HandleDisciplineCaseHandler(PartyOrgContext db, Caller caller) : IHandler<HandleDisciplineCase, DisciplineCaseSummary>
{
    public async Task<Result<DisciplineCaseSummary>> Handle(HandleDisciplineCase request, CancellationToken cancellationToken)
    {
        var held = await db.CaseInReach(caller, request.Case, request.Expected, cancellationToken);
        if (!held.Succeeded) return held.Errors[0];
        var it = held.Value;
        return it.Case.Handle(request.Handling, request.Departments, it.Standing).Map(_ => DisciplineCaseSummary.Of(it.Case, it.Standing));
    }
}
