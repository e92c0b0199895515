using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain;
using PartyOrg.Domain.DemocraticLifeMeetings;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Procedures;
using PartyOrg.Domain.Results;
using Standing = PartyOrg.Domain.Procedures.Standing;

namespace PartyOrg.Application.DemocraticLifeMeetings;

/// <summary>A rectification item with the organization whose it is.</summary>
internal sealed class RectificationRow
{
    public required RectificationItem Item { get; init; }

    public required Organization Organization { get; init; }
}

/// <summary>Rectification items in the caller's reach.</summary>
internal static class RectificationScope
{
    /// <summary>The items of organizations in the caller's reach.</summary>
    public static IQueryable<RectificationRow> InScope(this IQueryable<RectificationItem> items, Caller caller, PartyOrgContext db) =>
        from item in items
        join organization in db.Organizations.InScope(caller) on item.OrganizationId equals organization.Id
        select new RectificationRow { Item = item, Organization = organization };

    /// <summary>What the caller is to the item.</summary>
    public static Standing StandingTo(this Caller caller, RectificationItem item, Organization organization) => new(
        caller.RolesOver(organization.Path),
        [.. caller.LeadsSuperiorOf(organization) ? [DemocraticLifeMeeting.Superior] : Array.Empty<Part>(), .. caller.PersonId == item.OwnerId ? [RectificationItem.Owner] : Array.Empty<Part>()]);

    /// <summary>Loads the item in the caller's scope, in the version that he saw, and lets it take a step.</summary>
    public static async Task<Result<RectificationItemAnswer>> ChangeItem(
        this PartyOrgContext db, Caller caller, Id<RectificationItem> id, ExpectedVersion expected, Func<RectificationItem, Standing, Result<Done>> step, CancellationToken cancellation)
    {
        var row = await db.RectificationItems.Where(i => i.Id == id).InScope(caller, db).SingleOrDefaultAsync(cancellation);
        var loaded = row?.Item.Expecting(expected, DemocraticLifeMeetingErrors.ItemNotFound) ?? DemocraticLifeMeetingErrors.ItemNotFound;
        if (!loaded.Succeeded) return loaded.Errors[0];
        return step(loaded.Value, caller.StandingTo(loaded.Value, row!.Organization)).Map(_ => RectificationItemAnswer.Of(loaded.Value, row.Organization, caller));
    }

    /// <summary>Whether the person belongs to the organization, or holds a post in it, on the day.</summary>
    public static async Task<bool> BelongsTo(this PartyOrgContext db, Id<Person> person, Id<Organization> organization, LocalDate day, CancellationToken cancellation) =>
        await db.Affiliations.AnyAsync(a => a.PersonId == person && a.OrganizationId == organization && a.VoidedAt == null && a.From <= day && (a.To == null || a.To >= day), cancellation)
        || await db.Posts.AnyAsync(p => p.PersonId == person && p.OrganizationId == organization && p.VoidedAt == null && p.From <= day && (p.To == null || p.To >= day), cancellation);
}
