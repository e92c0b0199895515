using NodaTime;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Units;

/// <summary>Something true of a unit from a day to a day.</summary>
public abstract class UnitFact : SignedFact<UnitFact>
{
    /// <summary>For the database.</summary>
    protected UnitFact() { }

    /// <summary>A fact of a unit.</summary>
    protected UnitFact(Id<Unit> unit, LocalDate from, LocalDate? to, Recording recording) : base(from, to, recording) => (Id, UnitId) = (recording.Ids.New<UnitFact>(), unit);

    /// <summary>The fact's own id.</summary>
    public Id<UnitFact> Id { get; private set; }

    /// <summary>The unit.</summary>
    public Id<Unit> UnitId { get; private set; }

    /// <summary>What it is about.</summary>
    public abstract UnitFactKind Kind { get; }

    internal override bool IsOfLineOf(UnitFact other) => other.Kind == Kind;
}

/// <summary>What a unit is called and what it is.</summary>
public sealed class UnitRegistration : UnitFact
{
    private UnitRegistration() { }

    internal UnitRegistration(Id<Unit> unit, UnitDescription what, LocalDate from, LocalDate? to, Recording recording) : base(unit, from, to, recording) =>
        (Name, UnitKind, CreditCode, Industry, Trade, Chamber, Department) = (what.Name.Value, what.Kind, what.CreditCode?.Value, what.Industry, what.Trade?.Value, what.Chamber?.Value, what.Department?.Value);

    private UnitRegistration(UnitRegistration like, LocalDate from, LocalDate? to, Recording recording) : base(like.UnitId, from, to, recording) =>
        (Name, UnitKind, CreditCode, Industry, Trade, Chamber, Department) = (like.Name, like.UnitKind, like.CreditCode, like.Industry, like.Trade, like.Chamber, like.Department);

    /// <inheritdoc/>
    public override UnitFactKind Kind => UnitFactKind.Registration;

    /// <summary>Its full name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What it is.</summary>
    public UnitKind UnitKind { get; private set; }

    /// <summary>Its unified social credit code; none where it has none or it is not known.</summary>
    public string? CreditCode { get; private set; }

    /// <summary>The section of the national classification.</summary>
    public Industry? Industry { get; private set; }

    /// <summary>The trade in its own words.</summary>
    public string? Trade { get; private set; }

    /// <summary>The chamber of commerce or association to which it belongs (FCM-2.4).</summary>
    public string? Chamber { get; private set; }

    /// <summary>The department that supervises it or is in charge of its line (行业主管部门, DPB-9).</summary>
    public string? Department { get; private set; }

    internal override bool SaysTheSameAs(UnitFact other) => other is UnitRegistration o &&
        (o.Name, o.UnitKind, o.CreditCode, o.Industry, o.Trade, o.Chamber, o.Department) == (Name, UnitKind, CreditCode, Industry, Trade, Chamber, Department);

    internal override UnitFact During(LocalDate from, LocalDate? to, Recording recording) => new UnitRegistration(this, from, to, recording);
}

/// <summary>Where a unit is.</summary>
public sealed class Seat : UnitFact
{
    private Seat() { }

    internal Seat(Id<Unit> unit, Id<Organization> territory, Locality where, LocalDate from, LocalDate? to, Recording recording) : base(unit, from, to, recording) =>
        (TerritoryId, Area, Park, Village, Address, Grid) = (territory, where.Area?.Value, where.Park?.Value, where.Village?.Value, where.Address?.Value, where.Grid?.Value);

    private Seat(Seat like, LocalDate from, LocalDate? to, Recording recording) : base(like.UnitId, from, to, recording) =>
        (TerritoryId, Area, Park, Village, Address, Grid) = (like.TerritoryId, like.Area, like.Park, like.Village, like.Address, like.Grid);

    /// <inheritdoc/>
    public override UnitFactKind Kind => UnitFactKind.Seat;

    /// <summary>The Party committee or working committee of the town in which it is (REG-41).</summary>
    public Id<Organization> TerritoryId { get; private set; }

    /// <summary>The responsibility area (工作片).</summary>
    public string? Area { get; private set; }

    /// <summary>The park (园区).</summary>
    public string? Park { get; private set; }

    /// <summary>The village or community (村、社区).</summary>
    public string? Village { get; private set; }

    /// <summary>Street, number, floor.</summary>
    public string? Address { get; private set; }

    /// <summary>The grid of a market, business district or feature street (网格, FCM-2.6).</summary>
    public string? Grid { get; private set; }

    internal override bool SaysTheSameAs(UnitFact other) => other is Seat o && (o.TerritoryId, o.Area, o.Park, o.Village, o.Address, o.Grid) == (TerritoryId, Area, Park, Village, Address, Grid);

    internal override UnitFact During(LocalDate from, LocalDate? to, Recording recording) => new Seat(this, from, to, recording);
}

/// <summary>Whether a unit works.</summary>
public sealed class UnitState : UnitFact
{
    private UnitState() { }

    internal UnitState(Id<Unit> unit, OperationState state, LocalDate from, LocalDate? to, Recording recording) : base(unit, from, to, recording) => State = state;

    /// <inheritdoc/>
    public override UnitFactKind Kind => UnitFactKind.State;

    /// <summary>In operation, suspended or closed.</summary>
    public OperationState State { get; private set; }

    internal override bool SaysTheSameAs(UnitFact other) => other is UnitState o && o.State == State;

    internal override UnitFact During(LocalDate from, LocalDate? to, Recording recording) => new UnitState(UnitId, State, from, to, recording);
}

/// <summary>How many of something a unit has.</summary>
public sealed class UnitCount : UnitFact
{
    /// <summary>The greatest count.</summary>
    public const int Most = 10_000_000;

    private UnitCount() { }

    internal UnitCount(Id<Unit> unit, UnitMeasure measure, int count, LocalDate from, LocalDate? to, Recording recording) : base(unit, from, to, recording) => (Measure, Count) = (measure, count);

    /// <inheritdoc/>
    public override UnitFactKind Kind => UnitFactKind.Measure;

    /// <summary>What is wrong with a count; none where it is 0 to <see cref="Most"/>.</summary>
    public static Error? FaultIn(UnitMeasure measure, int count) => count is >= 0 and <= Most ? null
        : Error.Invalid("unit-count-out-of-range", $"This number is 0 to {Most}.", $"该数量应为 0 至 {Most}。", "/" + UnitLabels.Measures[measure].Code);

    /// <summary>What is counted.</summary>
    public UnitMeasure Measure { get; private set; }

    /// <summary>How many.</summary>
    public int Count { get; private set; }

    internal override bool IsOfLineOf(UnitFact other) => other is UnitCount o && o.Measure == Measure;

    internal override bool SaysTheSameAs(UnitFact other) => other is UnitCount o && o.Count == Count;

    internal override UnitFact During(LocalDate from, LocalDate? to, Recording recording) => new UnitCount(UnitId, Measure, Count, from, to, recording);
}

/// <summary>What a unit is or has, or not.</summary>
public sealed class UnitFeature : UnitFact
{
    private UnitFeature() { }

    internal UnitFeature(Id<Unit> unit, UnitTrait trait, bool has, LocalDate from, LocalDate? to, Recording recording) : base(unit, from, to, recording) => (Trait, Has) = (trait, has);

    /// <inheritdoc/>
    public override UnitFactKind Kind => UnitFactKind.Trait;

    /// <summary>What is asked.</summary>
    public UnitTrait Trait { get; private set; }

    /// <summary>Whether it is so.</summary>
    public bool Has { get; private set; }

    internal override bool IsOfLineOf(UnitFact other) => other is UnitFeature o && o.Trait == Trait;

    internal override bool SaysTheSameAs(UnitFact other) => other is UnitFeature o && o.Has == Has;

    internal override UnitFact During(LocalDate from, LocalDate? to, Recording recording) => new UnitFeature(UnitId, Trait, Has, from, to, recording);
}

/// <summary>What a unit took in a calendar year.</summary>
public sealed class Revenue : UnitFact
{
    private Revenue() { }

    internal Revenue(Id<Unit> unit, int year, Money amount, Recording recording) : base(unit, new(year, 1, 1), new LocalDate(year, 12, 31), recording) => Fen = amount.Fen;

    /// <inheritdoc/>
    public override UnitFactKind Kind => UnitFactKind.Revenue;

    /// <summary>The calendar year.</summary>
    public int Year => From.Year;

    /// <summary>In fen.</summary>
    public long Fen { get; private set; }

    internal override bool SaysTheSameAs(UnitFact other) => other is Revenue o && o.Fen == Fen;

    internal override UnitFact During(LocalDate from, LocalDate? to, Recording recording) => throw new InvalidOperationException("A year's revenue is of the whole year.");
}

/// <summary>Who stands for a unit.</summary>
public sealed class Head : UnitFact
{
    private Head() { }

    internal Head(Id<Unit> unit, PersonName name, HeadRole role, bool? isPartyMember, LocalDate from, LocalDate? to, Recording recording) : base(unit, from, to, recording) =>
        (Name, Role, IsPartyMember) = (name.Value, role, isPartyMember);

    /// <inheritdoc/>
    public override UnitFactKind Kind => UnitFactKind.Head;

    /// <summary>The name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Owner or responsible person.</summary>
    public HeadRole Role { get; private set; }

    /// <summary>Whether he is a Party member; none where it is not known.</summary>
    public bool? IsPartyMember { get; private set; }

    internal override bool SaysTheSameAs(UnitFact other) => other is Head o && (o.Name, o.Role, o.IsPartyMember) == (Name, Role, IsPartyMember);

    internal override UnitFact During(LocalDate from, LocalDate? to, Recording recording) => new Head(UnitId, PersonName.FromStorage(Name), Role, IsPartyMember, from, to, recording);
}

/// <summary>An organization covers a unit (FCM-1.1, REG-43).</summary>
public sealed class Coverage : UnitFact
{
    private Coverage() { }

    internal Coverage(Id<Unit> unit, Id<Organization> organization, CoverageForm form, FormingWay? way, LocalDate from, LocalDate? to, Recording recording) : base(unit, from, to, recording) =>
        (OrganizationId, Form, Way) = (organization, form, way);

    /// <inheritdoc/>
    public override UnitFactKind Kind => UnitFactKind.Coverage;

    /// <summary>The organization.</summary>
    public Id<Organization> OrganizationId { get; private set; }

    /// <summary>Its own, part of a joint one, or attached.</summary>
    public CoverageForm Form { get; private set; }

    /// <summary>In which way of FCM-2 it came about; none where it is not known.</summary>
    public FormingWay? Way { get; private set; }

    internal override bool SaysTheSameAs(UnitFact other) => other is Coverage o && (o.OrganizationId, o.Form, o.Way) == (OrganizationId, Form, Way);

    internal override UnitFact During(LocalDate from, LocalDate? to, Recording recording) => new Coverage(UnitId, OrganizationId, Form, Way, from, to, recording);
}

/// <summary>A unit sits in a carrier (REG-46).</summary>
public sealed class Stay : UnitFact
{
    private Stay() { }

    internal Stay(Id<Unit> unit, Id<Carrier> carrier, LocalDate from, LocalDate? to, Recording recording) : base(unit, from, to, recording) => CarrierId = carrier;

    /// <inheritdoc/>
    public override UnitFactKind Kind => UnitFactKind.Stay;

    /// <summary>The carrier.</summary>
    public Id<Carrier> CarrierId { get; private set; }

    internal override bool IsOfLineOf(UnitFact other) => other is Stay o && o.CarrierId == CarrierId;

    internal override bool SaysTheSameAs(UnitFact other) => IsOfLineOf(other);

    internal override UnitFact During(LocalDate from, LocalDate? to, Recording recording) => new Stay(UnitId, CarrierId, from, to, recording);
}

/// <summary>In which way a unit that is not covered is to be covered, as an officer decided (FCM-4.1b).</summary>
public sealed class Direction : UnitFact
{
    private Direction() { }

    internal Direction(Id<Unit> unit, FormingWay way, Id<Organization>? towards, LocalDate from, LocalDate? to, Recording recording) : base(unit, from, to, recording) => (Way, TowardsId) = (way, towards);

    /// <inheritdoc/>
    public override UnitFactKind Kind => UnitFactKind.Direction;

    /// <summary>The way of FCM-2.</summary>
    public FormingWay Way { get; private set; }

    /// <summary>The organization that will cover it, or under which its own will stand; none where that is not decided.</summary>
    public Id<Organization>? TowardsId { get; private set; }

    internal override bool SaysTheSameAs(UnitFact other) => other is Direction o && (o.Way, o.TowardsId) == (Way, TowardsId);

    internal override UnitFact During(LocalDate from, LocalDate? to, Recording recording) => new Direction(UnitId, Way, TowardsId, from, to, recording);
}

/// <summary>Which leading enterprise a unit is connected with, and how (FCM-2.5).</summary>
public sealed class Chain : UnitFact
{
    private Chain() { }

    internal Chain(Id<Unit> unit, Id<Unit> leader, ChainPlace place, LocalDate from, LocalDate? to, Recording recording) : base(unit, from, to, recording) => (LeaderId, Place) = (leader, place);

    /// <inheritdoc/>
    public override UnitFactKind Kind => UnitFactKind.Chain;

    /// <summary>The leading enterprise.</summary>
    public Id<Unit> LeaderId { get; private set; }

    /// <summary>How it is connected with it.</summary>
    public ChainPlace Place { get; private set; }

    internal override bool SaysTheSameAs(UnitFact other) => other is Chain o && (o.LeaderId, o.Place) == (LeaderId, Place);

    internal override UnitFact During(LocalDate from, LocalDate? to, Recording recording) => new Chain(UnitId, LeaderId, Place, from, to, recording);
}
