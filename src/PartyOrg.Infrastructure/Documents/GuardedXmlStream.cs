using System.Text;
using System.Xml;
using PartyOrg.Application.Imports;

namespace PartyOrg.Infrastructure.Documents;

/// <summary>
/// The bytes of an XML part, watched on their way to the XML reader, which would otherwise hold a tag, a text, a nesting or a vocabulary of any
/// size in memory. A document type is refused: with it go entities that refer to files or multiply.
/// </summary>
internal sealed class GuardedXmlStream(Stream inner, long declaredLength) : Stream
{
    /// <summary>The longest start tag in bytes; lists of cell areas in attributes are the longest that programs write.</summary>
    public const int LongestTag = 1 << 16;

    /// <summary>The longest text in bytes: a cell's 32,767 characters, each written as a reference.</summary>
    public const int LongestText = 1 << 18;

    /// <summary>Elements inside elements; a worksheet has some ten.</summary>
    public const int DeepestNesting = 64;

    /// <summary>Different names of elements, attributes and namespaces; a worksheet has some hundred.</summary>
    public const int MostNames = 5_000;

    private enum Place
    {
        Text,
        TagBegins,
        Tag,
        Declaration,
        Comment,
        CharacterData,
        Instruction,
    }

    private Place place = Place.Text;
    private byte quote;
    private byte before;
    private byte beforeThat;
    private int length;
    private long total;

    /// <summary>A reader over a part: no document types, no other encoding than UTF-8, no vocabulary without end. It closes the stream.</summary>
    public static XmlReader Reader(Stream part)
    {
        var utf8 = new StreamReader(part, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        return XmlReader.Create(utf8, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = true, NameTable = new LimitedNames(),
        });
    }

    /// <summary>The next node; nesting without end is refused.</summary>
    public static bool Next(XmlReader xml)
    {
        if (!xml.Read()) return false;
        return xml.Depth <= DeepestNesting ? true : throw new UnreadableSpreadsheet(SpreadsheetErrors.Unsafe);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        total += read;
        if (total > declaredLength) throw new UnreadableSpreadsheet(SpreadsheetErrors.ExpandsTooFar);
        if (read == 0 && buffer.Length > 0 && total < declaredLength) throw new UnreadableSpreadsheet(SpreadsheetErrors.Damaged);
        foreach (var each in buffer[..read]) Watch(each);
        return read;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    private void Watch(byte each)
    {
        if (++length > (place is Place.Tag or Place.TagBegins or Place.Declaration ? LongestTag : LongestText)) throw new UnreadableSpreadsheet(SpreadsheetErrors.Unsafe);
        switch (place)
        {
            case Place.Text when each == '<':
                Enter(Place.TagBegins);
                break;
            case Place.TagBegins:
                Enter(each switch { (byte)'!' => Place.Declaration, (byte)'?' => Place.Instruction, _ => Place.Tag });
                break;
            case Place.Declaration when each == '[':
                Enter(Place.CharacterData);
                break;
            case Place.Declaration when each == '-' && before == '-':
                Enter(Place.Comment);
                return;
            case Place.Declaration when each != '-':
                throw new UnreadableSpreadsheet(SpreadsheetErrors.Unsafe);
            case Place.Tag when quote != 0:
                if (each == quote) quote = 0;
                break;
            case Place.Tag when each is (byte)'"' or (byte)'\'':
                quote = each;
                break;
            case Place.Tag when each == '>':
            case Place.Instruction when each == '>' && before == '?':
            case Place.Comment when each == '>' && before == '-' && beforeThat == '-':
            case Place.CharacterData when each == '>' && before == ']' && beforeThat == ']':
                Enter(Place.Text);
                break;
        }

        (beforeThat, before) = (before, each);
    }

    private void Enter(Place next) => (place, length, quote, before, beforeThat) = (next, 0, 0, 0, 0);

    private sealed class LimitedNames : NameTable
    {
        private int count;

        public override string Add(string key) => Get(key) ?? Counted(base.Add(key));

        public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Counted(base.Add(key, start, len));

        private string Counted(string name) => ++count <= MostNames ? name : throw new UnreadableSpreadsheet(SpreadsheetErrors.Unsafe);
    }
}
