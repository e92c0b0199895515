using PartyOrg.Application.Compliance;
using PartyOrg.Domain;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Organizations;
using PartyOrg.WebApi.Http;
using PartyOrg.WebApi.OpenApi;

namespace PartyOrg.WebApi.V1;

/// <summary>Duties, verdicts and how an area stands.</summary>
internal static class ComplianceRoutes
{
    public static void Map(IEndpointRouteBuilder v1)
    {
        var compliance = v1.MapGroup("/organizations/{organization}").WithTags("Compliance");
        compliance.MapGet("/duties", (Id<Organization> organization, DateParameter? asOf, InstantParameter? knownAt, string? from, string? to, NameParameter<VerdictStatus>? status, string? rule, Api api) =>
                api.Get(new GetDuties(organization, asOf?.Value, knownAt?.Value, from, to, status?.Value, rule)))
            .Asks<GetDuties, Duties>("getDuties");
        compliance.MapGet("/compliance", (Id<Organization> organization, DateParameter? asOf, string? from, string? to, string? rule, int? worst, Api api) =>
                api.Get(new GetCompliance(organization, asOf?.Value, from, to, rule, worst)))
            .Asks<GetCompliance, ComplianceAnswer>("getCompliance");
    }
}
