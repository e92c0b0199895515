using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace PartyOrg.Domain.Names;

/// <summary>
/// One way to write each name. The runtime runs without culture data, so <see cref="string.Normalize()"/> returns what it got;
/// what registers really contain is folded here instead: full-width letters and digits, compatibility ideographs and radicals
/// that come out of scanned documents, Latin letters with their mark apart, invisible characters, blanks that pad a name to three characters.
/// </summary>
internal static class NameText
{
    private static readonly FrozenDictionary<int, int> Singles;
    private static readonly FrozenDictionary<(int Letter, int Mark), int> Pairs;

    static NameText()
    {
        var singles = new Dictionary<int, int>();
        var pairs = new Dictionary<(int, int), int>();
        foreach (var line in NameData.Lines("foldings.txt"))
        {
            var codes = line.Split(' ').Select(code => int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToArray();
            if (codes is [var letter, var mark, var composed]) pairs.Add((letter, mark), composed);
            else singles.Add(codes[0], codes[1]);
        }

        (Singles, Pairs) = (singles.ToFrozenDictionary(), pairs.ToFrozenDictionary());
    }

    /// <summary>The name folded; blanks at its ends and beside Chinese characters are gone, others are one space.</summary>
    public static string Fold(string raw)
    {
        var runes = new List<Rune>(raw.Length);
        foreach (var each in raw.EnumerateRunes())
        {
            var rune = Narrow(each);
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format) continue;
            if (Rune.IsWhiteSpace(rune)) rune = new(' ');
            else if (Singles.TryGetValue(rune.Value, out var single)) rune = new(single);
            else if (runes.Count > 0 && Pairs.TryGetValue((runes[^1].Value, rune.Value), out var composed))
            {
                runes[^1] = new(composed);
                continue;
            }

            if (rune.Value == ' ' && (runes.Count == 0 || runes[^1].Value == ' ' || IsHan(runes[^1]))) continue;
            if (IsHan(rune) && runes.Count > 0 && runes[^1].Value == ' ') runes.RemoveAt(runes.Count - 1);
            runes.Add(rune);
        }

        if (runes.Count > 0 && runes[^1].Value == ' ') runes.RemoveAt(runes.Count - 1);
        return Text(runes);
    }

    /// <summary>A code or number with full-width letters, digits and signs made half-width, and without blanks at its ends or invisible characters.</summary>
    public static string Narrow(string raw) => Text([.. raw.EnumerateRunes().Select(NarrowSign).Where(r => Rune.GetUnicodeCategory(r) != UnicodeCategory.Format)]).Trim();

    /// <summary>Whether the character is a Chinese one, 〇 included.</summary>
    public static bool IsHan(Rune rune) => rune.Value is (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x20000 and <= 0x3FFFF) or 0x3007;

    /// <summary>A character as it is shown in an error text; one without a shape is shown by its number.</summary>
    public static string Shown(Rune rune) =>
        Rune.IsControl(rune) || Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            ? $"U+{rune.Value:X4}"
            : rune.ToString();

    private static Rune Narrow(Rune rune) => NarrowSign(rune) is var narrow && Rune.IsLetterOrDigit(narrow) ? narrow : rune;

    private static Rune NarrowSign(Rune rune) => rune.Value switch
    {
        >= 0xFF01 and <= 0xFF5E => new(rune.Value - 0xFEE0),
        0x3000 => new(' '),
        _ => rune,
    };

    private static string Text(List<Rune> runes)
    {
        var text = new StringBuilder(runes.Count);
        foreach (var rune in runes) text.Append(rune.ToString());
        return text.ToString();
    }
}
