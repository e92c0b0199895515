using PartyOrg.Application.Audit;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.WebApi.Http;
using PartyOrg.WebApi.OpenApi;

namespace PartyOrg.WebApi.V1;

/// <summary>The audit (审计): what was done, by whom, and whether the record of it is whole.</summary>
internal static class AuditRoutes
{
    public static void Map(IEndpointRouteBuilder v1)
    {
        var audit = v1.MapGroup("/audit").WithTags("Audit");
        audit.MapGet("", (Id<Organization>? organization, Guid? chain, DateParameter? from, DateParameter? to, string? operation, Id<Account>? account, Guid? resource, int? limit, string? cursor, Api api) =>
                api.Get(new ListAudit(organization, chain, from?.Value, to?.Value, operation, account, resource, limit, cursor)))
            .Asks<ListAudit, Page<AuditEntryAnswer>>("listAudit");
        v1.MapGet("/changes/{resource}", (Guid resource, int? limit, string? cursor, Api api) => api.Get(new ListChanges(resource, limit, cursor))).WithTags("Audit").Asks<ListChanges, Page<ChangeAnswer>>("listChanges");
        audit.MapPost("/verification", (VerifyAudit request, Api api) => api.Do(request)).Asks<VerifyAudit, AuditVerification>("verifyAudit");
        audit.MapPost("/seals", (Api api) => api.Create(new SealAudit(), _ => "/api/v1/audit/seals")).Asks<SealAudit, AuditSealAnswer>("sealAudit", StatusCodes.Status201Created);
        audit.MapGet("/seals", (int? limit, string? cursor, Api api) => api.Get(new ListSeals(limit, cursor))).Asks<ListSeals, Page<AuditSealAnswer>>("listSeals");
    }
}
