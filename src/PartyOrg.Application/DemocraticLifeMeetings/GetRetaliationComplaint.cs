using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticLifeMeetings;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.DemocraticLifeMeetings;

/// <summary>Shows a complaint of retaliation with what it says, to the complainant and to whoever leads the organization to which it was filed (TWS-4.5). Each reading leaves an entry in the superior's audit.</summary>
/// <param name="Complaint">The complaint.</param>
[AllowedTo(Role.Readers | Role.Member, RuleId = "TWS-4.5")]
public sealed record GetRetaliationComplaint(Id<RetaliationComplaint> Complaint) : IConfidentialQuery<RetaliationComplaintAnswer>;

/// <summary>A complaint of retaliation. Confidential.</summary>
/// <param name="Id">Its id.</param>
/// <param name="LifeMeetingId">The meeting.</param>
/// <param name="SuperiorId">The organization to which it went.</param>
/// <param name="ComplainantId">Who complains.</param>
/// <param name="Text">What happened.</param>
/// <param name="Status">How far it is.</param>
/// <param name="FiledAt">When it was filed.</param>
/// <param name="SuperiorAnswer">What the superior found and did; none before.</param>
/// <param name="AnsweredAt">When it was answered; none before.</param>
/// <param name="Version">Counts the changes; <c>If-Match</c> names it.</param>
public sealed record RetaliationComplaintAnswer(
    Id<RetaliationComplaint> Id, Id<DemocraticLifeMeeting> LifeMeetingId, Id<Organization> SuperiorId, Id<Person> ComplainantId, string Text, ComplaintStatus Status, Instant FiledAt, string? SuperiorAnswer, Instant? AnsweredAt,
    int Version) : Answer, IVersioned;

internal sealed class GetRetaliationComplaintHandler(PartyOrgContext db, Caller caller, Bookkeeping bookkeeping) : IHandler<GetRetaliationComplaint, RetaliationComplaintAnswer>
{
    public async Task<Result<RetaliationComplaintAnswer>> Handle(GetRetaliationComplaint request, CancellationToken cancellationToken)
    {
        var c = await db.RetaliationComplaints.InScope(caller).AsNoTracking().SingleOrDefaultAsync(c => c.Id == request.Complaint, cancellationToken);
        if (c is null) return DemocraticLifeMeetingErrors.ComplaintNotFound;
        bookkeeping.AuditUnder(c.SuperiorId.Value);
        return new RetaliationComplaintAnswer(c.Id, c.MeetingId, c.SuperiorId, c.ComplainantId, c.Text, c.Status, c.FiledAt, c.Answer, c.AnsweredAt, c.Version);
    }
}
