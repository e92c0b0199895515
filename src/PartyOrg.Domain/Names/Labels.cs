using System.Text;

namespace PartyOrg.Domain.Names;

/// <summary>Labels as people type them: column headers, names of sheets, names of codes.</summary>
public static class Labels
{
    /// <summary>What two ways of writing the same label have in common: its letters and digits in lower case, without blanks, brackets, asterisks and hyphens.</summary>
    public static string KeyOf(string label) => Kept(NameText.Fold(label));

    /// <summary>The same without what stands in brackets: 身份证号（18位） is 身份证号.</summary>
    public static string KeyWithoutRemarks(string label)
    {
        var text = new StringBuilder();
        var depth = 0;
        foreach (var each in NameText.Fold(label))
        {
            if (each is '(' or '（' or '[' or '【') depth++;
            else if (each is ')' or '）' or ']' or '】') depth = Math.Max(0, depth - 1);
            else if (depth == 0) text.Append(each);
        }

        return Kept(text.ToString());
    }

    private static string Kept(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune)) key.Append(Rune.ToLowerInvariant(rune).ToString());
        }

        return key.ToString();
    }
}
