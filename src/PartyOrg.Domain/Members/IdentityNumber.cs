using NodaTime;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Members;

/// <summary>
/// A citizen's identity number (公民身份号码, GB 11643-1999): six digits of the place of first registration, eight of the birth date,
/// three of the order (odd for men), and a check character by ISO 7064 MOD 11-2. Rule REG-10. Full-width digits and a small x are accepted
/// and normalised. Shown only masked; the whole number comes out of <see cref="Reveal"/> alone, so that every place that uses it can be found.
/// </summary>
public sealed record IdentityNumber
{
    /// <summary>Its length, always.</summary>
    public const int Length = 18;

    /// <summary>The first year of birth that is believed; an earlier one is a slip of the pen.</summary>
    public const int EarliestBirthYear = 1900;

    private const string Rule = "REG-10";
    private const string CheckCharacters = "10X98765432";
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    private readonly string number;

    private IdentityNumber(string number) => this.number = number;

    /// <summary>Nothing was given.</summary>
    public static Error Missing { get; } = Error.Invalid("identity-number-missing",
        "The identity number is missing. Enter the 18 characters of the identity card.",
        "缺少公民身份号码，请填写身份证上的18位号码。") with { RuleId = Rule };

    /// <summary>It is not 17 digits and a digit or X. The number itself is never part of the text.</summary>
    public static Error Malformed { get; } = Error.Invalid("identity-number-malformed",
        "An identity number is 17 digits followed by a digit or X. Enter it as printed on the identity card; in a spreadsheet, format the column as text so that no digit is lost.",
        "公民身份号码应为17位数字加一位数字或X。请按身份证填写；在电子表格中请将该列设为文本格式，以免丢失数字。") with { RuleId = Rule };

    /// <summary>The birth date in it does not exist, or the year lies before <see cref="EarliestBirthYear"/>.</summary>
    public static Error BirthDateImpossible { get; } = Error.RuleBroken(Rule, "identity-number-birth-date",
        "The birth date in the identity number (characters 7 to 14) does not exist. Compare the number with the identity card.",
        "公民身份号码中的出生日期（第7至14位）不存在，请与身份证核对。");

    /// <summary>The last character does not fit the others, so at least one of the 18 is wrong.</summary>
    public static Error CheckCharacterWrong { get; } = Error.RuleBroken(Rule, "identity-number-check",
        "The check character of the identity number does not fit, so at least one character is wrong. Compare the number with the identity card.",
        "公民身份号码的校验码不符，至少有一位填写错误，请与身份证核对。");

    /// <summary>The birth date in it. Whether it lies in the future is for whoever knows today's date.</summary>
    public LocalDate BirthDate => DateIn(number)!.Value;

    /// <summary>The sex in it.</summary>
    public Sex Sex => (number[16] - '0') % 2 == 1 ? Sex.Male : Sex.Female;

    /// <summary>The first three and the last four characters.</summary>
    public string Masked => $"{number[..3]}{new string('*', Length - 7)}{number[^4..]}";

    /// <summary>The number, if it is one.</summary>
    public static Result<IdentityNumber> Of(string? text)
    {
        var number = NameText.Narrow(text ?? "").ToUpperInvariant();
        if (number.Length == 0) return Missing;
        if (number.Length != Length || !number.AsSpan(0, Length - 1).ContainsOnlyDigits() || number[0] == '0' || !(char.IsAsciiDigit(number[^1]) || number[^1] == 'X')) return Malformed;
        if (DateIn(number) is null) return BirthDateImpossible;
        if (CheckCharacter(number) != number[^1]) return CheckCharacterWrong;
        return new IdentityNumber(number);
    }

    /// <summary>A number that was verified by this type when it was stored.</summary>
    public static IdentityNumber FromStorage(string number) => new(number);

    /// <summary>The whole number: for encryption, for the blind index, and for an unmasking that has been recorded with its reason.</summary>
    public string Reveal() => number;

    /// <summary>Masked, so that no log, message or debugger shows the number.</summary>
    public override string ToString() => Masked;

    private static char CheckCharacter(string number)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++) sum += (number[i] - '0') * Weights[i];
        return CheckCharacters[sum % 11];
    }

    private static LocalDate? DateIn(string number)
    {
        int Digits(int from, int length) => int.Parse(number.AsSpan(from, length), System.Globalization.CultureInfo.InvariantCulture);
        var (year, month, day) = (Digits(6, 4), Digits(10, 2), Digits(12, 2));
        return year >= EarliestBirthYear && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;
    }
}
