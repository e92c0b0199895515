using NodaTime;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Time;

namespace PartyOrg.Domain.Organizations;

/// <summary>The organization exists, as this type, from a day to a day. A raise in rank is the end of one lifetime and the start of the next.</summary>
public sealed class Lifetime : DatedFact
{
    private Lifetime() { }

    internal Lifetime(Id<Lifetime> id, Id<Organization> organization, OrganizationType type, LocalDate from, LocalDate? to, Instant at) : base(from, to, at) =>
        (Id, OrganizationId, Type) = (id, organization, type);

    /// <summary>The fact's own id.</summary>
    public Id<Lifetime> Id { get; private set; }

    /// <summary>The organization.</summary>
    public Id<Organization> OrganizationId { get; private set; }

    /// <summary>What it is in these days.</summary>
    public OrganizationType Type { get; private set; }
}

/// <summary>The organization stands under a superior in the tree of affiliation (隶属关系) from a day to a day.</summary>
public sealed class Place : DatedFact
{
    private Place() { }

    internal Place(Id<Place> id, Id<Organization> organization, Id<Organization> superior, LocalDate from, LocalDate? to, Instant at) : base(from, to, at) =>
        (Id, OrganizationId, SuperiorId) = (id, organization, superior);

    /// <summary>The fact's own id.</summary>
    public Id<Place> Id { get; private set; }

    /// <summary>The organization.</summary>
    public Id<Organization> OrganizationId { get; private set; }

    /// <summary>The superior it stands under.</summary>
    public Id<Organization> SuperiorId { get; private set; }
}

/// <summary>An office of an organization.</summary>
public enum Office
{
    /// <summary>Secretary (书记).</summary>
    Secretary,

    /// <summary>Deputy secretary (副书记).</summary>
    DeputySecretary,

    /// <summary>Committee member for organization (组织委员).</summary>
    OrganizationMember,

    /// <summary>Committee member for publicity (宣传委员).</summary>
    PublicityMember,

    /// <summary>Committee member for discipline inspection (纪检委员).</summary>
    DisciplineMember,

    /// <summary>Committee member with another portfolio or none (委员).</summary>
    CommitteeMember,

    /// <summary>Leader of a Party group (党小组组长).</summary>
    GroupLeader,

    /// <summary>Party-building instructor (党建工作指导员).</summary>
    Instructor,

    /// <summary>Member named for discipline inspection in a branch without a committee (纪检联络员; TWS-2.2, reading).</summary>
    DisciplineContact,
}

/// <summary>What can be said of each office.</summary>
public static class Offices
{
    /// <summary>Whether the holder sits on the committee (支部委员会): the secretary, the deputy and every committee member.</summary>
    public static bool SitsOnCommittee(this Office office) => office is not (Office.GroupLeader or Office.Instructor or Office.DisciplineContact);

    /// <summary>Whether the holder answers directly for clean conduct (TWS-2.2): the committee member for discipline, or the member named for it where there is no committee.</summary>
    public static bool InspectsDiscipline(this Office office) => office is Office.DisciplineMember or Office.DisciplineContact;

    /// <summary>Whether the office exists only where there is a committee; a branch without one has a secretary and perhaps a deputy (TWS-3.2, reading).</summary>
    public static bool MakesCommittee(this Office office) => office.SitsOnCommittee() && office is not (Office.Secretary or Office.DeputySecretary);
}

/// <summary>A person holds an office of an organization from a day to a day.</summary>
public sealed class Post : DatedFact
{
    private Post() { }

    internal Post(Id<Post> id, Id<Organization> organization, Id<Person> person, Office office, LocalDate from, LocalDate? to, Instant at) : base(from, to, at) =>
        (Id, OrganizationId, PersonId, Office) = (id, organization, person, office);

    /// <summary>The fact's own id.</summary>
    public Id<Post> Id { get; private set; }

    /// <summary>The organization whose office it is.</summary>
    public Id<Organization> OrganizationId { get; private set; }

    /// <summary>Who holds it.</summary>
    public Id<Person> PersonId { get; private set; }

    /// <summary>The office.</summary>
    public Office Office { get; private set; }
}
