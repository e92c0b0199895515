using System.Text;
using System.Text.Json;
using NodaTime;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Compliance.Checks;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.RuleBooks;

/// <summary>Reads rule files, embedded or uploaded, strictly; see <c>api-contracts/rule.schema.json</c>.</summary>
/// <param name="vocabulary">The words that a check may use.</param>
public sealed class RuleReader(Vocabulary vocabulary)
{
    /// <summary>The keys of a file.</summary>
    public static ObjectKeys RuleKeys { get; } = new(["id", "kind", "title", "summary", "cite", "versions"], ["owedBy", "errata"]);

    /// <summary>The keys of an erratum.</summary>
    public static ObjectKeys ErratumKeys { get; } = new(["on", "text"], ["titleWas"]);

    /// <summary>The keys of a text.</summary>
    public static ObjectKeys TextKeys => StrictJson.TextKeys;

    /// <summary>The keys under <c>cite</c>.</summary>
    public static ObjectKeys CiteKeys { get; } = new(["book", "article"], ["item"]);

    /// <summary>The keys of a version.</summary>
    public static ObjectKeys VersionKeys { get; } = new(["inForceFrom", "basis"], ["reading", "numbers", "check", "examples"]);

    /// <summary>The keys of a number that the code which enforces or proposes reads by its name.</summary>
    public static ObjectKeys NumberKeys { get; } = new(["name", "value", "meaning", "least", "most"], ["decimals", "higherIsStricter", "below"]);

    /// <summary>The keys of an example.</summary>
    public static ObjectKeys ExampleKeys { get; } =
        new(["name", "lifetime", "period", "asOf", "evidence", "verdicts"], ["as", "while", "adopted", "holds", "lacks", "circle", "waived", "periods", "amounts"]);

    /// <summary>The keys of an amount in an example of a formula.</summary>
    public static ObjectKeys AmountKeys { get; } = new(["for", "base", "amount"], []);

    /// <summary>The keys of a piece of evidence in an example, where the day alone does not say its kind or what it is for.</summary>
    public static ObjectKeys PieceKeys { get; } = new(["on"], ["kind", "for"]);

    /// <summary>The keys of one of a circle in an example.</summary>
    public static ObjectKeys FellowKeys { get; } = new(["name", "days", "evidence"], []);

    /// <summary>The rule in the file. Every fault is an error that names file and key and points at the value.</summary>
    /// <param name="fileName">The file's name without a folder: the id, a hyphen, and the English title as a slug.</param>
    /// <param name="json">The file's bytes, UTF-8.</param>
    public Result<Rule> Read(string fileName, ReadOnlyMemory<byte> json)
    {
        var strict = new StrictJson(fileName);
        if (strict.Parse(json) is not { } root || strict.Object(root, "", RuleKeys) is not { } values) return strict.Errors.ToArray();

        var rule = new Rule(
            strict.String(values, "id", ""),
            strict.Enum<RuleKind>(values, "kind", ""),
            strict.Text(values, "title", ""),
            strict.Text(values, "summary", ""),
            Cite(strict, values),
            strict.List(values, "versions", "", (element, pointer) => Version(strict, element, pointer)))
        {
            OwedBy = values.ContainsKey("owedBy") ? strict.Enum<DutyOwner>(values, "owedBy", "") : DutyOwner.Subject,
            Errata = strict.List(values, "errata", "", (element, pointer) => ErratumIn(strict, element, pointer)),
        };
        if (strict.Errors.Count == 0) CheckAsAWhole(strict, rule, fileName);
        return strict.Errors.Count > 0 ? strict.Errors.ToArray() : rule;
    }

    /// <summary>Reads the file and runs its examples: one with which the engine disagrees is an error.</summary>
    public Result<Rule> ReadAndProve(string fileName, ReadOnlyMemory<byte> json)
    {
        var read = Read(fileName, json);
        if (!read.Succeeded) return read;

        var strict = new StrictJson(fileName);
        foreach (var (v, version) in read.Value.Versions.Index())
        {
            foreach (var (e, example) in version.Examples.Index())
            {
                if (example.DisagreementWith(read.Value, version) is not { } disagreement) continue;
                strict.Fault(
                    "example-disagrees",
                    $"/versions/{v}/examples/{e}",
                    $"the example \"{example.Name}\" expects other verdicts; {disagreement.En}. Mend the example or the check",
                    $"示例“{example.Name}”与结论不符；{disagreement.Zh}。请修正示例或检查参数");
            }
        }

        return strict.Errors.Count > 0 ? strict.Errors.ToArray() : read;
    }

    /// <summary>A check by itself, as it stands under <c>check</c>: for a what-if, or with parameters that an overlay changes.</summary>
    /// <param name="check">The object with <c>is</c> and the parameters.</param>
    /// <param name="from">Where it came from, to be named in errors.</param>
    /// <param name="pointer">Where it stands there.</param>
    public Result<Check> ReadCheck(JsonElement check, string from, string pointer = "")
    {
        var strict = new StrictJson(from);
        return CheckOf(strict, check, pointer) is { } read ? read : strict.Errors.ToArray();
    }

    /// <summary>The file name that belongs to an id and an English title.</summary>
    public static string FileNameOf(string id, string title)
    {
        var slug = new StringBuilder(id);
        var gap = true;
        foreach (var c in title.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                if (gap) slug.Append('-');
                slug.Append(c);
            }

            gap = !char.IsAsciiLetterOrDigit(c) && c is not '\'';
        }

        return slug.Append(".json").ToString();
    }

    private static Citation Cite(StrictJson strict, Dictionary<string, JsonElement> rule)
    {
        if (!rule.TryGetValue("cite", out var cite) || strict.Object(cite, "/cite", CiteKeys) is not { } values) return new("", "", null);
        return new(
            strict.String(values, "book", "/cite"),
            strict.String(values, "article", "/cite"),
            values.ContainsKey("item") ? strict.String(values, "item", "/cite") : null);
    }

    private static Erratum ErratumIn(StrictJson strict, JsonElement element, string pointer)
    {
        var values = strict.Object(element, pointer, ErratumKeys) ?? [];
        return new(strict.Date(values, "on", pointer), strict.Text(values, "text", pointer), values.ContainsKey("titleWas") ? strict.String(values, "titleWas", pointer) : null);
    }

    private RuleVersion Version(StrictJson strict, JsonElement element, string pointer)
    {
        if (strict.Object(element, pointer, VersionKeys) is not { } values) return new(default, default, null, null, []);
        return new(
            strict.Date(values, "inForceFrom", pointer),
            strict.Enum<Basis>(values, "basis", pointer),
            values.ContainsKey("reading") ? strict.Text(values, "reading", pointer) : null,
            values.TryGetValue("check", out var check) ? CheckOf(strict, check, $"{pointer}/check") : null,
            strict.List(values, "examples", pointer, (example, at) => Example(strict, example, at)))
        {
            Numbers = strict.List(values, "numbers", pointer, (number, at) => Number(strict, number, at)),
        };
    }

    private static RuleNumber Number(StrictJson strict, JsonElement element, string pointer)
    {
        var values = strict.Object(element, pointer, NumberKeys) ?? [];
        return new(
            strict.String(values, "name", pointer), strict.Decimal(values, "value", pointer), strict.Text(values, "meaning", pointer), strict.Decimal(values, "least", pointer), strict.Decimal(values, "most", pointer),
            values.ContainsKey("decimals") ? strict.Integer(values, "decimals", pointer) : 0,
            values.ContainsKey("higherIsStricter") ? strict.Flag(values, "higherIsStricter", pointer) : null,
            values.ContainsKey("below") ? strict.String(values, "below", pointer) : null);
    }

    /// <summary>A number that does not lie below the one that it names; none where all are in order.</summary>
    internal static (RuleNumber One, RuleNumber Other)? DisorderIn(IReadOnlyList<RuleNumber> numbers) =>
        numbers.Join(numbers, n => n.Below, o => o.Name, (one, other) => ((RuleNumber, RuleNumber)?)(one, other)).FirstOrDefault(pair => pair!.Value.Item1.Value >= pair.Value.Item2.Value);

    private Check? CheckOf(StrictJson strict, JsonElement element, string pointer)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty("is", out var named) || named.ValueKind != JsonValueKind.String)
        {
            strict.Fault("missing-key", $"{pointer}/is", "the key \"is\" with the name of a check is missing. Add it", "缺少键“is”（检查的名称）。请补上");
            return null;
        }

        if (!CheckShape.All.TryGetValue(named.GetString()!, out var shape))
        {
            var known = string.Join(", ", CheckShape.All.Keys.Order(StringComparer.Ordinal));
            strict.Fault("unknown-check", $"{pointer}/is", $"there is no check \"{named.GetString()}\". Use one of: {known}", $"没有名为“{named.GetString()}”的检查。可用的检查：{known}");
            return null;
        }

        var keys = new ObjectKeys(["is", .. shape.Parameters.Where(p => p.Required).Select(p => p.Name)], [.. shape.Parameters.Where(p => !p.Required).Select(p => p.Name)]);
        var before = strict.Errors.Count;
        var written = strict.Object(element, pointer, keys)!;
        foreach (var parameter in shape.Parameters)
        {
            if (written.TryGetValue(parameter.Name, out var value) && parameter.FaultOf(value, vocabulary) is { } fault)
            {
                strict.Fault("bad-parameter", $"{pointer}/{parameter.Name}", $"\"{parameter.Name}\" must be {fault.En}", $"“{parameter.Name}”须为{fault.Zh}");
            }
        }

        if (strict.Errors.Count > before) return null;

        var values = new ParameterValues(written, vocabulary);
        if (shape.FaultOf(values) is { } together)
        {
            strict.Fault("bad-parameter", pointer, together.En, together.Zh);
            return null;
        }

        var check = shape.Make(values);
        if (!shape.CountsWhatIsNamed && check.EvidenceKinds.FirstOrDefault(k => k.NamesWhatItIsFor) is { } kind)
        {
            strict.Fault(
                "bad-parameter", pointer, $"{shape.Name} counts by days, and each {kind.Noun.En} (\"{kind.Name}\") counts for what it names. Use another shape or another kind",
                $"{shape.Name}按日期计数，而{kind.Noun.Zh}（“{kind.Name}”）按其所属周期或事项计数。请改用其他检查或类别");
            return null;
        }

        // Nobody lays down an annual plan for a quarter: the quarters after the first would never be met.
        if (shape.Parameters.Contains(CheckParameter.Every) && check.EvidenceKinds.FirstOrDefault(k => k.Period > values.Enum<PeriodLength>("every")) is { Period: { } length } work)
        {
            var (word, others) = (StrictJson.Word(length), Enum.GetValues<PeriodLength>().Where(l => l >= length).Select(StrictJson.Word).ToList());
            strict.Fault(
                "bad-parameter", $"{pointer}/every",
                $"each {work.Noun.En} (\"{work.Name}\") names a period of the length \"{word}\" that it is for, and shorter ones could never all be met. Write one of: {string.Join(", ", others)}",
                $"每{work.Measure}{work.Noun.Zh}（“{work.Name}”）所属周期的长度为“{word}”，更短的周期无法全部完成。请填写以下之一：{string.Join("、", others)}");
            return null;
        }

        return check;
    }

    private static Dictionary<string, IReadOnlyList<DayRange>> Lacking(StrictJson strict, Dictionary<string, JsonElement> values, string pointer)
    {
        var lacks = new Dictionary<string, IReadOnlyList<DayRange>>();
        if (!values.TryGetValue("lacks", out var element)) return lacks;
        if (element.ValueKind != JsonValueKind.Object)
        {
            strict.WrongType($"{pointer}/lacks", "an object of conditions with the days on which each is lacking", "由条件及其缺失日期组成的对象");
            return lacks;
        }

        var conditions = element.EnumerateObject().ToDictionary(p => p.Name, p => p.Value);
        foreach (var condition in conditions.Keys) lacks[condition] = strict.List(conditions, condition, $"{pointer}/lacks", (range, at) => strict.RangeOf(range, at, mustEnd: false));
        return lacks;
    }

    private static RuleExample Example(StrictJson strict, JsonElement element, string pointer)
    {
        var values = strict.Object(element, pointer, ExampleKeys) ?? [];
        return new(
            strict.String(values, "name", pointer),
            values.ContainsKey("as") ? strict.String(values, "as", pointer) : null,
            Range("lifetime", mustEnd: false) ?? default,
            values.ContainsKey("while") ? strict.List(values, "while", pointer, (range, at) => strict.RangeOf(range, at, mustEnd: false)) : null,
            Range("adopted", mustEnd: false),
            Range("period", mustEnd: true) ?? default,
            strict.Date(values, "asOf", pointer),
            strict.List(values, "evidence", pointer, (piece, at) => Piece(strict, piece, at)),
            strict.List(values, "waived", pointer, strict.DateOf),
            values.ContainsKey("periods") ? strict.List(values, "periods", pointer, strict.StringOf) : null,
            strict.List(values, "verdicts", pointer, strict.EnumOf<VerdictStatus>))
        {
            Holds = strict.List(values, "holds", pointer, (range, at) => strict.RangeOf(range, at, mustEnd: false)),
            Lacks = Lacking(strict, values, pointer),
            Circle = strict.List(values, "circle", pointer, (fellow, at) => Fellow(strict, fellow, at)),
            Amounts = strict.List(values, "amounts", pointer, (amount, at) => Amount(strict, amount, at)),
        };

        DayRange? Range(string key, bool mustEnd) => values.TryGetValue(key, out var value) ? strict.RangeOf(value, $"{pointer}/{key}", mustEnd) : null;
    }

    private static ExamplePiece Piece(StrictJson strict, JsonElement element, string pointer)
    {
        if (element.ValueKind != JsonValueKind.Object) return new(null, strict.DateOf(element, pointer));
        var values = strict.Object(element, pointer, PieceKeys)!;
        return new(values.ContainsKey("kind") ? strict.String(values, "kind", pointer) : null, strict.Date(values, "on", pointer))
        {
            For = values.ContainsKey("for") ? strict.Date(values, "for", pointer) : null,
        };
    }

    private static ExampleAmount Amount(StrictJson strict, JsonElement element, string pointer)
    {
        var values = strict.Object(element, pointer, AmountKeys) ?? [];
        return new(strict.String(values, "for", pointer), strict.Decimal(values, "base", pointer), strict.Decimal(values, "amount", pointer));
    }

    private static ExampleFellow Fellow(StrictJson strict, JsonElement element, string pointer)
    {
        var values = strict.Object(element, pointer, FellowKeys) ?? [];
        return new(
            strict.String(values, "name", pointer),
            strict.List(values, "days", pointer, (range, at) => strict.RangeOf(range, at, mustEnd: false)),
            strict.List(values, "evidence", pointer, strict.DateOf));
    }

    private static void CheckAsAWhole(StrictJson strict, Rule rule, string fileName)
    {
        if (!rule.Id.StartsWith($"{rule.Citation.Book}-", StringComparison.Ordinal))
        {
            strict.Fault("bad-value", "/id", $"the id \"{rule.Id}\" must begin with its book, \"{rule.Citation.Book}-\"", $"编号“{rule.Id}”须以所属规则集“{rule.Citation.Book}-”开头");
        }

        var expected = FileNameOf(rule.Id, rule.Errata.LastOrDefault(e => e.TitleWas is not null)?.TitleWas ?? rule.Title.En);
        if (fileName != expected) strict.Fault("wrong-name", "/title/en", $"the file must be named after its id and first title. Rename it to {expected}", $"文件名须由编号和最初的英文标题组成。请改名为 {expected}");

        if (rule.Versions.Count == 0) strict.Fault("bad-value", "/versions", "there must be at least one version. Add one", "至少须有一个版本。请补上");

        for (var i = 0; i < rule.Versions.Count; i++)
        {
            CheckVersion(strict, rule, i);
        }
    }

    private static void CheckVersion(StrictJson strict, Rule rule, int i)
    {
        var (version, pointer, oldest) = (rule.Versions[i], $"/versions/{i}", i == rule.Versions.Count - 1);
        if (!oldest && version.InForceFrom <= rule.Versions[i + 1].InForceFrom)
        {
            strict.Fault(
                "versions-out-of-order",
                $"{pointer}/inForceFrom",
                $"versions stand newest first, and {version.InForceFrom.Iso()} is not after {rule.Versions[i + 1].InForceFrom.Iso()} of the one below. Put them in order; a day has one version",
                $"版本须由新到旧排列，而{version.InForceFrom.Iso()}不晚于其下一版本的{rule.Versions[i + 1].InForceFrom.Iso()}。请调整顺序；同一日期只能有一个版本");
        }

        if (version.Basis == Basis.Reading && version.Reading is null)
        {
            strict.Fault("missing-key", $"{pointer}/reading", "the basis is a reading, and the key \"reading\" that says what was read is missing. Add it", "依据为释读，但缺少说明释读内容的键“reading”。请补上");
        }

        if (version.Basis != Basis.Reading && version.Reading is not null)
        {
            strict.Fault("bad-value", $"{pointer}/basis", "a version with a reading has the basis \"reading\". Change the basis or remove the reading", "带有释读的版本，其依据须为“reading”。请修改依据或删除释读");
        }

        if (version.Numbers.GroupBy(n => n.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            strict.Fault("bad-value", $"{pointer}/numbers", $"the number \"{twice.Key}\" stands more than once. Keep one of them", $"数值“{twice.Key}”重复。请只保留一个");
        }

        foreach (var (n, number) in version.Numbers.Index())
        {
            if (!number.Takes(number.Value)) strict.Fault("bad-value", $"{pointer}/numbers/{n}/value", $"the value lies outside of what \"least\", \"most\" and \"decimals\" let jurisdictions set. Correct one of them", "数值超出“least”“most”“decimals”所允许的范围。请改正其中之一");
            if (number.Below is { } below && version.Numbers.All(o => o.Name != below)) strict.Fault("bad-value", $"{pointer}/numbers/{n}/below", $"the version has no number \"{below}\". Name another one", $"该版本没有数值“{below}”。请改用其他名称");
        }

        if (DisorderIn(version.Numbers) is var (one, other))
        {
            strict.Fault("bad-value", $"{pointer}/numbers", $"\"{one.Name}\" must lie below \"{other.Name}\". Change one of them", $"“{one.Name}”须小于“{other.Name}”。请调整其中之一");
        }

        if (version.Check is null && oldest && rule.Kind is RuleKind.Duty or RuleKind.Standing)
        {
            strict.Fault("missing-key", $"{pointer}/check", "a duty's first version needs a check; only a later version may repeal it by having none. Add one", "职责的首个版本须有检查；只有后续版本可以不带检查以示废止。请补上");
        }

        if (version.Check is not null && rule.Kind is RuleKind.Invariant or RuleKind.Procedure or RuleKind.Advice or RuleKind.Overlay)
        {
            strict.Fault("bad-value", $"{pointer}/check", $"a rule of the kind \"{StrictJson.Word(rule.Kind)}\" is enforced, not judged. Remove the check or change the kind", $"类别为“{StrictJson.Word(rule.Kind)}”的规则是强制执行而非评判的。请删除检查或修改类别");
        }

        if (version.Check is not null && version.Examples.Count == 0)
        {
            strict.Fault("missing-key", $"{pointer}/examples", "a version with a check needs worked examples. Add some", "带有检查的版本须有示例。请补上");
        }

        foreach (var (e, example) in version.Examples.Index())
        {
            foreach (var (p, piece) in example.Evidence.Index())
            {
                if (version.Check is { EvidenceKinds.Count: 0 })
                {
                    strict.Fault("bad-value", $"{pointer}/examples/{e}/evidence/{p}", "the check looks at no evidence. Leave the list empty", "该检查不涉及任何工作记录。请将列表留空");
                    continue;
                }

                if (version.Check is null || piece.Kind is null || version.Check.EvidenceKinds.Any(k => k.Name == piece.Kind)) continue;
                var kinds = string.Join(", ", version.Check.EvidenceKinds.Select(k => k.Name));
                strict.Fault("bad-value", $"{pointer}/examples/{e}/evidence/{p}/kind", $"the check does not look at \"{piece.Kind}\". Use one of: {kinds}", $"该检查不涉及“{piece.Kind}”。可用的类别：{kinds}");
            }
        }

        if (version.Check is null && version.Examples.Count > 0)
        {
            strict.Fault("bad-value", $"{pointer}/examples", "there is no check of which these could be examples. Remove them or add the check", "没有与示例对应的检查。请删除示例或补上检查");
        }
    }
}
