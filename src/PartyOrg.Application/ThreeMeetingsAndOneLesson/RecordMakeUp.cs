using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.ThreeMeetingsAndOneLesson;

/// <summary>
/// Records that a member who was absent made the meeting or class up (TWS-3.5). He stays absent on the roll, and his rate stays what it is; what was made up
/// is shown apart (TWS-3.5b, reading). The record and the chair's confirmation stand.
/// </summary>
/// <param name="Meeting">The meeting, which was held.</param>
/// <param name="PersonId">The member, who stands on the roll as absent.</param>
/// <param name="On">The day on which he made it up: the meeting's own day or later, not in the future.</param>
/// <param name="How">How, 1 to 200 characters.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchLeaders, RuleId = "TWS-3.5")]
public sealed record RecordMakeUp(Id<Meeting> Meeting, Id<Person> PersonId, LocalDate On, string How, ExpectedVersion Expected) : ICommand<MeetingSummary>, IChange
{
    /// <summary>Who made it up, when and how.</summary>
    /// <param name="PersonId">The member, who stands on the roll as absent.</param>
    /// <param name="On">The day on which he made it up: the meeting's own day or later, not in the future.</param>
    /// <param name="How">How, 1 to 200 characters.</param>
    /// <example>
    /// { "personId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d04", "on": "2026-03-27", "how": "参加第二支部同一专题党课" }
    /// </example>
    public sealed record Body(Id<Person> PersonId, LocalDate On, string How);
}

internal sealed class RecordMakeUpValidator : AbstractValidator<RecordMakeUp>
{
    public RecordMakeUpValidator(Clock clock)
    {
        RuleFor(r => r.On).NotInFuture(clock);
        RuleFor(r => r.How).HasNoFault(how => FreeText.FaultIn(how, MakeUp.HowLength));
    }
}

internal sealed class RecordMakeUpHandler(PartyOrgContext db, Caller caller, ActivityKinds kinds, Clock clock) : IHandler<RecordMakeUp, MeetingSummary>
{
    public async Task<Result<MeetingSummary>> Handle(RecordMakeUp request, CancellationToken cancellationToken)
    {
        var loaded = await db.MeetingToChange(meetings => meetings.InScope(caller, db).Where(m => m.Id == request.Meeting), request.Expected, cancellationToken);
        if (!loaded.Succeeded) return loaded.Errors[0];
        var meeting = loaded.Value;
        var line = await db.Attendances.AsNoTracking().SingleOrDefaultAsync(a => a.MeetingId == meeting.Id && a.PersonId == request.PersonId, cancellationToken);
        return meeting.RecordMakeUp(new(request.PersonId, request.On, request.How, clock.Now), line?.Entry, await db.RolesOver(caller, meeting, kinds, cancellationToken), kinds).Map(_ => MeetingSummary.Of(meeting));
    }
}
