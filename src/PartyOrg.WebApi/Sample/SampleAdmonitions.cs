using PartyOrg.Application.AdmonitionTalks;
using PartyOrg.Domain;
using PartyOrg.Domain.AdmonitionTalks;
using PartyOrg.Domain.Members;

namespace PartyOrg.WebApi.Sample;

/// <summary>Admonition talks: one member stayed away, was talked to, and is mending; of another the committee has still to decide.</summary>
internal sealed class SampleAdmonitions(SampleBranch branch, SampleDiary diary, Id<Person> truant)
{
    public void Write()
    {
        diary.Ago(33, async () =>
        {
            var proposed = await branch.Does(new ProposeAdmonition(branch.Id, truant, [new(Ground.Absences)]));
            var decided = await branch.Does(new DecideAdmonition(proposed.Id, branch.Secretary, false, "支委会研究同意。", new(proposed.Version)));
            var on = diary.Today.PlusDays(-26);
            var arranged = await branch.Does(new ArrangeAdmonitionTalk(proposed.Id, on, new(15, 0), "党员活动室", "准备说明缺席原因。", branch.Committee[^1], new(decided.Version)));
            diary.On(on, async () =>
            {
                var held = await branch.Does(new RecordAdmonitionTalk(proposed.Id, on, "连续多次无故缺席组织活动。", "限期改正。", "制定参加活动的计划。", "态度诚恳。", new(arranged.Version)));
                var mending = await branch.Does(new SetAdmonitionRequirements(proposed.Id, "按时参加组织生活。", diary.Today.PlusDays(60), branch.Secretary, new(held.Version)));
                diary.Ago(5, () => branch.Does(new RecordAdmonitionFollowUp(proposed.Id, diary.Today.PlusDays(-5), "谈话后均按时参加。", new(mending.Version))));
            });
        });
        diary.Ago(4, () => branch.Does(new ProposeAdmonition(branch.Id, branch.Members.First(m => m != truant && !branch.Committee.Contains(m)), [new(Ground.UnwillingToHelp, "两次拒绝帮带新职工。")])));
    }
}
