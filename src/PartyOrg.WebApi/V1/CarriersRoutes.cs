using PartyOrg.Application.Pipeline;
using PartyOrg.Application.Units;
using PartyOrg.Domain;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Units;
using PartyOrg.WebApi.Http;
using PartyOrg.WebApi.OpenApi;

namespace PartyOrg.WebApi.V1;

/// <summary>Carriers (载体): specialised markets, commercial buildings and business districts in which many units sit.</summary>
internal static class CarriersRoutes
{
    public static void Map(IEndpointRouteBuilder v1)
    {
        var carriers = v1.MapGroup("/carriers").WithTags("Carriers");
        carriers.MapPost("", (RegisterCarrier request, Api api) => api.Create(request, c => $"/api/v1/carriers/{c.Id}")).Asks<RegisterCarrier, CarrierAnswer>("registerCarrier", StatusCodes.Status201Created);
        carriers.MapGet("", (Id<Organization>? territory, NameParameter<CarrierKind>? kind, bool? open, bool? covered, string? search, int? limit, string? cursor, Api api) =>
                api.Get(new ListCarriers(territory, kind?.Value, open, covered, search, limit, cursor)))
            .Asks<ListCarriers, Page<CarrierAnswer>>("listCarriers");
        carriers.MapGet("/{carrier}", (Id<Carrier> carrier, Api api) => api.Get(new GetCarrier(carrier))).Asks<GetCarrier, CarrierAnswer>("getCarrier");
        carriers.MapGet("/{carrier}/history", (Id<Carrier> carrier, int? limit, string? cursor, Api api) => api.Get(new GetCarrierHistory(carrier, limit, cursor)))
            .Asks<GetCarrierHistory, Page<CarrierFactAnswer>>("getCarrierHistory");
        carriers.MapPut("/{carrier}", (Id<Carrier> carrier, ChangeCarrier.Body body, IfMatch ifMatch, Api api) =>
                api.Do(new ChangeCarrier(carrier, body.Name, body.Kind, body.TerritoryId, body.From, body.Address, body.Manager, body.Proprietor, body.Chamber, body.OrganizationId, body.How, ifMatch)))
            .Asks<ChangeCarrier, CarrierAnswer>("changeCarrier");
        carriers.MapPost("/{carrier}/closure", (Id<Carrier> carrier, CloseCarrier.Body body, IfMatch ifMatch, Api api) => api.Do(new CloseCarrier(carrier, body.LastDay, ifMatch)))
            .Asks<CloseCarrier, CarrierAnswer>("closeCarrier");
    }
}
