using FluentValidation;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.RuleBooks;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticLifeMeetings;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.DemocraticLifeMeetings;

/// <summary>Records that notice was given to those who must attend, at least so many days before the meeting as the rule asks on the day of the notice, seven by the book (TWS-4.4, reading). From now on they file their self-checks.</summary>
/// <param name="LifeMeeting">The meeting.</param>
/// <param name="GivenOn">The day on which notice was given, not in the future; so many days later as the rule asks, or after that, the meeting can be held.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-4.4")]
public sealed record GiveLifeMeetingNotice(Id<DemocraticLifeMeeting> LifeMeeting, LocalDate GivenOn, ExpectedVersion Expected) : ICommand<LifeMeetingSummary>, IChange
{
    /// <summary>When.</summary>
    /// <param name="GivenOn">The day on which notice was given, not in the future.</param>
    /// <example>{"givenOn": "2026-06-15"}</example>
    public sealed record Body(LocalDate GivenOn);
}

internal sealed class GiveLifeMeetingNoticeValidator : AbstractValidator<GiveLifeMeetingNotice>
{
    public GiveLifeMeetingNoticeValidator(Clock clock) => RuleFor(r => r.GivenOn).NotInFuture(clock);
}

internal sealed class GiveLifeMeetingNoticeHandler(PartyOrgContext db, Caller caller, RulesInPlace rules) : IHandler<GiveLifeMeetingNotice, LifeMeetingSummary>
{
    public Task<Result<LifeMeetingSummary>> Handle(GiveLifeMeetingNotice request, CancellationToken cancellationToken) => db.ChangeLifeMeeting(
        caller, request.LifeMeeting, request.Expected, async (row, standing) => row.Meeting.GiveNotice(request.GivenOn, standing, await rules.Of(row.Organization.Id, cancellationToken)), cancellationToken);
}
