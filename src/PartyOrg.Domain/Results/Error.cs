namespace PartyOrg.Domain.Results;

/// <summary>What kind of refusal an error is; the HTTP edge maps each kind to one status.</summary>
public enum ErrorKind
{
    /// <summary>A value is malformed or outside its range (400).</summary>
    Invalid,

    /// <summary>Nobody is signed in, or the session has ended (401).</summary>
    Unauthenticated,

    /// <summary>The caller sees the thing and may not do this to it (403).</summary>
    Forbidden,

    /// <summary>There is no such thing in the caller's scope (404).</summary>
    NotFound,

    /// <summary>The state of the thing does not allow it, or the same key came with another request (409).</summary>
    Conflict,

    /// <summary>The version in <c>If-Match</c> is not the current one (412).</summary>
    Stale,

    /// <summary>A rule refuses it, or a step is out of order (422).</summary>
    RuleBroken,
}

/// <summary>An expected failure. Errors are named beside the aggregate that gives them; they are returned, never thrown.</summary>
/// <param name="Kind">Decides the HTTP status.</param>
/// <param name="Code">Stable, kebab-case, never translated.</param>
/// <param name="Message">What is wrong, why, and what to do next.</param>
public sealed record Error(ErrorKind Kind, string Code, Text Message)
{
    /// <summary>The id of the rule that refuses, where one does.</summary>
    public string? RuleId { get; init; }

    /// <summary>JSON pointer into the request to the value that is wrong, where there is one.</summary>
    public string? Pointer { get; init; }

    /// <summary>The id of what the thing was merged into, where it was.</summary>
    public Guid? MergedInto { get; init; }

    /// <summary>A value is malformed or outside its range.</summary>
    public static Error Invalid(string code, string en, string zh, string? pointer = null) => new(ErrorKind.Invalid, code, new(en, zh)) { Pointer = pointer };

    /// <summary>There is no such thing in the caller's scope.</summary>
    public static Error NotFound(string code, string en, string zh) => new(ErrorKind.NotFound, code, new(en, zh));

    /// <summary>The caller may not do this; where a procedure reserves the step for another role, the rule is named.</summary>
    public static Error Forbidden(string code, string en, string zh, string? ruleId = null) => new(ErrorKind.Forbidden, code, new(en, zh)) { RuleId = ruleId };

    /// <summary>The state of the thing does not allow it.</summary>
    public static Error Conflict(string code, string en, string zh) => new(ErrorKind.Conflict, code, new(en, zh));

    /// <summary>The rule with this id refuses it.</summary>
    public static Error RuleBroken(string ruleId, string code, string en, string zh) => new(ErrorKind.RuleBroken, code, new(en, zh)) { RuleId = ruleId };

    /// <summary>The same error, pointing at a value of the request.</summary>
    public Error At(string pointer) => this with { Pointer = pointer };
}

/// <summary>A remark of an advice rule: the command was carried out, and this should be so, in principle.</summary>
/// <param name="RuleId">The rule that advises.</param>
/// <param name="Message">What should be otherwise and what to do about it.</param>
public sealed record Advice(string RuleId, Text Message);
