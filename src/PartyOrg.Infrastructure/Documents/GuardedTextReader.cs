using System.Text;
using PartyOrg.Application.Imports;

namespace PartyOrg.Infrastructure.Documents;

/// <summary>
/// The text of a CSV file on its way to the parser. Bytes that are no text are refused: a control character other than tab and line breaks
/// shows that somebody renamed another kind of file.
/// </summary>
internal sealed class GuardedTextReader(StreamReader inner) : TextReader
{
    private bool isAtBeginning = true;

    public override int Peek() => throw new NotSupportedException();

    public override int Read() => throw new NotSupportedException();

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        int read;
        try
        {
            read = inner.Read(buffer);
        }
        catch (DecoderFallbackException)
        {
            throw new UnreadableSpreadsheet(SpreadsheetErrors.EncodingUnknown);
        }

        if (isAtBeginning && read > 0)
        {
            isAtBeginning = false;
            if (buffer[0] == '\uFEFF')
            {
                buffer[1..read].CopyTo(buffer);
                read--;
                if (read == 0) return Read(buffer);
            }
        }

        foreach (var each in buffer[..read])
        {
            if (each < ' ' && each is not ('\t' or '\n' or '\r')) throw new UnreadableSpreadsheet(SpreadsheetErrors.NotWhatItSays(".csv"));
        }

        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
