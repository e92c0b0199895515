using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.RuleBooks;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.RulePacks;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;

namespace PartyOrg.Application.ThreeMeetingsAndOneLesson;

/// <summary>What a gathering of several organizations needs beside what every meeting does.</summary>
internal static class JointMeetings
{
    /// <summary>The organization as it was on the day, with those that hold the meeting together with it. One that is out of the caller's reach is not found.</summary>
    public static async Task<Result<OrganizationOnDay>> Together(
        this PartyOrgContext db, Caller caller, Id<Organization> host, IReadOnlyList<Id<Organization>> jointWith, LocalDate day, IReadOnlyList<ActivityKind> kinds, Error notFound, string pointer,
        CancellationToken cancellation, Meeting? corrected = null)
    {
        var organization = await db.OnDay(caller, host, day, kinds, cancellation);
        if (organization is null) return notFound;
        if (await db.NotAdopted(host, day, kinds, corrected, cancellation) is { } foreign) return foreign;
        if (jointWith.Count == 0) return organization;

        var others = new List<OrganizationOnDay>();
        foreach (var (i, id) in jointWith.Index())
        {
            if (id == host) return MeetingErrors.JointWithItself.At($"{pointer}/{i}");
            if (await db.OnDay(caller, id, day, kinds, cancellation) is not { } other) return OrganizationErrors.NotFound.At($"{pointer}/{i}");
            if (await db.NotAdopted(id, day, kinds, corrected, cancellation) is { } stranger) return stranger.At($"{pointer}/{i}");
            others.Add(other);
        }

        // The work of each is counted: whoever else records for one of them waits, or its projection would lose a day.
        await db.LockChains([host.Value, .. jointWith.Select(o => o.Value)], cancellation);
        return organization with { JointWith = others };
    }

    // A kind that a rule pack declares is used where the pack binds on that day (REG-20); the product's own cost nothing here. What was rightly recorded is put right although its pack
    // was undone since: the record tells what happened.
    private static async Task<Error?> NotAdopted(this PartyOrgContext db, Id<Organization> organization, LocalDate day, IReadOnlyList<ActivityKind> kinds, Meeting? corrected, CancellationToken cancellation)
    {
        foreach (var kind in kinds.Where(k => k.Adopted is not null))
        {
            var line = await db.LineOn(organization, day, cancellation);
            var recorded = corrected?.Kinds.Contains(kind.Name) is true
                ? await db.Ledger.Where(l => l.SourceId == corrected.Id.Value).OrderBy(l => l.RecordedAt).Select(l => (Instant?)l.RecordedAt).FirstOrDefaultAsync(cancellation)
                : null;
            var adopted = db.Adoptions.Where(a => a.Book == kind.Adopted && line.Contains(a.JurisdictionId) && a.From <= day && (a.To == null || a.To >= day) && (a.VoidedAt == null || a.VoidedAt >= recorded));
            if (!await adopted.AnyAsync(cancellation)) return RulePackErrors.KindNotAdopted(kind.Name, day);
        }

        return null;
    }

    // The organization and those above it, as they stood on the day.
    private static async Task<List<Id<Organization>>> LineOn(this PartyOrgContext db, Id<Organization> organization, LocalDate day, CancellationToken cancellation)
    {
        var line = new List<Id<Organization>>();
        for (Id<Organization>? next = organization; next is { } above;)
        {
            line.Add(above);
            next = await db.Places.Where(p => p.OrganizationId == above && p.VoidedAt == null && p.From <= day && (p.To == null || p.To >= day)).Select(p => (Id<Organization>?)p.SuperiorId).SingleOrDefaultAsync(cancellation);
        }

        return line;
    }

    /// <summary>Why the caller may not change this meeting, where he sees it for one of its organizations and does not lead each; none where he may.</summary>
    public static async Task<Error?> NotKept(this PartyOrgContext db, Caller caller, Meeting meeting, ActivityKinds kinds, CancellationToken cancellation) =>
        meeting.IsJoint ? meeting.ReservedFrom(await db.RolesOver(caller, meeting, kinds, cancellation), kinds) : null;

    /// <summary>Writes which organizations hold the meeting, and whom each of them expected, in the place of what was there.</summary>
    public static async Task WriteJoint(this PartyOrgContext db, Meeting meeting, OrganizationOnDay organization, ActivityKinds kinds, bool wasJoint, CancellationToken cancellation)
    {
        if (wasJoint)
        {
            await db.JointOrganizations.Where(j => j.MeetingId == meeting.Id).ExecuteDeleteAsync(cancellation);
            await db.JointAttendances.Where(j => j.MeetingId == meeting.Id).ExecuteDeleteAsync(cancellation);
        }

        if (!meeting.IsJoint) return;
        await db.InsertInOneStatement([.. meeting.JointWith.Select(o => new JointOrganization(meeting.Id, o))], cancellation);
        if (meeting.Record is not null) await db.InsertInOneStatement(meeting.JointLinesOf(organization, kinds), cancellation);
    }

    /// <summary>
    /// Meetings in the caller's reach that another organization hosts outside of it. There are few; a list adds them by their ids, so that the others are found
    /// by the index as ever.
    /// </summary>
    public static Task<List<Id<Meeting>>> HostedElsewhere(this PartyOrgContext db, Caller caller, Id<Organization>? only, CancellationToken cancellation)
    {
        var reached = db.Organizations.InScope(caller);
        var joint = db.JointOrganizations.Where(j => reached.Any(o => o.Id == j.OrganizationId));
        joint = only is { } organization
            ? joint.Where(j => j.OrganizationId == organization)
            : joint.Where(j => !db.Meetings.Any(m => m.Id == j.MeetingId && reached.Any(o => o.Id == m.OrganizationId)));
        return joint.Select(j => j.MeetingId).Distinct().ToListAsync(cancellation);
    }
}
