using NodaTime;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Compliance.Checks;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.RuleBooks;

/// <summary>What a rule is, and so what the product does with it.</summary>
public enum RuleKind
{
    /// <summary>Work to be done per period or by a date: judged.</summary>
    Duty,

    /// <summary>A condition that holds on every day: judged, and never in the way of a command.</summary>
    Standing,

    /// <summary>What must never be false: a command against it is refused.</summary>
    Invariant,

    /// <summary>Steps in an order, each by a role: a step out of order or by the wrong role is refused.</summary>
    Procedure,

    /// <summary>What should be so in principle: the command is carried out, and the remark recorded.</summary>
    Advice,

    /// <summary>A rate that an area must reach by a date.</summary>
    Target,

    /// <summary>A way to compute a mark or rate: explained, never typed in.</summary>
    Score,

    /// <summary>An amount of money, computed exactly.</summary>
    Formula,

    /// <summary>Items that a subject has or lacks.</summary>
    Checklist,

    /// <summary>Facts that open a case; a person decides.</summary>
    Trigger,

    /// <summary>An article by which a lower jurisdiction lays down its own rules.</summary>
    Overlay,
}

/// <summary>Who owes a duty.</summary>
public enum DutyOwner
{
    /// <summary>The subject on which the verdict is given.</summary>
    Subject,

    /// <summary>The organization directly above the subject, for the subject: it supervises, and each organization under it has a verdict of its own.</summary>
    Superior,
}

/// <summary>On what a version of a rule rests.</summary>
public enum Basis
{
    /// <summary>The source says so.</summary>
    Source,

    /// <summary>The source is vague; the version says how it is read.</summary>
    Reading,

    /// <summary>The product adds it.</summary>
    Product,

    /// <summary>Another law or regulation says so.</summary>
    OtherLaw,
}

/// <summary>One rule: one file, found by its id in messages, API, tests and requirements alike.</summary>
/// <param name="Id">For instance <c>TWS-3.3</c>.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Title">The rule as a sentence.</param>
/// <param name="Summary">What it asks, in the product's own words.</param>
/// <param name="Citation">Where it stands.</param>
/// <param name="Versions">Newest first; each is in force until the next newer one is.</param>
public sealed record Rule(string Id, RuleKind Kind, Text Title, Text Summary, Citation Citation, IReadOnlyList<RuleVersion> Versions)
{
    /// <summary>Mended wording, newest first; numbers and dates change by a version only.</summary>
    public IReadOnlyList<Erratum> Errata { get; init; } = [];

    /// <summary>Whether the engine gives verdicts on it.</summary>
    public bool IsJudged => Versions.Any(v => v.Check is not null and not AmountByRates);

    /// <summary>The names of every kind of evidence at which any of its versions looks.</summary>
    public IEnumerable<string> EvidenceKinds => Versions.SelectMany(v => v.Check?.EvidenceKinds ?? []).Select(k => k.Name).Distinct();

    /// <summary>
    /// The days whose evidence can matter when days from a first to a last one are asked for, but for the kinds that matter <see cref="Throughout"/>.
    /// None where nothing is judged by days.
    /// </summary>
    public DayRange? EvidenceDays(LocalDate from, LocalDate to)
    {
        DayRange? days = null;
        foreach (var version in Versions)
        {
            if (version.Check?.Reach(from, to) is not { } reach) continue;
            days = days is not { } all ? reach : new(LocalDate.Min(all.From, reach.From), LocalDate.Max(all.To!.Value, reach.To!.Value));
        }

        return days;
    }

    /// <summary>The names of the kinds whose evidence can matter whenever it occurred.</summary>
    public IEnumerable<string> Throughout => Versions.SelectMany(v => v.Check?.Throughout ?? []).Select(k => k.Name).Distinct();

    /// <summary>Who must do it, where it is judged.</summary>
    public DutyOwner OwedBy { get; init; }

    /// <summary>The version in force on the day; none before the first one.</summary>
    public RuleVersion? On(LocalDate day) => Versions.FirstOrDefault(v => v.InForceFrom <= day);

    /// <summary>
    /// The rule as an overlay changes it on some days. What is in force on their first day changes on it, and what is in force after their last one
    /// is back on the day after: both are versions like any other, so that open periods finish. A version that it does not fit, or of which it would ask less
    /// than it may (REG-19), stays as it is.
    /// </summary>
    /// <param name="overlay">The overlay at its place.</param>
    /// <param name="bookNear">How near the highest jurisdiction stands that has adopted the book; it may change what it has itself adopted.</param>
    /// <param name="reader">Reads the checks that it makes.</param>
    internal Rule Under(OverlayInPlace overlay, int bookNear, RuleReader reader)
    {
        var (days, changed) = (overlay.Days, new List<RuleVersion>());
        foreach (var (i, version) in Versions.Index())
        {
            var (from, end) = (version.InForceFrom, i > 0 ? Versions[i - 1].InForceFrom : (LocalDate?)null);
            var made = overlay.Overlay.Concerns(version) && overlay.Overlay.AppliedTo(version, reader) is { Succeeded: true } fits && version.Allows(fits.Value, overlay.Authority, bookNear) ? fits.Value : null;
            if (made is null || !days.Overlaps(new(from, end?.PlusDays(-1))))
            {
                changed.Add(version);
                continue;
            }

            if (days.To is { } last && (end is null || last.PlusDays(1) < end)) changed.Add(version with { InForceFrom = last.PlusDays(1) });
            changed.Add(made with
            {
                InForceFrom = LocalDate.Max(from, days.From),
                Examples = [],
                ChangedBy = [.. version.ChangedBy, overlay.Overlay],
                Asked = version.Asked is [.., var nearest] && nearest.Near == overlay.Near ? version.Asked : [.. version.Asked, new(overlay.Near, version)],
            });
            if (from < days.From) changed.Add(version);
        }

        return this with { Versions = changed };
    }

    /// <summary>The rule as it stood before anything newer than this version was written.</summary>
    public Rule UpTo(RuleVersion version) => this with { Versions = [.. Versions.SkipWhile(v => v != version)] };
}

/// <summary>A rule as it is in force from a day on.</summary>
/// <param name="InForceFrom">The first day; it names the version.</param>
/// <param name="Basis">On what it rests.</param>
/// <param name="Reading">How a vague text is read; present exactly when the basis is a reading.</param>
/// <param name="Check">What is judged; none in a rule that is enforced rather than judged, and in a version that repeals an older one.</param>
/// <param name="Examples">Worked examples; every version with a check has some.</param>
public sealed record RuleVersion(LocalDate InForceFrom, Basis Basis, Text? Reading, Check? Check, IReadOnlyList<RuleExample> Examples)
{
    /// <summary>The rule's sentence as a jurisdiction that changed it has it; none where the book's own says what is asked.</summary>
    public Text? Title { get; init; }

    /// <summary>The numbers of the regulation that are no parameters of a check: the code that enforces the rule, or proposes a case by it, reads them by name, of the version that <see cref="LocalRules"/> gives it.</summary>
    public IReadOnlyList<RuleNumber> Numbers { get; init; } = [];

    /// <summary>The number of this name; one that the version does not have is a bug.</summary>
    public decimal Number(string name) => Numbers.Single(n => n.Name == name).Value;

    /// <summary>The whole number of this name.</summary>
    public int Whole(string name) => decimal.ToInt32(Number(name));

    /// <summary>The overlays that changed its parameters or numbers, the highest jurisdiction's first; none where it is as the book has it.</summary>
    public IReadOnlyList<Overlay> ChangedBy { get; init; } = [];

    /// <summary>What was asked before each jurisdiction changed it, the highest one's first.</summary>
    internal IReadOnlyList<AskedAbove> Asked { get; init; } = [];

    /// <summary>Whether somebody who stands so near may let this be asked instead: not less than is asked now, or than is asked above him.</summary>
    internal bool Allows(RuleVersion changed, int authority, int bookNear) => bookNear <= authority || changed.IsNoLooserThan(this) || changed.IsNoLooserThan(AskedBeyond(authority));

    /// <summary>What is asked above somebody who stands so near.</summary>
    internal RuleVersion AskedBeyond(int authority) => Asked.Where(a => a.Near <= authority).Select(a => a.Version).FirstOrDefault() ?? this;

    /// <summary>How it stands to another form of the same version: its check, and each of its numbers. One stricter and one looser make the whole not comparable.</summary>
    internal Strictness ComparedWith(RuleVersion other)
    {
        var all = Numbers.Select(n => n.ComparedWith(other.Numbers.Single(o => o.Name == n.Name)))
            .Append(Check is { } check && other.Check is { } than ? check.ComparedWith(than) : Strictness.Same)
            .Where(s => s != Strictness.Same).Distinct().ToList();
        return all switch { [] => Strictness.Same, [var one] => one, _ => Strictness.NotComparable };
    }

    private bool IsNoLooserThan(RuleVersion other) => ComparedWith(other) is Strictness.Same or Strictness.Stricter;
}

/// <summary>The wording of a rule was mended.</summary>
/// <param name="On">The day of the correction.</param>
/// <param name="Text">What was mended and why.</param>
/// <param name="TitleWas">The English title before, where it changed: the file keeps the name that it had from the first one.</param>
public sealed record Erratum(LocalDate On, Text Text, string? TitleWas);
