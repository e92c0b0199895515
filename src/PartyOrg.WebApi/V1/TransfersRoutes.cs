using PartyOrg.Application.Members;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.WebApi.Http;
using PartyOrg.WebApi.OpenApi;

namespace PartyOrg.WebApi.V1;

/// <summary>Transfers of organizational relations (组织关系转接), accepted by both sides.</summary>
internal static class TransfersRoutes
{
    public static void Map(IEndpointRouteBuilder v1)
    {
        var transfers = v1.MapGroup("/transfers").WithTags("Transfers");
        transfers.MapPost("", (ProposeTransfer request, Api api) => api.Create(request, t => $"/api/v1/transfers/{t.Id}"))
            .Asks<ProposeTransfer, TransferAnswer>("proposeTransfer", StatusCodes.Status201Created);
        transfers.MapGet("", (NameParameter<TransferSide>? side, NameParameter<TransferStatus>? status, Id<Organization>? organization, int? limit, string? cursor, Api api) =>
                api.Get(new ListTransfers(side?.Value, status?.Value, organization, limit, cursor)))
            .Asks<ListTransfers, Page<TransferAnswer>>("listTransfers");
        transfers.MapGet("/receivers", (string search, int? limit, string? cursor, Api api) => api.Get(new ListReceivers(search, limit, cursor))).Asks<ListReceivers, Page<ReceiverAnswer>>("listReceivers");
        transfers.MapGet("/{transfer}", (Id<Transfer> transfer, Api api) => api.Get(new GetTransfer(transfer))).Asks<GetTransfer, TransferAnswer>("getTransfer");
        transfers.MapPost("/{transfer}/acceptance", (Id<Transfer> transfer, IfMatch ifMatch, Api api) => api.Do(new AcceptTransfer(transfer, ifMatch)))
            .Asks<AcceptTransfer, TransferAnswer>("acceptTransfer");
        transfers.MapPost("/{transfer}/refusal", (Id<Transfer> transfer, RefuseTransfer.Body body, IfMatch ifMatch, Api api) => api.Do(new RefuseTransfer(transfer, body.Reason, ifMatch)))
            .Asks<RefuseTransfer, TransferAnswer>("refuseTransfer");
        transfers.MapPost("/{transfer}/withdrawal", (Id<Transfer> transfer, WithdrawTransfer.Body body, IfMatch ifMatch, Api api) => api.Do(new WithdrawTransfer(transfer, body.Reason, ifMatch)))
            .Asks<WithdrawTransfer, TransferAnswer>("withdrawTransfer");
    }
}
