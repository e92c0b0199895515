using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.RuleBooks;
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
    /// <example>
    /// {
    ///   "record": {
    ///     "kinds": ["generalMeeting", "partyClass"], "heldOn": "2026-03-20", "startsAt": "14:00", "place": "三楼会议室",
    ///     "chairId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d02", "recorderId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d03",
    ///     "agenda": [{ "text": "传达上级决定", "class": "superiorDecisions" }, { "text": "学习党章", "class": "lecture" }],
    ///     "resolutions": ["一致同意二季度工作安排"], "minutes": "书记传达了上级决定，李红讲授党课。",
    ///     "details": { "lecturer": "李红", "topic": "学习党章", "hours": "1.5" }, "guests": [{ "name": "镇党委书记" }]
    ///   },
    ///   "roll": [
    ///     { "personId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d02", "status": "present" },
    ///     { "personId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d03", "status": "online" },
    ///     { "personId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d04", "status": "absentWithLeave", "reason": "出差" }
    ///   ]
    /// }
    /// </example>
    /// <example>
    /// {
    ///   "record": {
    ///     "kinds": ["generalMeeting"],
    ///     "heldOn": "2026-03-20",
    ///     "startsAt": "09:30",
    ///     "place": "党员活动室",
    ///     "chairId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d03",
    ///     "recorderId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d03",
    ///     "agenda": [{"text": "通过第一季度工作总结"}],
    ///     "resolutions": ["同意第一季度工作总结。"],
    ///     "minutes": "会议由支部书记主持，应到两人，实到一人，请假一人。"
    ///   },
    ///   "roll": [
    ///     {"personId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d03", "status": "present"},
    ///     {"personId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d04", "status": "absentWithLeave", "reason": "出差"}
    ///   ]
    /// }
    /// </example>
    public sealed record Body(MeetingRecord Record, IReadOnlyList<RollEntry> Roll);
}

internal sealed class RecordPlannedMeetingValidator : AbstractValidator<RecordPlannedMeeting>
{
    public RecordPlannedMeetingValidator(KnownRules rules)
    {
        RuleFor(r => r.Record).HasNoFaults(record => record.FaultsAgainst(rules.Kinds));
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
        if (await db.NotKept(caller, meeting, kinds, cancellationToken) is { } notKept) return notKept;
        var wasJoint = meeting.IsJoint;
        var together = await db.Together(
            caller, meeting.OrganizationId, request.Record.JointWith, request.Record.HeldOn, kinds.Named(request.Record.Kinds), MeetingErrors.NotFound, "/record/jointWith", cancellationToken);
        if (!together.Succeeded) return together.Errors[0];
        if (await db.UnknownGuest(request.Record, cancellationToken) is { } unknown) return unknown;

        var held = meeting.RecordAsHeld(together.Value, request.Record, request.Roll, kinds, clock);
        if (held.Succeeded)
        {
            await db.InsertInOneStatement(meeting.LinesOf(request.Roll), cancellationToken);
            await db.WriteJoint(meeting, together.Value, kinds, wasJoint, cancellationToken);
        }

        return held.Map(_ => MeetingSummary.Of(meeting));
    }
}
