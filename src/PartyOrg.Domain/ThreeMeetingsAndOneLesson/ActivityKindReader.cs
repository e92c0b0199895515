using System.Text.Json;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.RuleBooks;

namespace PartyOrg.Domain.ThreeMeetingsAndOneLesson;

/// <summary>Reads files of activity kinds, embedded or uploaded, as strictly as <see cref="RuleReader"/> reads rules.</summary>
public static class ActivityKindReader
{
    private const int MostDecimals = 4;
    private const int MostText = 4000;
    private const int MostNumber = 1_000_000_000;

    private static readonly ObjectKeys KindKeys = new(["kind", "title", "evidence", "heldBy", "expected", "recordedBy", "minutesConfirmed"], ["attendeeEvidence", "agenda", "details"]);
    private static readonly ObjectKeys HolderKeys = new(["rule", "types"], []);
    private static readonly ObjectKeys AgendaKeys = new(["rule", "classes"], []);
    private static readonly ObjectKeys ClassKeys = new(["class", "label"], ["evidence"]);
    private static readonly ObjectKeys DetailKeys = new(["rule", "fields"], []);
    private static readonly ObjectKeys FieldKeys = new(["field", "title", "is", "most"], ["least", "decimals"]);

    /// <summary>The kind in the file, which is named by it. Every fault is an error that names file and key.</summary>
    public static Result<ActivityKind> Read(string fileName, ReadOnlyMemory<byte> json)
    {
        var strict = new StrictJson(fileName);
        if (strict.Parse(json) is not { } root || strict.Object(root, "", KindKeys) is not { } values) return strict.Errors.ToArray();

        var holder = Part(strict, values, "heldBy", HolderKeys);
        var agenda = Part(strict, values, "agenda", AgendaKeys);
        var details = Part(strict, values, "details", DetailKeys);
        var kind = new ActivityKind(
            strict.String(values, "kind", ""),
            strict.Text(values, "title", ""),
            strict.String(values, "evidence", ""),
            strict.String(holder, "rule", "/heldBy"),
            strict.List(holder, "types", "/heldBy", strict.EnumOf<OrganizationType>).ToHashSet(),
            strict.Enum<WhoIsExpected>(values, "expected", ""),
            strict.List(values, "recordedBy", "", strict.EnumOf<Role>).Aggregate(Role.None, (all, role) => all | role),
            strict.Flag(values, "minutesConfirmed", ""),
            agenda.Count > 0 ? strict.String(agenda, "rule", "/agenda") : null,
            strict.List(agenda, "classes", "/agenda", (element, pointer) => Class(strict, element, pointer)),
            details.Count > 0 ? strict.String(details, "rule", "/details") : null,
            strict.List(details, "fields", "/details", (element, pointer) => Field(strict, element, pointer)))
        {
            AttendeeEvidence = values.ContainsKey("attendeeEvidence") ? strict.String(values, "attendeeEvidence", "") : null,
        };
        if (strict.Errors.Count == 0) CheckAsAWhole(strict, kind, fileName);
        return strict.Errors.Count > 0 ? strict.Errors.ToArray() : kind;
    }

    private static void CheckAsAWhole(StrictJson strict, ActivityKind kind, string fileName)
    {
        if (fileName != $"{kind.Name}.json") strict.Fault("wrong-name", "/kind", $"the file must be named after the kind. Rename it to {kind.Name}.json", $"文件名须与类别一致。请改名为 {kind.Name}.json");
        if (kind.HeldBy.Count == 0) strict.WrongType("/heldBy/types", "a list with at least one type of organization", "至少含一种组织类型的列表");
        if ((kind.RecordedBy & Role.BranchLeaders) == 0 || (kind.RecordedBy & ~Role.BranchLeaders) != 0) strict.WrongType("/recordedBy", "a list of one or more of branchSecretary, committeeMember, groupLeader", "branchSecretary、committeeMember、groupLeader 中的一个或多个");
        foreach (var twice in kind.AgendaClasses.GroupBy(c => c.Name).Where(g => g.Count() > 1)) strict.Fault("duplicate", "/agenda/classes", $"the class \"{twice.Key}\" stands twice. Keep one of them", $"议题类别“{twice.Key}”重复出现。请只保留一个");
        foreach (var twice in kind.Details.GroupBy(f => f.Name).Where(g => g.Count() > 1)) strict.Fault("duplicate", "/details/fields", $"the field \"{twice.Key}\" stands twice. Keep one of them", $"字段“{twice.Key}”重复出现。请只保留一个");
    }

    private static Dictionary<string, JsonElement> Part(StrictJson strict, Dictionary<string, JsonElement> values, string key, ObjectKeys keys) =>
        values.TryGetValue(key, out var part) && strict.Object(part, $"/{key}", keys) is { } found ? found : [];

    private static AgendaClass Class(StrictJson strict, JsonElement element, string pointer)
    {
        var values = strict.Object(element, pointer, ClassKeys) ?? [];
        return new(strict.String(values, "class", pointer), strict.Text(values, "label", pointer), values.ContainsKey("evidence") ? strict.String(values, "evidence", pointer) : null);
    }

    private static DetailField Field(StrictJson strict, JsonElement element, string pointer)
    {
        var values = strict.Object(element, pointer, FieldKeys) ?? [];
        var isNumber = values.TryGetValue("is", out var type) && Word(strict, type, $"{pointer}/is") == "number";
        var (least, most, decimals) = (Number(strict, values, "least", pointer), Number(strict, values, "most", pointer), Number(strict, values, "decimals", pointer));
        if (!isNumber && (values.ContainsKey("least") || values.ContainsKey("decimals"))) strict.WrongType(pointer, "without \"least\" and \"decimals\" where it is text", "文本字段不含“least”和“decimals”");
        if (most > (isNumber ? MostNumber : MostText)) strict.WrongType($"{pointer}/most", $"at most {(isNumber ? MostNumber : MostText)}", $"不大于{(isNumber ? MostNumber : MostText)}的数字");
        if (most < least || most <= 0) strict.WrongType($"{pointer}/most", "greater than 0 and not less than \"least\"", "大于0且不小于“least”的数字");
        if (decimals is < 0 or > MostDecimals || decimal.Truncate(decimals) != decimals) strict.WrongType($"{pointer}/decimals", $"a whole number from 0 to {MostDecimals}", $"0至{MostDecimals}的整数");
        return new(strict.String(values, "field", pointer), strict.Text(values, "title", pointer), isNumber, least, most, (int)decimal.Truncate(Math.Clamp(decimals, 0, MostDecimals)));
    }

    private static string Word(StrictJson strict, JsonElement type, string pointer)
    {
        if (type.ValueKind == JsonValueKind.String && type.GetString() is "text" or "number") return type.GetString()!;
        strict.WrongType(pointer, "\"text\" or \"number\"", "“text”或“number”");
        return "";
    }

    private static decimal Number(StrictJson strict, Dictionary<string, JsonElement> values, string key, string pointer)
    {
        if (!values.TryGetValue(key, out var value)) return 0;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number)) return number;
        strict.WrongType($"{pointer}/{key}", "a number", "数字");
        return 0;
    }
}
