using System.Collections.Frozen;
using System.Text;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;

namespace PartyOrg.Domain.Names;

/// <summary>
/// What names are sorted and searched by: toneless pinyin syllables joined by hyphens, a space, and the name itself, which parts namesakes
/// ("wang-wei 王伟"). Compared ordinally: the space sorts before the hyphen and the hyphen before letters, so that 王伟 stands before 王伟民,
/// and all 李 stand before 廉. Latin letters and digits pass in lower case; a character without a reading stands for itself, after all others;
/// punctuation does not count. A character with several readings has its most frequent one, save for surnames and a few places
/// (Names/Data/readings.txt).
/// </summary>
public sealed record PinyinKey
{
    /// <summary>The longest key, in UTF-16 units; a longer one is cut, so that an index can hold it on every database.</summary>
    public const int MaxLength = 256;

    /// <summary>The most initials that are kept of a name.</summary>
    public const int MostInitials = 50;

    private const int MaxReadingLength = 200;
    private const string AtTheBeginning = "surname ";
    private const string Everywhere = "anywhere ";
    private static readonly FrozenDictionary<Rune, string> Readings = NameData.Lines("pinyin.txt")
        .SelectMany(line => line[(line.IndexOf(' ') + 1)..].EnumerateRunes().Select(rune => (rune, Syllable: line[..line.IndexOf(' ')])))
        .ToFrozenDictionary(reading => reading.rune, reading => reading.Syllable);

    private static readonly FrozenDictionary<string, string> SurnameReadings = Exceptions(AtTheBeginning);
    private static readonly FrozenDictionary<string, string> OtherReadings = Exceptions(Everywhere);

    private PinyinKey(string value) => Value = value;

    /// <summary>The key as it is stored, compared and searched by prefix.</summary>
    public string Value { get; }

    /// <summary>The key of a person's name; a surname is read as a surname.</summary>
    public static PinyinKey Of(PersonName name) => new(Key(name.Value, isPerson: true));

    /// <summary>The key of an organization's or unit's name.</summary>
    public static PinyinKey Of(OrganizationName name) => new(Key(name.Value, isPerson: false));

    /// <summary>The first letter or digit of each syllable and word, at most <see cref="MostInitials"/>: "ww" for 王伟, "cqyhd2zb" for 重庆银行第2支部.</summary>
    public string Initials => string.Concat(Value[..Value.IndexOf(' ')].Split('-', MostInitials + 1).Take(MostInitials).Select(part => part.Length == 0 ? "" : Rune.GetRuneAt(part, 0).ToString()));

    /// <summary>What a search box's text is as the beginning of a key: "Wang W", "wang-w" and 王 all find 王伟.</summary>
    public static string PrefixOf(string search) => Reading(NameText.Fold(search), isPerson: true);

    /// <summary>Every syllable that some character is read as.</summary>
    internal static FrozenSet<string> Syllables { get; } = Readings.Values.ToFrozenSet();

    /// <summary>The reading of a folded text, syllables joined by hyphens.</summary>
    internal static string ReadingOf(string folded, bool isPerson) => Reading(folded, isPerson);

    /// <summary>A key that was made by this type and stored.</summary>
    public static PinyinKey FromStorage(string value) => new(value);

    /// <summary>The key.</summary>
    public override string ToString() => Value;

    private static string Key(string name, bool isPerson)
    {
        var reading = Cut(Reading(name, isPerson), MaxReadingLength);
        return $"{reading} {Cut(name, MaxLength - reading.Length - 1)}";
    }

    private static string Reading(string name, bool isPerson)
    {
        var parts = new List<string>();
        var word = new StringBuilder();
        for (var at = 0; at < name.Length;)
        {
            if (Exception(name, at, isPerson) is var (length, syllables))
            {
                EndWord();
                parts.Add(syllables);
                at += length;
                continue;
            }

            var rune = Rune.GetRuneAt(name, at);
            at += rune.Utf16SequenceLength;
            if (Readings.TryGetValue(rune, out var syllable))
            {
                EndWord();
                parts.Add(syllable);
            }
            else if (Rune.IsLetterOrDigit(rune))
            {
                word.Append(Rune.ToLowerInvariant(rune).ToString());
            }
            else
            {
                EndWord();
            }
        }

        EndWord();
        return string.Join('-', parts);

        void EndWord()
        {
            if (word.Length == 0) return;
            parts.Add(word.ToString());
            word.Clear();
        }
    }

    private static (int Length, string Syllables)? Exception(string name, int at, bool isPerson)
    {
        for (var length = Math.Min(2, name.Length - at); length > 0; length--)
        {
            var characters = name.Substring(at, length);
            if (at == 0 && isPerson && SurnameReadings.TryGetValue(characters, out var surname)) return (length, surname);
            if (OtherReadings.TryGetValue(characters, out var other)) return (length, other);
        }

        return null;
    }

    private static string Cut(string text, int length) =>
        text.Length <= length ? text : char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] : text[..length];

    private static FrozenDictionary<string, string> Exceptions(string place) => NameData.Lines("readings.txt")
        .Where(line => line.StartsWith(place, StringComparison.Ordinal))
        .Select(line => line[place.Length..].Split(' ', 2))
        .ToFrozenDictionary(parts => parts[0], parts => parts[1].Replace(' ', '-'));
}
