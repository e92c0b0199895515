using System.Reflection;
using PartyOrg.Domain;
using PartyOrg.Domain.Results;

namespace PartyOrg.WebApi.Http;

/// <summary>Says of a parameter of the path, the query or a header that cannot be read how it is written.</summary>
internal static class ParameterFaults
{
    /// <summary>What is wrong, in both languages, and how it is put right.</summary>
    /// <param name="endpoint">The operation that was asked for.</param>
    /// <param name="name">The parameter.</param>
    /// <param name="value">What was sent; none where it is missing.</param>
    public static Error Of(Endpoint? endpoint, string name, string? value)
    {
        var form = FormOf(endpoint?.Metadata.GetMetadata<MethodInfo>()?.GetParameters().FirstOrDefault(p => string.Equals(p.Name, name.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase))?.ParameterType);
        return Error.Invalid(
            "malformed-parameter",
            (value is null ? $"The parameter {name} is missing." : $"The parameter {name} cannot be read from \"{value}\".") + " " + form.En,
            (value is null ? $"缺少参数 {name}。" : $"参数 {name} 的值 \"{value}\" 格式不正确。") + form.Zh,
            "/" + name);
    }

    private static Text FormOf(Type? declared)
    {
        var type = declared is null ? null : Nullable.GetUnderlyingType(declared) ?? declared;
        if (type == typeof(IfMatch)) return new("Send the ETag as it was read, in quotes: \"3\".", "请原样发送读取到的 ETag，带引号，例如 \"3\"。");
        if (type == typeof(DateParameter)) return new("Write a date as YYYY-MM-DD, for example 2026-03-31.", "请按 YYYY-MM-DD 填写日期，例如 2026-03-31。");
        if (type == typeof(MonthParameter)) return new("Write a month from 2000 to 2100 as YYYY-MM, for example 2026-03.", "请按 YYYY-MM 填写2000年至2100年的月份，例如 2026-03。");
        if (type == typeof(InstantParameter)) return new("Write an instant in UTC, for example 2026-03-31T01:30:00Z.", "请填写协调世界时（UTC）时刻，例如 2026-03-31T01:30:00Z。");
        if (type == typeof(string)) return new("Fill it in; /swagger says what it takes.", "请填写；可填内容见 /swagger。");
        if (type == typeof(bool)) return new("Write true or false.", "请填写 true 或 false。");
        if (type == typeof(int) || type == typeof(long)) return new("Write a whole number.", "请填写整数。");
        if (type == typeof(decimal)) return new("Write a number, for example 4321.50.", "请填写数字，例如 4321.50。");
        if (type == typeof(Guid) || Generic(type, typeof(Id<>))) return new("Write an id as the API gives it, for example 0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d01.", "请填写接口返回的编号，例如 0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d01。");
        return Generic(type, typeof(NameParameter<>)) ? OneOf(type!.GetGenericArguments()[0]) : new("GET /swagger/v1/swagger.json tells its form.", "格式见 GET /swagger/v1/swagger.json。");
    }

    private static Text OneOf(Type names)
    {
        var list = JsonFaults.Names(names);
        return new($"Write one of: {list}.", $"请填写以下之一：{list}。");
    }

    private static bool Generic(Type? type, Type of) => type is { IsGenericType: true } && type.GetGenericTypeDefinition() == of;
}
