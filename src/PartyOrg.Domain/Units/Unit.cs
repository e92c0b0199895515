using NodaTime;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Units;

/// <summary>A unit (单位): an enterprise, individual business, cooperative or social organization that may have a Party organization. All that is known of it is dated.</summary>
public sealed class Unit : Aggregate
{
    /// <summary>The longest reason for which something is taken back, in characters.</summary>
    public const int ReasonLength = 500;

    private readonly List<UnitFact> facts = [];

    private Unit() { }

    /// <summary>The unit's id.</summary>
    public Id<Unit> Id { get; private set; }

    /// <summary>Its name by what was recorded of the latest days.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The key by which names sort: pinyin first.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>The first letters of the name's syllables, by which it is searched.</summary>
    public string NameInitials { get; private set; } = "";

    /// <summary>What it is, by the latest.</summary>
    public UnitKind Kind { get; private set; }

    /// <summary>Its unified social credit code, by the latest; unique (REG-40).</summary>
    public string? CreditCode { get; private set; }

    /// <summary>The town in which it is, by the latest: its place in the tree (REG-41).</summary>
    public Id<Organization> TerritoryId { get; private set; }

    /// <summary>Whether it works, by the latest; none where it is not known.</summary>
    public OperationState? State { get; private set; }

    /// <summary>The first day of which anything is recorded (REG-42).</summary>
    public LocalDate KnownFrom { get; private set; }

    /// <summary>All that was recorded, what was voided included.</summary>
    public IReadOnlyList<UnitFact> Facts => facts;

    /// <inheritdoc/>
    public override Guid? AuditedUnder => TerritoryId.Value;

    /// <inheritdoc/>
    public override Guid Key => Id.Value;

    /// <summary>Enters a unit in the register.</summary>
    /// <param name="what">What it is called and what it is.</param>
    /// <param name="territory">The town in which it is (REG-41).</param>
    /// <param name="where">Where in the town.</param>
    /// <param name="state">Whether it works; none where it is not known.</param>
    /// <param name="from">The first day for which this is so.</param>
    /// <param name="recording">Who records it.</param>
    public static Result<Unit> Register(UnitDescription what, Organization territory, Locality where, OperationState? state, LocalDate from, Recording recording)
    {
        if (UnitErrors.FaultIn(territory, from) is { } fault) return fault;
        if (state == OperationState.Closed) return UnitErrors.ClosedFromTheBeginning;

        var unit = new Unit { Id = recording.Ids.New<Unit>(), KnownFrom = from };
        unit.facts.Add(new UnitRegistration(unit.Id, what, from, null, recording));
        unit.facts.Add(new Seat(unit.Id, territory.Id, where, from, null, recording));
        if (state is { } works) unit.facts.Add(new UnitState(unit.Id, works, from, null, recording));
        unit.ShowLatest();
        unit.Raise(new("unit.registered"));
        return unit;
    }

    /// <summary>Records what it is called and what it is from a day on.</summary>
    public Result<Done> Describe(UnitDescription what, LocalDate from, Recording recording)
    {
        if (!ExistsOn(from)) return UnitErrors.DoesNotExist(this, from);
        if (facts.OfType<UnitCount>().Any(c => c.VoidedAt is null && !Fits(c.Measure, what.Kind)) || facts.OfType<UnitFeature>().Any(f => f is { VoidedAt: null, Has: true } && !Fits(f.Trait, what.Kind))) return UnitErrors.RecordedOfOtherKind;
        if (facts.Hold(new UnitRegistration(Id, what, from, null, recording), recording))
        {
            ShowLatest();
            Raise(new("unit.changed"));
        }

        return Done.It;
    }

    /// <summary>Records that it is elsewhere from a day on.</summary>
    public Result<Done> Move(Organization territory, Locality where, LocalDate from, Recording recording)
    {
        if (!ExistsOn(from)) return UnitErrors.DoesNotExist(this, from);
        if (UnitErrors.FaultIn(territory, from) is { } fault) return fault;
        if (facts.Hold(new Seat(Id, territory.Id, where, from, null, recording), recording))
        {
            ShowLatest();
            Raise(new("unit.moved"));
        }

        return Done.It;
    }

    /// <summary>Records whether it works from a day on. With a closure every coverage and stay ends on the day before (REG-42).</summary>
    public Result<Done> Change(OperationState state, LocalDate from, Recording recording)
    {
        if (from < KnownFrom) return UnitErrors.DoesNotExist(this, from);
        if (state == OperationState.Closed && from == KnownFrom) return UnitErrors.ClosedFromTheBeginning;
        if (!facts.Hold(new UnitState(Id, state, from, null, recording), recording)) return Done.It;

        if (state == OperationState.Closed)
        {
            foreach (var ended in facts.FindAll(f => f is Coverage or Stay or Direction or Chain && f.VoidedAt is null && (f.To is null || f.To >= from))) facts.EndBefore(ended, from, recording);
        }

        ShowLatest();
        Raise(new("unit.stateChanged"));
        return Done.It;
    }

    /// <summary>Records what a survey found, from a day on; what it does not say stays as it is (REG-45).</summary>
    public Result<Done> Survey(UnitFindings findings, LocalDate from, Recording recording)
    {
        if (!ExistsOn(from)) return UnitErrors.DoesNotExist(this, from);
        var kind = facts.OfType<UnitRegistration>().First(r => r.VoidedAt is null && r.IsOn(from)).UnitKind;
        foreach (var measure in findings.Counts.Keys.Where(m => !Fits(m, kind))) return UnitErrors.DoesNotFitKind(measure, kind);
        foreach (var trait in findings.Traits.Keys.Where(t => !Fits(t, kind))) return UnitErrors.DoesNotFitKind(trait, kind);

        var changed = false;
        foreach (var (measure, count) in findings.Counts) changed |= facts.Hold(new UnitCount(Id, measure, count, from, null, recording), recording);
        foreach (var (trait, has) in findings.Traits) changed |= facts.Hold(new UnitFeature(Id, trait, has, from, null, recording), recording);
        if (findings.Head is { } head) changed |= facts.Hold(new Head(Id, head.Name, head.Role, head.IsPartyMember, from, null, recording), recording);
        if (findings.Chain is { } chain)
        {
            if (chain.Leader.Id == Id) return UnitErrors.LeadsItself;
            if (!chain.Leader.ExistsOn(from)) return UnitErrors.DoesNotExist(chain.Leader, from).At("/chain/leaderId");
            if (new UnitOnDay(chain.Leader, from).Has(UnitTrait.LeadingEnterprise) != true) return UnitErrors.LeadsNothing(chain.Leader);
            changed |= facts.Hold(new Chain(Id, chain.Leader.Id, chain.Place, from, null, recording), recording);
        }

        if (findings.Direction is { } direction) changed |= facts.Hold(new Direction(Id, direction.Way, direction.TowardsId, from, null, recording), recording);
        foreach (var day in facts.OfType<UnitCount>().Where(c => c.VoidedAt is null && c.From >= from).Select(c => c.From).Append(from).Distinct())
        {
            var now = new UnitOnDay(this, day);
            if (now.Count(UnitMeasure.FormalMembers) > now.Count(UnitMeasure.PartyMembers)) return UnitErrors.MoreFormalMembersThanMembers;
            if (now.Count(UnitMeasure.FloatingMembers) > now.Count(UnitMeasure.PartyMembers)) return UnitErrors.MoreFloatingMembersThanMembers;
        }

        if (changed) Raise(new("unit.surveyed"));
        return Done.It;
    }

    /// <summary>Records what it took in a year; another amount for the same year is a correction.</summary>
    public Result<Done> Earn(int year, Money amount, Recording recording)
    {
        if (year < KnownFrom.Year) return UnitErrors.DoesNotExist(this, new(year, 12, 31));
        var next = new Revenue(Id, year, amount, recording);
        var recorded = facts.Line(next).Find(f => f.From == next.From);
        if (recorded?.SaysTheSameAs(next) == true) return Done.It;

        recorded?.Void(recording);
        facts.Add(next);
        Raise(new("unit.revenueRecorded"));
        return Done.It;
    }

    /// <summary>Records that an organization covers it from a day on: one at a time (REG-43), and in a form and way that fit it (REG-44).</summary>
    /// <param name="organization">The organization.</param>
    /// <param name="form">Its own, part of a joint one, or attached.</param>
    /// <param name="way">In which way of FCM-2; none where it is not known.</param>
    /// <param name="days">From when to when.</param>
    /// <param name="ownOfAnother">Whether another unit has the organization as its own in these days.</param>
    /// <param name="recording">Who records it.</param>
    public Result<Coverage> Cover(Organization organization, CoverageForm form, FormingWay? way, DayRange days, bool ownOfAnother, Recording recording)
    {
        if (days.To < days.From) return UnitErrors.EndsBeforeItBegins;
        if (ClosedIn(days) is { } closed) return UnitErrors.DoesNotExist(this, closed);
        if (!organization.ExistsOn(days.From)) return OrganizationErrors.DoesNotExist(organization, days.From);
        if (organization.RevokedOn is { } last && (days.To is null || days.To > last)) return OrganizationErrors.DoesNotExist(organization, last.PlusDays(1));
        if (!Fits(form, organization.Type)) return UnitErrors.FormDoesNotFit(organization);
        if (way is { } by && !Fits(by, form)) return UnitErrors.WayDoesNotFit;
        if (form == CoverageForm.Own && (ownOfAnother || (organization.UnitCreditCode is { } other && CreditCode is { } own && other != own))) return UnitErrors.OwnOfAnother(organization);
        if (facts.OfType<Coverage>().FirstOrDefault(c => c.VoidedAt is null && c.Days.Overlaps(days)) is { } covered) return UnitErrors.CoveredAlready(covered);

        var coverage = new Coverage(Id, organization.Id, form, way, days.From, days.To, recording);
        facts.Add(coverage);
        Raise(new("unit.covered"));
        return coverage;
    }

    /// <summary>The organization that covers it ends after a last day: so does the coverage (REG-43).</summary>
    public void FollowRevocation(Id<Organization> revoked, LocalDate lastDay, Recording recording)
    {
        foreach (var coverage in facts.OfType<Coverage>().Where(c => c.VoidedAt is null && c.OrganizationId == revoked && (c.To is null || c.To > lastDay)).ToList())
        {
            facts.EndBefore(coverage, lastDay.PlusDays(1), recording);
            Raise(new("unit.coverageEnded"));
        }
    }

    /// <summary>
    /// The organization that covers it becomes part of another one: from that day on the other covers it, as part of a joint organization where it is one, and attached where it is not (REG-43, REG-44).
    /// </summary>
    /// <param name="merged">The organization that ends.</param>
    /// <param name="into">The one of which it becomes part.</param>
    /// <param name="on">The first day on which it is part of it.</param>
    /// <param name="recording">Who records it.</param>
    public void FollowMerger(Id<Organization> merged, Organization into, LocalDate on, Recording recording)
    {
        foreach (var coverage in facts.OfType<Coverage>().Where(c => c.VoidedAt is null && c.OrganizationId == merged && (c.To is null || c.To >= on)).ToList())
        {
            var form = coverage.Form != CoverageForm.Attached && Fits(CoverageForm.Joint, into.Type) ? CoverageForm.Joint : CoverageForm.Attached;
            facts.EndBefore(coverage, on, recording);
            facts.Add(new Coverage(Id, into.Id, form, coverage.Way is { } way && Fits(way, form) ? way : null, LocalDate.Max(on, coverage.From), coverage.To, recording));
            Raise(new("unit.covered"));
        }
    }

    /// <summary>Records that it sits in a carrier from a day on (REG-46).</summary>
    public Result<Stay> Enter(Carrier carrier, DayRange days, Recording recording)
    {
        if (days.To < days.From) return UnitErrors.EndsBeforeItBegins;
        if (ClosedIn(days) is { } closed) return UnitErrors.DoesNotExist(this, closed);
        if (!carrier.ExistsIn(days)) return CarrierErrors.NotOpen(carrier);
        if (facts.OfType<Stay>().Any(s => s.VoidedAt is null && s.CarrierId == carrier.Id && s.Days.Overlaps(days))) return UnitErrors.SitsThereAlready;

        var stay = new Stay(Id, carrier.Id, days.From, days.To, recording);
        facts.Add(stay);
        Raise(new("unit.enteredCarrier"));
        return stay;
    }

    /// <summary>Ends a coverage after its last day.</summary>
    public Result<Done> EndCoverage(Id<UnitFact> id, LocalDate lastDay, Recording recording)
    {
        var ended = End<Coverage>(id, lastDay, recording);
        if (ended.Succeeded) Raise(new("unit.coverageEnded"));
        return ended;
    }

    /// <summary>Ends a stay in a carrier after its last day.</summary>
    public Result<Done> LeaveCarrier(Id<UnitFact> id, LocalDate lastDay, Recording recording)
    {
        var ended = End<Stay>(id, lastDay, recording);
        if (ended.Succeeded) Raise(new("unit.leftCarrier"));
        return ended;
    }

    /// <summary>Takes back what was recorded by mistake; what held before goes on, as if it had never been said.</summary>
    public Result<Done> Withdraw(Id<UnitFact> id, Recording recording)
    {
        var fact = facts.Find(f => f.Id == id && f.VoidedAt is null);
        if (fact is null) return UnitErrors.FactNotFound;
        if (fact is UnitRegistration or Seat && fact.From == KnownFrom) return UnitErrors.FactNeeded;

        if (fact is Coverage or Stay or Revenue) fact.Void(recording);
        else facts.Withdraw(fact, recording);
        ShowLatest();
        Raise(new("unit.factWithdrawn"));
        return Done.It;
    }

    /// <summary>Whether it is in the register on the day, and not closed (REG-42).</summary>
    public bool ExistsOn(LocalDate day) => KnownFrom <= day && !facts.OfType<UnitState>().Any(s => s is { VoidedAt: null, State: OperationState.Closed } && s.IsOn(day));

    /// <summary>Why nothing that holds through these days can be recorded of it; none where it is in the register on each of them, and not closed (REG-42).</summary>
    internal Error? RefusalOf(DayRange days) => ClosedIn(days) is { } day ? UnitErrors.DoesNotExist(this, day) : null;

    private LocalDate? ClosedIn(DayRange days) => days.From < KnownFrom ? days.From
        : facts.OfType<UnitState>().FirstOrDefault(s => s is { VoidedAt: null, State: OperationState.Closed } && s.Days.Overlaps(days)) is { } closed ? LocalDate.Max(closed.From, days.From) : null;

    private Result<Done> End<T>(Id<UnitFact> id, LocalDate lastDay, Recording recording) where T : UnitFact
    {
        var fact = facts.OfType<T>().FirstOrDefault(f => f.Id == id && f.VoidedAt is null);
        if (fact is null) return UnitErrors.FactNotFound;
        if (lastDay < fact.From) return UnitErrors.EndsBeforeItBegins;
        if (fact.To <= lastDay) return UnitErrors.EndedBefore(fact.To.Value);

        facts.EndBefore(fact, lastDay.PlusDays(1), recording);
        return Done.It;
    }

    private static bool Fits(UnitMeasure measure, UnitKind kind) => measure is not (UnitMeasure.MemberUnits or UnitMeasure.FullTimeStaff) || kind == UnitKind.SocialGroup;

    private static bool Fits(UnitTrait trait, UnitKind kind) => trait switch
    {
        UnitTrait.AboveDesignatedSize or UnitTrait.LeadingEnterprise => !kind.IsSocialOrganization(),
        UnitTrait.LargeSocialOrganization => kind.IsSocialOrganization(),
        _ => true,
    };

    internal static bool Fits(CoverageForm form, OrganizationType type) => form switch
    {
        CoverageForm.Own => type is OrganizationType.UnitCommittee or OrganizationType.GeneralBranch or OrganizationType.Branch or OrganizationType.FloatingMemberBranch,
        CoverageForm.Joint => type is OrganizationType.JointBranch or OrganizationType.JointGeneralBranch or OrganizationType.FloatingMemberBranch,
        _ => type is not (OrganizationType.PartyGroup or OrganizationType.DispatchedBranch),
    };

    private static bool Fits(FormingWay way, CoverageForm form) => way switch
    {
        FormingWay.Alone or FormingWay.PersonSent => form == CoverageForm.Own,
        FormingWay.FloatingMembers => form != CoverageForm.Attached,
        FormingWay.Village => form == CoverageForm.Attached,
        _ => form != CoverageForm.Own,
    };

    private void ShowLatest()
    {
        var what = Latest<UnitRegistration>()!;
        var key = PinyinKey.Of(OrganizationName.FromStorage(what.Name));
        (Name, NameKey, NameInitials, Kind, CreditCode) = (what.Name, key.Value, key.Initials, what.UnitKind, what.CreditCode);
        TerritoryId = Latest<Seat>()!.TerritoryId;
        State = Latest<UnitState>()?.State;
    }

    private T? Latest<T>() where T : UnitFact => facts.OfType<T>().Where(f => f.VoidedAt is null).MaxBy(f => f.From);
}

/// <summary>What a unit is called and what it is.</summary>
/// <param name="Name">Its full name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="CreditCode">Its unified social credit code, where it has one (REG-9, REG-40).</param>
/// <param name="Industry">The section of the national classification.</param>
/// <param name="Trade">The trade in its own words.</param>
/// <param name="Chamber">The chamber of commerce or association to which it belongs.</param>
/// <param name="Department">The department that supervises it or is in charge of its line (DPB-9).</param>
public sealed record UnitDescription(
    OrganizationName Name, UnitKind Kind, UnifiedSocialCreditCode? CreditCode, Industry? Industry, Designation? Trade, Designation? Chamber, Designation? Department = null);

/// <summary>Where in a town something is.</summary>
/// <param name="Area">The responsibility area (工作片).</param>
/// <param name="Park">The park (园区).</param>
/// <param name="Village">The village or community (村、社区).</param>
/// <param name="Address">Street, number, floor.</param>
/// <param name="Grid">The grid of a market, business district or feature street (网格).</param>
public sealed record Locality(Designation? Area, Designation? Park, Designation? Village, StreetAddress? Address, Designation? Grid = null);

/// <summary>What a survey found; what it did not look at is not in it.</summary>
/// <param name="Counts">How many of what.</param>
/// <param name="Traits">What it is or has, or not.</param>
/// <param name="Head">Who stands for it.</param>
/// <param name="Direction">In which way it is to be covered.</param>
/// <param name="Chain">Which leading enterprise it is connected with, and how.</param>
public sealed record UnitFindings(
    IReadOnlyDictionary<UnitMeasure, int> Counts, IReadOnlyDictionary<UnitTrait, bool> Traits, (Members.PersonName Name, HeadRole Role, bool? IsPartyMember)? Head, (FormingWay Way, Id<Organization>? TowardsId)? Direction,
    (Unit Leader, ChainPlace Place)? Chain = null);
