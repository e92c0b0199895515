using PartyOrg.Domain.Names;

namespace PartyOrg.Domain.Organizations;

/// <summary>What the codes of organizations are called.</summary>
public static class OrganizationLabels
{
    /// <summary>Types of organization.</summary>
    public static CodeList<OrganizationType> Types { get; } = new(
        new(OrganizationType.PartyCommittee, "Territorial Party committee", "地方党委", "乡镇党委", "街道党委", "镇党委", "乡党委", "县委", "市委"),
        new(OrganizationType.WorkingCommittee, "Working committee", "党工委", "两新组织党工委", "街道党工委"),
        new(OrganizationType.UnitCommittee, "Unit committee", "单位党委", "企业党委", "基层党委"),
        new(OrganizationType.GeneralBranch, "General branch", "党总支", "总支", "党总支部"),
        new(OrganizationType.JointGeneralBranch, "Joint general branch", "联合党总支", "联合总支"),
        new(OrganizationType.Branch, "Branch", "党支部", "支部"),
        new(OrganizationType.JointBranch, "Joint branch", "联合党支部", "联合支部"),
        new(OrganizationType.FloatingMemberBranch, "Floating-member branch", "流动党员党支部", "流动党支部"),
        new(OrganizationType.OnlineOrganization, "Online organization", "网络党组织", "网上党支部"),
        new(OrganizationType.DispatchedBranch, "Dispatched branch", "派驻党支部"),
        new(OrganizationType.PartyGroup, "Party group", "党小组", "小组"));

    /// <summary>Levels of territorial committees.</summary>
    public static CodeList<JurisdictionLevel> Levels { get; } = new(
        new(JurisdictionLevel.Province, "Province", "省", "省级"),
        new(JurisdictionLevel.City, "City", "市", "市级", "地市"),
        new(JurisdictionLevel.County, "County", "县", "县级", "区", "县区"),
        new(JurisdictionLevel.Town, "Town", "乡镇", "街道", "镇", "乡", "乡镇街道"));

    /// <summary>Offices of an organization.</summary>
    public static CodeList<Office> Offices { get; } = new(
        new(Office.Secretary, "Secretary", "书记", "党支部书记", "支部书记", "党委书记", "总支书记"),
        new(Office.DeputySecretary, "Deputy secretary", "副书记", "支部副书记", "党支部副书记"),
        new(Office.OrganizationMember, "Committee member for organization", "组织委员"),
        new(Office.PublicityMember, "Committee member for publicity", "宣传委员"),
        new(Office.DisciplineMember, "Committee member for discipline", "纪检委员", "纪律委员"),
        new(Office.CommitteeMember, "Committee member", "委员", "支部委员"),
        new(Office.GroupLeader, "Group leader", "党小组组长", "组长", "党小组长"),
        new(Office.Instructor, "Party-building instructor", "党建工作指导员", "党建指导员", "指导员"),
        new(Office.DisciplineContact, "Member for discipline inspection", "纪检联络员"));
}
