using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using PartyOrg.Domain.Results;

namespace PartyOrg.Infrastructure.Security;

/// <summary>
/// The keys of personal data. They come from the configuration: <c>PersonalData:CurrentKeyId</c>, <c>PersonalData:Keys:&lt;id&gt;</c> and
/// <c>PersonalData:BlindIndexKey</c>, each key 32 bytes in base64. In Development, and nowhere else, they are made once and kept in
/// <c>keys.json</c> in the data directory. Rotation: add a key, make it the current one, encrypt anew what is under the old one, remove the old one.
/// </summary>
public sealed class PersonalDataKeys
{
    /// <summary>The length of every key in bytes (AES-256, HMAC-SHA256).</summary>
    public const int KeyLength = 32;

    /// <summary>The longest name of a key; the name is part of every encrypted value.</summary>
    public const int MaxKeyIdLength = 16;

    /// <summary>The file of a development machine's keys.</summary>
    public const string FileName = "keys.json";

    private const string Section = "PersonalData";
    private const string DevelopmentKeyId = "development";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private PersonalDataKeys(string currentKeyId, IReadOnlyDictionary<string, byte[]> keys, byte[] blindIndexKey) =>
        (CurrentKeyId, Keys, BlindIndexKey) = (currentKeyId, keys, blindIndexKey);

    /// <summary>The key under which new values are encrypted.</summary>
    public string CurrentKeyId { get; }

    /// <summary>Every key under which stored values may be encrypted, by its name.</summary>
    internal IReadOnlyDictionary<string, byte[]> Keys { get; }

    /// <summary>The key of the blind indexes.</summary>
    internal byte[] BlindIndexKey { get; }

    /// <summary>The keys, or why the program must not start.</summary>
    /// <param name="configuration">The program's whole configuration.</param>
    /// <param name="isDevelopment">Only then keys are made when none are configured, and those of a development machine accepted.</param>
    /// <param name="dataDirectory">Where a development machine's keys are kept.</param>
    public static Result<PersonalDataKeys> Load(IConfiguration configuration, bool isDevelopment, string dataDirectory)
    {
        var section = configuration.GetSection(Section);
        if (section.GetChildren().Any()) return Checked(section.Get<KeyFile>()!, isDevelopment);
        return isDevelopment ? OfDevelopment(Path.Combine(dataDirectory, FileName)) : Missing;
    }

    /// <summary>No personal data keys are configured outside Development.</summary>
    public static Error Missing { get; } = Unusable("personal-data-keys-missing",
        $"No keys for personal data are configured. Set {Section}:CurrentKeyId (for example 2026a), {Section}:Keys:2026a and {Section}:BlindIndexKey; make each key with \u201Copenssl rand -base64 {KeyLength}\u201D, keep copies apart from the database's backups, and never lose them: without them no identity number can be read again.",
        $"未配置个人信息密钥。请设置 {Section}:CurrentKeyId（例如 2026a）、{Section}:Keys:2026a 和 {Section}:BlindIndexKey；每个密钥可用“openssl rand -base64 {KeyLength}”生成，须与数据库备份分开保管，切勿丢失：丢失后公民身份号码将无法读取。");

    private static Result<PersonalDataKeys> Checked(KeyFile file, bool isDevelopment)
    {
        if (file.CurrentKeyId is not { Length: > 0 } current || !file.Keys.ContainsKey(current)) return CurrentMissing(file.CurrentKeyId ?? "");
        var keys = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (id, text) in file.Keys)
        {
            if (id.Length is 0 or > MaxKeyIdLength || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')) return IdMalformed(id);
            if (id == DevelopmentKeyId && !isDevelopment) return OfADevelopmentMachine;
            if (KeyIn(text) is not { } key) return KeyMalformed($"{Section}:Keys:{id}");
            keys.Add(id, key);
        }

        if (KeyIn(file.BlindIndexKey) is not { } blindIndexKey) return KeyMalformed($"{Section}:BlindIndexKey");
        var all = keys.Values.Append(blindIndexKey).ToList();
        if (all.Select(Convert.ToHexString).Distinct().Count() < all.Count) return KeyUsedTwice;
        return new PersonalDataKeys(current, keys, blindIndexKey);
    }

    // A key of few different bytes is a placeholder or somebody's password, not 32 random bytes (of which fewer than 16 differ practically never).
    private static byte[]? KeyIn(string? text)
    {
        var key = new byte[KeyLength];
        return text is not null && Convert.TryFromBase64String(text.Trim(), key, out var length) && length == KeyLength && key.Distinct().Count() >= 16 && key.Any(b => b is < 0x20 or > 0x7E) ? key : null;
    }

    private static Result<PersonalDataKeys> OfDevelopment(string path)
    {
        if (!File.Exists(path)) Make(path);
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnerOnly) != 0) File.SetUnixFileMode(path, OwnerOnly);
        try
        {
            using var stream = File.OpenRead(path);
            return JsonSerializer.Deserialize<KeyFile>(stream, JsonSerializerOptions.Web) is { } file ? Checked(file, isDevelopment: true) : FileUnreadable(path);
        }
        catch (JsonException)
        {
            return FileUnreadable(path);
        }
    }

    // Two programs may start at once: the file appears whole under its name, and whoever comes second reads the first one's.
    private static void Make(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var file = new KeyFile { CurrentKeyId = DevelopmentKeyId, Keys = { [DevelopmentKeyId] = RandomKey() }, BlindIndexKey = RandomKey() };
        var draft = string.Create(CultureInfo.InvariantCulture, $"{path}.{Convert.ToHexString(RandomNumberGenerator.GetBytes(8))}");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        using (var stream = new FileStream(draft, options))
        {
            JsonSerializer.Serialize(stream, file, JsonSerializerOptions.Web);
            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }

    private static string RandomKey()
    {
        while (true)
        {
            var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyLength));
            if (KeyIn(key) is not null) return key;
        }
    }

    private static Error CurrentMissing(string id) => Unusable("personal-data-current-key-missing",
        $"{Section}:CurrentKeyId is \u201C{id}\u201D, and {Section}:Keys has no such key. Name one of the configured keys.",
        $"{Section}:CurrentKeyId 为“{id}”，而 {Section}:Keys 中没有该密钥。请填写已配置的密钥名称。");

    private static Error IdMalformed(string id) => Unusable("personal-data-key-id-malformed",
        $"The key name \u201C{id}\u201D in {Section}:Keys is not 1 to {MaxKeyIdLength} letters, digits, hyphens, underscores or full stops.",
        $"{Section}:Keys 中的密钥名称“{id}”不符合要求：应为1至{MaxKeyIdLength}位字母、数字、连字符、下划线或点。");

    private static Error KeyMalformed(string name) => Unusable("personal-data-key-malformed",
        $"{name} is not a random key of {KeyLength} bytes in base64. Make one with \u201Copenssl rand -base64 {KeyLength}\u201D.",
        $"{name} 不是{KeyLength}字节随机密钥的 base64 编码。请用“openssl rand -base64 {KeyLength}”生成。");

    private static Error KeyUsedTwice { get; } = Unusable("personal-data-key-used-twice",
        $"Two of the keys in {Section} are equal. Each key must be made for itself with \u201Copenssl rand -base64 {KeyLength}\u201D; the blind index must not share one with the encryption.",
        $"{Section} 中有两个密钥相同。每个密钥须用“openssl rand -base64 {KeyLength}”单独生成，盲索引密钥不得与加密密钥相同。");

    private static Error OfADevelopmentMachine { get; } = Unusable("personal-data-key-of-development",
        $"{Section}:Keys holds the key \u201C{DevelopmentKeyId}\u201D, which a development machine made for itself. Make new keys for this system.",
        $"{Section}:Keys 中含有开发环境自动生成的密钥“{DevelopmentKeyId}”。请为本系统生成新的密钥。");

    private static Error FileUnreadable(string path) => Unusable("personal-data-key-file-unreadable",
        $"The key file {path} is damaged. Restore it from a backup; to begin anew on a development machine, delete it together with the database.",
        $"密钥文件 {path} 已损坏。请从备份恢复；开发环境如需重新开始，请连同数据库一并删除。");

    private static Error Unusable(string code, string en, string zh) => Error.Conflict(code, en, zh);

    private sealed class KeyFile
    {
        public string? CurrentKeyId { get; set; }

        public Dictionary<string, string> Keys { get; set; } = new(StringComparer.Ordinal);

        public string? BlindIndexKey { get; set; }
    }
}
