using NodaTime;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.RuleBooks;

/// <summary>Refusals about rule books.</summary>
public static class RuleBookErrors
{
    /// <summary>No book has the rule.</summary>
    public static Error RuleNotFound(string rule) => Error.NotFound("rule-not-found",
        $"No rule book has a rule \"{rule}\". GET /api/v1/rule-books lists the books and their rules.", $"规则库中没有规则“{rule}”。请通过 GET /api/v1/rule-books 查询。");

    /// <summary>There is no such book.</summary>
    public static Error BookNotFound(string book) => Error.NotFound("rule-book-not-found",
        $"There is no rule book \"{book}\". GET /api/v1/rule-books lists them.", $"没有规则书“{book}”。请通过 GET /api/v1/rule-books 查询。");

    /// <summary>The rule computes no amount.</summary>
    public static Error NoFormula(string rule) => Error.NotFound("rule-is-no-formula",
        $"{rule} computes no amount. GET /api/v1/rule-books lists the rules; those of the kind \"formula\" do.", $"规则 {rule} 不计算金额。请通过 GET /api/v1/rule-books 查询类别为“formula”的规则。");

    /// <summary>The formula was not in force on the day.</summary>
    public static Error NoFormulaOn(string rule, LocalDate day) => Error.NotFound("formula-not-in-force",
        $"{rule} had no rates on {day:uuuu-MM-dd}. GET /api/v1/rules/{rule} shows from when to when it has.", $"{day:uuuu-MM-dd} 规则 {rule} 没有有效的标准。请通过 GET /api/v1/rules/{rule} 查询各版本的起止日期。");

    /// <summary>The formula has no rates under the name.</summary>
    public static Error NoSuchRates(string name, IReadOnlyList<string> known) => Error.Invalid("rates-unknown",
        $"The formula has no rates for \"{name}\". Use one of: {string.Join(", ", known)}.", $"该公式没有类别“{name}”。可用的类别：{string.Join("、", known)}。", "/for");

    /// <summary>The base is no amount.</summary>
    public static Error BaseMalformed { get; } = Error.Invalid("base-malformed",
        "The base is a number from 0 to 9999999999.99 with at most two decimals, such as 4321.50.", "基数须为 0 至 9999999999.99 之间的数，最多两位小数，如 4321.50。", "/base");

    /// <summary>Only an organization with a level adopts a book.</summary>
    public static Error NotAJurisdiction { get; } = Error.RuleBroken("REG-14", "not-a-jurisdiction",
        "A rule book is adopted by a territorial committee of a city, county or town. Choose one.", "规则书只能由市、县、乡镇一级的地方党组织采用。请选择地方党组织。");

    /// <summary>A book of a rule pack is adopted with its pack, by the pack's own jurisdiction.</summary>
    public static Error BelongsToPack { get; } = Error.RuleBroken("REG-20", "rule-book-belongs-to-pack",
        "The book belongs to a rule pack, which its own jurisdiction adopts for its own subtree. To use it elsewhere, upload its files as a pack of your own.", "该规则书属于规则包，由制定它的党组织为其下级采用。如需在其他地区使用，请将其文件另行上传为规则包。");

    /// <summary>It is adopted there in these days.</summary>
    public static Error AdoptedAlready(LocalDate since) => Error.RuleBroken("REG-14", "adopted-already",
        $"The book is adopted there since {since:uuuu-MM-dd}.", $"该规则书自 {since:uuuu-MM-dd} 起已被采用。");

    /// <summary>A book binds from its own first day in force at the earliest.</summary>
    public static Error BeforeItsTime(LocalDate inForceFrom) => Error.RuleBroken("REG-14", "adoption-before-its-time",
        $"The book is in force from {inForceFrom:uuuu-MM-dd}; it cannot bind earlier.", $"该规则书自 {inForceFrom:uuuu-MM-dd} 起施行，不能更早采用。");
}
