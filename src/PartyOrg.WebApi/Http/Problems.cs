using System.Text.Json.Serialization;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.RuleBooks;

namespace PartyOrg.WebApi.Http;

/// <summary>Why a request was refused (RFC 9457).</summary>
/// <param name="Type">Identifies the kind of problem; <c>about:blank</c>, since the code tells more.</param>
/// <param name="Title">The meaning of the status.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">Stable and never translated: what a program decides by.</param>
/// <param name="Detail">What is wrong, why, and what to do next, in the language of <c>Accept-Language</c> (zh-CN, en).</param>
/// <param name="RuleId">The rule that refuses, where one does.</param>
/// <param name="Citation">Where that rule stands.</param>
/// <param name="Errors">Each wrong value, with its pointer.</param>
/// <param name="TraceId">Under which the request is found in traces and logs.</param>
/// <param name="MergedInto">The id of what the thing was merged into, where it was.</param>
public sealed record Problem(
    string Type, string Title, int Status, string Code, string Detail, string? RuleId, Citation? Citation, IReadOnlyList<ValueError>? Errors, string TraceId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? MergedInto = null);

/// <summary>One wrong value of a request.</summary>
/// <param name="Pointer">JSON pointer to the value in the body, or <c>/name</c> of a parameter.</param>
/// <param name="Code">Stable and never translated.</param>
/// <param name="Detail">What is wrong with it and what to do.</param>
/// <param name="RuleId">The rule that refuses it, where one does.</param>
public sealed record ValueError(string Pointer, string Code, string Detail, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? RuleId);

/// <summary>Turns errors into problem answers: the one mapping from kinds of error to statuses.</summary>
internal sealed class Problems(Caller caller, RuleCatalog rules)
{
    public const string MediaType = "application/problem+json; charset=utf-8";

    public Microsoft.AspNetCore.Http.IResult Of(IReadOnlyList<Error> errors)
    {
        var first = errors[0];
        return Of(StatusOf(first.Kind), first, [.. errors.Where(e => e.Pointer is not null).Select(e => new ValueError(e.Pointer!, e.Code, e.Message.In(caller.Language), e.RuleId))]);
    }

    public Microsoft.AspNetCore.Http.IResult Of(int status, Error error, IReadOnlyList<ValueError>? errors = null) =>
        Results.Json(
            new Problem(
                "about:blank", Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status), status, error.Code, error.Message.In(caller.Language), error.RuleId,
                error.RuleId is { } id && rules.TryFindRule(id, out var rule) ? rule.Citation : null, errors is { Count: > 0 } ? errors : null, caller.TraceId, error.MergedInto),
            contentType: MediaType, statusCode: status);

    private static int StatusOf(ErrorKind kind) => kind switch
    {
        ErrorKind.Invalid => StatusCodes.Status400BadRequest,
        ErrorKind.Unauthenticated => StatusCodes.Status401Unauthorized,
        ErrorKind.Forbidden => StatusCodes.Status403Forbidden,
        ErrorKind.NotFound => StatusCodes.Status404NotFound,
        ErrorKind.Conflict => StatusCodes.Status409Conflict,
        ErrorKind.Stale => StatusCodes.Status412PreconditionFailed,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}
