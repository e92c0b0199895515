using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Time;

namespace PartyOrg.Infrastructure.Accounts;

/// <summary>
/// One-time passwords by time (RFC 6238: SHA-1, 30 seconds, 6 digits), from the injected clock. One step before and after is taken, since clocks of
/// telephones differ, and none twice: the library's own provider takes a password again as long as it lasts.
/// </summary>
internal sealed class OneTimePasswords(Clock clock) : IUserTwoFactorTokenProvider<Account>
{
    public const string Name = "one-time-password";

    private const int StepSeconds = 30;
    private const int Digits = 6;

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<Account> manager, Account user)
    {
        if (token.Length != Digits || await manager.GetAuthenticatorKeyAsync(user) is not { } key) return false;
        var now = clock.Now.ToUnixTimeSeconds() / StepSeconds;
        foreach (var step in new[] { now - 1, now, now + 1 }.Where(s => s > user.LastOneTimeStep))
        {
            if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(At(step, key)), Encoding.UTF8.GetBytes(token))) continue;
            user.UseOneTimeStep(step);
            return true;
        }

        return false;
    }

    public Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<Account> manager, Account user) => Task.FromResult(false);

    public Task<string> GenerateAsync(string purpose, UserManager<Account> manager, Account user) => throw new NotSupportedException("The owner's device makes one-time passwords.");

    private static string At(long step, string base32)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(Bytes(base32), counter, hash);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xF)..]) & int.MaxValue;
        return (number % 1_000_000).ToString(CultureInfo.InvariantCulture).PadLeft(Digits, '0');
    }

    // RFC 4648, as the library writes its keys.
    private static byte[] Bytes(string base32)
    {
        var bytes = new List<byte>(base32.Length * 5 / 8);
        var (buffer, bits) = (0, 0);
        foreach (var c in base32)
        {
            buffer = (buffer << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal);
            if ((bits += 5) < 8) continue;
            bits -= 8;
            bytes.Add((byte)(buffer >> bits));
            buffer &= (1 << bits) - 1;
        }

        return [.. bytes];
    }
}
