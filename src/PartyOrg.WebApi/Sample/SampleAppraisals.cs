using NodaTime;
using PartyOrg.Application.DemocraticAppraisal;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.DemocraticAppraisal;

namespace PartyOrg.WebApi.Sample;

/// <summary>The democratic appraisals: each December with a secret ballot to its end, and this year's, for which some have evaluated themselves.</summary>
internal sealed class SampleAppraisals(SampleBranch branch, SampleDiary diary)
{
    private static readonly AppraisalContent[] Contents = Enum.GetValues<AppraisalContent>();
    private static readonly AppraisalStandard[] Standards = Enum.GetValues<AppraisalStandard>();

    /// <summary>Each December's.</summary>
    public void Write()
    {
        foreach (var year in diary.Years) diary.AsOf(new(year, 12, 2), () => Appraise(year));
    }

    /// <summary>This year's, which has begun some days ago; in December it is the one that comes to its end.</summary>
    public void WriteNext()
    {
        var on = diary.Today.PlusDays(-8);
        if (on.Year == diary.Today.Year && diary.Today < new LocalDate(on.Year, 12, 2)) diary.AsOf(on, async () => await Evaluate((await Open(on.Year)).Id, branch.Members.Count / 2));
    }

    private async Task<AppraisalAnswer> Open(int year)
    {
        var opened = await branch.Does(new OpenAppraisal(branch.Id, year));
        var on = new LocalDate(year, opened.OpenedOn.Month, opened.OpenedOn.Day);
        var studied = await branch.Does(new RecordAppraisalStudy(opened.Id, on, "学习党章和评议办法", branch.Members, new(opened.Version)));
        return await branch.Does(new CompleteAppraisalStudy(opened.Id, new(studied.Version)));
    }

    private async Task Appraise(int year)
    {
        var appraisal = (await Open(year)).Id;
        await Evaluate(appraisal, branch.Members.Count);
        await Step(appraisal, v => new CompleteSelfEvaluations(appraisal, v));
        LocalDate met = new(year, 12, 8), judged = new(year, 12, 11);
        diary.On(met, async () =>
        {
            foreach (var member in await Members(appraisal))
                await branch.DoesAbout(member.PersonId, new RecordAppraisalCriticism(appraisal, member.PersonId, "学习不够系统。", "希望多联系群众。", met, new(member.Version)));
            await Step(appraisal, v => new OpenBallotBox(appraisal, v));
            foreach (var voter in branch.Members)
                await branch.As(voter, new CastBallot(appraisal, [.. branch.Members.Where(m => m != voter).Select((m, i) => new BallotRating(m, i % 3 == 0 ? MemberGrade.Excellent : MemberGrade.Qualified))]));
            await Step(appraisal, v => new CloseBallotBox(appraisal, v));
        });
        diary.On(judged, async () =>
        {
            foreach (var (i, member) in (await Members(appraisal)).Index())
                await branch.DoesAbout(member.PersonId, new RecordAppraisalOpinion(appraisal, member.PersonId, "走访班组和职工。", "工作积极，群众反映较好。", Contents, Standards, i % 4 == 0 ? MemberGrade.Excellent : MemberGrade.Qualified, new(member.Version)));
            await Step(appraisal, v => new CompleteAppraisalOpinions(appraisal, v));
            foreach (var member in (await Members(appraisal)).Where(m => m.Opinion?.Grade == MemberGrade.Excellent))
                await branch.DoesAbout(member.PersonId, new RecordAppraisalHandling(appraisal, member.PersonId, AppraisalHandlingKind.Commended, "通报表扬", new(member.Version)));
            await Step(appraisal, v => new CloseAppraisal(appraisal, v));
        });
    }

    private async Task Evaluate(Id<Appraisal> appraisal, int many)
    {
        foreach (var member in (await Members(appraisal)).Take(many))
            await branch.As(member.PersonId, new FileSelfEvaluation(appraisal, member.PersonId, "一年来按时参加组织生活，完成岗位任务。", Contents, Standards, new(member.Version)));
    }

    private async Task<IReadOnlyList<AppraisedMemberAnswer>> Members(Id<Appraisal> appraisal) => (await branch.Does(new ListAppraisedMembers(appraisal, null))).Items;

    private async Task Step(Id<Appraisal> appraisal, Func<ExpectedVersion, ICommand<AppraisalAnswer>> step) =>
        await branch.Does(step(new((await branch.Does(new GetAppraisal(appraisal))).Version)));
}
