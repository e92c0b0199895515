using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PartyOrg.Domain.Accounts;

/// <summary>A random text that is handed out once and kept as its hash: a refresh token, an invitation.</summary>
public sealed class OneTimeSecret
{
    /// <summary>The length of a hash, in bytes.</summary>
    public const int HashLength = 32;

    private const int RandomBytes = 32;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private static readonly byte[] SealingLabel = "partyorg/refresh-token-child"u8.ToArray();

    private OneTimeSecret(string text) => Text = text;

    /// <summary>What is handed out.</summary>
    public string Text { get; }

    /// <summary>What is kept. A plain hash suffices: 256 random bits cannot be guessed.</summary>
    public byte[] Hash => SHA256.HashData(Encoding.UTF8.GetBytes(Text));

    /// <summary>A new one.</summary>
    public static OneTimeSecret New() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes)));

    /// <summary>The one that somebody brings back.</summary>
    public static OneTimeSecret Given(string text) => new(text);

    /// <summary>Another secret, readable only by who has this one.</summary>
    public byte[] Seal(OneTimeSecret other)
    {
        var plain = Encoding.UTF8.GetBytes(other.Text);
        var sealedText = new byte[NonceLength + TagLength + plain.Length];
        RandomNumberGenerator.Fill(sealedText.AsSpan(0, NonceLength));
        using var aes = new AesGcm(SealingKey, TagLength);
        aes.Encrypt(sealedText.AsSpan(0, NonceLength), plain, sealedText.AsSpan(NonceLength + TagLength), sealedText.AsSpan(NonceLength, TagLength));
        return sealedText;
    }

    /// <summary>What was sealed under this one.</summary>
    public OneTimeSecret Open(byte[] sealedText)
    {
        var plain = new byte[sealedText.Length - NonceLength - TagLength];
        using var aes = new AesGcm(SealingKey, TagLength);
        aes.Decrypt(sealedText.AsSpan(0, NonceLength), sealedText.AsSpan(NonceLength + TagLength), sealedText.AsSpan(NonceLength, TagLength), plain);
        return new(Encoding.UTF8.GetString(plain));
    }

    /// <inheritdoc/>
    public override string ToString() => "***";

    private byte[] SealingKey => HMACSHA256.HashData(Encoding.UTF8.GetBytes(Text), SealingLabel);
}
