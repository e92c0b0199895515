using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Jobs;
using PartyOrg.Domain;
using PartyOrg.Domain.Imports;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Imports;

/// <summary>
/// A part of an uploaded file that waits for its confirmation, encrypted: it holds identity numbers in clear. In parts, so that nobody needs the memory for the whole more than once.
/// </summary>
public sealed class StagedFile
{
    /// <summary>The bytes of every part but a file's last one.</summary>
    public const int PartLength = 1 << 14;

    /// <summary>The import.</summary>
    public Id<RegisterImport> ImportId { get; init; }

    /// <summary>1, 2, 3 … in the order of the upload.</summary>
    public int Number { get; init; }

    /// <summary>1, 2, 3 … of the file.</summary>
    public int Part { get; init; }

    /// <summary>The name under which it was uploaded.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its bytes, encrypted.</summary>
    public byte[] Content { get; init; } = [];

    /// <summary>When it was uploaded.</summary>
    public Instant At { get; init; }
}

/// <summary>One thing that is wrong with an uploaded register, or that whoever uploads it should know.</summary>
public sealed class ImportFinding
{
    /// <summary>So many of each sort are kept of one import; nobody mends more at once.</summary>
    public const int MostKept = 20_000;

    /// <summary>The import.</summary>
    public Id<RegisterImport> ImportId { get; init; }

    /// <summary>Whether it is an advice, which refuses nothing.</summary>
    public bool IsAdvice { get; init; }

    /// <summary>1, 2, 3 … in the order of the file; errors and advices each for themselves.</summary>
    public int Number { get; init; }

    /// <summary>The sheet; none when it concerns the file.</summary>
    public string? Sheet { get; init; }

    /// <summary>The row's number as the spreadsheet program shows it; none when it concerns the sheet or the file.</summary>
    public int? Row { get; init; }

    /// <summary>The cell's address; none when it concerns the row.</summary>
    public string? Cell { get; init; }

    /// <summary>What the cell holds, masked where it is personal.</summary>
    public string? Value { get; init; }

    /// <summary>Stable and never translated.</summary>
    public string Code { get; init; } = "";

    /// <summary>The rule that refuses, where one does.</summary>
    public string? RuleId { get; init; }

    /// <summary>What is wrong and what to do, in English.</summary>
    public string En { get; init; } = "";

    /// <summary>The same in Chinese.</summary>
    public string Zh { get; init; } = "";
}

/// <summary>What becomes of a row.</summary>
public enum RowOutcome
{
    /// <summary>The register has it just so.</summary>
    Unchanged,

    /// <summary>The register does not have it yet.</summary>
    Created,

    /// <summary>The register has it otherwise.</summary>
    Changed,
}

/// <summary>A row that would be created or changed.</summary>
public sealed class ImportChange
{
    /// <summary>The import.</summary>
    public Id<RegisterImport> ImportId { get; init; }

    /// <summary>1, 2, 3 … kind by kind, in the order of the file.</summary>
    public int Number { get; init; }

    /// <summary>The sheet.</summary>
    public string Sheet { get; init; } = "";

    /// <summary>The row's number.</summary>
    public int Row { get; init; }

    /// <summary>What the row is about.</summary>
    public RegisterKind Kind { get; init; }

    /// <summary>Created or changed.</summary>
    public RowOutcome Outcome { get; init; }

    /// <summary>The code of an organization, the masked number of a member.</summary>
    public string Subject { get; init; } = "";

    /// <summary>What it is called.</summary>
    public string Name { get; init; } = "";

    /// <summary>A JSON array of what changes: field, before, after; none of a row that is new.</summary>
    public string? Fields { get; init; }
}

/// <summary>Deletes files that nobody confirmed in time, and the previews made of them.</summary>
internal sealed class ForgetStagedFiles(PartyOrgContext db, Clock clock) : IChore
{
    public async Task Do(CancellationToken cancellation)
    {
        var before = clock.Now - RegisterImport.FileKeptFor;
        await db.ImportChanges.Where(c => db.StagedFiles.Any(f => f.ImportId == c.ImportId && f.At < before)).ExecuteDeleteAsync(cancellation);
        await db.StagedFiles.Where(f => f.At < before).ExecuteDeleteAsync(cancellation);
    }
}
