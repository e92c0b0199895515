using System.Globalization;

namespace PartyOrg.Benchmarks.Cities;

/// <summary>Identity numbers that fulfil GB 11643 and belong to nobody: no place has a code that begins with 99 or 98.</summary>
internal static class IdentityNumbers
{
    private const int OrdersOfSex = 500;
    private const string CheckCharacters = "10X98765432";
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    private static readonly int FirstImported = System.Security.Cryptography.RandomNumberGenerator.GetInt32(1_000_000);
    private static int imported;

    /// <summary>The number of a member of the city.</summary>
    public static string Of(long member, DateOnly born, bool male) => Complete(990_000 + (int)(member / OrdersOfSex), born, (int)(member % OrdersOfSex), male);

    /// <summary>The number of somebody who is imported; in no two runs the same.</summary>
    public static string Next()
    {
        var number = FirstImported + Interlocked.Increment(ref imported);
        return Complete(980_000 + number / OrdersOfSex % 10_000, new DateOnly(1970, 1, 1).AddDays(FirstImported % 10_000), number % OrdersOfSex, male: true);
    }

    private static string Complete(int place, DateOnly born, int order, bool male)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"{place}{born:yyyyMMdd}{order * 2 + (male ? 1 : 0):D3}");
        var sum = 0;
        for (var i = 0; i < digits.Length; i++) sum += (digits[i] - '0') * Weights[i];
        return digits + CheckCharacters[sum % 11];
    }
}
