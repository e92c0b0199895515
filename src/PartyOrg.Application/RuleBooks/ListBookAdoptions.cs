using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.RuleBooks;

/// <summary>Lists which rule books bind an organization: its own adoptions and those of every jurisdiction above it, by the day from which they bind.</summary>
/// <param name="Organization">The organization.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record ListBookAdoptions(Id<Organization> Organization) : IQuery<Page<BookAdoptionAnswer>>;

internal sealed class ListBookAdoptionsHandler(PartyOrgContext db, Caller caller) : IHandler<ListBookAdoptions, Page<BookAdoptionAnswer>>
{
    public async Task<Result<Page<BookAdoptionAnswer>>> Handle(ListBookAdoptions request, CancellationToken cancellationToken)
    {
        var path = await db.Organizations.InScope(caller).Where(o => o.Id == request.Organization).Select(o => o.Path).SingleOrDefaultAsync(cancellationToken);
        if (path is null) return OrganizationErrors.NotFound;

        var adoptions = await db.AdoptedOver(path)
            .OrderBy(a => a.From).ThenBy(a => a.Id).AsNoTracking().ToListAsync(cancellationToken);
        return new Page<BookAdoptionAnswer>(adoptions.ConvertAll(a => new BookAdoptionAnswer(a.Id, a.Book, a.JurisdictionId, a.From, a.To)), null);
    }
}

/// <summary>What binds a place.</summary>
internal static class AdoptionsOverPlaces
{
    /// <summary>The adoptions of the organization that stands at this path and of everything above it; with a day, only those that bind on it.</summary>
    public static IQueryable<BookAdoption> AdoptedOver(this PartyOrgContext db, string path, LocalDate? day = null)
    {
        var line = TreePosition.Line(path).ToList();
        return db.Adoptions.Where(a => a.VoidedAt == null && (day == null || (a.From <= day && (a.To == null || a.To >= day))) && db.Organizations.Any(o => o.Id == a.JurisdictionId && line.Contains(o.Path)));
    }
}
