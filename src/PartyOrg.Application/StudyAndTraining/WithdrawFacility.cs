using FluentValidation;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.StudyAndTraining;

namespace PartyOrg.Application.StudyAndTraining;

/// <summary>Takes back a facility that was recorded by mistake, with a reason (TWS-6.6).</summary>
/// <param name="Facility">The facility.</param>
/// <param name="Reason">Why, 1 to 500 characters.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-6.6")]
public sealed record WithdrawFacility(Id<Facility> Facility, string Reason, ExpectedVersion Expected) : ICommand<FacilityAnswer>, IChange
{
    /// <summary>Why.</summary>
    /// <param name="Reason">Why, 1 to 500 characters.</param>
    /// <example>{"reason": "属于另一支部"}</example>
    public sealed record Body(string Reason);
}

internal sealed class WithdrawFacilityValidator : AbstractValidator<WithdrawFacility>
{
    public WithdrawFacilityValidator() => RuleFor(r => r.Reason).HasNoFault(reason => FreeText.FaultIn(reason, Domain.StudyAndTraining.Facility.ReasonLength));
}

internal sealed class WithdrawFacilityHandler(PartyOrgContext db, Caller caller) : IHandler<WithdrawFacility, FacilityAnswer>
{
    public Task<Result<FacilityAnswer>> Handle(WithdrawFacility request, CancellationToken cancellationToken) =>
        db.ChangeFacility(caller, request.Facility, request.Expected, (facility, roles) => facility.Withdraw(request.Reason, roles), cancellationToken);
}
