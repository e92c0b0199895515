using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.RuleBooks;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.RuleBooks;

/// <summary>A jurisdiction adopts a rule book: from the day on, its rules bind the whole subtree (REG-14).</summary>
/// <param name="Organization">A territorial committee: city, county, town.</param>
/// <param name="Book">The book's id, <c>TWS</c>.</param>
/// <param name="From">The first day on which it binds; not before the book's own first day in force.</param>
[AllowedTo(Role.Officers)]
public sealed record AdoptRuleBook(Id<Organization> Organization, string Book, LocalDate From) : ICreate<BookAdoptionAnswer>
{
    /// <summary>What is adopted, from when.</summary>
    /// <param name="Book">The book's id, <c>TWS</c>.</param>
    /// <param name="From">The first day on which it binds; not before the book's own first day in force.</param>
    /// <example>{"book": "TWS", "from": "2020-08-24"}</example>
    public sealed record Body(string Book, LocalDate From);
}

/// <summary>A rule book binds a jurisdiction's subtree.</summary>
/// <param name="Id">The adoption's id.</param>
/// <param name="Book">The book's id.</param>
/// <param name="JurisdictionId">Who adopted it.</param>
/// <param name="From">The first day on which it binds.</param>
/// <param name="To">The last day on which it binds; none while it goes on.</param>
public sealed record BookAdoptionAnswer(Id<BookAdoption> Id, string Book, Id<Organization> JurisdictionId, LocalDate From, LocalDate? To) : Answer;

internal sealed class AdoptRuleBookHandler(PartyOrgContext db, Caller caller, Bookkeeping bookkeeping, RuleCatalog catalog, Ids ids, Clock clock) : IHandler<AdoptRuleBook, BookAdoptionAnswer>
{
    public async Task<Result<BookAdoptionAnswer>> Handle(AdoptRuleBook request, CancellationToken cancellationToken)
    {
        if (!catalog.TryFindBook(request.Book, out var book)) return RuleBookErrors.BookNotFound(request.Book).At("/book");
        if (!RuleCatalog.Embedded.TryFindBook(book.Id, out _)) return RuleBookErrors.BelongsToPack.At("/book");
        if (request.From < book.InForceFrom) return RuleBookErrors.BeforeItsTime(book.InForceFrom).At("/from");
        var jurisdiction = await db.Organizations.InScope(caller).SingleOrDefaultAsync(o => o.Id == request.Organization, cancellationToken);
        if (jurisdiction is null) return OrganizationErrors.NotFound;
        if (jurisdiction.Level is null) return RuleBookErrors.NotAJurisdiction;
        if (!jurisdiction.ExistsOn(request.From)) return OrganizationErrors.DoesNotExist(jurisdiction, request.From);

        await db.LockChain(jurisdiction.Id.Value, cancellationToken);
        var standing = await db.Adoptions.Where(a => a.JurisdictionId == request.Organization && a.Book == request.Book && a.VoidedAt == null && (a.To == null || a.To >= request.From))
            .Select(a => (LocalDate?)a.From).FirstOrDefaultAsync(cancellationToken);
        if (standing is { } since) return RuleBookErrors.AdoptedAlready(since);

        bookkeeping.AuditUnder(jurisdiction.Id.Value);
        var adoption = db.Adoptions.Add(new(ids.New<BookAdoption>(), request.Book, jurisdiction.Id, request.From, null, clock.Now)).Entity;
        return new BookAdoptionAnswer(adoption.Id, adoption.Book, adoption.JurisdictionId, adoption.From, adoption.To);
    }
}
