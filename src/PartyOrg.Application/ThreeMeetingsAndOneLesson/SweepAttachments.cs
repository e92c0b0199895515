using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;
using PartyOrg.Application.Jobs;
using PartyOrg.Domain;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.ThreeMeetingsAndOneLesson;

/// <summary>
/// Deletes files that no record names: their upload was refused, repeated, or cut off before the record was written. And reports records whose file is
/// missing, so that somebody restores it before somebody needs it.
/// </summary>
internal sealed partial class SweepAttachments(PartyOrgContext db, IAttachmentFiles files, Clock clock, ILogger<SweepAttachments> log) : IChore
{
    /// <summary>A file whose record is still being written is younger than this by far.</summary>
    public static readonly Duration Grace = Duration.FromDays(1);

    private const int AtOnce = 500;
    private const int NamedInLog = 20;

    public async Task Do(CancellationToken cancellation)
    {
        await DeleteOrphans(cancellation);
        await ReportMissing(cancellation);
    }

    private async Task DeleteOrphans(CancellationToken cancellation)
    {
        foreach (var written in files.WrittenBefore(clock.Now - Grace).Chunk(AtOnce))
        {
            var ids = written.Select(id => new Id<Attachment>(id)).ToList();
            var recorded = await db.Attachments.Where(a => ids.Contains(a.Id)).Select(a => a.Id).ToListAsync(cancellation);
            foreach (var orphan in ids.Except(recorded)) files.Delete(orphan.Value);
        }
    }

    private async Task ReportMissing(CancellationToken cancellation)
    {
        var (missing, named) = (0, new List<Guid>());
        await foreach (var id in db.Attachments.Select(a => a.Id).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (files.Exists(id.Value)) continue;
            if (missing++ < NamedInLog) named.Add(id.Value);
        }

        if (missing > 0) FilesMissing(log, missing, string.Join(", ", named));
    }

    [LoggerMessage(LogLevel.Error, "The files of {Count} recorded attachments are missing; restore the directory of attachments from a backup. The first of them: {Ids}")]
    private static partial void FilesMissing(ILogger logger, int count, string ids);
}
