using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Configuration;
using PartyOrg.Application.Members;
using PartyOrg.Domain.Members;
using PartyOrg.Infrastructure.Security;

namespace PartyOrg.Infrastructure.Tests.Security;

public class ProtectedPersonalData
{
    private static readonly string First = Key(1);
    private static readonly string Second = Key(2);
    private static readonly string Index = Key(3);
    private static readonly PersonalDataProtector Old = Protector("2025", ("2025", First));

    [Fact]
    public void What_was_protected_is_read_again() => Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
    {
        var wellFormed = System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text.Get));
        Old.Unprotect(PersonalDataPurpose.PhoneNumber, Old.Protect(PersonalDataPurpose.PhoneNumber, wellFormed)).Value.Should().Be(wellFormed);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_same_text_is_never_the_same_bytes_twice_and_never_shows()
    {
        var one = Old.Protect(PersonalDataPurpose.IdentityNumber, "11010519491231002X");
        one.Should().NotEqual(Old.Protect(PersonalDataPurpose.IdentityNumber, "11010519491231002X"));
        System.Text.Encoding.Latin1.GetString(one).Should().NotContain("1949");
    }

    [Fact]
    public void A_change_of_any_bit_is_noticed()
    {
        var bytes = Old.Protect(PersonalDataPurpose.IdentityNumber, "11010519491231002X");
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var changed = bytes.ToArray();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Old.Unprotect(PersonalDataPurpose.IdentityNumber, changed).Succeeded.Should().BeFalse($"bit {bit} was changed");
        }
    }

    [Fact]
    public void A_cut_of_any_length_is_noticed()
    {
        var bytes = Old.Protect(PersonalDataPurpose.IdentityNumber, "11010519491231002X");
        for (var length = 0; length < bytes.Length; length++)
            Old.Unprotect(PersonalDataPurpose.IdentityNumber, bytes[..length]).Errors.Should().Equal([PersonalDataErrors.Damaged], $"{length} bytes are left");
    }

    [Fact]
    public void Bytes_for_one_purpose_are_not_accepted_for_another() =>
        Old.Unprotect(PersonalDataPurpose.PhoneNumber, Old.Protect(PersonalDataPurpose.IdentityNumber, "13800138000")).Errors.Should().Equal(PersonalDataErrors.Damaged);

    [Fact]
    public void A_key_that_is_not_configured_is_named()
    {
        var error = Protector("2026", ("2026", Second)).Unprotect(PersonalDataPurpose.PhoneNumber, Old.Protect(PersonalDataPurpose.PhoneNumber, "13800138000")).Errors.Should().ContainSingle().Subject;
        error.Code.Should().Be("personal-data-key-unknown");
        error.Message.En.Should().Contain("“2025”");
    }

    [Fact]
    public void Another_key_under_the_same_name_reads_nothing() =>
        Protector("2025", ("2025", Second)).Unprotect(PersonalDataPurpose.PhoneNumber, Old.Protect(PersonalDataPurpose.PhoneNumber, "13800138000")).Errors.Should().Equal(PersonalDataErrors.Damaged);

    [Fact]
    public void Rotation_reads_with_the_old_key_writes_with_the_current_one_and_then_needs_the_old_one_no_more()
    {
        var stored = Old.Protect(PersonalDataPurpose.PhoneNumber, "13800138000");
        var rotating = Protector("2026", ("2025", First), ("2026", Second));
        rotating.IsUnderCurrentKey(stored).Should().BeFalse();

        var renewed = rotating.Protect(PersonalDataPurpose.PhoneNumber, rotating.Unprotect(PersonalDataPurpose.PhoneNumber, stored).Value);

        rotating.IsUnderCurrentKey(renewed).Should().BeTrue();
        Protector("2026", ("2026", Second)).Unprotect(PersonalDataPurpose.PhoneNumber, renewed).Value.Should().Be("13800138000");
        Old.Unprotect(PersonalDataPurpose.PhoneNumber, renewed).Succeeded.Should().BeFalse();
    }

    [Fact]
    public void The_blind_index_is_equal_for_equal_numbers_however_they_were_typed_and_whatever_key_encrypts()
    {
        static byte[] IndexOf(PersonalDataProtector protector, string typed) => protector.BlindIndex(PersonalDataPurpose.IdentityNumber, IdentityNumber.Of(typed).Value.Reveal());

        var index = IndexOf(Old, "11010519491231002X");
        index.Should().HaveCount(PersonalDataPurpose.BlindIndexLength);
        IndexOf(Protector("2026", ("2026", Second)), " １１０１０５１９４９１２３１００２ｘ").Should().Equal(index);
        IndexOf(Old, "110105194912310046").Should().NotEqual(index);
    }

    [Fact]
    public void The_blind_index_depends_on_its_key_and_on_the_purpose()
    {
        var index = Old.BlindIndex(PersonalDataPurpose.PhoneNumber, "13800138000");
        Old.BlindIndex(PersonalDataPurpose.IdentityNumber, "13800138000").Should().NotEqual(index);
        new PersonalDataProtector(Load(Settings("2025", Key(4), ("2025", First))).Value).BlindIndex(PersonalDataPurpose.PhoneNumber, "13800138000").Should().NotEqual(index);
    }

    [Fact]
    public void Production_does_not_start_without_keys_and_says_how_to_make_them()
    {
        using var directory = new TemporaryDirectory();
        var error = PersonalDataKeys.Load(Configuration([]), isDevelopment: false, directory.Path).Errors.Should().ContainSingle().Subject;
        error.Should().Be(PersonalDataKeys.Missing);
        error.Message.En.Should().Contain("openssl rand -base64 32");
        Directory.EnumerateFileSystemEntries(directory.Path).Should().BeEmpty();
    }

    [Fact]
    public void Production_does_not_read_the_key_file_of_a_development_machine()
    {
        using var directory = new TemporaryDirectory();
        PersonalDataKeys.Load(Configuration([]), isDevelopment: true, directory.Path).Succeeded.Should().BeTrue();
        PersonalDataKeys.Load(Configuration([]), isDevelopment: false, directory.Path).Errors.Should().Equal(PersonalDataKeys.Missing);
    }

    [Theory]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "zeros")]
    [InlineData("Y2hhbmdlLW1lLWNoYW5nZS1tZS1jaGFuZ2UtbWUtMTI=", "change-me, again and again")]
    [InlineData("YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXowMTIzNDU=", "the alphabet")]
    [InlineData("AAECAwQFBgcICQoLDA0ODw==", "16 bytes")]
    [InlineData("secret", "no base64")]
    [InlineData("", "nothing")]
    public void A_default_or_short_key_is_refused(string key, string because)
    {
        Load(Settings("2025", Index, ("2025", key))).Errors.Should().ContainSingle(e => e.Code == "personal-data-key-malformed", because).Which.Message.En.Should().Contain("PersonalData:Keys:2025");
        Load(Settings("2025", key, ("2025", First))).Errors.Should().ContainSingle(e => e.Code == "personal-data-key-malformed", because).Which.Message.En.Should().Contain("PersonalData:BlindIndexKey");
    }

    [Fact]
    public void One_key_for_two_things_is_refused()
    {
        Load(Settings("2025", First, ("2025", First))).Errors.Should().ContainSingle(e => e.Code == "personal-data-key-used-twice");
        Load(Settings("2025", Index, ("2025", First), ("2026", First))).Errors.Should().ContainSingle(e => e.Code == "personal-data-key-used-twice");
    }

    [Fact]
    public void The_current_key_must_be_one_of_the_keys() => Load(Settings("2026", Index, ("2025", First))).Errors.Should().ContainSingle(e => e.Code == "personal-data-current-key-missing");

    [Fact]
    public void The_name_of_a_key_is_short_and_plain() =>
        Load(Settings("a-name-of-17-char", Index, ("a-name-of-17-char", First))).Errors.Should().ContainSingle(e => e.Code == "personal-data-key-id-malformed");

    [Fact]
    public void A_development_machines_key_is_refused_elsewhere()
    {
        Load(Settings("development", Index, ("development", First))).Errors.Should().ContainSingle(e => e.Code == "personal-data-key-of-development");
        PersonalDataKeys.Load(Configuration(Settings("development", Index, ("development", First))), isDevelopment: true, "unused").Succeeded.Should().BeTrue();
    }

    [Fact]
    public void A_development_machine_makes_its_keys_once_and_for_its_owner_alone()
    {
        using var directory = new TemporaryDirectory();
        var data = Path.Combine(directory.Path, "data");
        var protectedText = Development(data).Protect(PersonalDataPurpose.PhoneNumber, "13800138000");

        Development(data).Unprotect(PersonalDataPurpose.PhoneNumber, protectedText).Value.Should().Be("13800138000");
        Directory.GetFiles(data).Should().Equal(Path.Combine(data, "keys.json"));
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(Path.Combine(data, "keys.json")).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void Programs_that_start_at_once_share_the_keys()
    {
        using var directory = new TemporaryDirectory();
        var indexes = new string[8];
        Parallel.For(0, indexes.Length, i => indexes[i] = Convert.ToHexString(Development(directory.Path).BlindIndex(PersonalDataPurpose.PhoneNumber, "13800138000")));
        indexes.Distinct().Should().ContainSingle();
        Directory.GetFiles(directory.Path).Should().ContainSingle();
    }

    [Fact]
    public void A_key_file_that_others_could_read_is_closed()
    {
        if (OperatingSystem.IsWindows()) return;
        using var directory = new TemporaryDirectory();
        _ = Development(directory.Path);
        var file = Path.Combine(directory.Path, "keys.json");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        _ = Development(directory.Path);
        File.GetUnixFileMode(file).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    public void A_damaged_key_file_is_never_replaced(string content)
    {
        using var directory = new TemporaryDirectory();
        var file = Path.Combine(directory.Path, "keys.json");
        File.WriteAllText(file, content);
        PersonalDataKeys.Load(Configuration([]), isDevelopment: true, directory.Path).Errors.Should().ContainSingle(e => e.Code == "personal-data-key-file-unreadable").Which.Message.En.Should().Contain(file);
        File.ReadAllText(file).Should().Be(content);
    }

    private static PersonalDataProtector Development(string directory) => new(PersonalDataKeys.Load(Configuration([]), isDevelopment: true, directory).Value);

    private static PersonalDataProtector Protector(string current, params (string Id, string Key)[] keys) => new(Load(Settings(current, Index, keys)).Value);

    private static Domain.Results.Result<PersonalDataKeys> Load(Dictionary<string, string?> settings) => PersonalDataKeys.Load(Configuration(settings), isDevelopment: false, "unused");

    private static Dictionary<string, string?> Settings(string current, string index, params (string Id, string Key)[] keys)
    {
        var settings = new Dictionary<string, string?> { ["PersonalData:CurrentKeyId"] = current, ["PersonalData:BlindIndexKey"] = index };
        foreach (var (id, key) in keys) settings.Add($"PersonalData:Keys:{id}", key);
        return settings;
    }

    private static IConfiguration Configuration(Dictionary<string, string?> settings) => new ConfigurationBuilder().AddInMemoryCollection(settings).Build();

    private static string Key(byte seed) => Convert.ToBase64String([.. Enumerable.Range(0, PersonalDataKeys.KeyLength).Select(i => (byte)(seed * 37 + i * 7))]);
}
