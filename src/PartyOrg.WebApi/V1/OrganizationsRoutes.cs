using PartyOrg.Application.Organizations;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Organizations;
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
        organizations.MapGet("", (Id<Organization>? under, NameParameter<OrganizationType>? type, string? code, int? limit, string? cursor, Api api) =>
                api.Get(new ListOrganizations(under, type?.Value, code, limit, cursor)))
            .Asks<ListOrganizations, Page<OrganizationAnswer>>("listOrganizations");
        organizations.MapGet("/{organization}", (Id<Organization> organization, Api api) => api.Get(new GetOrganization(organization)))
            .Asks<GetOrganization, OrganizationAnswer>("getOrganization");
    }
}
