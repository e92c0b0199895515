using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.DemocraticAppraisal;

/// <summary>Refusals of the democratic appraisal, and its advice.</summary>
public static class AppraisalErrors
{
    /// <summary>Not there, or out of the caller's scope.</summary>
    public static Error NotFound { get; } = Error.NotFound("appraisal-not-found",
        "There is no such appraisal in your scope. Look it up with GET /api/v1/appraisals.", "在您的权限范围内没有该民主评议。请通过 GET /api/v1/appraisals 查询。");

    /// <summary>Not expected, or not to be seen by the caller.</summary>
    public static Error MemberNotFound { get; } = Error.NotFound("appraised-member-not-found",
        "No such member is expected in this appraisal, or you may not see him.", "该民主评议中没有这名党员，或您无权查看。");

    /// <summary>Appraisals are held by branches (TWS-7.1).</summary>
    public static Error NoBranch { get; } = Error.RuleBroken("TWS-7.1", "appraisal-of-no-branch",
        "Only a branch, joint branch or floating-member branch that exists today appraises its members. Choose one.", "民主评议由现存的支部、联合支部或流动党员支部组织。请选择这类组织。");

    /// <summary>Nobody to appraise (TWS-7.1).</summary>
    public static Error NobodyExpected { get; } = Error.RuleBroken("TWS-7.1", "appraisal-of-nobody",
        "Nobody belongs to the branch today, so there is nobody to appraise. Record who belongs first.", "支部目前没有党员，无可评议。请先登记党员。");

    /// <summary>One appraisal a year (TWS-7.1).</summary>
    public static Error OpenedAlready { get; } = Error.Conflict("appraisal-opened-already",
        "The branch has an appraisal of this year already. Go on with that one; GET /api/v1/appraisals lists it.", "该支部本年度已启动民主评议。请继续办理，可通过 GET /api/v1/appraisals 查询。");

    /// <summary>A year to come, or one long past.</summary>
    public static Error YearOutOfRange(int year) => Error.Invalid("appraisal-year-out-of-range",
        $"An appraisal is held for this year or made up for the last: {year - 1} or {year}.", $"民主评议只能为本年度或补办上年度：{year - 1} 或 {year}。");

    /// <summary>Somebody who is not in the appraisal.</summary>
    public static Error NotExpected { get; } = Error.RuleBroken("TWS-7.3", "appraisal-member-not-expected",
        "This person did not belong to the branch when the appraisal was opened. Take him off the list.", "该人员在民主评议启动时不属于本支部。请从名单中移除。");

    /// <summary>The step lacks somebody (TWS-7.3, TWS-7.4b).</summary>
    public static Error StepIncomplete(string ruleId, Text step, int lacking) => Error.RuleBroken(ruleId, "appraisal-step-incomplete",
        $"The step \"{step.En}\" is not completed for {lacking} of the members expected. Complete it for them or record an exception (recordAppraisalException); GET …/members shows what each one lacks.",
        $"还有 {lacking} 名党员未完成“{step.Zh}”环节。请补办，或登记例外情况（recordAppraisalException）；可通过 GET …/members 查看。");

    /// <summary>He does not rate himself (TWS-7.4).</summary>
    public static Error RatesHimself { get; } = Error.RuleBroken("TWS-7.4", "ballot-rates-voter",
        "Nobody rates himself on his ballot: that is what the self-evaluation is for. Take yourself off.", "投票时不评价本人，本人情况在自我评价中说明。请去掉本人。");

    /// <summary>Not in the appraisal (TWS-7.4).</summary>
    public static Error NotOnBallot { get; } = Error.RuleBroken("TWS-7.4", "ballot-rates-stranger",
        "This person is not on the ballot paper. GET …/ballot-paper shows who is.", "选票上没有该人员。请通过 GET …/ballot-paper 查看选票。");

    /// <summary>Rated twice (TWS-7.4).</summary>
    public static Error RatedTwice { get; } = Error.RuleBroken("TWS-7.4", "ballot-rates-twice", "This person is rated twice. Rate each member once.", "该人员被评价两次。每人只评价一次。");

    /// <summary>Somebody was left out; a ballot with gaps could be told from the others (TWS-7.4).</summary>
    public static Error BallotIncomplete(int needed, int rated) => Error.RuleBroken("TWS-7.4", "ballot-incomplete",
        $"The ballot rates {rated} of {needed} members. Rate each one but yourself: a ballot with gaps could be told from the others.", $"选票评价了 {rated} 人，应评价 {needed} 人。请评价除本人以外的每名党员：有空缺的选票可能被辨认。");

    /// <summary>One member, one ballot (TWS-7.4).</summary>
    public static Error VotedAlready { get; } = Error.RuleBroken("TWS-7.4", "ballot-cast-already",
        "Your ballot is in the box already: one member, one ballot. It cannot be taken out or changed.", "您的选票已投入票箱：一人一票，不能撤回或修改。");

    /// <summary>Fewer than must vote (TWS-7.4).</summary>
    public static Error TooFewVoted(int voted, int expected, int needed) => Error.RuleBroken("TWS-7.4", "ballot-without-quorum",
        $"{voted} of {expected} members expected have voted; the ballots count only if at least {needed} did. Keep the box open until then.",
        $"应参加 {expected} 人，已投票 {voted} 人；至少 {needed} 人投票方为有效。请继续开放票箱。");

    /// <summary>There is no result yet (TWS-7.4).</summary>
    public static Error NothingToObjectTo { get; } = Error.RuleBroken("TWS-7.4", "appraisal-without-result",
        "The organization has not recorded its opinion of you yet, so there is nothing to object to.", "组织尚未登记对您的意见，暂无可提出异议的结果。");

    /// <summary>One at a time (TWS-7.4).</summary>
    public static Error ObjectionOpenAlready { get; } = Error.RuleBroken("TWS-7.4", "appraisal-objection-open-already",
        "Your objection is being handled. Wait for the answer.", "您的异议正在处理，请等待答复。");

    /// <summary>Nothing to answer (TWS-7.4).</summary>
    public static Error NoObjection { get; } = Error.RuleBroken("TWS-7.4", "appraisal-objection-missing", "No objection of this member is open.", "该党员没有待答复的异议。");

    /// <summary>An objection that was wrong changes nothing (TWS-7.4).</summary>
    public static Error GradeOnlyWhereUpheld { get; } = Error.RuleBroken("TWS-7.4", "appraisal-grade-without-upholding",
        "Only an objection that is upheld changes the grade. Leave the grade out, or uphold the objection.", "只有采纳异议才能更改等次。请去掉等次，或采纳异议。") with { Pointer = "/grade" };

    /// <summary>The objections come first (TWS-7.4).</summary>
    public static Error ObjectionsOpen { get; } = Error.RuleBroken("TWS-7.4", "appraisal-objections-open",
        "An objection is not answered yet. Answer it first (answerAppraisalObjection).", "尚有未答复的异议。请先答复（answerAppraisalObjection）。");

    /// <summary>Commendation is for the excellent (TWS-7.3).</summary>
    public static Error CommendedNotExcellent { get; } = Error.RuleBroken("TWS-7.3", "commended-without-excellence",
        "Only a member who was judged excellent is commended. Choose another kind; encouragement fits everybody.", "只有评为优秀的党员才予表彰。请选择其他类别，如表扬鼓励。") with { Pointer = "/kind" };

    internal static IEnumerable<Advice> Omissions(IReadOnlyList<AppraisalContent> contents, IReadOnlyList<AppraisalStandard> standards)
    {
        foreach (var left in Enum.GetValues<AppraisalContent>().Except(contents))
        {
            var label = AppraisalLabels.Contents[left].Label;
            yield return new("TWS-7.2", new($"Nothing is said of: {label.En}. The appraisal covers it for every member.", $"未涉及“{label.Zh}”。民主评议应逐人涵盖。"));
        }

        foreach (var left in Enum.GetValues<AppraisalStandard>().Except(standards))
        {
            var label = AppraisalLabels.Standards[left].Label;
            yield return new("TWS-7.4b", new($"Not measured against: {label.En}. Every member is measured against it.", $"未对照“{label.Zh}”。民主评议应逐人对照。"));
        }
    }
}
