using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Organizations;

/// <summary>
/// The unified social credit code of a unit (统一社会信用代码, GB 32100-2015): registering department, kind, six digits of the place,
/// nine characters of the organization, and a check character (weights 3ⁱ mod 31). Digits and capitals without I, O, S, V and Z.
/// Rule REG-9. Full-width characters and small letters are accepted and normalised.
/// </summary>
public sealed record UnifiedSocialCreditCode
{
    /// <summary>Its length, always.</summary>
    public const int Length = 18;

    private const string Rule = "REG-9";
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private UnifiedSocialCreditCode(string value) => Value = value;

    /// <summary>Nothing was given.</summary>
    public static Error Missing { get; } = Error.Invalid("social-credit-code-missing",
        "The unified social credit code is missing. Enter the 18 characters of the licence.",
        "缺少统一社会信用代码，请按证照填写18位代码。") with { RuleId = Rule };

    /// <summary>It has not 18 characters.</summary>
    public static Error WrongLength { get; } = Error.Invalid("social-credit-code-length",
        "A unified social credit code has 18 characters. A registration number or organization code of the old kind must be replaced by the code on the current licence.",
        "统一社会信用代码应为18位。旧的注册号或组织机构代码请换成现行证照上的代码。") with { RuleId = Rule };

    /// <summary>The last character does not fit the others, so at least one of the 18 is wrong.</summary>
    public static Error CheckCharacterWrong { get; } = Error.RuleBroken(Rule, "social-credit-code-check",
        "The check character of the unified social credit code does not fit, so at least one character is wrong. Compare it with the licence.",
        "统一社会信用代码的校验码不符，至少有一位填写错误，请与证照核对。");

    /// <summary>The code, in capitals.</summary>
    public string Value { get; }

    /// <summary>The code, if it is one.</summary>
    public static Result<UnifiedSocialCreditCode> Of(string? text)
    {
        var code = NameText.Narrow(text ?? "").ToUpperInvariant();
        if (code.Length == 0) return Missing;
        if (code.Length != Length) return WrongLength;
        for (var i = 0; i < Length; i++)
        {
            // The place is a code of GB/T 2260: characters 3 to 8 are digits.
            if (!Alphabet.Contains(code[i]) || (i is >= 2 and <= 7 && !char.IsAsciiDigit(code[i]))) return CharacterNotAllowed(i + 1, i is >= 2 and <= 7);
        }

        return CheckCharacter(code) == code[^1] ? new UnifiedSocialCreditCode(code) : CheckCharacterWrong;
    }

    /// <summary>A code that was verified by this type when it was stored.</summary>
    public static UnifiedSocialCreditCode FromStorage(string value) => new(value);

    /// <summary>The code.</summary>
    public override string ToString() => Value;

    private static Error CharacterNotAllowed(int position, bool mustBeDigit) => Error.Invalid("social-credit-code-character",
        mustBeDigit
            ? $"Character {position} of the unified social credit code must be a digit. Compare it with the licence."
            : $"Character {position} of the unified social credit code is not one that such codes use: they have digits and capitals without I, O, S, V and Z. Compare it with the licence.",
        mustBeDigit
            ? $"统一社会信用代码第{position}位应为数字，请与证照核对。"
            : $"统一社会信用代码第{position}位不在规定字符之内（数字和除I、O、S、V、Z以外的大写字母），请与证照核对。") with { RuleId = Rule };

    private static char CheckCharacter(string code)
    {
        var (sum, weight) = (0, 1);
        for (var i = 0; i < Length - 1; i++)
        {
            sum += Alphabet.IndexOf(code[i]) * weight;
            weight = weight * 3 % 31;
        }

        return Alphabet[(31 - sum % 31) % 31];
    }
}
