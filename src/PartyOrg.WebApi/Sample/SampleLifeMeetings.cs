using NodaTime;
using PartyOrg.Application.DemocraticLifeMeetings;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.DemocraticLifeMeetings;
using PartyOrg.Domain.Members;

namespace PartyOrg.WebApi.Sample;

/// <summary>The democratic life meetings of the half years, what was to be mended after them, and the one that is being prepared.</summary>
internal sealed class SampleLifeMeetings(SampleBranch branch, SampleDiary diary)
{
    private static readonly LocalTime Two = new(14, 0);

    private readonly Dictionary<Id<DemocraticLifeMeeting>, int> versions = [];

    /// <summary>One each half year; not reported to the superior where the branch forgets it.</summary>
    public void Write()
    {
        foreach (var start in diary.HalfYears)
        {
            var on = start.PlusMonths(5).PlusDays(17);
            if (!branch.Forgets()) diary.AsOf(on.PlusDays(-14), () => Prepare(on, !branch.Forgets(), held: true));
        }
    }

    /// <summary>The next one is noticed, and a problem of an earlier one is still open.</summary>
    public void WriteNext() => diary.Ago(2, () => Prepare(diary.Today.PlusDays(12), reported: false, held: false));

    private async Task Prepare(LocalDate on, bool reported, bool held)
    {
        var now = on.PlusDays(-14);
        var planned = await branch.Does(new PlanDemocraticLifeMeeting(branch.Id, "改进作风、服务职工", on, Two, "三楼会议室"));
        var meeting = planned.Id;
        versions[meeting] = planned.Version;
        await Step(meeting, v => new RecordLifeMeetingOpinion(meeting, CollectedFrom.Employees, "希望支部多听取一线职工意见。", v));
        await Step(meeting, v => new GiveLifeMeetingNotice(meeting, now, v));
        if (reported) await Step(meeting, v => new ReportDemocraticLifeMeeting(meeting, now, "围绕改进作风开展批评与自我批评。", v));

        // The superior comes to that of the winter.
        IReadOnlyList<Id<Person>> sent = reported && held && on.Month == 12 && branch.SuperiorPerson is { } person ? [person] : [];
        if (sent.Count > 0) versions[meeting] = (await branch.SuperiorDoes(new NameLifeMeetingAttendees(meeting, sent, new(versions[meeting])))).Version;
        if (held) diary.On(on, () => Hold(meeting, on, sent));
    }

    private async Task Hold(Id<DemocraticLifeMeeting> meeting, LocalDate on, IReadOnlyList<Id<Person>> sent)
    {
        foreach (var member in branch.Committee)
            await Step(meeting, v => new FileSelfCheck(meeting, member, [.. Enum.GetValues<SelfCheckAspect>().Select(a => new AspectText(a, "对照检查，存在不足，提出整改措施。"))], v));
        await Step(meeting, v => new RecordDemocraticLifeMeeting(meeting, new()
        {
            HeldOn = on, StartsAt = Two, Place = "三楼会议室", PresidedById = branch.Secretary, RecorderId = branch.Committee[^1], Minutes = "逐一开展批评与自我批评。",
            Roll = [.. branch.Committee.Select(m => new LifeMeetingRollEntry(m, true))], FromSuperior = sent,
        }, v));
        foreach (var member in branch.Committee)
            await Step(meeting, v => new RecordLifeMeetingSpeech(meeting, member, "深入一线不够。", [new(branch.Committee.First(m => m != member), "检查督促偏少。")], v));
        await Step(meeting, v => new ConfirmDemocraticLifeMeeting(meeting, v));

        var passage = await branch.Does(new AddRectificationItem(meeting, "厂区消防通道不畅", "协调园区整改", branch.Committee[^1], on.PlusDays(60)));
        await branch.Does(new AddRectificationItem(meeting, "一线党员集中学习时间不足", "调整学习时间，错峰组织", branch.Secretary, on.PlusDays(180)));
        var escalated = await branch.Does(new EscalateRectificationItem(passage.Id, "需镇党委协调园区管委会。", new(passage.Version)));
        diary.On(on.PlusDays(12), async () =>
        {
            var answered = await branch.SuperiorDoes(new AnswerRectificationItem(passage.Id, "已与园区管委会商定整改时间。", new(escalated.Version)));
            diary.On(on.PlusDays(50), () => branch.Does(new CloseRectificationItem(passage.Id, "通道已清理。", new(answered.Version))));
        });
    }

    private async Task Step(Id<DemocraticLifeMeeting> meeting, Func<ExpectedVersion, ICommand<LifeMeetingSummary>> step) => versions[meeting] = (await branch.Does(step(new(versions[meeting])))).Version;
}
