using System.Collections.Frozen;
using System.Text;

namespace PartyOrg.Domain.Names;

/// <summary>One name in simplified and in traditional characters: 张卫国 and 張衛國. Who was registered elsewhere, or types elsewhere, writes the other ones.</summary>
internal static class CharacterVariants
{
    private static readonly FrozenDictionary<char, char> Simplified;
    private static readonly FrozenDictionary<char, char> Traditional;

    static CharacterVariants()
    {
        var lines = NameData.Lines("variants.txt").ToList();
        Simplified = lines.ToFrozenDictionary(line => line[0], line => line[1]);
        Traditional = lines.Where(line => line is [_, _, '+']).ToFrozenDictionary(line => line[1], line => line[0]);
    }

    /// <summary>The text as it is, all of it simplified, and all of it traditional; each once.</summary>
    public static IReadOnlyList<string> Of(string text) => [.. new[] { text, Written(text, Simplified), Written(text, Traditional) }.Distinct()];

    private static string Written(string text, FrozenDictionary<char, char> characters)
    {
        var written = new StringBuilder(text.Length);
        foreach (var character in text) written.Append(characters.GetValueOrDefault(character, character));
        return written.ToString();
    }
}
