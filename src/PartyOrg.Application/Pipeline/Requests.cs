using MediatR;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Pipeline;

/// <summary>Everything that a caller can ask of the product.</summary>
public interface IAsk<T> : IRequest<Result<T>>;

/// <summary>A question: changes nothing.</summary>
public interface IQuery<T> : IAsk<T>;

/// <summary>What every command shares, whatever it answers.</summary>
public interface ICommand;

/// <summary>An order: carried out in one transaction with its evidence, audit entry and events.</summary>
public interface ICommand<T> : IAsk<T>, ICommand;

/// <summary>
/// A question about something confidential: who read it is itself kept. It runs in a transaction and leaves an audit entry in the chain that its handler names with
/// <see cref="Bookkeeping.AuditUnder"/>; a refused one leaves none.
/// </summary>
public interface IConfidentialQuery<T> : IQuery<T>, ICommand;

/// <summary>A command that makes something new and therefore needs an idempotency key.</summary>
public interface ICreate<T> : ICommand<T>, ICreate;

/// <summary>What every creating command shares.</summary>
public interface ICreate : ICommand;

/// <summary>A command that changes an aggregate and names the version that the caller saw.</summary>
public interface IChange
{
    /// <summary>The version of <c>If-Match</c>.</summary>
    ExpectedVersion Expected { get; }
}

/// <summary>
/// A request of a hot path: its own first statement reads the version of the caller's rights (<see cref="Domain.Accounts.Session.RightsVersion"/>) and its handler
/// tells the caller (<see cref="Caller.Prove"/>), so that no query is needed before it. What it does under rights that turn out to be outdated is undone and done again.
/// </summary>
public interface IProvesRights;

/// <summary>A command whose refusal is itself something to keep: what its handler changed is stored and audited although it answers an error (a failed sign-in is counted).</summary>
public interface IKeepsRefusals;

/// <summary>A command part of whose work takes long and changes nothing (a password's hash): it is done before the transaction, so that no writer waits for it.</summary>
public interface IPrepared;

/// <summary>The part of a prepared command's work that is done before its transaction; the command's handler implements it.</summary>
public interface IPreparation<in TRequest> where TRequest : IPrepared
{
    /// <summary>Does it. What it finds may have changed when the handler runs.</summary>
    Task Prepare(TRequest request, CancellationToken cancellation);
}

/// <summary>The version of an aggregate that the caller saw last, as <c>If-Match</c> names it.</summary>
/// <param name="Value">1 or more.</param>
public readonly record struct ExpectedVersion(int Value);

/// <summary>Carries out one kind of request.</summary>
public interface IHandler<in TRequest, T> : IRequestHandler<TRequest, Result<T>> where TRequest : IAsk<T>;

/// <summary>Which roles may call the operation; every request declares it, and a test finds one that does not.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AllowedToAttribute(Role roles) : Attribute
{
    /// <summary>The roles, any of which suffices.</summary>
    public Role Roles { get; } = roles;

    /// <summary>The rule that reserves the step for these roles, where a procedure does; a refusal names it.</summary>
    public string? RuleId { get; init; }
}

/// <summary>Whoever is signed in, whatever roles he holds: the request concerns nothing but his own account.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AllowedToSignedInAttribute : Attribute;

/// <summary>Only the command line of the machine may ask; the request has no route.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AllowedOnMachineAttribute : Attribute;

/// <summary>Nobody needs to be signed in: the request brings its own proof (a password, a one-time token).</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AllowedToEveryoneAttribute : Attribute;

/// <summary>The value is never written to the audit, to a log or to an idempotency record in clear.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;
