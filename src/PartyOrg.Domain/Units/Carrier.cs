using NodaTime;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Units;

/// <summary>A carrier (载体): a specialised market, commercial building or business district in which many units sit.</summary>
public sealed class Carrier : Aggregate
{
    private readonly List<CarrierFact> facts = [];

    private Carrier() { }

    /// <summary>The carrier's id.</summary>
    public Id<Carrier> Id { get; private set; }

    /// <summary>Its name, by the latest.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The key by which names sort: pinyin first.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>The first letters of the name's syllables, by which it is searched.</summary>
    public string NameInitials { get; private set; } = "";

    /// <summary>What it is, by the latest.</summary>
    public CarrierKind Kind { get; private set; }

    /// <summary>The town in which it is, by the latest: its place in the tree (REG-41).</summary>
    public Id<Organization> TerritoryId { get; private set; }

    /// <summary>The first day of which anything is recorded.</summary>
    public LocalDate KnownFrom { get; private set; }

    /// <summary>The last day on which it was open; none while it goes on (REG-46).</summary>
    public LocalDate? ClosedAfter { get; private set; }

    /// <summary>All that was recorded, what was voided included.</summary>
    public IReadOnlyList<CarrierFact> Facts => facts;

    /// <inheritdoc/>
    public override Guid? AuditedUnder => TerritoryId.Value;

    /// <inheritdoc/>
    public override Guid Key => Id.Value;

    /// <summary>Enters a carrier in the register.</summary>
    public static Result<Carrier> Register(CarrierDescription what, Organization territory, LocalDate from, Recording recording)
    {
        if (UnitErrors.FaultIn(territory, from) is { } fault) return fault;
        if (FaultIn(what.SetUp, from) is { } wrong) return wrong;
        var carrier = new Carrier { Id = recording.Ids.New<Carrier>(), KnownFrom = from };
        carrier.facts.Add(new(carrier.Id, what, territory.Id, from, null, recording));
        carrier.ShowLatest();
        carrier.Raise(new("carrier.registered"));
        return carrier;
    }

    /// <summary>Records what it is from a day on.</summary>
    public Result<Done> Describe(CarrierDescription what, Organization territory, LocalDate from, Recording recording)
    {
        if (!ExistsIn(new(from, from))) return CarrierErrors.NotOpen(this);
        if (UnitErrors.FaultIn(territory, from) is { } fault) return fault;
        if (FaultIn(what.SetUp, from) is { } wrong) return wrong;
        if (facts.Hold(new CarrierFact(Id, what, territory.Id, from, null, recording), recording))
        {
            ShowLatest();
            Raise(new("carrier.changed"));
        }

        return Done.It;
    }

    /// <summary>Closes it after its last day; no unit may be left in it (REG-46).</summary>
    /// <param name="lastDay">The last day on which it is open.</param>
    /// <param name="unitsLeft">How many units sit in it after that day.</param>
    /// <param name="recording">Who records it.</param>
    public Result<Done> Close(LocalDate lastDay, int unitsLeft, Recording recording)
    {
        if (!ExistsIn(new(lastDay, lastDay))) return CarrierErrors.NotOpen(this);
        if (unitsLeft > 0) return CarrierErrors.NotEmpty(unitsLeft);

        foreach (var ended in facts.FindAll(f => f.VoidedAt is null && (f.To is null || f.To > lastDay))) facts.EndBefore(ended, lastDay.PlusDays(1), recording);
        ClosedAfter = lastDay;
        ShowLatest();
        Raise(new("carrier.closed"));
        return Done.It;
    }

    /// <summary>The organization that it has ends after a last day: from then on it has none.</summary>
    public void FollowRevocation(Id<Organization> revoked, LocalDate lastDay, Recording recording) => Pass(revoked, null, lastDay.PlusDays(1), recording);

    /// <summary>The organization that it has becomes part of another one: from that day on it has that one, as a joint one where it is one, and attached to it where it is not.</summary>
    public void FollowMerger(Id<Organization> merged, Organization into, LocalDate on, Recording recording) => Pass(merged, into, on, recording);

    private void Pass(Id<Organization> from, Organization? to, LocalDate on, Recording recording)
    {
        foreach (var fact in facts.FindAll(f => f.VoidedAt is null && f.OrganizationId == from && (f.To is null || f.To >= on)))
        {
            facts.EndBefore(fact, on, recording);
            facts.Add(fact.Under(to is null ? null : (to.Id, fact.Form != CoverageForm.Attached && Unit.Fits(CoverageForm.Joint, to.Type) ? CoverageForm.Joint : CoverageForm.Attached), LocalDate.Max(on, fact.From), fact.To, recording));
            Raise(new("carrier.changed"));
        }
    }

    private static Error? FaultIn(CarrierSetUp? setUp, LocalDate from) => setUp switch
    {
        null => null,
        var (organization, _) when !organization.ExistsOn(from) => OrganizationErrors.DoesNotExist(organization, from),
        var (organization, form) when !Unit.Fits(form, organization.Type) => UnitErrors.FormDoesNotFit(organization),
        _ => null,
    };

    /// <summary>Whether it is open on all of the days.</summary>
    public bool ExistsIn(DayRange days) => new DayRange(KnownFrom, ClosedAfter).Covers(days);

    /// <summary>What it is on a day; before its first what it was then, and after its last what it was at its end.</summary>
    public CarrierFact OnDay(LocalDate day)
    {
        var standing = facts.Where(f => f.VoidedAt is null).OrderBy(f => f.From).ToList();
        return standing.FindLast(f => f.From <= day) ?? standing[0];
    }

    private void ShowLatest()
    {
        var latest = OnDay(LocalDate.MaxIsoValue);
        var key = PinyinKey.Of(OrganizationName.FromStorage(latest.Name));
        (Name, NameKey, NameInitials, Kind, TerritoryId) = (latest.Name, key.Value, key.Initials, latest.Kind, latest.TerritoryId);
    }
}

/// <summary>What a carrier is called and what it is.</summary>
/// <param name="Name">Its full name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Address">Street, number.</param>
/// <param name="Manager">Who manages it (管理单位, DPB-12.3).</param>
/// <param name="Proprietor">Who owns it (产权单位, DPB-12.3).</param>
/// <param name="Chamber">Its chamber of commerce.</param>
/// <param name="SetUp">Which organization it has, or to which one of its trade or area it is attached (FCM-3.4); none where it has none.</param>
public sealed record CarrierDescription(OrganizationName Name, CarrierKind Kind, StreetAddress? Address, Designation? Manager, Designation? Proprietor, Designation? Chamber, CarrierSetUp? SetUp = null);

/// <summary>Which organization a carrier has (FCM-3.4).</summary>
/// <param name="Organization">The organization.</param>
/// <param name="Form">Its own, a joint one of its units, or one to which it is attached.</param>
public sealed record CarrierSetUp(Organization Organization, CoverageForm Form);

/// <summary>What a carrier is, from a day to a day.</summary>
public sealed class CarrierFact : SignedFact<CarrierFact>
{
    private CarrierFact() { }

    internal CarrierFact(Id<Carrier> carrier, CarrierDescription what, Id<Organization> territory, LocalDate from, LocalDate? to, Recording recording) : base(from, to, recording) =>
        (Id, CarrierId, TerritoryId, Name, Kind, Address, Manager, Proprietor, Chamber, OrganizationId, Form) =
        (recording.Ids.New<CarrierFact>(), carrier, territory, what.Name.Value, what.Kind, what.Address?.Value, what.Manager?.Value, what.Proprietor?.Value, what.Chamber?.Value, what.SetUp?.Organization.Id, what.SetUp?.Form);

    private CarrierFact(CarrierFact like, (Id<Organization> Organization, CoverageForm Form)? setUp, LocalDate from, LocalDate? to, Recording recording) : base(from, to, recording) =>
        (Id, CarrierId, TerritoryId, Name, Kind, Address, Manager, Proprietor, Chamber, OrganizationId, Form) =
        (recording.Ids.New<CarrierFact>(), like.CarrierId, like.TerritoryId, like.Name, like.Kind, like.Address, like.Manager, like.Proprietor, like.Chamber, setUp?.Organization, setUp?.Form);

    /// <summary>The fact's own id.</summary>
    public Id<CarrierFact> Id { get; private set; }

    /// <summary>The carrier.</summary>
    public Id<Carrier> CarrierId { get; private set; }

    /// <summary>The town in which it is.</summary>
    public Id<Organization> TerritoryId { get; private set; }

    /// <summary>Its full name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What it is.</summary>
    public CarrierKind Kind { get; private set; }

    /// <summary>Street, number.</summary>
    public string? Address { get; private set; }

    /// <summary>Who manages it.</summary>
    public string? Manager { get; private set; }

    /// <summary>Who owns it.</summary>
    public string? Proprietor { get; private set; }

    /// <summary>Its chamber of commerce.</summary>
    public string? Chamber { get; private set; }

    /// <summary>The organization that it has, or to which it is attached (FCM-3.4); none where it has none.</summary>
    public Id<Organization>? OrganizationId { get; private set; }

    /// <summary>Its own, a joint one of its units, or one to which it is attached.</summary>
    public CoverageForm? Form { get; private set; }

    internal override bool IsOfLineOf(CarrierFact other) => true;

    internal override bool SaysTheSameAs(CarrierFact other) => (other.TerritoryId, other.Name, other.Kind, other.Address, other.Manager, other.Proprietor, other.Chamber)
        == (TerritoryId, Name, Kind, Address, Manager, Proprietor, Chamber) && (other.OrganizationId, other.Form) == (OrganizationId, Form);

    internal override CarrierFact During(LocalDate from, LocalDate? to, Recording recording) => new(this, OrganizationId is { } organization ? (organization, Form!.Value) : null, from, to, recording);

    /// <summary>The same with another organization, or with none.</summary>
    internal CarrierFact Under((Id<Organization> Organization, CoverageForm Form)? setUp, LocalDate from, LocalDate? to, Recording recording) => new(this, setUp, from, to, recording);
}

/// <summary>Refusals of the register of carriers.</summary>
public static class CarrierErrors
{
    /// <summary>Not there, or out of the caller's scope.</summary>
    public static Error NotFound { get; } = Error.NotFound("carrier-not-found",
        "There is no such carrier in your scope. Look it up with GET /api/v1/carriers.", "在您的权限范围内没有该载体。请通过 GET /api/v1/carriers 查询。");

    /// <summary>It is not open on these days (REG-46).</summary>
    public static Error NotOpen(Carrier carrier) => Error.RuleBroken("REG-46", "carrier-not-open",
        $"{carrier.Name} is open from {carrier.KnownFrom:uuuu-MM-dd}{(carrier.ClosedAfter is { } last ? $" to {last:uuuu-MM-dd}" : " on")}. Choose a day on which it is open.",
        $"{carrier.Name}的开放期间自 {carrier.KnownFrom:uuuu-MM-dd} 起{(carrier.ClosedAfter is { } end ? $"至 {end:uuuu-MM-dd} 止" : "")}。请选择期间内的日期。");

    /// <summary>An organization without the form, or a form without the organization.</summary>
    public static Error SetUpInPart { get; } = Error.Invalid("carrier-set-up-in-part",
        "Which organization the carrier has is said together with how: its own, a joint one, or attached. Give organizationId and how, or neither.", "载体的党组织与组建形式（自有、联合、挂靠）应同时填写。请同时填写 organizationId 和 how，或都不填。", "/how");

    /// <summary>Units sit in it (REG-46).</summary>
    public static Error NotEmpty(int units) => Error.RuleBroken("REG-46", "carrier-not-empty",
        $"{units} units sit in the carrier after its last day. End their stays first.", $"关闭后仍有 {units} 家单位在该载体内。请先结束其入驻记录。");
}
