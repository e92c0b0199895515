using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;

namespace PartyOrg.Application.Pipeline;

/// <summary>
/// Who leads an organization, and who is its superior. The regulations mean different people by the word, and each has its own name here; by none of them is anybody his own superior.
/// </summary>
internal static class WhoLeads
{
    // Whoever leads an organization: a group leader leads none of those that stand above others.
    private const Role Leading = Role.Officers | Role.BranchSecretary | Role.CommitteeMember;

    // Those on whom the superior can decide in the branch's place.
    private static readonly Office[] LeadingPosts = [.. Enum.GetValues<Office>().Where(o => o.SitsOnCommittee())];

    /// <summary>
    /// The roles that the caller holds in the organization itself: for what is its own secretary's and committee's to do, and not that of those above it, who assess, approve or receive it
    /// (plans and summaries, handlings of members, dues).
    /// </summary>
    public static Role RolesIn(this Caller caller, Organization organization) => caller.Roles.Where(r => r.OrganizationId == organization.Id).Aggregate(Role.None, (all, r) => all | r.Role);

    /// <summary>
    /// An officer of anything above, who does not lead the organization: excuses it from duties, approves its major publications, and sees to its cases of discipline. A general branch's secretary
    /// does none of this for the branches below.
    /// </summary>
    public static bool IsSuperiorOf(this Caller caller, Organization organization) => caller.StandsAbove(organization, Role.Officers);

    /// <summary>
    /// An officer or a secretary of anything above, who does not lead the organization: assesses its summaries, receives its dues, decides in its accountability cases, and on the admonition of its secretary.
    /// </summary>
    public static bool Oversees(this Caller caller, Organization organization) => caller.StandsAbove(organization, Role.Officers | Role.BranchSecretary);

    /// <summary>
    /// Whoever leads the organization directly above, and not itself: for what goes level by level, so that a county reads nothing that was said in a branch of a town (TWS-4.5); for life meetings, their
    /// rectification, and the guidance of study (TWS-6.7).
    /// </summary>
    public static bool LeadsSuperiorOf(this Caller caller, Organization organization) => organization.SuperiorId is { } superior && caller.Led() is var led && led.Contains(superior) && !led.Contains(organization.Id);

    /// <summary>The organizations that the caller leads himself, those below them not counted: complaints of retaliation go to them, as the superiors of others.</summary>
    public static IReadOnlyList<Id<Organization>> Led(this Caller caller) => [.. caller.Roles.Where(r => (r.Role & Leading) != 0 && r.OrganizationId is not null).Select(r => r.OrganizationId!.Value).Distinct()];

    /// <summary>
    /// Those who hold a post in the branch by which they lead it, on the day. In what concerns one of them the superior can stand for the branch: he may lead it alone, and nobody decides on himself.
    /// </summary>
    public static async Task<IReadOnlySet<Id<Person>>> LeadersOf(this PartyOrgContext db, Id<Organization> branch, LocalDate day, CancellationToken cancellation) =>
        (await db.LeadingPostsOn(day).Where(p => p.OrganizationId == branch).Select(p => p.PersonId).ToListAsync(cancellation)).ToHashSet();

    /// <summary>Posts by which somebody leads a branch, on the day.</summary>
    public static IQueryable<Post> LeadingPostsOn(this PartyOrgContext db, LocalDate day) =>
        db.Posts.Where(p => p.VoidedAt == null && p.From <= day && (p.To == null || p.To >= day) && LeadingPosts.Contains(p.Office));

    // Of a Party group, who leads the branch around it is no superior: it is one with its branch. Nobody assesses, excuses or judges himself.
    private static bool StandsAbove(this Caller caller, Organization organization, Role roles)
    {
        const Role leading = Role.BranchLeaders | Role.Officers;
        var around = organization.Type == OrganizationType.PartyGroup ? organization.SuperiorId : null;
        return caller.Roles.Any(r => (r.Role & roles) != 0 && r.Path.Length > 0 && r.Path.Length < organization.Path.Length && organization.Path.StartsWith(r.Path, StringComparison.Ordinal))
            && !caller.Roles.Any(r => (r.Role & leading) != 0 && r.OrganizationId is { } led && (led == organization.Id || led == around));
    }
}
