using NodaTime;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.StudyAndTraining;

/// <summary>Refusals and remarks of study and training.</summary>
public static class StudyErrors
{
    /// <summary>A note that is not there, or out of the caller's scope.</summary>
    public static Error NoteNotFound { get; } = Error.NotFound("self-study-note-not-found",
        "There is no such note of self-study in your scope. Look it up with GET /api/v1/members/{member}/self-study-notes.", "在您的权限范围内没有该自学记录。请通过 GET /api/v1/members/{member}/self-study-notes 查询。");

    /// <summary>A check that is not there, or out of the caller's scope.</summary>
    public static Error CheckNotFound { get; } = Error.NotFound("study-check-not-found",
        "There is no such check of study in your scope. Look it up with GET /api/v1/study-checks.", "在您的权限范围内没有该学习检查。请通过 GET /api/v1/study-checks 查询。");

    /// <summary>A guidance that is not there, or out of the caller's scope.</summary>
    public static Error GuidanceNotFound { get; } = Error.NotFound("study-guidance-not-found",
        "There is no such guidance of study in your scope. Look it up with GET /api/v1/study-guidances.", "在您的权限范围内没有该督促指导记录。请通过 GET /api/v1/study-guidances 查询。");

    /// <summary>A facility that is not there, or out of the caller's scope.</summary>
    public static Error FacilityNotFound { get; } = Error.NotFound("facility-not-found",
        "There is no such facility in your scope. Look it up with GET /api/v1/organizations/{organization}/facilities.", "在您的权限范围内没有该设施。请通过 GET /api/v1/organizations/{organization}/facilities 查询。");

    /// <summary>Hours out of range.</summary>
    public static Error HoursOutOfRange { get; } = Error.Invalid("hours-out-of-range", "Hours are a number from 0.5 to 24 with at most one decimal place, such as 1.5.", "学时须为 0.5 至 24 之间的数字，最多一位小数，例如 1.5。");

    /// <summary>Somebody else's note (TWS-6.3a).</summary>
    public static Error NotHisOwn { get; } = Error.Forbidden("self-study-of-another",
        "A member records his own self-study, and nobody for him. Ask him to record it.", "自学记录由党员本人登记，他人不得代为登记。请由本人办理。", "TWS-6.3a");

    /// <summary>The step is reserved for those who lead the organization.</summary>
    public static Error ForLeaders(string ruleId) => Error.Forbidden("for-branch-leaders",
        "The secretary, the deputy secretary or a committee member of the organization does this. Ask one of them.", "此事项由该组织的书记、副书记或委员办理，请联系有权人员。", ruleId);

    /// <summary>The step is the superior's (TWS-6.7).</summary>
    public static Error ForSuperior { get; } = Error.Forbidden("guidance-for-superior",
        "Whoever leads the organization directly above supervises and guides study, and records it. Ask the superior.", "学习教育的督促指导由直接上一级组织的负责人员开展并登记。请联系上级。", "TWS-6.7");

    /// <summary>No organization whose study is guided (TWS-6.7).</summary>
    public static Error NotGuided { get; } = Error.RuleBroken("TWS-6.7", "guidance-of-no-branch",
        "Guidance is recorded of a branch, joint branch or floating-member branch. Choose the branch whose study was guided.", "督促指导对象为支部、联合支部或流动党员支部，请选择相应支部。") with { Pointer = "/organizationId" };

    /// <summary>Nobody is there to be checked (TWS-6.8).</summary>
    public static Error NobodyBelongs { get; } = Error.RuleBroken("TWS-6.8", "study-check-of-nobody", "Nobody belonged to the organization on this day, so that there was nobody to check.", "当日该组织没有党员，无检查对象。");

    /// <summary>Not a member of the organization (TWS-6.8).</summary>
    public static Error NotOfOrganization { get; } = Error.RuleBroken("TWS-6.8", "study-check-of-another-s-member",
        "This person did not belong to the organization on the day of the check. Leave the line out.", "此人在检查当日不属于该组织，请删除该行。");

    /// <summary>Somebody has no result (TWS-6.8).</summary>
    public static Error ResultsMissing(int count) => Error.RuleBroken("TWS-6.8", "study-check-incomplete",
        $"The results of {count} of those who belong are missing: everyone's study is checked. See GET /api/v1/organizations/{{organization}}/expected-attendees?kind=centralisedStudy.",
        $"尚缺 {count} 名党员的检查结果：检查须覆盖全体党员。名单见 GET /api/v1/organizations/{{organization}}/expected-attendees?kind=centralisedStudy。");

    /// <summary>A member stands twice.</summary>
    public static Error CheckedTwice { get; } = Error.Invalid("checked-twice", "This member stands in the check twice. Keep one line.", "该党员在检查结果中重复出现，请保留一条。");

    /// <summary>Taken back before.</summary>
    public static Error WithdrawnAlready(string ruleId) => Error.RuleBroken(ruleId, "withdrawn-already", "It was taken back before.", "已撤销，不能再次操作。");

    /// <summary>Ended before (TWS-6.6).</summary>
    public static Error EndedAlready { get; } = Error.RuleBroken("TWS-6.6", "facility-ended-already", "Its end is recorded already. Record a new one where there is one again.", "已登记结束日期。如重新配备，请另行登记。");

    /// <summary>The end lies before the beginning (TWS-6.6).</summary>
    public static Error EndsBeforeItBegins(LocalDate from) => Error.RuleBroken("TWS-6.6", "facility-ends-before-it-begins",
        $"It is there since {from.Iso()}; its last day is that day or a later one.", $"自 {from.Iso()} 起配备，结束日期不得早于该日。");

    /// <summary>A remark on one check more than is usual (TWS-6.8).</summary>
    public static Advice MoreThanUsual(int year, int usual) => new("TWS-6.8", new(
        $"Study is checked at most {usual} time{(usual == 1 ? "" : "s")} a year; this is one more in {year}.", $"学习情况每年检查至多 {usual} 次；{year} 年内已超过 {usual} 次。"));

    internal static bool MayKeep(Role by) => (by & (Role.BranchSecretary | Role.CommitteeMember)) != 0;
}
