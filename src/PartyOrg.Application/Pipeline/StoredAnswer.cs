using System.Reflection;
using System.Text.Json;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Pipeline;

/// <summary>Writes a successful result for an idempotency record, secrets left out, and reads it back.</summary>
internal static class StoredAnswer<TResponse> where TResponse : class, IResult<TResponse>
{
    private static readonly Func<TResponse, string> Writer = Bind<Func<TResponse, string>>(nameof(WriteValue));
    private static readonly Func<string, TResponse> Reader = Bind<Func<string, TResponse>>(nameof(ReadValue));

    public static string Write(TResponse answer) => Writer(answer);

    public static TResponse Read(string stored) => Reader(stored);

    private static TDelegate Bind<TDelegate>(string method) where TDelegate : Delegate => typeof(StoredAnswer<TResponse>)
        .GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(typeof(TResponse).GetGenericArguments()).CreateDelegate<TDelegate>();

    private static string WriteValue<T>(Result<T> result) => JsonSerializer.Serialize(new Stored<T>(result.Value, result.Advices), PipelineJson.WithoutSecrets);

    private static Result<T> ReadValue<T>(string stored)
    {
        var (value, advices) = JsonSerializer.Deserialize<Stored<T>>(stored, PipelineJson.Full)!;
        return ((Result<T>)value).With(advices);
    }

    private sealed record Stored<T>(T Value, IReadOnlyList<Advice> Advices);
}
