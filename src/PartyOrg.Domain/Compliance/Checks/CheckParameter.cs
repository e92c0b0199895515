using System.Globalization;
using System.Text.Json;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Compliance.Checks;

/// <summary>In which direction a parameter's value asks more.</summary>
public enum Stricter
{
    /// <summary>A higher number asks more.</summary>
    WhenHigher,

    /// <summary>A lower number asks more.</summary>
    WhenLower,

    /// <summary>A word that stands earlier in the list of words asks more.</summary>
    WhenEarlierInTheList,

    /// <summary>A word that stands later in the list of words asks more.</summary>
    WhenLaterInTheList,

    /// <summary>Values cannot be compared: any change needs the authorisation of the parent's jurisdiction.</summary>
    Never,
}

/// <summary>A parameter that a shape of check declares: its name in the file, what it may hold, and which direction is stricter.</summary>
/// <param name="name">The key in the file.</param>
/// <param name="required">Whether it must be there.</param>
/// <param name="meaning">What it says.</param>
public abstract class CheckParameter(string name, bool required, Text meaning)
{
    /// <summary>The types of subject that are bound; binding more of them is stricter.</summary>
    public static CheckParameter Of { get; } = new WordsParameter(
        "of", new("The types of subject that it binds; no other type, however alike.", "适用的对象类型；仅限所列类型。"), v => v.SubjectTypes, new("types", "类型"));

    /// <summary>The condition on whose days the rule binds; binding without one is stricter.</summary>
    public static CheckParameter While { get; } = new ConditionParameter();

    /// <summary>The length of the calendar period; a shorter one is stricter.</summary>
    public static CheckParameter Every { get; } = EnumWord<PeriodLength>("every", Stricter.WhenEarlierInTheList, new("The length of the calendar period.", "周期的长度。"));

    /// <summary>The key in the file.</summary>
    public string Name => name;

    /// <summary>Whether it must be there.</summary>
    public bool Required => required;

    /// <summary>What it says.</summary>
    public Text Meaning => meaning;

    /// <summary>A kind of evidence; another kind cannot be compared.</summary>
    public static CheckParameter Evidence(string name, Text meaning) => new NameParameter(name, meaning, v => v.EvidenceKinds.Keys);

    /// <summary>A whole number within bounds, both included.</summary>
    public static CheckParameter Integer(string name, int least, int most, Stricter stricter, Text meaning) => new IntegerParameter(name, true, least, most, stricter, meaning);

    /// <summary>A whole number within bounds that may be missing. A missing one is the strictest where the shape says so; otherwise it cannot be compared with one that is there.</summary>
    public static CheckParameter OptionalInteger(string name, int least, int most, Stricter stricter, Text meaning, bool missingIsStrictest = false) =>
        new IntegerParameter(name, false, least, most, stricter, meaning, missingIsStrictest);

    /// <summary>A decimal number within bounds, both included, with at most so many decimals.</summary>
    public static CheckParameter Decimal(string name, decimal least, decimal most, int decimals, Stricter stricter, Text meaning) => new DecimalParameter(name, least, most, decimals, stricter, meaning);

    /// <summary>Several kinds of evidence, each once; more of them are stricter.</summary>
    public static CheckParameter EvidenceList(string name, Text meaning) => new WordsParameter(name, meaning, v => v.EvidenceKinds.Keys, new("kinds of evidence", "工作记录类别"));

    /// <summary>A text that is not empty; another one cannot be compared.</summary>
    public static CheckParameter Word(string name, Text meaning) => new TextParameter(name, meaning);

    /// <summary>A table of one row or more, each with every column; another table cannot be compared.</summary>
    public static CheckParameter Table(string name, IReadOnlyList<CheckParameter> columns, Text meaning) => new TableParameter(name, columns, meaning);

    /// <summary>A condition that is itself what is asked, or several that are asked together; more of them are stricter.</summary>
    public static CheckParameter Conditions(string name, Text meaning) => new ConditionsParameter(name, meaning);

    /// <summary>A circle of subjects; another one cannot be compared.</summary>
    public static CheckParameter Circle(string name, Text meaning) => new NameParameter(name, meaning, v => v.Circles.Keys);

    /// <summary>A day of every calendar period; earlier is lower.</summary>
    public static CheckParameter DayOfPeriod(string name, Stricter stricter, Text meaning) => new DayParameter(name, stricter, meaning);

    /// <summary>A day of every calendar period that may be missing: it is then the period's last one.</summary>
    public static CheckParameter OptionalDayOfPeriod(string name, Stricter stricter, Text meaning) => new DayParameter(name, stricter, meaning, required: false);

    /// <summary>One of the names of an enumeration, in its order.</summary>
    public static CheckParameter EnumWord<T>(string name, Stricter stricter, Text meaning) where T : struct, Enum =>
        new WordParameter(name, [.. Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName)], stricter, meaning);

    /// <summary>What the value would have to be, when it is not that; none when it is well.</summary>
    public abstract Text? FaultOf(JsonElement value, Vocabulary vocabulary);

    /// <summary>How one value stands to another; a missing one is null.</summary>
    public abstract Strictness Compare(JsonElement? mine, JsonElement? other);

    /// <summary>The JSON schema of the value.</summary>
    public abstract IReadOnlyDictionary<string, object> Schema { get; }

    private static Strictness Ordered(int difference, bool higherIsStricter) =>
        difference == 0 ? Strictness.Same : difference > 0 == higherIsStricter ? Strictness.Stricter : Strictness.Looser;

    private static Strictness Numbered(int difference, Stricter stricter) => stricter is Stricter.WhenHigher or Stricter.WhenLower
        ? Ordered(difference, stricter == Stricter.WhenHigher)
        : difference == 0 ? Strictness.Same : Strictness.NotComparable;

    private sealed class IntegerParameter(string name, bool required, int least, int most, Stricter stricter, Text meaning, bool missingIsStrictest = false) : CheckParameter(name, required, meaning)
    {
        public override IReadOnlyDictionary<string, object> Schema => new Dictionary<string, object> { ["type"] = "integer", ["minimum"] = least, ["maximum"] = most };

        public override Text? FaultOf(JsonElement value, Vocabulary vocabulary) =>
            value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most
                ? null
                : new(string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"), string.Create(CultureInfo.InvariantCulture, $"{least}至{most}之间的整数"));

        public override Strictness Compare(JsonElement? mine, JsonElement? other)
        {
            if (mine is null && other is null) return Strictness.Same;
            if (mine is null || other is null) return !missingIsStrictest ? Strictness.NotComparable : mine is null ? Strictness.Stricter : Strictness.Looser;
            return Numbered(mine.Value.GetInt32().CompareTo(other.Value.GetInt32()), stricter);
        }
    }

    private sealed class DecimalParameter(string name, decimal least, decimal most, int decimals, Stricter stricter, Text meaning) : CheckParameter(name, true, meaning)
    {
        private readonly decimal step = (decimal)Math.Pow(10, -decimals);

        public override IReadOnlyDictionary<string, object> Schema => new Dictionary<string, object> { ["type"] = "number", ["minimum"] = least, ["maximum"] = most, ["multipleOf"] = step };

        public override Text? FaultOf(JsonElement value, Vocabulary vocabulary) =>
            value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && number >= least && number <= most && number % step == 0
                ? null
                : new(
                    string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most} with at most {decimals} decimals"),
                    string.Create(CultureInfo.InvariantCulture, $"{least}至{most}之间的数，最多{decimals}位小数"));

        public override Strictness Compare(JsonElement? mine, JsonElement? other) => Numbered(mine!.Value.GetDecimal().CompareTo(other!.Value.GetDecimal()), stricter);
    }

    private sealed class TextParameter(string name, Text meaning) : CheckParameter(name, true, meaning)
    {
        public override IReadOnlyDictionary<string, object> Schema => new Dictionary<string, object> { ["type"] = "string", ["minLength"] = 1 };

        public override Text? FaultOf(JsonElement value, Vocabulary vocabulary) =>
            value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString()) ? null : new("a text that is not empty", "非空文本");

        public override Strictness Compare(JsonElement? mine, JsonElement? other) => JsonElement.DeepEquals(mine!.Value, other!.Value) ? Strictness.Same : Strictness.NotComparable;
    }

    private sealed class TableParameter(string name, IReadOnlyList<CheckParameter> columns, Text meaning) : CheckParameter(name, true, meaning)
    {
        public override IReadOnlyDictionary<string, object> Schema => new Dictionary<string, object>
        {
            ["type"] = "array",
            ["minItems"] = 1,
            ["items"] = new Dictionary<string, object>
            {
                ["type"] = "object",
                ["properties"] = columns.ToDictionary(c => c.Name, c => new Dictionary<string, object>(c.Schema) { ["description"] = c.Meaning.En }),
                ["required"] = columns.Select(c => c.Name).ToArray(),
                ["additionalProperties"] = false,
            },
        };

        public override Text? FaultOf(JsonElement value, Vocabulary vocabulary)
        {
            var keys = string.Join(", ", columns.Select(c => c.Name));
            if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() == 0) return new($"a table of one row or more with the columns {keys}", $"至少一行的表格，各列为：{keys}");
            foreach (var (i, row) in value.EnumerateArray().Index())
            {
                // Each column once and no other: a column that stands twice leaves too few of the others.
                if (row.ValueKind != JsonValueKind.Object || !row.EnumerateObject().Select(cell => cell.Name).Order(StringComparer.Ordinal).SequenceEqual(columns.Select(c => c.Name).Order(StringComparer.Ordinal)))
                {
                    return new($"a table whose rows have the columns {keys} and no others; row {i + 1} has not", $"每行恰有以下各列的表格：{keys}；第{i + 1}行不符");
                }

                foreach (var column in columns)
                {
                    if (column.FaultOf(row.GetProperty(column.Name), vocabulary) is { } fault)
                    {
                        return new($"a table in which \"{column.Name}\" is {fault.En}; in row {i + 1} it is not", $"“{column.Name}”列为{fault.Zh}的表格；第{i + 1}行不符");
                    }
                }
            }

            return null;
        }

        public override Strictness Compare(JsonElement? mine, JsonElement? other) => JsonElement.DeepEquals(mine!.Value, other!.Value) ? Strictness.Same : Strictness.NotComparable;
    }

    private sealed class DayParameter(string name, Stricter stricter, Text meaning, bool required = true) : CheckParameter(name, required, meaning)
    {
        public override IReadOnlyDictionary<string, object> Schema => new Dictionary<string, object> { ["type"] = "string", ["pattern"] = "^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" };

        public override Text? FaultOf(JsonElement value, Vocabulary vocabulary) =>
            value.ValueKind == JsonValueKind.String && Compliance.DayOfPeriod.Parse(value.GetString()) is not null
                ? null
                : new("a month of the period and a day of it such as 01-31", "周期内的月份和日期，如 01-31");

        public override Strictness Compare(JsonElement? mine, JsonElement? other) =>
            Numbered(Day(mine).CompareTo(Day(other)), stricter);

        private static DayOfPeriod Day(JsonElement? value) => value is { } written ? Compliance.DayOfPeriod.Parse(written.GetString())!.Value : new(12, 31);
    }

    private sealed class WordParameter(string name, IReadOnlyList<string> words, Stricter stricter, Text meaning) : CheckParameter(name, true, meaning)
    {
        public override IReadOnlyDictionary<string, object> Schema => new Dictionary<string, object> { ["enum"] = words };

        public override Text? FaultOf(JsonElement value, Vocabulary vocabulary) =>
            value.ValueKind == JsonValueKind.String && words.Contains(value.GetString()) ? null : OneOf(words);

        public override Strictness Compare(JsonElement? mine, JsonElement? other)
        {
            var difference = Position(mine!.Value) - Position(other!.Value);
            return stricter is Stricter.WhenEarlierInTheList or Stricter.WhenLaterInTheList
                ? Ordered(difference, stricter == Stricter.WhenLaterInTheList)
                : difference == 0 ? Strictness.Same : Strictness.NotComparable;
        }

        private int Position(JsonElement word) => words.ToList().IndexOf(word.GetString()!);
    }

    private sealed class NameParameter(string name, Text meaning, Func<Vocabulary, IEnumerable<string>> names) : CheckParameter(name, true, meaning)
    {
        public override IReadOnlyDictionary<string, object> Schema => new Dictionary<string, object> { ["type"] = "string" };

        public override Text? FaultOf(JsonElement value, Vocabulary vocabulary) =>
            value.ValueKind == JsonValueKind.String && names(vocabulary).Contains(value.GetString()!) ? null : OneOf(names(vocabulary));

        public override Strictness Compare(JsonElement? mine, JsonElement? other) =>
            mine!.Value.GetString() == other!.Value.GetString() ? Strictness.Same : Strictness.NotComparable;
    }

    private sealed class WordsParameter(string name, Text meaning, Func<Vocabulary, IEnumerable<string>> words, Text called) : CheckParameter(name, true, meaning)
    {
        public override IReadOnlyDictionary<string, object> Schema =>
            new Dictionary<string, object> { ["type"] = "array", ["items"] = new Dictionary<string, object> { ["type"] = "string" }, ["minItems"] = 1, ["uniqueItems"] = true };

        public override Text? FaultOf(JsonElement value, Vocabulary vocabulary)
        {
            if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0 && value.EnumerateArray().All(v => v.ValueKind == JsonValueKind.String))
            {
                var types = Set(value);
                if (types.Count == value.GetArrayLength() && types.IsSubsetOf(words(vocabulary))) return null;
            }

            var known = string.Join(", ", words(vocabulary).Order(StringComparer.Ordinal));
            return new($"a list of one or more different {called.En} out of: {known}", $"由以下一个或多个不重复的{called.Zh}组成的列表：{known}");
        }

        public override Strictness Compare(JsonElement? mine, JsonElement? other)
        {
            var (a, b) = (Set(mine!.Value), Set(other!.Value));
            if (a.SetEquals(b)) return Strictness.Same;
            return a.IsSupersetOf(b) ? Strictness.Stricter : a.IsSubsetOf(b) ? Strictness.Looser : Strictness.NotComparable;
        }

        private static HashSet<string> Set(JsonElement value) => [.. value.EnumerateArray().Select(v => v.GetString()!)];
    }

    private sealed class ConditionsParameter(string name, Text meaning) : CheckParameter(name, true, meaning)
    {
        private readonly WordsParameter several = new(name, meaning, v => v.Conditions.Keys, new("conditions", "条件"));

        public override IReadOnlyDictionary<string, object> Schema => new Dictionary<string, object>(several.Schema) { ["type"] = new[] { "string", "array" } };

        public override Text? FaultOf(JsonElement value, Vocabulary vocabulary) => several.FaultOf(AsList(value), vocabulary);

        public override Strictness Compare(JsonElement? mine, JsonElement? other) => several.Compare(AsList(mine!.Value), AsList(other!.Value));

        private static JsonElement AsList(JsonElement value) => value.ValueKind == JsonValueKind.String ? JsonSerializer.SerializeToElement(new[] { value }) : value;
    }

    private sealed class ConditionParameter() : CheckParameter("while", false, new("The condition on whose days it binds.", "适用所需具备的条件。"))
    {
        public override IReadOnlyDictionary<string, object> Schema => new Dictionary<string, object> { ["type"] = "string" };

        public override Text? FaultOf(JsonElement value, Vocabulary vocabulary) =>
            value.ValueKind == JsonValueKind.String && vocabulary.Conditions.ContainsKey(value.GetString()!) ? null : OneOf(vocabulary.Conditions.Keys);

        public override Strictness Compare(JsonElement? mine, JsonElement? other) => (mine?.GetString(), other?.GetString()) switch
        {
            var (a, b) when a == b => Strictness.Same,
            (null, _) => Strictness.Stricter,
            (_, null) => Strictness.Looser,
            _ => Strictness.NotComparable,
        };
    }

    private static Text OneOf(IEnumerable<string> words)
    {
        var known = string.Join(", ", words);
        return new($"one of: {known}", $"以下之一：{known}");
    }
}
