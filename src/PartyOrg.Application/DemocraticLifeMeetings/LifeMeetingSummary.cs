using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.DemocraticLifeMeetings;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Procedures;

namespace PartyOrg.Application.DemocraticLifeMeetings;

/// <summary>A democratic life meeting in a list, or after a change. Nothing of it is confidential.</summary>
/// <param name="Id">Its id.</param>
/// <param name="OrganizationId">Whose meeting it is.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Theme">The general or prominent issue to which it is devoted.</param>
/// <param name="On">The date on which it was held, or for which it is planned.</param>
/// <param name="StartsAt">When it begins, local time.</param>
/// <param name="Place">Where.</param>
/// <param name="NoticedOn">The day on which notice was given; none before.</param>
/// <param name="ReportedOn">The day on which it was reported to the superior; none where it was not.</param>
/// <param name="Breaches">What was not followed in a meeting that was held all the same.</param>
/// <param name="Next">What the caller can do next.</param>
/// <param name="Version">Counts the changes; <c>If-Match</c> names it.</param>
public sealed record LifeMeetingSummary(
    Id<DemocraticLifeMeeting> Id, Id<Organization> OrganizationId, LifeMeetingStatus Status, string Theme, LocalDate On, LocalTime StartsAt, string Place, LocalDate? NoticedOn, LocalDate? ReportedOn,
    IReadOnlyList<Breach> Breaches, IReadOnlyList<PossibleStep> Next, int Version) : Answer, IVersioned
{
    internal static LifeMeetingSummary Of(DemocraticLifeMeeting m, Organization organization, Standing standing) => new(
        m.Id, organization.Id, m.Status, m.Theme, m.On, m.StartsAt, m.Place, m.NoticedOn, m.ReportedOn, m.Breaches, DemocraticLifeMeeting.Procedure.NextFor(m.Status, standing), m.Version);
}
