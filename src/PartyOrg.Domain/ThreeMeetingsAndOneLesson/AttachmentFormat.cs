using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.ThreeMeetingsAndOneLesson;

/// <summary>What a file attached to a meeting can be. Formats that carry programs are not among them.</summary>
public enum AttachmentType
{
    /// <summary>A photo or scan.</summary>
    Jpeg,

    /// <summary>A picture or scan.</summary>
    Png,

    /// <summary>A photo as many telephones take it.</summary>
    Heic,

    /// <summary>A document or scan.</summary>
    Pdf,

    /// <summary>A document of fixed layout as offices exchange it (GB/T 33190).</summary>
    Ofd,

    /// <summary>A text document without macros.</summary>
    Docx,

    /// <summary>A workbook without macros.</summary>
    Xlsx,

    /// <summary>Slides without macros.</summary>
    Pptx,
}

/// <summary>A file as it was uploaded.</summary>
/// <param name="Name">Its name, made harmless.</param>
/// <param name="MediaType">What whoever sent it says that it is; none where he does not say.</param>
/// <param name="Sha256">SHA-256 of its content, by which the same upload is known again.</param>
public sealed record AttachedFile(string Name, string? MediaType, string Sha256)
{
    /// <summary>The longest name, in characters, its extension included.</summary>
    public const int NameLength = 120;

    private const string Unsafe = "<>:\"|?*%";

    /// <summary>Its bytes; in no audit and no record.</summary>
    [JsonIgnore]
    public byte[] Content { get; init; } = [];

    /// <summary>A file of this content. Of its name stays what no file system and no reader takes for anything else.</summary>
    public static AttachedFile Of(string name, string? mediaType, byte[] content) =>
        new(Harmless(name), mediaType?.Split(';')[0].Trim().ToLowerInvariant() is { Length: > 0 } given ? given : null, Convert.ToHexStringLower(SHA256.HashData(content))) { Content = content };

    // No directories, no control characters, nothing that turns the direction of text (a name that ends in gnp.exe and shows as exe.png).
    private static string Harmless(string name)
    {
        var kept = new StringBuilder();
        foreach (var rune in name[(name.LastIndexOfAny(['/', '\\']) + 1)..].EnumerateRunes().Where(r => r.Value != 0xFFFD))
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse) continue;
            kept.Append(rune.IsAscii && Unsafe.Contains((char)rune.Value, StringComparison.Ordinal) ? new Rune('_') : rune);
        }

        var clean = kept.ToString().TrimEnd(' ', '.');
        var extension = clean.LastIndexOf('.') is >= 0 and var dot && clean.Length - dot <= 6 ? clean[dot..] : "";
        var stem = clean[..^extension.Length].Trim(' ', '.');
        if (stem.Length > NameLength - extension.Length)
        {
            stem = stem[..(NameLength - extension.Length)];
            if (char.IsHighSurrogate(stem[^1])) stem = stem[..^1];
        }

        return (stem.Length > 0 ? stem : "attachment") + extension;
    }
}

/// <summary>How a type of file is named, and how it is known by its content.</summary>
/// <param name="MediaType">The media type.</param>
/// <param name="Extensions">The extensions of its names, lower case.</param>
public sealed record AttachmentFormat(string MediaType, params string[] Extensions)
{
    private const string OfficeDocument = "application/vnd.openxmlformats-officedocument";
    private const uint EndOfDirectory = 0x06054b50;
    private const uint DirectoryEntry = 0x02014b50;
    private const int EndOfDirectoryLength = 22;
    private const int DirectoryEntryLength = 46;
    private const int LongestComment = 65535;
    private const int MostParts = 10_000;

    private static readonly Dictionary<AttachmentType, AttachmentFormat> All = new()
    {
        [AttachmentType.Jpeg] = new("image/jpeg", ".jpg", ".jpeg"),
        [AttachmentType.Png] = new("image/png", ".png"),
        [AttachmentType.Heic] = new("image/heic", ".heic", ".heif"),
        [AttachmentType.Pdf] = new("application/pdf", ".pdf"),
        [AttachmentType.Ofd] = new("application/ofd", ".ofd"),
        [AttachmentType.Docx] = new($"{OfficeDocument}.wordprocessingml.document", ".docx"),
        [AttachmentType.Xlsx] = new($"{OfficeDocument}.spreadsheetml.sheet", ".xlsx"),
        [AttachmentType.Pptx] = new($"{OfficeDocument}.presentationml.presentation", ".pptx"),
    };

    // What programs send that do not know the type.
    private static readonly string[] SaysNothing = ["application/octet-stream", "application/zip", "application/x-zip-compressed", "image/heif"];

    /// <summary>The format of a type.</summary>
    public static AttachmentFormat Of(AttachmentType type) => All[type];

    /// <summary>What the file is by its content, where its name and media type say the same.</summary>
    public static Result<AttachmentType> Check(AttachedFile file)
    {
        if (file.Content.Length == 0) return AttachmentErrors.Missing;
        if (Find(file.Content) is not { } type) return AttachmentErrors.TypeUnknown;
        var format = All[type];
        if (!format.Extensions.Any(e => file.Name.EndsWith(e, StringComparison.OrdinalIgnoreCase))) return AttachmentErrors.TypeDiffers(type, file.Name);
        return file.MediaType is null || file.MediaType == format.MediaType || SaysNothing.Contains(file.MediaType) ? type : AttachmentErrors.TypeDiffers(type, file.MediaType);
    }

    private static AttachmentType? Find(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith<byte>([0xFF, 0xD8, 0xFF])) return AttachmentType.Jpeg;
        if (content.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])) return AttachmentType.Png;
        if (content.StartsWith("%PDF-"u8)) return AttachmentType.Pdf;
        if (content.Length > 12 && content[4..].StartsWith("ftyp"u8)) return Encoding.Latin1.GetString(content[8..12]) is "heic" or "heix" or "heim" or "heis" or "mif1" ? AttachmentType.Heic : null;
        if (!content.StartsWith("PK\u0003\u0004"u8) || PartsOf(content) is not { } parts) return null;
        if (parts.Any(p => p.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))) return null;
        if (parts.Contains("OFD.xml")) return AttachmentType.Ofd;
        if (!parts.Contains("[Content_Types].xml")) return null;
        return parts.Contains("word/document.xml") ? AttachmentType.Docx : parts.Contains("xl/workbook.xml") ? AttachmentType.Xlsx : parts.Contains("ppt/presentation.xml") ? AttachmentType.Pptx : null;
    }

    // The names in a ZIP file's directory. Nothing is unpacked, so nothing can swell; none where the directory is not whole.
    private static HashSet<string>? PartsOf(ReadOnlySpan<byte> content)
    {
        var end = content.Length - EndOfDirectoryLength;
        var first = Math.Max(0, end - LongestComment);
        while (end >= first && !(Word(content, end) == EndOfDirectory && end + EndOfDirectoryLength + Half(content, end + 20) == content.Length)) end--;
        if (end < first || Half(content, end + 10) is 0 or > MostParts) return null;

        var parts = new HashSet<string>(StringComparer.Ordinal);
        long at = Word(content, end + 16);
        for (var i = 0; i < Half(content, end + 10); i++)
        {
            if (at + DirectoryEntryLength > end || Word(content, (int)at) != DirectoryEntry) return null;
            var (length, extra, comment) = (Half(content, (int)at + 28), Half(content, (int)at + 30), Half(content, (int)at + 32));
            if (at + DirectoryEntryLength + length > end) return null;
            parts.Add(Encoding.UTF8.GetString(content.Slice((int)at + DirectoryEntryLength, length)));
            at += DirectoryEntryLength + length + extra + comment;
        }

        return parts;
    }

    private static uint Word(ReadOnlySpan<byte> content, int at) => BinaryPrimitives.ReadUInt32LittleEndian(content[at..]);

    private static ushort Half(ReadOnlySpan<byte> content, int at) => BinaryPrimitives.ReadUInt16LittleEndian(content[at..]);
}
