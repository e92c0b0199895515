using FluentValidation;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.RuleBooks;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticLifeMeetings;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.DemocraticLifeMeetings;

/// <summary>Moves a meeting that was not held yet to another day. Notice and report are due anew, and the superior names anew who attends (TWS-4.4).</summary>
/// <param name="LifeMeeting">The meeting.</param>
/// <param name="On">The new day, today or later.</param>
/// <param name="StartsAt">When it begins, local time.</param>
/// <param name="Place">Where, 1 to 200 characters.</param>
/// <param name="Reason">Why, 1 to 500 characters; it stands in the audit.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-4.4")]
public sealed record RescheduleDemocraticLifeMeeting(Id<DemocraticLifeMeeting> LifeMeeting, LocalDate On, LocalTime StartsAt, string Place, string Reason, ExpectedVersion Expected) : ICommand<LifeMeetingSummary>, IChange
{
    /// <summary>When, where and why.</summary>
    /// <param name="On">The new day, today or later.</param>
    /// <param name="StartsAt">When it begins, local time.</param>
    /// <param name="Place">Where, 1 to 200 characters.</param>
    /// <param name="Reason">Why, 1 to 500 characters; it stands in the audit.</param>
    /// <example>{"on": "2030-06-29", "startsAt": "14:00", "place": "三楼会议室", "reason": "书记出差"}</example>
    public sealed record Body(LocalDate On, LocalTime StartsAt, string Place, string Reason);
}

internal sealed class RescheduleDemocraticLifeMeetingValidator : AbstractValidator<RescheduleDemocraticLifeMeeting>
{
    public RescheduleDemocraticLifeMeetingValidator()
    {
        RuleFor(r => r.Place).HasNoFault(place => FreeText.FaultIn(place, DemocraticLifeMeeting.PlaceLength));
        RuleFor(r => r.Reason).HasNoFault(reason => FreeText.FaultIn(reason, DemocraticLifeMeeting.ReasonLength));
    }
}

internal sealed class RescheduleDemocraticLifeMeetingHandler(PartyOrgContext db, Caller caller, RulesInPlace rules, Clock clock) : IHandler<RescheduleDemocraticLifeMeeting, LifeMeetingSummary>
{
    public Task<Result<LifeMeetingSummary>> Handle(RescheduleDemocraticLifeMeeting request, CancellationToken cancellationToken) => db.ChangeLifeMeeting(
        caller, request.LifeMeeting, request.Expected,
        async (row, standing) => row.Meeting.Reschedule(
            (await db.LeadingBodyOn(caller, row.Organization.Id, request.On, cancellationToken))!.Value.Body, request.StartsAt, request.Place, standing, await rules.Of(row.Organization.Id, cancellationToken), clock),
        cancellationToken);
}
