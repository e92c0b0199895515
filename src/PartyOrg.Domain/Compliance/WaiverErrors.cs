using NodaTime;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.RuleBooks;

namespace PartyOrg.Domain.Compliance;

/// <summary>Refusals of waivers.</summary>
public static class WaiverErrors
{
    /// <summary>Not there, or out of the caller's scope.</summary>
    public static Error NotFound { get; } = Error.NotFound("waiver-not-found",
        "There is no such waiver in your scope. Look it up with GET /api/v1/organizations/{organization}/waivers.",
        "在您的权限范围内没有该豁免。请通过 GET /api/v1/organizations/{organization}/waivers 查询。");

    /// <summary>The caller does not stand above the organization, or leads it himself (REG-17).</summary>
    public static Error ForOneself { get; } = Error.RuleBroken("REG-17", "waiver-for-oneself",
        "Nobody excuses an organization in which he holds a post, nor a Party group inside it: a waiver is the superior's. Ask another officer of the superior.",
        "不得豁免本人任职的组织及其党小组，豁免须由上级作出。请由上级的其他工作人员办理。");

    /// <summary>No engine judges the rule (REG-17).</summary>
    public static Error NotJudged(string rule) => Error.RuleBroken("REG-17", "waiver-of-rule-not-judged",
        $"{rule} asks for no work per period, so there is nothing to waive; a rule that refuses is not waived. Choose a judged rule, as GET /api/v1/organizations/{{organization}}/duties shows them.",
        $"{rule} 不是按周期考核的职责，无可豁免；约束性规则不得豁免。请从 GET /api/v1/organizations/{{organization}}/duties 所列职责中选择。");

    /// <summary>The text names no period.</summary>
    public static Error PeriodUnknown(string period) => Error.Invalid("period-unknown",
        $"\"{period}\" is not a period. Write the label as the verdict shows it, such as 2024-03, 2024-B2, 2024-Q1, 2024-H1 or 2024.",
        $"“{period}”不是周期。请按判定所示填写，如 2024-03、2024-B2、2024-Q1、2024-H1、2024。");

    /// <summary>The rule has other periods on these days.</summary>
    public static Error PeriodNotOfRule(string rule, string period, IEnumerable<Slot> there)
    {
        var labels = string.Join(", ", there.Select(s => s.Period.Label).DefaultIfEmpty("–"));
        return Error.Invalid("period-not-of-rule",
            $"{rule} is not judged for {period}. Its periods on these days are: {labels}.", $"{rule} 不按 {period} 考核。该期间的考核周期为：{labels}。");
    }

    /// <summary>The rule does not bind the organization through the whole period (REG-17).</summary>
    public static Error NothingAsked(string rule) => Error.RuleBroken("REG-17", "waiver-of-no-duty",
        $"{rule} asks nothing of the organization in this period, so there is nothing to waive.", $"{rule} 在该周期内对该组织不作要求，无可豁免。");

    /// <summary>The duty is met (REG-17).</summary>
    public static Error Met(LocalDate on) => Error.RuleBroken("REG-17", "waiver-of-met-duty",
        $"The duty was met on {on.Iso()}, so there is nothing to waive.", $"该职责已于 {on.Iso()} 完成，无需豁免。");

    /// <summary>A waiver stands (REG-17).</summary>
    public static Error WaivedAlready { get; } = Error.RuleBroken("REG-17", "waived-already",
        "The duty is waived for this period already. To give another reason, withdraw that waiver first.", "该周期的此项职责已被豁免。如需更改理由，请先撤回原豁免。");

    /// <summary>It was taken back before.</summary>
    public static Error WithdrawnAlready { get; } = Error.Conflict("waiver-withdrawn-already",
        "The waiver has been withdrawn already; the duty is asked again.", "该豁免已撤回，该职责已恢复要求。");
}
