using PartyOrg.Application.Compliance;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.WebApi.Http;
using PartyOrg.WebApi.OpenApi;

namespace PartyOrg.WebApi.V1;

/// <summary>Duties (职责), verdicts (判定), what-if, waivers, and how an area stands.</summary>
internal static class ComplianceRoutes
{
    public static void Map(IEndpointRouteBuilder v1)
    {
        var compliance = v1.MapGroup("/organizations/{organization}").WithTags("Compliance");
        compliance.MapGet("/duties", (Id<Organization> organization, DateParameter? asOf, InstantParameter? knownAt, string? from, string? to, NameParameter<VerdictStatus>? status, string? rule, Api api) =>
                api.Get(new GetDuties(organization, asOf?.Value, knownAt?.Value, from, to, status?.Value, rule)))
            .Asks<GetDuties, Duties>("getDuties");
        compliance.MapPost("/duties/what-if", (Id<Organization> organization, SupposeEvidence.Body body, Api api) =>
                api.Do(new SupposeEvidence(organization, body.Evidence, body.Rules, body.AsOf, body.From, body.To, body.Rule)))
            .Asks<SupposeEvidence, SupposedDuties>("supposeEvidence");
        compliance.MapGet("/compliance", (Id<Organization> organization, DateParameter? asOf, string? from, string? to, string? rule, int? worst, Api api) =>
                api.Get(new GetCompliance(organization, asOf?.Value, from, to, rule, worst)))
            .Asks<GetCompliance, ComplianceAnswer>("getCompliance");
        compliance.MapPost("/waivers", (Id<Organization> organization, WaiveDuty.Body body, Api api) =>
                api.Create(new WaiveDuty(organization, body.RuleId, body.Period, body.Reason), w => $"/api/v1/waivers/{w.Id}"))
            .Asks<WaiveDuty, WaiverAnswer>("waiveDuty", StatusCodes.Status201Created);
        compliance.MapGet("/waivers", (Id<Organization> organization, string? rule, int? limit, string? cursor, Api api) => api.Get(new ListWaivers(organization, rule, limit, cursor)))
            .Asks<ListWaivers, Page<WaiverAnswer>>("listWaivers");

        v1.MapGet("/me/duties", (int? within, int? limit, string? cursor, Api api) => api.Get(new GetMyDuties(within, limit, cursor))).WithTags("Me").Asks<GetMyDuties, ThingsToDo>("getMyDuties");
        v1.MapGet("/members/{member}/duties", (Id<Person> member, int? within, int? limit, string? cursor, Api api) => api.Get(new GetMemberDuties(member, within, limit, cursor)))
            .WithTags("Compliance").Asks<GetMemberDuties, ThingsToDo>("getMemberDuties");

        var waivers = v1.MapGroup("/waivers/{waiver}").WithTags("Compliance");
        waivers.MapGet("", (Id<DutyWaiver> waiver, Api api) => api.Get(new GetWaiver(waiver))).Asks<GetWaiver, WaiverAnswer>("getWaiver");
        waivers.MapPost("/withdrawal", (Id<DutyWaiver> waiver, WithdrawWaiver.Body body, IfMatch ifMatch, Api api) => api.Do(new WithdrawWaiver(waiver, body.Reason, ifMatch)))
            .Asks<WithdrawWaiver, WaiverAnswer>("withdrawWaiver");
    }
}
