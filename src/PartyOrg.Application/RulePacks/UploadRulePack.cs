using System.Security.Cryptography;
using System.Text.Json;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Compliance;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.RuleBooks;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.RuleBooks;
using PartyOrg.Domain.RulePacks;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.RulePacks;

/// <summary>
/// Uploads rules that a city, county or town lays down for its subtree (REG-18): files in the form of the product's own. <c>Overlays</c> change parameters of rules that are there;
/// <c>Books</c>, <c>Rules</c>, <c>EvidenceKinds</c> and <c>ActivityKinds</c> make a new book. Every file is checked and the examples of every rule are run; nothing is taken unless all is well.
/// The pack binds nobody before it is adopted: look at its preview first.
/// </summary>
/// <param name="JurisdictionId">Whose rules they are: an organization with a level.</param>
/// <param name="Title">What the document is called, up to 200 characters in each language.</param>
/// <param name="Document">The document's number, up to 100 characters.</param>
/// <param name="Files">1 to 200 files.</param>
/// <example>
/// {
///   "jurisdictionId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d01",
///   "title": {"en": "Detailed rules for Party classes", "zh": "党课实施细则"}, "document": "长委〔2026〕5号",
///   "files": [{
///     "name": "Overlays/TWS-3.4.json",
///     "content": {"rule": "TWS-3.4", "reason": {"en": "A class in every quarter.", "zh": "每季度举办一次党课。"}, "parameters": {"every": "quarter"}}
///   }]
/// }
/// </example>
[AllowedTo(Role.Officers, RuleId = "REG-18")]
public sealed record UploadRulePack(Id<Organization> JurisdictionId, Text Title, string Document, IReadOnlyList<PackFile> Files) : ICreate<RulePackAnswer>;

internal sealed class UploadRulePackValidator : AbstractValidator<UploadRulePack>
{
    public UploadRulePackValidator()
    {
        RuleFor(r => r.Title.En).HasNoFault(title => FreeText.FaultIn(title, RulePack.TitleLength));
        RuleFor(r => r.Title.Zh).HasNoFault(title => FreeText.FaultIn(title, RulePack.TitleLength));
        RuleFor(r => r.Document).HasNoFault(document => FreeText.FaultIn(document, RulePack.DocumentLength));
        RuleFor(r => r.Files).HasNoFaults(files => files.Index().Where(f => f.Item is null || !JsonText.IsWhole(f.Item.Content)).Select(f => FreeText.ControlCharacter.At($"/{f.Index}/content")));
    }
}

internal sealed class UploadRulePackHandler(PartyOrgContext db, Caller caller, KnownRules known, Histories histories, Ids ids, Clock clock) : IHandler<UploadRulePack, RulePackAnswer>
{
    public async Task<Result<RulePackAnswer>> Handle(UploadRulePack request, CancellationToken cancellationToken)
    {
        var jurisdiction = await db.Organizations.InScope(caller).AsNoTracking().SingleOrDefaultAsync(o => o.Id == request.JurisdictionId, cancellationToken);
        if (jurisdiction is null) return OrganizationErrors.NotFound.At("/jurisdictionId");
        if (jurisdiction.Level is null) return RulePackErrors.NotAJurisdiction;

        var pack = RulePack.Upload(
            ids.New<RulePack>(), jurisdiction.Id, request.Title, request.Document, request.Files, HashOf(request), await db.Signer(caller, jurisdiction, clock, cancellationToken));
        var content = pack.Read(known.Catalog, known.Kinds, prove: true);
        if (!content.Succeeded) return Result<RulePackAnswer>.Failure(content.Errors);
        var fits = content.Value.LooseningsOf(known.Catalog, await histories.Subtree(jurisdiction, clock.Today, cancellationToken), clock.Today);
        if (!fits.Succeeded) return Result<RulePackAnswer>.Failure([.. fits.Errors.Select(e => e.At(InUpload(request, e.Pointer!)))]);
        db.Add(pack);
        return ((Result<RulePackAnswer>)RulePackAnswer.Of(pack, jurisdiction)).With(content.Value.SentencesThatStay(known.Catalog));
    }

    // "/TWS-3.4/parameters/every" is in the overlay's file.
    private static string InUpload(UploadRulePack request, string pointer)
    {
        var (rule, rest) = (pointer.Split('/')[1], pointer[(pointer.IndexOf('/', 1) is > 0 and var at ? at : pointer.Length)..]);
        return $"/files/{request.Files.ToList().FindIndex(f => f.Name == $"Overlays/{rule}.json")}/content{rest}";
    }

    // Over the text alone, whoever uploads it: the same text has the same hash.
    private static string HashOf(UploadRulePack request) => Convert.ToHexStringLower(SHA256.HashData(
        JsonSerializer.SerializeToUtf8Bytes(new { request.Title, request.Document, Files = request.Files.OrderBy(f => f.Name, StringComparer.Ordinal) }, PipelineJson.Full)));
}
