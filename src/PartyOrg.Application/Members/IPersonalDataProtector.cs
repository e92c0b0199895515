using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Members;

/// <summary>
/// Keeps identity numbers and phone numbers unreadable in the database, its backups and its logs: encrypted under a key that can be changed,
/// and found again by a blind index. Callers pass values in their one normalised form (<c>Reveal()</c> of the value object).
/// </summary>
public interface IPersonalDataProtector
{
    /// <summary>Encrypts under the current key. The same text gives other bytes every time.</summary>
    byte[] Protect(PersonalDataPurpose purpose, string text);

    /// <summary>
    /// What was encrypted for this purpose, under whichever known key. Fails when the bytes were changed, were encrypted for another purpose,
    /// or need a key that the configuration does not hold any more.
    /// </summary>
    Result<string> Unprotect(PersonalDataPurpose purpose, byte[] protectedText);

    /// <summary>Encrypts bytes under the current key.</summary>
    byte[] ProtectBytes(PersonalDataPurpose purpose, ReadOnlySpan<byte> plain);

    /// <summary>The bytes that were encrypted for this purpose; fails as <see cref="Unprotect"/> does.</summary>
    Result<byte[]> UnprotectBytes(PersonalDataPurpose purpose, byte[] protectedBytes);

    /// <summary>Whether the bytes need no new encryption; those under an older key are read still, until a rotation has replaced them.</summary>
    bool IsUnderCurrentKey(byte[] protectedText);

    /// <summary>
    /// Equal for equal text of the same purpose, and of no use without its key (HMAC-SHA256, <see cref="PersonalDataPurpose.BlindIndexLength"/> bytes).
    /// Its key never rotates by itself: a new one means computing every index anew.
    /// </summary>
    byte[] BlindIndex(PersonalDataPurpose purpose, string text);
}

/// <summary>What encrypted bytes are for; bytes made for one purpose cannot be passed off as another's.</summary>
public sealed record PersonalDataPurpose
{
    /// <summary>The length of every blind index, in bytes.</summary>
    public const int BlindIndexLength = 32;

    private PersonalDataPurpose(string name) => Name = name;

    /// <summary>A person's identity number.</summary>
    public static PersonalDataPurpose IdentityNumber { get; } = new("person/identity-number");

    /// <summary>A person's phone number.</summary>
    public static PersonalDataPurpose PhoneNumber { get; } = new("person/phone-number");

    /// <summary>The secret of an account's second factor.</summary>
    public static PersonalDataPurpose SecondFactor { get; } = new("account/second-factor");

    /// <summary>An uploaded register that waits for its confirmation.</summary>
    public static PersonalDataPurpose StagedFile { get; } = new("import/file");

    /// <summary>A file attached to a meeting.</summary>
    public static PersonalDataPurpose Attachment { get; } = new("meeting/attachment");

    /// <summary>The content of a ballot box that is open.</summary>
    public static PersonalDataPurpose BallotBox { get; } = new("appraisal/ballot-box");

    /// <summary>Stands in the associated data of the encryption, so it never changes.</summary>
    public string Name { get; }
}

/// <summary>Why protected data cannot be read. Neither is the caller's doing; both name what an administrator has to do.</summary>
public static class PersonalDataErrors
{
    /// <summary>The bytes were changed, cut, or made for another purpose.</summary>
    public static Error Damaged { get; } = Error.Conflict("personal-data-damaged",
        "The protected value cannot be read: it was changed outside the program. Ask the administrator to restore it from a backup, or enter it again.",
        "受保护的数据无法读取：数据在程序之外被改动。请联系管理员从备份恢复，或重新填写。");

    /// <summary>The key under which it was encrypted is not configured.</summary>
    public static Error KeyUnknown(string keyId) => Error.Conflict("personal-data-key-unknown",
        $"The protected value needs the key \u201C{keyId}\u201D, which is not configured. Ask the administrator to add it to PersonalData:Keys again; remove a key only after the rotation has ended.",
        $"受保护的数据需要密钥“{keyId}”，而配置中没有该密钥。请联系管理员将其重新加入 PersonalData:Keys；密钥轮换完成之后才能移除旧密钥。");
}
