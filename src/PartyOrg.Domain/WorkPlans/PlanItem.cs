using NodaTime;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.WorkPlans;

/// <summary>An item as it is planned. Its owner, a person or a department, may be missing while the plan is a draft (TWS-1.4d).</summary>
/// <param name="Text">What is to be done, 1 to 500 characters.</param>
/// <param name="DueOn">By which day, itself included; within the plan's period.</param>
/// <param name="Class">To which part of Party building it belongs (TWS-1.2).</param>
/// <param name="CleanConduct">Whether it is work for clean conduct (TWS-2.3).</param>
/// <param name="OwnerId">The person who answers for it.</param>
/// <param name="Department">The department that answers for it, 1 to 100 characters; instead of a person.</param>
/// <param name="Number">Which item of the plan it is, where a change keeps one with its progress; none for a new one.</param>
public sealed record PlannedItem(
    string Text, LocalDate DueOn, ConstructionClass? Class = null, bool CleanConduct = false, Id<Person>? OwnerId = null, string? Department = null, int? Number = null)
{
    /// <summary>Every value of the items that cannot be kept, with its pointer.</summary>
    public static IEnumerable<Error> FaultsIn(IReadOnlyList<PlannedItem> items)
    {
        if (items.Count is 0 or > WorkPlan.MostItems) yield return WorkPlanErrors.ItemsOutOfRange;
        foreach (var (i, item) in items.Index())
        {
            if (FreeText.FaultIn(item.Text, WorkPlan.TextLength) is { } fault) yield return fault.At($"/{i}/text");
            if (item.Department is { } department && FreeText.FaultIn(department, WorkPlan.DepartmentLength) is { } wrong) yield return wrong.At($"/{i}/department");
            if (item is { Department: not null, OwnerId: not null }) yield return WorkPlanErrors.TwoOwners.At($"/{i}/department");
            if (item.Number is { } number && items.Take(i).Any(other => other.Number == number)) yield return WorkPlanErrors.ItemTwice(number).At($"/{i}/number");
        }
    }
}

/// <summary>An item of a plan, with what was done on it.</summary>
/// <param name="Number">Its number in the plan; never given to another item.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="DueOn">By which day, itself included.</param>
/// <param name="Class">To which part of Party building it belongs (TWS-1.2).</param>
/// <param name="CleanConduct">Whether it is work for clean conduct (TWS-2.3).</param>
/// <param name="OwnerId">The person who answers for it.</param>
/// <param name="Department">The department that answers for it.</param>
/// <param name="Progress">What was done, in the order in which it was recorded.</param>
public sealed record PlanItem(
    int Number, string Text, LocalDate DueOn, ConstructionClass? Class, bool CleanConduct, Id<Person>? OwnerId, string? Department, IReadOnlyList<ItemProgress> Progress)
{
    /// <summary>Whether somebody answers for it.</summary>
    public bool HasOwner() => OwnerId is not null || Department is not null;

    /// <summary>Whether the last word on it is that it is done.</summary>
    public bool IsDone() => Progress is [.., { Done: true }];
}

/// <summary>What was done on an item (TWS-1.4d).</summary>
/// <param name="On">The day on which it was done, or the state was such.</param>
/// <param name="Text">What, 1 to 1,000 characters.</param>
/// <param name="Done">Whether the item is done with it.</param>
/// <param name="By">Whose account recorded it.</param>
/// <param name="At">When it was recorded.</param>
public sealed record ItemProgress(LocalDate On, string Text, bool Done, Id<Account> By, Instant At);

/// <summary>The secretary has looked into how the items advance (TWS-1.4g).</summary>
/// <param name="Number">Its number in the plan, from 1.</param>
/// <param name="On">The day.</param>
/// <param name="Items">The items that were looked into, by number.</param>
/// <param name="Findings">What was found, 1 to 2,000 characters.</param>
/// <param name="CleanConduct">Whether clean conduct was looked into with it (TWS-2.3).</param>
/// <param name="By">Whose account recorded it.</param>
/// <param name="At">When it was recorded.</param>
public sealed record PlanInspection(int Number, LocalDate On, IReadOnlyList<int> Items, string Findings, bool CleanConduct, Id<Account> By, Instant At);
