using Microsoft.EntityFrameworkCore;
using PartyOrg.Domain;
using PartyOrg.Domain.Members;

namespace PartyOrg.Application.StudyAndTraining;

/// <summary>What of study follows a member whose record is merged into another one (REG-23).</summary>
internal static class MergedStudy
{
    /// <summary>Passes on his notes, and his lines in checks in which the survivor has none.</summary>
    public static async Task PassStudy(this PartyOrgContext db, Id<Person> survivor, Id<Person> duplicate, CancellationToken cancellation)
    {
        foreach (var note in await db.SelfStudyNotes.Where(n => n.PersonId == duplicate).ToListAsync(cancellation)) note.PassTo(survivor);
        var both = db.StudyCheckResults.Where(r => r.PersonId == survivor).Select(r => r.CheckId);
        await db.StudyCheckResults.Where(r => r.PersonId == duplicate && !both.Contains(r.CheckId)).ExecuteUpdateAsync(set => set.SetProperty(r => r.PersonId, survivor), cancellation);
    }
}
