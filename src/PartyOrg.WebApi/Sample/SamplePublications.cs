using PartyOrg.Application.PartyAffairsOpenness;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.PartyAffairsOpenness;

namespace PartyOrg.WebApi.Sample;

/// <summary>Party affairs in the open: routine work each quarter, a major decision that is open to opinions, one of which waits for its answer, and a draft to be approved.</summary>
internal sealed class SamplePublications(SampleBranch branch, SampleDiary diary)
{
    /// <summary>Routine work, each quarter.</summary>
    public void Write()
    {
        foreach (var start in diary.Quarters)
        {
            if (!branch.Forgets())
                diary.AsOf(start.PlusDays(10), async () =>
                {
                    var cleared = await Draft("季度工作公开", "本季度组织生活和党员教育情况。", PublicationCategory.OrganizationConstruction, PublicationNature.RoutineWork);
                    var approved = await branch.Does(new ApprovePublication(cleared.Id, new(cleared.Version)));
                    await branch.Does(new PublishResult(cleared.Id, new(approved.Version)));
                });
        }
    }

    /// <summary>What waits for the secretary, and who supervises the openness.</summary>
    public void WriteNext(ISubmissionTickets tickets)
    {
        diary.On(diary.Begins, () => branch.Does(new AppointOpennessSupervisor(branch.Id, "郑师傅", "职工代表", diary.Begins)));
        diary.Ago(11, async () =>
        {
            var matter = await Draft("关于增设职工书屋的决策", "拟在二号车间增设职工书屋，征求职工意见。", PublicationCategory.Decisions, PublicationNature.MajorDecision);
            await branch.Does(new OpenToOpinions(matter.Id, new(matter.Version)));
            diary.Ago(7, () => branch.AnybodyDoes(new GiveOpinion(matter.Id, "建议书屋在夜班后也开放。", false, tickets.Issue())));
        });
        diary.Ago(2, () => Draft("党员教育经费使用情况", "本年度党员教育经费使用明细。", PublicationCategory.Other, PublicationNature.RoutineWork));
    }

    private async Task<PublicationAnswer> Draft(string title, string text, PublicationCategory category, PublicationNature nature)
    {
        var draft = await branch.Does(new DraftPublication(branch.Id, title, text, category, nature, PublicationAudience.Employees, PublicationForm.Announcement));
        return await branch.Does(new CheckSecrecy(draft.Id, false, "不涉密", new(draft.Version)));
    }
}
