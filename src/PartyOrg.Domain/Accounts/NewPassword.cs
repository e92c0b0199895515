using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Accounts;

/// <summary>
/// A password that may be chosen: 12 to 128 characters of any kind, in which neither the user name nor one of the commonest words is the whole
/// substance. Nothing is said about digits or capitals and nothing expires: length is what resists (NIST SP 800-63B).
/// </summary>
public sealed class NewPassword
{
    /// <summary>The fewest characters.</summary>
    public const int MinLength = 12;

    /// <summary>The most characters: a hash of megabytes would be an attack.</summary>
    public const int MaxLength = 128;

    private const int FewestDifferent = 5;

    // What most passwords of twelve characters and more are made of, English and pinyin.
    private static readonly string[] Commonest =
    [
        "password", "passw0rd", "qwerty", "qwertyuiop", "asdfghjkl", "zxcvbnm", "1qaz2wsx", "qazwsx", "1q2w3e4r", "admin", "administrator", "welcome", "letmein",
        "iloveyou", "woaini", "woaini1314", "wodemima", "mima", "abc", "abcd", "aaa", "login", "secret", "changeme", "default", "monkey", "dragon", "sunshine", "princess", "football", "baseball",
        "superman", "master", "hello", "root", "test", "user", "guest", "beijing", "zhongguo", "gongchandang", "dangjian", "partyorg", "party", "organization", "5201314", "1314520",
    ];

    private static readonly string[] Rows = ["0123456789012345678901234567890", "9876543210987654321098765432109", "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm"];

    private NewPassword(string text) => Text = text;

    /// <summary>The password in clear; it is hashed and never kept.</summary>
    public string Text { get; }

    /// <summary>The password for an account of this name, or why it is refused.</summary>
    public static Result<NewPassword> Of(string text, string userName)
    {
        if (text.Length is < MinLength or > MaxLength) return AccountErrors.PasswordLength;
        var substance = SubstanceOf(text.ToLowerInvariant().Replace('@', 'a').Replace('$', 's'));
        var name = SubstanceOf(userName);
        if (text.Distinct().Count() < FewestDifferent || Rows.Any(r => r.Contains(substance, StringComparison.Ordinal)) || IsFilledUp(substance, Commonest)) return AccountErrors.PasswordCommon;
        return name.Length > 0 && IsFilledUp(SubstanceOf(text.ToLowerInvariant()), [name]) ? AccountErrors.PasswordIsUserName : new NewPassword(text);
    }

    /// <summary>A password that is in use already and only gets a stronger hash.</summary>
    public static NewPassword Unchecked(string text) => new(text);

    /// <inheritdoc/>
    public override string ToString() => "***";

    private static string SubstanceOf(string text) => new([.. text.Where(char.IsLetterOrDigit)]);

    // A word, once or repeated, and digits around it: "Password2026!", "adminadmin01".
    private static bool IsFilledUp(string substance, string[] words) => words.OrderByDescending(w => w.Length).Any(word =>
        substance.Contains(word, StringComparison.Ordinal) && substance.Replace(word, "", StringComparison.Ordinal).All(char.IsAsciiDigit));
}
