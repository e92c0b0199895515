using System.Text.RegularExpressions;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Members;

/// <summary>
/// A telephone number of mainland China: a mobile one (11 digits from 13 to 19), or a landline with its area code and, where there is one,
/// an extension (0591-28801234-56). The country code, blanks and hyphens are normalised away, so that equal numbers are equal text.
/// Shown only masked; see <see cref="Reveal"/>.
/// </summary>
public sealed partial record PhoneNumber
{
    /// <summary>The longest one: area code, number and extension with two hyphens.</summary>
    public const int MaxLength = 20;

    private readonly string number;

    private PhoneNumber(string number) => this.number = number;

    /// <summary>Nothing was given.</summary>
    public static Error Missing { get; } = Error.Invalid("phone-number-missing", "The phone number is missing. Enter a mobile number or a landline with its area code.",
        "缺少电话号码，请填写手机号码或带区号的固定电话。");

    /// <summary>It is neither a mobile number nor a landline with an area code.</summary>
    public static Error Malformed { get; } = Error.Invalid("phone-number-malformed",
        "This is not a phone number of mainland China. Enter 11 digits of a mobile number, or a landline with its area code, for example 0591-28801234.",
        "电话号码格式不正确。请填写11位手机号码，或带区号的固定电话，例如 0591-28801234。");

    /// <summary>Whether it is a mobile number.</summary>
    public bool IsMobile => number[0] == '1';

    /// <summary>A mobile number's first three and last four digits; a landline's area code and last three digits.</summary>
    public string Masked => IsMobile
        ? $"{number[..3]}****{number[^4..]}"
        : number.Split('-') is var parts ? $"{parts[0]}-****{parts[1][^3..]}" : "";

    /// <summary>The number, if it is one.</summary>
    public static Result<PhoneNumber> Of(string? text)
    {
        var number = NameText.Narrow(text ?? "");
        if (number.Length == 0) return Missing;
        if (Mobile().Match(number) is { Success: true } mobile) return new PhoneNumber(mobile.Groups["digits"].Value.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal));
        if (Landline().Match(number) is not { Success: true } landline) return Malformed;
        var extension = landline.Groups["extension"] is { Success: true } found ? "-" + found.Value : "";
        return new PhoneNumber($"0{landline.Groups["area"].Value}-{landline.Groups["first"].Value}{landline.Groups["rest"].Value}{extension}");
    }

    /// <summary>A number that was verified by this type when it was stored.</summary>
    public static PhoneNumber FromStorage(string number) => new(number);

    /// <summary>The whole number: for encryption, for the blind index, for sending a message, and for an unmasking that has been recorded with its reason.</summary>
    public string Reveal() => number;

    /// <summary>Masked, so that no log, message or debugger shows the number.</summary>
    public override string ToString() => Masked;

    [GeneratedRegex(@"^(?:(?:\+|00)?86[ -]?)?(?<digits>1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Mobile();

    // 010 and 02x are followed by eight digits; the three-digit codes 3xx to 9xx by seven or eight.
    [GeneratedRegex(@"^(?:(?:\+|00)86[ -]?\(?0?|\(?0)(?:(?<area>10|2[0-9])\)?[ -]?(?<first>[2-8][0-9]{3})[ -]?(?<rest>[0-9]{4})|(?<area>[3-9][0-9]{2})\)?[ -]?(?<first>[2-8][0-9]{2,3})[ -]?(?<rest>[0-9]{4}))(?:(?:-|转|#| ?ext\.? ?)(?<extension>[0-9]{1,5}))?\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Landline();
}
