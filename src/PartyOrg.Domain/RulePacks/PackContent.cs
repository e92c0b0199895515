using System.Text.Json;
using NodaTime;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Compliance.Checks;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.RuleBooks;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;

namespace PartyOrg.Domain.RulePacks;

/// <summary>One file of a rule pack.</summary>
/// <param name="Name">Folder and name, as the product's own files are called: <c>Rules/ABC-1-a-sentence.json</c>.</param>
/// <param name="Content">What it holds.</param>
public sealed record PackFile(string Name, JsonElement Content);

/// <summary>What a rule pack lays down: new books with their rules and the kinds of work that these count, and changes to rules of other books.</summary>
/// <param name="Adopted">The name under which the pack's adoptions stand.</param>
/// <param name="Books">The new books.</param>
/// <param name="Rules">Their rules.</param>
/// <param name="EvidenceKinds">The new kinds of evidence.</param>
/// <param name="ActivityKinds">The new kinds of activity; each new kind of evidence comes from one of them.</param>
/// <param name="Overlays">The changes to rules that are there already.</param>
public sealed record PackContent(
    string Adopted, IReadOnlyList<RuleBook> Books, IReadOnlyList<Rule> Rules, IReadOnlyList<EvidenceKind> EvidenceKinds, IReadOnlyList<ActivityKind> ActivityKinds, IReadOnlyList<Overlay> Overlays)
{
    /// <summary>Every name under which an adoption of the pack binds: its own, and that of each new book.</summary>
    public IEnumerable<string> AdoptedNames => Books.Select(b => b.Id).Prepend(Adopted);

    /// <summary>The same, authorised to ask less than what is asked from a jurisdiction's level down (REG-19).</summary>
    public PackContent Authorised(Guid by) => this with { Overlays = [.. Overlays.Select(o => o with { AuthorisedBy = by })] };

    /// <summary>The catalog with what the pack adds. A name that stands in both, or twice, was refused when the pack was read against it.</summary>
    public RuleCatalog AddedTo(RuleCatalog catalog) => catalog.With(Books, Rules, EvidenceKinds, Overlays).Value;

    /// <summary>An advice for each rule of which the pack changes parameters and leaves the sentence as it is.</summary>
    public IEnumerable<Advice> SentencesThatStay(RuleCatalog catalog) => Overlays.Where(o => o.Title is null && o.Change.Count > 0).Select(o => RulePackErrors.SentenceStays(catalog.Rule(o.RuleId)));

    /// <summary>The numbers that the pack sets, as they hold on the first day without it and as they would with it.</summary>
    /// <param name="catalog">What is known, without the pack.</param>
    /// <param name="subtree">Those above whatever the pack would bind.</param>
    /// <param name="first">The first day on which the pack would bind.</param>
    public IReadOnlyList<NumberBeforeAndAfter> NumbersChanged(RuleCatalog catalog, Superiors subtree, LocalDate first) =>
    [
        .. from overlay in Overlays
           where overlay.Numbers.Count > 0
           let rule = catalog.Under(subtree, catalog.Rule(overlay.RuleId))
           from number in (rule.On(first) ?? rule.Versions[^1]).Numbers
           where overlay.Numbers.ContainsKey(number.Name)
           select new NumberBeforeAndAfter(rule.Id, number.Name, number.Meaning, number.Value, overlay.Numbers[number.Name]),
    ];

    /// <summary>
    /// Of which rules the pack asks less than, or what cannot be compared with, what the jurisdictions above ask (REG-19): in every version that is in force then or will be, on top of what the
    /// jurisdiction itself has changed. An overlay that does not fit such a version is an error that points into its file.
    /// </summary>
    /// <param name="catalog">What is known, without the pack.</param>
    /// <param name="subtree">Those above whatever the pack would bind: the jurisdiction first, then those above it.</param>
    /// <param name="from">The first day on which the pack would bind.</param>
    public Result<IReadOnlyList<Loosening>> LooseningsOf(RuleCatalog catalog, Superiors subtree, LocalDate from)
    {
        var reader = new RuleReader(catalog.Vocabulary);
        var (found, faults) = (new List<Loosening>(), new List<(string RuleId, LocalDate Version, Error Error)>());
        foreach (var overlay in Overlays)
        {
            if (!catalog.TryFindRule(overlay.RuleId, out var asBooked)) continue;
            var bookNear = subtree.FarthestAdopterOf(asBooked.Citation.Book);
            var rule = catalog.Under(subtree, asBooked);
            foreach (var version in rule.Versions.Where(v => v.InForceFrom > from || v == rule.On(from)).Where(overlay.Concerns))
            {
                var applied = overlay.AppliedTo(version, reader);
                if (!applied.Succeeded) faults.AddRange(applied.Errors.Select(e => (overlay.RuleId, version.InForceFrom, e)));
                else if (!version.Allows(applied.Value, 0, bookNear)) found.Add(new(
                    overlay.RuleId, version.InForceFrom, applied.Value.ComparedWith(version.AskedBeyond(0)),
                    subtree.Organizations.Index().Where(o => version.Allows(applied.Value, o.Index, bookNear)).Select(o => (Guid?)o.Item).FirstOrDefault()));
            }
        }

        // What fits none of a rule's versions is one fault, told of the first.
        var errors = faults.DistinctBy(f => (f.RuleId, f.Error.Pointer, f.Error.Message)).Select(f => RulePackErrors.DoesNotFit(f.RuleId, f.Version, f.Error)).ToArray();
        return errors.Length > 0 ? errors : Result<IReadOnlyList<Loosening>>.Success(found);
    }
}

/// <summary>A number that a pack sets.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Name">The number's name.</param>
/// <param name="Meaning">What it counts.</param>
/// <param name="Before">As it holds without the pack.</param>
/// <param name="After">As it would hold with it.</param>
public sealed record NumberBeforeAndAfter(string RuleId, string Name, Text Meaning, decimal Before, decimal After);

/// <summary>A pack asks less of a rule than the jurisdictions above, or something that cannot be compared.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Version">The first day in force of the version.</param>
/// <param name="Strictness"><c>looser</c> or <c>notComparable</c>.</param>
/// <param name="AuthorisedBy">The nearest jurisdiction that can authorise it; any above it can, too. None where nobody who is registered can.</param>
public sealed record Loosening(string RuleId, LocalDate Version, Strictness Strictness, Guid? AuthorisedBy);
