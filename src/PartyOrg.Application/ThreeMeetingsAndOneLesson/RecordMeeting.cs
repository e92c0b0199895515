using FluentValidation;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.RuleBooks;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.ThreeMeetingsAndOneLesson;

/// <summary>
/// Records a meeting or class that was held, with its roll (TWS-3.5). It counts at once for the duties that its kinds meet (TWS-3.1 to 3.4).
/// Refused: a day in the future (REG-5), anyone on the roll who was not expected on that day (REG-4), a roll that lacks someone expected, a
/// committee meeting where there is no committee (TWS-3.2), a group meeting outside a Party group (TWS-3.1). Advised: an agenda without an
/// item of the kinds' classes (TWS-3.1b). What several organizations held together (<c>jointWith</c>) is recorded once, by somebody who may record for each of
/// them, and counts for each; the roll has everyone whom any of them expected, once.
/// </summary>
/// <param name="OrganizationId">The organization or Party group whose meeting it was, in the caller's scope; of one that several held together, any of them.</param>
/// <param name="Record">What is recorded of it.</param>
/// <param name="Roll">One entry for everyone expected; <c>GET …/expected-attendees</c> lists them.</param>
/// <example>
/// {
///   "organizationId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d01",
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
///   "organizationId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d02",
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
[AllowedTo(Role.BranchLeaders, RuleId = "TWS-3.5")]
public sealed record RecordMeeting(Id<Organization> OrganizationId, MeetingRecord Record, IReadOnlyList<RollEntry> Roll) : ICreate<MeetingSummary>, IProvesRights;

internal sealed class RecordMeetingValidator : AbstractValidator<RecordMeeting>
{
    public RecordMeetingValidator(KnownRules rules)
    {
        RuleFor(r => r.Record).HasNoFaults(record => record.FaultsAgainst(rules.Kinds));
        RuleFor(r => r.Roll).HasNoFaults(RollEntry.FaultsIn);
    }
}

internal sealed class RecordMeetingHandler(PartyOrgContext db, Caller caller, ActivityKinds kinds, Ids ids, Clock clock) : IHandler<RecordMeeting, MeetingSummary>
{
    public async Task<Result<MeetingSummary>> Handle(RecordMeeting request, CancellationToken cancellationToken)
    {
        var together = await db.Together(
            caller, request.OrganizationId, request.Record.JointWith, request.Record.HeldOn, kinds.Named(request.Record.Kinds), OrganizationErrors.NotFound.At("/organizationId"), "/record/jointWith", cancellationToken);
        if (!together.Succeeded) return together.Errors[0];
        if (await db.UnknownGuest(request.Record, cancellationToken) is { } unknown) return unknown;

        var recorded = Meeting.RecordHeld(together.Value, request.Record, request.Roll, kinds, ids, clock);
        if (recorded.Succeeded)
        {
            db.Add(recorded.Value);
            await db.InsertInOneStatement(recorded.Value.LinesOf(request.Roll), cancellationToken);
            await db.WriteJoint(recorded.Value, together.Value, kinds, wasJoint: false, cancellationToken);
        }

        return recorded.Map(MeetingSummary.Of);
    }
}
