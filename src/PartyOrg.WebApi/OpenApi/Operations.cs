using PartyOrg.Application.Pipeline;
using PartyOrg.WebApi.Http;

namespace PartyOrg.WebApi.OpenApi;

/// <summary>Which request a route carries out; the document's summary, roles and errors follow from it, and a test finds a request without a route.</summary>
/// <param name="Request">The request's type.</param>
public sealed record CarriesOut(Type Request);

/// <summary>What the operations under a tag are about, where the class of their routes holds several tags.</summary>
/// <param name="Tag">The tag.</param>
/// <param name="Meaning">A sentence.</param>
public sealed record TagMeaning(string Tag, string Meaning);

/// <summary>How a route says what it is.</summary>
internal static class Operations
{
    /// <summary>Names the operation, the request that it carries out and its answer; the errors follow from the kind of request.</summary>
    public static RouteHandlerBuilder Asks<TRequest, TAnswer>(this RouteHandlerBuilder route, string operationId, int status = StatusCodes.Status200OK)
        where TRequest : IAsk<TAnswer>
    {
        route.WithName(operationId).WithMetadata(new CarriesOut(typeof(TRequest)));
        if (status == StatusCodes.Status204NoContent) route.Produces(status);
        else route.Produces<TAnswer>(status);
        foreach (var error in ErrorsOf<TRequest>()) route.Produces<Problem>(error, "application/problem+json");
        return route;
    }

    /// <summary>The same for an operation that answers a file, of one of these media types.</summary>
    public static RouteHandlerBuilder AsksFile<TRequest>(this RouteHandlerBuilder route, string operationId, string mediaType, params string[] otherMediaTypes)
    {
        route.WithName(operationId).WithMetadata(new CarriesOut(typeof(TRequest))).Produces<byte[]>(StatusCodes.Status200OK, mediaType, otherMediaTypes);
        foreach (var error in ErrorsOf<TRequest>()) route.Produces<Problem>(error, "application/problem+json");
        return route;
    }

    /// <summary>Puts a group of routes under a tag, and says what they are about.</summary>
    public static RouteGroupBuilder About(this RouteGroupBuilder group, string tag, string meaning) => group.WithTags(tag).WithMetadata(new TagMeaning(tag, meaning));

    private static IEnumerable<int> ErrorsOf<TRequest>()
    {
        var request = typeof(TRequest);
        yield return StatusCodes.Status400BadRequest;
        if (!request.IsDefined(typeof(AllowedToEveryoneAttribute), false))
        {
            yield return StatusCodes.Status401Unauthorized;
            yield return StatusCodes.Status403Forbidden;
            if (HasSubject(request)) yield return StatusCodes.Status404NotFound;
        }

        if (!(typeof(ICommand).IsAssignableFrom(request) || typeof(IUnrecorded).IsAssignableFrom(request)) || request.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IQuery<>))) yield break;
        yield return StatusCodes.Status409Conflict;
        yield return StatusCodes.Status422UnprocessableEntity;
        if (!typeof(IChange).IsAssignableFrom(request)) yield break;
        yield return StatusCodes.Status412PreconditionFailed;
        yield return StatusCodes.Status428PreconditionRequired;
    }

    // A page of what the caller may see, or what concerns himself, is never missing.
    private static bool HasSubject(Type request) => request.GetConstructors()[0].GetParameters().Any(p => p.Name is not ("Within" or "Limit" or "Cursor"));
}
