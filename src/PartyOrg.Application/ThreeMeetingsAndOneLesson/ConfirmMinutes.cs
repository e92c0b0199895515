using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.ThreeMeetingsAndOneLesson;

/// <summary>Confirms the minutes of a meeting that was held. The person who chaired it does this, whatever else he is, and nobody for him (TWS-3.5); once (REG-6).</summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="Expected">The version that the caller saw: he confirms what he has read.</param>
[AllowedTo(Role.Readers | Role.Member, RuleId = "TWS-3.5")]
public sealed record ConfirmMinutes(Id<Meeting> Meeting, ExpectedVersion Expected) : ICommand<MeetingSummary>, IChange;

internal sealed class ConfirmMinutesHandler(PartyOrgContext db, Caller caller, ActivityKinds kinds, Clock clock) : IHandler<ConfirmMinutes, MeetingSummary>
{
    public async Task<Result<MeetingSummary>> Handle(ConfirmMinutes request, CancellationToken cancellationToken)
    {
        var loaded = await db.MeetingToChange(meetings => meetings.InScopeOrChaired(caller, db).Where(m => m.Id == request.Meeting), request.Expected, cancellationToken);
        if (!loaded.Succeeded) return loaded.Errors[0];
        return loaded.Value.ConfirmMinutes(caller.PersonId, kinds, clock.Now).Map(_ => MeetingSummary.Of(loaded.Value));
    }
}
