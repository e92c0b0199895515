using System.Security.Cryptography;

namespace PartyOrg.Application.Imports;

/// <summary>A file that lies in memory in parts, and is read as one: each part but the last has <see cref="StagedFile.PartLength"/> bytes.</summary>
internal sealed class PartsOfFile : Stream
{
    private readonly List<byte[]> parts = [];

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => true;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => parts.Sum(p => (long)p.Length);

    /// <inheritdoc/>
    public override long Position { get; set; }

    /// <summary>Adds the next part.</summary>
    public void Add(byte[] part) => parts.Add(part);

    /// <summary>The hash of the whole.</summary>
    public byte[] Sha256()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts) hash.AppendData(part);
        return hash.GetHashAndReset();
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var (part, from) = ((int)(Position / StagedFile.PartLength), (int)(Position % StagedFile.PartLength));
        if (part >= parts.Count || from >= parts[part].Length) return 0;
        var length = Math.Min(buffer.Length, parts[part].Length - from);
        parts[part].AsSpan(from, length).CopyTo(buffer);
        Position += length;
        return length;
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch
    {
        SeekOrigin.Begin => 0,
        SeekOrigin.Current => Position,
        _ => Length,
    };

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        parts.Clear();
        base.Dispose(disposing);
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
