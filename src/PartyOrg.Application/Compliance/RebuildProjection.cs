using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Compliance;

/// <summary>
/// Computes the projection anew from the evidence ledger, mends what differs and says what it was. The ledger is not touched. It should never find
/// anything; nobody else writes evidence while it runs. The audit says so in the chain of every organization whose projection was mended.
/// </summary>
[AllowedOnMachine]
public sealed record RebuildProjection : ICommand<RebuiltProjection>;

/// <summary>What the projection was.</summary>
/// <param name="Subjects">How many subjects have evidence.</param>
/// <param name="Rows">How many rows the projection has now: one for each subject, kind and year.</param>
/// <param name="Differences">What was mended.</param>
public sealed record RebuiltProjection(int Subjects, int Rows, IReadOnlyList<ProjectionDifference> Differences);

/// <summary>A row of the projection that was not what the ledger says.</summary>
/// <param name="SubjectId">Whose work it is.</param>
/// <param name="Kind">The kind of evidence.</param>
/// <param name="Year">The calendar year.</param>
/// <param name="Was">How many pieces it counted; none when it could not be read.</param>
/// <param name="Is">How many there are.</param>
public sealed record ProjectionDifference(Guid SubjectId, string Kind, int Year, int? Was, int Is);

internal sealed class RebuildProjectionHandler(PartyOrgContext db, Bookkeeping bookkeeping) : IHandler<RebuildProjection, RebuiltProjection>
{
    private const int SubjectsAtOnce = 500;

    public async Task<Result<RebuiltProjection>> Handle(RebuildProjection request, CancellationToken cancellationToken)
    {
        await db.LockEvidenceYears(cancellationToken);
        var subjects = await db.Ledger.Select(l => l.SubjectId).Union(db.EvidenceYears.Select(y => y.SubjectId)).ToListAsync(cancellationToken);
        var differences = new List<ProjectionDifference>();
        var rows = 0;
        foreach (var some in subjects.Chunk(SubjectsAtOnce)) rows += await Rebuild(some, differences, cancellationToken);
        bookkeeping.AuditMendings(await Mendings(differences, cancellationToken));
        return new RebuiltProjection(subjects.Count, rows, differences);
    }

    private async Task<int> Rebuild(Guid[] subjects, List<ProjectionDifference> differences, CancellationToken cancellation)
    {
        var stored = await db.EvidenceYears.AsNoTracking().Where(y => subjects.Contains(y.SubjectId)).ToDictionaryAsync(y => (y.SubjectId, y.Kind, y.For, y.Year), cancellation);
        var standing = await db.Ledger.AsNoTracking().Where(l => subjects.Contains(l.SubjectId) && l.VoidedAt == null).ToListAsync(cancellation);
        var years = standing.GroupBy(l => (l.SubjectId, l.Kind, For: l.For ?? EvidenceYear.ForNothing, l.OccurredOn.Year)).ToDictionary(
            g => g.Key, g => g.Aggregate(EvidenceDays.None(g.Key.Year), (days, entry) => days.Add(entry.OccurredOn).Value));

        foreach (var key in stored.Keys.Union(years.Keys))
        {
            var row = stored.GetValueOrDefault(key);
            var days = years.GetValueOrDefault(key) ?? EvidenceDays.None(key.Year);
            var was = row is null ? EvidenceDays.None(key.Year) : EvidenceDays.Decode(key.Year, row.Days);
            if (was.Succeeded && was.Value.Equals(days)) continue;
            differences.Add(new(key.SubjectId, key.Kind, key.Year, was.Succeeded ? Count(was.Value) : null, Count(days)));
            row = row is null ? db.Add(new EvidenceYear(key.SubjectId, key.Kind, key.Year, key.For)).Entity : db.Update(row).Entity;
            row.Days = days.Encode();
        }

        return stored.Keys.Union(years.Keys).Count();
    }

    // Only an organization has a chain; what was mended of anything else stands in the system's own, with the command.
    private async Task<List<AuditedMending>> Mendings(List<ProjectionDifference> differences, CancellationToken cancellation)
    {
        var mendings = new List<AuditedMending>();
        foreach (var some in differences.GroupBy(d => d.SubjectId).Chunk(SubjectsAtOnce))
        {
            var ids = some.Select(g => new Id<Organization>(g.Key)).ToList();
            var organizations = (await db.Organizations.Where(o => ids.Contains(o.Id)).Select(o => o.Id).ToListAsync(cancellation)).ConvertAll(id => id.Value).ToHashSet();
            mendings.AddRange(some.Where(g => organizations.Contains(g.Key)).Select(g => new AuditedMending(
                g.Key, nameof(EvidenceYear), g.Select(d => string.Create(CultureInfo.InvariantCulture, $"{d.Kind} {d.Year}: {d.Was?.ToString(CultureInfo.InvariantCulture) ?? "unreadable"} -> {d.Is}")))));
        }

        return mendings;
    }

    private static int Count(EvidenceDays days) => days.Counted.Sum(d => d.Count);
}
