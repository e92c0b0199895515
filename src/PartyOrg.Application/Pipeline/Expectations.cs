using PartyOrg.Domain;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Pipeline;

/// <summary>What a change expects of the aggregate that it loaded.</summary>
public static class Expectations
{
    /// <summary>The aggregate, if it is there and has the version that the caller saw.</summary>
    public static Result<T> Expecting<T>(this T? aggregate, ExpectedVersion version, Error notFound) where T : Aggregate =>
        aggregate is null ? notFound : aggregate.Version == version.Value ? aggregate : AccessErrors.Stale;
}
