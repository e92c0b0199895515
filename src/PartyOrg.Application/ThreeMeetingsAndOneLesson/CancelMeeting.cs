using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;

namespace PartyOrg.Application.ThreeMeetingsAndOneLesson;

/// <summary>Calls a planned meeting off (TWS-3.5). What was held is not cancelled but corrected or withdrawn.</summary>
/// <param name="Meeting">The planned meeting.</param>
/// <param name="Reason">Why, 1 to 500 characters.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchLeaders, RuleId = "TWS-3.5")]
public sealed record CancelMeeting(Id<Meeting> Meeting, string Reason, ExpectedVersion Expected) : ICommand<MeetingSummary>, IChange
{
    /// <summary>Why.</summary>
    /// <param name="Reason">Why, 1 to 500 characters.</param>
    /// <example>
    /// { "reason": "与全镇大会合并" }
    /// </example>
    public sealed record Body(string Reason);
}

internal sealed class CancelMeetingValidator : AbstractValidator<CancelMeeting>
{
    public CancelMeetingValidator() => RuleFor(r => r.Reason).HasNoFault(reason => FreeText.FaultIn(reason, Domain.ThreeMeetingsAndOneLesson.Meeting.ReasonLength));
}

internal sealed class CancelMeetingHandler(PartyOrgContext db, Caller caller, ActivityKinds kinds) : IHandler<CancelMeeting, MeetingSummary>
{
    public async Task<Result<MeetingSummary>> Handle(CancelMeeting request, CancellationToken cancellationToken)
    {
        var loaded = await db.MeetingToChange(meetings => meetings.InScope(caller, db).Where(m => m.Id == request.Meeting), request.Expected, cancellationToken);
        if (!loaded.Succeeded) return loaded.Errors[0];
        var meeting = loaded.Value;
        return meeting.Cancel(await db.RolesOver(caller, meeting, kinds, cancellationToken), request.Reason, kinds).Map(_ => MeetingSummary.Of(meeting));
    }
}
