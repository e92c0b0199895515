using PartyOrg.Application.InnerPartySupervision;
using PartyOrg.Domain.InnerPartySupervision;
using NodaTime;

namespace PartyOrg.WebApi.Sample;

/// <summary>Inner-Party supervision: participation checked each half year, talks with cadres and employees each quarter, letters, and a case of the discipline inspector.</summary>
internal sealed class SampleSupervision(SampleBranch branch, SampleDiary diary)
{
    /// <summary>Talks, each quarter, and the checks of participation.</summary>
    public void Write()
    {
        foreach (var start in diary.Quarters)
        {
            foreach (var partner in Enum.GetValues<TalkPartner>())
            {
                if (!branch.Forgets()) Talk(start.PlusDays(33), partner, givenBack: true);
            }
        }

        foreach (var start in diary.HalfYears)
        {
            var on = start.PlusMonths(5).PlusDays(10);
            if (!branch.Forgets()) diary.AsOf(on, () => branch.Does(new RecordParticipationCheck(branch.Id, on, "党员参加组织生活总体良好。", [SupervisionSubject.PartyRules, SupervisionSubject.MembersRights])));
        }
    }

    /// <summary>A talk whose opinion is to be given back, a letter to be assigned after one that was answered, a case.</summary>
    public void WriteNext()
    {
        Talk(diary.Today.PlusDays(-3), TalkPartner.Employee, givenBack: false);
        diary.Ago(60, async () =>
        {
            var assigned = await Letter(60, "食堂招标没有公示。", assign: true);
            diary.Ago(41, async () =>
            {
                var answered = await branch.Does(new AnswerLetter(assigned.Id, "招标结果已重新公示。", new(assigned.Version)));
                await branch.Does(new CloseLetter(assigned.Id, "办结。", new(answered.Version)));
            });
        });
        diary.Ago(6, () => Letter(6, "夜班交通车班次太少。", assign: false));
        if (branch.Inspector is { } inspector)
            diary.Ago(20, () => branch.As(inspector, new OpenDisciplineCase(branch.Id, "仓储班组", "反映仓储班组虚报加班工时。", [SupervisionSubject.Integrity])));
    }

    private void Talk(LocalDate on, TalkPartner partner, bool givenBack) => diary.On(on, async () =>
    {
        var talk = await branch.Does(new RecordTalk(branch.Id, on, partner == TalkPartner.Cadre ? "车间主任" : "挡车工", partner, "思想稳定，反映夜班交通不便。", [SupervisionSubject.TiesWithMasses]));
        if (!givenBack) return;
        var back = await branch.Does(new GiveOpinionBack(talk.Id, "已商定调整班车。", new(talk.Version)));
        if (partner == TalkPartner.Cadre) await branch.Does(new FollowUpTalk(talk.Id, "班车已调整。", new(back.Version)));
    });

    private async Task<LetterSummary> Letter(int ago, string text, bool assign)
    {
        var letter = (await branch.Does(new RecordLetter(branch.Id, LetterChannel.Paper, diary.Today.PlusDays(-ago), text))).Letter;
        var registered = await branch.Does(new RegisterLetter(letter.Id, new(letter.Version)));
        return assign ? await branch.Does(new AssignLetter(letter.Id, branch.Secretary, new(registered.Version))) : registered;
    }
}
