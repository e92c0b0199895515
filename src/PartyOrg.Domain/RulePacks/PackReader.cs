using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using NodaTime;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.RuleBooks;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;

namespace PartyOrg.Domain.RulePacks;

/// <summary>
/// Reads the files of a rule pack as strictly as the product's own, and runs the examples of its rules. Every fault is an error that names file and key, says what to do,
/// and points at the value in the upload.
/// </summary>
/// <param name="catalog">The rules that are known already.</param>
/// <param name="kinds">The kinds of activity that are known already.</param>
public sealed partial class PackReader(RuleCatalog catalog, ActivityKinds kinds)
{
    /// <summary>The most years that an example covers.</summary>
    public const int MostYears = 10;

    /// <summary>The most examples of a pack.</summary>
    public const int MostExamples = 500;

    /// <summary>The most files of a pack.</summary>
    public const int MostFiles = 200;

    /// <summary>The operation that records a new kind of evidence.</summary>
    public const string RecordedBy = "recordActivity";

    /// <summary>The operation that plans a new kind of evidence.</summary>
    public const string PlannedBy = "planActivity";

    private static readonly ObjectKeys OverlayKeys = new(["rule", "reason"], ["title", "parameters", "numbers"]);
    private static readonly string[] Folders = ["Books", "Rules", "EvidenceKinds", "ActivityKinds", "Overlays"];

    private readonly List<Error> errors = [];

    /// <summary>What the files lay down.</summary>
    /// <param name="source">The document by which the jurisdiction lays it down.</param>
    /// <param name="adopted">The name under which the pack's adoptions will stand.</param>
    /// <param name="files">The files.</param>
    /// <param name="prove">Whether the examples are run: a text that was taken before has been proved, and never changes.</param>
    public Result<PackContent> Read(OverlaySource source, string adopted, IReadOnlyList<PackFile> files, bool prove)
    {
        var read = ReadAll(source, adopted, files, prove);
        return read.Succeeded ? read : Result<PackContent>.Failure([.. read.Errors.Select(e => Named(e, files))]);
    }

    // Whoever reads the message alone, without the pointer, knows the file and the key as well.
    private static Error Named(Error error, IReadOnlyList<PackFile> files)
    {
        if (error.Pointer?.Split('/') is not ["", "files", var index, "content", .. var way] || !int.TryParse(index, CultureInfo.InvariantCulture, out var i)) return error;
        var (name, key) = (files[i].Name, way.Length > 0 ? $"/{string.Join('/', way)}" : "");
        return error.Message.En.Contains(name.Split('/')[^1], StringComparison.Ordinal)
            ? error
            : error with { Message = new($"{name}{(key.Length > 0 ? $" at {key}" : "")}: {error.Message.En}", $"{name}{(key.Length > 0 ? $" 的 {key}" : "")}：{error.Message.Zh}") };
    }

    private Result<PackContent> ReadAll(OverlaySource source, string adopted, IReadOnlyList<PackFile> files, bool prove)
    {
        errors.Clear();
        if (files.Count is < 1 or > MostFiles) return RulePackErrors.WrongNumberOfFiles.At("/files");
        var named = files.Select((file, index) => new Upload(index, file.Name, file.Content)).ToList();
        errors.AddRange(named.Where(u => !Folders.Contains(u.Folder)).Select(u => RulePackErrors.UnknownFolder(u.Name, Folders).At($"/files/{u.Index}/name")));
        errors.AddRange(named.GroupBy(u => u.Name).SelectMany(g => g.Skip(1)).Select(u => RulePackErrors.FileTwice(u.Name).At($"/files/{u.Index}/name")));

        // What a later folder may use comes first.
        var books = All(named, "Books", BookReader.ReadBook);
        var evidence = All(named, "EvidenceKinds", BookReader.ReadEvidenceKind);
        var activities = All(named, "ActivityKinds", (name, json) => ActivityKindReader.Read(name, json).Map(kind => kind with { Adopted = adopted }));
        // A kind whose own file has a fault is there all the same: what uses it has none on that account.
        var unread = named.Where(u => u.Folder == "EvidenceKinds").Select(u => new EvidenceKind(Path.GetFileNameWithoutExtension(u.File), new("", ""), "", "", new("", ""), RecordedBy, null));
        var words = catalog.Vocabulary with { EvidenceKinds = Both(catalog.Vocabulary.EvidenceKinds, evidence.Select(e => e.Read).Concat(unread)) };
        var reader = new RuleReader(words);
        var rules = All(named, "Rules", reader.Read);
        var overlays = All(named, "Overlays", (name, json) => Overlay(name, json, source, adopted));
        if (errors.Count > 0) return errors.ToArray();

        CheckBooks(books);
        CheckRules(rules, [.. books.Select(b => b.Read.Id)]);
        CheckKinds(evidence, activities);
        CheckBreaches(evidence, [.. rules.Select(r => r.Read.Id)]);
        CheckDays(books, rules);
        foreach (var twice in overlays.GroupBy(o => o.Read.RuleId).SelectMany(g => g.Skip(1))) errors.Add(RulePackErrors.OverlayTwice(twice.Read.RuleId).At(twice.Pointer));
        if (errors.Count == 0 && prove) errors.AddRange(named.Where(u => u.Folder == "Rules").SelectMany(u => Unproved(u, reader)));
        if (errors.Count > 0) return errors.ToArray();

        var content = new PackContent(
            adopted, [.. books.Select(b => b.Read)], [.. rules.Select(r => r.Read)], [.. evidence.Select(e => e.Read)], [.. activities.Select(a => a.Read)], [.. overlays.Select(o => o.Read)]);
        var allKinds = ActivityKinds.Of([.. kinds.All, .. content.ActivityKinds], content.AddedTo(catalog));
        if (allKinds.Succeeded) return content;
        foreach (var (pointer, kind) in activities) errors.AddRange(allKinds.Errors.Where(e => e.Pointer!.StartsWith($"/{kind.Name}/", StringComparison.Ordinal)).Select(e => e.At(pointer + e.Pointer![(kind.Name.Length + 1)..])));
        return errors.ToArray();
    }

    private static Dictionary<string, EvidenceKind> Both(IReadOnlyDictionary<string, EvidenceKind> known, IEnumerable<EvidenceKind> more)
    {
        var all = known.ToDictionary();
        foreach (var kind in more) all.TryAdd(kind.Name, kind);
        return all;
    }

    private List<(string Pointer, T Read)> All<T>(List<Upload> uploads, string folder, Func<string, ReadOnlyMemory<byte>, Result<T>> read)
    {
        var all = new List<(string, T)>();
        foreach (var upload in uploads.Where(u => u.Folder == folder))
        {
            var pointer = $"/files/{upload.Index}/content";
            var one = read(upload.File, JsonSerializer.SerializeToUtf8Bytes(upload.Content));
            if (one.Succeeded) all.Add((pointer, one.Value));
            else errors.AddRange(one.Errors.Select(e => e.At(pointer + e.Pointer)));
        }

        return all;
    }

    private Result<Overlay> Overlay(string fileName, ReadOnlyMemory<byte> json, OverlaySource source, string adopted)
    {
        var strict = new StrictJson(fileName);
        if (strict.Parse(json) is not { } root || strict.Object(root, "", OverlayKeys) is not { } values) return strict.Errors.ToArray();

        var (id, reason, change) = (strict.String(values, "rule", ""), strict.Text(values, "reason", ""), new Dictionary<string, JsonElement>());
        if (values.TryGetValue("parameters", out var parameters) && parameters.ValueKind == JsonValueKind.Object && parameters.EnumerateObject().Any())
        {
            foreach (var parameter in parameters.EnumerateObject())
            {
                if (!change.TryAdd(parameter.Name, parameter.Value)) strict.Fault("duplicate-key", $"/parameters/{parameter.Name}", $"the key \"{parameter.Name}\" stands twice. Keep one of them", $"键“{parameter.Name}”重复出现。请只保留一个");
            }
        }
        else if (values.ContainsKey("parameters"))
        {
            strict.WrongType("/parameters", "an object with at least one parameter that changes", "至少含一个所改参数的对象");
        }

        var title = values.ContainsKey("title") ? strict.Text(values, "title", "") : (Text?)null;
        var set = new Dictionary<string, decimal>();
        if (values.TryGetValue("numbers", out var numbers) && numbers.ValueKind == JsonValueKind.Object && numbers.EnumerateObject().Any())
        {
            foreach (var number in numbers.EnumerateObject())
            {
                if (number.Value.ValueKind != JsonValueKind.Number || !number.Value.TryGetDecimal(out var value)) strict.WrongType($"/numbers/{number.Name}", "a number", "数值");
                else if (!set.TryAdd(number.Name, value)) strict.Fault("duplicate-key", $"/numbers/{number.Name}", $"the key \"{number.Name}\" stands twice. Keep one of them", $"键“{number.Name}”重复出现。请只保留一个");
            }
        }
        else if (values.ContainsKey("numbers"))
        {
            strict.WrongType("/numbers", "an object with at least one number that changes", "至少含一个所改数值的对象");
        }

        if (!values.ContainsKey("parameters") && !values.ContainsKey("numbers"))
        {
            strict.Fault("missing-key", "/parameters", "the overlay changes nothing. Add \"parameters\" of a judged rule or \"numbers\" of an enforced one", "未调整任何内容。请补上可考核规则的“parameters”或强制规则的“numbers”");
        }

        if (strict.Errors.Count > 0) return strict.Errors.ToArray();
        if (fileName != $"{id}.json") strict.Fault("wrong-name", "/rule", $"the file must be named after the rule. Rename it to {id}.json", $"文件名须与规则编号一致。请改名为 {id}.json");
        var overlay = new Overlay(adopted, id, change, reason, source) { Title = title, Numbers = set };
        var found = catalog.TryFindRule(id, out var rule);
        if (!found || (change.Count > 0 && !rule!.IsJudged)) strict.Fault("unknown-rule", "/rule", $"no book has a judged rule \"{id}\". GET /api/v1/rule-books lists them", $"规则库中没有可考核的规则“{id}”。请通过 GET /api/v1/rule-books 查询");
        if (found && set.Count > 0 && rule!.Versions.All(v => v.Numbers.Count == 0)) strict.Fault("unknown-rule", "/numbers", $"{id} lays down no numbers; what is judged changes by \"parameters\". GET /api/v1/rules/{id} shows it", $"{id} 没有数值；可考核的内容通过“parameters”调整。请通过 GET /api/v1/rules/{id} 查询");

        return strict.Errors.Count > 0 ? strict.Errors.ToArray() : overlay;
    }

    private void CheckBooks(List<(string Pointer, RuleBook Read)> books)
    {
        foreach (var (pointer, book) in books)
        {
            if (!BookId().IsMatch(book.Id)) errors.Add(RulePackErrors.BadBookId(book.Id).At($"{pointer}/id"));
            if (catalog.TryFindBook(book.Id, out _)) errors.Add(RulePackErrors.NameTaken(book.Id).At($"{pointer}/id"));
        }
    }

    private void CheckRules(List<(string Pointer, Rule Read)> rules, List<string> books)
    {
        foreach (var (pointer, rule) in rules)
        {
            if (!RuleId().IsMatch(rule.Id)) errors.Add(RulePackErrors.BadName(rule.Id).At($"{pointer}/id"));
            if (rules.Find(r => r.Read.Id == rule.Id).Pointer != pointer) errors.Add(RulePackErrors.NameTaken(rule.Id).At($"{pointer}/id"));
            if (!books.Contains(rule.Citation.Book)) errors.Add(RulePackErrors.ForeignBook(rule.Id, rule.Citation.Book).At($"{pointer}/cite/book"));
            if (rule.Versions.All(v => v.Check is null)) errors.Add(RulePackErrors.NothingJudged(rule.Id).At($"{pointer}/kind"));
        }
    }

    // Work of a new kind is recorded as an activity of a new kind; nobody makes evidence of a kind that another book counts.
    private void CheckKinds(List<(string Pointer, EvidenceKind Read)> evidence, List<(string Pointer, ActivityKind Read)> activities)
    {
        foreach (var (pointer, name) in evidence.Select(e => (e.Pointer, e.Read.Name)).Concat(activities.Select(a => (a.Pointer, a.Read.Name))).Where(n => !KindName().IsMatch(n.Name)))
        {
            errors.Add(RulePackErrors.BadName(name).At($"{pointer}/kind"));
        }

        foreach (var (pointer, kind) in evidence)
        {
            if (catalog.Vocabulary.EvidenceKinds.ContainsKey(kind.Name)) errors.Add(RulePackErrors.NameTaken(kind.Name).At($"{pointer}/kind"));
            if (kind.RecordedBy != RecordedBy) errors.Add(RulePackErrors.WrongOperation(kind.Name, RecordedBy).At($"{pointer}/recordedBy"));
            if (kind.PlannedBy is not null and not PlannedBy) errors.Add(RulePackErrors.WrongOperation(kind.Name, PlannedBy).At($"{pointer}/plannedBy"));
            if (kind.NamesWhatItIsFor) errors.Add(RulePackErrors.NamesNothing(kind.Name).At($"{pointer}/namesWhatItIsFor"));
            if (kind.Source != EvidenceKind.FromMeeting) errors.Add(RulePackErrors.ForeignSource(kind.Name).At($"{pointer}/source"));
            if (activities.TrueForAll(a => Yields(a.Read).All(y => y.Evidence != kind.Name))) errors.Add(RulePackErrors.NobodyRecords(kind.Name).At($"{pointer}/kind"));
        }

        foreach (var (pointer, kind) in activities)
        {
            if (kinds.TryFind(kind.Name, out _)) errors.Add(RulePackErrors.NameTaken(kind.Name).At($"{pointer}/kind"));
            errors.AddRange(Yields(kind).Where(y => evidence.TrueForAll(e => e.Read.Name != y.Evidence)).Select(y => RulePackErrors.ForeignEvidence(kind.Name, y.Evidence).At(pointer + y.Key)));
        }
    }

    private static IEnumerable<(string Evidence, string Key)> Yields(ActivityKind kind) =>
        kind.AgendaClasses.Select((c, i) => (c.Evidence, Key: $"/agenda/classes/{i}/evidence")).Append((Evidence: kind.AttendeeEvidence, Key: "/attendeeEvidence")).Prepend((Evidence: kind.Evidence, Key: "/evidence"))
            .Where(y => y.Evidence is not null).Select(y => (y.Evidence!, y.Key));

    // What tells of a breach is there and is another kind; two that tell of each other would each be broken by the other.
    private void CheckBreaches(List<(string Pointer, EvidenceKind Read)> evidence, List<string> rules)
    {
        foreach (var (pointer, kind) in evidence)
        {
            foreach (var (i, breach) in kind.BreachedBy.Index())
            {
                var teller = evidence.Find(e => e.Read.Name == breach.Evidence).Read ?? catalog.Vocabulary.EvidenceKinds.GetValueOrDefault(breach.Evidence);
                if (teller is null) errors.Add(RulePackErrors.UnknownReference(breach.Evidence, "EvidenceKinds").At($"{pointer}/breachedBy/{i}/evidence"));
                else if (teller.Name == kind.Name || teller.BreachedBy.Any(b => b.Evidence == kind.Name)) errors.Add(RulePackErrors.BreachInCircle(kind.Name, breach.Evidence).At($"{pointer}/breachedBy/{i}/evidence"));
                if (!rules.Contains(breach.RuleId) && !catalog.TryFindRule(breach.RuleId, out _)) errors.Add(RulePackErrors.UnknownReference(breach.RuleId, "Rules").At($"{pointer}/breachedBy/{i}/rule"));
            }
        }
    }

    // Neither the engine nor a database reckons to the ends of the calendar.
    private void CheckDays(List<(string Pointer, RuleBook Read)> books, List<(string Pointer, Rule Read)> rules)
    {
        foreach (var (pointer, book) in books.Where(b => IsOutside(b.Read.InForceFrom))) errors.Add(RulePackErrors.DayInFile(book.InForceFrom).At($"{pointer}/inForceFrom"));
        foreach (var (pointer, rule) in rules)
        {
            foreach (var (v, version) in rule.Versions.Index())
            {
                if (IsOutside(version.InForceFrom)) errors.Add(RulePackErrors.DayInFile(version.InForceFrom).At($"{pointer}/versions/{v}/inForceFrom"));
                foreach (var (e, example) in version.Examples.Index())
                {
                    var days = example.DaysNamed.ToList();
                    var outside = days.FindAll(IsOutside);
                    if (outside.Count == 0 && example.Asked.From.PlusYears(MostYears) <= example.Asked.To) outside.Add(example.Asked.To.Value);
                    if (outside.Count > 0) errors.Add(RulePackErrors.DayInFile(outside[0]).At($"{pointer}/versions/{v}/examples/{e}"));
                }
            }
        }

        if (rules.Sum(r => r.Read.Versions.Sum(v => v.Examples.Count)) > MostExamples) errors.Add(RulePackErrors.TooManyExamples.At("/files"));
    }

    private static bool IsOutside(LocalDate day) => day < DutyPeriod.FirstDay || day > DutyPeriod.LastDay;

    private static IEnumerable<Error> Unproved(Upload upload, RuleReader reader) =>
        reader.ReadAndProve(upload.File, JsonSerializer.SerializeToUtf8Bytes(upload.Content)).Errors.Select(e => e.At($"/files/{upload.Index}/content{e.Pointer}"));

    [GeneratedRegex("^[A-Z][A-Z0-9]{1,9}-[0-9A-Za-z.]{1,20}$")]
    private static partial Regex RuleId();

    [GeneratedRegex("^[a-z][A-Za-z0-9]{0,39}$")]
    private static partial Regex KindName();

    [GeneratedRegex("^[A-Z][A-Z0-9]{1,9}$")]
    private static partial Regex BookId();

    private sealed record Upload(int Index, string Name, JsonElement Content)
    {
        public string Folder { get; } = Name.Split('/') is [var folder, _] ? folder : "";

        public string File { get; } = Name.Split('/')[^1];
    }
}
