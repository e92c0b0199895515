using PartyOrg.Application.Pipeline;
using PartyOrg.WebApi.Http;

namespace PartyOrg.WebApi.OpenApi;

/// <summary>Which request a route carries out; the document's summary, roles and errors follow from it, and a test finds a request without a route.</summary>
/// <param name="Request">The request's type.</param>
public sealed record CarriesOut(Type Request);

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

    private static IEnumerable<int> ErrorsOf<TRequest>()
    {
        var request = typeof(TRequest);
        yield return StatusCodes.Status400BadRequest;
        if (!request.IsDefined(typeof(AllowedToEveryoneAttribute), false))
        {
            yield return StatusCodes.Status401Unauthorized;
            yield return StatusCodes.Status403Forbidden;
        }

        yield return StatusCodes.Status404NotFound;
        if (!typeof(ICommand).IsAssignableFrom(request)) yield break;
        yield return StatusCodes.Status409Conflict;
        yield return StatusCodes.Status413PayloadTooLarge;
        yield return StatusCodes.Status415UnsupportedMediaType;
        yield return StatusCodes.Status422UnprocessableEntity;
        if (!typeof(IChange).IsAssignableFrom(request)) yield break;
        yield return StatusCodes.Status412PreconditionFailed;
        yield return StatusCodes.Status428PreconditionRequired;
    }
}
