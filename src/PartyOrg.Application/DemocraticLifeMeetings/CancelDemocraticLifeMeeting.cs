using FluentValidation;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticLifeMeetings;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.DemocraticLifeMeetings;

/// <summary>Calls off a democratic life meeting that was not held yet, with a reason.</summary>
/// <param name="LifeMeeting">The meeting.</param>
/// <param name="Reason">Why, 1 to 500 characters.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-4.4")]
public sealed record CancelDemocraticLifeMeeting(Id<DemocraticLifeMeeting> LifeMeeting, string Reason, ExpectedVersion Expected) : ICommand<LifeMeetingSummary>, IChange
{
    /// <summary>Why.</summary>
    /// <param name="Reason">Why, 1 to 500 characters.</param>
    /// <example>{"reason": "与上级统一安排冲突"}</example>
    public sealed record Body(string Reason);
}

internal sealed class CancelDemocraticLifeMeetingValidator : AbstractValidator<CancelDemocraticLifeMeeting>
{
    public CancelDemocraticLifeMeetingValidator() => RuleFor(r => r.Reason).HasNoFault(reason => FreeText.FaultIn(reason, DemocraticLifeMeeting.ReasonLength));
}

internal sealed class CancelDemocraticLifeMeetingHandler(PartyOrgContext db, Caller caller) : IHandler<CancelDemocraticLifeMeeting, LifeMeetingSummary>
{
    public Task<Result<LifeMeetingSummary>> Handle(CancelDemocraticLifeMeeting request, CancellationToken cancellationToken) => db.ChangeLifeMeeting(
        caller, request.LifeMeeting, request.Expected, (meeting, standing) => meeting.Cancel(request.Reason, standing), cancellationToken);
}
