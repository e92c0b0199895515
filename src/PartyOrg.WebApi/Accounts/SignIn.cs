using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using NodaTime;
using PartyOrg.Application.Accounts;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;
using PartyOrg.Infrastructure;
using PartyOrg.WebApi.Http;

namespace PartyOrg.WebApi.Accounts;

/// <summary>Access tokens: who signs them, how they are read, and how often sign-in may be tried.</summary>
internal static class SignIn
{
    /// <summary>The rate limit of everything that takes a password or a one-time token.</summary>
    public const string Limited = "sign-in";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private const string KeyFile = "signing.key";
    private const int KeyLength = 32;

    // Of 32 random bytes fewer than 16 differ practically never: such a key is a placeholder.
    private const int FewestDifferent = 16;

    private static readonly Error KeyMissing = Error.Conflict("signing-key-missing",
        "The key that signs access tokens is missing or too short. Set Tokens__SigningKey to 32 random bytes as base64 (openssl rand -base64 32).",
        "缺少访问令牌签名密钥或密钥过短。请将 Tokens__SigningKey 设为 32 个随机字节的 base64 编码（openssl rand -base64 32）。");

    private static readonly Error KeyWeak = Error.Conflict("signing-key-weak",
        "The key that signs access tokens is a placeholder and not random. Set Tokens__SigningKey to 32 random bytes as base64 (openssl rand -base64 32).",
        "访问令牌签名密钥是占位值，不是随机密钥。请将 Tokens__SigningKey 设为 32 个随机字节的 base64 编码（openssl rand -base64 32）。");

    public static void AddSignIn(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var key = new SymmetricSecurityKey(Key(configuration, environment));
        services.AddSingleton(key).AddSingleton<IAccessTokens, AccessTokens>();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<Clock>((bearer, clock) =>
        {
            bearer.TokenHandlers.Clear();
            bearer.TokenHandlers.Add(new ReadOnce(clock));
            bearer.TokenValidationParameters = new()
            {
                ValidIssuer = AccessTokens.Issuer, ValidAudience = AccessTokens.Issuer, IssuerSigningKey = key,
                LifetimeValidator = (_, expires, _, _) => expires is { } end && clock.Now.ToDateTimeUtc() < end,
            };
        });

        var perMinute = configuration.GetValue("SignIn:AttemptsPerMinute", 20);
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = async (context, _) =>
            {
                var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var left) ? left : Window;
                context.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                await context.HttpContext.RequestServices.GetRequiredService<Problems>().Of(StatusCodes.Status429TooManyRequests, RequestFaults.TooManyRequests).ExecuteAsync(context.HttpContext);
            };
            limiter.AddPolicy(Limited, http => RateLimitPartition.GetFixedWindowLimiter(
                http.Connection.RemoteIpAddress ?? IPAddress.None, _ => new() { PermitLimit = perMinute, Window = Window }));
        });
    }

    private static byte[] Key(IConfiguration configuration, IHostEnvironment environment)
    {
        if (configuration["Tokens:SigningKey"] is { } configured)
        {
            var bytes = new byte[configured.Length];
            if (!Convert.TryFromBase64String(configured, bytes, out var length) || length < KeyLength) throw new StartRefused(KeyMissing);
            return bytes[..length].Distinct().Count() >= FewestDifferent ? bytes[..length] : throw new StartRefused(KeyWeak);
        }

        if (!environment.IsDevelopment()) throw new StartRefused(KeyMissing);
        var file = DataDirectory.From(configuration).File(KeyFile);
        if (!File.Exists(file))
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var stream = new FileStream(file, options);
            stream.Write(RandomNumberGenerator.GetBytes(KeyLength));
        }

        return File.ReadAllBytes(file);
    }

    /// <summary>
    /// Verifies a token when it comes for the first time; until it ends, the same text says the same. What the session may do, and whether it lives, the database says for each request.
    /// </summary>
    private sealed class ReadOnce(Clock clock) : JsonWebTokenHandler, IDisposable
    {
        private const int MostTokens = 20_000;

        private readonly MemoryCache verified = new(new MemoryCacheOptions { SizeLimit = MostTokens });

        public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
        {
            if (verified.TryGetValue(token, out TokenValidationResult? known) && clock.Now.ToDateTimeUtc() < known!.SecurityToken.ValidTo) return known;
            var result = await base.ValidateTokenAsync(token, validationParameters);
            if (result.IsValid) verified.Set(token, result, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = AccessTokens.LongestLife });
            return result;
        }

        public void Dispose() => verified.Dispose();
    }

    private sealed class AccessTokens(SymmetricSecurityKey key, Clock clock) : IAccessTokens
    {
        public const string Issuer = "partyorg";

        private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };
        private readonly SigningCredentials credentials = new(key, SecurityAlgorithms.HmacSha256);

        public static readonly TimeSpan LongestLife = TimeSpan.FromMinutes(15);

        public Duration Lifetime { get; } = Duration.FromTimeSpan(LongestLife);

        public string Issue(Id<Account> account, Id<Session> session) => handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Issuer,
            Claims = new Dictionary<string, object> { [CallerMiddleware.AccountClaim] = account.ToString(), [CallerMiddleware.SessionClaim] = session.ToString() },
            Expires = (clock.Now + Lifetime).ToDateTimeUtc(),
            SigningCredentials = credentials,
        });
    }
}
