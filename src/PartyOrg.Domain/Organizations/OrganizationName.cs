using System.Globalization;
using System.Text;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Organizations;

/// <summary>
/// The full name of an organization or unit. One way to write each: full-width letters and digits become half-width, brackets in a Chinese
/// name become full-width, blanks beside Chinese characters are dropped and others are one space, so that equal names are equal text.
/// </summary>
public sealed record OrganizationName
{
    /// <summary>The longest name, in UTF-16 units.</summary>
    public const int MaxLength = 120;

    private OrganizationName(string value) => Value = value;

    /// <summary>Nothing was given.</summary>
    public static Error Missing { get; } = Error.Invalid("organization-name-missing", "The name of the organization is missing. Enter its full name.", "缺少组织名称，请填写全称。");

    /// <summary>It is longer than <see cref="MaxLength"/>.</summary>
    public static Error TooLong { get; } = Error.Invalid("organization-name-too-long", $"The name of the organization is longer than {MaxLength} characters. Enter the name alone, without remarks.",
        $"组织名称超过{MaxLength}个字符，请只填写名称，不要附加说明。");

    /// <summary>There is no letter or digit in it.</summary>
    public static Error WithoutLetters { get; } = Error.Invalid("organization-name-without-letters", "The name of the organization has no letter in it. Enter its full name.",
        "组织名称中没有文字，请填写全称。");

    /// <summary>The name.</summary>
    public string Value { get; }

    /// <summary>The name, if it is one.</summary>
    public static Result<OrganizationName> Of(string? text)
    {
        var name = NameText.Fold(text ?? "");
        if (name.EnumerateRunes().Any(NameText.IsHan)) name = name.Replace('(', '（').Replace(')', '）');
        if (name.Length == 0) return Missing;
        if (name.Length > MaxLength) return TooLong;
        foreach (var rune in name.EnumerateRunes())
        {
            if (!Belongs(rune)) return CharacterNotAllowed(rune);
        }

        return name.EnumerateRunes().Any(Rune.IsLetter) ? new OrganizationName(name) : WithoutLetters;
    }

    /// <summary>A name that was verified by this type when it was stored.</summary>
    public static OrganizationName FromStorage(string value) => new(value);

    /// <summary>The name.</summary>
    public override string ToString() => Value;

    private static bool Belongs(Rune rune) => rune.Value != 0xFFFD && Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static Error CharacterNotAllowed(Rune rune) => Error.Invalid("organization-name-character",
        $"\u201C{NameText.Shown(rune)}\u201D does not belong in a name: it is not a standard character, or the file was read in the wrong encoding. Replace it.",
        $"组织名称中不能出现“{NameText.Shown(rune)}”：它不是标准字符，或文件编码有误，请更换。");
}
