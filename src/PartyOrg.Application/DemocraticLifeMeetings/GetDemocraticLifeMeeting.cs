using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.DemocraticLifeMeetings;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Procedures;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.DemocraticLifeMeetings;

/// <summary>Shows a democratic life meeting: what was planned, noticed, reported and recorded, and how far each of those who must attend is. What individuals said is not shown here (TWS-4.5).</summary>
/// <param name="LifeMeeting">The meeting, of an organization in the caller's scope.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record GetDemocraticLifeMeeting(Id<DemocraticLifeMeeting> LifeMeeting) : IQuery<LifeMeetingAnswer>;

/// <summary>A democratic life meeting without what individuals said.</summary>
/// <param name="Id">Its id.</param>
/// <param name="OrganizationId">Whose meeting it is.</param>
/// <param name="OrganizationName">What that organization is called.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Theme">The general or prominent issue to which it is devoted.</param>
/// <param name="On">The date on which it was held, or for which it is planned.</param>
/// <param name="StartsAt">When it begins, local time.</param>
/// <param name="Place">Where.</param>
/// <param name="NoticedOn">The day on which notice was given; none before.</param>
/// <param name="ReportedOn">The day on which it was reported to the superior; none where it was not.</param>
/// <param name="ReportedContent">What was reported of the content.</param>
/// <param name="MustAttend">Those who must attend, by name.</param>
/// <param name="FromSuperior">Whom the superior named, by name, and whether they were there.</param>
/// <param name="NonVoting">Who was there without a vote, and why.</param>
/// <param name="PresidedBy">Who presided; none before it was held.</param>
/// <param name="Opinions">Opinions collected beforehand.</param>
/// <param name="ConfirmedAt">When the record was confirmed.</param>
/// <param name="EndedBecause">Why it was cancelled or withdrawn.</param>
/// <param name="Breaches">What was not followed in a meeting that was held all the same.</param>
/// <param name="Next">What the caller can do next.</param>
/// <param name="Version">Counts the changes; <c>If-Match</c> names it.</param>
public sealed record LifeMeetingAnswer(
    Id<DemocraticLifeMeeting> Id, Id<Organization> OrganizationId, string OrganizationName, LifeMeetingStatus Status, string Theme, LocalDate On, LocalTime StartsAt, string Place, LocalDate? NoticedOn, LocalDate? ReportedOn,
    string? ReportedContent, IReadOnlyList<LifeMeetingParticipant> MustAttend, IReadOnlyList<SentParticipant> FromSuperior, IReadOnlyList<NonVotingAttendee> NonVoting, string? PresidedBy, IReadOnlyList<CollectedOpinion> Opinions,
    Instant? ConfirmedAt, string? EndedBecause, IReadOnlyList<Breach> Breaches, IReadOnlyList<PossibleStep> Next, int Version) : Answer, IVersioned;

/// <summary>How far one of those who must attend is.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Name">What he is called.</param>
/// <param name="SelfCheckFiled">Whether his self-check is there.</param>
/// <param name="Present">Whether he was there; none before the meeting was held.</param>
/// <param name="MadeUpOn">When he made it up, who was absent.</param>
/// <param name="SpeechRecorded">Whether criticism and self-criticism are recorded for him.</param>
public sealed record LifeMeetingParticipant(Id<Person> PersonId, string Name, bool SelfCheckFiled, bool? Present, LocalDate? MadeUpOn, bool SpeechRecorded);

/// <summary>Somebody whom the superior named.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Name">What he is called.</param>
/// <param name="Present">Whether he was there; none before the meeting was held.</param>
public sealed record SentParticipant(Id<Person> PersonId, string Name, bool? Present);

internal sealed class GetDemocraticLifeMeetingHandler(PartyOrgContext db, Caller caller) : IHandler<GetDemocraticLifeMeeting, LifeMeetingAnswer>
{
    public async Task<Result<LifeMeetingAnswer>> Handle(GetDemocraticLifeMeeting request, CancellationToken cancellationToken)
    {
        var row = await db.DemocraticLifeMeetings.Where(m => m.Id == request.LifeMeeting).InScope(caller, db).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (row is null) return DemocraticLifeMeetingErrors.NotFound;

        var (m, record) = (row.Meeting, row.Meeting.Record);
        List<Id<Person>> ids = [.. m.MustAttend, .. m.Sent.Select(s => s.PersonId)];
        var names = await db.Persons.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
        return new LifeMeetingAnswer(
            m.Id, m.OrganizationId, row.Organization.Name, m.Status, m.Theme, m.On, m.StartsAt, m.Place, m.NoticedOn, m.ReportedOn, m.ReportedContent,
            [.. m.MustAttend.Select(p => new LifeMeetingParticipant(
                p, names[p], m.SelfChecks.Any(c => c.PersonId == p), record?.Roll.Any(r => r.PersonId == p && r.Present), m.MakeUps.FirstOrDefault(u => u.PersonId == p)?.On, m.Speeches.Any(s => s.PersonId == p)))
                .OrderBy(p => p.Name, StringComparer.Ordinal)],
            [.. m.Sent.Select(s => new SentParticipant(s.PersonId, names[s.PersonId], record?.FromSuperior.Contains(s.PersonId)))],
            record?.NonVoting ?? [], record is null ? null : names[record.PresidedById], m.Opinions, m.ConfirmedAt, m.EndedBecause, m.Breaches,
            DemocraticLifeMeeting.Procedure.NextFor(m.Status, caller.StandingTo(m, row.Organization)), m.Version);
    }
}
