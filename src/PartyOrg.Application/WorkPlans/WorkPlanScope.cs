using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain.WorkPlans;
using Standing = PartyOrg.Domain.Procedures.Standing;

namespace PartyOrg.Application.WorkPlans;

/// <summary>A plan with the organization whose it is.</summary>
internal sealed class PlanRow
{
    public required WorkPlan Plan { get; init; }

    public required Organization Organization { get; init; }

    /// <summary>What the caller is to the plan: his roles, and the owner of some item or of the one at hand.</summary>
    public Standing StandingOf(Caller caller, int? item = null) =>
        new(caller.RolesIn(Organization), caller.PersonId is { } self && Plan.Items.Any(i => i.OwnerId == self && (item is null || i.Number == item)) ? [WorkPlan.Owner] : []);
}

/// <summary>A summary with the organization whose it is.</summary>
internal sealed class SummaryRow
{
    public required WorkSummary Summary { get; init; }

    public required Organization Organization { get; init; }

    /// <summary>What the caller is to the summary.</summary>
    public Standing StandingOf(Caller caller) => new(caller.RolesIn(Organization), caller.Oversees(Organization) ? [WorkSummary.Superior] : []);
}

/// <summary>Plans and summaries in the caller's reach, and what is known for them.</summary>
internal static class WorkPlanScope
{
    /// <summary>The plans of organizations in the caller's reach.</summary>
    public static IQueryable<PlanRow> InScope(this IQueryable<WorkPlan> plans, Caller caller, PartyOrgContext db) =>
        from plan in plans
        join organization in db.Organizations.InScope(caller) on plan.OrganizationId equals organization.Id
        select new PlanRow { Plan = plan, Organization = organization };

    /// <summary>The summaries of organizations in the caller's reach.</summary>
    public static IQueryable<SummaryRow> InScope(this IQueryable<WorkSummary> summaries, Caller caller, PartyOrgContext db) =>
        from summary in summaries
        join organization in db.Organizations.InScope(caller) on summary.OrganizationId equals organization.Id
        select new SummaryRow { Summary = summary, Organization = organization };

    /// <summary>The first owner whom nobody knows in the caller's scope, as an error that points at him.</summary>
    public static async Task<Error?> UnknownOwner(this PartyOrgContext db, Caller caller, IReadOnlyList<PlannedItem> items, CancellationToken cancellation)
    {
        var owners = items.Select(i => i.OwnerId).OfType<Id<Person>>().Distinct().ToList();
        if (owners.Count == 0) return null;
        var known = await db.Persons.InScope(caller, db).Where(p => owners.Contains(p.Id)).Select(p => p.Id).ToListAsync(cancellation);
        return items.Index().Where(i => i.Item.OwnerId is { } owner && !known.Contains(owner)).Select(i => WorkPlanErrors.OwnerUnknown.At($"/items/{i.Index}/ownerId")).FirstOrDefault();
    }

    /// <summary>What is recorded of an organization's work in a period.</summary>
    public static async Task<SummaryFigures> FiguresOf(this PartyOrgContext db, Id<Organization> organization, DayRange days, CancellationToken cancellation)
    {
        var (from, to) = (days.From, days.To!.Value);
        // The plan of the year counts for the summary of its first half, too.
        var plans = await db.WorkPlans.Where(p => p.OrganizationId == organization && p.From <= to && p.To >= from).AsNoTracking().ToListAsync(cancellation);
        var held = db.Meetings.Where(m => m.On >= from && m.On <= to && (m.Status == MeetingStatus.Held || m.Status == MeetingStatus.Confirmed));
        var meetings = await held.Where(m => m.OrganizationId == organization || db.JointOrganizations.Any(j => j.MeetingId == m.Id && j.OrganizationId == organization)).Select(m => m.Kinds).ToListAsync(cancellation);
        return SummaryFigures.Of(plans, meetings, days);
    }

    /// <summary>What persons are called.</summary>
    public static Task<Dictionary<Id<Person>, string>> NamesOf(this PartyOrgContext db, IEnumerable<Id<Person>> persons, CancellationToken cancellation)
    {
        var ids = persons.Distinct().ToList();
        return ids.Count == 0 ? Task.FromResult(new Dictionary<Id<Person>, string>()) : db.Persons.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
    }

    /// <summary>What accounts are called.</summary>
    public static Task<Dictionary<Id<Account>, string>> NamesOf(this PartyOrgContext db, IEnumerable<Id<Account>> accounts, CancellationToken cancellation)
    {
        var ids = accounts.Distinct().ToList();
        return ids.Count == 0 ? Task.FromResult(new Dictionary<Id<Account>, string>()) : db.Accounts.Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancellation);
    }
}
