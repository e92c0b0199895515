using NodaTime;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Time;

namespace PartyOrg.Domain.Members;

/// <summary>Whether a member has full rights.</summary>
public enum Standing
{
    /// <summary>Formal member (正式党员).</summary>
    Formal,

    /// <summary>Probationary member (预备党员).</summary>
    Probationary,
}

/// <summary>In which way a membership ended (REG-49).</summary>
public enum MembershipEnd
{
    /// <summary>He died (去世).</summary>
    Died,

    /// <summary>He left the Party of his own will (退党).</summary>
    Withdrew,

    /// <summary>He was advised to leave, and left (劝退).</summary>
    AdvisedToLeave,

    /// <summary>He was removed from the roll of members (除名).</summary>
    RemovedFromRoll,

    /// <summary>He was expelled (开除党籍).</summary>
    Expelled,

    /// <summary>His probation was cancelled (取消预备党员资格).</summary>
    ProbationCancelled,
}

/// <summary>The person is a Party member, of this standing, from a day to a day.</summary>
public sealed class Membership : DatedFact
{
    private Membership() { }

    internal Membership(Id<Membership> id, Id<Person> person, Standing standing, bool floating, bool pocket, LocalDate from, LocalDate? to, Instant at, MembershipEnd? endedBy = null) : base(from, to, at) =>
        (Id, PersonId, Standing, Floating, Pocket, EndedBy) = (id, person, standing, floating, pocket, endedBy);

    /// <summary>The fact's own id.</summary>
    public Id<Membership> Id { get; private set; }

    /// <summary>The member.</summary>
    public Id<Person> PersonId { get; private set; }

    /// <summary>Formal or probationary.</summary>
    public Standing Standing { get; private set; }

    /// <summary>Whether the organizational relation lies elsewhere than where the member works and takes part (流动党员).</summary>
    public bool Floating { get; private set; }

    /// <summary>Whether the member keeps the relation to himself (口袋党员).</summary>
    public bool Pocket { get; private set; }

    /// <summary>In which way the membership ended with the last day; none while it goes on, and where another standing followed.</summary>
    public MembershipEnd? EndedBy { get; private set; }
}

/// <summary>How a person belongs to an organization.</summary>
public enum Belonging
{
    /// <summary>The organizational relation lies there (组织关系): at most one at a time (REG-1).</summary>
    Relation,

    /// <summary>Enrolled without the relation: floating members, members of attached units, members taking part nearby (MLE-5.3).</summary>
    Enrolment,

    /// <summary>Assigned to a Party group of the branch (党小组; REG-7).</summary>
    Group,
}

/// <summary>A person belongs to an organization from a day to a day.</summary>
public sealed class Affiliation : DatedFact
{
    private Affiliation() { }

    internal Affiliation(Id<Affiliation> id, Id<Person> person, Id<Organization> organization, Belonging belonging, LocalDate from, LocalDate? to, Instant at) : base(from, to, at) =>
        (Id, PersonId, OrganizationId, Belonging) = (id, person, organization, belonging);

    /// <summary>The fact's own id.</summary>
    public Id<Affiliation> Id { get; private set; }

    /// <summary>The person.</summary>
    public Id<Person> PersonId { get; private set; }

    /// <summary>The organization.</summary>
    public Id<Organization> OrganizationId { get; private set; }

    /// <summary>By relation, by enrolment, or as a member of a Party group.</summary>
    public Belonging Belonging { get; private set; }
}
