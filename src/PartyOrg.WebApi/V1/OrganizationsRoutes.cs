using PartyOrg.Application.Organizations;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.WebApi.Http;
using PartyOrg.WebApi.OpenApi;

namespace PartyOrg.WebApi.V1;

/// <summary>Organizations (党组织).</summary>
internal static class OrganizationsRoutes
{
    public static void Map(IEndpointRouteBuilder v1)
    {
        var organizations = v1.MapGroup("/organizations").WithTags("Organizations");
        organizations.MapPost("", (FoundOrganization request, Api api) => api.Create(request, o => $"/api/v1/organizations/{o.Id}"))
            .Asks<FoundOrganization, OrganizationAnswer>("foundOrganization", StatusCodes.Status201Created);
        organizations.MapGet("", (Id<Organization>? under, NameParameter<OrganizationType>? type, string? code, string? search, int? limit, string? cursor, Api api) =>
                api.Get(new ListOrganizations(under, type?.Value, code, search, limit, cursor)))
            .Asks<ListOrganizations, Page<OrganizationAnswer>>("listOrganizations");
        organizations.MapGet("/{organization}", (Id<Organization> organization, Api api) => api.Get(new GetOrganization(organization)))
            .Asks<GetOrganization, OrganizationAnswer>("getOrganization");
        organizations.MapPost("/roots", (FoundRoot request, Api api) => api.Create(request, o => $"/api/v1/organizations/{o.Id}"))
            .Asks<FoundRoot, OrganizationAnswer>("foundRoot", StatusCodes.Status201Created);
        organizations.MapPut("/{organization}", (Id<Organization> organization, ChangeOrganization.Body body, IfMatch ifMatch, Api api) =>
                api.Do(new ChangeOrganization(organization, body.Name, body.UnitCreditCode, ifMatch)))
            .Asks<ChangeOrganization, OrganizationAnswer>("changeOrganization");
        organizations.MapPost("/{organization}/move", (Id<Organization> organization, MoveOrganization.Body body, IfMatch ifMatch, Api api) =>
                api.Do(new MoveOrganization(organization, body.SuperiorId, body.From, ifMatch)))
            .Asks<MoveOrganization, OrganizationAnswer>("moveOrganization");
        organizations.MapPost("/{organization}/merger", (Id<Organization> organization, MergeOrganizations.Body body, IfMatch ifMatch, Api api) =>
                api.Do(new MergeOrganizations(organization, body.IntoId, body.On, ifMatch)))
            .Asks<MergeOrganizations, OrganizationAnswer>("mergeOrganizations");
        organizations.MapPost("/{organization}/raise", (Id<Organization> organization, RaiseOrganization.Body body, IfMatch ifMatch, Api api) =>
                api.Do(new RaiseOrganization(organization, body.Type, body.From, body.Name, body.MembersTo, ifMatch)))
            .Asks<RaiseOrganization, OrganizationAnswer>("raiseOrganization");
        organizations.MapPost("/{organization}/revocation", (Id<Organization> organization, RevokeOrganization.Body body, IfMatch ifMatch, Api api) =>
                api.Do(new RevokeOrganization(organization, body.LastDay, ifMatch)))
            .Asks<RevokeOrganization, OrganizationAnswer>("revokeOrganization");
        organizations.MapGet("/{organization}/history", (Id<Organization> organization, NameParameter<HistoryKind>? kind, int? limit, string? cursor, Api api) =>
                api.Get(new GetOrganizationHistory(organization, kind?.Value, limit, cursor)))
            .Asks<GetOrganizationHistory, Page<HistoryEntry>>("getOrganizationHistory");
        organizations.MapGet("/{organization}/posts", (Id<Organization> organization, DateParameter? on, Api api) => api.Get(new ListPosts(organization, on?.Value)))
            .Asks<ListPosts, Page<PostAnswer>>("listPosts");
        organizations.MapPost("/{organization}/posts", (Id<Organization> organization, FillPost.Body body, IfMatch ifMatch, Api api) =>
                api.Create(new FillPost(organization, body.PersonId, body.Office, body.From, body.To, ifMatch), _ => $"/api/v1/organizations/{organization}/posts"))
            .Asks<FillPost, PostAnswer>("fillPost", StatusCodes.Status201Created);
        organizations.MapPost("/{organization}/posts/{post}/end", (Id<Organization> organization, Id<Post> post, EndPost.Body body, IfMatch ifMatch, Api api) =>
                api.Finish(new EndPost(organization, post, body.LastDay, ifMatch)))
            .Asks<EndPost, Done>("endPost", StatusCodes.Status204NoContent);
    }
}
