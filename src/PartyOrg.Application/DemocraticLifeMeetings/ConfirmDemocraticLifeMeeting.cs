using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticLifeMeetings;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.DemocraticLifeMeetings;

/// <summary>
/// Confirms the record; whoever presided does this, and nobody for him. Refused while somebody who was absent has not made the meeting up (TWS-4.2), or criticism and self-criticism are not recorded for everyone
/// who must attend (TWS-4.5b). From now on the meeting counts for TWS-4.1 and TWS-9.2.2, by the day on which it was held.
/// </summary>
/// <param name="LifeMeeting">The meeting, which was held.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.Member | Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-4.5b")]
public sealed record ConfirmDemocraticLifeMeeting(Id<DemocraticLifeMeeting> LifeMeeting, ExpectedVersion Expected) : ICommand<LifeMeetingSummary>, IChange;

internal sealed class ConfirmDemocraticLifeMeetingHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<ConfirmDemocraticLifeMeeting, LifeMeetingSummary>
{
    public Task<Result<LifeMeetingSummary>> Handle(ConfirmDemocraticLifeMeeting request, CancellationToken cancellationToken) => db.ChangeLifeMeeting(
        caller, request.LifeMeeting, request.Expected, (meeting, standing) => meeting.Confirm(standing, clock.Now), cancellationToken);
}
