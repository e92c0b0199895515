using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.RuleBooks;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticLifeMeetings;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.DemocraticLifeMeetings;

/// <summary>
/// Records that the meeting was held. Refused: another presider than the secretary, or a roll that lacks somebody who must attend (TWS-4.2); somebody present without a self-check (TWS-4.3); a day before the
/// notice has run (TWS-4.4), or in the future (REG-5). A meeting that was not reported to the superior beforehand is accepted and carries the breach (TWS-4.4). It counts for TWS-4.1 once it is confirmed,
/// and counts as no other meeting (TWS-4.5b). The minutes are confidential (TWS-4.5).
/// </summary>
/// <param name="LifeMeeting">The meeting, of which notice was given.</param>
/// <param name="Record">What is recorded of it.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-4.2")]
public sealed record RecordDemocraticLifeMeeting(Id<DemocraticLifeMeeting> LifeMeeting, [property: Secret] LifeMeetingRecord Record, ExpectedVersion Expected) : ICommand<LifeMeetingSummary>, IChange
{
    /// <summary>What is recorded.</summary>
    /// <param name="Record">What is recorded of it.</param>
    /// <example>
    /// {"record": {
    ///   "heldOn": "2026-06-24", "startsAt": "14:00", "place": "三楼会议室", "presidedById": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d02", "recorderId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d03",
    ///   "minutes": "书记通报会前征求意见情况，与会人员逐一开展批评与自我批评。",
    ///   "roll": [{"personId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d02", "present": true}, {"personId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d03", "present": true}, {"personId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d04", "present": false, "reason": "住院"}],
    ///   "nonVoting": [{"name": "王总", "reason": "议题涉及工会工作"}], "fromSuperior": ["0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d05"]
    /// }}
    /// </example>
    public sealed record Body(LifeMeetingRecord Record);
}

internal sealed class RecordDemocraticLifeMeetingValidator : AbstractValidator<RecordDemocraticLifeMeeting>
{
    public RecordDemocraticLifeMeetingValidator() => RuleFor(r => r.Record).HasNoFaults(record => record.Faults());
}

internal sealed class RecordDemocraticLifeMeetingHandler(PartyOrgContext db, Caller caller, RulesInPlace rules, Clock clock) : IHandler<RecordDemocraticLifeMeeting, LifeMeetingSummary>
{
    public Task<Result<LifeMeetingSummary>> Handle(RecordDemocraticLifeMeeting request, CancellationToken cancellationToken) => db.ChangeLifeMeeting(
        caller, request.LifeMeeting, request.Expected,
        async (row, standing) =>
        {
            var body = (await db.LeadingBodyOn(caller, row.Organization.Id, request.Record.HeldOn, cancellationToken))!.Value.Body;
            var held = row.Meeting.RecordHeld(body, request.Record, standing, await rules.Of(row.Organization.Id, cancellationToken), clock);
            if (!held.Succeeded) return held;
            // Whoever may not take the step learns nothing of the register.
            var guests = request.Record.NonVoting.Where(n => n.PersonId is not null).Select(n => n.PersonId!.Value).Distinct().ToList();
            return await db.Persons.CountAsync(p => guests.Contains(p.Id), cancellationToken) < guests.Count ? DemocraticLifeMeetingErrors.PersonUnknown.At("/record/nonVoting") : held;
        },
        cancellationToken);
}
