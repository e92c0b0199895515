using System.Diagnostics;
using System.Security.Claims;
using Microsoft.Net.Http.Headers;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Results;

namespace PartyOrg.WebApi.Http;

/// <summary>Takes from the request what is not in its body: who asks, in which language, under which idempotency key.</summary>
internal static class CallerMiddleware
{
    public const string SessionClaim = "sid";
    public const string AccountClaim = "sub";

    public static Task Invoke(HttpContext http, RequestDelegate next)
    {
        var caller = http.RequestServices.GetRequiredService<Caller>();
        caller.TraceId = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;
        caller.Language = LanguageOf(http.Request);
        var client = http.Request.Headers.UserAgent.ToString();
        caller.Client = client[..Math.Min(client.Length, Session.ClientLength)];
        caller.IdempotencyKey = http.Request.Headers["Idempotency-Key"].ToString() is { Length: > 0 } key ? key : null;
        if (Guid.TryParse(http.User.FindFirstValue(AccountClaim), out var account) && Guid.TryParse(http.User.FindFirstValue(SessionClaim), out var session))
        {
            caller.Identify(new(account), new(session));
        }

        http.Response.Headers.ContentLanguage = caller.Language == Language.Zh ? "zh-CN" : "en";
        return next(http);
    }

    private static Language LanguageOf(HttpRequest request)
    {
        foreach (var accepted in request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1))
        {
            if (accepted.Value.StartsWith("zh", StringComparison.OrdinalIgnoreCase)) return Language.Zh;
            if (accepted.Value.StartsWith("en", StringComparison.OrdinalIgnoreCase)) return Language.En;
        }

        return Language.En;
    }
}
