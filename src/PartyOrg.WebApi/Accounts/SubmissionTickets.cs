using System.Buffers.Binary;
using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.IdentityModel.Tokens;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Time;

namespace PartyOrg.WebApi.Accounts;

/// <summary>
/// Tickets that prove themselves: 16 random bytes, the minute in which they end, and a code over both that only this installation can make. Nothing is kept before one is spent. How many an address gets
/// in a minute is counted in memory; no address is written anywhere.
/// </summary>
internal sealed class SubmissionTickets(SymmetricSecurityKey key, Clock clock) : ISubmissionTickets
{
    /// <summary>The rate limit of what anybody may send.</summary>
    public const string Limited = "submissions";

    private const int RandomBytes = 16;
    private const int TimeBytes = sizeof(long);
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
        Span<byte> ticket = stackalloc byte[RandomBytes + TimeBytes + HMACSHA256.HashSizeInBytes];
        RandomNumberGenerator.Fill(ticket[..RandomBytes]);
        BinaryPrimitives.WriteInt64BigEndian(ticket[RandomBytes..], (clock.Now + ISubmissionTickets.Lifetime).ToUnixTimeSeconds());
        HMACSHA256.HashData(secret, ticket[..(RandomBytes + TimeBytes)], ticket[(RandomBytes + TimeBytes)..]);
        return Base64Url.EncodeToString(ticket);
    }

    public byte[]? HashOf(string ticket)
    {
        Span<byte> bytes = stackalloc byte[RandomBytes + TimeBytes + HMACSHA256.HashSizeInBytes];
        if (ticket.Length != Base64Url.GetEncodedLength(bytes.Length) || !Base64Url.TryDecodeFromChars(ticket, bytes, out var length) || length != bytes.Length) return null;
        Span<byte> code = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret, bytes[..(RandomBytes + TimeBytes)], code);
        if (!CryptographicOperations.FixedTimeEquals(code, bytes[(RandomBytes + TimeBytes)..])) return null;
        var ends = Instant.FromUnixTimeSeconds(BinaryPrimitives.ReadInt64BigEndian(bytes[RandomBytes..]));
        return clock.Now < ends ? SHA256.HashData(Encoding.UTF8.GetBytes(ticket)) : null;
    }
}
