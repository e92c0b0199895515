using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Compliance;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.PartyAffairsOpenness;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using Standing = PartyOrg.Domain.Procedures.Standing;

namespace PartyOrg.Application.PartyAffairsOpenness;

/// <summary>A publication that is about to change, with what the caller is to it.</summary>
internal sealed record PublicationInHand(Publication Publication, Organization Organization, Standing Standing)
{
    public Result<PublicationAnswer> Told(Result<Done> done) => done.Map(_ => PublicationAnswer.ForKeepers(Publication, Organization.Name, Standing));
}

/// <summary>Publications in the caller's reach.</summary>
internal static class PublicationScope
{
    /// <summary>What the caller is to the affairs of an organization.</summary>
    public static Standing StandingIn(this Caller caller, Organization organization) =>
        new(caller.RolesOver(organization.Path), caller.IsSuperiorOf(organization) ? [Publication.Superior] : []);

    /// <summary>The publication that is asked for, if it is in reach and has the version that the caller saw. Whoever changes records of its organization at the same moment waits until this transaction ends.</summary>
    public static async Task<Result<PublicationInHand>> PublicationToChange(this PartyOrgContext db, Caller caller, Id<Publication> asked, ExpectedVersion expected, CancellationToken cancellation)
    {
        var organization = await db.Organizations.InScope(caller).Where(o => db.Publications.Any(p => p.Id == asked && p.OrganizationId == o.Id)).AsNoTracking().SingleOrDefaultAsync(cancellation);
        if (organization is null) return PublicationErrors.NotFound;
        await db.LockChain(organization.Id.Value, cancellation);
        var loaded = (await db.Publications.SingleOrDefaultAsync(p => p.Id == asked, cancellation)).Expecting(expected, PublicationErrors.NotFound);
        return loaded.Map(p => new PublicationInHand(p, organization, caller.StandingIn(organization)));
    }

    /// <summary>Whether the caller keeps or oversees the affairs of what stands at this path, and sees what is not on view.</summary>
    public static bool KeepsAffairs(this Caller caller, string path) => (caller.RolesOver(path) & (Role.BranchSecretary | Role.CommitteeMember | Role.DisciplineInspector | Role.Officers | Role.Auditor)) != 0;

    /// <summary>Whether what is for members only is for the caller: a member of the organization or of one above or below it, or one who works for the Party there. Another system is not.</summary>
    public static bool IsOfTheParty(this Caller caller, string path) => caller.KeepsAffairs(path) || (caller.RolesOver(path) & (Role.GroupLeader | Role.Instructor | Role.Specialist)) != 0
        || caller.Roles.Any(r => r.Role == Role.Member && r.Path.Length > 0 && (r.Path.StartsWith(path, StringComparison.Ordinal) || path.StartsWith(r.Path, StringComparison.Ordinal)));

    /// <summary>What of these the caller is shown: its keepers everything, everybody else what is on view for him.</summary>
    public static IQueryable<Publication> ShownTo(this IQueryable<Publication> publications, Caller caller, string path) => caller.KeepsAffairs(path) ? publications
        : caller.IsOfTheParty(path) ? publications.OnView() : publications.OnView().Where(p => p.Audience == PublicationAudience.Employees);

    /// <summary>The meetings with these ids that the organization, or one below it, held.</summary>
    public static async Task<List<HeldMeeting>> HeldMeetings(this PartyOrgContext db, Organization organization, IReadOnlyCollection<Id<Meeting>> asked, CancellationToken cancellation)
    {
        var own = db.Organizations.AtOrBelow(organization.Path);
        var held = await db.Meetings.AsNoTracking().Where(m => asked.Contains(m.Id) && (m.Status == MeetingStatus.Held || m.Status == MeetingStatus.Confirmed) && own.Any(o => o.Id == m.OrganizationId))
            .Select(m => new { m.Id, m.OrganizationId, m.On, m.Kinds }).ToListAsync(cancellation);
        return held.ConvertAll(m => new HeldMeeting(m.Id.Value, m.OrganizationId, m.On, m.Kinds.Contains("generalMeeting")));
    }
}
