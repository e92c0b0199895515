using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.RuleBooks;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.ThreeMeetingsAndOneLesson;

/// <summary>
/// Corrects the record of a meeting that was held (TWS-3.5). The old record and its roll stay to be read as a revision; where day or kinds change, its
/// evidence is voided and new evidence added. The corrected minutes await the chair's confirmation again (reading).
/// </summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="Reason">What was wrong, 1 to 500 characters.</param>
/// <param name="Record">The whole record as it should be.</param>
/// <param name="Roll">The whole roll as it should be: one entry for everyone expected on the corrected day.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchLeaders, RuleId = "TWS-3.5")]
public sealed record CorrectMeeting(Id<Meeting> Meeting, string Reason, MeetingRecord Record, IReadOnlyList<RollEntry> Roll, ExpectedVersion Expected) : ICommand<MeetingSummary>, IChange
{
    /// <summary>The record as it should be, and what was wrong.</summary>
    /// <param name="Reason">What was wrong, 1 to 500 characters.</param>
    /// <param name="Record">The whole record as it should be.</param>
    /// <param name="Roll">The whole roll as it should be: one entry for everyone expected on the corrected day.</param>
    /// <example>
    /// {
    ///   "reason": "地点有误",
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
    ///   "reason": "李红当天线上参加，原记录误记为请假",
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
    public sealed record Body(string Reason, MeetingRecord Record, IReadOnlyList<RollEntry> Roll);
}

internal sealed class CorrectMeetingValidator : AbstractValidator<CorrectMeeting>
{
    public CorrectMeetingValidator(KnownRules rules)
    {
        RuleFor(r => r.Reason).HasNoFault(reason => FreeText.FaultIn(reason, Domain.ThreeMeetingsAndOneLesson.Meeting.ReasonLength));
        RuleFor(r => r.Record).HasNoFaults(record => record.FaultsAgainst(rules.Kinds));
        RuleFor(r => r.Roll).HasNoFaults(RollEntry.FaultsIn);
    }
}

internal sealed class CorrectMeetingHandler(PartyOrgContext db, Caller caller, ActivityKinds kinds, Clock clock) : IHandler<CorrectMeeting, MeetingSummary>
{
    public async Task<Result<MeetingSummary>> Handle(CorrectMeeting request, CancellationToken cancellationToken)
    {
        var loaded = await db.MeetingToChange(meetings => meetings.InScope(caller, db).Where(m => m.Id == request.Meeting), request.Expected, cancellationToken);
        if (!loaded.Succeeded) return loaded.Errors[0];
        var meeting = loaded.Value;
        if (await db.NotKept(caller, meeting, kinds, cancellationToken) is { } notKept) return notKept;
        var wasJoint = meeting.IsJoint;
        var together = await db.Together(
            caller, meeting.OrganizationId, request.Record.JointWith, request.Record.HeldOn, kinds.Named(request.Record.Kinds), MeetingErrors.NotFound, "/record/jointWith", cancellationToken, meeting);
        if (!together.Succeeded) return together.Errors[0];
        if (await db.UnknownGuest(request.Record, cancellationToken) is { } unknown) return unknown;

        var oldLines = db.Attendances.Where(a => a.MeetingId == meeting.Id);
        var oldRoll = await oldLines.AsNoTracking().Select(a => new RollEntry(a.PersonId, a.Status, a.Reason)).ToListAsync(cancellationToken);
        var corrected = meeting.Correct(together.Value, request.Record, request.Roll, oldRoll, new(request.Reason, caller.AccountId!.Value, clock.Now), kinds, clock);
        if (corrected.Succeeded)
        {
            await oldLines.ExecuteDeleteAsync(cancellationToken);
            await db.InsertInOneStatement(meeting.LinesOf(request.Roll), cancellationToken);
            await db.WriteJoint(meeting, together.Value, kinds, wasJoint, cancellationToken);
        }

        return corrected.Map(_ => MeetingSummary.Of(meeting));
    }
}
