using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticLifeMeetings;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.DemocraticLifeMeetings;

/// <summary>
/// Files a complaint that somebody is made to pay for what he said at a democratic life meeting (TWS-4.5). It goes to the organization directly above: only the complainant and whoever leads that organization see it,
/// and it leaves no trace in the audit of his own organization. Only somebody who must attend or took part files one.
/// </summary>
/// <param name="LifeMeeting">The meeting at which he spoke.</param>
/// <param name="Text">What happened, 1 to 4,000 characters.</param>
[AllowedTo(Role.Readers | Role.Member, RuleId = "TWS-4.5")]
public sealed record ComplainOfRetaliation(Id<DemocraticLifeMeeting> LifeMeeting, [property: Secret] string Text) : ICreate<RetaliationComplaintSummary>
{
    /// <summary>What happened.</summary>
    /// <param name="Text">What happened, 1 to 4,000 characters.</param>
    /// <example>{"text": "会后被无故调离原岗位"}</example>
    public sealed record Body(string Text);
}

/// <summary>A complaint of retaliation without what it says.</summary>
/// <param name="Id">Its id.</param>
/// <param name="LifeMeetingId">The meeting.</param>
/// <param name="SuperiorId">The organization to which it went.</param>
/// <param name="Status">How far it is.</param>
/// <param name="FiledAt">When it was filed.</param>
/// <param name="AnsweredAt">When it was answered; none before.</param>
/// <param name="Version">Counts the changes; <c>If-Match</c> names it.</param>
public sealed record RetaliationComplaintSummary(
    Id<RetaliationComplaint> Id, Id<DemocraticLifeMeeting> LifeMeetingId, Id<Organization> SuperiorId, ComplaintStatus Status, Instant FiledAt, Instant? AnsweredAt, int Version) : Answer, IVersioned
{
    internal static RetaliationComplaintSummary Of(RetaliationComplaint c) => new(c.Id, c.MeetingId, c.SuperiorId, c.Status, c.FiledAt, c.AnsweredAt, c.Version);
}

internal sealed class ComplainOfRetaliationValidator : AbstractValidator<ComplainOfRetaliation>
{
    public ComplainOfRetaliationValidator() => RuleFor(r => r.Text).HasNoFault(text => FreeText.FaultIn(text, RetaliationComplaint.TextLength));
}

internal sealed class ComplainOfRetaliationHandler(PartyOrgContext db, Caller caller, Ids ids, Clock clock) : IHandler<ComplainOfRetaliation, RetaliationComplaintSummary>
{
    public async Task<Result<RetaliationComplaintSummary>> Handle(ComplainOfRetaliation request, CancellationToken cancellationToken)
    {
        var row = await db.DemocraticLifeMeetings.Where(m => m.Id == request.LifeMeeting).InScope(caller, db).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (row is null) return DemocraticLifeMeetingErrors.NotFound;
        var filed = RetaliationComplaint.File(row.Meeting, row.Organization.SuperiorId, caller.PersonId, request.Text, ids, clock.Now);
        if (filed.Succeeded) db.Add(filed.Value);
        return filed.Map(RetaliationComplaintSummary.Of);
    }
}

/// <summary>Complaints that the caller may see.</summary>
internal static class ComplaintScope
{
    /// <summary>The caller's own, and those filed to an organization that he leads. A complaint that he is the superior of never reaches him through a higher level.</summary>
    public static IQueryable<RetaliationComplaint> InScope(this IQueryable<RetaliationComplaint> complaints, Caller caller)
    {
        var (self, led) = (caller.PersonId, caller.Led());
        return complaints.Where(c => (self != null && c.ComplainantId == self) || led.Contains(c.SuperiorId));
    }
}
