using PartyOrg.Application.DemocraticLifeMeetings;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.DemocraticLifeMeetings;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.WebApi.Http;
using PartyOrg.WebApi.OpenApi;

namespace PartyOrg.WebApi.V1;

/// <summary>Democratic life meetings (民主生活会), what became of the problems that they found, and complaints of retaliation.</summary>
internal static class DemocraticLifeMeetingsRoutes
{
    public static void Map(IEndpointRouteBuilder v1)
    {
        var meetings = v1.MapGroup("/democratic-life-meetings").WithTags("Democratic life meetings");
        meetings.MapPost("", (PlanDemocraticLifeMeeting request, Api api) => api.Create(request, m => $"/api/v1/democratic-life-meetings/{m.Id}"))
            .Asks<PlanDemocraticLifeMeeting, LifeMeetingSummary>("planDemocraticLifeMeeting", StatusCodes.Status201Created);
        meetings.MapGet("", (Id<Organization>? organization, NameParameter<LifeMeetingStatus>? status, DateParameter? from, DateParameter? to, int? limit, string? cursor, Api api) =>
                api.Get(new ListDemocraticLifeMeetings(organization, status?.Value, from?.Value, to?.Value, limit, cursor)))
            .Asks<ListDemocraticLifeMeetings, Page<LifeMeetingSummary>>("listDemocraticLifeMeetings");

        var one = meetings.MapGroup("/{lifeMeeting}");
        one.MapGet("", (Id<DemocraticLifeMeeting> lifeMeeting, Api api) => api.Get(new GetDemocraticLifeMeeting(lifeMeeting))).Asks<GetDemocraticLifeMeeting, LifeMeetingAnswer>("getDemocraticLifeMeeting");
        one.MapPost("/opinions", (Id<DemocraticLifeMeeting> lifeMeeting, RecordLifeMeetingOpinion.Body body, IfMatch ifMatch, Api api) => api.Do(new RecordLifeMeetingOpinion(lifeMeeting, body.Source, body.Text, ifMatch)))
            .Asks<RecordLifeMeetingOpinion, LifeMeetingSummary>("recordLifeMeetingOpinion");
        one.MapPost("/notice", (Id<DemocraticLifeMeeting> lifeMeeting, GiveLifeMeetingNotice.Body body, IfMatch ifMatch, Api api) => api.Do(new GiveLifeMeetingNotice(lifeMeeting, body.GivenOn, ifMatch)))
            .Asks<GiveLifeMeetingNotice, LifeMeetingSummary>("giveLifeMeetingNotice");
        one.MapPost("/report", (Id<DemocraticLifeMeeting> lifeMeeting, ReportDemocraticLifeMeeting.Body body, IfMatch ifMatch, Api api) =>
                api.Do(new ReportDemocraticLifeMeeting(lifeMeeting, body.ReportedOn, body.Content, ifMatch)))
            .Asks<ReportDemocraticLifeMeeting, LifeMeetingSummary>("reportDemocraticLifeMeeting");
        one.MapPost("/superior-attendees", (Id<DemocraticLifeMeeting> lifeMeeting, NameLifeMeetingAttendees.Body body, IfMatch ifMatch, Api api) => api.Do(new NameLifeMeetingAttendees(lifeMeeting, body.PersonIds, ifMatch)))
            .Asks<NameLifeMeetingAttendees, LifeMeetingSummary>("nameLifeMeetingAttendees");
        one.MapPost("/rescheduling", (Id<DemocraticLifeMeeting> lifeMeeting, RescheduleDemocraticLifeMeeting.Body body, IfMatch ifMatch, Api api) =>
                api.Do(new RescheduleDemocraticLifeMeeting(lifeMeeting, body.On, body.StartsAt, body.Place, body.Reason, ifMatch)))
            .Asks<RescheduleDemocraticLifeMeeting, LifeMeetingSummary>("rescheduleDemocraticLifeMeeting");
        one.MapPost("/cancellation", (Id<DemocraticLifeMeeting> lifeMeeting, CancelDemocraticLifeMeeting.Body body, IfMatch ifMatch, Api api) => api.Do(new CancelDemocraticLifeMeeting(lifeMeeting, body.Reason, ifMatch)))
            .Asks<CancelDemocraticLifeMeeting, LifeMeetingSummary>("cancelDemocraticLifeMeeting");
        one.MapPut("/self-checks/{member}", (Id<DemocraticLifeMeeting> lifeMeeting, Id<Person> member, FileSelfCheck.Body body, IfMatch ifMatch, Api api) =>
                api.Do(new FileSelfCheck(lifeMeeting, member, body.Aspects, ifMatch)))
            .Asks<FileSelfCheck, LifeMeetingSummary>("fileSelfCheck");
        one.MapPost("/record", (Id<DemocraticLifeMeeting> lifeMeeting, RecordDemocraticLifeMeeting.Body body, IfMatch ifMatch, Api api) => api.Do(new RecordDemocraticLifeMeeting(lifeMeeting, body.Record, ifMatch)))
            .Asks<RecordDemocraticLifeMeeting, LifeMeetingSummary>("recordDemocraticLifeMeeting");
        one.MapPut("/speeches/{member}", (Id<DemocraticLifeMeeting> lifeMeeting, Id<Person> member, RecordLifeMeetingSpeech.Body body, IfMatch ifMatch, Api api) =>
                api.Do(new RecordLifeMeetingSpeech(lifeMeeting, member, body.SelfCriticism, body.Criticisms, ifMatch)))
            .Asks<RecordLifeMeetingSpeech, LifeMeetingSummary>("recordLifeMeetingSpeech");
        one.MapPost("/make-ups", (Id<DemocraticLifeMeeting> lifeMeeting, RecordLifeMeetingMakeUp.Body body, IfMatch ifMatch, Api api) =>
                api.Do(new RecordLifeMeetingMakeUp(lifeMeeting, body.PersonId, body.On, body.How, ifMatch)))
            .Asks<RecordLifeMeetingMakeUp, LifeMeetingSummary>("recordLifeMeetingMakeUp");
        one.MapPost("/confirmation", (Id<DemocraticLifeMeeting> lifeMeeting, IfMatch ifMatch, Api api) => api.Do(new ConfirmDemocraticLifeMeeting(lifeMeeting, ifMatch)))
            .Asks<ConfirmDemocraticLifeMeeting, LifeMeetingSummary>("confirmDemocraticLifeMeeting");
        one.MapPost("/withdrawal", (Id<DemocraticLifeMeeting> lifeMeeting, WithdrawDemocraticLifeMeeting.Body body, IfMatch ifMatch, Api api) => api.Do(new WithdrawDemocraticLifeMeeting(lifeMeeting, body.Reason, ifMatch)))
            .Asks<WithdrawDemocraticLifeMeeting, LifeMeetingSummary>("withdrawDemocraticLifeMeeting");
        one.MapGet("/statements", (Id<DemocraticLifeMeeting> lifeMeeting, Api api) => api.Get(new GetLifeMeetingStatements(lifeMeeting))).Asks<GetLifeMeetingStatements, LifeMeetingStatements>("getLifeMeetingStatements");
        one.MapGet("/public-summary", (Id<DemocraticLifeMeeting> lifeMeeting, Api api) => api.Get(new GetLifeMeetingPublicSummary(lifeMeeting)))
            .Asks<GetLifeMeetingPublicSummary, LifeMeetingPublicSummary>("getLifeMeetingPublicSummary").Produces<Problem>(StatusCodes.Status422UnprocessableEntity, "application/problem+json");
        one.MapPost("/rectification-items", (Id<DemocraticLifeMeeting> lifeMeeting, AddRectificationItem.Body body, Api api) =>
                api.Create(new AddRectificationItem(lifeMeeting, body.Problem, body.Measure, body.OwnerId, body.DueOn), i => $"/api/v1/rectification-items/{i.Id}"))
            .Asks<AddRectificationItem, RectificationItemAnswer>("addRectificationItem", StatusCodes.Status201Created);
        one.MapPost("/retaliation-complaints", (Id<DemocraticLifeMeeting> lifeMeeting, ComplainOfRetaliation.Body body, Api api) =>
                api.Create(new ComplainOfRetaliation(lifeMeeting, body.Text), c => $"/api/v1/retaliation-complaints/{c.Id}"))
            .Asks<ComplainOfRetaliation, RetaliationComplaintSummary>("complainOfRetaliation", StatusCodes.Status201Created);

        var items = v1.MapGroup("/rectification-items").WithTags("Democratic life meetings");
        items.MapGet("", (Id<Organization>? organization, Id<DemocraticLifeMeeting>? lifeMeeting, NameParameter<RectificationStatus>? status, int? limit, string? cursor, Api api) =>
                api.Get(new ListRectificationItems(organization, lifeMeeting, status?.Value, limit, cursor)))
            .Asks<ListRectificationItems, Page<RectificationItemAnswer>>("listRectificationItems");
        items.MapGet("/{rectificationItem}", (Id<RectificationItem> rectificationItem, Api api) => api.Get(new GetRectificationItem(rectificationItem))).Asks<GetRectificationItem, RectificationItemAnswer>("getRectificationItem");
        items.MapPost("/{rectificationItem}/escalation", (Id<RectificationItem> rectificationItem, EscalateRectificationItem.Body body, IfMatch ifMatch, Api api) => api.Do(new EscalateRectificationItem(rectificationItem, body.Reason, ifMatch)))
            .Asks<EscalateRectificationItem, RectificationItemAnswer>("escalateRectificationItem");
        items.MapPost("/{rectificationItem}/answer", (Id<RectificationItem> rectificationItem, AnswerRectificationItem.Body body, IfMatch ifMatch, Api api) => api.Do(new AnswerRectificationItem(rectificationItem, body.Answer, ifMatch)))
            .Asks<AnswerRectificationItem, RectificationItemAnswer>("answerRectificationItem");
        items.MapPost("/{rectificationItem}/closing", (Id<RectificationItem> rectificationItem, CloseRectificationItem.Body body, IfMatch ifMatch, Api api) => api.Do(new CloseRectificationItem(rectificationItem, body.Outcome, ifMatch)))
            .Asks<CloseRectificationItem, RectificationItemAnswer>("closeRectificationItem");

        var complaints = v1.MapGroup("/retaliation-complaints").WithTags("Democratic life meetings");
        complaints.MapGet("", (NameParameter<ComplaintStatus>? status, int? limit, string? cursor, Api api) => api.Get(new ListRetaliationComplaints(status?.Value, limit, cursor)))
            .Asks<ListRetaliationComplaints, Page<RetaliationComplaintSummary>>("listRetaliationComplaints");
        complaints.MapGet("/{complaint}", (Id<RetaliationComplaint> complaint, Api api) => api.Get(new GetRetaliationComplaint(complaint))).Asks<GetRetaliationComplaint, RetaliationComplaintAnswer>("getRetaliationComplaint");
        complaints.MapPost("/{complaint}/answer", (Id<RetaliationComplaint> complaint, AnswerRetaliationComplaint.Body body, IfMatch ifMatch, Api api) => api.Do(new AnswerRetaliationComplaint(complaint, body.Answer, ifMatch)))
            .Asks<AnswerRetaliationComplaint, RetaliationComplaintSummary>("answerRetaliationComplaint");
    }
}
