using PartyOrg.Application.PartyAffairsOpenness;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.PartyAffairsOpenness;
using PartyOrg.WebApi.Accounts;
using PartyOrg.WebApi.Http;
using PartyOrg.WebApi.OpenApi;

namespace PartyOrg.WebApi.V1;

/// <summary>Openness of Party affairs (党务公开): drafted, opened, decided, made public; opinions and their answers.</summary>
internal static class PartyAffairsOpennessRoutes
{
    public static void Map(IEndpointRouteBuilder v1)
    {
        var publications = v1.MapGroup("/publications").About("Openness", "Openness of Party affairs (党务公开): drafted, opened, decided, made public; opinions and their answers.");
        publications.MapPost("", (DraftPublication request, Api api) => api.Create(request, At)).Asks<DraftPublication, PublicationAnswer>("draftPublication", StatusCodes.Status201Created);
        publications.MapPost("/generated", (GeneratePublication request, Api api) => api.Create(request, At)).Asks<GeneratePublication, PublicationAnswer>("generatePublication", StatusCodes.Status201Created);
        publications.MapGet("/{publication}", (Id<Publication> publication, Api api) => api.Get(new GetPublication(publication))).Asks<GetPublication, PublicationAnswer>("getPublication");
        publications.MapPost("/{publication}/revision", (Id<Publication> publication, RevisePublication.Body body, IfMatch ifMatch, Api api) => api.Do(new RevisePublication(publication, body.Title, body.Text, ifMatch)))
            .Asks<RevisePublication, PublicationAnswer>("revisePublication");
        publications.MapPost("/{publication}/secrecy-check", (Id<Publication> publication, CheckSecrecy.Body body, IfMatch ifMatch, Api api) => api.Do(new CheckSecrecy(publication, body.IsSecret, body.Remark, ifMatch)))
            .Asks<CheckSecrecy, PublicationAnswer>("checkSecrecy");
        publications.MapPost("/{publication}/opening", (Id<Publication> publication, IfMatch ifMatch, Api api) => api.Do(new OpenToOpinions(publication, ifMatch))).Asks<OpenToOpinions, PublicationAnswer>("openToOpinions");
        publications.MapPost("/{publication}/plan", (Id<Publication> publication, FormPlan.Body body, IfMatch ifMatch, Api api) => api.Do(new FormPlan(publication, body.Text, body.MeetingIds, ifMatch)))
            .Asks<FormPlan, PublicationAnswer>("formPlan");
        publications.MapPost("/{publication}/decision", (Id<Publication> publication, DecideInTheOpen.Body body, IfMatch ifMatch, Api api) => api.Do(new DecideInTheOpen(publication, body.Text, body.MeetingId, ifMatch)))
            .Asks<DecideInTheOpen, PublicationAnswer>("decideInTheOpen");
        publications.MapPost("/{publication}/approval", (Id<Publication> publication, IfMatch ifMatch, Api api) => api.Do(new ApprovePublication(publication, ifMatch))).Asks<ApprovePublication, PublicationAnswer>("approvePublication");
        publications.MapPost("/{publication}/permission", (Id<Publication> publication, IfMatch ifMatch, Api api) => api.Do(new PermitPublication(publication, ifMatch))).Asks<PermitPublication, PublicationAnswer>("permitPublication");
        publications.MapPost("/{publication}/return", (Id<Publication> publication, ReturnPublication.Body body, IfMatch ifMatch, Api api) => api.Do(new ReturnPublication(publication, body.Reason, ifMatch)))
            .Asks<ReturnPublication, PublicationAnswer>("returnPublication");
        publications.MapPost("/{publication}/release", (Id<Publication> publication, IfMatch ifMatch, Api api) => api.Do(new PublishResult(publication, ifMatch))).Asks<PublishResult, PublicationAnswer>("publishResult");
        publications.MapPost("/{publication}/withdrawal", (Id<Publication> publication, WithdrawPublication.Body body, IfMatch ifMatch, Api api) => api.Do(new WithdrawPublication(publication, body.Reason, ifMatch)))
            .Asks<WithdrawPublication, PublicationAnswer>("withdrawPublication");
        publications.MapGet("/{publication}/opinions", (Id<Publication> publication, NameParameter<OpinionStatus>? status, int? limit, string? cursor, Api api) => api.Get(new ListOpinions(publication, status?.Value, limit, cursor)))
            .Asks<ListOpinions, Page<OpinionAnswer>>("listOpinions");
        v1.MapPost("/opinions/{opinion}/answer", (Id<Opinion> opinion, AnswerOpinion.Body body, IfMatch ifMatch, Api api) => api.Do(new AnswerOpinion(opinion, body.Answer, ifMatch)))
            .WithTags("Openness").Asks<AnswerOpinion, OpinionAnswer>("answerOpinion");

        var organization = v1.MapGroup("/organizations/{organization}").WithTags("Openness");
        organization.MapGet("/publications", (Id<Organization> organization, NameParameter<PublicationCategory>? category, NameParameter<PublicationNature>? nature, NameParameter<PublicationStatus>? status, int? limit, string? cursor, Api api) =>
                api.Get(new ListPublications(organization, category?.Value, nature?.Value, status?.Value, limit, cursor)))
            .Asks<ListPublications, Page<PublicationAnswer>>("listPublications");
        organization.MapGet("/publication-drafts", (Id<Organization> organization, string? from, string? to, Api api) => api.Get(new ListPublicationDrafts(organization, from, to)))
            .Asks<ListPublicationDrafts, Page<PublicationDraftAnswer>>("listPublicationDrafts");
        organization.MapGet("/openness", (Id<Organization> organization, string? from, string? to, Api api) => api.Get(new GetOpenness(organization, from, to))).Asks<GetOpenness, OpennessAnswer>("getOpenness");
        organization.MapGet("/openness-supervisors", (Id<Organization> organization, Api api) => api.Get(new ListOpennessSupervisors(organization))).Asks<ListOpennessSupervisors, Page<OpennessSupervisorAnswer>>("listOpennessSupervisors");
        var supervisors = v1.MapGroup("/openness-supervisors").WithTags("Openness");
        supervisors.MapPost("", (AppointOpennessSupervisor request, Api api) => api.Create(request, s => $"/api/v1/organizations/{s.OrganizationId}/openness-supervisors"))
            .Asks<AppointOpennessSupervisor, OpennessSupervisorAnswer>("appointOpennessSupervisor", StatusCodes.Status201Created);
        supervisors.MapPost("/{supervisor}/end", (Id<OpennessSupervisor> supervisor, EndOpennessSupervision.Body body, IfMatch ifMatch, Api api) => api.Do(new EndOpennessSupervision(supervisor, body.On, ifMatch)))
            .Asks<EndOpennessSupervision, OpennessSupervisorAnswer>("endOpennessSupervision");

        var open = v1.MapGroup("/public").About("Public", "What everyone may read and send without an account (公众): publications for employees, opinions on them, letters.");
        open.MapPost("/tickets", (Api api) => api.Do(new IssueTicket())).Asks<IssueTicket, TicketAnswer>("issueTicket").RequireRateLimiting(SubmissionTickets.Limited);
        open.MapGet("/organizations/{organization}/publications", (Id<Organization> organization, int? limit, string? cursor, Api api) => api.Get(new ListPublicPublications(organization, limit, cursor)))
            .Asks<ListPublicPublications, Page<PublicationAnswer>>("listPublicPublications");
        open.MapGet("/publications/{publication}", (Id<Publication> publication, Api api) => api.Get(new GetPublicPublication(publication))).Asks<GetPublicPublication, PublicationAnswer>("getPublicPublication");
        open.MapPost("/publications/{publication}/opinions", (Id<Publication> publication, GiveOpinion.Body body, Api api) => api.Do(new GiveOpinion(publication, body.Text, body.Sign, body.Ticket)))
            .Asks<GiveOpinion, FollowUpAnswer>("giveOpinion").RequireRateLimiting(SubmissionTickets.Limited);
        open.MapPost("/opinions/lookups", (FollowOpinion request, Api api) => api.Do(request)).Asks<FollowOpinion, FollowedOpinion>("followOpinion").RequireRateLimiting(SubmissionTickets.Limited);
    }

    private static string At(PublicationAnswer publication) => $"/api/v1/publications/{publication.Id}";
}
