using System.Linq.Expressions;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;

namespace PartyOrg.Application.ThreeMeetingsAndOneLesson;

/// <summary>A meeting in a list, or after a change: what, when, where and how far it is. The whole of it is at its own address.</summary>
/// <param name="Id">Its id.</param>
/// <param name="OrganizationId">Whose meeting it is.</param>
/// <param name="Kinds">What it is, by the names of its kinds.</param>
/// <param name="On">The date on which it was held, or for which it is planned.</param>
/// <param name="StartsAt">When it begins, local time.</param>
/// <param name="Place">Where.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Version">Counts the changes; <c>If-Match</c> names it.</param>
public sealed record MeetingSummary(
    Id<Meeting> Id, Id<Organization> OrganizationId, IReadOnlyList<string> Kinds, LocalDate On, LocalTime StartsAt, string Place, MeetingStatus Status, int Version) : Answer, IVersioned
{
    internal static readonly Expression<Func<Meeting, MeetingSummary>> From = m => new(m.Id, m.OrganizationId, m.Kinds, m.On, m.StartsAt, m.Place, m.Status, m.Version);

    internal static MeetingSummary Of(Meeting m) => new(m.Id, m.OrganizationId, m.Kinds, m.On, m.StartsAt, m.Place, m.Status, m.Version);
}
