using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Members;
using PartyOrg.Domain;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.StudyAndTraining;

namespace PartyOrg.Application.StudyAndTraining;

/// <summary>What of study follows a member whose record is merged into another one (REG-23).</summary>
internal sealed class MergedStudy(PartyOrgContext db) : IFollowsMergers
{
    public IReadOnlyList<Type> Passes => [typeof(SelfStudyNote), typeof(StudyCheckResult)];

    /// <summary>Passes on his notes, and his lines in checks in which the survivor has none.</summary>
    public async Task Pass(PersonMerger merger, CancellationToken cancellation)
    {
        var (survivor, duplicate, _) = merger;
        foreach (var note in await db.SelfStudyNotes.Where(n => n.PersonId == duplicate).ToListAsync(cancellation)) note.PassTo(survivor);
        var both = db.StudyCheckResults.Where(r => r.PersonId == survivor).Select(r => r.CheckId);
        await db.StudyCheckResults.Where(r => r.PersonId == duplicate && !both.Contains(r.CheckId)).ExecuteUpdateAsync(set => set.SetProperty(r => r.PersonId, survivor), cancellation);
    }
}
