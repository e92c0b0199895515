using System.Security.Cryptography;
using System.Text.Json.Serialization;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Members;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Imports;
using PartyOrg.Domain.Jobs;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Imports;

/// <summary>
/// Uploads a register (XLSX, or one CSV file for each sheet) into the officer's own place, or an organization below it. A job reads it and compares
/// it with the register; the answer's <c>Location</c> shows when it is ready. Nothing is written before it is confirmed.
/// </summary>
/// <param name="Files">The files, 32 MB together.</param>
/// <param name="Organization">The organization in whose subtree every row lies; the officer's own where it is left out.</param>
[AllowedTo(Role.Officers)]
public sealed record UploadImport(IReadOnlyList<UploadedFile> Files, Id<Organization>? Organization = null) : ICreate<ImportAnswer>
{
    /// <summary>One workbook, or a CSV file for each sheet and a few to spare.</summary>
    public const int MostFiles = 10;
}

/// <summary>A file as it was uploaded.</summary>
/// <param name="Name">Its name; the extension must agree with what it is.</param>
/// <param name="Sha256">SHA-256 of its content, by which the same upload is known again.</param>
public sealed record UploadedFile(string Name, string Sha256)
{
    /// <summary>The longest name.</summary>
    public const int NameLength = 200;

    /// <summary>Its bytes; in no audit and no record.</summary>
    [JsonIgnore]
    public byte[] Content { get; init; } = [];

    /// <summary>A file of this content.</summary>
    public static UploadedFile Of(string name, byte[] content) => new(name.Length <= NameLength ? name : name[^NameLength..], Convert.ToHexStringLower(SHA256.HashData(content))) { Content = content };
}

internal sealed class UploadImportValidator : AbstractValidator<UploadImport>
{
    public UploadImportValidator() => RuleFor(r => r.Files).Custom((files, context) =>
    {
        var limit = SpreadsheetLimits.Default.FileBytes;
        var error = files.Count == 0 ? ImportErrors.FileMissing
            : files.Count > UploadImport.MostFiles ? ImportErrors.TooManyFiles(UploadImport.MostFiles)
            : files.Sum(f => f.Content.LongLength) > limit ? ImportErrors.TooLarge(limit) : null;
        if (error is not null) context.AddFailure(new ValidationFailure(context.PropertyPath, error.Message.En) { CustomState = error });
    });
}

internal sealed class UploadImportHandler(PartyOrgContext db, Caller caller, IPersonalDataProtector protector, Ids ids, Clock clock) : IHandler<UploadImport, ImportAnswer>
{
    public async Task<Result<ImportAnswer>> Handle(UploadImport request, CancellationToken cancellationToken)
    {
        var own = caller.Roles.Where(r => (r.Role & caller.Allowed) != 0 && r.OrganizationId is not null).OrderBy(r => r.Path.Length).Select(r => r.OrganizationId).FirstOrDefault();
        if ((request.Organization ?? own) is not { } place) return ImportErrors.NoPlace;
        if (!await db.Organizations.InScope(caller).AnyAsync(o => o.Id == place, cancellationToken)) return OrganizationErrors.NotFound.At("/organization");

        var now = clock.Now;
        var id = ids.New<RegisterImport>();
        var job = new Job(ids.New<Job>(), CheckImport.JobKind, id.Value, caller.AccountId!.Value, now);
        var hash = request.Files is [var only] ? Convert.FromHexString(only.Sha256) : SHA256.HashData([.. request.Files.SelectMany(f => Convert.FromHexString(f.Sha256))]);
        var names = string.Join(", ", request.Files.Select(f => f.Name));
        var import = RegisterImport.Upload(id, place, caller.AccountId.Value, names.Length <= UploadedFile.NameLength ? names : names[..UploadedFile.NameLength], hash, job.Id, now);
        db.Add(import);
        db.Add(job);
        foreach (var (i, file) in request.Files.Index())
        {
            // An empty file has a part too: that it is empty is found when it is read.
            for (var part = 0; part == 0 || part * StagedFile.PartLength < file.Content.Length; part++)
            {
                var from = part * StagedFile.PartLength;
                var content = protector.ProtectBytes(PersonalDataPurpose.StagedFile, file.Content.AsSpan(from, Math.Min(StagedFile.PartLength, file.Content.Length - from)));
                await db.InsertInOneStatement([new StagedFile { ImportId = id, Number = i + 1, Part = part + 1, Name = file.Name, Content = content, At = now }], cancellationToken);
            }
        }

        return ImportAnswer.Of(import, JobStatus.Queued, now);
    }
}
