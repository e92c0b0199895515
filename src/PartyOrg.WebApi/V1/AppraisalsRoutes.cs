using PartyOrg.Application.DemocraticAppraisal;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.DemocraticAppraisal;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.WebApi.Http;
using PartyOrg.WebApi.OpenApi;

namespace PartyOrg.WebApi.V1;

/// <summary>Democratic appraisal of members (民主评议党员), with its secret ballot.</summary>
internal static class AppraisalsRoutes
{
    public static void Map(IEndpointRouteBuilder v1)
    {
        var appraisals = v1.MapGroup("/appraisals").WithTags("Appraisals");
        appraisals.MapPost("", (OpenAppraisal request, Api api) => api.Create(request, a => $"/api/v1/appraisals/{a.Id}")).Asks<OpenAppraisal, AppraisalAnswer>("openAppraisal", StatusCodes.Status201Created);
        appraisals.MapGet("", (Id<Organization>? organization, int? year, NameParameter<AppraisalStatus>? status, int? limit, string? cursor, Api api) =>
                api.Get(new ListAppraisals(organization, year, status?.Value, limit, cursor)))
            .Asks<ListAppraisals, Page<AppraisalSummary>>("listAppraisals");
        appraisals.MapGet("/{appraisal}", (Id<Appraisal> appraisal, Api api) => api.Get(new GetAppraisal(appraisal))).Asks<GetAppraisal, AppraisalAnswer>("getAppraisal");
        appraisals.MapPost("/{appraisal}/studies", (Id<Appraisal> appraisal, RecordAppraisalStudy.Body body, IfMatch ifMatch, Api api) =>
                api.Do(new RecordAppraisalStudy(appraisal, body.On, body.Subject, body.Attended, ifMatch)))
            .Asks<RecordAppraisalStudy, AppraisalAnswer>("recordAppraisalStudy");
        appraisals.MapPost("/{appraisal}/study-completion", (Id<Appraisal> appraisal, IfMatch ifMatch, Api api) => api.Do(new CompleteAppraisalStudy(appraisal, ifMatch)))
            .Asks<CompleteAppraisalStudy, AppraisalAnswer>("completeAppraisalStudy");
        appraisals.MapPost("/{appraisal}/self-evaluation-completion", (Id<Appraisal> appraisal, IfMatch ifMatch, Api api) => api.Do(new CompleteSelfEvaluations(appraisal, ifMatch)))
            .Asks<CompleteSelfEvaluations, AppraisalAnswer>("completeSelfEvaluations");
        appraisals.MapPost("/{appraisal}/ballot-box", (Id<Appraisal> appraisal, IfMatch ifMatch, Api api) => api.Do(new OpenBallotBox(appraisal, ifMatch)))
            .Asks<OpenBallotBox, AppraisalAnswer>("openBallotBox");
        appraisals.MapGet("/{appraisal}/ballot-paper", (Id<Appraisal> appraisal, Api api) => api.Get(new GetBallotPaper(appraisal))).Asks<GetBallotPaper, BallotPaper>("getBallotPaper");
        appraisals.MapPost("/{appraisal}/ballots", (Id<Appraisal> appraisal, CastBallot.Body body, Api api) => api.Finish(new CastBallot(appraisal, body.Ratings)))
            .Asks<CastBallot, Done>("castBallot", StatusCodes.Status204NoContent);
        appraisals.MapPost("/{appraisal}/ballot-box/closing", (Id<Appraisal> appraisal, IfMatch ifMatch, Api api) => api.Do(new CloseBallotBox(appraisal, ifMatch)))
            .Asks<CloseBallotBox, AppraisalAnswer>("closeBallotBox");
        appraisals.MapPost("/{appraisal}/opinion-completion", (Id<Appraisal> appraisal, IfMatch ifMatch, Api api) => api.Do(new CompleteAppraisalOpinions(appraisal, ifMatch)))
            .Asks<CompleteAppraisalOpinions, AppraisalAnswer>("completeAppraisalOpinions");
        appraisals.MapPost("/{appraisal}/closing", (Id<Appraisal> appraisal, IfMatch ifMatch, Api api) => api.Do(new CloseAppraisal(appraisal, ifMatch)))
            .Asks<CloseAppraisal, AppraisalAnswer>("closeAppraisal");

        appraisals.MapGet("/{appraisal}/members", (Id<Appraisal> appraisal, NameParameter<MemberGrade>? grade, Api api) => api.Get(new ListAppraisedMembers(appraisal, grade?.Value)))
            .Asks<ListAppraisedMembers, Page<AppraisedMemberAnswer>>("listAppraisedMembers");
        var members = appraisals.MapGroup("/{appraisal}/members/{member}");
        members.MapGet("", (Id<Appraisal> appraisal, Id<Person> member, Api api) => api.Get(new GetAppraisedMember(appraisal, member))).Asks<GetAppraisedMember, AppraisedMemberAnswer>("getAppraisedMember");
        members.MapPut("/self-evaluation", (Id<Appraisal> appraisal, Id<Person> member, FileSelfEvaluation.Body body, IfMatch ifMatch, Api api) =>
                api.Do(new FileSelfEvaluation(appraisal, member, body.Text, body.Contents, body.Standards, ifMatch)))
            .Asks<FileSelfEvaluation, AppraisedMemberAnswer>("fileSelfEvaluation");
        members.MapPut("/criticism", (Id<Appraisal> appraisal, Id<Person> member, RecordAppraisalCriticism.Body body, IfMatch ifMatch, Api api) =>
                api.Do(new RecordAppraisalCriticism(appraisal, member, body.SelfCriticism, body.Others, body.On, ifMatch)))
            .Asks<RecordAppraisalCriticism, AppraisedMemberAnswer>("recordAppraisalCriticism");
        members.MapPost("/exceptions", (Id<Appraisal> appraisal, Id<Person> member, RecordAppraisalException.Body body, IfMatch ifMatch, Api api) =>
                api.Do(new RecordAppraisalException(appraisal, member, body.Step, body.Reason, ifMatch)))
            .Asks<RecordAppraisalException, AppraisedMemberAnswer>("recordAppraisalException");
        members.MapPut("/opinion", (Id<Appraisal> appraisal, Id<Person> member, RecordAppraisalOpinion.Body body, IfMatch ifMatch, Api api) =>
                api.Do(new RecordAppraisalOpinion(appraisal, member, body.Investigation, body.Text, body.Contents, body.Standards, body.Grade, ifMatch)))
            .Asks<RecordAppraisalOpinion, AppraisedMemberAnswer>("recordAppraisalOpinion");
        members.MapPost("/objections", (Id<Appraisal> appraisal, Id<Person> member, FileAppraisalObjection.Body body, IfMatch ifMatch, Api api) =>
                api.Do(new FileAppraisalObjection(appraisal, member, body.Text, ifMatch)))
            .Asks<FileAppraisalObjection, AppraisedMemberAnswer>("fileAppraisalObjection");
        members.MapPost("/objection-answers", (Id<Appraisal> appraisal, Id<Person> member, AnswerAppraisalObjection.Body body, IfMatch ifMatch, Api api) =>
                api.Do(new AnswerAppraisalObjection(appraisal, member, body.Answer, body.Upheld, body.Grade, ifMatch)))
            .Asks<AnswerAppraisalObjection, AppraisedMemberAnswer>("answerAppraisalObjection");
        members.MapPut("/handling", (Id<Appraisal> appraisal, Id<Person> member, RecordAppraisalHandling.Body body, IfMatch ifMatch, Api api) =>
                api.Do(new RecordAppraisalHandling(appraisal, member, body.Kind, body.Text, ifMatch)))
            .Asks<RecordAppraisalHandling, AppraisedMemberAnswer>("recordAppraisalHandling");

        v1.MapGet("/organizations/{organization}/unqualified-members", (Id<Organization> organization, int? year, Api api) => api.Get(new ListUnqualifiedMembers(organization, year)))
            .WithTags("Appraisals").Asks<ListUnqualifiedMembers, Page<UnqualifiedMember>>("listUnqualifiedMembers");
    }
}
