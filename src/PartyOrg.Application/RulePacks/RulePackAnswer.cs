using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.RuleBooks;
using PartyOrg.Domain.RulePacks;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.RulePacks;

/// <summary>A jurisdiction's own rules for its subtree.</summary>
/// <param name="Id">The pack's id.</param>
/// <param name="JurisdictionId">Whose subtree it binds.</param>
/// <param name="JurisdictionName">What that organization is called.</param>
/// <param name="Title">What the document is called.</param>
/// <param name="Document">The document's number.</param>
/// <param name="Status">How far it is.</param>
/// <param name="From">The first day on which it binds; none before it is adopted.</param>
/// <param name="To">The last day on which it binds; none while it goes on.</param>
/// <param name="UploadedAt">When it was uploaded.</param>
/// <param name="Files">The names of its files.</param>
/// <param name="ContentSha256">SHA-256 over title, document and files.</param>
/// <param name="Signatures">Who uploaded, authorised, adopted and withdrew it, in order.</param>
/// <param name="Version">Counts the changes; <c>If-Match</c> names it.</param>
public sealed record RulePackAnswer(
    Id<RulePack> Id, Id<Organization> JurisdictionId, string JurisdictionName, Text Title, string Document, RulePackStatus Status, LocalDate? From, LocalDate? To, Instant UploadedAt, IReadOnlyList<string> Files,
    string ContentSha256, IReadOnlyList<RulePackSignature> Signatures, int Version) : Answer, IVersioned
{
    internal static IQueryable<RulePackAnswer> WithoutFiles(IQueryable<RulePack> packs, PartyOrgContext db) =>
        packs.Select(p => new RulePackAnswer(
            p.Id, p.JurisdictionId, db.Organizations.First(o => o.Id == p.JurisdictionId).Name, p.Title, p.Document, p.Status, p.From, p.To, p.UploadedAt, p.FileNames, p.ContentSha256, p.Signatures, p.Version));

    internal static RulePackAnswer Of(RulePack p, Organization jurisdiction) => new(
        p.Id, jurisdiction.Id, jurisdiction.Name, p.Title, p.Document, p.Status, p.From, p.To, p.UploadedAt, p.FileNames, p.ContentSha256, p.Signatures, p.Version);
}

/// <summary>What the steps of a rule pack share.</summary>
internal static class RulePacksInScope
{
    /// <summary>What the pack lays down, read against what else is known.</summary>
    public static Result<PackContent> Read(this RulePack pack, RuleCatalog catalog, ActivityKinds kinds, bool prove = false)
    {
        var read = new PackReader(catalog, kinds).Read(new(pack.Id.Value, pack.JurisdictionId.Value, pack.Title, pack.Document), pack.Adopted, pack.Files, prove);
        return read.Map(content => pack.AuthorisedFor is { } by ? content.Authorised(by.Value) : content);
    }

    /// <summary>Packs that the caller may read: whatever was adopted, which is as public as a book; and what is being prepared in his reach.</summary>
    public static IQueryable<RulePack> InScope(this IQueryable<RulePack> packs, Caller caller, PartyOrgContext db)
    {
        var prepared = db.Organizations.Within(caller.ReachOf(Role.Officers | Role.Auditor));
        return packs.Where(p => p.AdoptedAt != null || prepared.Any(o => o.Id == p.JurisdictionId));
    }

    /// <summary>The pack to change, with its jurisdiction, if it is in the caller's reach and has the version that he saw.</summary>
    public static async Task<Result<(RulePack Pack, Organization Jurisdiction)>> PackToChange(this PartyOrgContext db, Caller caller, Id<RulePack> id, ExpectedVersion expected, CancellationToken cancellation)
    {
        var row = await db.RulePacks.Where(p => p.Id == id).Join(db.Organizations.InScope(caller), p => p.JurisdictionId, o => o.Id, (p, o) => new { Pack = p, Jurisdiction = o }).SingleOrDefaultAsync(cancellation);
        var loaded = row?.Pack.Expecting(expected, RulePackErrors.NotFound) ?? RulePackErrors.NotFound;
        return loaded.Map(pack => (pack, row!.Jurisdiction));
    }

    /// <summary>The caller as whoever signs, by the nearest office that reaches the jurisdiction.</summary>
    public static Task<RulePackSigner> Signer(this PartyOrgContext db, Caller caller, Organization jurisdiction, Clock clock, CancellationToken cancellation) =>
        db.Signer(caller, caller.OfficesOver(jurisdiction).OrderByDescending(r => r.Path.Length).First(), clock, cancellation);

    /// <summary>The caller as whoever signs by this office.</summary>
    public static async Task<RulePackSigner> Signer(this PartyOrgContext db, Caller caller, HeldRole office, Clock clock, CancellationToken cancellation)
    {
        var name = await db.Accounts.Where(a => a.Id == caller.AccountId).Select(a => a.DisplayName).SingleAsync(cancellation);
        return new(caller.AccountId!.Value, name, office.OrganizationId!.Value, clock.Now);
    }

    /// <summary>The offices that the caller holds over the organization.</summary>
    public static IEnumerable<HeldRole> OfficesOver(this Caller caller, Organization organization) =>
        caller.Roles.Where(r => (r.Role & Role.Officers) != 0 && r.Path.Length > 0 && organization.Path.StartsWith(r.Path, StringComparison.Ordinal));
}
