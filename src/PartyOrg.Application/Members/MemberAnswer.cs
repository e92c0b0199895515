using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;

namespace PartyOrg.Application.Members;

/// <summary>A Party member as he stands today. Identity and phone number are masked; showing them in clear is an operation of its own.</summary>
/// <param name="Id">The person's id.</param>
/// <param name="Name">The full name.</param>
/// <param name="Sex">Male or female.</param>
/// <param name="BornOn">The date of birth.</param>
/// <param name="IdentityNumber">The identity number, masked.</param>
/// <param name="Phone">The phone number, masked; none when it is not known.</param>
/// <param name="Standing">Formal or probationary; none when not a member today.</param>
/// <param name="Floating">Whether the relation lies elsewhere than where the member takes part.</param>
/// <param name="Pocket">Whether the member keeps the relation to himself.</param>
/// <param name="OrganizationId">Where the organizational relation lies today; none when nowhere.</param>
/// <param name="OrganizationName">What that organization is called.</param>
/// <param name="GroupId">The Party group today; none when in no group.</param>
/// <param name="Version">Counts the changes; <c>If-Match</c> names it.</param>
public sealed record MemberAnswer(
    Id<Person> Id, string Name, Sex Sex, LocalDate BornOn, string IdentityNumber, string? Phone, Standing? Standing, bool Floating, bool Pocket,
    Id<Organization>? OrganizationId, string? OrganizationName, Id<Organization>? GroupId, int Version) : Answer, IVersioned;

/// <summary>How members are projected: by hand, in the query's own statement.</summary>
internal static class MemberProjection
{
    public static IQueryable<MemberAnswer> AsMembers(this IQueryable<Person> persons, PartyOrgContext db, LocalDate today) =>
        from person in persons
        from membership in db.Memberships.Where(m => m.PersonId == person.Id && m.VoidedAt == null && m.From <= today && (m.To == null || m.To >= today)).DefaultIfEmpty()
        from relation in db.Affiliations.Where(a => a.PersonId == person.Id && a.VoidedAt == null && a.Belonging == Belonging.Relation && a.From <= today && (a.To == null || a.To >= today)).DefaultIfEmpty()
        from organization in db.Organizations.Where(o => o.Id == relation.OrganizationId).DefaultIfEmpty()
        from member in db.Affiliations.Where(a => a.PersonId == person.Id && a.VoidedAt == null && a.Belonging == Belonging.Group && a.From <= today && (a.To == null || a.To >= today)).DefaultIfEmpty()
        select new MemberAnswer(
            person.Id, person.Name, person.Sex, person.BornOn, person.MaskedIdentityNumber, person.MaskedPhone, (Standing?)membership.Standing,
            membership != null && membership.Floating, membership != null && membership.Pocket,
            (Id<Organization>?)organization.Id, organization.Name, (Id<Organization>?)member.OrganizationId, person.Version);

    public static MemberAnswer Of(Person person, Organization? organization, LocalDate today)
    {
        var membership = person.Memberships.SingleOrDefault(m => m.VoidedAt is null && m.IsOn(today));
        var relation = person.Affiliations.SingleOrDefault(a => a.VoidedAt is null && a.Belonging == Belonging.Relation && a.IsOn(today));
        var group = person.Affiliations.SingleOrDefault(a => a.VoidedAt is null && a.Belonging == Belonging.Group && a.IsOn(today));
        return new(
            person.Id, person.Name, person.Sex, person.BornOn, person.MaskedIdentityNumber, person.MaskedPhone, membership?.Standing, membership?.Floating ?? false, membership?.Pocket ?? false,
            relation?.OrganizationId, relation is not null && organization?.Id == relation.OrganizationId ? organization.Name : null, group?.OrganizationId, person.Version);
    }
}
