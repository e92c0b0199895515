using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.ThreeMeetingsAndOneLesson;

/// <summary>
/// Takes back a record made by mistake: of a meeting that was not held, or that was recorded twice (TWS-3.5). Its evidence is voided and nobody's
/// attendance counts it; the record and its roll stay to be read as a revision.
/// </summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="Reason">Why, 1 to 500 characters.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchLeaders, RuleId = "TWS-3.5")]
public sealed record WithdrawMeeting(Id<Meeting> Meeting, string Reason, ExpectedVersion Expected) : ICommand<MeetingSummary>, IChange
{
    /// <summary>Why.</summary>
    /// <param name="Reason">Why, 1 to 500 characters.</param>
    /// <example>
    /// { "reason": "重复登记" }
    /// </example>
    public sealed record Body(string Reason);
}

internal sealed class WithdrawMeetingValidator : AbstractValidator<WithdrawMeeting>
{
    public WithdrawMeetingValidator() => RuleFor(r => r.Reason).HasNoFault(reason => FreeText.FaultIn(reason, Domain.ThreeMeetingsAndOneLesson.Meeting.ReasonLength));
}

internal sealed class WithdrawMeetingHandler(PartyOrgContext db, Caller caller, ActivityKinds kinds, Clock clock) : IHandler<WithdrawMeeting, MeetingSummary>
{
    public async Task<Result<MeetingSummary>> Handle(WithdrawMeeting request, CancellationToken cancellationToken)
    {
        var loaded = await db.MeetingToChange(meetings => meetings.InScope(caller, db).Where(m => m.Id == request.Meeting), request.Expected, cancellationToken);
        if (!loaded.Succeeded) return loaded.Errors[0];
        var meeting = loaded.Value;
        var lines = db.Attendances.Where(a => a.MeetingId == meeting.Id);
        var roll = await lines.AsNoTracking().Select(a => new RollEntry(a.PersonId, a.Status, a.Reason)).ToListAsync(cancellationToken);

        var withdrawn = meeting.Withdraw(await db.RolesOver(caller, meeting, kinds, cancellationToken), roll, new(request.Reason, caller.AccountId!.Value, clock.Now), kinds);
        if (withdrawn.Succeeded)
        {
            await lines.ExecuteDeleteAsync(cancellationToken);
            if (meeting.IsJoint) await db.JointAttendances.Where(j => j.MeetingId == meeting.Id).ExecuteDeleteAsync(cancellationToken);
        }

        return withdrawn.Map(_ => MeetingSummary.Of(meeting));
    }
}
