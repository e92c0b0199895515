using NodaTime;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Members;

/// <summary>Refusals of what is recorded of a person's workplaces.</summary>
public static class WorkplaceErrors
{
    /// <summary>No such standing workplace.</summary>
    public static Error NotFound { get; } = Error.NotFound("workplace-not-found",
        "The person has no such standing workplace. Look it up with GET /api/v1/members/{member}/workplaces.", "该人员没有这一有效的工作单位记录。请通过 GET /api/v1/members/{member}/workplaces 查询。");

    /// <summary>Which unit is not said, or said twice.</summary>
    public static Error OneUnit { get; } = Error.Invalid("workplace-names-one-unit",
        "Name the unit once: by unitId, or by creditCode where it lies outside your scope.", "请且仅请以一种方式指明单位：unitId；不在您权限范围内的单位填 creditCode。", "/unitId");

    /// <summary>No unit of this code or name.</summary>
    public static Error UnitUnknown { get; } = Error.NotFound("unit-not-found",
        "No unit of this code, or none of this name in your scope, is registered. Correct it, or ask an officer of the unit's town to register the unit (POST /api/v1/units).",
        "没有登记使用该代码的单位，或您的权限范围内没有该名称的单位。请更正，或请单位所在乡镇的工作人员先登记该单位（POST /api/v1/units）。");

    /// <summary>The end lies before the beginning.</summary>
    public static Error EndsBeforeItBegins(string pointer) => Error.Invalid("workplace-ends-before-it-begins", "The last day is not before the first.", "结束日期不得早于开始日期。", pointer);

    /// <summary>It has ended already (REG-47).</summary>
    public static Error EndedBefore(LocalDate last) => Error.RuleBroken("REG-47", "workplace-ended-before",
        $"It ends on {last:uuuu-MM-dd} already. To make it longer, correct it (PUT).", $"该记录已于 {last:uuuu-MM-dd} 结束。如需延长，请更正该记录（PUT）。");

    /// <summary>He works in another unit in these days (REG-47).</summary>
    public static Error WorksElsewhere(Workplace other) => Error.RuleBroken("REG-47", "works-elsewhere",
        $"The person works in another unit {SinceEn(other)}: in one at a time. End or correct that first; who only leaves it for this one is recorded here from a later day on, without a last one.",
        $"该人员{SinceZh(other)}在其他单位工作，同一时间只登记一个工作单位。请先结束或更正原记录；如系离开原单位转入本单位，请填写之后的开始日期且不填结束日期。");

    /// <summary>He works there in these days (REG-47).</summary>
    public static Error WorksThereAlready(Workplace other) => Error.RuleBroken("REG-47", "works-there-already",
        $"The person works in this unit {SinceEn(other)} already. Correct that where its days are wrong.", $"该人员{SinceZh(other)}已在该单位工作。日期有误的，请更正原记录。");

    private static string SinceEn(Workplace other) => other.To is { } to ? $"from {other.From:uuuu-MM-dd} to {to:uuuu-MM-dd}" : $"from {other.From:uuuu-MM-dd} on";

    private static string SinceZh(Workplace other) => other.To is { } to ? $"自 {other.From:uuuu-MM-dd} 至 {to:uuuu-MM-dd} " : $"自 {other.From:uuuu-MM-dd} 起";
}
