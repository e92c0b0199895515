using MediatR;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Pipeline;

/// <summary>
/// An order that leaves nothing but what its handler stores: no audit entry, no event, no idempotency record (a secret ballot). It cannot be told from them who did what, or when;
/// sending it twice must be harmless by what it stores itself.
/// </summary>
public interface IUnrecorded<T> : IAsk<T>, IUnrecorded;

/// <summary>What every unrecorded order shares.</summary>
public interface IUnrecorded;

/// <summary>Carries out an unrecorded order in one transaction. Its handler changes no aggregate: that would have to be told.</summary>
internal sealed class Unrecorded<TRequest, TResponse>(PartyOrgContext db) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>, IUnrecorded
    where TResponse : class, IResult<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        db.ChangeTracker.Clear();
        db.Database.AutoSavepointsEnabled = false;
        using var turn = await db.TurnToWrite(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var answer = await next();
        if (answer.Failed) return answer;
        if (db.ChangeTracker.Entries<Domain.Aggregate>().Any(e => e.State != Microsoft.EntityFrameworkCore.EntityState.Unchanged))
            throw new InvalidOperationException($"{typeof(TRequest).Name} changed an aggregate, which would have to be audited.");
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return answer;
    }
}
