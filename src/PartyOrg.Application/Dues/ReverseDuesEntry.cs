using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Members;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Dues;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Dues;

/// <summary>
/// Reverses a payment, waiver or reason that was entered by mistake (TWS-D2): another entry has the opposite amount, and both stay to be read. A waiver is reversed by the superior, whose decision it is. An assessment is mended by the right base instead.
/// </summary>
/// <param name="Organization">The branch.</param>
/// <param name="Entry">The entry that is wrong.</param>
/// <param name="Reason">Why, 1 to 500 characters.</param>
[AllowedTo(DuesBooks.Writers, RuleId = "TWS-D2")]
public sealed record ReverseDuesEntry(Id<Organization> Organization, Id<DuesEntry> Entry, string Reason) : ICreate<DuesEntryAnswer>
{
    /// <summary>Why.</summary>
    /// <param name="Reason">Why, 1 to 500 characters.</param>
    /// <example>{"reason": "误记到其他党员名下"}</example>
    public sealed record Body(string Reason);
}

internal sealed class ReverseDuesEntryValidator : AbstractValidator<ReverseDuesEntry>
{
    public ReverseDuesEntryValidator() => RuleFor(r => r.Reason).HasNoFault(reason => FreeText.FaultIn(reason, DuesEntry.ReasonLength));
}

internal sealed class ReverseDuesEntryHandler(PartyOrgContext db, Caller caller, DuesBooks books) : IHandler<ReverseDuesEntry, DuesEntryAnswer>
{
    public async Task<Result<DuesEntryAnswer>> Handle(ReverseDuesEntry request, CancellationToken cancellationToken)
    {
        if (await books.InTurn(request.Organization, cancellationToken) is not var (organization, ledger)) return OrganizationErrors.NotFound;
        var entry = await db.DuesEntries.AsNoTracking().SingleOrDefaultAsync(e => e.Id == request.Entry && e.OrganizationId == request.Organization, cancellationToken);
        if (entry is null) return DuesErrors.EntryNotFound;
        var isReversed = await db.DuesEntries.AnyAsync(e => e.ReversalOf == request.Entry, cancellationToken);
        var reversal = ledger.Reverse(entry, isReversed, request.Reason, books.StandingOver(organization), books.Booking);
        if (!reversal.Succeeded) return reversal.Errors[0];
        books.Keep(ledger, [reversal.Value]);
        var names = await books.NamesOf([entry.PersonId], cancellationToken);
        return DuesEntryAnswer.Of(reversal.Value, names[entry.PersonId], await db.NameOf(caller, cancellationToken), false);
    }
}
