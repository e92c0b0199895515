using NodaTime;
using PartyOrg.Application.WorkPlans;
using PartyOrg.Domain;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.WorkPlans;

namespace PartyOrg.WebApi.Sample;

/// <summary>Work plans with their items and inspections, clean conduct among them, the comprehensive summaries, and what belongs to them.</summary>
internal sealed class SamplePlans(SampleBranch branch, SampleDiary diary)
{
    private readonly Dictionary<int, WorkPlanAnswer> annual = [];

    private Id<Person> Second => branch.Committee[^1];

    /// <summary>The plans of the years and quarters, and how the secretary inspects them.</summary>
    public void Write()
    {
        foreach (var year in diary.Years)
        {
            var day = new LocalDate(year, 1, 8);
            InForce(day, PlanKind.Annual, $"{year}", plan => annual[year] = plan,
                new("学习党章党规和党的创新理论", new(year, 12, 31), ConstructionClass.Ideological, OwnerId: Second),
                new("发展党员一名", new(year, 12, 31), ConstructionClass.Organizational, OwnerId: branch.Secretary),
                new("开展廉洁警示教育", new(year, 12, 31), ConstructionClass.Style, CleanConduct: true, OwnerId: branch.Inspector ?? branch.Secretary));
            InForce(day, PlanKind.Education, $"{year}", _ => { }, new PlannedItem("全体党员集中培训", new(year, 10, 31), ConstructionClass.Ideological, OwnerId: Second));
            InForce(day, PlanKind.Development, $"{year}", _ => { }, new PlannedItem("培养入党积极分子", new(year, 11, 30), ConstructionClass.Organizational, OwnerId: branch.Secretary));
        }

        foreach (var start in diary.Quarters)
        {
            if (!branch.Forgets())
                InForce(start.PlusDays(6), PlanKind.Quarterly, $"{start.Year}-Q{((start.Month - 1) / 3) + 1}", _ => { }, new PlannedItem("季度重点工作：走访职工、服务生产", start.PlusDays(80), ConstructionClass.Organizational, Department: "综合部"));
            if (branch.Forgets()) continue;
            var on = start.PlusMonths(3).PlusDays(-8);
            diary.On(on, async () =>
            {
                if (annual.TryGetValue(on.Year, out var plan) && plan.AdoptedOn <= on) annual[on.Year] = await branch.Does(new InspectWorkPlan(plan.Id, on, [1, 3], "按计划推进，发展党员工作需要加快。", on.Month is 6 or 12, new(plan.Version)));
            });
        }

        foreach (var year in diary.Years) Clean(year);
    }

    /// <summary>The plans of the months, what the committee answers for, striving for excellence, the summaries, a member's handling, and what waits for the secretary: a plan and a summary to be finished.</summary>
    public void WriteAll()
    {
        foreach (var month in diary.Months)
        {
            // Who does everything forgets one month all the same.
            if (month == diary.Today.PlusMonths(-2).ToYearMonth()) continue;
            var start = month.OnDayOfMonth(1);
            InForce(start.PlusDays(5), PlanKind.Monthly, $"{start:uuuu'-'MM}", _ => { }, new PlannedItem("当月组织生活和谈心谈话", start.PlusDays(24), ConstructionClass.Style, Department: "综合部"));
        }

        diary.On(diary.Begins, async () =>
        {
            foreach (var (i, area) in new[] { "分管宣传教育和党员培训", "分管纪律检查和党风廉政" }.Index().Where(a => a.Index + 1 < branch.Committee.Count))
                await branch.Does(new AssignResponsibility(branch.Id, branch.Committee[i + 1], area, diary.Begins));
        });
        foreach (var year in diary.Years)
        {
            foreach (var (act, day, content) in new[] { (ExcellenceActKind.Summary, 18, "总结创先争优工作"), (ExcellenceActKind.Examples, 22, "树立身边的先进典型"), (ExcellenceActKind.Commendation, 28, "七一前表彰优秀党员") })
            {
                LocalDate on = new(year, 6, day);
                if (on >= diary.Begins) diary.On(on, () => branch.Does(new RecordExcellenceAct(branch.Id, act, on, content, act == ExcellenceActKind.Summary ? [] : [branch.Names[Second]])));
            }

            var (midYear, yearEnd) = (MidYear(year), YearEnd(year));
            diary.AsOf(midYear, () => Summary(SummaryKind.MidYear, midYear));
            diary.AsOf(yearEnd, () => Summary(SummaryKind.YearEnd, yearEnd));
        }

        diary.Ago(9, async () => await branch.DoesAbout(branch.Members[^1], new OpenMemberHandling(branch.Id, branch.Members[^1], diary.Today.PlusDays(-9).Year, "长期不参加组织生活，经教育仍无转变。")));
        diary.Ago(4, async () =>
        {
            var next = diary.Quarters.Last().PlusMonths(3);
            await branch.Does(new DraftWorkPlan(branch.Id, PlanKind.Quarterly, $"{next.Year}-Q{((next.Month - 1) / 3) + 1}", [new("下季度重点工作", next.PlusDays(80), ConstructionClass.Organizational, Department: "综合部")]));
        });
        diary.Ago(3, async () => await branch.Does(NextSummary()));
    }

    private static LocalDate MidYear(int year) => new(year, 7, 5);

    private static LocalDate YearEnd(int year) => new(year, 12, 28);

    // The one that is not submitted yet.
    private DraftWorkSummary NextSummary()
    {
        var (year, today) = (diary.Today.Year, diary.Today);
        return today < MidYear(year) ? new(branch.Id, SummaryKind.MidYear, year) : today < YearEnd(year) ? new(branch.Id, SummaryKind.YearEnd, year) : new(branch.Id, SummaryKind.MidYear, year + 1);
    }

    // What was adopted on its day is entered with that day, also afterwards.
    private void InForce(LocalDate day, PlanKind kind, string period, Action<WorkPlanAnswer> keep, params PlannedItem[] items)
    {
        diary.On(day, async () =>
        {
            var draft = await branch.Does(new DraftWorkPlan(branch.Id, kind, period, items));
            keep(await branch.Does(new ActivateWorkPlan(draft.Id, day < diary.Begins ? diary.Registered : day, new(draft.Version))));
        });
    }

    private void Clean(int year)
    {
        LocalDate on = new(year, 5, 20);
        diary.On(on, async () =>
        {
            if (annual[year] is { } plan && plan.AdoptedOn <= on) annual[year] = await branch.Does(new RecordItemProgress(plan.Id, 3, on, "组织观看警示教育片，全体党员参加。", false, new(plan.Version)));
        });
    }

    private async Task Summary(SummaryKind kind, LocalDate on)
    {
        var draft = await branch.Does(new DraftWorkSummary(branch.Id, kind, on.Year));
        var written = await branch.Does(new ChangeWorkSummary(draft.Id, new("各项工作按计划推进。", "廉洁教育按计划开展。", "党务按月公开。", "集中学习每月一次。"), new(draft.Version)));
        var submitted = await branch.Does(new SubmitWorkSummary(draft.Id, new(written.Version)));
        diary.On(on.PlusDays(6), () => branch.SuperiorDoes(new AcceptWorkSummary(draft.Id, "同意。", "廉洁教育到位", "公开及时", "学习扎实", new(submitted.Version))));
    }
}
