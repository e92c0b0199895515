using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Imports;
using PartyOrg.Domain.Jobs;
using PartyOrg.Domain.Organizations;

namespace PartyOrg.Application.Imports;

/// <summary>An uploaded register: checked, and then confirmed as a whole or not at all.</summary>
/// <param name="Id">The import's id.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="OrganizationId">The organization in whose subtree every row lies.</param>
/// <param name="FileName">The names of the uploaded files.</param>
/// <param name="Sha256">SHA-256 of the uploaded file in hexadecimal; of several files, of their hashes one after the other.</param>
/// <param name="UploadedAt">When it was uploaded.</param>
/// <param name="ExpiresAt">Until when it can be confirmed.</param>
/// <param name="JobId">The job that checks or writes it.</param>
/// <param name="ErrorCount">How many errors were found.</param>
/// <param name="AdviceCount">How many advices there are: columns that are not read, recorded dates that stay as they are. They refuse nothing.</param>
/// <param name="Counts">For each kind, how many rows would be, or were, created and changed, and how many the register has just so.</param>
/// <param name="Version">Counts the steps; <c>If-Match</c> names it.</param>
public sealed record ImportAnswer(
    Id<RegisterImport> Id, ImportStatus Status, Id<Organization> OrganizationId, string FileName, string Sha256, Instant UploadedAt, Instant ExpiresAt, Id<Job> JobId, int ErrorCount, int AdviceCount,
    IReadOnlyList<KindCounts> Counts, int Version) : Answer, IVersioned
{
    internal static ImportAnswer Of(RegisterImport import, JobStatus job, Instant now) => new(
        import.Id, import.StatusAt(now, job), import.OrganizationId, import.FileName, Convert.ToHexStringLower(import.Sha256), import.UploadedAt, import.UploadedAt + RegisterImport.FileKeptFor,
        import.JobId, import.ErrorCount, import.AdviceCount, [.. import.Counts.OrderBy(c => c.Kind).Select(c => new KindCounts(c.Kind, c.Created, c.Changed, c.Unchanged))], import.Version);
}

/// <summary>How many rows of a kind would be created, changed and left as they are.</summary>
/// <param name="Kind">What the rows are about.</param>
/// <param name="Created">Rows that the register does not have yet.</param>
/// <param name="Changed">Rows that the register has otherwise.</param>
/// <param name="Unchanged">Rows that the register has just so.</param>
public sealed record KindCounts(RegisterKind Kind, int Created, int Changed, int Unchanged);

/// <summary>How imports are found: in the caller's scope, like everything else.</summary>
internal static class ImportQueries
{
    public static IQueryable<RegisterImport> InScope(this IQueryable<RegisterImport> imports, Caller caller, PartyOrgContext db)
    {
        var reached = db.Organizations.InScope(caller);
        return imports.Where(i => reached.Any(o => o.Id == i.OrganizationId));
    }

    public static Task<JobStatus> StatusOfJob(this PartyOrgContext db, RegisterImport import, CancellationToken cancellation) =>
        db.Jobs.Where(j => j.Id == import.JobId).Select(j => j.Status).SingleAsync(cancellation);
}
