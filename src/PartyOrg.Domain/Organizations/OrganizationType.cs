namespace PartyOrg.Domain.Organizations;

/// <summary>The kinds of Party organization. A rule binds the types that it names: a general branch is not a branch.</summary>
public enum OrganizationType
{
    /// <summary>Party committee of a territory (地方党委): province, city, county, town.</summary>
    PartyCommittee,

    /// <summary>Party working committee for two-new organizations (两新组织党工委).</summary>
    WorkingCommittee,

    /// <summary>Party committee of a unit (单位党委).</summary>
    UnitCommittee,

    /// <summary>General branch (党总支).</summary>
    GeneralBranch,

    /// <summary>Joint general branch (联合党总支).</summary>
    JointGeneralBranch,

    /// <summary>Branch (党支部).</summary>
    Branch,

    /// <summary>Joint branch (联合党支部).</summary>
    JointBranch,

    /// <summary>Branch of floating members (流动党员党支部).</summary>
    FloatingMemberBranch,

    /// <summary>Online organization (网络党组织).</summary>
    OnlineOrganization,

    /// <summary>Dispatched branch (派驻党支部): functional, holds no member's relation (DPB-12.2).</summary>
    DispatchedBranch,

    /// <summary>Party group inside a branch (党小组).</summary>
    PartyGroup,
}

/// <summary>The level of a territorial committee: only an organization with a level is a jurisdiction that can adopt a rule book.</summary>
public enum JurisdictionLevel
{
    /// <summary>Province (省).</summary>
    Province,

    /// <summary>City (市).</summary>
    City,

    /// <summary>County or zone (县、区).</summary>
    County,

    /// <summary>Town or street (乡镇、街道).</summary>
    Town,
}

/// <summary>What can be said of each type of organization.</summary>
public static class OrganizationTypes
{
    /// <summary>Whether it is a territorial committee, which has a level and is a superior of others.</summary>
    public static bool IsTerritorial(this OrganizationType type) => type is OrganizationType.PartyCommittee or OrganizationType.WorkingCommittee;

    /// <summary>Whether members' organizational relations can lie there (组织关系所在).</summary>
    public static bool HoldsRelations(this OrganizationType type) => type is OrganizationType.Branch or OrganizationType.JointBranch or OrganizationType.FloatingMemberBranch;

    /// <summary>What it can be raised to in rank (升格; REG-25).</summary>
    public static IReadOnlyList<OrganizationType> RaisedTo(this OrganizationType type) => type switch
    {
        OrganizationType.Branch or OrganizationType.FloatingMemberBranch => [OrganizationType.GeneralBranch],
        OrganizationType.JointBranch => [OrganizationType.GeneralBranch, OrganizationType.JointGeneralBranch],
        OrganizationType.JointGeneralBranch => [OrganizationType.GeneralBranch, OrganizationType.UnitCommittee],
        OrganizationType.GeneralBranch => [OrganizationType.UnitCommittee],
        _ => [],
    };

    /// <summary>Whether a Party group can lie under it.</summary>
    public static bool HoldsGroups(this OrganizationType type) => type.HoldsRelations() || type is OrganizationType.DispatchedBranch or OrganizationType.OnlineOrganization;
}
