using System.Globalization;

namespace PartyOrg.WebApi.Tests.Units;

/// <summary>Unified social credit codes that are valid and different, by number.</summary>
internal static class CreditCodes
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    public static string Next(int number)
    {
        var code = "91350182" + number.ToString("D9", CultureInfo.InvariantCulture);
        var (sum, weight) = (0, 1);
        foreach (var character in code)
        {
            sum += Alphabet.IndexOf(character) * weight;
            weight = weight * 3 % 31;
        }

        return code + Alphabet[(31 - sum % 31) % 31];
    }
}
