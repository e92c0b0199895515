using NodaTime;
using PartyOrg.Application.MemberObjectives;
using PartyOrg.Domain.MemberObjectives;

namespace PartyOrg.WebApi.Sample;

/// <summary>Objectives of every member: proposed, deliberated and approved in January, their progress every month but one, the reports of the half years. Those of one member in each group still wait for the approval.</summary>
internal sealed class SampleObjectives(SampleBranch branch, SampleDiary diary)
{
    private static readonly ObjectiveItem[] Items =
    [
        new(ObjectiveArea.Attendance, "按时参加组织生活", 20m), new(ObjectiveArea.Work, "完成年度生产任务", 30m), new(ObjectiveArea.SelfImprovement, "业务学习不少于四十学时", 15.5m),
        new(ObjectiveArea.Discipline, "遵守纪律和厂规", 14.5m), new(ObjectiveArea.AdvancedRole, "带徒一名", 20m),
    ];

    public void Write()
    {
        foreach (var year in diary.Years.Where(HasObjectives)) diary.On(Agreed(year), () => Propose(year));
        foreach (var (group, leader, members) in branch.Groups)
        {
            foreach (var month in diary.Months.Where(m => HasObjectives(m.Year) && m != diary.Today.PlusMonths(-3).ToYearMonth()))
                diary.On(month.OnDayOfMonth(26), () => branch.As(leader, new RecordObjectiveProgress(group, month, [.. members.SkipLast(month.Year == diary.Today.Year ? 1 : 0).Select(m => new MemberProgress(m, "按计划完成。"))])));
            foreach (var start in diary.HalfYears.Where(h => HasObjectives(h.Year)))
                diary.On(start.PlusMonths(5).PlusDays(27), () => branch.As(leader, new FileObjectiveReport(group, start.Year, start.Month == 1 ? 1 : 2, "组内党员目标完成情况良好。")));
        }
    }

    private static LocalDate Agreed(int year) => new(year, 1, 12);

    // There is no progress before somebody's objectives are approved, and they are approved on the day itself.
    private bool HasObjectives(int year) => Agreed(year) >= diary.Registered;

    private async Task Propose(int year)
    {
        foreach (var (_, leader, members) in branch.Groups)
        {
            foreach (var (i, member) in members.Index())
            {
                var category = i % 4 == 0 ? PostCategory.Technical : PostCategory.Production;
                var proposed = await branch.Does(new ProposeObjectives(branch.Id, member, year, category, Items));
                var comment = new DeliberateObjectives(proposed.Id, "目标切合岗位，同意。", Agreed(year), new(proposed.Version));
                var commented = member == leader ? await branch.DoesAbout(member, comment) : await branch.As(leader, comment);
                if (i < members.Count - 1 || year < diary.Today.Year) await branch.DoesAbout(member, new ApproveObjectives(proposed.Id, new(commented.Version)));
            }
        }
    }
}
