using PartyOrg.Application.MemberObjectives;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.DemocraticAppraisal;
using PartyOrg.Domain.MemberObjectives;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.WebApi.Http;
using PartyOrg.WebApi.OpenApi;

namespace PartyOrg.WebApi.V1;

/// <summary>Members' objectives of a year (党员目标管理): proposed, approved, recorded, marked, published and graded.</summary>
internal static class ObjectivesRoutes
{
    public static void Map(IEndpointRouteBuilder v1)
    {
        var objectives = v1.MapGroup("/objectives").WithTags("Objectives");
        objectives.MapPost("", (ProposeObjectives request, Api api) => api.Create(request, o => $"/api/v1/objectives/{o.Id}")).Asks<ProposeObjectives, ObjectivesAnswer>("proposeObjectives", StatusCodes.Status201Created);
        objectives.MapGet("", (Id<Organization>? organization, int? year, NameParameter<ObjectivesStatus>? status, NameParameter<MemberGrade>? grade, int? limit, string? cursor, Api api) =>
                api.Get(new ListObjectives(organization, year, status?.Value, grade?.Value, limit, cursor)))
            .Asks<ListObjectives, Page<ObjectivesSummary>>("listObjectives");
        objectives.MapGet("/{objectives}", (Id<ObjectivePlan> objectives, Api api) => api.Get(new GetObjectives(objectives))).Asks<GetObjectives, ObjectivesAnswer>("getObjectives");
        objectives.MapPost("/{objectives}/revision", (Id<ObjectivePlan> objectives, ReviseObjectives.Body body, IfMatch ifMatch, Api api) => api.Do(new ReviseObjectives(objectives, body.Category, body.Items, ifMatch)))
            .Asks<ReviseObjectives, ObjectivesAnswer>("reviseObjectives");
        objectives.MapPost("/{objectives}/deliberation", (Id<ObjectivePlan> objectives, DeliberateObjectives.Body body, IfMatch ifMatch, Api api) => api.Do(new DeliberateObjectives(objectives, body.Comment, body.On, ifMatch)))
            .Asks<DeliberateObjectives, ObjectivesAnswer>("deliberateObjectives");
        objectives.MapPost("/{objectives}/approval", (Id<ObjectivePlan> objectives, IfMatch ifMatch, Api api) => api.Do(new ApproveObjectives(objectives, ifMatch)))
            .Asks<ApproveObjectives, ObjectivesAnswer>("approveObjectives");
        objectives.MapPost("/{objectives}/return", (Id<ObjectivePlan> objectives, ReturnObjectives.Body body, IfMatch ifMatch, Api api) => api.Do(new ReturnObjectives(objectives, body.Reason, ifMatch)))
            .Asks<ReturnObjectives, ObjectivesAnswer>("returnObjectives");
        objectives.MapPost("/{objectives}/self-summary", (Id<ObjectivePlan> objectives, FileSelfSummary.Body body, IfMatch ifMatch, Api api) => api.Do(new FileSelfSummary(objectives, body.Text, body.Mark, ifMatch)))
            .Asks<FileSelfSummary, ObjectivesAnswer>("fileSelfSummary");
        objectives.MapPost("/{objectives}/opinions", (Id<ObjectivePlan> objectives, RecordObjectivesOpinion.Body body, IfMatch ifMatch, Api api) => api.Do(new RecordObjectivesOpinion(objectives, body.Source, body.Text, ifMatch)))
            .Asks<RecordObjectivesOpinion, ObjectivesAnswer>("recordObjectivesOpinion");
        objectives.MapPost("/{objectives}/democratic-evaluation", (Id<ObjectivePlan> objectives, IfMatch ifMatch, Api api) => api.Do(new CompleteDemocraticEvaluation(objectives, ifMatch)))
            .Asks<CompleteDemocraticEvaluation, ObjectivesAnswer>("completeDemocraticEvaluation");
        objectives.MapPost("/{objectives}/marks", (Id<ObjectivePlan> objectives, MarkObjectives.Body body, IfMatch ifMatch, Api api) => api.Do(new MarkObjectives(objectives, body.Marks, ifMatch)))
            .Asks<MarkObjectives, ObjectivesAnswer>("markObjectives");
        objectives.MapPost("/{objectives}/attendance-mark", (Id<ObjectivePlan> objectives, OverrideAttendanceMark.Body body, IfMatch ifMatch, Api api) => api.Do(new OverrideAttendanceMark(objectives, body.Mark, body.Reason, ifMatch)))
            .Asks<OverrideAttendanceMark, ObjectivesAnswer>("overrideAttendanceMark");
        objectives.MapPost("/{objectives}/appraisal", (Id<ObjectivePlan> objectives, AppraiseObjectives.Body body, IfMatch ifMatch, Api api) => api.Do(new AppraiseObjectives(objectives, body.Text, ifMatch)))
            .Asks<AppraiseObjectives, ObjectivesAnswer>("appraiseObjectives");
        objectives.MapPost("/{objectives}/publication", (Id<ObjectivePlan> objectives, IfMatch ifMatch, Api api) => api.Do(new PublishObjectives(objectives, ifMatch)))
            .Asks<PublishObjectives, ObjectivesAnswer>("publishObjectives");
        objectives.MapPost("/{objectives}/objection-answers", (Id<ObjectivePlan> objectives, AnswerResultObjection.Body body, IfMatch ifMatch, Api api) => api.Do(new AnswerResultObjection(objectives, body.Number, body.Answer, body.Upheld, body.Marks, ifMatch)))
            .Asks<AnswerResultObjection, ObjectivesAnswer>("answerResultObjection");
        objectives.MapPost("/{objectives}/grade", (Id<ObjectivePlan> objectives, IfMatch ifMatch, Api api) => api.Do(new GradeObjectives(objectives, ifMatch)))
            .Asks<GradeObjectives, ObjectivesAnswer>("gradeObjectives");
        objectives.MapPost("/{objectives}/handling", (Id<ObjectivePlan> objectives, HandleObjectives.Body body, IfMatch ifMatch, Api api) => api.Do(new HandleObjectives(objectives, body.Kind, body.Text, ifMatch)))
            .Asks<HandleObjectives, ObjectivesAnswer>("handleObjectives");
        objectives.MapPost("/{objectives}/report", (Id<ObjectivePlan> objectives, IfMatch ifMatch, Api api) => api.Do(new ReportObjectives(objectives, ifMatch)))
            .Asks<ReportObjectives, ObjectivesAnswer>("reportObjectives");
        objectives.MapPost("/{objectives}/objections", (Id<ObjectivePlan> objectives, ObjectToResult.Body body, Api api) => api.Finish(new ObjectToResult(objectives, body.Text)))
            .Asks<ObjectToResult, Done>("objectToResult", StatusCodes.Status204NoContent);

        var ofOrganization = v1.MapGroup("/organizations/{organization}").WithTags("Objectives");
        ofOrganization.MapPost("/objectives/{year}/publication", (Id<Organization> organization, int year, Api api) => api.Do(new PublishObjectivesOfYear(organization, year)))
            .Asks<PublishObjectivesOfYear, ObjectivesOfYearAnswer>("publishObjectivesOfYear");
        ofOrganization.MapPost("/objectives/{year}/grades", (Id<Organization> organization, int year, Api api) => api.Do(new GradeObjectivesOfYear(organization, year)))
            .Asks<GradeObjectivesOfYear, ObjectivesOfYearAnswer>("gradeObjectivesOfYear");
        ofOrganization.MapGet("/published-objectives", (Id<Organization> organization, int? year, Api api) => api.Get(new ListPublishedObjectives(organization, year)))
            .Asks<ListPublishedObjectives, Page<PublishedResult>>("listPublishedObjectives");
        ofOrganization.MapPost("/objective-progress/{month}", (Id<Organization> organization, MonthParameter month, RecordObjectiveProgress.Body body, Api api) =>
                api.Do(new RecordObjectiveProgress(organization, month.Value, body.Entries)))
            .Asks<RecordObjectiveProgress, ObjectiveProgressAnswer>("recordObjectiveProgress");
        ofOrganization.MapGet("/objective-progress", (Id<Organization> organization, int? year, Api api) => api.Get(new ListObjectiveProgress(organization, year)))
            .Asks<ListObjectiveProgress, Page<ObjectiveProgressAnswer>>("listObjectiveProgress");
        ofOrganization.MapPost("/objective-reports", (Id<Organization> organization, FileObjectiveReport.Body body, Api api) =>
                api.Create(new FileObjectiveReport(organization, body.Year, body.Half, body.Text), r => $"/api/v1/organizations/{r.OrganizationId}/objective-reports"))
            .Asks<FileObjectiveReport, ObjectiveReportAnswer>("fileObjectiveReport", StatusCodes.Status201Created);
        ofOrganization.MapGet("/objective-reports", (Id<Organization> organization, int? year, Api api) => api.Get(new ListObjectiveReports(organization, year)))
            .Asks<ListObjectiveReports, Page<ObjectiveReportAnswer>>("listObjectiveReports");
        v1.MapPost("/objective-reports/{report}/corrections", (Id<HalfYearReport> report, CorrectObjectiveReport.Body body, IfMatch ifMatch, Api api) =>
                api.Do(new CorrectObjectiveReport(report, body.Reason, body.Year, body.Half, body.Text, ifMatch)))
            .WithTags("Objectives").Asks<CorrectObjectiveReport, ObjectiveReportAnswer>("correctObjectiveReport");
        ofOrganization.MapPost("/objective-templates", (Id<Organization> organization, MakeObjectiveTemplate.Body body, Api api) =>
                api.Create(new MakeObjectiveTemplate(organization, body.Category, body.Title, body.Items), t => $"/api/v1/organizations/{t.OrganizationId}/objective-templates"))
            .Asks<MakeObjectiveTemplate, ObjectiveTemplateAnswer>("makeObjectiveTemplate", StatusCodes.Status201Created);
        ofOrganization.MapGet("/objective-templates", (Id<Organization> organization, NameParameter<PostCategory>? category, Api api) => api.Get(new ListObjectiveTemplates(organization, category?.Value)))
            .Asks<ListObjectiveTemplates, Page<ObjectiveTemplateAnswer>>("listObjectiveTemplates");
        v1.MapPut("/objective-templates/{template}", (Id<ObjectiveTemplate> template, MakeObjectiveTemplate.Body body, IfMatch ifMatch, Api api) =>
                api.Do(new ChangeObjectiveTemplate(template, body.Category, body.Title, body.Items, ifMatch)))
            .WithTags("Objectives").Asks<ChangeObjectiveTemplate, ObjectiveTemplateAnswer>("changeObjectiveTemplate");
    }
}
