using System.Reflection;
using MediatR;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Pipeline;

/// <summary>Reads what the caller may do today and refuses what he may not: 401 without a live session, 403 without a role that the operation allows.</summary>
internal sealed class Authorization<TRequest, TResponse>(Caller caller, Rights rights) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : class, IResult<TResponse>
{
    private static readonly AllowedToAttribute? Allowed = typeof(TRequest).GetCustomAttribute<AllowedToAttribute>();
    private static readonly bool ProvesRights = typeof(TRequest).IsAssignableTo(typeof(IProvesRights));
    private static readonly bool ForEveryone = typeof(TRequest).IsDefined(typeof(AllowedToEveryoneAttribute));
    private static readonly bool OnMachine = typeof(TRequest).IsDefined(typeof(AllowedOnMachineAttribute));
    private static readonly bool ForSignedIn = typeof(TRequest).IsDefined(typeof(AllowedToSignedInAttribute));

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (ForEveryone) return await next();
        if (OnMachine) return caller.IsOnMachine ? await next() : TResponse.Failure([AccessErrors.NotAllowed()]);
        if (Allowed is null && !ForSignedIn) throw new InvalidOperationException($"{typeof(TRequest).Name} does not say which roles may call it.");

        if (ProvesRights && rights.Recall(caller) && caller.Holds(Allowed!.Roles))
        {
            caller.Narrow(Allowed.Roles);
            var answer = await next();
            if (!caller.IsUnproven) return answer;
        }

        if (!await rights.Read(caller, cancellationToken)) return TResponse.Failure([AccessErrors.SessionEnded]);
        if (Allowed is null) return await next();
        if (!caller.Holds(Allowed.Roles)) return TResponse.Failure([AccessErrors.NotAllowed(Allowed.RuleId)]);

        caller.Narrow(Allowed.Roles);
        return await next();
    }
}

/// <summary>Does what takes long before the transaction begins.</summary>
internal sealed class Preparation<TRequest, TResponse>(IPreparation<TRequest> preparation) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>, IPrepared
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        await preparation.Prepare(request, cancellationToken);
        return await next();
    }
}

/// <summary>Refusals that come before the work itself.</summary>
public static class AccessErrors
{
    /// <summary>No session, or one that has ended.</summary>
    public static Error SessionEnded { get; } = new(ErrorKind.Unauthenticated, "session-ended", new(
        "Nobody is signed in, or the session has ended. Sign in and send the access token.",
        "尚未登录或会话已结束。请登录后携带访问令牌重试。"));

    /// <summary>No role that the operation allows.</summary>
    public static Error NotAllowed(string? ruleId = null) => Error.Forbidden("not-allowed",
        "None of the roles you hold today allows this. Ask the security administrator for the role, or the person who holds it.",
        "您目前的角色无权执行此操作。请向安全管理员申请相应角色，或由有权人员办理。", ruleId);

    /// <summary>The version in <c>If-Match</c> is not the current one.</summary>
    public static Error Stale { get; } = new(ErrorKind.Stale, "stale-version", new(
        "The resource has changed since you read it. Read it again and repeat the change with its new ETag.",
        "资源在您读取之后已被修改。请重新读取，并以新的 ETag 重试。"));

    /// <summary>A creating request without its key.</summary>
    public static Error IdempotencyKeyRequired { get; } = Error.Invalid("idempotency-key-required",
        "A request that creates something needs the header Idempotency-Key (1 to 100 characters, a new UUID for each new request).",
        "新建请求必须带有 Idempotency-Key 请求头（1 至 100 个字符，每个新请求使用新的 UUID）。");

    /// <summary>The same key came with another request.</summary>
    public static Error IdempotencyKeyReused { get; } = Error.Conflict("idempotency-key-reused",
        "This Idempotency-Key was used for a request with another body. Use a new key for a new request.",
        "该 Idempotency-Key 已用于内容不同的请求。新的请求请使用新的键。");

    /// <summary>The same request is still being carried out.</summary>
    public static Error IdempotencyKeyInFlight { get; } = Error.Conflict("idempotency-key-in-flight",
        "A request with this Idempotency-Key is still being carried out. Wait a moment and repeat it to get its answer.",
        "带有该 Idempotency-Key 的请求仍在处理中。请稍候再次发送以取得结果。");

    /// <summary>A value that must be unique is there already.</summary>
    public static Error AlreadyExists { get; } = Error.Conflict("already-exists",
        "Somebody recorded the same thing at this moment. Read again, and repeat the request if it is still needed.",
        "同样的内容刚刚已被他人登记。请重新读取，如仍需要再重试。");
}
