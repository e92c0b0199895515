using NodaTime;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Time;

namespace PartyOrg.Domain.Members;

/// <summary>A person follows his organization into another one.</summary>
public sealed partial class Person
{
    /// <summary>What ties him to one organization ties him to another from a day on (REG-24, REG-25); where he belongs to that one already, nothing is said twice.</summary>
    /// <param name="from">The organization that he leaves.</param>
    /// <param name="to">The organization that takes its place.</param>
    /// <param name="on">The first day there.</param>
    /// <param name="ids">Makes ids.</param>
    /// <param name="at">Now.</param>
    public void Follow(Id<Organization> from, Id<Organization> to, LocalDate on, Ids ids, Instant at)
    {
        // The relation first: an enrolment gives way to it.
        foreach (var belonging in affiliations.FindAll(a => a.VoidedAt is null && a.OrganizationId == from && (a.To is null || a.To >= on)).OrderBy(a => a.Belonging))
        {
            var days = new Compliance.DayRange(belonging.From < on ? on : belonging.From, belonging.To);
            End(belonging, on.PlusDays(-1), ids, at);
            var there = StandingAs(Belonging.Relation, Belonging.Enrolment, Belonging.Group).FindAll(a => a.OrganizationId == to);
            if (belonging.Belonging == Belonging.Relation)
            {
                affiliations.Add(new(ids.New<Affiliation>(), Id, to, Belonging.Relation, days.From, days.To, at));
                foreach (var enrolment in there.FindAll(a => a.Belonging == Belonging.Enrolment && a.Days.Overlaps(days)))
                {
                    enrolment.Void(at);
                    foreach (var rest in enrolment.Days.Without([days])) affiliations.Add(new(ids.New<Affiliation>(), Id, to, Belonging.Enrolment, rest.From, rest.To, at));
                }
            }
            else
            {
                foreach (var rest in days.Without(there.Select(a => a.Days))) affiliations.Add(new(ids.New<Affiliation>(), Id, to, belonging.Belonging, rest.From, rest.To, at));
            }
        }

        if (RegisteredWith == from) RegisteredWith = to;
        Raise(new("member.left"));
        Raise(new("member.joined"));
    }
}
