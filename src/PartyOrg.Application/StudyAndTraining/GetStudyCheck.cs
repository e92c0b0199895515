using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.StudyAndTraining;

namespace PartyOrg.Application.StudyAndTraining;

/// <summary>Shows a check with what it found of each member, by name. A member who leads nothing reads his own line only.</summary>
/// <param name="Check">The check, of an organization in the caller's scope.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record GetStudyCheck(Id<StudyCheck> Check) : IQuery<StudyCheckAnswer>;

/// <summary>A check of members' study.</summary>
/// <param name="Id">Its id.</param>
/// <param name="OrganizationId">Whose members were checked.</param>
/// <param name="CheckedOn">The day.</param>
/// <param name="How">What was checked and how.</param>
/// <param name="Results">What was found of each.</param>
/// <param name="WithdrawnBecause">Why it was taken back; none while it stands.</param>
/// <param name="Version">Counts the changes; <c>If-Match</c> names it.</param>
public sealed record StudyCheckAnswer(
    Id<StudyCheck> Id, Id<Organization> OrganizationId, LocalDate CheckedOn, string How, IReadOnlyList<NamedStudyResult> Results, string? WithdrawnBecause, int Version) : Answer, IVersioned;

/// <summary>What a check found of a member.</summary>
/// <param name="PersonId">The member.</param>
/// <param name="Name">What he is called.</param>
/// <param name="Result">The result.</param>
/// <param name="Remark">A remark.</param>
public sealed record NamedStudyResult(Id<Person> PersonId, string Name, StudyResult Result, string? Remark);

internal sealed class GetStudyCheckHandler(PartyOrgContext db, Caller caller) : IHandler<GetStudyCheck, StudyCheckAnswer>
{
    public async Task<Result<StudyCheckAnswer>> Handle(GetStudyCheck request, CancellationToken cancellationToken)
    {
        var row = await db.StudyChecks.Where(c => c.Id == request.Check)
            .Join(db.Organizations.InScope(caller), c => c.OrganizationId, o => o.Id, (check, o) => new { Check = check, o.Path }).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (row is null) return StudyErrors.CheckNotFound;

        var (c, readsAll, self) = (row.Check, (caller.RolesOver(row.Path) & Role.Readers) != 0, caller.PersonId);
        var results = await db.StudyCheckResults.Where(r => r.CheckId == c.Id && (readsAll || r.PersonId == self))
            .Join(db.Persons, r => r.PersonId, p => p.Id, (r, p) => new { r, p.Name, p.NameKey }).OrderBy(r => r.NameKey).ThenBy(r => r.r.PersonId)
            .Select(r => new NamedStudyResult(r.r.PersonId, r.Name, r.r.Result, r.r.Remark)).ToListAsync(cancellationToken);
        return new StudyCheckAnswer(c.Id, c.OrganizationId, c.CheckedOn, c.How, results, c.WithdrawnBecause, c.Version);
    }
}
