using PartyOrg.Application.Pipeline;
using PartyOrg.Application.RulePacks;
using PartyOrg.Domain;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.RulePacks;
using PartyOrg.WebApi.Http;
using PartyOrg.WebApi.OpenApi;

namespace PartyOrg.WebApi.V1;

/// <summary>Rules that jurisdictions lay down for their subtrees (规则包).</summary>
internal static class RulePacksRoutes
{
    public static void Map(IEndpointRouteBuilder v1)
    {
        var packs = v1.MapGroup("/rule-packs").WithTags("Rule packs");
        packs.MapPost("", (UploadRulePack request, Api api) => api.Create(request, p => $"/api/v1/rule-packs/{p.Id}")).Asks<UploadRulePack, RulePackAnswer>("uploadRulePack", StatusCodes.Status201Created);
        packs.MapGet("", (Id<Organization>? jurisdiction, NameParameter<RulePackStatus>? status, int? limit, string? cursor, Api api) => api.Get(new ListRulePacks(jurisdiction, status?.Value, limit, cursor)))
            .Asks<ListRulePacks, Page<RulePackAnswer>>("listRulePacks");
        packs.MapGet("/{pack}", (Id<RulePack> pack, Api api) => api.Get(new GetRulePack(pack))).Asks<GetRulePack, RulePackAnswer>("getRulePack");
        packs.MapGet("/{pack}/files", (Id<RulePack> pack, Api api) => api.Get(new ListRulePackFiles(pack))).Asks<ListRulePackFiles, Page<PackFile>>("listRulePackFiles");
        packs.MapGet("/{pack}/preview", (Id<RulePack> pack, DateParameter? adoptedFrom, DateParameter? asOf, string? from, string? to, int? limit, string? cursor, Api api) =>
                api.Get(new PreviewRulePack(pack, adoptedFrom?.Value, asOf?.Value, from, to, limit, cursor)))
            .Asks<PreviewRulePack, RulePackPreview>("previewRulePack");
        packs.MapPost("/{pack}/authorisation", (Id<RulePack> pack, AuthoriseRulePack.Body body, IfMatch ifMatch, Api api) => api.Do(new AuthoriseRulePack(pack, body.Statement, ifMatch)))
            .Asks<AuthoriseRulePack, RulePackAnswer>("authoriseRulePack");
        packs.MapPost("/{pack}/adoption", (Id<RulePack> pack, AdoptRulePack.Body body, IfMatch ifMatch, Api api) => api.Do(new AdoptRulePack(pack, body.From, ifMatch)))
            .Asks<AdoptRulePack, RulePackAnswer>("adoptRulePack");
        packs.MapPost("/{pack}/withdrawal", (Id<RulePack> pack, WithdrawRulePack.Body body, IfMatch ifMatch, Api api) => api.Do(new WithdrawRulePack(pack, body.LastDay, body.Reason, ifMatch)))
            .Asks<WithdrawRulePack, RulePackAnswer>("withdrawRulePack");
    }
}
