namespace PartyOrg.Domain.MemberObjectives;

/// <summary>How far a member's objectives of a year have come (TWS-5.2, TWS-5.5).</summary>
public enum ObjectivesStatus
{
    /// <summary>The member has proposed them (个人自定).</summary>
    Proposed,

    /// <summary>The Party group has commented on them (党小组互评).</summary>
    Deliberated,

    /// <summary>The committee has returned them (退回).</summary>
    Returned,

    /// <summary>The committee has approved them (支委会审定): they count.</summary>
    Approved,

    /// <summary>The member has summed up his year (个人总结自评).</summary>
    SelfEvaluated,

    /// <summary>The democratic evaluation and the opinions are there (民主测评).</summary>
    Evaluated,

    /// <summary>The organization has appraised him (组织评定).</summary>
    Appraised,

    /// <summary>The result is public (公布).</summary>
    Published,

    /// <summary>The grade is given (评定等次).</summary>
    Graded,

    /// <summary>Commended or treated (表彰和处理).</summary>
    Handled,

    /// <summary>Reported to the town's Party committee (上报).</summary>
    Reported,
}

/// <summary>The five areas of a member's objectives (TWS-5.1).</summary>
public enum ObjectiveArea
{
    /// <summary>Attendance in organizational life: its mark is computed.</summary>
    Attendance,

    /// <summary>Work goals.</summary>
    Work,

    /// <summary>Self-improvement.</summary>
    SelfImprovement,

    /// <summary>Discipline.</summary>
    Discipline,

    /// <summary>The advanced role.</summary>
    AdvancedRole,
}

/// <summary>For what kind of post objectives are meant (TWS-5.1).</summary>
public enum PostCategory
{
    /// <summary>Those who manage.</summary>
    Management,

    /// <summary>Engineers and technicians.</summary>
    Technical,

    /// <summary>Production.</summary>
    Production,

    /// <summary>Sales and service.</summary>
    Service,

    /// <summary>Everybody else.</summary>
    Other,
}

/// <summary>Whose opinion of a member it is (TWS-5.5).</summary>
public enum OpinionSource
{
    /// <summary>The masses.</summary>
    Masses,

    /// <summary>A department concerned.</summary>
    Department,
}

/// <summary>Who approves objectives (TWS-5.2).</summary>
public enum ApprovingBody
{
    /// <summary>The branch committee.</summary>
    Committee,

    /// <summary>The general meeting, in a branch without a committee.</summary>
    GeneralMeeting,
}
