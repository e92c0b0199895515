using NodaTime;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.CleanConduct;

/// <summary>Refusals of accountability cases. None says what a case is about.</summary>
public static class AccountabilityErrors
{
    /// <summary>Not there, or not for the caller's eyes.</summary>
    public static Error NotFound { get; } = Error.NotFound("accountability-case-not-found",
        "There is no such case that you may see. Look it up with GET /api/v1/organizations/{organization}/accountability-cases.",
        "没有您可以查看的该案件。请通过 GET /api/v1/organizations/{organization}/accountability-cases 查询。");

    /// <summary>Of such an organization no cases are kept here (TWS-2.4).</summary>
    public static Error OtherOrganization { get; } = Error.RuleBroken("TWS-2.4", "accountability-of-other-organization",
        "Cases are kept for branches, general branches and committees of units. For a Party group open it with its branch.", "责任追究由党支部、党总支和单位党委办理。党小组的情况请在所在支部立案。") with { Pointer = "/organizationId" };

    /// <summary>Neither person nor department, or both.</summary>
    public static Error OneConcerned { get; } = Error.Invalid("accountability-one-concerned",
        "A case is about a person or a department: name one of them.", "案件涉及人员或部门，请填写其中之一。", "/personId");

    /// <summary>Nobody registered in the caller's scope has the id.</summary>
    public static Error PersonUnknown { get; } = Error.Invalid("accountability-person-unknown",
        "Nobody in your scope has this id. Look the person up with GET /api/v1/members.", "在您的权限范围内没有此人。请通过 GET /api/v1/members 查询。");

    /// <summary>No responsibilities, or too many.</summary>
    public static Error ResponsibilitiesOutOfRange { get; } = Error.Invalid("accountability-responsibilities-out-of-range",
        $"Name 1 to {AccountabilityCase.MostResponsibilities} responsibilities.", $"请认定 1 至 {AccountabilityCase.MostResponsibilities} 项责任。", "");

    /// <summary>A collective responsibility with a person, or an individual one without.</summary>
    public static Error ScopeDoesNotFit { get; } = Error.Invalid("accountability-scope-does-not-fit",
        "An individual responsibility names the person, a collective one names nobody.", "个人责任须写明人员，集体责任不写人员。");

    /// <summary>One person with two responsibilities.</summary>
    public static Error AttributedTwice { get; } = Error.Invalid("accountability-attributed-twice", "One person has one responsibility in a case. Put them together.", "同一人员在一案中只认定一项责任。请合并。");

    /// <summary>A step before the one that it follows (TWS-2.4).</summary>
    public static Error BeforeTheStepBefore(LocalDate day, string pointer) => Error.RuleBroken("TWS-2.4", "accountability-step-before-the-last",
        $"The step before was on {day:uuuu-MM-dd}; this one is then or later. Correct the day.", $"上一步骤的日期为 {day:uuuu-MM-dd}，本步骤不得早于该日。请改正日期。") with { Pointer = pointer };

    /// <summary>Not every responsibility is handled, or more than there are (TWS-2.4).</summary>
    public static Error NotEachHandled(int count) => Error.RuleBroken("TWS-2.4", "accountability-not-each-handled",
        $"{count} responsibilities were attributed; decide on each, in their order.", $"已认定 {count} 项责任，请按顺序逐项作出决定。") with { Pointer = "/handlings" };

    /// <summary>The three things to which a handling is in proportion are not all recorded (TWS-2.4).</summary>
    public static Error NotProportionate { get; } = Error.RuleBroken("TWS-2.4", "accountability-not-proportionate",
        "A handling is in proportion to the person's post, part in the breach and responsibility. Record all three.", "处理应与其职务、在违规中的作用和应负责任相当。请三项都填写。");
}
