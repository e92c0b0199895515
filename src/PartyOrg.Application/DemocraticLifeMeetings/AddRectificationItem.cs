using FluentValidation;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticLifeMeetings;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Procedures;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.DemocraticLifeMeetings;

/// <summary>Makes an item of a problem that the meeting found: measure, owner, due date (TWS-4.6). Problem, measure and result may be made public, so that nobody who spoke of it is named in them.</summary>
/// <param name="LifeMeeting">The meeting, which was held.</param>
/// <param name="Problem">The problem, 1 to 1,000 characters.</param>
/// <param name="Measure">What is done about it, 1 to 1,000 characters.</param>
/// <param name="OwnerId">Who sees to it: a member or post holder of the organization.</param>
/// <param name="DueOn">By which day, itself included; after the day of the meeting.</param>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-4.6")]
public sealed record AddRectificationItem(Id<DemocraticLifeMeeting> LifeMeeting, string Problem, string Measure, Id<Person> OwnerId, LocalDate DueOn) : ICreate<RectificationItemAnswer>
{
    /// <summary>The problem and what is done about it.</summary>
    /// <param name="Problem">The problem, 1 to 1,000 characters.</param>
    /// <param name="Measure">What is done about it, 1 to 1,000 characters.</param>
    /// <param name="OwnerId">Who sees to it: a member or post holder of the organization.</param>
    /// <param name="DueOn">By which day, itself included; after the day of the meeting.</param>
    /// <example>{"problem": "党员活动室开放时间短", "measure": "延长开放时间并安排值班", "ownerId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d03", "dueOn": "2026-08-31"}</example>
    public sealed record Body(string Problem, string Measure, Id<Person> OwnerId, LocalDate DueOn);
}

/// <summary>A rectification item.</summary>
/// <param name="Id">Its id.</param>
/// <param name="LifeMeetingId">The meeting that found the problem.</param>
/// <param name="OrganizationId">Whose item it is.</param>
/// <param name="OrganizationName">What that organization is called.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Problem">The problem.</param>
/// <param name="Measure">What is done about it.</param>
/// <param name="OwnerId">Who sees to it.</param>
/// <param name="DueOn">By which day, itself included.</param>
/// <param name="IsOverdue">Whether that day has passed and it is not closed.</param>
/// <param name="EscalatedBecause">Why the organization cannot solve it, as it told the superior last.</param>
/// <param name="EscalatedOn">When.</param>
/// <param name="SuperiorAnswer">What the superior answered last.</param>
/// <param name="AnsweredOn">When.</param>
/// <param name="Outcome">What came of it; none before it is closed.</param>
/// <param name="ClosedOn">When it was closed.</param>
/// <param name="Next">What the caller can do next.</param>
/// <param name="Version">Counts the changes; <c>If-Match</c> names it.</param>
public sealed record RectificationItemAnswer(
    Id<RectificationItem> Id, Id<DemocraticLifeMeeting> LifeMeetingId, Id<Organization> OrganizationId, string OrganizationName, RectificationStatus Status, string Problem, string Measure, Id<Person> OwnerId, LocalDate DueOn,
    bool IsOverdue, string? EscalatedBecause, LocalDate? EscalatedOn, string? SuperiorAnswer, LocalDate? AnsweredOn, string? Outcome, LocalDate? ClosedOn, IReadOnlyList<PossibleStep> Next, int Version) : Answer, IVersioned
{
    internal static RectificationItemAnswer Of(RectificationItem i, Organization o, Caller caller) => new(
        i.Id, i.MeetingId, o.Id, o.Name, i.Status, i.Problem, i.Measure, i.OwnerId, i.DueOn, i.Status != RectificationStatus.Closed && i.DueOn < caller.Today, i.EscalatedBecause, i.EscalatedOn, i.Answer, i.AnsweredOn,
        i.Outcome, i.ClosedOn, RectificationItem.Procedure.NextFor(i.Status, caller.StandingTo(i, o)), i.Version);
}

internal sealed class AddRectificationItemValidator : AbstractValidator<AddRectificationItem>
{
    public AddRectificationItemValidator()
    {
        RuleFor(r => r.Problem).HasNoFault(text => FreeText.FaultIn(text, RectificationItem.TextLength));
        RuleFor(r => r.Measure).HasNoFault(text => FreeText.FaultIn(text, RectificationItem.TextLength));
    }
}

internal sealed class AddRectificationItemHandler(PartyOrgContext db, Caller caller, Ids ids) : IHandler<AddRectificationItem, RectificationItemAnswer>
{
    public async Task<Result<RectificationItemAnswer>> Handle(AddRectificationItem request, CancellationToken cancellationToken)
    {
        var loaded = await db.LifeMeetingToChange(caller, request.LifeMeeting, cancellationToken);
        if (!loaded.Succeeded) return loaded.Errors[0];
        var (meeting, organization) = (loaded.Value.Meeting, loaded.Value.Organization);
        var added = meeting.AddItem(new(request.Problem, request.Measure, request.OwnerId, request.DueOn), caller.StandingTo(meeting, organization), ids);
        if (!added.Succeeded) return added.Errors[0];
        if (!await db.BelongsTo(request.OwnerId, organization.Id, caller.Today, cancellationToken)) return DemocraticLifeMeetingErrors.OwnerElsewhere;
        db.Add(added.Value);
        return RectificationItemAnswer.Of(added.Value, organization, caller);
    }
}
