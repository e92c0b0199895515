using System.Globalization;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using NodaTime;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Pipeline;

/// <summary>Runs the request's validators and answers all value errors together, in the order of the request, each with its pointer.</summary>
internal sealed class Validation<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : class, IResult<TResponse>
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var errors = new List<Error>();
        foreach (var validator in validators)
        {
            var english = In(English, validator, request);
            if (english.Count == 0) continue;
            var chinese = In(Chinese, validator, request);
            errors.AddRange(english.Zip(chinese, ToError));
        }

        return errors.Count == 0 ? await next() : TResponse.Failure(errors);
    }

    private static List<ValidationFailure> In(CultureInfo culture, IValidator<TRequest> validator, TRequest request)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = culture;
        try
        {
            return validator.Validate(request).Errors;
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static Error ToError(ValidationFailure english, ValidationFailure chinese)
    {
        var pointer = Pointers.Of(english.PropertyName);
        if (english.CustomState is Error named) return named.At(pointer);
        var code = english.ErrorCode.EndsWith("Validator", StringComparison.Ordinal) ? english.ErrorCode[..^"Validator".Length] : english.ErrorCode;
        var told = Told(code, english.FormattedMessagePlaceholderValues) ?? new(english.ErrorMessage, chinese.ErrorMessage);
        return Error.Invalid(Pointers.Kebab(code), told.En, told.Zh, pointer);
    }

    // The library names the member of the class that it looks at; the pointer says which value it is.
    private static Text? Told(string code, IReadOnlyDictionary<string, object> values) => code switch
    {
        "Length" => new($"This has {values["MinLength"]} to {values["MaxLength"]} characters, and {values["TotalLength"]} were sent.", $"长度应为 {values["MinLength"]} 至 {values["MaxLength"]} 个字符，实际 {values["TotalLength"]} 个。"),
        "MaximumLength" => new($"This has {values["MaxLength"]} characters at most, and {values["TotalLength"]} were sent.", $"长度不得超过 {values["MaxLength"]} 个字符，实际 {values["TotalLength"]} 个。"),
        "InclusiveBetween" => new($"This lies from {values["From"]} to {values["To"]}; {values["PropertyValue"]} was sent.", $"取值应为 {values["From"]} 至 {values["To"]}，实际为 {values["PropertyValue"]}。"),
        "ScalePrecision" => new($"This has {values["ExpectedScale"]} decimals at most.", $"小数位数不得超过 {values["ExpectedScale"]} 位。"),
        "NotNull" => new("This is needed here. Fill it in.", "此项必填，请填写。"),
        _ => null,
    };
}

/// <summary>How names in C# appear in JSON.</summary>
public static class Pointers
{
    /// <summary><c>Roll[0].Reason</c> as a JSON pointer: <c>/roll/0/reason</c>.</summary>
    public static string Of(string propertyPath)
    {
        var parts = propertyPath.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(parts.Select(p => "/" + char.ToLowerInvariant(p[0]) + p[1..]));
    }

    /// <summary><c>NotEmpty</c> as <c>not-empty</c>.</summary>
    public static string Kebab(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
}

/// <summary>Validation by the value objects of the domain, so that limits live once.</summary>
public static class ValueRules
{
    /// <summary>The text must make the value, or the value's own error is given.</summary>
    public static IRuleBuilderOptionsConditions<TRequest, string?> Makes<TRequest, TValue>(this IRuleBuilder<TRequest, string?> rule, Func<string?, Result<TValue>> of) =>
        rule.Custom((text, context) => Check(context, of(text)));

    /// <summary>The text, where there is one, must make the value.</summary>
    public static IRuleBuilderOptionsConditions<TRequest, string?> MakesIfGiven<TRequest, TValue>(this IRuleBuilder<TRequest, string?> rule, Func<string?, Result<TValue>> of) =>
        rule.Custom((text, context) =>
        {
            if (text is not null) Check(context, of(text));
        });

    /// <summary>The value has no fault of those that the domain finds in it; each keeps its pointer, inside the value's own.</summary>
    public static IRuleBuilderOptionsConditions<TRequest, TValue> HasNoFaults<TRequest, TValue>(this IRuleBuilder<TRequest, TValue> rule, Func<TValue, IEnumerable<Error>> faultsIn) =>
        rule.Custom((value, context) =>
        {
            foreach (var fault in faultsIn(value)) context.AddFailure(new ValidationFailure(context.PropertyPath + fault.Pointer?.Replace('/', '.'), fault.Message.En) { CustomState = fault });
        });

    /// <summary>The value does not have the fault that the domain looks for in it.</summary>
    public static IRuleBuilderOptionsConditions<TRequest, TValue> HasNoFault<TRequest, TValue>(this IRuleBuilder<TRequest, TValue> rule, Func<TValue, Error?> faultIn) =>
        rule.HasNoFaults(value => faultIn(value) is { } fault ? [fault] : []);

    /// <summary>The list has at least and at most so many entries.</summary>
    public static IRuleBuilderOptionsConditions<TRequest, IReadOnlyList<TEntry>> Holds<TRequest, TEntry>(this IRuleBuilder<TRequest, IReadOnlyList<TEntry>> rule, int least, int most) =>
        rule.HasNoFault(list => list.Count >= least && list.Count <= most
            ? null
            : Error.Invalid("list-length", $"This list has {least} to {most} entries, and {list.Count} were sent.", $"此列表应有 {least} 至 {most} 项，实际 {list.Count} 项。"));

    /// <summary>The day is today or before: what is recorded has happened.</summary>
    public static IRuleBuilderOptionsConditions<TRequest, LocalDate> NotInFuture<TRequest>(this IRuleBuilder<TRequest, LocalDate> rule, Clock clock) =>
        rule.Custom((day, context) =>
        {
            if (day > clock.Today) context.AddFailure(new ValidationFailure(context.PropertyPath, InFuture.Message.En) { CustomState = InFuture });
        });

    /// <summary>A day after today, where what is recorded must have happened.</summary>
    public static Error InFuture { get; } = Error.Invalid("date-in-future", "The date lies in the future. Enter a date up to today (Asia/Shanghai).", "日期晚于今天。请填写今天或以前的日期。");

    private static void Check<TRequest, TValue>(ValidationContext<TRequest> context, Result<TValue> result)
    {
        if (!result.Succeeded) context.AddFailure(new ValidationFailure(context.PropertyPath, result.Errors[0].Message.En) { CustomState = result.Errors[0] });
    }
}
