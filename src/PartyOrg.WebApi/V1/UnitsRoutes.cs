using PartyOrg.Application.Pipeline;
using PartyOrg.Application.Units;
using PartyOrg.Domain;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Units;
using PartyOrg.WebApi.Http;
using PartyOrg.WebApi.OpenApi;

namespace PartyOrg.WebApi.V1;

/// <summary>Units (单位): enterprises, individual businesses, cooperatives and social organizations that may have a Party organization.</summary>
internal static class UnitsRoutes
{
    public static void Map(IEndpointRouteBuilder v1)
    {
        var units = v1.MapGroup("/units").WithTags("Units");
        units.MapPost("", (RegisterUnit request, Api api) => api.Create(request, u => $"/api/v1/units/{u.Id}")).Asks<RegisterUnit, UnitAnswer>("registerUnit", StatusCodes.Status201Created);
        units.MapGet("", (Id<Organization>? territory, NameParameter<UnitKind>? kind, NameParameter<OperationState>? state, Id<Carrier>? carrier, Id<Organization>? organization, bool? covered,
                    NameParameter<CoverageForm>? how, int? minEmployees, int? maxEmployees, int? minMembers, int? minFormalMembers, int? maxFormalMembers, NameParameter<UnitTrait>? trait, string? search, string? code, int? limit, string? cursor, Api api) =>
                api.Get(new ListUnits(territory, kind?.Value, state?.Value, carrier, organization, covered, how?.Value, minEmployees, maxEmployees, minMembers, minFormalMembers, maxFormalMembers, trait?.Value, search, code, limit, cursor)))
            .Asks<ListUnits, Page<UnitAnswer>>("listUnits");
        units.MapGet("/{unit}", (Id<Unit> unit, DateParameter? asOf, InstantParameter? knownAt, Api api) => api.Get(new GetUnit(unit, asOf?.Value, knownAt?.Value))).Asks<GetUnit, UnitAnswer>("getUnit");
        units.MapGet("/{unit}/members", (Id<Unit> unit, NameParameter<Standing>? standing, DateParameter? asOf, InstantParameter? knownAt, int? limit, string? cursor, Api api) =>
                api.Get(new ListUnitMembers(unit, standing?.Value, asOf?.Value, knownAt?.Value, limit, cursor)))
            .Asks<ListUnitMembers, Page<UnitMemberAnswer>>("listUnitMembers");
        units.MapGet("/{unit}/history", (Id<Unit> unit, NameParameter<UnitFactKind>? fact, int? limit, string? cursor, Api api) => api.Get(new GetUnitHistory(unit, fact?.Value, limit, cursor)))
            .Asks<GetUnitHistory, Page<UnitFactAnswer>>("getUnitHistory");
        units.MapPut("/{unit}", (Id<Unit> unit, ChangeUnit.Body body, IfMatch ifMatch, Api api) =>
                api.Do(new ChangeUnit(unit, body.Name, body.Kind, body.From, body.CreditCode, body.Industry, body.Trade, body.Chamber, body.Department, ifMatch)))
            .Asks<ChangeUnit, UnitAnswer>("changeUnit");
        units.MapPost("/{unit}/move", (Id<Unit> unit, MoveUnit.Body body, IfMatch ifMatch, Api api) =>
                api.Do(new MoveUnit(unit, body.TerritoryId, body.From, body.Area, body.Park, body.Village, body.Address, body.Grid, ifMatch)))
            .Asks<MoveUnit, UnitAnswer>("moveUnit");
        units.MapPost("/{unit}/facts/{fact}/withdrawal", (Id<Unit> unit, Id<UnitFact> fact, WithdrawUnitFact.Body body, IfMatch ifMatch, Api api) =>
                api.Do(new WithdrawUnitFact(unit, fact, body.Reason, ifMatch)))
            .Asks<WithdrawUnitFact, UnitAnswer>("withdrawUnitFact");
        units.MapPost("/{unit}/stays", (Id<Unit> unit, EnterCarrier.Body body, IfMatch ifMatch, Api api) => api.Do(new EnterCarrier(unit, body.CarrierId, body.From, body.To, ifMatch)))
            .Asks<EnterCarrier, UnitAnswer>("enterCarrier");
        units.MapPost("/{unit}/stays/{stay}/end", (Id<Unit> unit, Id<UnitFact> stay, LeaveCarrier.Body body, IfMatch ifMatch, Api api) => api.Do(new LeaveCarrier(unit, stay, body.LastDay, ifMatch)))
            .Asks<LeaveCarrier, UnitAnswer>("leaveCarrier");
        units.MapPost("/{unit}/survey", (Id<Unit> unit, SurveyUnit.Body body, IfMatch ifMatch, Api api) => api.Do(new SurveyUnit(unit, body, ifMatch))).Asks<SurveyUnit, UnitAnswer>("surveyUnit");
        units.MapPost("/{unit}/revenues", (Id<Unit> unit, RecordRevenue.Body body, IfMatch ifMatch, Api api) => api.Do(new RecordRevenue(unit, body.Year, body.Revenue, ifMatch)))
            .Asks<RecordRevenue, UnitAnswer>("recordRevenue");
        units.MapPost("/{unit}/state", (Id<Unit> unit, ChangeUnitState.Body body, IfMatch ifMatch, Api api) => api.Do(new ChangeUnitState(unit, body.State, body.From, ifMatch)))
            .Asks<ChangeUnitState, UnitAnswer>("changeUnitState");
        units.MapPost("/{unit}/coverages", (Id<Unit> unit, CoverUnit.Body body, IfMatch ifMatch, Api api) => api.Do(new CoverUnit(unit, body.OrganizationId, body.How, body.Way, body.From, body.To, ifMatch)))
            .Asks<CoverUnit, UnitAnswer>("coverUnit");
        units.MapPost("/{unit}/coverages/{coverage}/end", (Id<Unit> unit, Id<UnitFact> coverage, EndCoverage.Body body, IfMatch ifMatch, Api api) =>
                api.Do(new EndCoverage(unit, coverage, body.LastDay, ifMatch)))
            .Asks<EndCoverage, UnitAnswer>("endCoverage");
    }
}
