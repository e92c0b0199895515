using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.ThreeMeetingsAndOneLesson;

/// <summary>Postpones a planned meeting, or brings it forward, to today or later (TWS-3.5). The date that it gave up and the reason stay to be seen.</summary>
/// <param name="Meeting">The planned meeting.</param>
/// <param name="On">The new date.</param>
/// <param name="StartsAt">When it begins then, local time.</param>
/// <param name="Place">Where, 1 to 200 characters; none leaves the place as it is.</param>
/// <param name="Reason">Why, 1 to 500 characters.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchLeaders, RuleId = "TWS-3.5")]
public sealed record RescheduleMeeting(Id<Meeting> Meeting, LocalDate On, LocalTime StartsAt, string? Place, string Reason, ExpectedVersion Expected) : ICommand<MeetingSummary>, IChange
{
    /// <summary>The new date, and why.</summary>
    /// <param name="On">The new date.</param>
    /// <param name="StartsAt">When it begins then, local time.</param>
    /// <param name="Reason">Why, 1 to 500 characters.</param>
    /// <param name="Place">Where, 1 to 200 characters; none leaves the place as it is.</param>
    /// <example>
    /// { "on": "2030-06-22", "startsAt": "09:30", "reason": "会议室占用" }
    /// </example>
    public sealed record Body(LocalDate On, LocalTime StartsAt, string Reason, string? Place = null);
}

internal sealed class RescheduleMeetingValidator : AbstractValidator<RescheduleMeeting>
{
    public RescheduleMeetingValidator()
    {
        RuleFor(r => r.Place).HasNoFault(place => place is null ? null : FreeText.FaultIn(place, MeetingPlan.PlaceLength));
        RuleFor(r => r.Reason).HasNoFault(reason => FreeText.FaultIn(reason, Domain.ThreeMeetingsAndOneLesson.Meeting.ReasonLength));
    }
}

internal sealed class RescheduleMeetingHandler(PartyOrgContext db, Caller caller, ActivityKinds kinds, Clock clock) : IHandler<RescheduleMeeting, MeetingSummary>
{
    public async Task<Result<MeetingSummary>> Handle(RescheduleMeeting request, CancellationToken cancellationToken)
    {
        var loaded = await db.MeetingToChange(meetings => meetings.InScope(caller, db).Where(m => m.Id == request.Meeting), request.Expected, cancellationToken);
        if (!loaded.Succeeded) return loaded.Errors[0];
        var meeting = loaded.Value;
        if (await db.NotKept(caller, meeting, kinds, cancellationToken) is { } notKept) return notKept;
        var together = await db.Together(caller, meeting.OrganizationId, meeting.JointWith, request.On, kinds.Named(meeting.Kinds), MeetingErrors.NotFound, "/on", cancellationToken);
        if (!together.Succeeded) return together.Errors[0];

        return meeting.Reschedule(together.Value, request.StartsAt, request.Place, request.Reason, kinds, clock).Map(_ => MeetingSummary.Of(meeting));
    }
}
