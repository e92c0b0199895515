using PartyOrg.Domain.Members;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Imports;

/// <summary>Yes or no, as it stands in a cell.</summary>
internal enum YesOrNo
{
    No,
    Yes,
}

/// <summary>The words of registers for the product's codes.</summary>
internal static class RegisterCodes
{
    public static readonly CodeList<OrganizationType> Types = OrganizationLabels.Types;

    public static readonly CodeList<JurisdictionLevel> Levels = OrganizationLabels.Levels;

    public static readonly CodeList<Standing> Standings = MemberLabels.Standings;

    public static readonly CodeList<Belonging> Belongings = MemberLabels.Belongings;

    public static readonly CodeList<YesOrNo> YesNo = new(new(YesOrNo.Yes, "Yes", "是", "true", "1", "y", "有"), new(YesOrNo.No, "No", "否", "false", "0", "n", "无"));

    public static readonly CodeList<Office> Offices = OrganizationLabels.Offices;
}

/// <summary>The sheets of a register as an officer keeps it: read, offered as a template, and explained by one description.</summary>
internal static class RegisterSheets
{
    public static readonly SheetColumn Code = new("code", new("Organization code", "组织编码"))
    {
        IsRequired = true, Width = 18, Example = "FZ-0101", Synonyms = ["党组织编码", "组织代码", "编码", "code"],
        Explanation = new("The code under which your lists have it: letters, digits, hyphens. It is never used again.", "本地名册中的编码：字母、数字、连字符。编码不得重复使用。"),
    };

    public static readonly SheetColumn Name = new("name", new("Name", "组织名称")) { IsRequired = true, Width = 36, Example = "华星科技有限公司党支部", Synonyms = ["党组织名称", "名称", "Organization name"], Explanation = new("The full name.", "组织全称。") };

    public static readonly SheetColumn Type = new("type", new("Type", "组织类型")) { IsRequired = true, Codes = RegisterCodes.Types, Example = "党支部", Synonyms = ["类型", "党组织类型", "组织类别"], Explanation = new("One of the list.", "从列表中选择。") };

    public static readonly SheetColumn Superior = new("superiorCode", new("Superior's code", "上级组织编码"))
    {
        Width = 18, Example = "FZ-01", Synonyms = ["上级编码", "上级党组织编码", "Superior code"],
        Explanation = new("The code of the organization under which it stands, in this file or in the register; empty only of the topmost one.", "其上级组织的编码，可在本文件或现有名册中；仅最上级组织可留空。"),
    };

    public static readonly SheetColumn FoundedOn = new("foundedOn", new("Founded on", "成立日期")) { IsRequired = true, Kind = ColumnKind.Date, Example = "2020-07-01", Explanation = new("The first day on which it exists.", "成立当日。") };

    public static readonly SheetColumn Level = new("level", new("Level", "层级")) { Codes = RegisterCodes.Levels, Synonyms = ["级别"], Explanation = new("For territorial committees only.", "仅地方党组织填写。") };

    public static readonly SheetColumn Unit = new("unitCreditCode", new("Unit's social credit code", "统一社会信用代码"))
    {
        Width = 24, Synonyms = ["单位统一社会信用代码", "信用代码", "Unit credit code"], Explanation = new("18 characters, where it is formed in one unit. An empty cell leaves what the register has.", "18位，在单个单位中建立的填写。留空则保持名册原值。"),
    };

    public static readonly SheetColumn GroupCode = new("groupCode", new("Group code", "党小组编码")) { IsRequired = true, Width = 18, Example = "FZ-0101-1", Synonyms = ["小组编码"], Explanation = new("The group's own code.", "党小组自身的编码。") };

    public static readonly SheetColumn GroupName = new("groupName", new("Group name", "党小组名称")) { IsRequired = true, Width = 24, Example = "第一党小组", Synonyms = ["小组名称", "名称", "Name"], Explanation = new("Its name.", "党小组名称。") };

    public static readonly SheetColumn BranchCode = new("branchCode", new("Branch code", "所在党支部编码"))
    {
        IsRequired = true, Width = 18, Example = "FZ-0101", Synonyms = ["党支部编码", "支部编码", "所属党支部编码"], Explanation = new("The branch whose members it groups.", "党小组所在的党支部。"),
    };

    public static readonly SheetColumn PersonName = new("name", new("Name", "姓名")) { IsRequired = true, Width = 14, Example = "王伟", Explanation = new("As on the identity card.", "与身份证一致。") };

    public static readonly SheetColumn Identity = new("identityNumber", new("Identity number", "公民身份号码"))
    {
        IsRequired = true, Width = 24, Example = "11010519491231002X", Synonyms = ["身份证号", "身份证号码", "身份证", "身份号码"], Explanation = new("18 characters, as text.", "18位，文本格式。"),
    };

    public static readonly SheetColumn Phone = new("phone", new("Phone", "联系电话"))
    {
        Example = "13800138000", Synonyms = ["手机", "手机号", "手机号码", "电话", "联系方式"], Explanation = new("Mobile, or landline with area code. An empty cell leaves what the register has.", "手机号码或带区号的固定电话。留空则保持名册原值。"),
    };

    public static readonly SheetColumn MemberStanding = new("standing", new("Standing", "党员类型")) { IsRequired = true, Codes = RegisterCodes.Standings, Example = "正式", Synonyms = ["党员类别", "人员类别", "党员身份"], Explanation = new("Formal or probationary.", "正式或预备。") };

    public static readonly SheetColumn Floating = new("floating", new("Floating", "流动")) { Codes = RegisterCodes.YesNo, Synonyms = ["流动党员", "是否流动党员", "是否流动"], Explanation = new("Whether the relation lies elsewhere than where he takes part; empty means no.", "是否流动党员，留空为否。") };

    public static readonly SheetColumn Pocket = new("pocket", new("Pocket", "口袋")) { Codes = RegisterCodes.YesNo, Synonyms = ["口袋党员", "是否口袋党员", "是否口袋"], Explanation = new("Whether he keeps the relation to himself; empty means no.", "是否口袋党员，留空为否。") };

    public static readonly SheetColumn MemberOf = new("organizationCode", new("Organization code", "所在党组织编码"))
    {
        IsRequired = true, Width = 18, Example = "FZ-0101", Synonyms = ["组织编码", "所在党支部编码", "党支部编码", "所在组织编码", "党组织编码"], Explanation = new("The branch to which he belongs.", "所在党支部的编码。"),
    };

    public static readonly SheetColumn From = new("from", new("Belongs from", "组织关系转入日期"))
    {
        IsRequired = true, Kind = ColumnKind.Date, Example = "2021-03-01", Synonyms = ["转入日期", "编入日期", "转入时间", "From"], Explanation = new("The first day on which he belongs to the organization.", "转入或编入当日。"),
    };

    public static readonly SheetColumn Since = new("memberSince", new("Member since", "入党日期"))
    {
        Kind = ColumnKind.Date, Example = "2019-07-01", Synonyms = ["入党时间", "加入党组织日期"], Explanation = new("The first day of membership; where it is empty, the day on which he belongs to the organization.", "取得预备党员资格之日，留空则同转入日期。"),
    };

    public static readonly SheetColumn FormalSince = new("formalSince", new("Formal since", "转正日期"))
    {
        Kind = ColumnKind.Date, Example = "2020-07-01", Synonyms = ["转正时间", "转为正式党员日期"], Explanation = new("Of a formal member, the first day as such; where it is empty, the day before counts.", "正式党员填写转正之日，留空则按入党日期。"),
    };

    public static readonly SheetColumn MemberBelonging = new("belonging", new("Belonging", "归属方式"))
    {
        Codes = RegisterCodes.Belongings, Synonyms = ["关系/编入", "关系类型", "隶属方式"], Explanation = new("Relation, or enrolment without it; empty means relation.", "组织关系或编入，留空为组织关系。"),
    };

    public static readonly SheetColumn MemberGroup = new("groupCode", new("Group code", "党小组编码")) { Width = 18, Synonyms = ["所在党小组编码", "小组编码"], Explanation = new("His Party group in the branch, where he is in one.", "所在党小组的编码，未编组的留空。") };

    public static readonly SheetColumn MemberWorkplace = new("workplace", new("Workplace", "工作单位"))
    {
        Width = 24, Example = "91350100M000100Y43", Synonyms = ["所在单位", "就业单位", "工作单位统一社会信用代码", "Employer"],
        Explanation = new(
            "The registered unit in which he works: its social credit code, or its full name where no other unit of yours has it. An empty cell leaves what the register has.",
            "所在的已登记单位：填统一社会信用代码；本辖区内无重名的，也可填单位全称。留空则保持名册原值。"),
    };

    public static readonly SheetColumn WorksSince = new("worksSince", new("Works there since", "到岗日期"))
    {
        Kind = ColumnKind.Date, Example = "2021-03-01", Synonyms = ["入职日期", "到单位日期"],
        Explanation = new(
            "The first day on which he works there; where it is empty, the day on which he belongs to the organization. Needed of whoever the register has in another unit.",
            "在该单位工作的首日，留空则同转入日期。名册中已有其他工作单位的必须填写。"),
    };

    public static readonly SheetColumn PostOf = new("organizationCode", new("Organization code", "组织编码")) { IsRequired = true, Width = 18, Example = "FZ-0101", Synonyms = ["党组织编码", "任职组织编码", "所在党组织编码"], Explanation = new("The organization or Party group whose office it is.", "任职的党组织或党小组。") };

    public static readonly SheetColumn HolderIdentity = Identity with { IsRequired = false, Explanation = new("Or his name, where the organization has one member of that name.", "本组织内无重名的，可只填姓名。") };

    public static readonly SheetColumn HolderName = PersonName with { IsRequired = false };

    public static readonly SheetColumn PostOffice = new("office", new("Office", "职务")) { IsRequired = true, Codes = RegisterCodes.Offices, Example = "书记", Synonyms = ["党内职务", "任职职务"], Explanation = new("One of the list.", "从列表中选择。") };

    public static readonly SheetColumn PostFrom = new("from", new("From", "任职日期")) { IsRequired = true, Kind = ColumnKind.Date, Example = "2022-01-01", Synonyms = ["任职开始日期", "任职时间", "开始日期"], Explanation = new("The first day.", "任职首日。") };

    public static readonly SheetColumn PostTo = new("to", new("To", "离任日期")) { Kind = ColumnKind.Date, Synonyms = ["任职结束日期", "离职日期", "结束日期"], Explanation = new("The last day; empty while it goes on.", "任职末日，在任的留空。") };

    public static readonly SheetLayout Organizations = new("organizations", new("Organizations", "组织"), [Code, Name, Type, Superior, FoundedOn, Level, Unit]) { Synonyms = ["党组织", "组织名册", "党组织名册"] };

    public static readonly SheetLayout Groups = new("groups", new("Party groups", "党小组"), [GroupCode, GroupName, BranchCode, FoundedOn]) { Synonyms = ["小组", "党小组名册"] };

    public static readonly SheetLayout Members = new("members", new("Members", "党员"), [PersonName, Identity, Phone, MemberStanding, Floating, Pocket, MemberOf, From, Since, FormalSince, MemberBelonging, MemberGroup, MemberWorkplace, WorksSince]) { Synonyms = ["党员名册", "党员花名册"] };

    public static readonly SheetLayout Posts = new("posts", new("Posts", "任职"), [PostOf, HolderIdentity, HolderName, PostOffice, PostFrom, PostTo]) { Synonyms = ["任职名册", "班子成员"] };

    public static readonly IReadOnlyList<SheetLayout> All = [Organizations, Groups, Members, Posts];
}
