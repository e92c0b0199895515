using FluentValidation;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.ThreeMeetingsAndOneLesson;

/// <summary>Takes back that a member made a meeting up, where that was recorded by mistake (TWS-3.5). It stays to be read with the reason.</summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="Member">The member.</param>
/// <param name="Reason">Why, 1 to 500 characters.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchLeaders, RuleId = "TWS-3.5")]
public sealed record WithdrawMakeUp(Id<Meeting> Meeting, Id<Person> Member, string Reason, ExpectedVersion Expected) : ICommand<MeetingSummary>, IChange
{
    /// <summary>Why.</summary>
    /// <param name="Reason">Why, 1 to 500 characters.</param>
    /// <example>
    /// { "reason": "登记对象有误" }
    /// </example>
    public sealed record Body(string Reason);
}

internal sealed class WithdrawMakeUpValidator : AbstractValidator<WithdrawMakeUp>
{
    public WithdrawMakeUpValidator() => RuleFor(r => r.Reason).HasNoFault(reason => FreeText.FaultIn(reason, Domain.ThreeMeetingsAndOneLesson.Meeting.ReasonLength));
}

internal sealed class WithdrawMakeUpHandler(PartyOrgContext db, Caller caller, ActivityKinds kinds, Clock clock) : IHandler<WithdrawMakeUp, MeetingSummary>
{
    public async Task<Result<MeetingSummary>> Handle(WithdrawMakeUp request, CancellationToken cancellationToken)
    {
        var loaded = await db.MeetingToChange(meetings => meetings.InScope(caller, db).Where(m => m.Id == request.Meeting), request.Expected, cancellationToken);
        if (!loaded.Succeeded) return loaded.Errors[0];
        var meeting = loaded.Value;
        return meeting.WithdrawMakeUp(request.Member, await db.RolesOver(caller, meeting, kinds, cancellationToken), request.Reason, clock.Now, kinds).Map(_ => MeetingSummary.Of(meeting));
    }
}
