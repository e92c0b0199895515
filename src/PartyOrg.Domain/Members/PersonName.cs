using System.Globalization;
using System.Text;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Members;

/// <summary>
/// A person's name: letters of any script, and between them the middle dot of transcribed names (买买提·吐尔逊), a space, hyphen, apostrophe or
/// full stop (Latin names). One way to write each: blanks that pad a Chinese name are dropped, the many dots become one, full-width letters
/// become half-width, compatibility characters become the plain ones.
/// </summary>
public sealed record PersonName
{
    /// <summary>The longest name, in UTF-16 units (a rare character beyond the basic plane counts two).</summary>
    public const int MaxLength = 50;

    private const char MiddleDot = '\u00B7';
    private const string OtherDots = "\u2022\u2027\u2219\u22C5\u2E31\u30FB\uFF65\u0387\uFF0E\u3002\uFE52";

    private PersonName(string value) => Value = value;

    /// <summary>Nothing was given.</summary>
    public static Error Missing { get; } = Error.Invalid("person-name-missing", "The name is missing. Enter the name as it stands on the identity card.", "缺少姓名，请按身份证填写姓名。");

    /// <summary>It is longer than <see cref="MaxLength"/>.</summary>
    public static Error TooLong { get; } = Error.Invalid("person-name-too-long", $"The name is longer than {MaxLength} characters. Enter the name alone, without remarks.",
        $"姓名超过{MaxLength}个字符，请只填写姓名，不要附加说明。");

    /// <summary>The name.</summary>
    public string Value { get; }

    /// <summary>The name, if it is one.</summary>
    public static Result<PersonName> Of(string? text)
    {
        var name = Dotted(NameText.Fold(text ?? ""));
        if (name.Length == 0) return Missing;
        if (name.Length > MaxLength) return TooLong;
        foreach (var rune in name.EnumerateRunes())
        {
            if (!Belongs(rune)) return CharacterNotAllowed(rune);
        }

        return Rune.IsLetter(Rune.GetRuneAt(name, 0)) ? new PersonName(name) : CharacterNotAllowed(Rune.GetRuneAt(name, 0));
    }

    /// <summary>A name that was verified by this type when it was stored.</summary>
    public static PersonName FromStorage(string value) => new(value);

    /// <summary>The name.</summary>
    public override string ToString() => Value;

    private static Error CharacterNotAllowed(Rune rune) => Error.Invalid("person-name-character",
        $"\u201C{NameText.Shown(rune)}\u201D does not belong in a name here. Enter letters only, with \u00B7 between the parts of a transcribed name; a character that your system made itself must be replaced by its standard form.",
        $"姓名中此处不能出现“{NameText.Shown(rune)}”。请只填写文字，译名各部分之间用“·”；自造字请换成标准字。");

    private static bool Belongs(Rune rune) => Rune.IsLetter(rune) || rune.Value is MiddleDot or ' ' or '-' or '\'' or '.' or 0x3007
        || (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    private static string Dotted(string name)
    {
        var dotted = new StringBuilder(name.Length);
        for (var i = 0; i < name.Length; i++)
        {
            var isBetweenChineseCharacters = i > 0 && i < name.Length - 1 && name[i - 1] >= 0x3400 && name[i + 1] >= 0x3400;
            dotted.Append(name[i] switch
            {
                _ when OtherDots.Contains(name[i]) => MiddleDot,
                '.' when isBetweenChineseCharacters => MiddleDot,
                '\u2019' or '\u02BC' or '\uFF07' => '\'',
                '\u2010' or '\u2011' or '\uFF0D' => '-',
                _ => name[i],
            });
        }

        return dotted.ToString();
    }
}
