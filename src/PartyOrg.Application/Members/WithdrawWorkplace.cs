using FluentValidation;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;
using PartyOrg.Domain.Units;

namespace PartyOrg.Application.Members;

/// <summary>Takes back a workplace that was recorded by mistake (REG-47). It stays in the history, and the reason in the audit; a workplace that it had ended is corrected by itself.</summary>
/// <param name="Member">The person.</param>
/// <param name="Workplace">The workplace.</param>
/// <param name="Reason">Why, 1 to 500 characters.</param>
/// <param name="Expected">The member's version that the caller saw.</param>
[AllowedTo(Role.Officers | Role.BranchSecretary)]
public sealed record WithdrawWorkplace(Id<Person> Member, Id<Workplace> Workplace, string Reason, ExpectedVersion Expected) : ICommand<Done>, IChange, IAboutMember
{
    /// <summary>Why.</summary>
    /// <param name="Reason">Why, 1 to 500 characters.</param>
    /// <example>{"reason": "误登记为同名人员的工作单位"}</example>
    public sealed record Body(string Reason);
}

internal sealed class WithdrawWorkplaceValidator : AbstractValidator<WithdrawWorkplace>
{
    public WithdrawWorkplaceValidator() => RuleFor(r => r.Reason).HasNoFault(reason => FreeText.FaultIn(reason, Unit.ReasonLength));
}

internal sealed class WithdrawWorkplaceHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<WithdrawWorkplace, Done>
{
    public async Task<Result<Done>> Handle(WithdrawWorkplace request, CancellationToken cancellationToken)
    {
        var loaded = await db.WithWorkplaces(caller, request.Member, request.Expected, cancellationToken);
        return loaded.Succeeded ? loaded.Value.WithdrawWorkplace(request.Workplace, clock.Now) : loaded.Errors[0];
    }
}
