using NodaTime;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.InnerPartySupervision;

/// <summary>Refusals of inner-Party supervision.</summary>
public static class SupervisionErrors
{
    /// <summary>Not there, out of the caller's scope, or not for him.</summary>
    public static Error TalkNotFound { get; } = Error.NotFound("supervision-talk-not-found",
        "There is no such talk in your scope. Look it up with GET /api/v1/organizations/{organization}/supervision-talks.", "在您的权限范围内没有该谈话记录。请通过 GET /api/v1/organizations/{organization}/supervision-talks 查询。");

    /// <summary>Not there, or out of the caller's scope.</summary>
    public static Error CheckNotFound { get; } = Error.NotFound("participation-check-not-found",
        "There is no such check in your scope. Look it up with GET /api/v1/organizations/{organization}/participation-checks.", "在您的权限范围内没有该检查记录。请通过 GET /api/v1/organizations/{organization}/participation-checks 查询。");

    /// <summary>Not there, out of the caller's scope, or about himself.</summary>
    public static Error CaseNotFound { get; } = Error.NotFound("discipline-case-not-found",
        "There is no such case that you may see. Look it up with GET /api/v1/organizations/{organization}/discipline-cases.", "没有您可以查阅的该案件。请通过 GET /api/v1/organizations/{organization}/discipline-cases 查询。");

    /// <summary>Not there, or not for the caller.</summary>
    public static Error LetterNotFound { get; } = Error.NotFound("letter-not-found",
        "There is no such letter that you may see. Look it up with GET /api/v1/organizations/{organization}/letters.", "没有您可以查阅的该信件。请通过 GET /api/v1/organizations/{organization}/letters 查询。");

    /// <summary>No meeting was held in the half year, so there is nothing to check (TWS-9.2.1).</summary>
    public static Error NothingToCheck(LocalDate from, LocalDate to) => Error.RuleBroken("TWS-9.2.1", "participation-check-empty",
        $"No meeting or class was recorded from {from.Iso()} to {to.Iso()}, so there is no participation to check. Record the meetings first.", $"{from.Iso()} 至 {to.Iso()} 没有登记会议或党课，无可检查。请先登记会议。");

    /// <summary>Nobody opens a case against himself (TWS-9.2.6).</summary>
    public static Error CaseOfOneself { get; } = Error.RuleBroken("TWS-9.2.6", "discipline-case-of-oneself",
        "A case that concerns yourself is opened by the superior. Turn to it.", "涉及本人的案件须由上级立案。请报告上级。") with { Pointer = "/personId" };

    /// <summary>A case is handled with the departments concerned (TWS-9.2.6).</summary>
    public static Error NoDepartment { get; } = Error.RuleBroken("TWS-9.2.6", "discipline-case-departments",
        "A breach is handled with the departments concerned. Name at least one.", "违纪案件须会同有关部门处理。请至少填写一个部门。") with { Pointer = "/departments" };

    /// <summary>Whom the register does not know.</summary>
    public static Error PersonUnknown { get; } = Error.NotFound("person-unknown",
        "There is no such person who belongs to the organization or holds a post in it. Choose one with GET /api/v1/members.", "该组织没有此人。请通过 GET /api/v1/members 选择。") with { Pointer = "/personId" };

    /// <summary>Letters go to an organization that exists.</summary>
    public static Error AddresseeNotFound { get; } = Error.NotFound("letter-addressee-not-found",
        "There is no organization with this id to which a letter could go. Check the address from which you came.", "没有可以接收来信的这一组织。请核对来源地址。");
}
