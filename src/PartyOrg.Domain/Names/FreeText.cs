using System.Globalization;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Names;

/// <summary>Text that people write in their own words: what it must not be, whatever it says.</summary>
public static class FreeText
{
    /// <summary>Nothing was written.</summary>
    public static Error Missing { get; } = Error.Invalid("text-missing", "The text is missing. Write it.", "缺少内容，请填写。");

    /// <summary>It is longer than it may be.</summary>
    public static Error TooLong(int most) => Error.Invalid("text-too-long",
        $"The text is longer than {most} characters. Shorten it.", $"内容超过 {most} 个字符，请缩短。");

    /// <summary>It holds a control character: a sign of a wrong encoding, and no database keeps all of them.</summary>
    public static Error ControlCharacter { get; } = Error.Invalid("text-control-character",
        "The text holds a control character, or half of a character. Line breaks and tabs are allowed; remove everything else.",
        "内容含有控制字符或残缺字符。可以使用换行和制表符，请删除其他控制字符。");

    /// <summary>What is wrong with the text; none when it may be kept as it is.</summary>
    /// <param name="text">Blanks alone are no text.</param>
    /// <param name="most">The longest text, in UTF-16 units.</param>
    public static Error? FaultIn(string text, int most)
    {
        if (string.IsNullOrWhiteSpace(text)) return Missing;
        if (text.Length > most) return TooLong(most);
        return text.EnumerateRunes().All(r => r.Value is '\n' or '\r' or '\t' || (r.Value != 0xFFFD && System.Text.Rune.GetUnicodeCategory(r) is not UnicodeCategory.Control)) ? null : ControlCharacter;
    }
}
