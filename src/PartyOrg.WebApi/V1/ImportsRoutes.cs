using Microsoft.AspNetCore.Mvc;
using PartyOrg.Application.Imports;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Imports;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.WebApi.Http;
using PartyOrg.WebApi.OpenApi;

namespace PartyOrg.WebApi.V1;

/// <summary>Importing (导入) the register in two steps: upload and preview, then confirm all of it.</summary>
internal static class ImportsRoutes
{
    // Twice what is taken: an upload that is a little too large is read to its end, so that its sender hears why; a huge one is cut off.
    private const long MostBytesRead = 64L << 20;

    public static void Map(IEndpointRouteBuilder v1)
    {
        var imports = v1.MapGroup("/imports").WithTags("Imports");
        imports.MapGet("/templates/register", (NameParameter<TemplateFormat>? format, NameParameter<Language>? language, NameParameter<TemplateSheet>? sheet, Api api) =>
                api.Download(new GetRegisterTemplate(format?.Value, language?.Value, sheet?.Value)))
            .AsksFile<GetRegisterTemplate>("getRegisterTemplate", FileAnswer.Workbook, FileAnswer.Csv);
        imports.MapPost("", async (IFormFileCollection files, Id<Organization>? organization, Api api, CancellationToken cancellation) =>
                await api.Begin(new UploadImport(await Read(files, cancellation), organization), i => $"/api/v1/imports/{i.Id}"))
            .Asks<UploadImport, ImportAnswer>("uploadImport", StatusCodes.Status202Accepted)
            .WithMetadata(new RequestSizeLimitAttribute(MostBytesRead)).DisableAntiforgery();
        imports.MapGet("", (int? limit, string? cursor, Api api) => api.Get(new ListImports(limit, cursor))).Asks<ListImports, Page<ImportAnswer>>("listImports");
        imports.MapGet("/{import}", (Id<RegisterImport> import, Api api) => api.Get(new GetImport(import))).Asks<GetImport, ImportAnswer>("getImport");
        imports.MapGet("/{import}/errors", (Id<RegisterImport> import, int? limit, string? cursor, Api api) => api.Get(new ListImportErrors(import, limit, cursor)))
            .Asks<ListImportErrors, Page<ImportErrorAnswer>>("listImportErrors");
        imports.MapGet("/{import}/advices", (Id<RegisterImport> import, int? limit, string? cursor, Api api) => api.Get(new ListImportAdvices(import, limit, cursor)))
            .Asks<ListImportAdvices, Page<ImportAdviceAnswer>>("listImportAdvices");
        imports.MapGet("/{import}/changes", (Id<RegisterImport> import, NameParameter<RegisterKind>? kind, int? limit, string? cursor, Api api) =>
                api.Get(new ListImportChanges(import, kind?.Value, limit, cursor)))
            .Asks<ListImportChanges, Page<ImportChangeAnswer>>("listImportChanges");
        imports.MapPost("/{import}/confirmation", (Id<RegisterImport> import, IfMatch ifMatch, Api api) => api.Begin(new ConfirmImport(import, ifMatch), i => $"/api/v1/imports/{i.Id}"))
            .Asks<ConfirmImport, ImportAnswer>("confirmImport", StatusCodes.Status202Accepted);
        imports.MapPost("/{import}/cancellation", (Id<RegisterImport> import, IfMatch ifMatch, Api api) => api.Do(new CancelImport(import, ifMatch)))
            .Asks<CancelImport, ImportAnswer>("cancelImport");
    }

    private static async Task<List<UploadedFile>> Read(IFormFileCollection files, CancellationToken cancellation)
    {
        if (files.Sum(f => f.Length) > SpreadsheetLimits.Default.FileBytes) throw new BadHttpRequestException("The files are too large.", StatusCodes.Status413PayloadTooLarge);
        var read = new List<UploadedFile>();
        foreach (var file in files)
        {
            var content = new byte[file.Length];
            await using var stream = file.OpenReadStream();
            await stream.ReadExactlyAsync(content, cancellation);
            read.Add(UploadedFile.Of(Path.GetFileName(file.FileName), content));
        }

        return read;
    }
}
