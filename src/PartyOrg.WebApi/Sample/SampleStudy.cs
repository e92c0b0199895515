using NodaTime;
using PartyOrg.Application.StudyAndTraining;
using PartyOrg.Domain.StudyAndTraining;

namespace PartyOrg.WebApi.Sample;

/// <summary>Study beside the gatherings: what the branch has for it, checks of everybody's study, the superior's guidance, and what members note of their own reading.</summary>
internal sealed class SampleStudy(SampleBranch branch, SampleDiary diary)
{
    public void Write()
    {
        diary.On(diary.Begins, async () =>
        {
            foreach (var (kind, description) in new[] { (FacilityKind.ActivityRoom, "办公楼二层，可容纳四十人"), (FacilityKind.AudioVisualEquipment, "投影和音响一套"), (FacilityKind.PartyPress, "订阅党报党刊五种") })
                await branch.Does(new RecordFacility(branch.Id, kind, description, diary.Begins));
        });
        foreach (var year in diary.Years)
        {
            LocalDate guided = new(year, 10, 14), checkedOn = new(year, 11, 10);
            if (guided >= diary.Begins) diary.On(guided, () => branch.SuperiorDoes(new RecordStudyGuidance(branch.Id, guided, "查阅集中学习记录，抽查学习笔记。", GuidanceFinding.Sufficient)));
            if (checkedOn >= diary.Begins)
                diary.AsOf(checkedOn, () => branch.Does(new RecordStudyCheck(branch.Id, checkedOn, "查阅学习笔记", [.. branch.Members.Select(m => new CheckedMember(m, branch.Chance.Next(4) == 0 ? StudyResult.Good : StudyResult.Sufficient))])));
        }

        foreach (var month in diary.Months)
        {
            var on = month.OnDayOfMonth(19);
            var reader = branch.Members[branch.Chance.Next(branch.Members.Count)];
            diary.AsOf(on, () => branch.As(reader, new RecordSelfStudy(reader, new(on, 1.5m, StudyContent.Theory, "学习党章总纲", "重点学习党员的权利和义务。"))));
        }
    }
}
