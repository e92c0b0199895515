using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.PartyAffairsOpenness;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.PartyAffairsOpenness;

/// <summary>Lists an organization's publications, the latest first: its keepers and overseers see all of them, members what is on view.</summary>
/// <param name="Organization">The organization.</param>
/// <param name="Category">Only this category.</param>
/// <param name="Nature">Only this nature.</param>
/// <param name="Status">Only those that are this far.</param>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(Role.Readers | Role.Member | Role.DisciplineInspector)]
public sealed record ListPublications(Id<Organization> Organization, PublicationCategory? Category, PublicationNature? Nature, PublicationStatus? Status, int? Limit, string? Cursor) : IQuery<Page<PublicationAnswer>>;

internal sealed class ListPublicationsHandler(PartyOrgContext db, Caller caller) : IHandler<ListPublications, Page<PublicationAnswer>>
{
    public async Task<Result<Page<PublicationAnswer>>> Handle(ListPublications request, CancellationToken cancellationToken)
    {
        var organization = await db.Organizations.InScope(caller).AsNoTracking().SingleOrDefaultAsync(o => o.Id == request.Organization, cancellationToken);
        if (organization is null) return OrganizationErrors.NotFound;
        var keeps = caller.KeepsAffairs(organization.Path);
        var asked = db.Publications.Where(p => (request.Category == null || p.Category == request.Category) && (request.Nature == null || p.Nature == request.Nature) && (request.Status == null || p.Status == request.Status));
        var standing = caller.StandingIn(organization);
        return await asked.ShownTo(caller, organization.Path).PageOfPublications(organization, request.Limit, request.Cursor,
            p => keeps ? PublicationAnswer.ForKeepers(p, organization.Name, standing) : PublicationAnswer.ForAudience(p, organization.Name), cancellationToken);
    }
}

/// <summary>Lists of publications.</summary>
internal static class PublicationLists
{
    /// <summary>What their audience sees.</summary>
    public static IQueryable<Publication> OnView(this IQueryable<Publication> publications) => publications.Where(p =>
        p.Status != PublicationStatus.KeptSecret && p.Status != PublicationStatus.Drafted && p.Status != PublicationStatus.Cleared && (p.OpenedOn != null || p.PublishedOn != null));

    /// <summary>A page of an organization's publications, the latest draft first.</summary>
    public static Task<Result<Page<PublicationAnswer>>> PageOfPublications(
        this IQueryable<Publication> asked, Organization organization, int? limit, string? cursor, Func<Publication, PublicationAnswer> told, CancellationToken cancellation) =>
        asked.Where(p => p.OrganizationId == organization.Id).PageByDay(limit, cursor, p => p.DraftedOn, p => p.Id, told, cancellation);
}
