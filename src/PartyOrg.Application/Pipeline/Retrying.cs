using System.Collections.Concurrent;
using MediatR;
using PartyOrg.Domain.Results;
using Polly;
using Polly.Retry;

namespace PartyOrg.Application.Pipeline;

/// <summary>
/// Tries a request again when the database says that the same may succeed: a deadlock, a database busy for a moment.
/// A command is safe to repeat: its transaction was not committed, or its idempotency key or expected version shows that it was.
/// </summary>
internal sealed class Retrying<TRequest, TResponse>(PartyOrgContext db) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : class, IResult<TResponse>
{
    // One for each kind of database: what is worth another attempt is the database's to say, not one context's.
    private static readonly ConcurrentDictionary<Type, ResiliencePipeline<TResponse>> Attempts = new();

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) =>
        await Attempts.GetOrAdd(db.GetType(), (_, context) => Of(context), db).ExecuteAsync(static async (step, token) => await step(), next, cancellationToken);

    private static ResiliencePipeline<TResponse> Of(PartyOrgContext db) => new ResiliencePipelineBuilder<TResponse>().AddRetry(new RetryStrategyOptions<TResponse>
    {
        ShouldHandle = new PredicateBuilder<TResponse>().Handle<Exception>(db.IsRetryable),
        MaxRetryAttempts = 4,
        Delay = TimeSpan.FromMilliseconds(15),
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
    }).Build();
}
