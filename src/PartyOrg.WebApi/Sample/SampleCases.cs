using PartyOrg.Application.CleanConduct;

namespace PartyOrg.WebApi.Sample;

/// <summary>Accountability for clean conduct: what the discipline inspector has opened and verified. The secretary sees nothing of it.</summary>
internal sealed class SampleCases(SampleBranch branch, SampleDiary diary)
{
    public void Write()
    {
        if (branch.Inspector is not { } inspector) return;
        diary.Ago(24, async () =>
        {
            var opened = await branch.As(inspector, new OpenAccountabilityCase(branch.Id, "采购中收受供应商礼品", Department: "采购部"));
            diary.Ago(15, () => branch.As(inspector, new VerifyAccountabilityFacts(opened.Id, true, "经核实，收受礼品两次，折合人民币800元。", diary.Today.PlusDays(-15), new(opened.Version))));
        });
    }
}
