using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.StudyAndTraining;

namespace PartyOrg.Application.StudyAndTraining;

/// <summary>What lists of study and training look at.</summary>
internal static class StudyScope
{
    /// <summary>The organizations in the caller's reach, or the one asked for and those below it; none where that is out of his reach.</summary>
    public static async Task<IQueryable<Organization>?> Asked(this PartyOrgContext db, Caller caller, Id<Organization>? organization, CancellationToken cancellation)
    {
        if (organization is not { } one) return db.Organizations.InScope(caller);
        var path = await db.Organizations.InScope(caller).Where(o => o.Id == one).Select(o => o.Path).SingleOrDefaultAsync(cancellation);
        return path is null ? null : db.Organizations.AtOrBelow(path);
    }
}
