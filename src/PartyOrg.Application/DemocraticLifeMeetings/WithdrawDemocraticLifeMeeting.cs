using FluentValidation;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticLifeMeetings;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.DemocraticLifeMeetings;

/// <summary>Takes back a record made by mistake, with a reason: it stays to be read and counts for nothing. A meeting that was held is then planned and recorded anew.</summary>
/// <param name="LifeMeeting">The meeting, which was recorded as held.</param>
/// <param name="Reason">Why, 1 to 500 characters.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-4.5b")]
public sealed record WithdrawDemocraticLifeMeeting(Id<DemocraticLifeMeeting> LifeMeeting, string Reason, ExpectedVersion Expected) : ICommand<LifeMeetingSummary>, IChange
{
    /// <summary>Why.</summary>
    /// <param name="Reason">Why, 1 to 500 characters.</param>
    /// <example>{"reason": "登记重复"}</example>
    public sealed record Body(string Reason);
}

internal sealed class WithdrawDemocraticLifeMeetingValidator : AbstractValidator<WithdrawDemocraticLifeMeeting>
{
    public WithdrawDemocraticLifeMeetingValidator() => RuleFor(r => r.Reason).HasNoFault(reason => FreeText.FaultIn(reason, DemocraticLifeMeeting.ReasonLength));
}

internal sealed class WithdrawDemocraticLifeMeetingHandler(PartyOrgContext db, Caller caller) : IHandler<WithdrawDemocraticLifeMeeting, LifeMeetingSummary>
{
    public Task<Result<LifeMeetingSummary>> Handle(WithdrawDemocraticLifeMeeting request, CancellationToken cancellationToken) => db.ChangeLifeMeeting(
        caller, request.LifeMeeting, request.Expected, (meeting, standing) => meeting.Withdraw(request.Reason, standing), cancellationToken);
}
