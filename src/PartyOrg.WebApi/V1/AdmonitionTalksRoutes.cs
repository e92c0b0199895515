using PartyOrg.Application.AdmonitionTalks;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.AdmonitionTalks;
using PartyOrg.Domain.Organizations;
using PartyOrg.WebApi.Http;
using PartyOrg.WebApi.OpenApi;

namespace PartyOrg.WebApi.V1;

/// <summary>Admonition talks (诫勉谈话): who is a candidate, and each case from its proposal to its outcome (TWS-10).</summary>
internal static class AdmonitionTalksRoutes
{
    public static void Map(IEndpointRouteBuilder v1)
    {
        var at = v1.MapGroup("/organizations/{organization}").About("Admonition talks", "Admonition talks (诫勉谈话): whose absences and dues propose one, and each case from its facts to its outcome. Confidential.");
        at.MapGet("/admonition-candidates", (Id<Organization> organization, DateParameter? asOf, Api api) => api.Get(new ListAdmonitionCandidates(organization, asOf?.Value)))
            .Asks<ListAdmonitionCandidates, AdmonitionCandidates>("listAdmonitionCandidates");
        at.MapPost("/admonition-candidates/dismissals", (Id<Organization> organization, DismissAdmonitionCandidate.Body body, Api api) =>
                api.Create(new DismissAdmonitionCandidate(organization, body.PersonId, body.Ground, body.Reason), _ => $"/api/v1/organizations/{organization}/admonition-candidates/dismissals"))
            .Asks<DismissAdmonitionCandidate, CandidateDismissalAnswer>("dismissAdmonitionCandidate", StatusCodes.Status201Created);
        at.MapGet("/admonition-candidates/dismissals", (Id<Organization> organization, int? limit, string? cursor, Api api) => api.Get(new ListCandidateDismissals(organization, limit, cursor)))
            .Asks<ListCandidateDismissals, Page<CandidateDismissalAnswer>>("listCandidateDismissals");
        at.MapPost("/admonition-cases", (Id<Organization> organization, ProposeAdmonition.Body body, Api api) =>
                api.Create(new ProposeAdmonition(organization, body.PersonId, body.Grounds), c => $"/api/v1/admonition-cases/{c.Id}"))
            .Asks<ProposeAdmonition, AdmonitionSummary>("proposeAdmonition", StatusCodes.Status201Created);

        v1.MapGet("/admonition-cases", (Id<Organization>? organization, NameParameter<AdmonitionStatus>? status, int? limit, string? cursor, Api api) =>
                api.Get(new ListAdmonitionCases(organization, status?.Value, limit, cursor)))
            .WithTags("Admonition talks").Asks<ListAdmonitionCases, Page<AdmonitionSummary>>("listAdmonitionCases");
        var one = v1.MapGroup("/admonition-cases/{admonition}").WithTags("Admonition talks");
        one.MapGet("", (Id<AdmonitionCase> admonition, Api api) => api.Get(new GetAdmonitionCase(admonition))).Asks<GetAdmonitionCase, AdmonitionCaseAnswer>("getAdmonitionCase");
        one.MapPost("/decision", (Id<AdmonitionCase> admonition, DecideAdmonition.Body body, IfMatch ifMatch, Api api) => api.Do(new DecideAdmonition(admonition, body.TalkerId, body.NoTalk, body.Reason, ifMatch)))
            .Asks<DecideAdmonition, AdmonitionCaseAnswer>("decideAdmonition");
        one.MapPost("/arrangement", (Id<AdmonitionCase> admonition, ArrangeAdmonitionTalk.Body body, IfMatch ifMatch, Api api) =>
                api.Do(new ArrangeAdmonitionTalk(admonition, body.On, body.StartsAt, body.Place, body.Requirements, body.RecorderId, ifMatch)))
            .Asks<ArrangeAdmonitionTalk, AdmonitionCaseAnswer>("arrangeAdmonitionTalk");
        one.MapPost("/record", (Id<AdmonitionCase> admonition, RecordAdmonitionTalk.Body body, IfMatch ifMatch, Api api) =>
                api.Do(new RecordAdmonitionTalk(admonition, body.HeldOn, body.Problem, body.Education, body.Direction, body.Attitude, ifMatch)))
            .Asks<RecordAdmonitionTalk, AdmonitionCaseAnswer>("recordAdmonitionTalk");
        one.MapPost("/requirements", (Id<AdmonitionCase> admonition, SetAdmonitionRequirements.Body body, IfMatch ifMatch, Api api) =>
                api.Do(new SetAdmonitionRequirements(admonition, body.Requirements, body.Term, body.FollowerId, ifMatch)))
            .Asks<SetAdmonitionRequirements, AdmonitionCaseAnswer>("setAdmonitionRequirements");
        one.MapPost("/follow-ups", (Id<AdmonitionCase> admonition, RecordAdmonitionFollowUp.Body body, IfMatch ifMatch, Api api) => api.Do(new RecordAdmonitionFollowUp(admonition, body.On, body.Found, ifMatch)))
            .Asks<RecordAdmonitionFollowUp, AdmonitionCaseAnswer>("recordAdmonitionFollowUp");
        one.MapPost("/outcome", (Id<AdmonitionCase> admonition, CloseAdmonition.Body body, IfMatch ifMatch, Api api) =>
                api.Do(new CloseAdmonition(admonition, body.Improved, body.Assessment, body.Handling, ifMatch)))
            .Asks<CloseAdmonition, AdmonitionCaseAnswer>("closeAdmonition");
        one.MapPost("/statements", (Id<AdmonitionCase> admonition, AddAdmonitionStatement.Body body, IfMatch ifMatch, Api api) => api.Do(new AddAdmonitionStatement(admonition, body.Text, ifMatch)))
            .Asks<AddAdmonitionStatement, AdmonitionCaseAnswer>("addAdmonitionStatement");
    }
}
