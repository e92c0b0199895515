using NodaTime;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Units;

/// <summary>Refusals of the register of units.</summary>
public static class UnitErrors
{
    /// <summary>Not there, or out of the caller's scope.</summary>
    public static Error NotFound { get; } = Error.NotFound("unit-not-found",
        "There is no such unit in your scope. Look it up with GET /api/v1/units.", "在您的权限范围内没有该单位。请通过 GET /api/v1/units 查询。");

    /// <summary>Nothing was known of it then.</summary>
    public static Error NothingKnown(Unit unit, LocalDate day) => Error.NotFound("unit-not-known-then",
        $"Nothing is recorded of the unit for {day:uuuu-MM-dd}, or was at that instant: it is known from {unit.KnownFrom:uuuu-MM-dd} on.", $"该单位在 {day:uuuu-MM-dd} 没有记录，或当时尚未登记：其记录自 {unit.KnownFrom:uuuu-MM-dd} 起。");

    /// <summary>Another unit has the code (REG-40).</summary>
    public static Error CodeTaken { get; } = Error.RuleBroken("REG-40", "unit-code-taken",
        "Another unit has this unified social credit code. Look it up with GET /api/v1/units?code=… and change it instead of registering it again.",
        "该统一社会信用代码已由其他单位登记。请通过 GET /api/v1/units?code=… 查询并修改，不要重复登记。");

    /// <summary>Not a town's committee (REG-41).</summary>
    public static Error NotATown { get; } = Error.RuleBroken("REG-41", "territory-not-a-town",
        "The territory is a Party committee or working committee at the level of a town or street. Name the town's.", "所在地应为乡镇、街道一级的党委或党工委，请选择所在乡镇。");

    /// <summary>The town's committee is not there on the day (REG-41).</summary>
    public static Error TerritoryDoesNotExist(Organization territory, LocalDate day) => Error.RuleBroken("REG-41", "territory-does-not-exist",
        $"{territory.Name} does not exist on {day:uuuu-MM-dd}. Choose the territory of that day, or another day.", $"{territory.Name}在 {day:uuuu-MM-dd} 不存在。请选择当日的所在地组织，或更改日期。");

    /// <summary>Nothing is recorded of days before the first or after the closure (REG-42).</summary>
    public static Error DoesNotExist(Unit unit, LocalDate day) => Error.RuleBroken("REG-42", "unit-does-not-exist",
        $"{unit.Name} is not in the register on {day:uuuu-MM-dd}: it is known from {unit.KnownFrom:uuuu-MM-dd} on, until it is closed. Choose another day, or correct its state.",
        $"{unit.Name}在 {day:uuuu-MM-dd} 不在册：其记录自 {unit.KnownFrom:uuuu-MM-dd} 起，至注销为止。请更改日期，或更正其经营状态。");

    /// <summary>It was closed before it was there (REG-42).</summary>
    public static Error ClosedFromTheBeginning { get; } = Error.RuleBroken("REG-42", "unit-closed-from-the-beginning",
        "A unit is not closed on its first day in the register. Choose a later day.", "单位不得在其记录的首日即为注销。请选择之后的日期。");

    /// <summary>The end lies before the beginning.</summary>
    public static Error EndsBeforeItBegins { get; } = Error.Invalid("unit-fact-ends-before-it-begins", "The last day is not before the first.", "结束日期不得早于开始日期。", "/to");

    /// <summary>It has ended already.</summary>
    public static Error EndedBefore(LocalDate last) => Error.RuleBroken("REG-43", "unit-fact-ended-before",
        $"It ends on {last:uuuu-MM-dd} already. To make it longer, take it back and record it anew.", $"该记录已于 {last:uuuu-MM-dd} 结束。如需延长，请撤回后重新登记。");

    /// <summary>Another organization covers it in these days (REG-43).</summary>
    public static Error CoveredAlready(Coverage other) => Error.RuleBroken("REG-43", "unit-covered-already",
        $"An organization covers the unit from {other.From:uuuu-MM-dd}{(other.To is { } to ? $" to {to:uuuu-MM-dd}" : " on")}. End that first: a unit is covered by one organization at a time.",
        $"自 {other.From:uuuu-MM-dd} 起{(other.To is { } last ? $"至 {last:uuuu-MM-dd} " : "")}该单位已由其他组织覆盖。同一时间只由一个组织覆盖，请先结束原覆盖关系。");

    /// <summary>The organization cannot cover it in this form (REG-44).</summary>
    public static Error FormDoesNotFit(Organization organization) => Error.RuleBroken("REG-44", "coverage-form-does-not-fit",
        $"{organization.Name} cannot cover a unit in this form: own is a unit's committee, general branch, branch or floating-member branch; joint is a joint branch, joint general branch or floating-member branch; units are attached to any but a Party group or dispatched branch.",
        $"{organization.Name}不能以这种形式覆盖单位：单独组建对应单位党委、党总支、党支部或流动党员党支部；联合组建对应联合党支部、联合党总支或流动党员党支部；挂靠不得选择党小组或派驻党支部。");

    /// <summary>The way is one of another form (REG-44).</summary>
    public static Error WayDoesNotFit { get; } = Error.RuleBroken("REG-44", "forming-way-does-not-fit",
        "The way does not fit the form: alone and with a person sent make an own organization, with the village attaches, park, trade, leading enterprise and area join or attach.",
        "组建方式与覆盖形式不符：单独组建、派员帮建对应自有组织，村企联建对应挂靠，园区联建、行业统建、龙头领建、区域合建对应联合或挂靠。");

    /// <summary>It is another unit's own organization (REG-44).</summary>
    public static Error OwnOfAnother(Organization organization) => Error.RuleBroken("REG-44", "organization-of-another-unit",
        $"{organization.Name} is another unit's own organization. A joint organization covers several units; make it one, or attach this unit.",
        $"{organization.Name}是其他单位的自有组织。多个单位应由联合党组织覆盖，或将本单位挂靠。");

    /// <summary>The unit is not of the kind that has this (REG-45).</summary>
    public static Error DoesNotFitKind(UnitMeasure measure, UnitKind kind) => DoesNotFitKind(UnitLabels.Measures[measure].Label, kind).At("/" + UnitLabels.Measures[measure].Code);

    /// <summary>The unit is not of the kind that has this (REG-45).</summary>
    public static Error DoesNotFitKind(UnitTrait trait, UnitKind kind) => DoesNotFitKind(UnitLabels.Traits[trait].Label, kind).At("/" + UnitLabels.Traits[trait].Code);

    /// <summary>What is recorded belongs to the kind that it was (REG-45).</summary>
    public static Error RecordedOfOtherKind { get; } = Error.RuleBroken("REG-45", "unit-recorded-of-other-kind",
        "Something is recorded of the unit that a unit of this kind does not have. Take that back first.", "该单位已登记有新类别不具备的内容。请先撤回相关记录。");

    /// <summary>There are not more formal members than members.</summary>
    public static Error MoreFormalMembersThanMembers { get; } = Error.RuleBroken("REG-45", "more-formal-members-than-members",
        "The unit would have more formal members than Party members. Formal members are counted among the Party members; record both.", "正式党员人数超过党员总数。正式党员计入党员总数，请同时填写两项。");

    /// <summary>There are not more floating members than members.</summary>
    public static Error MoreFloatingMembersThanMembers { get; } = Error.RuleBroken("REG-45", "more-floating-members-than-members",
        "The unit would have more floating members than Party members. Floating members are counted among the Party members; record both.", "流动党员人数超过党员总数。流动党员计入党员总数，请同时填写两项。");

    /// <summary>It leads itself (REG-45).</summary>
    public static Error LeadsItself { get; } = Error.RuleBroken("REG-45", "unit-leads-itself",
        "A unit is connected with another one that leads its chain, not with itself. Name that unit, or record that this one is a leading enterprise.", "关联的龙头企业应为其他单位。请填写该单位，或登记本单位为龙头企业。").At("/chain/leaderId");

    /// <summary>The other one leads nothing (REG-45).</summary>
    public static Error LeadsNothing(Unit leader) => Error.RuleBroken("REG-45", "unit-is-no-leading-enterprise",
        $"It is not recorded that {leader.Name} is a leading enterprise on that day. Record that by a survey first, or name another unit.", $"{leader.Name}在该日未登记为龙头企业。请先登记，或填写其他单位。").At("/chain/leaderId");

    /// <summary>It sits in the carrier in these days (REG-46).</summary>
    public static Error SitsThereAlready { get; } = Error.RuleBroken("REG-46", "unit-sits-there-already", "The unit sits in this carrier in these days already.", "该单位在此期间已在该载体内。");

    /// <summary>No such standing fact.</summary>
    public static Error FactNotFound { get; } = Error.NotFound("unit-fact-not-found",
        "The unit has no such standing fact. Look it up with GET /api/v1/units/{unit}/history.", "该单位没有这一有效记录。请通过 GET /api/v1/units/{unit}/history 查询。");

    /// <summary>A unit is called something and is somewhere (REG-42).</summary>
    public static Error FactNeeded { get; } = Error.RuleBroken("REG-42", "unit-fact-needed",
        "With what it is called and where it is on its first day the unit entered the register; that is corrected by recording it anew, and not taken back.", "单位首日的名称、类别和所在地是登记的基础，只能重新登记更正，不能撤回。");

    internal static Error? FaultIn(Organization territory, LocalDate day) =>
        territory.Level != JurisdictionLevel.Town ? NotATown : territory.ExistsOn(day) ? null : TerritoryDoesNotExist(territory, day);

    private static Error DoesNotFitKind(Text what, UnitKind kind) => Error.RuleBroken("REG-45", "unit-kind-does-not-fit",
        $"\u201C{what.En}\u201D is not recorded of a unit of the kind \u201C{UnitLabels.Kinds[kind].Label.En}\u201D. Leave it out, or correct the kind.",
        $"“{UnitLabels.Kinds[kind].Label.Zh}”类单位不登记“{what.Zh}”。请去掉该项，或更正单位类别。");
}
