using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticLifeMeetings;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Procedures;
using PartyOrg.Domain.Results;
using Standing = PartyOrg.Domain.Procedures.Standing;

namespace PartyOrg.Application.DemocraticLifeMeetings;

/// <summary>A democratic life meeting with the organization whose it is.</summary>
internal sealed class LifeMeetingRow
{
    public required DemocraticLifeMeeting Meeting { get; init; }

    public required Organization Organization { get; init; }

    /// <summary>The meeting as the caller sees it in lists and after a change.</summary>
    public LifeMeetingSummary For(Caller caller) => LifeMeetingSummary.Of(Meeting, Organization, caller.StandingTo(Meeting, Organization));
}

/// <summary>Democratic life meetings in the caller's reach, and what he is to them.</summary>
internal static class LifeMeetingScope
{
    /// <summary>The meetings of organizations in the caller's reach.</summary>
    public static IQueryable<LifeMeetingRow> InScope(this IQueryable<DemocraticLifeMeeting> meetings, Caller caller, PartyOrgContext db) =>
        from meeting in meetings
        join organization in db.Organizations.InScope(caller) on meeting.OrganizationId equals organization.Id
        select new LifeMeetingRow { Meeting = meeting, Organization = organization };

    /// <summary>What the caller is to the meeting.</summary>
    public static Standing StandingTo(this Caller caller, DemocraticLifeMeeting meeting, Organization organization) => new(caller.RolesOver(organization.Path), [.. PartsIn(caller, meeting, organization)]);

    /// <summary>The organization as it was on the day, and who must attend; none where it is out of the caller's reach.</summary>
    public static async Task<(Organization Organization, LeadingBodyOnDay Body)?> LeadingBodyOn(this PartyOrgContext db, Caller caller, Id<Organization> id, LocalDate day, CancellationToken cancellation)
    {
        var organization = await db.Organizations.InScope(caller).SingleOrDefaultAsync(o => o.Id == id, cancellation);
        if (organization is null) return null;

        var type = await db.Lifetimes.Where(l => l.OrganizationId == id && l.VoidedAt == null && l.From <= day && (l.To == null || l.To >= day)).Select(l => (OrganizationType?)l.Type).SingleOrDefaultAsync(cancellation);
        var posts = await db.Posts.Where(p => p.OrganizationId == id && p.VoidedAt == null && p.From <= day && (p.To == null || p.To >= day)).AsNoTracking().ToListAsync(cancellation);
        var formal = await (
            from a in db.Affiliations.Where(a => a.OrganizationId == id && a.Belonging != Belonging.Group && a.VoidedAt == null && a.From <= day && (a.To == null || a.To >= day))
            from m in db.Memberships.Where(m => m.PersonId == a.PersonId && m.VoidedAt == null && m.From <= day && (m.To == null || m.To >= day))
            where m.Standing == Domain.Members.Standing.Formal
            select a.PersonId).Distinct().ToListAsync(cancellation);
        return (organization, LeadingBodyOnDay.Derive(id, day, type, posts, formal));
    }

    /// <summary>
    /// Loads the meeting in the caller's scope, in the version that he saw, and lets it take a step. Whoever changes records of its organization at the same moment waits for his turn.
    /// </summary>
    public static Task<Result<LifeMeetingSummary>> ChangeLifeMeeting(
        this PartyOrgContext db, Caller caller, Id<DemocraticLifeMeeting> id, ExpectedVersion expected, Func<DemocraticLifeMeeting, Standing, Result<Done>> step, CancellationToken cancellation) =>
        db.ChangeLifeMeeting(caller, id, expected, (row, standing) => Task.FromResult(step(row.Meeting, standing)), cancellation);

    /// <summary>The same for a step that asks the register first.</summary>
    public static async Task<Result<LifeMeetingSummary>> ChangeLifeMeeting(
        this PartyOrgContext db, Caller caller, Id<DemocraticLifeMeeting> id, ExpectedVersion expected, Func<LifeMeetingRow, Standing, Task<Result<Done>>> step, CancellationToken cancellation)
    {
        var loaded = await db.LifeMeetingToChange(caller, id, cancellation);
        if (!loaded.Succeeded) return loaded.Errors[0];
        var row = loaded.Value;
        if (row.Meeting.Version != expected.Value) return AccessErrors.Stale;
        return (await step(row, caller.StandingTo(row.Meeting, row.Organization))).Map(_ => row.For(caller));
    }

    /// <summary>The meeting in the caller's scope, when it is his turn to write of its organization.</summary>
    public static async Task<Result<LifeMeetingRow>> LifeMeetingToChange(this PartyOrgContext db, Caller caller, Id<DemocraticLifeMeeting> id, CancellationToken cancellation)
    {
        var asked = db.DemocraticLifeMeetings.Where(m => m.Id == id).InScope(caller, db);
        if (await asked.Select(r => (Id<Organization>?)r.Meeting.OrganizationId).SingleOrDefaultAsync(cancellation) is not { } organization) return DemocraticLifeMeetingErrors.NotFound;
        await db.LockChain(organization.Value, cancellation);
        return await asked.SingleAsync(cancellation);
    }

    private static IEnumerable<Part> PartsIn(Caller caller, DemocraticLifeMeeting meeting, Organization organization)
    {
        if (caller.LeadsSuperiorOf(organization)) yield return DemocraticLifeMeeting.Superior;
        if (caller.PersonId is { } self && meeting.MustAttend.Contains(self)) yield return DemocraticLifeMeeting.Himself;
        if (caller.PersonId is { } presider && meeting.Record?.PresidedById == presider) yield return DemocraticLifeMeeting.Presider;
    }
}
