using PartyOrg.Domain.Members;

namespace PartyOrg.TestSupport.Http;

/// <summary>Valid identity numbers, each another one.</summary>
public static class Numbers
{
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    private static int last;

    public static string Identity()
    {
        var number = Interlocked.Increment(ref last);
        var digits = $"110105{1950 + (number / 1000 % 50):0000}0{1 + (number / 28 % 9)}{1 + (number % 28):00}{number % 1000:000}";
        var valid = digits + "10X98765432"[digits.Select((d, i) => (d - '0') * Weights[i]).Sum() % 11];
        return IdentityNumber.Of(valid).Value.Reveal();
    }
}
