using System.Text;
using System.Text.RegularExpressions;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.PartyAffairsOpenness;

/// <summary>
/// A text that others will read: identity numbers and mobile numbers in it are masked before it is kept (TWS-8.3, reading: no category needs them). Full-width digits and numbers written with blanks or hyphens are
/// found too; landlines stay, since a publication names whom to call.
/// </summary>
public static partial class PublicText
{
    /// <summary>What is told when something was masked.</summary>
    public static Advice Masked { get; } = new("TWS-8.3", new(
        "The text held identity numbers or mobile numbers; they were masked, since no category of publication needs them.", "内容中含有公民身份号码或手机号码，已自动隐去：各类公开事项均不需要这些信息。"));

    /// <summary>The text with such numbers masked but for their first three and last four characters.</summary>
    public static string Mask(string text)
    {
        var narrow = new StringBuilder(text.Length);
        foreach (var c in text) narrow.Append(c switch { >= '\uFF10' and <= '\uFF19' => (char)(c - 0xFEE0), '\uFF38' or '\uFF58' or 'x' => 'X', '\uFF0D' or '\u2013' or '\u2014' => '-', '\u3000' => ' ', _ => c });
        var masked = text.ToCharArray();
        foreach (Match found in Numbers().Matches(narrow.ToString()))
        {
            var signs = Enumerable.Range(found.Index, found.Length).Where(i => char.IsAsciiLetterOrDigit(narrow[i])).ToList();
            foreach (var i in signs.Skip(3).SkipLast(4)) masked[i] = '*';
        }

        return new(masked);
    }

    /// <summary>The remark, where masking changed one of the texts.</summary>
    public static IEnumerable<Advice> AdvicesOn(params IEnumerable<string?> texts) => texts.Any(t => t is not null && Mask(t) != t) ? [Masked] : [];

    // An identity number has its birth date in the middle, so that a credit code of digits alone is not taken for one.
    [GeneratedRegex("""
        (?<![0-9])(?:[1-9](?:[ -]?[0-9]){5}[ -]?(?:1[ -]?9|2[ -]?0)(?:[ -]?[0-9]){2}[ -]?(?:0[ -]?[1-9]|1[ -]?[0-2])[ -]?(?:0[ -]?[1-9]|[12][ -]?[0-9]|3[ -]?[01])(?:[ -]?[0-9]){3}[ -]?[0-9X]|(?:86[ -]?)?1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4})(?![0-9])
        """, RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}
