using NodaTime;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Members;

/// <summary>A membership ends, and what hangs on it with it (REG-49).</summary>
public sealed partial class Person
{
    /// <summary>
    /// Ends the membership after its last day, and with it every belonging: relation, enrolments, Party group. What would have begun later never begins. Posts are ended with the organizations whose they are.
    /// </summary>
    /// <param name="lastDay">The last day, itself included; not before the standing of today began.</param>
    /// <param name="endedBy">In which way. Only a probationary member's probation is cancelled.</param>
    /// <param name="ids">Makes ids.</param>
    /// <param name="at">Now.</param>
    public Result<Done> EndMembership(LocalDate lastDay, MembershipEnd endedBy, Ids ids, Instant at)
    {
        if (OpenMembership is not { } membership) return MemberErrors.NoMembership;
        if (lastDay < membership.From) return MemberErrors.EndsBeforeItBegan(membership.From);
        if (endedBy == MembershipEnd.ProbationCancelled && membership.Standing != Standing.Probationary) return MemberErrors.NotProbationary;

        membership.Void(at);
        memberships.Add(new(ids.New<Membership>(), Id, membership.Standing, membership.Floating, membership.Pocket, membership.From, lastDay, at, endedBy));
        foreach (var belonging in affiliations.FindAll(a => a.VoidedAt is null && (a.To is null || a.To > lastDay))) End(belonging, lastDay, ids, at);
        Raise(new("member.membershipEnded"));
        return Done.It;
    }

    /// <summary>
    /// Takes back an end that was recorded by mistake: membership and belonging are as they were, as far as the organizations are still there. What was recorded of them since stays as it is.
    /// </summary>
    /// <param name="lastDays">The last day of each organization that exists no longer.</param>
    /// <param name="ids">Makes ids.</param>
    /// <param name="at">Now.</param>
    /// <returns>When the end had been recorded.</returns>
    public Result<Instant> WithdrawMembershipEnd(Func<Id<Organization>, LocalDate?> lastDays, Ids ids, Instant at)
    {
        if (OpenMembership is not null || memberships.FindAll(m => m.VoidedAt is null).MaxBy(m => m.To) is not { EndedBy: not null } ended) return MemberErrors.NoEndToWithdraw;

        // One command writes one instant: what it voided and recorded is found by it.
        var recorded = ended.RecordedAt;
        foreach (var before in affiliations.FindAll(a => a.VoidedAt == recorded))
        {
            var shortened = affiliations.Find(a => a.VoidedAt is null && a.RecordedAt == recorded && (a.OrganizationId, a.Belonging, a.From) == (before.OrganizationId, before.Belonging, before.From));
            if (shortened is null && before.From <= ended.To) continue;
            var days = new DayRange(before.From, Earlier(before.To, lastDays(before.OrganizationId)));
            if (days.To < days.From) continue;
            if (before.Belonging == Belonging.Relation && StandingAs(Belonging.Relation).Find(a => a != shortened && a.Days.Overlaps(days)) is { } other) return MemberErrors.RelationElsewhere(other);
            shortened?.Void(at);
            affiliations.Add(new(ids.New<Affiliation>(), Id, before.OrganizationId, before.Belonging, days.From, days.To, at));
        }

        ended.Void(at);
        memberships.Add(new(ids.New<Membership>(), Id, ended.Standing, ended.Floating, ended.Pocket, ended.From, null, at));
        Raise(new("member.membershipRestored"));
        return recorded;
    }

    private static LocalDate? Earlier(LocalDate? one, LocalDate? other) => one is { } a && other is { } b ? LocalDate.Min(a, b) : one ?? other;
}
