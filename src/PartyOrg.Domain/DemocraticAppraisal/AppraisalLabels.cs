using PartyOrg.Domain.Names;

namespace PartyOrg.Domain.DemocraticAppraisal;

/// <summary>What the codes of the appraisal are called.</summary>
public static class AppraisalLabels
{
    /// <summary>How far an appraisal has come.</summary>
    public static CodeList<AppraisalStatus> Statuses { get; } = new(
        new(AppraisalStatus.Study, "Study and education", "学习教育"),
        new(AppraisalStatus.SelfEvaluation, "Self-evaluation", "自我评价"),
        new(AppraisalStatus.Discussion, "Criticism and self-criticism", "民主评议"),
        new(AppraisalStatus.Voting, "Ballot", "民主测评"),
        new(AppraisalStatus.Opinion, "Investigation and opinion", "组织考察"),
        new(AppraisalStatus.Handling, "Commendation and handling", "表彰和处理"),
        new(AppraisalStatus.Closed, "Closed", "已办结"));

    /// <summary>What a member is judged to be.</summary>
    public static CodeList<MemberGrade> Grades { get; } = new(
        new(MemberGrade.Excellent, "Excellent", "优秀"),
        new(MemberGrade.Qualified, "Qualified", "合格"),
        new(MemberGrade.BasicallyQualified, "Basically qualified", "基本合格"),
        new(MemberGrade.Unqualified, "Unqualified", "不合格"));

    /// <summary>What the appraisal is about.</summary>
    public static CodeList<AppraisalContent> Contents { get; } = new(
        new(AppraisalContent.PoliciesCarriedOut, "Line, principles and policies carried out", "执行党的路线方针政策"),
        new(AppraisalContent.VanguardRole, "Vanguard and model role", "发挥先锋模范作用"));

    /// <summary>Against what each member is measured.</summary>
    public static CodeList<AppraisalStandard> Standards { get; } = new(
        new(AppraisalStandard.Member, "Standard for members", "党员标准"),
        new(AppraisalStandard.AdvancedMember, "Standard for advanced members", "优秀党员标准"),
        new(AppraisalStandard.StrivingForExcellence, "Standard of striving for excellence", "创先争优标准"));

    /// <summary>What a member is excepted from.</summary>
    public static CodeList<AppraisalExceptionStep> ExceptionSteps { get; } = new(
        new(AppraisalExceptionStep.Study, "Study and education", "学习教育"),
        new(AppraisalExceptionStep.SelfEvaluation, "Self-evaluation", "自我评价"),
        new(AppraisalExceptionStep.Discussion, "Criticism and self-criticism", "民主评议"),
        new(AppraisalExceptionStep.Opinion, "Opinion", "组织意见"),
        new(AppraisalExceptionStep.Handling, "Handling", "处理"),
        new(AppraisalExceptionStep.Everything, "Everything to come", "以后各环节"));

    /// <summary>What follows for a member.</summary>
    public static CodeList<AppraisalHandlingKind> Handlings { get; } = new(
        new(AppraisalHandlingKind.Commended, "Commended", "表彰"),
        new(AppraisalHandlingKind.Encouraged, "Praised and encouraged", "表扬鼓励"),
        new(AppraisalHandlingKind.Educated, "Educated and criticised", "批评教育"),
        new(AppraisalHandlingKind.TermToMend, "To mend within a term", "限期改正"),
        new(AppraisalHandlingKind.CaseOpened, "Case opened", "立案处理"),
        new(AppraisalHandlingKind.Nothing, "Nothing follows", "无需处理"));
}
