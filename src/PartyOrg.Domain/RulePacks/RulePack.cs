using NodaTime;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.RulePacks;

/// <summary>How far a rule pack is.</summary>
public enum RulePackStatus
{
    /// <summary>Uploaded and found well; it binds nobody.</summary>
    Uploaded,

    /// <summary>Adopted by its jurisdiction: it binds the subtree from a day on.</summary>
    Adopted,

    /// <summary>Withdrawn: it binds up to a last day, which may be corrected, or never bound anybody.</summary>
    Withdrawn,
}

/// <summary>What somebody did to a rule pack with his name.</summary>
public enum RulePackAct
{
    /// <summary>He uploaded it.</summary>
    Uploaded,

    /// <summary>He authorised it for a jurisdiction above, although it asks less (REG-19).</summary>
    Authorised,

    /// <summary>He adopted it for its jurisdiction.</summary>
    Adopted,

    /// <summary>He withdrew it.</summary>
    Withdrawn,
}

/// <summary>Who did something to a rule pack, for whom, when, and to which text.</summary>
/// <param name="Act">What was done.</param>
/// <param name="AccountId">Whose account did it.</param>
/// <param name="Name">The name of its holder at that moment.</param>
/// <param name="OrganizationId">For which organization he holds the office by which he did it.</param>
/// <param name="Day">The first day of an adoption, the last day of a withdrawn one.</param>
/// <param name="Statement">His reason, or the number of the authorising document.</param>
/// <param name="ContentSha256">The hash of the text that he had before him.</param>
/// <param name="At">When.</param>
public sealed record RulePackSignature(
    RulePackAct Act, Id<Account> AccountId, string Name, Id<Organization> OrganizationId, LocalDate? Day, string? Statement, string ContentSha256, Instant At);

/// <summary>Who signs.</summary>
/// <param name="AccountId">His account.</param>
/// <param name="Name">His name.</param>
/// <param name="OrganizationId">For which organization he holds the office by which he signs.</param>
/// <param name="At">When.</param>
public sealed record RulePackSigner(Id<Account> AccountId, string Name, Id<Organization> OrganizationId, Instant At);

/// <summary>
/// A jurisdiction's own rules: an overlay on the rules of other books, new books, or both (REG-18). The text never changes: another text is another pack. Where it binds and on which
/// days stands in dated adoptions, so that <c>asOf</c> and <c>knownAt</c> tell the truth.
/// </summary>
public sealed class RulePack : Aggregate
{
    /// <summary>The longest title in one language, in characters.</summary>
    public const int TitleLength = 200;

    /// <summary>The longest document number, in characters.</summary>
    public const int DocumentLength = 100;

    /// <summary>The longest reason or statement, in characters.</summary>
    public const int StatementLength = 500;

    private RulePack() { }

    /// <summary>The pack's id.</summary>
    public Id<RulePack> Id { get; private set; }

    /// <summary>The jurisdiction whose subtree it binds.</summary>
    public Id<Organization> JurisdictionId { get; private set; }

    /// <summary>What the document is called.</summary>
    public Text Title { get; private set; } = new("", "");

    /// <summary>The document's number.</summary>
    public string Document { get; private set; } = "";

    /// <summary>The files, as they were uploaded.</summary>
    public IReadOnlyList<PackFile> Files { get; private set; } = [];

    /// <summary>Their names, in that order: a list shows them without reading the files.</summary>
    public IReadOnlyList<string> FileNames { get; private set; } = [];

    /// <summary>SHA-256 over title, document and files, 64 lower-case hexadecimal digits.</summary>
    public string ContentSha256 { get; private set; } = "";

    /// <summary>How far it is.</summary>
    public RulePackStatus Status { get; private set; }

    /// <summary>The first day on which it binds; none before it is adopted.</summary>
    public LocalDate? From { get; private set; }

    /// <summary>The last day on which it binds; none while it goes on.</summary>
    public LocalDate? To { get; private set; }

    /// <summary>When it was uploaded.</summary>
    public Instant UploadedAt { get; private set; }

    /// <summary>When it was first adopted; its rules and kinds are known to everybody from then on. None before.</summary>
    public Instant? AdoptedAt { get; private set; }

    /// <summary>Who did what, in order.</summary>
    public IReadOnlyList<RulePackSignature> Signatures { get; private set; } = [];

    /// <summary>The ids of its new books.</summary>
    public IEnumerable<string> Books => FileNames.Where(f => f.StartsWith("Books/", StringComparison.Ordinal)).Select(f => f["Books/".Length..^".json".Length]);

    /// <summary>The name under which its adoptions stand.</summary>
    public string Adopted => NameOf(Id);

    /// <inheritdoc/>
    public override Guid? AuditedUnder => JurisdictionId.Value;

    /// <inheritdoc/>
    public override Guid Key => Id.Value;

    /// <summary>The name under which the adoptions of the pack with this id stand.</summary>
    public static string NameOf(Id<RulePack> id) => $"pack-{id.Value:N}";

    /// <summary>The pack whose adoptions stand under the name.</summary>
    public static Id<RulePack> IdOf(string name) => new(Guid.ParseExact(name["pack-".Length..], "N"));

    /// <summary>Takes up a pack whose files were found well.</summary>
    public static RulePack Upload(Id<RulePack> id, Id<Organization> jurisdiction, Text title, string document, IReadOnlyList<PackFile> files, string contentSha256, RulePackSigner by)
    {
        var pack = new RulePack
        {
            Id = id, JurisdictionId = jurisdiction, Title = title, Document = document, Files = files, FileNames = [.. files.Select(f => f.Name)], ContentSha256 = contentSha256, Status = RulePackStatus.Uploaded, UploadedAt = by.At,
        };
        pack.Sign(RulePackAct.Uploaded, by, null, null);
        pack.Raise(new("rulePack.uploaded"));
        return pack;
    }

    /// <summary>A jurisdiction above authorises what the pack loosens (REG-19).</summary>
    public Result<Done> Authorise(string statement, RulePackSigner by)
    {
        if (Status != RulePackStatus.Uploaded) return RulePackErrors.WrongStep(Status);
        Sign(RulePackAct.Authorised, by, null, statement);
        Raise(new("rulePack.authorised"));
        return Done.It;
    }

    /// <summary>The jurisdiction adopts it from a day on (REG-20).</summary>
    /// <param name="from">The first day on which it binds.</param>
    /// <param name="content">What it lays down.</param>
    /// <param name="loosenings">What it asks less than it may (REG-19).</param>
    /// <param name="by">Who signs.</param>
    public Result<Done> Adopt(LocalDate from, PackContent content, IReadOnlyList<Loosening> loosenings, RulePackSigner by)
    {
        if (Status != RulePackStatus.Uploaded) return RulePackErrors.WrongStep(Status);
        if (content.Books.Where(b => from < b.InForceFrom).Select(b => (LocalDate?)b.InForceFrom).Max() is { } first) return RulePackErrors.BeforeItsTime(first).At("/from");
        if (from < DutyPeriod.FirstDay || from > DutyPeriod.LastDay) return RulePackErrors.DayOutOfRange.At("/from");
        if (loosenings.Count > 0) return RulePackErrors.Loosens(loosenings);

        (Status, From, AdoptedAt) = (RulePackStatus.Adopted, from, by.At);
        Sign(RulePackAct.Adopted, by, from, null);
        Raise(new("rulePack.adopted"));
        return Done.It;
    }

    /// <summary>Takes it back: up to a last day it has bound, and that stays so (REG-20). One that binds nobody is given up. Of one that was adopted and withdrawn it corrects the last day.</summary>
    /// <param name="lastDay">The last day on which it binds; the day before its first one undoes it altogether. None for one that was not adopted.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who signs.</param>
    public Result<Done> Withdraw(LocalDate? lastDay, string reason, RulePackSigner by)
    {
        if (Status == RulePackStatus.Withdrawn && AdoptedAt is null) return RulePackErrors.WrongStep(Status);
        if (AdoptedAt is not null && lastDay is null) return RulePackErrors.LastDayMissing.At("/lastDay");
        if (Status == RulePackStatus.Uploaded && lastDay is not null) return RulePackErrors.NeverBound.At("/lastDay");
        if (lastDay > DutyPeriod.LastDay) return RulePackErrors.DayOutOfRange.At("/lastDay");
        if (lastDay < From?.PlusDays(-1)) return RulePackErrors.EndsBeforeItBegins(From!.Value).At("/lastDay");

        (Status, To) = (RulePackStatus.Withdrawn, lastDay);
        Sign(RulePackAct.Withdrawn, by, lastDay, reason);
        Raise(new("rulePack.withdrawn"));
        return Done.It;
    }

    /// <summary>The jurisdiction above that has authorised what it loosens (REG-19); none where nobody has.</summary>
    public Id<Organization>? AuthorisedFor => Signatures.LastOrDefault(s => s.Act == RulePackAct.Authorised)?.OrganizationId;

    private void Sign(RulePackAct act, RulePackSigner by, LocalDate? day, string? statement) =>
        Signatures = [.. Signatures, new(act, by.AccountId, by.Name, by.OrganizationId, day, statement, ContentSha256, by.At)];
}
