namespace PartyOrg.Domain.Units;

/// <summary>The kinds of unit, as FCM and DPB tell them apart.</summary>
public enum UnitKind
{
    /// <summary>Non-public enterprise (非公企业).</summary>
    Enterprise,

    /// <summary>Individual business (个体工商户).</summary>
    IndividualBusiness,

    /// <summary>Farmers' professional cooperative (农民专业合作社).</summary>
    Cooperative,

    /// <summary>Private non-enterprise unit (民办非企业单位).</summary>
    PrivateNonEnterprise,

    /// <summary>Intermediary agency (社会中介组织).</summary>
    IntermediaryAgency,

    /// <summary>Social group (社会团体).</summary>
    SocialGroup,
}

/// <summary>What can be said of each kind of unit.</summary>
public static class UnitKinds
{
    /// <summary>Whether it is one of the social organizations (社会组织).</summary>
    public static bool IsSocialOrganization(this UnitKind kind) => kind is UnitKind.PrivateNonEnterprise or UnitKind.IntermediaryAgency or UnitKind.SocialGroup;
}

/// <summary>The kinds of carrier: places in which many units sit.</summary>
public enum CarrierKind
{
    /// <summary>Specialised market (专业市场).</summary>
    SpecialisedMarket,

    /// <summary>Commercial building (商务楼宇).</summary>
    CommercialBuilding,

    /// <summary>Business district, commercial block or feature street (商圈、特色街区).</summary>
    BusinessDistrict,
}

/// <summary>Whether a unit works.</summary>
public enum OperationState
{
    /// <summary>In operation (正常经营).</summary>
    InOperation,

    /// <summary>Suspended (停业、歇业).</summary>
    Suspended,

    /// <summary>Closed for good (注销、吊销).</summary>
    Closed,
}

/// <summary>What is counted in a unit.</summary>
public enum UnitMeasure
{
    /// <summary>Employees (从业人员).</summary>
    Employees,

    /// <summary>Party members who work there, formal or probationary, floating and pocket members included (FCM-1.1).</summary>
    PartyMembers,

    /// <summary>The formal ones among them (FCM-2.1, DPB-4).</summary>
    FormalMembers,

    /// <summary>Member units of a social group (FCM-3.2).</summary>
    MemberUnits,

    /// <summary>Full-time staff of a social group (FCM-3.2).</summary>
    FullTimeStaff,

    /// <summary>Those of the Party members whose relation lies elsewhere (流动党员, FCM-2.1).</summary>
    FloatingMembers,
}

/// <summary>What a unit is or has, or not.</summary>
public enum UnitTrait
{
    /// <summary>An enterprise above designated size (规模以上, DPB-5).</summary>
    AboveDesignatedSize,

    /// <summary>A large social organization (DPB-5).</summary>
    LargeSocialOrganization,

    /// <summary>It has fixed premises (固定场所, DPB-5).</summary>
    FixedPremises,

    /// <summary>It has ongoing activities (经常开展活动, DPB-5).</summary>
    OngoingActivities,

    /// <summary>It leads its trade or chain (龙头企业, FCM-2.5).</summary>
    LeadingEnterprise,

    /// <summary>It has a trade union (工会, FCM-4.4, DPB-14.4).</summary>
    TradeUnion,

    /// <summary>It has an organization of the youth league (共青团, FCM-4.4, DPB-14.4).</summary>
    YouthLeague,

    /// <summary>It has an organization of the women's federation (妇联, FCM-4.4, DPB-14.4).</summary>
    WomensFederation,
}

/// <summary>As what somebody stands for a unit.</summary>
public enum HeadRole
{
    /// <summary>The owner or investor (业主、出资人).</summary>
    Owner,

    /// <summary>The responsible person (负责人).</summary>
    ResponsiblePerson,
}

/// <summary>How an organization covers a unit (FCM-1.1).</summary>
public enum CoverageForm
{
    /// <summary>The unit's own organization (单独组建).</summary>
    Own,

    /// <summary>The unit is part of a joint organization (联合组建).</summary>
    Joint,

    /// <summary>The unit is attached to an organization of its area, village or trade (挂靠).</summary>
    Attached,
}

/// <summary>A way of forming Party organizations (FCM-2).</summary>
public enum FormingWay
{
    /// <summary>Alone (单独组建, FCM-2.1).</summary>
    Alone,

    /// <summary>As a branch of floating members (流动党员党支部, FCM-2.1).</summary>
    FloatingMembers,

    /// <summary>With a person sent (派员帮建, FCM-2.2).</summary>
    PersonSent,

    /// <summary>Jointly in a park (园区联建, FCM-2.3).</summary>
    Park,

    /// <summary>Through the trade (行业统建, FCM-2.4).</summary>
    Trade,

    /// <summary>Led by a leading enterprise (龙头领建, FCM-2.5).</summary>
    LeadingEnterprise,

    /// <summary>By area (区域合建, FCM-2.6).</summary>
    Area,

    /// <summary>With the village or community (村企联建, FCM-2.7).</summary>
    Village,
}

/// <summary>What a dated fact of a unit is about.</summary>
public enum UnitFactKind
{
    /// <summary>What it is called and what it is: name, kind, code, industry, trade, chamber.</summary>
    Registration,

    /// <summary>Where it is: territory, area, park, village, address.</summary>
    Seat,

    /// <summary>Whether it works.</summary>
    State,

    /// <summary>How many of something it has.</summary>
    Measure,

    /// <summary>What it is or has, or not.</summary>
    Trait,

    /// <summary>What it took in a year.</summary>
    Revenue,

    /// <summary>Who stands for it.</summary>
    Head,

    /// <summary>Which organization covers it.</summary>
    Coverage,

    /// <summary>In which carrier it sits.</summary>
    Stay,

    /// <summary>In which way it is to be covered.</summary>
    Direction,

    /// <summary>Which leading enterprise it is connected with.</summary>
    Chain,
}

/// <summary>How a unit is connected with a leading enterprise (FCM-2.5).</summary>
public enum ChainPlace
{
    /// <summary>It supplies it (上游).</summary>
    Upstream,

    /// <summary>It takes what it makes (下游).</summary>
    Downstream,

    /// <summary>It lies around it (周边).</summary>
    Surrounding,
}

/// <summary>One of the eight things that a survey makes clear (八清, FCM-4.1b).</summary>
public enum Clear
{
    /// <summary>The unit's nature (性质).</summary>
    Nature,

    /// <summary>Whether it works (经营).</summary>
    Operation,

    /// <summary>Its employees (从业人员).</summary>
    Employees,

    /// <summary>The owner's identity, and whether he is a Party member (业主身份).</summary>
    Owner,

    /// <summary>Its Party members (党员).</summary>
    Members,

    /// <summary>Which organization it has, or that it has none (组织设置).</summary>
    SetUp,

    /// <summary>Under which organization it belongs (隶属关系).</summary>
    Affiliation,

    /// <summary>In which way it is or will be covered (组建方向).</summary>
    Direction,
}

/// <summary>The industry: the sections of GB/T 4754-2017.</summary>
public enum Industry
{
    /// <summary>A: agriculture, forestry, animal husbandry and fishery.</summary>
    Agriculture,

    /// <summary>B: mining.</summary>
    Mining,

    /// <summary>C: manufacturing.</summary>
    Manufacturing,

    /// <summary>D: electricity, heat, gas and water.</summary>
    Utilities,

    /// <summary>E: construction.</summary>
    Construction,

    /// <summary>F: wholesale and retail.</summary>
    Trade,

    /// <summary>G: transport, storage and post.</summary>
    Transport,

    /// <summary>H: lodging and catering.</summary>
    Hospitality,

    /// <summary>I: information transmission, software and IT services.</summary>
    Information,

    /// <summary>J: finance.</summary>
    Finance,

    /// <summary>K: real estate.</summary>
    RealEstate,

    /// <summary>L: leasing and business services.</summary>
    BusinessServices,

    /// <summary>M: research and technical services.</summary>
    Research,

    /// <summary>N: water, environment and public facilities.</summary>
    Environment,

    /// <summary>O: residents' services, repair and other services.</summary>
    ResidentServices,

    /// <summary>P: education.</summary>
    Education,

    /// <summary>Q: health and social work.</summary>
    Health,

    /// <summary>R: culture, sports and entertainment.</summary>
    Culture,

    /// <summary>S: public administration, social security and social organizations.</summary>
    PublicAdministration,

    /// <summary>T: international organizations.</summary>
    International,
}
