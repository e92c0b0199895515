using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.WebUtilities;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Results;

namespace PartyOrg.WebApi.Http;

/// <summary>Gives every request that never reached its use case a problem answer: malformed JSON, wrong types, bodies too large, unknown media types, and bugs.</summary>
internal sealed partial class RequestFaults(ILogger<RequestFaults> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested) return true;
        var problems = httpContext.RequestServices.GetRequiredService<Problems>();
        await AnswerTo(exception, problems, httpContext.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? httpContext.GetEndpoint()).ExecuteAsync(httpContext);
        return true;
    }

    /// <summary>A problem body for a status that the framework gave without one.</summary>
    public static Task Explain(HttpContext http)
    {
        var status = http.Response.StatusCode;
        var error = status switch
        {
            StatusCodes.Status401Unauthorized => Application.Pipeline.AccessErrors.SessionEnded,
            StatusCodes.Status404NotFound => new(ErrorKind.NotFound, "no-such-route", new("There is nothing at this address. The document at /swagger/v1/swagger.json lists every route.", "该地址不存在。所有接口见 /swagger/v1/swagger.json。")),
            StatusCodes.Status405MethodNotAllowed => new(ErrorKind.Invalid, "method-not-allowed", new("This address does not know the method. The header Allow lists those that it knows.", "该地址不支持此方法。可用方法见 Allow 响应头。")),
            StatusCodes.Status408RequestTimeout => TooSlow,
            StatusCodes.Status413PayloadTooLarge => TooLarge,
            StatusCodes.Status415UnsupportedMediaType => UnsupportedMediaType,
            StatusCodes.Status503ServiceUnavailable => TimedOut,
            StatusCodes.Status429TooManyRequests => TooManyRequests,
            _ => new Error(ErrorKind.Invalid, "http-" + status, new(ReasonPhrases.GetReasonPhrase(status), ReasonPhrases.GetReasonPhrase(status))),
        };
        return http.RequestServices.GetRequiredService<Problems>().Of(status, error).ExecuteAsync(http);
    }

    public static Error InternalError { get; } = new(ErrorKind.Invalid, "internal-error", new(
        "The server failed; the failure is logged under the trace id. Nothing was changed. Repeat the request with the same Idempotency-Key, and report the trace id if it fails again.",
        "服务器出错，已按追踪编号记录，未作任何更改。请使用相同的 Idempotency-Key 重试；若再次失败，请报告追踪编号。"));

    public static Error TooManyRequests { get; } = new(ErrorKind.Invalid, "too-many-requests", new(
        "Too many attempts from this address. Wait as long as the header Retry-After says.", "该地址的尝试次数过多。请按 Retry-After 响应头所示时间等待。"));

    public static Error UnsupportedMediaType { get; } = new(ErrorKind.Invalid, "unsupported-media-type", new(
        "The body must be application/json (or multipart/form-data where a file is uploaded). Set Content-Type.", "请求体必须为 application/json（上传文件时为 multipart/form-data）。请设置 Content-Type。"));

    public static Error TooLarge { get; } = new(ErrorKind.Invalid, "body-too-large", new(
        "The body is larger than this operation takes. Send less at once.", "请求体超过该操作的上限。请分批发送。"));

    public static Error TooSlow { get; } = new(ErrorKind.Invalid, "body-too-slow", new(
        "The body came too slowly. Repeat the request with the same Idempotency-Key over a better connection.", "请求体传输过慢。请在网络良好时使用相同的 Idempotency-Key 重试。"));

    private static Error BodyMissing { get; } = Error.Invalid("malformed-json", "This operation needs a body, and it is missing or null. See the example in the documentation.", "该操作需要请求体，但请求体缺失或为 null。请参考文档中的示例。", "");

    public static Error TimedOut { get; } = new(ErrorKind.Invalid, "timed-out", new(
        "The request took longer than the server allows and was stopped. Ask for less at once, or repeat it later with the same Idempotency-Key.",
        "请求处理超时，已被中止。请缩小范围，或稍后使用相同的 Idempotency-Key 重试。"));

    private Microsoft.AspNetCore.Http.IResult AnswerTo(Exception exception, Problems problems, Endpoint? endpoint)
    {
        if (exception is not BadHttpRequestException bad)
        {
            Failed(log, exception);
            return problems.Of(StatusCodes.Status500InternalServerError, InternalError);
        }

        return bad.StatusCode switch
        {
            StatusCodes.Status408RequestTimeout => problems.Of(bad.StatusCode, TooSlow),
            StatusCodes.Status413PayloadTooLarge => problems.Of(bad.StatusCode, TooLarge),
            StatusCodes.Status415UnsupportedMediaType => problems.Of(bad.StatusCode, UnsupportedMediaType),
            StatusCodes.Status428PreconditionRequired => problems.Of(bad.StatusCode, IfMatch.Missing),
            _ when bad.InnerException is JsonException json => problems.Of([Structural(json, endpoint?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType)]),
            _ when NoBody().IsMatch(bad.Message) => problems.Of([BodyMissing]),
            _ => problems.Of([Parameter(bad.Message, endpoint)]),
        };
    }

    // The reader stops at the first structural error; value errors are then all given together by the validators.
    private static Error Structural(JsonException exception, Type? body)
    {
        var pointer = PointerOf(exception.Path);
        if (exception.Data[PipelineJson.EmptyEntry] is { } entry) pointer = pointer[..(pointer.LastIndexOf('/') + 1)] + Escaped(entry.ToString()!);
        var reason = JsonFaults.Of(exception, body is null ? null : TypeAt(body, exception.Path));
        return Error.Invalid("malformed-json", $"The body is not what this operation takes, at \"{pointer}\": {reason.En}", $"请求体不符合该操作的要求，位置 \"{pointer}\"：{reason.Zh}", pointer);
    }

    private static Error Parameter(string message, Endpoint? endpoint)
    {
        var found = ParameterName().Match(message);
        return found.Success
            ? ParameterFaults.Of(endpoint, found.Groups["name"].Value, found.Groups["value"] is { Success: true } sent ? sent.Value : null)
            : Error.Invalid("malformed-request", $"The request cannot be read: {message}", $"请求无法读取：{message}", "");
    }

    // What belongs at a place of the body: the reader names the record around it.
    private static Type? TypeAt(Type body, string? path)
    {
        Type? type = body;
        foreach (var part in path is null or "$" ? [] : PathParts().Matches(path[1..]).Select(m => m.Groups["part"].Value))
        {
            type = int.TryParse(part, CultureInfo.InvariantCulture, out _)
                ? type.IsGenericType ? type.GetGenericArguments()[0] : type.GetElementType()
                : type.GetProperty(char.ToUpperInvariant(part[0]) + part[1..])?.PropertyType;
            if (type is null) return null;
        }

        return Nullable.GetUnderlyingType(type) ?? type;
    }

    // $.roll[0]['a b'].status → /roll/0/a b/status
    private static string PointerOf(string? path) =>
        path is null or "$" ? "" : "/" + string.Join('/', PathParts().Matches(path[1..]).Select(m => Escaped(m.Groups["part"].Value)));

    private static string Escaped(string part) => part.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    [GeneratedRegex(@"\['(?<part>[^']*)'\]|\[(?<part>\d+)\]|\.(?<part>[^.\[]+)")]
    private static partial Regex PathParts();

    [GeneratedRegex("no body was provided|not provided from body")]
    private static partial Regex NoBody();

    [GeneratedRegex("""parameter "(?:[^"]*\s)?(?<name>[\w-]+)" (?:from "(?<value>.*)"|was not provided)""")]
    private static partial Regex ParameterName();

    [LoggerMessage(LogLevel.Error, "A request failed.")]
    private static partial void Failed(ILogger logger, Exception exception);
}
