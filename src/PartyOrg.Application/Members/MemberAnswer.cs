using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
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

/// <summary>How members are shown: a statement of their own, no tracked objects.</summary>
internal static class MemberProjection
{
    /// <summary>The rows in which persons are shown: one for each belonging of today or to come, with the version of the caller's rights.</summary>
    public static readonly Expression<Func<PartyOrgContext, IQueryable<Person>, LocalDate, Id<Session>, IQueryable<MemberRow>>> Rows = (db, persons, today, session) =>
        from person in persons
        from membership in db.Memberships.Where(m => m.PersonId == person.Id && m.VoidedAt == null && m.From <= today && (m.To == null || m.To >= today)).DefaultIfEmpty()
        from registered in db.Organizations.Where(o => o.Id == person.RegisteredWith).DefaultIfEmpty()
        from belonging in db.Affiliations.Where(a => a.PersonId == person.Id && a.VoidedAt == null && (a.To == null || a.To >= today)).DefaultIfEmpty()
        from organization in db.Organizations.Where(o => o.Id == belonging.OrganizationId).DefaultIfEmpty()
        select new MemberRow
        {
            Id = person.Id, Name = person.Name, NameKey = person.NameKey, Sex = person.Sex, BornOn = person.BornOn, IdentityNumber = person.MaskedIdentityNumber, Phone = person.MaskedPhone, Version = person.Version,
            Standing = (Standing?)membership.Standing, Floating = membership != null && membership.Floating, Pocket = membership != null && membership.Pocket,
            RegisteredPath = registered.Path, Belonging = (Belonging?)belonging.Belonging, BelongingFrom = (LocalDate?)belonging.From,
            OrganizationId = (Id<Organization>?)organization.Id, OrganizationName = organization.Name, OrganizationPath = organization.Path,
            RightsVersion = db.Sessions.Where(s => s.Id == session && s.EndedAt == null).Select(s => (int?)s.RightsVersion).FirstOrDefault(),
        };

    private static readonly Compiled<Func<PartyOrgContext, Id<Person>, LocalDate, Id<Session>, IAsyncEnumerable<MemberRow>>> OfPerson = new(() =>
    {
        Expression<Func<PartyOrgContext, Id<Person>, IQueryable<Person>>> asked = (db, id) => db.Persons.Where(p => p.Id == id);
        return EF.CompileAsyncQuery(asked.Showing<Func<PartyOrgContext, Id<Person>, LocalDate, Id<Session>, IQueryable<MemberRow>>>(Rows));
    });

    private static readonly Func<PartyOrgContext, IQueryable<Person>, LocalDate, Id<Session>, IQueryable<MemberRow>> OfPersons = Rows.Compile();

    /// <summary>The rows in which one person is shown.</summary>
    public static async Task<List<MemberRow>> MemberRows(this PartyOrgContext db, Id<Person> person, Caller caller, CancellationToken cancellation)
    {
        var rows = await OfPerson.For(db)(db, person, caller.Today, caller.SessionId ?? default).ToListAsync(cancellation);
        if (rows.Count > 0) caller.Prove(rows[0].RightsVersion);
        return rows;
    }

    /// <summary>The rows in which persons are shown.</summary>
    public static async Task<List<MemberRow>> MemberRows(this IQueryable<Person> persons, PartyOrgContext db, Caller caller, CancellationToken cancellation)
    {
        var rows = await OfPersons(db, persons, caller.Today, caller.SessionId ?? default).AsNoTracking().ToListAsync(cancellation);
        if (rows.Count > 0) caller.Prove(rows[0].RightsVersion);
        return rows;
    }

    /// <summary>One person out of his rows.</summary>
    public static MemberAnswer Of(IReadOnlyCollection<MemberRow> rows, LocalDate today)
    {
        var person = rows.First();
        var relation = rows.SingleOrDefault(r => r.Belonging == Belonging.Relation && r.BelongingFrom <= today);
        var group = rows.SingleOrDefault(r => r.Belonging == Belonging.Group && r.BelongingFrom <= today);
        return new(
            person.Id, person.Name, person.Sex, person.BornOn, person.IdentityNumber, person.Phone, person.Standing, person.Floating, person.Pocket,
            relation?.OrganizationId, relation?.OrganizationName, group?.OrganizationId, person.Version);
    }

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

/// <summary>A person, with one of the organizations to which he belongs today or from a day to come; a person who belongs nowhere has one row without it.</summary>
internal sealed class MemberRow
{
    public Id<Person> Id { get; init; }
    public string Name { get; init; } = "";
    public string NameKey { get; init; } = "";
    public Sex Sex { get; init; }
    public LocalDate BornOn { get; init; }
    public string IdentityNumber { get; init; } = "";
    public string? Phone { get; init; }
    public int Version { get; init; }
    public Standing? Standing { get; init; }
    public bool Floating { get; init; }
    public bool Pocket { get; init; }
    public string? RegisteredPath { get; init; }
    public Belonging? Belonging { get; init; }
    public LocalDate? BelongingFrom { get; init; }
    public Id<Organization>? OrganizationId { get; init; }
    public string? OrganizationName { get; init; }
    public string? OrganizationPath { get; init; }
    public int? RightsVersion { get; init; }
}
