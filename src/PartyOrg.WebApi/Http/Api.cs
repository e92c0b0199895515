using System.Security.Cryptography;
using System.Text.Json;
using MediatR;
using Microsoft.Net.Http.Headers;
using PartyOrg.Application.Imports;
using PartyOrg.Application.Jobs;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Results;

namespace PartyOrg.WebApi.Http;

/// <summary>Sends a request to its use case and turns the result into an HTTP answer. The one place where statuses, ETags and locations are decided.</summary>
internal sealed class Api(IMediator mediator, IHttpContextAccessor accessor, Problems problems, JobSignal signal)
{
    private HttpContext Http => accessor.HttpContext!;

    /// <summary>200 with the answer and its ETag, or 304 where the caller has it.</summary>
    public async Task<Microsoft.AspNetCore.Http.IResult> Get<T>(IQuery<T> query) => await Send(query, value =>
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(value, PipelineJson.Full);
        var tag = value is IVersioned versioned ? Strong(versioned) : new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12))}\"", isWeak: true);
        Http.Response.GetTypedHeaders().ETag = tag;
        Http.Response.Headers.Vary = "Accept-Language, Authorization";
        Http.Response.Headers.CacheControl = "private, no-cache";
        var known = Http.Request.GetTypedHeaders().IfNoneMatch;
        return value is not IShowsMore && known.Any(k => k.Equals(EntityTagHeaderValue.Any) || k.Compare(tag, useStrongComparison: false)) ? Results.StatusCode(StatusCodes.Status304NotModified) : Results.Bytes(body, "application/json; charset=utf-8");
    });

    /// <summary>201 with the new thing, its ETag and where it is.</summary>
    public Task<Microsoft.AspNetCore.Http.IResult> Create<T>(ICommand<T> command, Func<T, string> location) => Send(command, value => Results.Created(location(value), value));

    /// <summary>202 with the job that does it.</summary>
    public Task<Microsoft.AspNetCore.Http.IResult> Begin<T>(ICommand<T> command, Func<T, string> location) => Send(command, value =>
    {
        signal.Wake();
        return Results.Accepted(location(value), value);
    });

    /// <summary>200 with a file to save.</summary>
    public Task<Microsoft.AspNetCore.Http.IResult> Download(IQuery<FileAnswer> query) => Send(query, file =>
    {
        // A browser saves what somebody uploaded, and never runs or shows it as something else.
        Http.Response.Headers.XContentTypeOptions = "nosniff";
        Http.Response.Headers.CacheControl = "private, no-cache";
        return Results.File(file.Content, file.MediaType, file.Name);
    });

    /// <summary>200 with what it is now, and its ETag.</summary>
    public Task<Microsoft.AspNetCore.Http.IResult> Do<T>(IAsk<T> command) => Send(command, value => Results.Ok(value));

    /// <summary>204: it is done.</summary>
    public Task<Microsoft.AspNetCore.Http.IResult> Finish(IAsk<Done> command) => Send(command, _ => Results.NoContent());

    private async Task<Microsoft.AspNetCore.Http.IResult> Send<T>(IAsk<T> request, Func<T, Microsoft.AspNetCore.Http.IResult> succeed)
    {
        var result = await mediator.Send(request, Http.RequestAborted);
        if (!result.Succeeded) return problems.Of(result.Errors);

        if (result.Value is Answer answer && result.Advices.Count > 0) answer.Advices = result.Advices;
        if (result.Value is IVersioned versioned) Http.Response.GetTypedHeaders().ETag = Strong(versioned);
        return succeed(result.Value);
    }

    private static EntityTagHeaderValue Strong(IVersioned versioned) => new($"\"{versioned.Version}\"");
}
