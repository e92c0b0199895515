using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;
using PartyOrg.Domain.Units;

namespace PartyOrg.Application.Units;

/// <summary>Records what a survey found of a unit, from a day on; what is left out stays as it is. Recorded again for the same first day it is a correction (FCM-4.1b, REG-42, REG-45). Fewer members than the register knows to work there are recorded with an advice, and do not count (REG-48).</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Findings">What was found, from when on.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.Officers)]
public sealed record SurveyUnit(Id<Unit> Unit, SurveyUnit.Body Findings, ExpectedVersion Expected) : ICommand<UnitAnswer>, IChange
{
    /// <summary>What a survey found, from when on.</summary>
    /// <param name="From">The first day on which it is so; not after today.</param>
    /// <param name="Employees">Its employees, 0 to 10,000,000.</param>
    /// <param name="PartyMembers">Party members who work there, formal or probationary, floating and pocket members included: needed only where there are more than the register knows.</param>
    /// <param name="FormalMembers">The formal ones among them.</param>
    /// <param name="MemberUnits">Member units, of a social group only.</param>
    /// <param name="FullTimeStaff">Full-time staff, of a social group only.</param>
    /// <param name="FloatingMembers">Those of the Party members whose relation lies elsewhere.</param>
    /// <param name="AboveDesignatedSize">Whether it is above designated size (规模以上); not of social organizations.</param>
    /// <param name="LargeSocialOrganization">Whether it is a large social organization; of social organizations only.</param>
    /// <param name="FixedPremises">Whether it has fixed premises.</param>
    /// <param name="OngoingActivities">Whether it has ongoing activities.</param>
    /// <param name="LeadingEnterprise">Whether it leads its trade or chain (龙头企业); not of social organizations.</param>
    /// <param name="TradeUnion">Whether it has a trade union.</param>
    /// <param name="YouthLeague">Whether it has an organization of the youth league.</param>
    /// <param name="WomensFederation">Whether it has an organization of the women's federation.</param>
    /// <param name="Head">Its owner or responsible person.</param>
    /// <param name="Direction">In which way it is to be covered, where nothing covers it yet.</param>
    /// <param name="Chain">Which leading enterprise it is connected with, and how (FCM-2.5).</param>
    /// <example>
    /// {
    ///   "from": "2026-03-01",
    ///   "employees": 85,
    ///   "partyMembers": 4,
    ///   "formalMembers": 3,
    ///   "aboveDesignatedSize": true,
    ///   "fixedPremises": true,
    ///   "tradeUnion": true,
    ///   "head": {"name": "王伟", "role": "owner", "isPartyMember": true},
    ///   "direction": {"way": "alone"}
    /// }
    /// </example>
    public sealed record Body(
        LocalDate From, int? Employees = null, int? PartyMembers = null, int? FormalMembers = null, int? MemberUnits = null, int? FullTimeStaff = null,
        bool? AboveDesignatedSize = null, bool? LargeSocialOrganization = null, bool? FixedPremises = null, bool? OngoingActivities = null, bool? LeadingEnterprise = null, HeadFound? Head = null, DirectionDecided? Direction = null,
        int? FloatingMembers = null, bool? TradeUnion = null, bool? YouthLeague = null, bool? WomensFederation = null, ChainFound? Chain = null)
    {
        internal Dictionary<UnitMeasure, int> Counts => Given(
            (UnitMeasure.Employees, Employees), (UnitMeasure.PartyMembers, PartyMembers), (UnitMeasure.FormalMembers, FormalMembers), (UnitMeasure.MemberUnits, MemberUnits), (UnitMeasure.FullTimeStaff, FullTimeStaff),
            (UnitMeasure.FloatingMembers, FloatingMembers));

        internal Dictionary<UnitTrait, bool> Traits => Given(
            (UnitTrait.AboveDesignatedSize, AboveDesignatedSize), (UnitTrait.LargeSocialOrganization, LargeSocialOrganization), (UnitTrait.FixedPremises, FixedPremises),
            (UnitTrait.OngoingActivities, OngoingActivities), (UnitTrait.LeadingEnterprise, LeadingEnterprise), (UnitTrait.TradeUnion, TradeUnion), (UnitTrait.YouthLeague, YouthLeague), (UnitTrait.WomensFederation, WomensFederation));

        private static Dictionary<TKey, T> Given<TKey, T>(params (TKey Key, T? Value)[] values) where TKey : struct where T : struct =>
            values.Where(v => v.Value is not null).ToDictionary(v => v.Key, v => v.Value!.Value);
    }
}

/// <summary>Who stands for a unit.</summary>
/// <param name="Name">The name, 1 to 50 characters.</param>
/// <param name="Role">Owner or responsible person.</param>
/// <param name="IsPartyMember">Whether he is a Party member; left out where it is not known.</param>
public sealed record HeadFound(string Name, HeadRole Role, bool? IsPartyMember = null);

/// <summary>Which leading enterprise a unit is connected with, and how.</summary>
/// <param name="LeaderId">The leading enterprise: a unit in the caller's sight.</param>
/// <param name="Place">Upstream, downstream, or around it.</param>
public sealed record ChainFound(Id<Unit> LeaderId, ChainPlace Place);

/// <summary>In which way a unit is to be covered.</summary>
/// <param name="Way">The way of FCM-2.</param>
/// <param name="TowardsId">The organization that will cover it, or under which its own will stand; in the caller's scope.</param>
public sealed record DirectionDecided(FormingWay Way, Id<Organization>? TowardsId = null);

internal sealed class SurveyUnitValidator : AbstractValidator<SurveyUnit>
{
    public SurveyUnitValidator(Clock clock) => RuleFor(r => r).HasNoFaults(r => FaultsIn(r.Findings, clock.Today));

    private static IEnumerable<Error> FaultsIn(SurveyUnit.Body found, LocalDate today)
    {
        if (found.From > today) yield return ValueRules.InFuture.At("/from");
        foreach (var (measure, count) in found.Counts)
        {
            if (UnitCount.FaultIn(measure, count) is { } fault) yield return fault;
        }

        if (found.Head is { } head && PersonName.Of(head.Name) is { Succeeded: false, Errors: [var wrong, ..] }) yield return wrong.At("/head/name");
    }
}

internal sealed class SurveyUnitHandler(PartyOrgContext db, Caller caller, UnitBook book) : IHandler<SurveyUnit, UnitAnswer>
{
    public async Task<Result<UnitAnswer>> Handle(SurveyUnit request, CancellationToken cancellationToken)
    {
        var loaded = await book.Open(request.Unit, request.Expected, cancellationToken);
        if (!loaded.Succeeded) return loaded.Errors[0];
        var found = request.Findings;
        if (found.Direction?.TowardsId is { } towards && !await db.Organizations.InScope(caller).AnyAsync(o => o.Id == towards, cancellationToken)) return OrganizationErrors.NotFound.At("/direction/towardsId");

        Unit? leader = null;
        if (found.Chain is { } linked)
        {
            leader = await db.Units.InSight(caller, db).Include(u => u.Facts).AsNoTracking().SingleOrDefaultAsync(u => u.Id == linked.LeaderId, cancellationToken);
            if (leader is null) return UnitErrors.NotFound.At("/chain/leaderId");
        }

        var findings = new UnitFindings(
            found.Counts, found.Traits,
            found.Head is { } head ? (PersonName.Of(head.Name).Value, head.Role, head.IsPartyMember) : null,
            found.Direction is { } direction ? (direction.Way, direction.TowardsId) : null, found.Chain is { } chain ? (leader!, chain.Place) : null);
        var surveyed = loaded.Value.Survey(findings, found.From, book.Recording);
        return await book.Show(loaded.Value, surveyed.Succeeded && (found.PartyMembers ?? found.FormalMembers) is not null ? surveyed.With(await book.Remarks(loaded.Value, found.From, cancellationToken)) : surveyed, cancellationToken);
    }
}
