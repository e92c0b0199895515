namespace PartyOrg.Domain.Results;

/// <summary>The outcome of a command or query, as the pipeline sees it.</summary>
public interface IResult
{
    /// <summary>Why it failed; empty when it succeeded. The first error decides the status.</summary>
    IReadOnlyList<Error> Errors { get; }

    /// <summary>What advice rules remarked; only a success has any.</summary>
    IReadOnlyList<Advice> Advices { get; }

    /// <summary>Whether it failed.</summary>
    bool Failed => Errors.Count > 0;
}

/// <summary>A result that the pipeline can make out of errors without knowing the value's type.</summary>
public interface IResult<TSelf> : IResult
{
    /// <summary>The failure with these errors.</summary>
    static abstract TSelf Failure(IReadOnlyList<Error> errors);
}

/// <summary>A value with advices, or errors. Converts from either, so that handlers have no wrapping noise.</summary>
public sealed class Result<T> : IResult<Result<T>>
{
    private readonly T? value;

    private Result(T? value, IReadOnlyList<Error> errors, IReadOnlyList<Advice> advices) => (this.value, Errors, Advices) = (value, errors, advices);

    /// <inheritdoc/>
    public IReadOnlyList<Error> Errors { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Advice> Advices { get; }

    /// <summary>Whether there is a value.</summary>
    public bool Succeeded => Errors.Count == 0;

    /// <summary>The value. Asking a failure for it is a bug.</summary>
    public T Value => Succeeded ? value! : throw new InvalidOperationException($"The result failed: {Errors[0].Code}.");

    /// <summary>The success with remarks of advice rules.</summary>
    public Result<T> With(IEnumerable<Advice> advices) => new(Value, Errors, [.. Advices, .. advices]);

    /// <summary>The success with another value; advices stay. A failure stays as it is.</summary>
    public Result<TOther> Map<TOther>(Func<T, TOther> map) => Succeeded ? new Result<TOther>(map(value!), [], Advices) : Result<TOther>.Failure(Errors);

    /// <inheritdoc/>
    public static Result<T> Failure(IReadOnlyList<Error> errors) =>
        errors.Count > 0 ? new(default, errors, []) : throw new ArgumentException("A failure needs an error.", nameof(errors));

    /// <summary>A success; for values whose type is an interface, which no conversion can name.</summary>
    public static Result<T> Success(T value) => new(value, [], []);

    /// <summary>A success.</summary>
    public static implicit operator Result<T>(T value) => new(value, [], []);

    /// <summary>A failure.</summary>
    public static implicit operator Result<T>(Error error) => Failure([error]);

    /// <summary>A failure with several errors, in the order in which they stand in the request.</summary>
    public static implicit operator Result<T>(Error[] errors) => Failure(errors);
}

/// <summary>The value of a command that has nothing to say but that it is done.</summary>
public readonly record struct Done
{
    /// <summary>It is done.</summary>
    public static Done It => default;
}
