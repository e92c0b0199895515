namespace PartyOrg.Domain.DemocraticAppraisal;

/// <summary>How far the year's appraisal has come (TWS-7.3).</summary>
public enum AppraisalStatus
{
    /// <summary>The members study: education comes before judgement (学习教育).</summary>
    Study,

    /// <summary>Each member writes his self-evaluation (自我评价).</summary>
    SelfEvaluation,

    /// <summary>Criticism and self-criticism are given and recorded for each member (民主评议).</summary>
    Discussion,

    /// <summary>The ballot box is open (民主测评).</summary>
    Voting,

    /// <summary>The organization investigates and gives its opinion of each member (组织考察).</summary>
    Opinion,

    /// <summary>Commendation and handling (表彰和处理).</summary>
    Handling,

    /// <summary>It is done.</summary>
    Closed,
}

/// <summary>What a member is judged to be, by each ballot and by the organization.</summary>
public enum MemberGrade
{
    /// <summary>Excellent (优秀).</summary>
    Excellent,

    /// <summary>Qualified (合格).</summary>
    Qualified,

    /// <summary>Basically qualified (基本合格).</summary>
    BasicallyQualified,

    /// <summary>Unqualified (不合格).</summary>
    Unqualified,
}

/// <summary>What the appraisal is about (TWS-7.2).</summary>
public enum AppraisalContent
{
    /// <summary>Carrying out the line, principles and policies.</summary>
    PoliciesCarriedOut,

    /// <summary>The vanguard and model role.</summary>
    VanguardRole,
}

/// <summary>Against what each member is measured (TWS-7.4b).</summary>
public enum AppraisalStandard
{
    /// <summary>The standard for members.</summary>
    Member,

    /// <summary>The standard for advanced members.</summary>
    AdvancedMember,

    /// <summary>The standard of striving for excellence.</summary>
    StrivingForExcellence,
}

/// <summary>What a member is excepted from, with a reason (TWS-7.3).</summary>
public enum AppraisalExceptionStep
{
    /// <summary>The study and education.</summary>
    Study,

    /// <summary>The self-evaluation.</summary>
    SelfEvaluation,

    /// <summary>Criticism and self-criticism.</summary>
    Discussion,

    /// <summary>The organization's opinion.</summary>
    Opinion,

    /// <summary>Commendation and handling.</summary>
    Handling,

    /// <summary>All that is still to come: the member has left, or died.</summary>
    Everything,
}

/// <summary>What follows for a member.</summary>
public enum AppraisalHandlingKind
{
    /// <summary>Commended (表彰).</summary>
    Commended,

    /// <summary>Praised and encouraged (表扬鼓励).</summary>
    Encouraged,

    /// <summary>Helped by education and criticism (批评教育).</summary>
    Educated,

    /// <summary>To mend within a term (限期改正).</summary>
    TermToMend,

    /// <summary>A case of handling an unqualified member is opened (TWS-1.6c).</summary>
    CaseOpened,

    /// <summary>Nothing follows.</summary>
    Nothing,
}
