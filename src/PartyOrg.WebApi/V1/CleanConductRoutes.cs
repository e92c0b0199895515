using PartyOrg.Application.CleanConduct;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.CleanConduct;
using PartyOrg.Domain.Organizations;
using PartyOrg.WebApi.Http;
using PartyOrg.WebApi.OpenApi;

namespace PartyOrg.WebApi.V1;

/// <summary>Responsibility for clean conduct (党风廉政建设责任制): confidential cases of accountability.</summary>
internal static class CleanConductRoutes
{
    public static void Map(IEndpointRouteBuilder v1)
    {
        v1.MapGet("/organizations/{organization}/accountability-cases", (Id<Organization> organization, NameParameter<AccountabilityStatus>? status, int? limit, string? cursor, Api api) =>
                api.Get(new ListAccountabilityCases(organization, status?.Value, limit, cursor))).WithTags("Clean conduct")
            .Asks<ListAccountabilityCases, Page<AccountabilityCaseItem>>("listAccountabilityCases");

        var cases = v1.MapGroup("/accountability-cases").WithTags("Clean conduct");
        cases.MapPost("", (OpenAccountabilityCase request, Api api) => api.Create(request, c => $"/api/v1/accountability-cases/{c.Id}"))
            .Asks<OpenAccountabilityCase, AccountabilityCaseAnswer>("openAccountabilityCase", StatusCodes.Status201Created);
        cases.MapGet("/{case}", (Id<AccountabilityCase> @case, Api api) => api.Get(new GetAccountabilityCase(@case))).Asks<GetAccountabilityCase, AccountabilityCaseAnswer>("getAccountabilityCase");
        cases.MapPost("/{case}/verification", (Id<AccountabilityCase> @case, VerifyAccountabilityFacts.Body body, IfMatch ifMatch, Api api) =>
                api.Do(new VerifyAccountabilityFacts(@case, body.Established, body.Findings, body.VerifiedOn, ifMatch)))
            .Asks<VerifyAccountabilityFacts, AccountabilityCaseAnswer>("verifyAccountabilityFacts");
        cases.MapPost("/{case}/attribution", (Id<AccountabilityCase> @case, AttributeResponsibility.Body body, IfMatch ifMatch, Api api) =>
                api.Do(new AttributeResponsibility(@case, body.Responsibilities, ifMatch)))
            .Asks<AttributeResponsibility, AccountabilityCaseAnswer>("attributeResponsibility");
        cases.MapPost("/{case}/decision", (Id<AccountabilityCase> @case, DecideAccountability.Body body, IfMatch ifMatch, Api api) =>
                api.Do(new DecideAccountability(@case, body.Handlings, body.DecidedOn, ifMatch)))
            .Asks<DecideAccountability, AccountabilityCaseAnswer>("decideAccountability");
        cases.MapPost("/{case}/closing", (Id<AccountabilityCase> @case, CloseAccountabilityCase.Body body, IfMatch ifMatch, Api api) =>
                api.Do(new CloseAccountabilityCase(@case, body.Outcome, body.ClosedOn, ifMatch)))
            .Asks<CloseAccountabilityCase, AccountabilityCaseAnswer>("closeAccountabilityCase");
    }
}
