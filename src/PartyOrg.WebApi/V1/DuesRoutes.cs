using NodaTime;
using PartyOrg.Application.Dues;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Dues;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.WebApi.Http;
using PartyOrg.WebApi.OpenApi;

namespace PartyOrg.WebApi.V1;

/// <summary>Party dues (党费): bases, assessment, collection, reconciliation, handing up (TWS-D1, TWS-D2).</summary>
internal static class DuesRoutes
{
    public static void Map(IEndpointRouteBuilder v1)
    {
        var dues = v1.MapGroup("/organizations/{organization}/dues").About("Dues", "Party dues (党费): on what they are computed, what each member owes and paid, and the ledger of which nothing is erased.");
        dues.MapPost("/bases", (Id<Organization> organization, RecordDuesBases.Body body, Api api) => api.Create(new RecordDuesBases(organization, body.Items), _ => $"/api/v1/organizations/{organization}/dues/bases"))
            .Asks<RecordDuesBases, DuesBasesAnswer>("recordDuesBases", StatusCodes.Status201Created);
        dues.MapGet("/bases", (Id<Organization> organization, Id<Person>? member, int? limit, string? cursor, Api api) => api.Get(new ListDuesBases(organization, member, limit, cursor)))
            .Asks<ListDuesBases, Page<DuesBaseAnswer>>("listDuesBases");
        dues.MapGet("/months", (Id<Organization> organization, string? from, string? to, Api api) => api.Get(new ListDuesMonths(organization, from, to))).Asks<ListDuesMonths, DuesMonthsAnswer>("listDuesMonths");
        dues.MapGet("/months/{month}", (Id<Organization> organization, MonthParameter month, Api api) => api.Get(new GetDuesMonth(organization, month.Value))).Asks<GetDuesMonth, DuesMonthAnswer>("getDuesMonth");
        dues.MapPost("/months/{month}/assessment", (Id<Organization> organization, MonthParameter month, Api api) => api.Do(new AssessDues(organization, month.Value)))
            .Asks<AssessDues, DuesMonthAnswer>("assessDues");
        dues.MapPost("/months/{month}/reconciliation", (Id<Organization> organization, MonthParameter month, ReconcileDues.Body body, IfMatch ifMatch, Api api) =>
                api.Do(new ReconcileDues(organization, month.Value, body.Counted, ifMatch)))
            .Asks<ReconcileDues, DuesMonthAnswer>("reconcileDues");
        dues.MapPost("/months/{month}/handing-up", (Id<Organization> organization, MonthParameter month, HandUpDues.Body body, IfMatch ifMatch, Api api) =>
                api.Do(new HandUpDues(organization, month.Value, body.On, ifMatch)))
            .Asks<HandUpDues, DuesMonthAnswer>("handUpDues");
        dues.MapPost("/months/{month}/receipt", (Id<Organization> organization, MonthParameter month, ConfirmDuesReceipt.Body body, IfMatch ifMatch, Api api) =>
                api.Do(new ConfirmDuesReceipt(organization, month.Value, body.On, ifMatch)))
            .Asks<ConfirmDuesReceipt, DuesMonthAnswer>("confirmDuesReceipt");
        dues.MapPost("/payments", (Id<Organization> organization, CollectDues.Body body, Api api) => api.Create(new CollectDues(organization, body.Items), _ => Entries(organization)))
            .Asks<CollectDues, DuesBooked>("collectDues", StatusCodes.Status201Created);
        dues.MapPost("/waivers", (Id<Organization> organization, WaiveDues.Body body, Api api) => api.Create(new WaiveDues(organization, body.Items), _ => Entries(organization)))
            .Asks<WaiveDues, DuesBooked>("waiveDues", StatusCodes.Status201Created);
        dues.MapPost("/reasons", (Id<Organization> organization, RecordDuesReasons.Body body, Api api) => api.Create(new RecordDuesReasons(organization, body.Items), _ => Entries(organization)))
            .Asks<RecordDuesReasons, DuesBooked>("recordDuesReasons", StatusCodes.Status201Created);
        dues.MapGet("/entries", (Id<Organization> organization, Id<Person>? member, MonthParameter? month, int? limit, string? cursor, Api api) =>
                api.Get(new ListDuesEntries(organization, member, month?.Value, limit, cursor)))
            .Asks<ListDuesEntries, Page<DuesEntryAnswer>>("listDuesEntries");
        dues.MapPost("/entries/{entry}/reversal", (Id<Organization> organization, Id<DuesEntry> entry, ReverseDuesEntry.Body body, Api api) =>
                api.Create(new ReverseDuesEntry(organization, entry, body.Reason), _ => Entries(organization)))
            .Asks<ReverseDuesEntry, DuesEntryAnswer>("reverseDuesEntry", StatusCodes.Status201Created);
        dues.MapGet("/arrears", (Id<Organization> organization, int? limit, string? cursor, Api api) => api.Get(new ListDuesArrears(organization, limit, cursor)))
            .Asks<ListDuesArrears, Page<ArrearsAnswer>>("listDuesArrears");
        v1.MapGet("/members/{member}/dues", (Id<Person> member, string? from, string? to, Api api) => api.Get(new GetMemberDues(member, from, to))).WithTags("Dues")
            .Asks<GetMemberDues, MemberDuesAnswer>("getMemberDues");
    }

    private static string Entries(Id<Organization> organization) => $"/api/v1/organizations/{organization}/dues/entries";
}
