using NodaTime;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Procedures;
using PartyOrg.Domain.Results;
using Standing = PartyOrg.Domain.Procedures.Standing;

namespace PartyOrg.Domain.WorkPlans;

/// <summary>How far a plan is.</summary>
public enum PlanStatus
{
    /// <summary>Being drawn up; it counts for nothing.</summary>
    Draft,

    /// <summary>In force: its items are carried out and inspected.</summary>
    Active,

    /// <summary>Taken back; another one may take its place.</summary>
    Withdrawn,
}

/// <summary>
/// A plan of an organization for a year, a quarter or a month (TWS-1.4), or the year's plan for educating or developing members (TWS-1.6): its items, each with an owner and a
/// due date, what was done on them, and what the secretary found when he looked into it. There is one of each kind for a period.
/// </summary>
public sealed class WorkPlan : Aggregate
{
    /// <summary>The most items of a plan.</summary>
    public const int MostItems = 100;

    /// <summary>The longest text of an item, and the longest reason, in characters.</summary>
    public const int TextLength = 500;

    /// <summary>The longest name of a department, in characters.</summary>
    public const int DepartmentLength = 100;

    /// <summary>The longest text on progress, in characters.</summary>
    public const int ProgressLength = 1000;

    /// <summary>The longest findings of an inspection, in characters.</summary>
    public const int FindingsLength = 2000;

    /// <summary>The most entries on the progress of an item, and the most inspections of a plan.</summary>
    public const int MostEntries = 200;

    private const Role Committee = Role.BranchSecretary | Role.CommitteeMember;

    private WorkPlan() { }

    /// <summary>He answers for the item at hand.</summary>
    public static Part Owner { get; } = new("owner", new("the item's owner", "该项目责任人"));

    /// <summary>The steps of a plan.</summary>
    public static Procedure<PlanStatus> Procedure { get; } = new(
        "work-plan", new("Work plan", "工作计划"), WorkPlanLabels.PlanStatuses,
        new("draftWorkPlan", new("draw up the plan", "拟订计划"), "TWS-1.4d", [], PlanStatus.Draft, Committee),
        new("changeWorkPlan", new("change the plan", "修改计划"), "TWS-1.4d", [PlanStatus.Draft, PlanStatus.Active], null, Committee),
        new("activateWorkPlan", new("put the plan in force", "启用计划"), "TWS-1.4d", [PlanStatus.Draft], PlanStatus.Active, Role.BranchSecretary),
        new("recordItemProgress", new("record progress on an item", "记录项目进展"), "TWS-1.4d", [PlanStatus.Active], null, Committee, Owner),
        new("inspectWorkPlan", new("record an inspection of progress", "记录进展检查"), "TWS-1.4g", [PlanStatus.Active], null, Role.BranchSecretary),
        new("withdrawWorkPlan", new("take the plan back", "撤回计划"), "TWS-1.4d", [PlanStatus.Draft, PlanStatus.Active], PlanStatus.Withdrawn, Role.BranchSecretary));

    /// <summary>The plan's id.</summary>
    public Id<WorkPlan> Id { get; private set; }

    /// <summary>Whose plan it is.</summary>
    public Id<Organization> OrganizationId { get; private set; }

    /// <summary>What it plans, and for how long.</summary>
    public PlanKind Kind { get; private set; }

    /// <summary>The first day of its period.</summary>
    public LocalDate From { get; private set; }

    /// <summary>The last day of its period, itself included.</summary>
    public LocalDate To { get; private set; }

    /// <summary>How far it is.</summary>
    public PlanStatus Status { get; private set; }

    /// <summary>Its items, by number.</summary>
    public IReadOnlyList<PlanItem> Items { get; private set; } = [];

    /// <summary>What the secretary found, in the order in which it was recorded.</summary>
    public IReadOnlyList<PlanInspection> Inspections { get; private set; } = [];

    /// <summary>The day on which it was laid down; none while it is a draft.</summary>
    public LocalDate? AdoptedOn { get; private set; }

    /// <summary>The day on which it came to arrange clean conduct; none where it does not, or is not the annual plan in force.</summary>
    public LocalDate? CleanConductArrangedOn { get; private set; }

    /// <summary>Why it was taken back.</summary>
    public string? WithdrawnBecause { get; private set; }

    /// <summary>The greatest number that an item ever had.</summary>
    public int LastNumber { get; private set; }

    /// <inheritdoc/>
    public override Guid? AuditedUnder => OrganizationId.Value;

    /// <inheritdoc/>
    public override Guid Key => Id.Value;

    /// <summary>Its period.</summary>
    public DutyPeriod Period => Kind.Every().PeriodOn(From);

    /// <summary>The first day on which its items were to be carried out: the day on which it was laid down, or the first of its period where that was before; none while it is a draft.</summary>
    public LocalDate? InForceFrom => AdoptedOn is { } adopted ? LocalDate.Max(adopted, From) : null;

    /// <summary>Draws up a plan. One without an item of each part of Party building gets an advice (TWS-1.2), an annual one without clean conduct another (TWS-2.3).</summary>
    /// <param name="organization">Whose plan.</param>
    /// <param name="kind">What it plans.</param>
    /// <param name="period">For when; as long as the kind asks.</param>
    /// <param name="items">What it plans; checked by <see cref="PlannedItem.FaultsIn"/>.</param>
    /// <param name="standing">The plan of the same kind and period that stands, where there is one.</param>
    /// <param name="by">What the caller is to the organization.</param>
    /// <param name="ids">Makes its id.</param>
    public static Result<WorkPlan> Draft(Organization organization, PlanKind kind, DutyPeriod period, IReadOnlyList<PlannedItem> items, WorkPlan? standing, Standing by, Ids ids)
    {
        if (!organization.Type.PlansItsWork()) return WorkPlanErrors.MakesNoPlans(kind.RuleId());
        if (Procedure.RefusalToBegin("draftWorkPlan", by) is { } reserved) return reserved;
        if (!organization.ExistsOn(period.To) && !organization.ExistsOn(period.From)) return OrganizationErrors.DoesNotExist(organization, period.From);
        if (standing is not null) return WorkPlanErrors.ThereAlready(standing);

        var plan = new WorkPlan { Id = ids.New<WorkPlan>(), OrganizationId = organization.Id, Kind = kind, From = period.From, To = period.To };
        if (plan.Take(items) is { } refusal) return refusal;
        plan.Raise(new("workPlan.drafted"));
        return ((Result<WorkPlan>)plan).With(plan.Advices());
    }

    /// <summary>
    /// Replaces its items. An item that is named by its number keeps its progress; one with progress stays (TWS-1.4d), and in force every item has an owner.
    /// </summary>
    /// <param name="items">Its items from now on; checked by <see cref="PlannedItem.FaultsIn"/>.</param>
    /// <param name="by">What the caller is to it.</param>
    /// <param name="on">Today: clean conduct that is added to a plan in force is arranged on this day.</param>
    public Result<Done> Change(IReadOnlyList<PlannedItem> items, Standing by, LocalDate on)
    {
        if (Procedure.RefusalOf("changeWorkPlan", Status, by) is { } refusal) return refusal;
        var before = CleanItems();
        if (Take(items) is { } fault) return fault;
        if (Status == PlanStatus.Active && !before.SequenceEqual(CleanItems()))
        {
            Raise(new EvidenceWithdrawn(Key));
            ArrangeCleanConduct(on);
            GainEvidence();
        }

        Raise(new("workPlan.changed"));
        return ((Result<Done>)Done.It).With(Advices());
    }

    /// <summary>Puts it in force: from now on it is the evidence that there is a plan for its period. Every item has an owner (TWS-1.4d).</summary>
    /// <param name="on">The day on which it was laid down, today or before.</param>
    /// <param name="by">What the caller is to it.</param>
    public Result<Done> Activate(LocalDate on, Standing by)
    {
        if (Procedure.RefusalOf("activateWorkPlan", Status, by) is { } refusal) return refusal;
        if (WithoutOwner(Items) is { } ownerless) return ownerless;

        (Status, AdoptedOn) = (PlanStatus.Active, on);
        ArrangeCleanConduct(on);
        GainEvidence();
        Raise(new("workPlan.activated"));
        return ((Result<Done>)Done.It).With(Advices());
    }

    /// <summary>
    /// Records what was done on an item: by its owner or the committee (TWS-1.4d), on a day on which the plan was in force. On an item for clean conduct it shows that this was carried out (TWS-2.3).
    /// </summary>
    public Result<Done> RecordProgress(int number, ItemProgress progress, Standing by)
    {
        if (Items.FirstOrDefault(i => i.Number == number) is not { } item) return WorkPlanErrors.ItemNotFound(number);
        if (Procedure.RefusalOf("recordItemProgress", Status, by) is { } refusal) return refusal;
        if (!IsInForceOn(progress.On)) return WorkPlanErrors.NotInForceThen(this, "TWS-1.4d").At("/on");
        if (item.Progress.Count >= MostEntries) return WorkPlanErrors.TooManyEntries;

        Items = [.. Items.Select(i => i == item ? i with { Progress = [.. i.Progress, progress] } : i)];
        if (item.CleanConduct) Gain(progress);
        Raise(new("workPlan.advanced"));
        return Done.It;
    }

    /// <summary>Records that the secretary looked into how the items advance, and what he found (TWS-1.4g), on a day on which the plan was in force.</summary>
    public Result<Done> Inspect(LocalDate on, IReadOnlyList<int> items, string findings, bool cleanConduct, Id<Account> account, Instant at, Standing by)
    {
        if (Procedure.RefusalOf("inspectWorkPlan", Status, by) is { } refusal) return refusal;
        if (items.Where(n => Items.All(i => i.Number != n)).Select(n => (int?)n).FirstOrDefault() is { } unknown) return WorkPlanErrors.ItemNotFound(unknown).At("/items");
        if (!IsInForceOn(on)) return WorkPlanErrors.NotInForceThen(this, "TWS-1.4g").At("/on");
        if (Inspections.Count >= MostEntries) return WorkPlanErrors.TooManyEntries;

        var inspection = new PlanInspection(Inspections.Count + 1, on, [.. items.Distinct().Order()], findings, cleanConduct, account, at);
        Inspections = [.. Inspections, inspection];
        Gain(inspection);
        Raise(new("workPlan.inspected"));
        return Done.It;
    }

    /// <summary>Takes back a plan that should not be there. One on which something was recorded stays, since that was done: it is changed instead.</summary>
    public Result<Done> Withdraw(string reason, Standing by)
    {
        if (Procedure.RefusalOf("withdrawWorkPlan", Status, by) is { } refusal) return refusal;
        if (Inspections.Count > 0 || Items.Any(i => i.Progress.Count > 0)) return WorkPlanErrors.CarriedOut;

        if (Status == PlanStatus.Active) Raise(new EvidenceWithdrawn(Key));
        (Status, WithdrawnBecause) = (PlanStatus.Withdrawn, reason);
        Raise(new("workPlan.withdrawn"));
        return Done.It;
    }

    /// <summary>Two records of one person were merged (REG-23): what the one answers for, the other does. Answers whether there was anything.</summary>
    public bool PassPerson(Id<Person> duplicate, Id<Person> survivor)
    {
        if (Items.All(i => i.OwnerId != duplicate)) return false;
        Items = [.. Items.Select(i => i.OwnerId == duplicate ? i with { OwnerId = survivor } : i)];
        Raise(new("workPlan.changed"));
        return true;
    }

    // Before there was a plan nothing was carried out by it, and after its period there is another one.
    private bool IsInForceOn(LocalDate day) => day >= InForceFrom && day <= To;

    private List<int> CleanItems() => [.. Items.Where(i => i.CleanConduct).Select(i => i.Number)];

    // Clean conduct is arranged by the annual plan (TWS-2.3), from the day on which the first such item stands in it.
    private void ArrangeCleanConduct(LocalDate on) => CleanConductArrangedOn = Kind == PlanKind.Annual && CleanItems().Count > 0 ? CleanConductArrangedOn ?? on : null;

    // Everything that the plan in force shows; told anew where the items for clean conduct are others.
    private void GainEvidence()
    {
        Raise(new EvidenceGained(OrganizationId.Value, Kind.Evidence(), AdoptedOn!.Value, Key, From));
        if (CleanConductArrangedOn is { } arranged) Raise(new EvidenceGained(OrganizationId.Value, "cleanConductArranged", arranged, Key, From));
        foreach (var progress in Items.Where(i => i.CleanConduct).SelectMany(i => i.Progress)) Gain(progress);
        foreach (var inspection in Inspections) Gain(inspection);
    }

    private void Gain(ItemProgress progress) => Raise(new EvidenceGained(OrganizationId.Value, "cleanConductProgress", progress.On, Key, From.FirstDayOfYear()));

    private void Gain(PlanInspection inspection)
    {
        Raise(new EvidenceGained(OrganizationId.Value, "progressInspection", inspection.On, Key));
        if (inspection.CleanConduct) Raise(new EvidenceGained(OrganizationId.Value, "cleanConductInspected", inspection.On, Key, From.FirstDayOfYear()));
    }

    private Error? Take(IReadOnlyList<PlannedItem> planned)
    {
        foreach (var (i, item) in planned.Index())
        {
            if (item.DueOn < From || item.DueOn > To) return WorkPlanErrors.DueOutsidePeriod(this).At($"/items/{i}/dueOn");
            if (item.Number is { } kept && Items.All(old => old.Number != kept)) return WorkPlanErrors.ItemNotFound(kept).At($"/items/{i}/number");
        }

        if (Items.FirstOrDefault(old => old.Progress.Count > 0 && planned.All(p => p.Number != old.Number)) is { } advanced) return WorkPlanErrors.ItemHasProgress(advanced.Number);
        var last = LastNumber;
        var taken = planned.Select(p => new PlanItem(
            p.Number ?? ++last, p.Text, p.DueOn, p.Class, p.CleanConduct, p.OwnerId, p.Department, Items.FirstOrDefault(old => old.Number == p.Number)?.Progress ?? [])).OrderBy(i => i.Number).ToList();
        if (Status == PlanStatus.Active && WithoutOwner(taken) is { } ownerless) return ownerless;
        (Items, LastNumber) = (taken, last);
        return null;
    }

    private static Error? WithoutOwner(IReadOnlyList<PlanItem> items) =>
        items.Where(i => !i.HasOwner()).Select(i => i.Number).ToList() is { Count: > 0 } ownerless ? WorkPlanErrors.ItemsWithoutOwner(ownerless) : null;

    private IEnumerable<Advice> Advices()
    {
        if (!Kind.CoversAllWork()) yield break;
        if (Enum.GetValues<ConstructionClass>().Where(c => Items.All(i => i.Class != c)).ToList() is { Count: > 0 } missing) yield return WorkPlanErrors.LacksClasses(missing);
        if (Kind == PlanKind.Annual && !Items.Any(i => i.CleanConduct)) yield return WorkPlanErrors.LacksCleanConduct;
    }
}
