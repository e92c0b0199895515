using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Units;

namespace PartyOrg.Application.Units;

/// <summary>A unit as it is on a day; what is not known is null.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its full name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="CreditCode">Its unified social credit code.</param>
/// <param name="Industry">The section of the national classification (GB/T 4754).</param>
/// <param name="Trade">The trade in its own words.</param>
/// <param name="Chamber">The chamber of commerce or association to which it belongs.</param>
/// <param name="TerritoryId">The Party committee or working committee of the town in which it is.</param>
/// <param name="TerritoryName">What that is called.</param>
/// <param name="Area">The responsibility area.</param>
/// <param name="Park">The park.</param>
/// <param name="Village">The village or community.</param>
/// <param name="Address">Street, number, floor.</param>
/// <param name="State">Whether it works.</param>
/// <param name="Employees">Its employees.</param>
/// <param name="PartyMembers">Party members who work there, floating and pocket members included: the number that counts, which is at least what the register knows (REG-48).</param>
/// <param name="FormalMembers">The formal ones among them, in the same way.</param>
/// <param name="Members">Where these numbers come from: the register, by standing, and the survey.</param>
/// <param name="MemberUnits">Member units, of a social group.</param>
/// <param name="FullTimeStaff">Full-time staff, of a social group.</param>
/// <param name="Revenue">What it took in the latest year of which that is known.</param>
/// <param name="AboveDesignatedSize">Whether it is above designated size.</param>
/// <param name="LargeSocialOrganization">Whether it is a large social organization.</param>
/// <param name="FixedPremises">Whether it has fixed premises.</param>
/// <param name="OngoingActivities">Whether it has ongoing activities.</param>
/// <param name="LeadingEnterprise">Whether it leads its trade or chain.</param>
/// <param name="Head">Its owner or responsible person.</param>
/// <param name="Coverage">Which organization covers it, and how; none where none does.</param>
/// <param name="Direction">In which way it is to be covered, as an officer decided.</param>
/// <param name="Carriers">In which carriers it sits.</param>
/// <param name="Clears">The eight things that a survey makes clear (FCM-4.1b), and whether each is known.</param>
/// <param name="IsSurveyed">Whether all eight are known.</param>
/// <param name="Department">The department that supervises it or is in charge of its line.</param>
/// <param name="Grid">The grid of a market, business district or feature street.</param>
/// <param name="FloatingMembers">Those of the Party members whose relation lies elsewhere: the greater number of what a survey counted and the register knows.</param>
/// <param name="TradeUnion">Whether it has a trade union.</param>
/// <param name="YouthLeague">Whether it has an organization of the youth league.</param>
/// <param name="WomensFederation">Whether it has an organization of the women's federation.</param>
/// <param name="Chain">Which leading enterprise it is connected with, and how.</param>
/// <param name="KnownFrom">The first day of which anything is recorded.</param>
/// <param name="Version">Counts the changes; <c>If-Match</c> names it.</param>
public sealed record UnitAnswer(
    Id<Unit> Id, string Name, UnitKind Kind, string? CreditCode, Industry? Industry, string? Trade, string? Chamber,
    Id<Organization> TerritoryId, string TerritoryName, string? Area, string? Park, string? Village, string? Address, OperationState? State,
    int? Employees, int? PartyMembers, int? FormalMembers, UnitMembersAnswer Members, int? MemberUnits, int? FullTimeStaff, RevenueAnswer? Revenue,
    bool? AboveDesignatedSize, bool? LargeSocialOrganization, bool? FixedPremises, bool? OngoingActivities, bool? LeadingEnterprise,
    HeadAnswer? Head, CoverageAnswer? Coverage, DirectionAnswer? Direction, IReadOnlyList<StayAnswer> Carriers, IReadOnlyList<ClearAnswer> Clears, bool IsSurveyed,
    string? Department, string? Grid, int? FloatingMembers, bool? TradeUnion, bool? YouthLeague, bool? WomensFederation, ChainAnswer? Chain, LocalDate KnownFrom, int Version) : Answer, IVersioned, IShowsMore;

/// <summary>Which leading enterprise a unit is connected with.</summary>
/// <param name="LeaderId">The leading enterprise.</param>
/// <param name="LeaderName">What it is called.</param>
/// <param name="Place">Upstream, downstream, or around it.</param>
public sealed record ChainAnswer(Id<Unit> LeaderId, string LeaderName, ChainPlace Place);

/// <summary>The Party members of a unit: those whom the register knows to work there on the day, and those whom a survey counted, registered or not.</summary>
/// <param name="Registered">Members whom the register knows, floating and pocket members included.</param>
/// <param name="Formal">The formal ones among them.</param>
/// <param name="Probationary">The probationary ones among them.</param>
/// <param name="Floating">The floating ones among them.</param>
/// <param name="Surveyed">Members by the survey; none where none has counted them.</param>
/// <param name="SurveyedFormal">Formal members by the survey; none where none has counted them.</param>
public sealed record UnitMembersAnswer(int Registered, int Formal, int Probationary, int Floating, int? Surveyed, int? SurveyedFormal);

/// <summary>What a unit took in a year.</summary>
/// <param name="Year">The calendar year.</param>
/// <param name="Amount">In yuan, with two places.</param>
public sealed record RevenueAnswer(int Year, string Amount);

/// <summary>Who stands for a unit.</summary>
/// <param name="Name">The name.</param>
/// <param name="Role">Owner or responsible person.</param>
/// <param name="IsPartyMember">Whether he is a Party member; none where it is not known.</param>
public sealed record HeadAnswer(string Name, HeadRole Role, bool? IsPartyMember);

/// <summary>An organization covers a unit.</summary>
/// <param name="Id">The coverage's id.</param>
/// <param name="OrganizationId">The organization.</param>
/// <param name="OrganizationName">What it is called.</param>
/// <param name="How">Its own, part of a joint one, or attached.</param>
/// <param name="Way">In which way of FCM-2; none where it is not known.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, itself included; none while it goes on.</param>
public sealed record CoverageAnswer(Id<UnitFact> Id, Id<Organization> OrganizationId, string OrganizationName, CoverageForm How, FormingWay? Way, LocalDate From, LocalDate? To);

/// <summary>In which way a unit is to be covered.</summary>
/// <param name="Way">The way of FCM-2.</param>
/// <param name="TowardsId">The organization that will cover it, or under which its own will stand.</param>
/// <param name="TowardsName">What it is called.</param>
public sealed record DirectionAnswer(FormingWay Way, Id<Organization>? TowardsId, string? TowardsName);

/// <summary>A unit sits in a carrier.</summary>
/// <param name="Id">The stay's id.</param>
/// <param name="CarrierId">The carrier.</param>
/// <param name="CarrierName">What it is called.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, itself included; none while it goes on.</param>
public sealed record StayAnswer(Id<UnitFact> Id, Id<Carrier> CarrierId, string CarrierName, LocalDate From, LocalDate? To);

/// <summary>One of the eight clears.</summary>
/// <param name="Clear">What is to be clear.</param>
/// <param name="Known">Whether it is.</param>
public sealed record ClearAnswer(Clear Clear, bool Known);
