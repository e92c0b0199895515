using NodaTime;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Domain.Members;

/// <summary>Two records of one person become one (REG-23).</summary>
public sealed partial class Person
{
    /// <summary>
    /// Takes over everything that another record says of the same person, on the days on which this one does not say it already; the other's facts are voided, and it points here from now on. Refused where
    /// both would be true and cannot be: relations with two organizations at once, and different standings (REG-1).
    /// </summary>
    /// <param name="duplicate">The other record, with memberships, belonging and workplaces.</param>
    /// <param name="takesNumber">Whether the other's identity number is the right one.</param>
    /// <param name="ids">Makes ids.</param>
    /// <param name="at">Now.</param>
    public Result<Done> Absorb(Person duplicate, bool takesNumber, Ids ids, Instant at)
    {
        if (duplicate.Id == Id) return MergeErrors.WithHimself;
        foreach (var his in duplicate.StandingAs(Belonging.Relation))
        {
            if (StandingAs(Belonging.Relation).Find(a => a.OrganizationId != his.OrganizationId && a.Days.Overlaps(his.Days)) is { } mine) return MergeErrors.RelationsAtOnce(mine, his);
        }

        if (OpenMembership is { } member && duplicate.OpenMembership is { } other && member.Standing != other.Standing) return MergeErrors.StandingsDiffer;

        foreach (var his in duplicate.memberships.FindAll(m => m.VoidedAt is null))
        {
            his.Void(at);
            foreach (var days in his.Days.Without(memberships.FindAll(m => m.VoidedAt is null).Select(m => m.Days)))
            {
                memberships.Add(new(ids.New<Membership>(), Id, his.Standing, his.Floating, his.Pocket, days.From, days.To, at));
            }
        }

        TakeBelonging(duplicate, ids, at);
        TakeWorkplaces(duplicate, ids, at);
        if (Phone is null) (Phone, MaskedPhone, PhoneIndex) = (duplicate.Phone, duplicate.MaskedPhone, duplicate.PhoneIndex);
        if (takesNumber)
        {
            (IdentityNumber, MaskedIdentityNumber, IdentityIndex, Sex, BornOn) =
                (duplicate.IdentityNumber, duplicate.MaskedIdentityNumber, duplicate.IdentityIndex, duplicate.Sex, duplicate.BornOn);
        }

        RegisteredWith = OpenRelation?.OrganizationId ?? RegisteredWith ?? duplicate.RegisteredWith;
        duplicate.BecomePointerTo(Id);
        Raise(new EvidencePassed(duplicate.Id.Value, Id.Value));
        Raise(new("person.absorbed"));
        return Done.It;
    }

    private Membership? OpenMembership => memberships.SingleOrDefault(m => m.VoidedAt is null && m.To is null);

    private List<Affiliation> StandingAs(params Belonging[] belongings) => affiliations.FindAll(a => a.VoidedAt is null && belongings.Contains(a.Belonging));

    private void TakeBelonging(Person duplicate, Ids ids, Instant at)
    {
        foreach (var his in duplicate.StandingAs(Belonging.Relation)) Take(his, StandingAs(Belonging.Relation));

        // Who has his relation there is not enrolled there as well.
        foreach (var mine in StandingAs(Belonging.Enrolment).FindAll(e => StandingAs(Belonging.Relation).Exists(r => r.OrganizationId == e.OrganizationId && r.Days.Overlaps(e.Days))))
        {
            Take(mine, StandingAs(Belonging.Relation).FindAll(a => a.OrganizationId == mine.OrganizationId));
        }

        foreach (var his in duplicate.StandingAs(Belonging.Enrolment)) Take(his, StandingAs(Belonging.Relation, Belonging.Enrolment).FindAll(a => a.OrganizationId == his.OrganizationId));
        foreach (var his in duplicate.StandingAs(Belonging.Group)) Take(his, StandingAs(Belonging.Group));

        void Take(Affiliation fact, List<Affiliation> taken)
        {
            fact.Void(at);
            foreach (var days in fact.Days.Without(taken.Select(a => a.Days))) affiliations.Add(new(ids.New<Affiliation>(), Id, fact.OrganizationId, fact.Belonging, days.From, days.To, at));
        }
    }

    // The number belongs to the survivor, or to nobody whom the register knows: whoever really has it can be registered.
    private void BecomePointerTo(Id<Person> survivor)
    {
        (MergedInto, MergedUnder, RegisteredWith) = (survivor, RegisteredWith, null);
        IdentityIndex = [.. Id.Value.ToByteArray(), .. new byte[16]];
        PhoneIndex = null;
        Raise(new("person.merged"));
    }
}
