using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Names;

/// <summary>
/// What somebody types into a search box to find a name: its beginning in Chinese (王伟, 王偉), in pinyin with or without marks between the syllables (wang wei, wangw), or its initials (ww).
/// Each is the beginning of a stored key, so that an index finds it.
/// </summary>
public sealed record NameSearch
{
    /// <summary>The longest text, in UTF-16 units.</summary>
    public const int MaxLength = 50;

    /// <summary>Sorts after every character that a name can hold.</summary>
    public const char Last = '\uFFFF';

    // A text such as "xian" has several ways to be read (xian, xi-an), and a long one very many.
    private const int MostReadings = 6;

    private NameSearch(IReadOnlyList<NameBeginning> beginnings, string? initials, string? code) => (Beginnings, Initials, Code) = (beginnings, initials, code);

    /// <summary>Nothing that a name could begin with.</summary>
    public static Error Empty { get; } = Error.Invalid("search-empty",
        $"Search for the beginning of a name in Chinese characters, its pinyin (wang wei, wangw) or its initials (ww), 1 to {MaxLength} characters.",
        $"请输入姓名或名称的开头：汉字、拼音（wang wei、wangw）或拼音首字母（ww），1 至 {MaxLength} 个字符。", "/search");

    /// <summary>How the name begins, in each way in which the text can be read or written; at least one.</summary>
    public IReadOnlyList<NameBeginning> Beginnings { get; }

    /// <summary>How its initials begin; none when they add nothing to the keys.</summary>
    public string? Initials { get; }

    /// <summary>How a code begins; none when no code holds such characters.</summary>
    public string? Code { get; }

    /// <summary>The search for a person's name.</summary>
    public static Result<NameSearch> OfPerson(string text) => Of(text, isPerson: true);

    /// <summary>The search for an organization's name or code.</summary>
    public static Result<NameSearch> OfOrganization(string text) => Of(text, isPerson: false);

    private static Result<NameSearch> Of(string text, bool isPerson)
    {
        var folded = NameText.Fold(text);
        var reading = PinyinKey.ReadingOf(folded, isPerson);
        if (reading.Length == 0 || folded.Length > MaxLength) return Empty;
        if (!folded.All(char.IsAscii))
        {
            // What follows the characters may be the pinyin of the next one: 王w.
            var name = new string([.. folded.TakeWhile(c => !char.IsAsciiLetter(c))]);
            if (name.Length == 0) return new NameSearch([new(reading, null)], null, null);
            var after = folded[name.Length..];
            return new NameSearch([.. CharacterVariants.Of(name).Select(written => new NameBeginning(PinyinKey.ReadingOf(written + after, isPerson), written))], null, null);
        }

        var code = folded.ToUpperInvariant();
        var words = folded.ToLowerInvariant().Split([.. folded.Where(c => !char.IsAsciiLetterOrDigit(c))], StringSplitOptions.RemoveEmptyEntries);
        List<string> keys = [""];
        for (var i = 0; i < words.Length; i++)
        {
            var readings = ReadingsOf(words[i], isLast: i == words.Length - 1);
            keys = [.. keys.SelectMany(before => readings.Select(r => before.Length == 0 ? r : $"{before}-{r}")).Take(MostReadings)];
        }

        // A single letter begins the key as it begins the initials.
        return new NameSearch([.. keys.Where(k => !keys.Exists(other => other != k && k.StartsWith(other, StringComparison.Ordinal))).Select(k => new NameBeginning(k, null))],
            words is [{ Length: > 1 } word] ? word : null, code.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_') ? code : null);
    }

    // The word as it stands, and all ways to part it into syllables, of which the last may be incomplete.
    private static List<string> ReadingsOf(string word, bool isLast)
    {
        var canEnd = new bool[word.Length + 1];
        canEnd[word.Length] = true;
        for (var at = word.Length - 1; at >= 0; at--) canEnd[at] = SyllablesAt(at).Any(length => canEnd[at + length]) || (isLast && IsBeginning(word[at..]));

        var readings = new List<string> { word };
        Part(0, "");
        return [.. readings.Distinct()];

        IEnumerable<int> SyllablesAt(int at) => Enumerable.Range(1, Math.Min(LongestSyllable, word.Length - at)).Reverse().Where(length => PinyinKey.Syllables.Contains(word.Substring(at, length)));

        void Part(int at, string before)
        {
            if (readings.Count >= MostReadings || !canEnd[at]) return;
            if (at == word.Length)
            {
                readings.Add(before);
                return;
            }

            var joint = before.Length == 0 ? "" : before + "-";
            foreach (var length in SyllablesAt(at)) Part(at + length, joint + word.Substring(at, length));
            if (isLast && readings.Count < MostReadings && IsBeginning(word[at..])) readings.Add(joint + word[at..]);
        }
    }

    private static readonly int LongestSyllable = PinyinKey.Syllables.Max(s => s.Length);

    private static bool IsBeginning(string text) => text.Length < LongestSyllable && PinyinKey.Syllables.Any(s => s.StartsWith(text, StringComparison.Ordinal));
}

/// <summary>A way in which a name can begin.</summary>
/// <param name="Key">How its key begins (<see cref="PinyinKey"/>).</param>
/// <param name="Name">How the name itself begins; none when pinyin was typed.</param>
public sealed record NameBeginning(string Key, string? Name);
