using NodaTime;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Domain.Members;

/// <summary>A person in the register: who he is, and, dated, his membership and the organizations to which he belongs.</summary>
public sealed partial class Person : Aggregate
{
    private readonly List<Membership> memberships = [];
    private readonly List<Affiliation> affiliations = [];
    private readonly List<PersonFormerName> formerNames = [];

    private Person() { }

    /// <summary>The person's id.</summary>
    public Id<Person> Id { get; private set; }

    /// <summary>The full name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The key by which names sort: pinyin first.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>The first letters of the name's syllables, by which it is searched.</summary>
    public string NameInitials { get; private set; } = "";

    /// <summary>Male or female, as the identity number tells.</summary>
    public Sex Sex { get; private set; }

    /// <summary>The date of birth, as the identity number tells.</summary>
    public LocalDate BornOn { get; private set; }

    /// <summary>The identity number, encrypted.</summary>
    public byte[] IdentityNumber { get; private set; } = [];

    /// <summary>What is shown of the identity number.</summary>
    public string MaskedIdentityNumber { get; private set; } = "";

    /// <summary>The blind index of the identity number: equal for equal numbers, unique (REG-10).</summary>
    public byte[] IdentityIndex { get; private set; } = [];

    /// <summary>The phone number, encrypted; none when it is not known.</summary>
    public byte[]? Phone { get; private set; }

    /// <summary>What is shown of the phone number.</summary>
    public string? MaskedPhone { get; private set; }

    /// <summary>The blind index of the phone number: equal for equal numbers, which persons may share.</summary>
    public byte[]? PhoneIndex { get; private set; }

    /// <summary>The record of the same person into which this one was merged; none where it stands for itself (REG-23).</summary>
    public Id<Person>? MergedInto { get; private set; }

    /// <summary>Under which organization it was kept when it was merged.</summary>
    public Id<Organization>? MergedUnder { get; private set; }

    /// <summary>In which days a member, and of what standing.</summary>
    public IReadOnlyList<Membership> Memberships => memberships;

    /// <summary>To which organizations, in which days, and how.</summary>
    public IReadOnlyList<Affiliation> Affiliations => affiliations;

    /// <summary>What he was called before, where that was loaded.</summary>
    public IReadOnlyList<PersonFormerName> FormerNames => formerNames;

    /// <summary>The organization of the latest relation, in whose chain changes are audited.</summary>
    public Id<Organization>? RegisteredWith { get; private set; }

    /// <summary>The relation that goes on; none where there is none, or where its end is recorded.</summary>
    public Affiliation? OpenRelation => affiliations.SingleOrDefault(a => a.VoidedAt is null && a.To is null && a.Belonging == Belonging.Relation);

    /// <inheritdoc/>
    public override Guid? AuditedUnder => (RegisteredWith ?? MergedUnder)?.Value;

    /// <inheritdoc/>
    public override Guid Key => Id.Value;

    /// <summary>Registers a person.</summary>
    public static Person Register(PersonName name, SealedIdentity identity, SealedPhone? phone, Ids ids) => Register(ids.New<Person>(), name, identity, phone);

    /// <summary>Registers a person under an id that was given him before: what refers to him is prepared together with him.</summary>
    public static Person Register(Id<Person> id, PersonName name, SealedIdentity identity, SealedPhone? phone)
    {
        var person = new Person
        {
            Id = id, Sex = identity.Sex, BornOn = identity.BornOn, IdentityNumber = identity.Sealed, IdentityIndex = identity.Index, MaskedIdentityNumber = identity.Masked,
        };
        person.Call(name);
        person.Reach(phone);
        person.Raise(new("person.registered"));
        return person;
    }

    /// <summary>Gives the person another name from today on; what he was called before is kept.</summary>
    public void Rename(PersonName name, Ids ids, Clock clock)
    {
        if (name.Value == Name) return;
        var (since, until) = FormerName.Until(formerNames.Select(n => n.To), BornOn, clock.Today);
        formerNames.Add(new(ids.New<FormerName>(), Id, Name, since, until, clock.Now));
        Call(name);
        Raise(new("person.renamed"));
    }

    /// <summary>Records another phone number, or that none is known.</summary>
    public void ChangePhone(SealedPhone? phone)
    {
        Reach(phone);
        Raise(new("person.phoneChanged"));
    }

    /// <summary>Records membership from a day on; what stood from then on ends the day before (a probationary member becomes formal).</summary>
    public Result<Done> BecomeMember(Standing standing, bool floating, bool pocket, LocalDate from, Ids ids, Instant at)
    {
        var current = memberships.SingleOrDefault(m => m.VoidedAt is null && m.To is null);
        if (current is not null && current.From >= from) return MemberErrors.ChangeBeforeLast(current.From);
        if (current is null && memberships.Where(m => m.VoidedAt is null).Max(m => m.To) is { } ended && from <= ended) return MemberErrors.MemberUntil(ended);
        if (current is not null)
        {
            current.Void(at);
            memberships.Add(new(ids.New<Membership>(), Id, current.Standing, current.Floating, current.Pocket, current.From, from.PlusDays(-1), at));
        }

        memberships.Add(new(ids.New<Membership>(), Id, standing, floating, pocket, from, null, at));
        Raise(new("member.standingChanged"));
        return Done.It;
    }

    /// <summary>
    /// Records that the standing of today was another one, or held from another day, from the beginning. What stood before it ends on the day before; where the day is later, it goes on until then.
    /// </summary>
    public Result<Done> CorrectStanding(Standing standing, bool floating, bool pocket, LocalDate from, Ids ids, Instant at)
    {
        if (OpenMembership is not { } current) return MemberErrors.NoMembership;
        if ((current.Standing, current.Floating, current.Pocket, current.From) == (standing, floating, pocket, from)) return Done.It;
        var before = memberships.FindAll(m => m.VoidedAt is null && m != current).MaxBy(m => m.From);
        if (before is { EndedBy: not null } && from <= before.To) return MemberErrors.MemberUntil(before.To!.Value);
        if (before is { EndedBy: null } && from <= before.From) return MemberErrors.ChangeBeforeLast(before.From);

        current.Void(at);
        if (before is { EndedBy: null } && before.To != from.PlusDays(-1))
        {
            before.Void(at);
            memberships.Add(new(ids.New<Membership>(), Id, before.Standing, before.Floating, before.Pocket, before.From, from.PlusDays(-1), at));
        }

        memberships.Add(new(ids.New<Membership>(), Id, standing, floating, pocket, from, null, at));
        Raise(new("member.standingCorrected"));
        return Done.It;
    }

    /// <summary>
    /// Lets the person belong to an organization from a day on. The relation lies with one organization at a time (REG-1): it is moved by
    /// ending it first. A Party group's members belong to its branch (REG-7).
    /// </summary>
    public Result<Affiliation> Join(Organization organization, Belonging belonging, LocalDate from, Ids ids, Instant at)
    {
        if (!organization.ExistsOn(from)) return OrganizationErrors.DoesNotExist(organization, from);
        if (organization.RevokedOn is { } last) return OrganizationErrors.DoesNotExist(organization, last.PlusDays(1));
        if (OpenMembership is null && memberships.Exists(m => m is { VoidedAt: null, EndedBy: not null })) return MemberErrors.NoMembership;
        var days = new DayRange(from, null);
        var standing = affiliations.Where(a => a.VoidedAt is null && a.Days.Overlaps(days)).ToList();
        switch (belonging)
        {
            case Belonging.Relation when !organization.Type.HoldsRelations():
                return MemberErrors.HoldsNoRelations(organization);
            case Belonging.Relation when standing.FirstOrDefault(a => a.Belonging == Belonging.Relation) is { } other:
                return MemberErrors.RelationElsewhere(other);
            case Belonging.Group when organization.Type != OrganizationType.PartyGroup:
                return MemberErrors.NotAGroup(organization);
            case Belonging.Group when !standing.Any(a => a.Belonging != Belonging.Group && a.OrganizationId == organization.SuperiorId && a.Days.Covers(days)):
                return MemberErrors.NotOfTheBranch;
            case Belonging.Group when standing.Any(a => a.Belonging == Belonging.Group):
                return MemberErrors.InAnotherGroup;
            case Belonging.Enrolment when organization.Type is OrganizationType.PartyGroup || organization.Type.IsTerritorial():
                return MemberErrors.HoldsNoRelations(organization);
            case Belonging.Enrolment when standing.Any(a => a.OrganizationId == organization.Id):
                return MemberErrors.BelongsAlready;
        }

        var affiliation = new Affiliation(ids.New<Affiliation>(), Id, organization.Id, belonging, from, null, at);
        affiliations.Add(affiliation);
        if (belonging == Belonging.Relation || RegisteredWith is null) RegisteredWith = organization.Id;
        Raise(new("member.joined"));
        return affiliation;
    }

    /// <summary>Ends a belonging after its last day; membership of the branch's Party groups ends with the branch's.</summary>
    public Result<Done> Leave(Id<Affiliation> id, LocalDate lastDay, Func<Id<Organization>, Id<Organization>?> branchOfGroup, Ids ids, Instant at)
    {
        var ending = affiliations.SingleOrDefault(a => a.Id == id && a.VoidedAt is null);
        if (ending is null) return MemberErrors.AffiliationNotFound;
        if (lastDay < ending.From.PlusDays(-1)) return MemberErrors.LeavesBeforeJoining;

        var also = affiliations.Where(a => a.VoidedAt is null && a.Belonging == Belonging.Group && ending.Belonging != Belonging.Group
            && branchOfGroup(a.OrganizationId) == ending.OrganizationId && (a.To is null || a.To > lastDay)).ToList();
        foreach (var affiliation in also.Prepend(ending)) End(affiliation, lastDay, ids, at);
        Raise(new("member.left"));
        return Done.It;
    }

    /// <summary>
    /// Moves the relation from one organization to another: it ends on the day before it begins there (REG-21). An enrolment there ends with it, since the relation takes its place.
    /// </summary>
    public Result<Done> MoveRelation(Id<Organization> sender, Organization receiver, LocalDate beginsOn, Func<Id<Organization>, Id<Organization>?> branchOfGroup, Ids ids, Instant at)
    {
        if (OpenRelation is not { } relation || relation.OrganizationId != sender || relation.From >= beginsOn) return TransferErrors.RelationMoved;
        var lastDay = beginsOn.PlusDays(-1);
        var left = Leave(relation.Id, lastDay, branchOfGroup, ids, at);
        if (!left.Succeeded) return left;
        foreach (var enrolment in affiliations.FindAll(a => a.VoidedAt is null && a.Belonging == Belonging.Enrolment && a.OrganizationId == receiver.Id && (a.To is null || a.To > lastDay)))
        {
            End(enrolment, lastDay, ids, at);
        }

        return Join(receiver, Belonging.Relation, beginsOn, ids, at).Map(_ => Done.It);
    }

    private void End(Affiliation affiliation, LocalDate lastDay, Ids ids, Instant at)
    {
        affiliation.Void(at);
        if (affiliation.From <= lastDay) affiliations.Add(new(ids.New<Affiliation>(), Id, affiliation.OrganizationId, affiliation.Belonging, affiliation.From, lastDay, at));
    }

    private void Call(PersonName name)
    {
        var key = PinyinKey.Of(name);
        (Name, NameKey, NameInitials) = (name.Value, key.Value, key.Initials);
    }

    private void Reach(SealedPhone? phone) => (Phone, MaskedPhone, PhoneIndex) = (phone?.Sealed, phone?.Masked, phone?.Index);
}

/// <summary>An identity number as it is stored: encrypted, with its blind index, its mask and what it tells.</summary>
/// <param name="Sealed">Encrypted.</param>
/// <param name="Index">The blind index.</param>
/// <param name="Masked">What is shown.</param>
/// <param name="Sex">The sex that it tells.</param>
/// <param name="BornOn">The date of birth that it tells.</param>
public sealed record SealedIdentity(byte[] Sealed, byte[] Index, string Masked, Sex Sex, LocalDate BornOn);

/// <summary>A phone number as it is stored.</summary>
/// <param name="Sealed">Encrypted.</param>
/// <param name="Masked">What is shown.</param>
/// <param name="Index">The blind index.</param>
public sealed record SealedPhone(byte[] Sealed, string Masked, byte[] Index);
