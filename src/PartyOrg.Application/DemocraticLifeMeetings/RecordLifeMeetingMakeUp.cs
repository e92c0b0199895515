using FluentValidation;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticLifeMeetings;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.DemocraticLifeMeetings;

/// <summary>Records that somebody who must attend and was absent has made the meeting up (TWS-4.2, reading): without that it is not confirmed. His self-check comes first (TWS-4.3).</summary>
/// <param name="LifeMeeting">The meeting, which was held.</param>
/// <param name="PersonId">Who was absent.</param>
/// <param name="On">On which day: the meeting's or later, not in the future.</param>
/// <param name="How">How, 1 to 200 characters.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-4.2")]
public sealed record RecordLifeMeetingMakeUp(Id<DemocraticLifeMeeting> LifeMeeting, Id<Person> PersonId, LocalDate On, [property: Secret] string How, ExpectedVersion Expected) : ICommand<LifeMeetingSummary>, IChange
{
    /// <summary>Who, when and how.</summary>
    /// <param name="PersonId">Who was absent.</param>
    /// <param name="On">On which day: the meeting's or later, not in the future.</param>
    /// <param name="How">How, 1 to 200 characters.</param>
    /// <example>{"personId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d04", "on": "2026-06-27", "how": "书记传达会议情况，本人作对照检查并听取批评"}</example>
    public sealed record Body(Id<Person> PersonId, LocalDate On, string How);
}

internal sealed class RecordLifeMeetingMakeUpValidator : AbstractValidator<RecordLifeMeetingMakeUp>
{
    public RecordLifeMeetingMakeUpValidator(Clock clock)
    {
        RuleFor(r => r.On).NotInFuture(clock);
        RuleFor(r => r.How).HasNoFault(how => FreeText.FaultIn(how, LifeMeetingMakeUp.HowLength));
    }
}

internal sealed class RecordLifeMeetingMakeUpHandler(PartyOrgContext db, Caller caller) : IHandler<RecordLifeMeetingMakeUp, LifeMeetingSummary>
{
    public Task<Result<LifeMeetingSummary>> Handle(RecordLifeMeetingMakeUp request, CancellationToken cancellationToken) => db.ChangeLifeMeeting(
        caller, request.LifeMeeting, request.Expected, (meeting, standing) => meeting.RecordMakeUp(new(request.PersonId, request.On, request.How), standing), cancellationToken);
}
