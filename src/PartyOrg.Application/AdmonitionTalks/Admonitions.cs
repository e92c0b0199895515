using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Domain;
using PartyOrg.Domain.AdmonitionTalks;
using PartyOrg.Domain.Members;

namespace PartyOrg.Application.AdmonitionTalks;

/// <summary>That a talk was held with a member and how it ended, without what was said: evidence for inspecting and assessing him (TWS-10.4, TWS-5).</summary>
/// <param name="Case">The case.</param>
/// <param name="HeldOn">When the talk was held.</param>
/// <param name="Status">How far it is: improved, no clear change, or still mending.</param>
/// <param name="ClosedOn">When it ended.</param>
internal sealed record AdmonitionOfMember(Id<AdmonitionCase> Case, LocalDate HeldOn, AdmonitionStatus Status, LocalDate? ClosedOn);

/// <summary>Talks of members.</summary>
internal static class Admonitions
{
    /// <summary>The talks held with a member in these days, in order.</summary>
    public static async Task<IReadOnlyList<AdmonitionOfMember>> AdmonitionsOf(this PartyOrgContext db, Id<Person> member, LocalDate from, LocalDate to, CancellationToken cancellation) => await db.AdmonitionCases
        .Where(c => c.PersonId == member && c.HeldOn != null && c.HeldOn >= from && c.HeldOn <= to).OrderBy(c => c.HeldOn)
        .Select(c => new AdmonitionOfMember(c.Id, c.HeldOn!.Value, c.Status, c.ClosedOn)).ToListAsync(cancellation);
}
