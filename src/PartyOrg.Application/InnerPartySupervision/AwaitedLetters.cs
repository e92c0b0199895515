using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Compliance;
using PartyOrg.Domain.InnerPartySupervision;

namespace PartyOrg.Application.InnerPartySupervision;

/// <summary>Letters that were assigned to him and await his answer (TWS-9.2.7), by the days on which they came: the term runs from then. Nobody else is told.</summary>
internal sealed class AwaitedLetters(PartyOrgContext db) : IAwaitsPersons
{
    public async Task<IEnumerable<AwaitedStep>> Of(AwaitedPerson who, CancellationToken cancellation)
    {
        var letters = await db.Letters.Where(l => l.AssignedTo == who.Id && l.Status == LetterStatus.Assigned).Select(l => new { l.Id, l.OrganizationId, l.Status, l.ReceivedOn, l.Number }).ToListAsync(cancellation);
        return letters.Select(l => AwaitedStep.Of(Letter.Procedure, l.Status, Letter.Assignee, l.Id.Value, l.OrganizationId, l.ReceivedOn) with { Name = l.Number });
    }
}
