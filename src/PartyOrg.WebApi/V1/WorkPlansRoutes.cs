using PartyOrg.Application.Pipeline;
using PartyOrg.Application.WorkPlans;
using PartyOrg.Domain;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.WorkPlans;
using PartyOrg.WebApi.Http;
using PartyOrg.WebApi.OpenApi;

namespace PartyOrg.WebApi.V1;

/// <summary>Responsibility for Party building (党建工作责任制): plans, their progress and inspection, summaries with the superior's assessment, responsibilities.</summary>
internal static class WorkPlansRoutes
{
    public static void Map(IEndpointRouteBuilder v1)
    {
        var plans = v1.MapGroup("/work-plans").WithTags("Work plans");
        plans.MapPost("", (DraftWorkPlan request, Api api) => api.Create(request, p => $"/api/v1/work-plans/{p.Id}")).Asks<DraftWorkPlan, WorkPlanAnswer>("draftWorkPlan", StatusCodes.Status201Created);
        plans.MapGet("", (Id<Organization>? organization, NameParameter<PlanKind>? kind, int? year, NameParameter<PlanStatus>? status, int? limit, string? cursor, Api api) =>
                api.Get(new ListWorkPlans(organization, kind?.Value, year, status?.Value, limit, cursor)))
            .Asks<ListWorkPlans, Page<WorkPlanSummary>>("listWorkPlans");
        plans.MapGet("/{plan}", (Id<WorkPlan> plan, Api api) => api.Get(new GetWorkPlan(plan))).Asks<GetWorkPlan, WorkPlanAnswer>("getWorkPlan");
        plans.MapPut("/{plan}", (Id<WorkPlan> plan, ChangeWorkPlan.Body body, IfMatch ifMatch, Api api) => api.Do(new ChangeWorkPlan(plan, body.Items, ifMatch)))
            .Asks<ChangeWorkPlan, WorkPlanAnswer>("changeWorkPlan");
        plans.MapPost("/{plan}/activation", (Id<WorkPlan> plan, ActivateWorkPlan.Body body, IfMatch ifMatch, Api api) => api.Do(new ActivateWorkPlan(plan, body.AdoptedOn, ifMatch)))
            .Asks<ActivateWorkPlan, WorkPlanAnswer>("activateWorkPlan");
        plans.MapPost("/{plan}/items/{item}/progress", (Id<WorkPlan> plan, int item, RecordItemProgress.Body body, IfMatch ifMatch, Api api) =>
                api.Do(new RecordItemProgress(plan, item, body.On, body.Text, body.Done, ifMatch)))
            .Asks<RecordItemProgress, WorkPlanAnswer>("recordItemProgress");
        plans.MapPost("/{plan}/inspections", (Id<WorkPlan> plan, InspectWorkPlan.Body body, IfMatch ifMatch, Api api) =>
                api.Do(new InspectWorkPlan(plan, body.On, body.Items, body.Findings, body.CleanConduct, ifMatch)))
            .Asks<InspectWorkPlan, WorkPlanAnswer>("inspectWorkPlan");
        plans.MapPost("/{plan}/withdrawal", (Id<WorkPlan> plan, WithdrawWorkPlan.Body body, IfMatch ifMatch, Api api) => api.Do(new WithdrawWorkPlan(plan, body.Reason, ifMatch)))
            .Asks<WithdrawWorkPlan, WorkPlanAnswer>("withdrawWorkPlan");

        var summaries = v1.MapGroup("/work-summaries").WithTags("Work plans");
        summaries.MapPost("", (DraftWorkSummary request, Api api) => api.Create(request, s => $"/api/v1/work-summaries/{s.Id}"))
            .Asks<DraftWorkSummary, WorkSummaryAnswer>("draftWorkSummary", StatusCodes.Status201Created);
        summaries.MapGet("", (Id<Organization>? organization, NameParameter<SummaryKind>? kind, int? year, NameParameter<SummaryStatus>? status, int? limit, string? cursor, Api api) =>
                api.Get(new ListWorkSummaries(organization, kind?.Value, year, status?.Value, limit, cursor)))
            .Asks<ListWorkSummaries, Page<WorkSummaryItem>>("listWorkSummaries");
        summaries.MapGet("/{summary}", (Id<WorkSummary> summary, Api api) => api.Get(new GetWorkSummary(summary))).Asks<GetWorkSummary, WorkSummaryAnswer>("getWorkSummary");
        summaries.MapPut("/{summary}", (Id<WorkSummary> summary, ChangeWorkSummary.Body body, IfMatch ifMatch, Api api) => api.Do(new ChangeWorkSummary(summary, body.Content, ifMatch)))
            .Asks<ChangeWorkSummary, WorkSummaryAnswer>("changeWorkSummary");
        summaries.MapPost("/{summary}/submission", (Id<WorkSummary> summary, SubmitWorkSummary.Body body, IfMatch ifMatch, Api api) => api.Do(new SubmitWorkSummary(summary, ifMatch, body.SubmittedOn)))
            .Asks<SubmitWorkSummary, WorkSummaryAnswer>("submitWorkSummary");
        summaries.MapPost("/{summary}/acceptance", (Id<WorkSummary> summary, AcceptWorkSummary.Body body, IfMatch ifMatch, Api api) =>
                api.Do(new AcceptWorkSummary(summary, body.Opinion, body.CleanConduct, body.Openness, body.Study, ifMatch)))
            .Asks<AcceptWorkSummary, WorkSummaryAnswer>("acceptWorkSummary");
        summaries.MapPost("/{summary}/return", (Id<WorkSummary> summary, ReturnWorkSummary.Body body, IfMatch ifMatch, Api api) => api.Do(new ReturnWorkSummary(summary, body.Points, ifMatch)))
            .Asks<ReturnWorkSummary, WorkSummaryAnswer>("returnWorkSummary");

        var organization = v1.MapGroup("/organizations/{organization}").WithTags("Work plans");
        organization.MapPost("/responsibilities", (Id<Organization> organization, AssignResponsibility.Body body, Api api) =>
                api.Create(new AssignResponsibility(organization, body.PersonId, body.Area, body.From), _ => $"/api/v1/organizations/{organization}/responsibilities"))
            .Asks<AssignResponsibility, ResponsibilityAnswer>("assignResponsibility", StatusCodes.Status201Created);
        organization.MapGet("/responsibilities", (Id<Organization> organization, DateParameter? on, Api api) => api.Get(new ListResponsibilities(organization, on?.Value)))
            .Asks<ListResponsibilities, ResponsibilitiesAnswer>("listResponsibilities");
        v1.MapPost("/responsibilities/{responsibility}/end", (Id<CommitteeResponsibility> responsibility, EndResponsibility.Body body, IfMatch ifMatch, Api api) =>
                api.Do(new EndResponsibility(responsibility, body.LastDay, ifMatch))).WithTags("Work plans")
            .Asks<EndResponsibility, ResponsibilityAnswer>("endResponsibility");
        organization.MapPost("/excellence-acts", (Id<Organization> organization, RecordExcellenceAct.Body body, Api api) =>
                api.Create(new RecordExcellenceAct(organization, body.Act, body.On, body.Content, body.Named ?? []), _ => $"/api/v1/organizations/{organization}/excellence-acts"))
            .Asks<RecordExcellenceAct, ExcellenceActAnswer>("recordExcellenceAct", StatusCodes.Status201Created);
        organization.MapGet("/excellence-acts", (Id<Organization> organization, int? year, int? limit, string? cursor, Api api) => api.Get(new ListExcellenceActs(organization, year, limit, cursor)))
            .Asks<ListExcellenceActs, Page<ExcellenceActAnswer>>("listExcellenceActs");
        v1.MapPost("/excellence-acts/{act}/withdrawal", (Id<ExcellenceAct> act, WithdrawExcellenceAct.Body body, IfMatch ifMatch, Api api) =>
                api.Do(new WithdrawExcellenceAct(act, body.Reason, ifMatch))).WithTags("Work plans")
            .Asks<WithdrawExcellenceAct, ExcellenceActAnswer>("withdrawExcellenceAct");

        var handlings = v1.MapGroup("/member-handlings").WithTags("Work plans");
        handlings.MapPost("", (OpenMemberHandling request, Api api) => api.Create(request, h => $"/api/v1/member-handlings/{h.Id}"))
            .Asks<OpenMemberHandling, MemberHandlingAnswer>("openMemberHandling", StatusCodes.Status201Created);
        handlings.MapGet("", (Id<Organization>? organization, int? year, NameParameter<MemberHandlingStatus>? status, int? limit, string? cursor, Api api) =>
                api.Get(new ListMemberHandlings(organization, year, status?.Value, limit, cursor)))
            .Asks<ListMemberHandlings, Page<MemberHandlingItem>>("listMemberHandlings");
        handlings.MapGet("/{handling}", (Id<MemberHandling> handling, Api api) => api.Get(new GetMemberHandling(handling))).Asks<GetMemberHandling, MemberHandlingAnswer>("getMemberHandling");
        handlings.MapPost("/{handling}/decision", (Id<MemberHandling> handling, DecideMemberHandling.Body body, IfMatch ifMatch, Api api) =>
                api.Do(new DecideMemberHandling(handling, body.Measure, body.Decision, body.DecidedOn, body.MendBy, ifMatch)))
            .Asks<DecideMemberHandling, MemberHandlingAnswer>("decideMemberHandling");
        handlings.MapPost("/{handling}/closing", (Id<MemberHandling> handling, CloseMemberHandling.Body body, IfMatch ifMatch, Api api) =>
                api.Do(new CloseMemberHandling(handling, body.Outcome, body.ClosedOn, ifMatch)))
            .Asks<CloseMemberHandling, MemberHandlingAnswer>("closeMemberHandling");
    }
}
