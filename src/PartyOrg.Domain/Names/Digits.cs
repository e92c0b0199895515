namespace PartyOrg.Domain.Names;

/// <summary>Digits are 0 to 9 only: other scripts' digits are letters to a code or number.</summary>
internal static class Digits
{
    /// <summary>Whether there is nothing but digits.</summary>
    public static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') < 0;
}
