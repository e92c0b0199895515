using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Pipeline;

/// <summary>
/// Carries out a command in one transaction: what the handler changed, its evidence, its audit entries, its events and the answer for the
/// idempotency key are all there afterwards, or none of them is.
/// </summary>
internal sealed class Transaction<TRequest, TResponse>(PartyOrgContext db, Caller caller, Clock clock, Bookkeeping bookkeeping) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>, ICommand
    where TResponse : class, IResult<TResponse>
{
    private static readonly ConcurrentDictionary<(Guid Account, string Key), bool> InFlight = new();

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (request is not ICreate) return await Try(request, null, next, cancellationToken);
        if (caller.IdempotencyKey is not { Length: > 0 and <= 100 } key) return TResponse.Failure([AccessErrors.IdempotencyKeyRequired]);

        var turn = (caller.AccountId!.Value.Value, $"{typeof(TRequest).Name} {key}");
        if (!InFlight.TryAdd(turn, true)) return TResponse.Failure([AccessErrors.IdempotencyKeyInFlight]);
        try
        {
            return await Try(request, key, next, cancellationToken);
        }
        finally
        {
            InFlight.TryRemove(turn, out _);
        }
    }

    private async Task<TResponse> Try(TRequest request, string? key, RequestHandlerDelegate<TResponse> next, CancellationToken cancellation)
    {
        var hash = key is null ? [] : SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request, PipelineJson.Full));
        TResponse answer;
        try
        {
            answer = await Once(request, key, hash, next, cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            answer = TResponse.Failure([AccessErrors.Stale]);
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            answer = TResponse.Failure([AccessErrors.AlreadyExists]);
        }

        // Only a refused command looks whether it was carried out before: the usual first request costs no look-up.
        return answer.Failed && key is not null ? await Replay(key, hash, cancellation) ?? answer : answer;
    }

    private async Task<TResponse> Once(TRequest request, string? key, byte[] hash, RequestHandlerDelegate<TResponse> next, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();

        // What fails is rolled back whole: a savepoint around the save would cost two round trips and serve nobody.
        db.Database.AutoSavepointsEnabled = false;
        using var turn = await db.TurnToWrite(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var answer = await next();
        if (caller.IsUnproven || (answer.Failed && request is not IKeepsRefusals)) return answer;

        if (key is not null)
        {
            db.IdempotencyRecords.Add(new()
            {
                AccountId = caller.AccountId!.Value.Value, Operation = typeof(TRequest).Name, Key = key, RequestHash = hash, Answer = StoredAnswer<TResponse>.Write(answer), At = clock.Now,
            });
        }

        await bookkeeping.Save(request, answer.Failed ? answer.Errors[0] : null, cancellation);
        await transaction.CommitAsync(cancellation);
        return answer;
    }

    private async Task<TResponse?> Replay(string key, byte[] hash, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var (account, operation, since) = (caller.AccountId!.Value.Value, typeof(TRequest).Name, clock.Now - IdempotencyRecord.KeptFor);
        var record = await db.IdempotencyRecords.AsNoTracking()
            .SingleOrDefaultAsync(r => r.AccountId == account && r.Operation == operation && r.Key == key && r.At >= since, cancellation);
        if (record is null) return null;
        return record.RequestHash.AsSpan().SequenceEqual(hash) ? StoredAnswer<TResponse>.Read(record.Answer) : TResponse.Failure([AccessErrors.IdempotencyKeyReused]);
    }
}
