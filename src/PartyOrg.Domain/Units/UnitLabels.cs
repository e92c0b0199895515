using PartyOrg.Domain.Names;

namespace PartyOrg.Domain.Units;

/// <summary>What the codes of units and carriers are called.</summary>
public static class UnitLabels
{
    /// <summary>Kinds of unit.</summary>
    public static CodeList<UnitKind> Kinds { get; } = new(
        new(UnitKind.Enterprise, "Non-public enterprise", "非公有制企业", "非公企业", "民营企业", "企业"),
        new(UnitKind.IndividualBusiness, "Individual business", "个体工商户", "个体户"),
        new(UnitKind.Cooperative, "Farmers' cooperative", "农民专业合作社", "合作社"),
        new(UnitKind.PrivateNonEnterprise, "Private non-enterprise unit", "民办非企业单位", "民非", "社会服务机构"),
        new(UnitKind.IntermediaryAgency, "Intermediary agency", "社会中介组织", "中介组织"),
        new(UnitKind.SocialGroup, "Social group", "社会团体", "社团"));

    /// <summary>Kinds of carrier.</summary>
    public static CodeList<CarrierKind> CarrierKinds { get; } = new(
        new(CarrierKind.SpecialisedMarket, "Specialised market", "专业市场", "市场"),
        new(CarrierKind.CommercialBuilding, "Commercial building", "商务楼宇", "楼宇"),
        new(CarrierKind.BusinessDistrict, "Business district", "商圈", "特色街区", "商业街区"));

    /// <summary>States of operation.</summary>
    public static CodeList<OperationState> States { get; } = new(
        new(OperationState.InOperation, "In operation", "正常经营", "在营", "开业"),
        new(OperationState.Suspended, "Suspended", "停业", "歇业"),
        new(OperationState.Closed, "Closed", "注销", "吊销", "关闭"));

    /// <summary>What is counted.</summary>
    public static CodeList<UnitMeasure> Measures { get; } = new(
        new(UnitMeasure.Employees, "Employees", "从业人员", "职工人数", "从业人数"),
        new(UnitMeasure.PartyMembers, "Party members", "党员人数", "党员"),
        new(UnitMeasure.FormalMembers, "Formal members", "正式党员人数", "正式党员"),
        new(UnitMeasure.MemberUnits, "Member units", "会员单位数", "会员单位"),
        new(UnitMeasure.FullTimeStaff, "Full-time staff", "专职工作人员", "专职人员"),
        new(UnitMeasure.FloatingMembers, "Floating members", "流动党员人数", "流动党员"));

    /// <summary>What a unit is or has.</summary>
    public static CodeList<UnitTrait> Traits { get; } = new(
        new(UnitTrait.AboveDesignatedSize, "Above designated size", "规模以上", "规上"),
        new(UnitTrait.LargeSocialOrganization, "Large social organization", "规模较大的社会组织"),
        new(UnitTrait.FixedPremises, "Fixed premises", "固定场所"),
        new(UnitTrait.OngoingActivities, "Ongoing activities", "经常开展活动"),
        new(UnitTrait.LeadingEnterprise, "Leading enterprise", "龙头企业"),
        new(UnitTrait.TradeUnion, "Trade union", "工会"),
        new(UnitTrait.YouthLeague, "Youth league", "共青团", "团组织"),
        new(UnitTrait.WomensFederation, "Women's federation", "妇联", "妇女组织"));

    /// <summary>As what somebody stands for a unit.</summary>
    public static CodeList<HeadRole> HeadRoles { get; } = new(
        new(HeadRole.Owner, "Owner", "业主", "出资人"),
        new(HeadRole.ResponsiblePerson, "Responsible person", "负责人"));

    /// <summary>How a unit is covered.</summary>
    public static CodeList<CoverageForm> Forms { get; } = new(
        new(CoverageForm.Own, "Own organization", "单独组建", "独立组建"),
        new(CoverageForm.Joint, "Part of a joint organization", "联合组建"),
        new(CoverageForm.Attached, "Attached", "挂靠"));

    /// <summary>Ways of forming.</summary>
    public static CodeList<FormingWay> Ways { get; } = new(
        new(FormingWay.Alone, "Alone", "单独组建"),
        new(FormingWay.FloatingMembers, "As a branch of floating members", "流动党员党支部"),
        new(FormingWay.PersonSent, "With a person sent", "派员帮建"),
        new(FormingWay.Park, "Jointly in a park", "园区联建"),
        new(FormingWay.Trade, "Through the trade", "行业统建"),
        new(FormingWay.LeadingEnterprise, "Led by a leading enterprise", "龙头领建"),
        new(FormingWay.Area, "By area", "区域合建"),
        new(FormingWay.Village, "With the village", "村企联建"));

    /// <summary>What dated facts are about.</summary>
    public static CodeList<UnitFactKind> Facts { get; } = new(
        new(UnitFactKind.Registration, "Registration", "登记信息"),
        new(UnitFactKind.Seat, "Seat", "所在地"),
        new(UnitFactKind.State, "State of operation", "经营状态"),
        new(UnitFactKind.Measure, "Number", "数量"),
        new(UnitFactKind.Trait, "Trait", "特征"),
        new(UnitFactKind.Revenue, "Yearly revenue", "年度营业收入"),
        new(UnitFactKind.Head, "Owner or responsible person", "业主或负责人"),
        new(UnitFactKind.Coverage, "Coverage", "组织覆盖"),
        new(UnitFactKind.Stay, "Carrier", "所在载体"),
        new(UnitFactKind.Direction, "Direction of forming", "组建方向"),
        new(UnitFactKind.Chain, "Connection with a leading enterprise", "产业链关联"));

    /// <summary>How units are connected with a leading enterprise.</summary>
    public static CodeList<ChainPlace> ChainPlaces { get; } = new(
        new(ChainPlace.Upstream, "Upstream", "上游"),
        new(ChainPlace.Downstream, "Downstream", "下游"),
        new(ChainPlace.Surrounding, "Around it", "周边"));

    /// <summary>The eight clears.</summary>
    public static CodeList<Clear> Clears { get; } = new(
        new(Clear.Nature, "Nature", "单位性质清"),
        new(Clear.Operation, "Operation", "经营状况清"),
        new(Clear.Employees, "Employees", "从业人员清"),
        new(Clear.Owner, "Owner's identity", "业主身份清"),
        new(Clear.Members, "Members", "党员情况清"),
        new(Clear.SetUp, "Organization set-up", "组织设置清"),
        new(Clear.Affiliation, "Affiliation", "隶属关系清"),
        new(Clear.Direction, "Direction of forming", "组建方向清"));

    /// <summary>Industries.</summary>
    public static CodeList<Industry> Industries { get; } = new(
        new(Industry.Agriculture, "Agriculture, forestry, animal husbandry and fishery", "农、林、牧、渔业"),
        new(Industry.Mining, "Mining", "采矿业"),
        new(Industry.Manufacturing, "Manufacturing", "制造业"),
        new(Industry.Utilities, "Electricity, heat, gas and water", "电力、热力、燃气及水生产和供应业"),
        new(Industry.Construction, "Construction", "建筑业"),
        new(Industry.Trade, "Wholesale and retail", "批发和零售业"),
        new(Industry.Transport, "Transport, storage and post", "交通运输、仓储和邮政业"),
        new(Industry.Hospitality, "Lodging and catering", "住宿和餐饮业"),
        new(Industry.Information, "Information, software and IT services", "信息传输、软件和信息技术服务业"),
        new(Industry.Finance, "Finance", "金融业"),
        new(Industry.RealEstate, "Real estate", "房地产业"),
        new(Industry.BusinessServices, "Leasing and business services", "租赁和商务服务业"),
        new(Industry.Research, "Research and technical services", "科学研究和技术服务业"),
        new(Industry.Environment, "Water, environment and public facilities", "水利、环境和公共设施管理业"),
        new(Industry.ResidentServices, "Residents' services and repair", "居民服务、修理和其他服务业"),
        new(Industry.Education, "Education", "教育"),
        new(Industry.Health, "Health and social work", "卫生和社会工作"),
        new(Industry.Culture, "Culture, sports and entertainment", "文化、体育和娱乐业"),
        new(Industry.PublicAdministration, "Public administration and social organizations", "公共管理、社会保障和社会组织"),
        new(Industry.International, "International organizations", "国际组织"));
}
