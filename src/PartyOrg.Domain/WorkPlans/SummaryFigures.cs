using NodaTime;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.WorkPlans;

/// <summary>What the product knows of the work that a summary is about: counted from plans and meetings, never typed.</summary>
/// <param name="Plans">The plans in force whose periods lie in the summary's, by first day.</param>
/// <param name="Meetings">The gatherings held in the period, by kind.</param>
/// <param name="Inspections">How often the secretary looked into progress in the period.</param>
public sealed record SummaryFigures(IReadOnlyList<PlanFigure> Plans, IReadOnlyList<MeetingFigure> Meetings, int Inspections)
{
    /// <summary>Counts what is recorded of a period.</summary>
    /// <param name="plans">The organization's plans that share a day with it; those not in force are left out.</param>
    /// <param name="meetings">The kinds of each meeting held in it; one gathering of two kinds counts once for each.</param>
    /// <param name="days">The period's days.</param>
    public static SummaryFigures Of(IEnumerable<WorkPlan> plans, IEnumerable<IReadOnlyList<string>> meetings, DayRange days)
    {
        var active = plans.Where(p => p.Status == PlanStatus.Active).OrderBy(p => p.From).ThenBy(p => p.Kind).ToList();
        return new(
            [.. active.Select(p => new PlanFigure(p.Id, p.Kind, p.Period.Label, p.Items.Count, p.Items.Count(i => i.IsDone()), p.Items.Count(i => !i.IsDone() && i.Progress.Count > 0)))],
            [.. meetings.SelectMany(kinds => kinds).GroupBy(kind => kind).Select(g => new MeetingFigure(g.Key, g.Count())).OrderBy(m => m.Kind, StringComparer.Ordinal)],
            active.Sum(p => p.Inspections.Count(i => days.Contains(i.On))));
    }

    /// <summary>The figures as sentences, with which a draft begins.</summary>
    /// <param name="period">The summary's period.</param>
    /// <param name="kinds">What a kind of meeting is called.</param>
    public Text InWords(DutyPeriod period, Func<string, Text> kinds)
    {
        var en = new List<string>();
        var zh = new List<string>();
        foreach (var plan in Plans)
        {
            var name = WorkPlanLabels.PlanKindNames[plan.Kind].Label;
            en.Add($"{name.En} {plan.Period}: {plan.Items} items, {plan.Done} done, {plan.InProgress} in progress.");
            zh.Add($"{name.Zh}（{plan.Period}）：共 {plan.Items} 项，完成 {plan.Done} 项，推进中 {plan.InProgress} 项。");
        }

        foreach (var meeting in Meetings)
        {
            en.Add($"{kinds(meeting.Kind).En}: held {meeting.Held} times.");
            zh.Add($"{kinds(meeting.Kind).Zh}：召开 {meeting.Held} 次。");
        }

        en.Add($"The secretary looked into progress {Inspections} times.");
        zh.Add($"书记检查进展 {Inspections} 次。");
        return new($"{period.Name.En}\n{string.Join('\n', en)}", $"{period.Name.Zh}\n{string.Join('\n', zh)}");
    }
}

/// <summary>How a plan was carried out.</summary>
/// <param name="PlanId">The plan.</param>
/// <param name="Kind">What it plans.</param>
/// <param name="Period">For when.</param>
/// <param name="Items">How many items it has.</param>
/// <param name="Done">How many of them are done.</param>
/// <param name="InProgress">How many of the others have progress.</param>
public sealed record PlanFigure(Id<WorkPlan> PlanId, PlanKind Kind, string Period, int Items, int Done, int InProgress);

/// <summary>How often a kind of gathering was held.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Held">How often.</param>
public sealed record MeetingFigure(string Kind, int Held);
