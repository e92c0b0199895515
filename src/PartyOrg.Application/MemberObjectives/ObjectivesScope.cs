using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.DemocraticAppraisal;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticAppraisal;
using PartyOrg.Domain.MemberObjectives;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Procedures;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using Standing = PartyOrg.Domain.Procedures.Standing;

namespace PartyOrg.Application.MemberObjectives;

/// <summary>Objectives with what their commands judge by.</summary>
/// <param name="Plan">The objectives.</param>
/// <param name="Path">Where their branch stands.</param>
/// <param name="MemberName">What the member is called.</param>
/// <param name="Standing">What the caller is to them.</param>
internal sealed record PlanInReach(ObjectivePlan Plan, string Path, string MemberName, Standing Standing);

/// <summary>Objectives in the caller's reach, and what their marks are computed from.</summary>
internal static class ObjectivesScope
{
    /// <summary>Who leads a branch.</summary>
    public const Role Leaders = Role.BranchSecretary | Role.CommitteeMember;

    /// <summary>Of whom somebody decides on a member's objectives: those who lead the branch, and the superior where the member is one of them.</summary>
    public const Role Deciders = Leaders | Role.Officers;

    /// <summary>Who reads every member's objectives in his reach; a group leader reads those of his group.</summary>
    public const Role AllReaders = Role.Officers | Leaders | Role.Auditor;

    // The posts without which a branch has no committee (TWS-3.2).
    private static readonly Office[] CommitteePosts = [.. Enum.GetValues<Office>().Where(o => o.MakesCommittee())];

    /// <summary>The caller's own, those of the branches that he reads, and those of the Party groups that he leads.</summary>
    public static IQueryable<ObjectivePlan> InScope(this IQueryable<ObjectivePlan> plans, Caller caller, PartyOrgContext db)
    {
        var (read, led, self) = (db.Organizations.Within(caller.ReachOf(caller.Allowed & AllReaders)), db.Organizations.Within(caller.ReachOf(caller.Allowed & Role.GroupLeader)), caller.PersonId);
        return plans.Where(p => p.PersonId == self || read.Any(o => o.Id == p.OrganizationId) || led.Any(o => o.Id == p.GroupId));
    }

    /// <summary>Those whose result is public in the branches in which the caller is anything, a member included (TWS-5.5).</summary>
    public static IQueryable<ObjectivePlan> PublicTo(this IQueryable<ObjectivePlan> plans, Caller caller, PartyOrgContext db)
    {
        var reached = db.Organizations.Within(caller.Reach);
        return plans.Where(p => p.PublishedOn != null && reached.Any(o => o.Id == p.OrganizationId));
    }

    /// <summary>What was asked for, with what the caller is to it.</summary>
    public static async Task<PlanInReach?> PlanInReach(this PartyOrgContext db, Caller caller, IQueryable<ObjectivePlan> asked, CancellationToken cancellation) =>
        (await db.PlansInReach(caller, asked, cancellation)).SingleOrDefault();

    /// <summary>All that were asked for, with what the caller is to each, in the order of the members' names.</summary>
    public static async Task<List<PlanInReach>> PlansInReach(this PartyOrgContext db, Caller caller, IQueryable<ObjectivePlan> asked, CancellationToken cancellation)
    {
        var today = caller.Today;
        var found = await (
            from plan in asked
            join branch in db.Organizations on plan.OrganizationId equals branch.Id
            join person in db.Persons on plan.PersonId equals person.Id
            from itsGroup in db.Organizations.Where(g => g.Id == plan.GroupId).DefaultIfEmpty()
            orderby person.NameKey, plan.Id
            select new
            {
                Plan = plan, Branch = branch, person.Name, GroupPath = itsGroup.Path, IsLeader = db.LeadingPostsOn(today).Any(p => p.OrganizationId == plan.OrganizationId && p.PersonId == plan.PersonId),
                LeadsGroup = db.Posts.Any(p => p.OrganizationId == plan.GroupId && p.PersonId == plan.PersonId && p.Office == Office.GroupLeader && p.VoidedAt == null && p.From <= today && (p.To == null || p.To >= today)),
            }).ToListAsync(cancellation);
        return found.ConvertAll(f => new PlanInReach(f.Plan, f.Branch.Path, f.Name, StandingOf(caller, f.Plan.PersonId, f.Branch, f.IsLeader, f.LeadsGroup ? null : f.GroupPath)));
    }

    /// <summary>What the caller is to a member's objectives: to his own, whatever he leads, a member.</summary>
    /// <param name="caller">The caller.</param>
    /// <param name="member">Whose objectives they are.</param>
    /// <param name="branch">The branch.</param>
    /// <param name="isLeader">Whether the member holds a post by which he leads the branch.</param>
    /// <param name="group">Where the member's Party group stands; none where there is none, or where he leads it himself.</param>
    public static Standing StandingOf(Caller caller, Id<Person> member, Organization branch, bool isLeader, string? group)
    {
        var parts = new List<Part>();
        if (caller.PersonId is not null && caller.Holds(Role.Member, branch.Path)) parts.Add(ObjectivePlan.MemberOfBranch);
        if (caller.PersonId == member) return Standing.ToHimself([ObjectivePlan.Himself, .. parts]);

        var stepsIn = isLeader && caller.Oversees(branch);
        if (stepsIn) parts.Add(Part.SuperiorOfLeader);
        if (group is null ? stepsIn || caller.Holds(Leaders, branch.Path) : caller.Holds(Role.GroupLeader, group)) parts.Add(ObjectivePlan.Deliberator);
        return new(caller.RolesOver(branch.Path), parts);
    }

    /// <summary>The objectives that are asked for, in the turn of their branch, if they have the version that the caller saw.</summary>
    public static async Task<Result<PlanInReach>> PlanToChange(this PartyOrgContext db, Caller caller, Id<ObjectivePlan> id, ExpectedVersion expected, CancellationToken cancellation)
    {
        var branch = await db.ObjectivePlans.InScope(caller, db).Where(p => p.Id == id).Select(p => (Guid?)p.OrganizationId.Value).SingleOrDefaultAsync(cancellation);
        if (branch is null) return ObjectivesErrors.NotFound;
        await db.LockChain(branch.Value, cancellation);
        if (await db.PlanInReach(caller, db.ObjectivePlans.InScope(caller, db).Where(p => p.Id == id), cancellation) is not { } found) return ObjectivesErrors.NotFound;
        return found.Plan.Version == expected.Value ? found : AccessErrors.Stale;
    }

    /// <summary>The Party groups of a branch that exist on the day.</summary>
    public static IQueryable<Organization> GroupsOf(this PartyOrgContext db, Id<Organization> branch, LocalDate day) => db.Organizations.Where(g =>
        g.SuperiorId == branch && g.Type == OrganizationType.PartyGroup && g.FoundedOn <= day && (g.RevokedOn == null || g.RevokedOn >= day));

    /// <summary>Who approves objectives of the branch on the day (TWS-5.2): the committee, or the general meeting where committee posts are not filled.</summary>
    public static async Task<ApprovingBody> ApprovingBodyOf(this PartyOrgContext db, Id<Organization> branch, LocalDate day, CancellationToken cancellation) =>
        await db.Posts.AnyAsync(p => p.OrganizationId == branch && p.VoidedAt == null && p.From <= day && (p.To == null || p.To >= day) && CommitteePosts.Contains(p.Office), cancellation)
            ? ApprovingBody.Committee
            : ApprovingBody.GeneralMeeting;

    /// <summary>How a member attended in a year, wherever he was expected (TWS-3.5b).</summary>
    public static async Task<AttendanceRate> AttendanceOf(this PartyOrgContext db, Id<Person> member, int year, CancellationToken cancellation)
    {
        var (from, to) = (new LocalDate(year, 1, 1), new LocalDate(year, 12, 31));
        var counts = await db.Attendances.Where(a => a.PersonId == member).Join(db.Meetings.Where(m => m.On >= from && m.On <= to), a => a.MeetingId, m => m.Id, (a, m) => a.Status)
            .GroupBy(s => s).Select(g => new { Status = g.Key, Times = g.Count() }).ToListAsync(cancellation);
        return AttendanceRate.Of(counts.Select(c => (c.Status, c.Times)));
    }

    /// <summary>What the ballots of the year's appraisal said of a member; none while its box is not closed (TWS-5.5).</summary>
    public static async Task<BallotResult?> BallotsOf(this PartyOrgContext db, ObjectivePlan plan, CancellationToken cancellation)
    {
        var appraisal = await db.Appraisals.SingleOrDefaultAsync(a => a.OrganizationId == plan.OrganizationId && a.Year == plan.Year && a.BoxClosedOn != null, cancellation);
        return appraisal is null ? null : (await db.BallotResults(appraisal, plan.PersonId, cancellation)).GetValueOrDefault(plan.PersonId, new(0, null));
    }
}
