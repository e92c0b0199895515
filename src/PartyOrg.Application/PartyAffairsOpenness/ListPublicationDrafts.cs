using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Compliance;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.PartyAffairsOpenness;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.PartyAffairsOpenness;

/// <summary>Shows every publication that the product can draft by itself for an organization, with the numbers that it counts over a period (TWS-8.2).</summary>
/// <param name="Organization">The organization.</param>
/// <param name="From">The first day, or the period in which it lies: <c>2026-03</c>, <c>2026-Q1</c>, <c>2026</c>; this year where nothing is said.</param>
/// <param name="To">The last day, or the period in which it lies.</param>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember)]
public sealed record ListPublicationDrafts(Id<Organization> Organization, string? From, string? To) : IQuery<Page<PublicationDraftAnswer>>;

/// <summary>A publication that the product can draft.</summary>
/// <param name="Name">Its name in generatePublication.</param>
/// <param name="Title">What it is called, in the caller's language.</param>
/// <param name="Category">The category under which it is published.</param>
/// <param name="Drawn">The numbers.</param>
public sealed record PublicationDraftAnswer(string Name, string Title, PublicationCategory Category, DrawnFigures Drawn);

internal sealed class ListPublicationDraftsHandler(PartyOrgContext db, Caller caller, IEnumerable<IPublicationDraft> drafts) : IHandler<ListPublicationDrafts, Page<PublicationDraftAnswer>>
{
    public async Task<Result<Page<PublicationDraftAnswer>>> Handle(ListPublicationDrafts request, CancellationToken cancellationToken)
    {
        var days = Asked.Days(request.From, request.To, caller.Today);
        if (!days.Succeeded) return days.Errors[0];
        var organization = await db.Organizations.InScope(caller).AsNoTracking().SingleOrDefaultAsync(o => o.Id == request.Organization, cancellationToken);
        if (organization is null) return OrganizationErrors.NotFound;
        var told = new List<PublicationDraftAnswer>();
        foreach (var draft in drafts.OrderBy(d => d.Name, StringComparer.Ordinal))
        {
            var figures = await draft.Count(organization, days.Value, cancellationToken);
            told.Add(new(draft.Name, draft.Title.In(caller.Language), draft.Category, new(draft.Name, days.Value.From, days.Value.To!.Value, figures)));
        }

        return new Page<PublicationDraftAnswer>(told, null);
    }
}
