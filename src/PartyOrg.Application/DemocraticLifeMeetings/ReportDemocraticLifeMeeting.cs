using FluentValidation;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticLifeMeetings;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.DemocraticLifeMeetings;

/// <summary>Reports date and content of the meeting to the superior, before the day of the meeting (TWS-4.4). The superior can then name who attends for it, and owes that (TWS-4.4b).</summary>
/// <param name="LifeMeeting">The meeting.</param>
/// <param name="ReportedOn">The day of the report, not in the future, before the day of the meeting.</param>
/// <param name="Content">What the meeting is to deal with, 1 to 4,000 characters.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-4.4")]
public sealed record ReportDemocraticLifeMeeting(Id<DemocraticLifeMeeting> LifeMeeting, LocalDate ReportedOn, string Content, ExpectedVersion Expected) : ICommand<LifeMeetingSummary>, IChange
{
    /// <summary>When and what.</summary>
    /// <param name="ReportedOn">The day of the report, not in the future, before the day of the meeting.</param>
    /// <param name="Content">What the meeting is to deal with, 1 to 4,000 characters.</param>
    /// <example>{"reportedOn": "2026-06-16", "content": "围绕改进作风、服务职工开展批评与自我批评"}</example>
    public sealed record Body(LocalDate ReportedOn, string Content);
}

internal sealed class ReportDemocraticLifeMeetingValidator : AbstractValidator<ReportDemocraticLifeMeeting>
{
    public ReportDemocraticLifeMeetingValidator(Clock clock)
    {
        RuleFor(r => r.ReportedOn).NotInFuture(clock);
        RuleFor(r => r.Content).HasNoFault(content => FreeText.FaultIn(content, DemocraticLifeMeeting.ContentLength));
    }
}

internal sealed class ReportDemocraticLifeMeetingHandler(PartyOrgContext db, Caller caller) : IHandler<ReportDemocraticLifeMeeting, LifeMeetingSummary>
{
    public Task<Result<LifeMeetingSummary>> Handle(ReportDemocraticLifeMeeting request, CancellationToken cancellationToken) => db.ChangeLifeMeeting(
        caller, request.LifeMeeting, request.Expected, (meeting, standing) => meeting.Report(request.ReportedOn, request.Content, standing), cancellationToken);
}
