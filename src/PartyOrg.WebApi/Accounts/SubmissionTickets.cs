using System.Buffers.Binary;
using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.IdentityModel.Tokens;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Time;

namespace PartyOrg.WebApi.Accounts;

/// <summary>
/// Tickets that prove themselves: 16 random bytes, the second in which they end, and a code over both that only this installation can make. Nothing is kept before one is spent. How many an address gets
/// in a minute is counted in memory; no address is written anywhere.
/// </summary>
internal sealed class SubmissionTickets(SymmetricSecurityKey key, Clock clock) : ISubmissionTickets
{
    /// <summary>The rate limit of what anybody may send.</summary>
    public const string Limited = "submissions";

    private const int RandomBytes = 16;
    private const int TimeBytes = sizeof(long);
    private const int AllBytes = RandomBytes + TimeBytes + HMACSHA256.HashSizeInBytes;
    private static readonly byte[] Label = "partyorg/submission-ticket"u8.ToArray();
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly byte[] secret = HMACSHA256.HashData(key.Key, Label);

    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ISubmissionTickets, SubmissionTickets>();
        var perMinute = configuration.GetValue("Submissions:PerMinute", 30);
        services.Configure<RateLimiterOptions>(limiter => limiter.AddPolicy(Limited, http => RateLimitPartition.GetFixedWindowLimiter(
            http.Connection.RemoteIpAddress ?? IPAddress.None, _ => new() { PermitLimit = perMinute, Window = Window })));
    }

    public string Issue()
    {
        Span<byte> ticket = stackalloc byte[AllBytes];
        RandomNumberGenerator.Fill(ticket[..RandomBytes]);
        BinaryPrimitives.WriteInt64BigEndian(ticket[RandomBytes..], (clock.Now + ISubmissionTickets.Lifetime).ToUnixTimeSeconds());
        HMACSHA256.HashData(secret, ticket[..(RandomBytes + TimeBytes)], ticket[(RandomBytes + TimeBytes)..]);
        return Base64Url.EncodeToString(ticket);
    }

    // The hash is over what was signed and not over the text, so that another way to write the same ticket spends it too.
    public byte[]? HashOf(string ticket)
    {
        if (Decoded(ticket) is not { } bytes) return null;
        var signed = bytes.AsSpan(0, RandomBytes + TimeBytes);
        if (!CryptographicOperations.FixedTimeEquals(bytes.AsSpan(RandomBytes + TimeBytes), HMACSHA256.HashData(secret, signed))) return null;
        return clock.Now < Instant.FromUnixTimeSeconds(BinaryPrimitives.ReadInt64BigEndian(signed[RandomBytes..])) ? SHA256.HashData(bytes) : null;
    }

    private static byte[]? Decoded(string ticket)
    {
        try
        {
            return ticket.Length == Base64Url.GetEncodedLength(AllBytes) && Base64Url.DecodeFromChars(ticket) is { Length: AllBytes } bytes ? bytes : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
