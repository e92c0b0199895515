using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.Extensions.Primitives;
using NodaTime;
using NodaTime.Text;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Results;

namespace PartyOrg.WebApi.Http;

/// <summary>A civil date in a query: <c>YYYY-MM-DD</c>.</summary>
public readonly record struct DateParameter(LocalDate Value) : IParsable<DateParameter>
{
    /// <inheritdoc/>
    public static DateParameter Parse(string s, IFormatProvider? provider) => new(LocalDatePattern.Iso.Parse(s).Value);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DateParameter result)
    {
        var parsed = LocalDatePattern.Iso.Parse(s ?? "");
        result = parsed.Success ? new(parsed.Value) : default;
        return parsed.Success;
    }
}

/// <summary>A month in a path or query: <c>YYYY-MM</c>, from 2000 to 2100.</summary>
public readonly record struct MonthParameter(YearMonth Value) : IParsable<MonthParameter>
{
    /// <inheritdoc/>
    public static MonthParameter Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var result) ? result : throw new FormatException();

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out MonthParameter result)
    {
        var parsed = YearMonthPattern.Iso.Parse(s ?? "");
        var known = parsed.Success && parsed.Value.Year >= DutyPeriod.FirstDay.Year && parsed.Value.Year <= DutyPeriod.LastDay.Year;
        result = known ? new(parsed.Value) : default;
        return known;
    }
}

/// <summary>An instant in a query: <c>YYYY-MM-DDTHH:MM:SSZ</c>.</summary>
public readonly record struct InstantParameter(Instant Value) : IParsable<InstantParameter>
{
    /// <inheritdoc/>
    public static InstantParameter Parse(string s, IFormatProvider? provider) => new(InstantPattern.ExtendedIso.Parse(s).Value);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out InstantParameter result)
    {
        var parsed = InstantPattern.ExtendedIso.Parse(s ?? "");
        result = parsed.Success ? new(parsed.Value) : default;
        return parsed.Success;
    }
}

/// <summary>An enum value in a query, written as in JSON: camel case, names only.</summary>
public readonly record struct NameParameter<T>(T Value) : IParsable<NameParameter<T>> where T : struct, Enum
{
    /// <inheritdoc/>
    public static NameParameter<T> Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var result) ? result : throw new FormatException();

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out NameParameter<T> result)
    {
        foreach (var value in Enum.GetValues<T>())
        {
            var name = value.ToString();
            if (s != char.ToLowerInvariant(name[0]) + name[1..]) continue;
            result = new(value);
            return true;
        }

        result = default;
        return false;
    }
}

/// <summary>The version that the caller saw last, from <c>If-Match</c>. Without the header 428 is answered.</summary>
/// <param name="Value">1 or more.</param>
public readonly record struct IfMatch(int Value)
{
    /// <summary>A change without the version that the caller saw.</summary>
    public static Error Missing { get; } = new(ErrorKind.Invalid, "if-match-required", new(
        "A change needs the header If-Match with the ETag that you read last, so that nobody's change is overwritten unseen. Read the resource, then send its ETag.",
        "修改时必须在 If-Match 请求头中带上最近读取到的 ETag，以免覆盖他人的修改。请先读取资源，再带上其 ETag。"));

    /// <summary>The version as the pipeline takes it.</summary>
    public static implicit operator ExpectedVersion(IfMatch version) => new(version.Value);

    /// <summary>Reads the header.</summary>
    public static ValueTask<IfMatch> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var text = context.Request.Headers.IfMatch.ToString();
        if (text.Length == 0) throw new BadHttpRequestException(Missing.Code, StatusCodes.Status428PreconditionRequired);
        return text.Length > 2 && text[0] == '"' && text[^1] == '"' && int.TryParse(text[1..^1], out var version) && version > 0
            ? ValueTask.FromResult(new IfMatch(version))
            : throw new BadHttpRequestException($"Failed to bind parameter \"IfMatch If-Match\" from \"{text}\".");
    }
}

/// <summary>Refuses query parameters that the operation does not know, since a misspelt filter must not be an unfiltered list, and those that cannot be read.</summary>
internal static class KnownQueryParameters
{
    public static EndpointFilterDelegate Only(EndpointFilterFactoryContext context, EndpointFilterDelegate next)
    {
        var parameters = context.MethodInfo.GetParameters();
        var known = parameters.Where(IsText).Select(p => p.Name!).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return async invocation =>
        {
            var (request, status) = (invocation.HttpContext.Request, invocation.HttpContext.Response.StatusCode);

            // What may be left out and cannot be read comes as if it had been left out, with the status alone.
            if (status == StatusCodes.Status400BadRequest && parameters.FirstOrDefault(p => IsText(p) && invocation.Arguments[p.Position] is null && !StringValues.IsNullOrEmpty(request.Query[p.Name!])) is { Name: { } unread })
            {
                throw new BadHttpRequestException($"Failed to bind parameter \"{unread}\" from \"{request.Query[unread]}\".");
            }

            var unknown = request.Query.Keys.FirstOrDefault(k => !known.Contains(k) || request.RouteValues.ContainsKey(k));
            if (unknown is null) return await next(invocation);
            var list = string.Join(", ", known.Where(k => !request.RouteValues.ContainsKey(k)).Order().DefaultIfEmpty("–"));
            return invocation.HttpContext.RequestServices.GetRequiredService<Problems>().Of([Error.Invalid(
                "unknown-parameter", $"This operation has no query parameter \"{unknown}\". It has: {list}.", $"该操作没有查询参数 \"{unknown}\"。可用参数：{list}。", "/" + unknown)]);
        };
    }

    // What is read from text; bodies, services and the version of If-Match are not.
    private static bool IsText(ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return type == typeof(string) || type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IParsable<>));
    }
}
