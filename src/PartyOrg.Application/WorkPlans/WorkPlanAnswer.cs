using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Procedures;
using PartyOrg.Domain.WorkPlans;

namespace PartyOrg.Application.WorkPlans;

/// <summary>A plan with its items, what was done on them, and what inspections found.</summary>
/// <param name="Id">Its id.</param>
/// <param name="OrganizationId">Whose plan it is.</param>
/// <param name="OrganizationName">What that organization is called.</param>
/// <param name="Kind">What it plans.</param>
/// <param name="Period">For when: 2026, 2026-Q1, 2026-03.</param>
/// <param name="From">The first day of its period.</param>
/// <param name="To">The last day of its period, itself included.</param>
/// <param name="Status">How far it is.</param>
/// <param name="AdoptedOn">The day on which it was laid down; none while it is a draft.</param>
/// <param name="Items">Its items, by number.</param>
/// <param name="Inspections">What the secretary found, in the order in which it was recorded.</param>
/// <param name="WithdrawnBecause">Why it was taken back.</param>
/// <param name="Next">What the caller can do next; recording progress is among it where he owns some item.</param>
/// <param name="Version">Counts the changes; <c>If-Match</c> names it.</param>
public sealed record WorkPlanAnswer(
    Id<WorkPlan> Id, Id<Organization> OrganizationId, string OrganizationName, PlanKind Kind, string Period, LocalDate From, LocalDate To, PlanStatus Status, LocalDate? AdoptedOn,
    IReadOnlyList<PlanItemAnswer> Items, IReadOnlyList<InspectionAnswer> Inspections, string? WithdrawnBecause, IReadOnlyList<PossibleStep> Next, int Version) : Answer, IVersioned;

/// <summary>An item of a plan.</summary>
/// <param name="Number">Its number in the plan.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="DueOn">By which day, itself included.</param>
/// <param name="Class">To which part of Party building it belongs (TWS-1.2).</param>
/// <param name="CleanConduct">Whether it is work for clean conduct (TWS-2.3).</param>
/// <param name="OwnerId">The person who answers for it.</param>
/// <param name="Owner">What the owner is called: the person or the department.</param>
/// <param name="Done">Whether it is done.</param>
/// <param name="Progress">What was done, in the order in which it was recorded.</param>
public sealed record PlanItemAnswer(
    int Number, string Text, LocalDate DueOn, ConstructionClass? Class, bool CleanConduct, Id<Person>? OwnerId, string? Owner, bool Done, IReadOnlyList<ProgressAnswer> Progress);

/// <summary>What was done on an item.</summary>
/// <param name="On">The day.</param>
/// <param name="Text">What.</param>
/// <param name="Done">Whether the item was done with it.</param>
/// <param name="RecordedBy">The name of the account that recorded it.</param>
public sealed record ProgressAnswer(LocalDate On, string Text, bool Done, string RecordedBy);

/// <summary>What the secretary found.</summary>
/// <param name="Number">Its number in the plan.</param>
/// <param name="On">The day.</param>
/// <param name="Items">The items that were looked into, by number.</param>
/// <param name="Findings">What was found.</param>
/// <param name="CleanConduct">Whether clean conduct was looked into with it.</param>
/// <param name="RecordedBy">The name of the account that recorded it.</param>
public sealed record InspectionAnswer(int Number, LocalDate On, IReadOnlyList<int> Items, string Findings, bool CleanConduct, string RecordedBy);

/// <summary>Plans as they are told.</summary>
internal static class WorkPlanTelling
{
    /// <summary>The plan with the names that belong to it.</summary>
    public static async Task<WorkPlanAnswer> Told(this PartyOrgContext db, PlanRow row, Caller caller, CancellationToken cancellation)
    {
        var plan = row.Plan;
        var persons = await db.NamesOf(plan.Items.Select(i => i.OwnerId).OfType<Id<Person>>(), cancellation);
        var accounts = await db.NamesOf(plan.Items.SelectMany(i => i.Progress).Select(p => p.By).Concat(plan.Inspections.Select(i => i.By)), cancellation);
        return new(
            plan.Id, row.Organization.Id, row.Organization.Name, plan.Kind, plan.Period.Label, plan.From, plan.To, plan.Status, plan.AdoptedOn,
            [.. plan.Items.Select(i => new PlanItemAnswer(
                i.Number, i.Text, i.DueOn, i.Class, i.CleanConduct, i.OwnerId, i.OwnerId is { } owner ? persons.GetValueOrDefault(owner) : i.Department, i.IsDone(),
                [.. i.Progress.Select(p => new ProgressAnswer(p.On, p.Text, p.Done, accounts[p.By]))]))],
            [.. plan.Inspections.Select(i => new InspectionAnswer(i.Number, i.On, i.Items, i.Findings, i.CleanConduct, accounts[i.By]))],
            plan.WithdrawnBecause, WorkPlan.Procedure.NextFor(plan.Status, row.StandingOf(caller)), plan.Version);
    }
}
