using NodaTime;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.PartyAffairsOpenness;

/// <summary>Refusals of publications, of opinions on them and of those who watch over openness.</summary>
public static class PublicationErrors
{
    /// <summary>Not there, out of the caller's scope, or not on view for him.</summary>
    public static Error NotFound { get; } = Error.NotFound("publication-not-found",
        "There is no such publication on view for you. Look it up with GET /api/v1/organizations/{organization}/publications, or among those that everyone reads.",
        "没有您可以查阅的该公开事项。请通过 GET /api/v1/organizations/{organization}/publications 或面向职工的公开列表查询。");

    /// <summary>The organization does not make Party affairs public itself (TWS-8.2).</summary>
    public static Error NotBound { get; } = Error.RuleBroken("TWS-8.2", "publication-of-organization",
        "Party affairs are made public by an organization with a secretary of its own: a branch, a general branch or the committee of a unit. Choose the one in which the matter lies.",
        "党务公开由设有书记的支部、总支或单位党委负责。请选择事项所在的组织。");

    /// <summary>The form is not for this audience (TWS-8.4d).</summary>
    public static Error FormDoesNotFit { get; } = Error.RuleBroken("TWS-8.4d", "publication-form",
        "A meeting or an announcement is for employees; what suits only the Party goes by an inner-Party meeting, a document or a circular. Choose another form or audience.",
        "面向职工的事项以会议或公告形式公开；只宜在党内公开的，以党内会议、文件或通报形式公开。请调整公开形式或范围。") with { Pointer = "/form" };

    /// <summary>The end of the work is missing, or there where there is none (TWS-8.4c).</summary>
    public static Error EndDoesNotFit { get; } = Error.RuleBroken("TWS-8.4c", "publication-work-end",
        "Periodic and temporary work names the day on which it ended, from which its time runs; other work has no such day. Add the day or leave it out.",
        "阶段性和临时性工作须填写结束日期，公开期限由此起算；其他工作不填写。请补填或删除该日期。") with { Pointer = "/workEndedOn" };

    /// <summary>Only what is staged is opened before the decision (TWS-8.3).</summary>
    public static Error NotStaged { get; } = Error.RuleBroken("TWS-8.3", "publication-not-staged",
        "This matter is not decided in stages, so it is not opened for opinions: after the secrecy check it is approved and published.",
        "该事项不需分阶段公开，无须公开征求意见：保密审查后即可审批和公开。");

    /// <summary>The plan was not formed by the general meeting and the Party groups (TWS-8.3).</summary>
    public static Error PlanWithoutMeetings(string missingEn, string missingZh) => Error.RuleBroken("TWS-8.3", "publication-plan-meetings",
        $"A preliminary plan is formed through the general meeting and the Party group meetings, held on the day of the opening or later and recorded. Missing: {missingEn}.",
        $"初步方案须经党员大会和党小组会讨论形成，会议须在公开之日或之后召开并已登记。尚缺：{missingZh}。") with { Pointer = "/meetingIds" };

    /// <summary>The meeting that decided is not there (TWS-8.3).</summary>
    public static Error DecisionWithoutMeeting(LocalDate from) => Error.RuleBroken("TWS-8.3", "publication-decision-meeting",
        $"The decision is made in the open by a recorded meeting of the organization, held on {from.Iso()} (when the plan was formed) or later. Record the meeting first, or choose another one.",
        $"决策须由本组织已登记的会议民主讨论作出，会议日期不早于 {from.Iso()}（初步方案形成之日）。请先登记会议，或另选会议。") with { Pointer = "/meetingId" };

    /// <summary>Opinions from before the decision wait for an answer (TWS-8.3).</summary>
    public static Error OpinionsUnanswered(int count) => Error.RuleBroken("TWS-8.3", "publication-opinions-unanswered",
        $"{count} opinion{(count == 1 ? "" : "s")} received before the decision {(count == 1 ? "is" : "are")} not answered. Answer {(count == 1 ? "it" : "them")} before the result is made public.",
        $"决策前收到的意见尚有 {count} 条未答复。请先答复，再公开结果。");

    /// <summary>What was counted is not typed over (TWS-8.2).</summary>
    public static Error NumbersAreDrawn { get; } = Error.RuleBroken("TWS-8.2", "publication-numbers-drawn",
        "Title, text and numbers of this publication were counted from the records, so nobody writes over them. Correct the records, then draw it again with generatePublication, with another remark where that is wrong, and withdraw this draft.",
        "该公开事项的标题、内容和数字由系统根据记录统计生成，不得手工改写。请先更正有关记录，再通过 generatePublication 重新生成（附言有误的一并改正），并撤下本草稿。") with { Pointer = "/text" };

    /// <summary>Work that ended is public nowhere now (TWS-8.4c).</summary>
    public static Advice WorkIsPublicNowhere(LocalDate endedOn) => new("TWS-8.4c", new(
        $"This counts as never published. Where the work that ended on {endedOn.Iso()} is to be public, draft the publication that takes its place: the time runs from that day.",
        $"本事项视为未公开。{endedOn.Iso()} 结束的工作如仍应公开，请另行起草，期限仍自该日起算。"));

    /// <summary>A generated publication's numbers are the product's (TWS-8.2).</summary>
    public static Error DraftUnknown(string name, IEnumerable<string> known) => Error.Invalid("publication-draft-unknown",
        $"There is no draft \"{name}\". There are: {string.Join(", ", known)}.", $"没有名为“{name}”的草稿来源。可用：{string.Join("、", known)}。", "/from");

    /// <summary>An opinion that is not there, or out of scope.</summary>
    public static Error OpinionNotFound { get; } = Error.NotFound("opinion-not-found",
        "There is no such opinion in your scope. Look it up with GET /api/v1/publications/{publication}/opinions.", "在您的权限范围内没有该意见。请通过 GET /api/v1/publications/{publication}/opinions 查询。");

    /// <summary>The matter takes no opinions now (TWS-8.5).</summary>
    public static Error TakesNoOpinions { get; } = Error.RuleBroken("TWS-8.5", "publication-takes-no-opinions",
        "Opinions are received while the matter is open before its decision, and on a published result. Now it is neither; write a letter to the organization instead.",
        "事项在决策前公开期间和结果公开之后接收意见，目前不在此范围。如有需要，请以来信方式反映。");

    /// <summary>The code belongs to nothing.</summary>
    public static Error CodeUnknown { get; } = Error.NotFound("follow-up-code-unknown",
        "Nothing is followed with this code. It was shown once, when the text was sent; check it letter by letter.", "没有与该查询码对应的内容。查询码仅在提交时显示一次，请逐字核对。");

    /// <summary>The one-time ticket is missing, wrong or out of date.</summary>
    public static Error TicketRefused { get; } = Error.Invalid("ticket-refused",
        "The one-time ticket is wrong or older than an hour. Get another one with POST /api/v1/public/tickets and send the text again.",
        "一次性票据无效或已超过一小时。请通过 POST /api/v1/public/tickets 重新获取后再提交。", "/ticket");

    /// <summary>The one-time ticket was used.</summary>
    public static Error TicketSpent { get; } = Error.Conflict("ticket-spent",
        "This ticket was used: the text that came with it is received. For another one get another ticket with POST /api/v1/public/tickets.", "该票据已使用，随其提交的内容已收到。如需再次提交，请通过 POST /api/v1/public/tickets 获取新票据。");

    /// <summary>Whoever wants to sign must be signed in.</summary>
    public static Error SignatureWithoutAccount { get; } = new(ErrorKind.Unauthenticated, "signature-without-account", new(
        "Only who is signed in can sign. Sign in, or send it without signature.", "登录后方可署名提交。请先登录，或改为匿名提交。"));

    /// <summary>A supervisor of openness who is not there, or out of scope.</summary>
    public static Error SupervisorNotFound { get; } = Error.NotFound("openness-supervisor-not-found",
        "There is no such supervisor of openness in your scope. Look him up with GET /api/v1/organizations/{organization}/openness-supervisors.",
        "在您的权限范围内没有该党务公开监督员。请通过 GET /api/v1/organizations/{organization}/openness-supervisors 查询。");

    /// <summary>The appointment ended before, or would end before it began (TWS-8.5).</summary>
    public static Error SupervisorEnd { get; } = Error.RuleBroken("TWS-8.5", "openness-supervisor-end",
        "The appointment has an end already, or the last day comes before the first. Check the dates.", "该聘任已登记结束日期，或结束日期早于开始日期。请核对。");
}
