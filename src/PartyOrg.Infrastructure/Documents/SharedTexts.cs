using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using PartyOrg.Application.Imports;

namespace PartyOrg.Infrastructure.Documents;

/// <summary>
/// The texts that a workbook keeps apart from its sheets. They are held as UTF-8 in blocks: as strings, a million names would take four times the room.
/// </summary>
internal sealed partial class SharedTexts(SpreadsheetLimits limits)
{
    private const int BlockLength = 1 << 20;

    private readonly List<byte[]> blocks = [];
    private readonly List<(int Block, int From, int Length)> texts = [];
    private int free;
    private long characters;

    /// <summary>The text with this index.</summary>
    public string this[int index] => index >= 0 && index < texts.Count
        ? Encoding.UTF8.GetString(blocks[texts[index].Block], texts[index].From, texts[index].Length)
        : throw new UnreadableSpreadsheet(SpreadsheetErrors.Damaged);

    /// <summary>Takes in the part with the texts. Runs of differing fonts are one text; how a text is spoken (rPh) is none.</summary>
    public void Load(XmlReader xml)
    {
        var text = new StringBuilder();
        var (isInText, isPhonetic) = (false, false);
        while (GuardedXmlStream.Next(xml))
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element when xml.LocalName == "si":
                    text.Clear();
                    if (xml.IsEmptyElement) Add("");
                    break;
                case XmlNodeType.Element when xml.LocalName == "rPh":
                    isPhonetic = !xml.IsEmptyElement;
                    break;
                case XmlNodeType.Element when xml.LocalName == "t":
                    isInText = !xml.IsEmptyElement;
                    break;
                case XmlNodeType.EndElement when xml.LocalName == "t":
                    isInText = false;
                    break;
                case XmlNodeType.EndElement when xml.LocalName == "rPh":
                    isPhonetic = false;
                    break;
                case XmlNodeType.EndElement when xml.LocalName == "si":
                    Add(Unescaped(text.ToString()));
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when isInText && !isPhonetic && text.Length <= limits.CellLength:
                    text.Append(xml.Value);
                    break;
            }
        }
    }

    /// <summary>The text with its characters that XML cannot hold, which are written as _x000D_ (ECMA-376, 22.9.2.19).</summary>
    public static string Unescaped(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escaped().Replace(text, match => ((char)int.Parse(match.Groups["code"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
        : text;

    private void Add(string text)
    {
        // One character more than a cell may have is kept, so that the cell's reader still sees that it is too long.
        if (text.Length > limits.CellLength + 1) text = text[..(limits.CellLength + 1)];
        characters += text.Length;
        if (characters > limits.SharedCharacters || texts.Count == limits.SharedTexts) throw new UnreadableSpreadsheet(SpreadsheetErrors.TooManyCells);
        var length = Encoding.UTF8.GetByteCount(text);
        if (blocks.Count == 0 || free + length > BlockLength)
        {
            blocks.Add(new byte[Math.Max(BlockLength, length)]);
            free = 0;
        }

        Encoding.UTF8.GetBytes(text, blocks[^1].AsSpan(free));
        texts.Add((blocks.Count - 1, free, length));
        free += length;
    }

    [GeneratedRegex("_x(?<code>[0-9A-Fa-f]{4})_", RegexOptions.CultureInvariant)]
    private static partial Regex Escaped();
}
