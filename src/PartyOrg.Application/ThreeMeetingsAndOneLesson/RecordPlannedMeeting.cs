using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.ThreeMeetingsAndOneLesson;

/// <summary>Records that a planned meeting was held, and who attended (TWS-3.5). What was held counts, on its own day, whatever had been planned; the plan stays to be seen.</summary>
/// <param name="Meeting">The planned meeting.</param>
/// <param name="Record">What is recorded of it.</param>
/// <param name="Roll">One entry for everyone expected on the day on which it was held.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchLeaders, RuleId = "TWS-3.5")]
public sealed record RecordPlannedMeeting(Id<Meeting> Meeting, MeetingRecord Record, IReadOnlyList<RollEntry> Roll, ExpectedVersion Expected) : ICommand<MeetingSummary>, IChange
{
    /// <summary>What was held.</summary>
    /// <param name="Record">What is recorded of it.</param>
    /// <param name="Roll">One entry for everyone expected on the day on which it was held.</param>
    public sealed record Body(MeetingRecord Record, IReadOnlyList<RollEntry> Roll);
}

internal sealed class RecordPlannedMeetingValidator : AbstractValidator<RecordPlannedMeeting>
{
    public RecordPlannedMeetingValidator(ActivityKinds kinds)
    {
        RuleFor(r => r.Record).HasNoFaults(record => record.FaultsAgainst(kinds));
        RuleFor(r => r.Roll).HasNoFaults(RollEntry.FaultsIn);
    }
}

internal sealed class RecordPlannedMeetingHandler(PartyOrgContext db, Caller caller, ActivityKinds kinds, Clock clock) : IHandler<RecordPlannedMeeting, MeetingSummary>
{
    public async Task<Result<MeetingSummary>> Handle(RecordPlannedMeeting request, CancellationToken cancellationToken)
    {
        var loaded = await db.MeetingToChange(meetings => meetings.InScope(caller, db).Where(m => m.Id == request.Meeting), request.Expected, cancellationToken);
        if (!loaded.Succeeded) return loaded.Errors[0];
        var meeting = loaded.Value;
        var organization = await db.OnDay(caller, meeting.OrganizationId, request.Record.HeldOn, kinds.Named(request.Record.Kinds), cancellationToken);
        if (organization is null) return MeetingErrors.NotFound;
        if (await db.UnknownGuest(request.Record, cancellationToken) is { } unknown) return unknown;

        var held = meeting.RecordAsHeld(organization, request.Record, request.Roll, kinds, clock);
        if (held.Succeeded) await db.InsertInOneStatement(meeting.LinesOf(request.Roll), cancellationToken);
        return held.Map(_ => MeetingSummary.Of(meeting));
    }
}
