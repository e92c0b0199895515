using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Compliance;

/// <summary>
/// What the caller must do in the coming days: the duties of the organizations that he leads that are overdue or fall due, meetings that he is to attend, plans whose day has passed
/// that he is to record, minutes that await him as chair, members who are proposed for an admonition talk, and steps of procedures that wait for himself; the soonest first, each with the operation that does it. Nothing to do is an empty list.
/// </summary>
/// <param name="Within">How many days ahead, 0 to 366; 7 where it is left out. What has been overdue for more than a year is not told any more.</param>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedToSignedIn]
public sealed record GetMyDuties(int? Within, int? Limit, string? Cursor) : IQuery<ThingsToDo>;

/// <summary>What somebody must do.</summary>
/// <param name="AsOf">Today.</param>
/// <param name="Until">The last day that is looked at, itself included.</param>
/// <param name="Items">What is to be done, the soonest first.</param>
/// <param name="Next">The cursor of the next page; none on the last one.</param>
public sealed record ThingsToDo(LocalDate AsOf, LocalDate Until, IReadOnlyList<ThingToDo> Items, string? Next);

/// <summary>One thing to do.</summary>
/// <param name="Kind">What sort of thing.</param>
/// <param name="On">The day by which the list is ordered: a duty's due day, the day of a meeting, the day by which a step is due or, where none is set, since which it waits.</param>
/// <param name="OrganizationId">Whose duty, meeting or case it is.</param>
/// <param name="OrganizationName">What it is called.</param>
/// <param name="Next">The concrete thing to do, and the operation that does it. Where others take that step (a secretary is appointed from above), it says who, and names an operation that is open to whoever has the list.</param>
/// <param name="Duty">The verdict; of an organization's duty only.</param>
/// <param name="Meeting">The meeting; of meetings and minutes only.</param>
/// <param name="Step">The case in which he takes a step; of such steps only.</param>
public sealed record ThingToDo(
    ThingToDoKind Kind, LocalDate On, Id<Organization> OrganizationId, string OrganizationName, NextStep Next, VerdictAnswer? Duty, MeetingSummary? Meeting, StepToTake? Step = null);

/// <summary>A case that waits for a step of one person.</summary>
/// <param name="Procedure">The stable name of its procedure: <c>work-plan</c>, <c>letter</c>, <c>rectification-item</c>, <c>democratic-life-meeting</c>, <c>democratic-appraisal</c>, <c>member-objectives</c>, <c>admonition-case</c>.</param>
/// <param name="Title">What the procedure is called.</param>
/// <param name="CaseId">The plan, letter, item, meeting, appraisal, objectives or case, as the operation of <c>next</c> asks for it.</param>
/// <param name="Item">The number of the item; of work plans only.</param>
/// <param name="Name">What it is called: an item's text, a letter's number, a problem, a theme, a year; none of an admonition talk.</param>
/// <param name="RuleId">The rule that asks for the step.</param>
public sealed record StepToTake(string Procedure, Text Title, Guid CaseId, int? Item, string? Name, string RuleId);

/// <summary>What sort of thing is to be done.</summary>
public enum ThingToDoKind
{
    /// <summary>A duty of an organization that he leads, overdue or due by the last day looked at.</summary>
    OrganizationDuty,

    /// <summary>A meeting was planned for a day that has passed, and is neither recorded nor called off.</summary>
    MeetingToRecord,

    /// <summary>A meeting was held; its minutes await him as its chair.</summary>
    MinutesToConfirm,

    /// <summary>A planned meeting at which he is expected, or that he chairs.</summary>
    MeetingToAttend,

    /// <summary>By what is recorded, members of an organization whose secretary he is are proposed for an admonition talk (TWS-10.1); he opens a case or dismisses the facts.</summary>
    AdmonitionCandidate,

    /// <summary>A case waits for a step of his, by the part that he has in it: an item that he owns, a letter assigned to him, his own self-evaluation, ballot, objectives.</summary>
    StepToTake,
}

internal sealed class GetMyDutiesHandler(Caller caller, ToDoList list) : IHandler<GetMyDuties, ThingsToDo>
{
    public Task<Result<ThingsToDo>> Handle(GetMyDuties request, CancellationToken cancellationToken) =>
        list.Of(caller.PersonId, true, request.Within, request.Limit, request.Cursor, cancellationToken);
}
