using System.Net;
using PartyOrg.Application.DemocraticAppraisal;
using PartyOrg.Domain.DemocraticAppraisal;
using PartyOrg.Domain.Members;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.YearOfABranch;

/// <summary>The democratic appraisal of December, with a secret ballot of all eight.</summary>
internal sealed class AppraisalInTheYear(TheBranch branch, Diary diary)
{
    private static readonly AppraisalContent[] Contents = Enum.GetValues<AppraisalContent>();
    private static readonly AppraisalStandard[] Standards = Enum.GetValues<AppraisalStandard>();

    private string url = "";

    public void Write()
    {
        diary.On(12, 1, "the appraisal is opened and prepared by study", async () =>
        {
            url = (await (await branch.As(branch.Secretary)).Post("/api/v1/appraisals", new OpenAppraisal(branch.Id, 2025))).ShouldBe(HttpStatusCode.Created).Location!.ToString();
            await Step("studies", new RecordAppraisalStudy.Body(new(2025, 12, 1), "学习党章", [.. branch.Members.Select(m => m.Id)]));
            await Step("study-completion");
        });
        diary.On(12, 3, "everybody evaluates himself", async () =>
        {
            foreach (var member in branch.Members) await Part(member, member, HttpMethod.Put, "self-evaluation", new FileSelfEvaluation.Body("一年来的自我评价", Contents, Standards));
            await Step("self-evaluation-completion");
        });
        diary.On(12, 8, "criticism, and the ballot", async () =>
        {
            foreach (var member in branch.Members) await Part(branch.For(member), member, HttpMethod.Put, "criticism", new RecordAppraisalCriticism.Body("学习不够", "多联系群众", new(2025, 12, 8)));
            await Step("ballot-box");
            foreach (var voter in branch.Members)
            {
                var ratings = branch.Members.Where(m => m != voter).Select(m => new BallotRating(m.Id, m == branch.Sun ? MemberGrade.BasicallyQualified : MemberGrade.Excellent));
                (await (await branch.As(voter)).Post($"{url}/ballots", new CastBallot.Body([.. ratings]), key: "")).ShouldBe(HttpStatusCode.NoContent);
            }

            await Step("ballot-box/closing");
        });
        diary.On(12, 10, "the organization's opinion, and what follows", async () =>
        {
            foreach (var member in branch.Members)
            {
                var grade = member == branch.Sun ? MemberGrade.BasicallyQualified : MemberGrade.Qualified;
                await Part(branch.For(member), member, HttpMethod.Put, "opinion", new RecordAppraisalOpinion.Body("走访群众", "工作积极", Contents, Standards, grade));
            }

            await Step("opinion-completion");
            await Part(branch.Secretary, branch.Sun, HttpMethod.Put, "handling", new RecordAppraisalHandling.Body(AppraisalHandlingKind.TermToMend, "限期改进"));
            await Step("closing");
        });
    }

    private async Task Step(string path, object? body = null)
    {
        var secretary = await branch.As(branch.Secretary);
        (await secretary.Post($"{url}/{path}", body, ifMatch: (await secretary.Get(url)).ETag)).ShouldBe(HttpStatusCode.OK);
    }

    private async Task Part(Person by, Person member, HttpMethod method, string path, object body)
    {
        var (caller, of) = (await branch.As(by), $"{url}/members/{member.Id}");
        (await caller.Send(method, $"{of}/{path}", body, ("If-Match", (await (await branch.As(branch.Secretary)).Get(of)).ETag))).ShouldBe(HttpStatusCode.OK);
    }
}
