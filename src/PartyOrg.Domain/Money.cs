using System.Globalization;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain;

/// <summary>An amount of money, 0 or more, exact to the fen; written in yuan with two places (<c>5000000.00</c>).</summary>
/// <param name="Fen">In fen.</param>
public readonly record struct Money(long Fen)
{
    /// <summary>The greatest amount, in fen: 9,999,999,999,999.99 yuan.</summary>
    public const long Most = 999_999_999_999_999;

    private const int Places = 2;

    /// <summary>Not an amount of yuan.</summary>
    public static Error Malformed { get; } = Error.Invalid("money-malformed",
        "An amount is 0 to 9999999999999.99 yuan, written as digits with at most two places after a full stop: 5000000.00.",
        "金额应为 0 至 9999999999999.99 元，用数字填写，小数点后最多两位，例如 5000000.00。");

    /// <summary>The amount of yuan, if it is one.</summary>
    public static Result<Money> Of(string? text)
    {
        var parts = NameText.Narrow(text ?? "").Split('.');
        var (yuan, fen) = (parts[0], parts.Length == 2 ? parts[1] : "0");
        if (parts.Length > 2 || yuan.Length is 0 or > 13 || fen.Length is 0 or > Places || !yuan.AsSpan().ContainsOnlyDigits() || !fen.AsSpan().ContainsOnlyDigits()) return Malformed;
        return new Money(long.Parse(yuan + fen.PadRight(Places, '0'), NumberStyles.None, CultureInfo.InvariantCulture));
    }

    /// <summary>In yuan, with two places.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Fen / 100}.{Fen % 100:D2}");
}
