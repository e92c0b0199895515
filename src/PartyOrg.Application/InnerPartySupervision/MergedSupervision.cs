using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Members;
using PartyOrg.Domain.InnerPartySupervision;

namespace PartyOrg.Application.InnerPartySupervision;

/// <summary>What of supervision follows a person whose record is merged into another one (REG-23). A check counts on its day, and stays as it was counted.</summary>
internal sealed class MergedSupervision(PartyOrgContext db) : IFollowsMergers
{
    public IReadOnlyList<Type> Passes => [typeof(Letter), typeof(DisciplineCase)];

    public IReadOnlyList<Type> Leaves => [typeof(ParticipationCheck)];

    public async Task Pass(PersonMerger merger, CancellationToken cancellation)
    {
        foreach (var letter in await db.Letters.Where(l => l.AssignedTo == merger.Duplicate).ToListAsync(cancellation)) letter.PassPerson(merger.Survivor);
        foreach (var breach in await db.DisciplineCases.Where(c => c.PersonId == merger.Duplicate).ToListAsync(cancellation)) breach.PassPerson(merger.Survivor);
    }
}
