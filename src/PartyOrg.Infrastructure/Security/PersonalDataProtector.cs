using System.Security.Cryptography;
using System.Text;
using PartyOrg.Application.Members;
using PartyOrg.Domain.Results;

namespace PartyOrg.Infrastructure.Security;

/// <summary>
/// AES-256-GCM. A protected value is: version 1 · length of the key's name · the key's name · nonce (12) · tag (16) · ciphertext. Everything before
/// the nonce and the purpose are associated data, so that none of it can be exchanged.
/// </summary>
public sealed class PersonalDataProtector(PersonalDataKeys keys) : IPersonalDataProtector
{
    private const byte Version = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <inheritdoc/>
    public byte[] Protect(PersonalDataPurpose purpose, string text) => ProtectBytes(purpose, Encoding.UTF8.GetBytes(text));

    /// <inheritdoc/>
    public byte[] ProtectBytes(PersonalDataPurpose purpose, ReadOnlySpan<byte> plain)
    {
        var name = Encoding.ASCII.GetBytes(keys.CurrentKeyId);
        byte[] head = [Version, (byte)name.Length, .. name];
        var sealedText = new byte[head.Length + NonceLength + TagLength + plain.Length];
        head.CopyTo(sealedText, 0);
        var nonce = sealedText.AsSpan(head.Length, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(keys.Keys[keys.CurrentKeyId], TagLength);
        aes.Encrypt(nonce, plain, sealedText.AsSpan(head.Length + NonceLength + TagLength), sealedText.AsSpan(head.Length + NonceLength, TagLength), AssociatedData(head, purpose));
        return sealedText;
    }

    /// <inheritdoc/>
    public Result<string> Unprotect(PersonalDataPurpose purpose, byte[] protectedText) => UnprotectBytes(purpose, protectedText).Map(Encoding.UTF8.GetString);

    /// <inheritdoc/>
    public Result<byte[]> UnprotectBytes(PersonalDataPurpose purpose, byte[] protectedBytes)
    {
        if (HeadOf(protectedBytes) is not { } head) return PersonalDataErrors.Damaged;
        var keyId = Encoding.ASCII.GetString(head.AsSpan(2));
        if (!keys.Keys.TryGetValue(keyId, out var key)) return PersonalDataErrors.KeyUnknown(keyId);
        var body = protectedBytes.AsSpan(head.Length);
        var plain = new byte[body.Length - NonceLength - TagLength];
        using var aes = new AesGcm(key, TagLength);
        try
        {
            aes.Decrypt(body[..NonceLength], body[(NonceLength + TagLength)..], body.Slice(NonceLength, TagLength), plain, AssociatedData(head, purpose));
        }
        catch (AuthenticationTagMismatchException)
        {
            return PersonalDataErrors.Damaged;
        }

        return plain;
    }

    /// <inheritdoc/>
    public bool IsUnderCurrentKey(byte[] protectedText) => HeadOf(protectedText) is { } head && Encoding.ASCII.GetString(head.AsSpan(2)) == keys.CurrentKeyId;

    /// <inheritdoc/>
    public byte[] BlindIndex(PersonalDataPurpose purpose, string text) => HMACSHA256.HashData(keys.BlindIndexKey, Encoding.UTF8.GetBytes($"{purpose.Name}\0{text}"));

    private static byte[]? HeadOf(byte[] protectedText) =>
        protectedText is [Version, > 0 and <= PersonalDataKeys.MaxKeyIdLength, ..] && protectedText.Length >= 2 + protectedText[1] + NonceLength + TagLength
            ? protectedText[..(2 + protectedText[1])]
            : null;

    private static byte[] AssociatedData(byte[] head, PersonalDataPurpose purpose) => [.. head, .. Encoding.UTF8.GetBytes(purpose.Name)];
}
