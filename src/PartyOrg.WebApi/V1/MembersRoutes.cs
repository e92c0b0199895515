using PartyOrg.Application.Members;
using PartyOrg.Application.Organizations;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Units;
using PartyOrg.WebApi.Http;
using PartyOrg.WebApi.OpenApi;

namespace PartyOrg.WebApi.V1;

/// <summary>Party members (党员).</summary>
internal static class MembersRoutes
{
    public static void Map(IEndpointRouteBuilder v1)
    {
        var members = v1.MapGroup("/members").WithTags("Members");
        members.MapPost("", (RegisterMember request, Api api) => api.Create(request, m => $"/api/v1/members/{m.Id}"))
            .Asks<RegisterMember, MemberAnswer>("registerMember", StatusCodes.Status201Created);
        members.MapGet("", (Id<Organization>? organization, string? name, string? search, Id<Unit>? unit, int? limit, string? cursor, Api api) =>
                api.Get(new ListMembers(organization, name, search, unit, limit, cursor)))
            .Asks<ListMembers, Page<MemberAnswer>>("listMembers");
        members.MapGet("/duplicates", (int? limit, string? cursor, Api api) => api.Get(new ListDuplicates(limit, cursor))).Asks<ListDuplicates, Page<DuplicatePair>>("listDuplicates");
        members.MapPost("/{member}/merge", (Id<Person> member, MergeMembers.Body body, IfMatch ifMatch, Api api) =>
                api.Do(new MergeMembers(member, body.DuplicateId, body.Reason, body.IdentityNumber, ifMatch)))
            .Asks<MergeMembers, MemberAnswer>("mergeMembers");
        members.MapGet("/{member}", (Id<Person> member, Api api) => api.Get(new GetMember(member))).Asks<GetMember, MemberAnswer>("getMember");
        members.MapPut("/{member}", (Id<Person> member, ChangeMember.Body body, IfMatch ifMatch, Api api) => api.Do(new ChangeMember(member, body.Name, body.Phone, ifMatch)))
            .Asks<ChangeMember, MemberAnswer>("changeMember");
        members.MapPost("/{member}/personal-data", (Id<Person> member, ShowPersonalData.Body body, Api api) => api.Do(new ShowPersonalData(member, body.Reason)))
            .Asks<ShowPersonalData, PersonalDataAnswer>("showPersonalData");
        members.MapPost("/{member}/standing", (Id<Person> member, ChangeStanding.Body body, IfMatch ifMatch, Api api) =>
                api.Finish(new ChangeStanding(member, body.Standing, body.Floating, body.Pocket, body.From, ifMatch)))
            .Asks<ChangeStanding, Done>("changeStanding", StatusCodes.Status204NoContent);
        members.MapPost("/{member}/standing/correction", (Id<Person> member, CorrectStanding.Body body, IfMatch ifMatch, Api api) =>
                api.Finish(new CorrectStanding(member, body.Standing, body.Floating, body.Pocket, body.From, body.Reason, ifMatch)))
            .Asks<CorrectStanding, Done>("correctStanding", StatusCodes.Status204NoContent);
        members.MapPost("/{member}/membership-end", (Id<Person> member, EndMembership.Body body, IfMatch ifMatch, Api api) => api.Do(new EndMembership(member, body.LastDay, body.EndedBy, ifMatch)))
            .Asks<EndMembership, MembershipEndAnswer>("endMembership");
        members.MapPost("/{member}/membership-end/withdrawal", (Id<Person> member, WithdrawMembershipEnd.Body body, IfMatch ifMatch, Api api) => api.Do(new WithdrawMembershipEnd(member, body.Reason, ifMatch)))
            .Asks<WithdrawMembershipEnd, MemberAnswer>("withdrawMembershipEnd");
        members.MapGet("/{member}/history", (Id<Person> member, NameParameter<HistoryKind>? kind, int? limit, string? cursor, Api api) =>
                api.Get(new GetMemberHistory(member, kind?.Value, limit, cursor)))
            .Asks<GetMemberHistory, Page<HistoryEntry>>("getMemberHistory");
        members.MapGet("/{member}/affiliations", (Id<Person> member, Api api) => api.Get(new ListAffiliations(member))).Asks<ListAffiliations, Page<AffiliationAnswer>>("listAffiliations");
        members.MapPost("/{member}/affiliations", (Id<Person> member, JoinOrganization.Body body, IfMatch ifMatch, Api api) =>
                api.Create(new JoinOrganization(member, body.OrganizationId, body.Belonging, body.From, ifMatch), _ => $"/api/v1/members/{member}/affiliations"))
            .Asks<JoinOrganization, AffiliationAnswer>("joinOrganization", StatusCodes.Status201Created);
        members.MapPost("/{member}/affiliations/{affiliation}/end", (Id<Person> member, Id<Affiliation> affiliation, LeaveOrganization.Body body, IfMatch ifMatch, Api api) =>
                api.Finish(new LeaveOrganization(member, affiliation, body.LastDay, ifMatch)))
            .Asks<LeaveOrganization, Done>("leaveOrganization", StatusCodes.Status204NoContent);
        members.MapGet("/{member}/workplaces", (Id<Person> member, DateParameter? asOf, InstantParameter? knownAt, Api api) => api.Get(new ListWorkplaces(member, asOf?.Value, knownAt?.Value)))
            .Asks<ListWorkplaces, Page<WorkplaceAnswer>>("listWorkplaces");
        members.MapPost("/{member}/workplaces", (Id<Person> member, RecordWorkplace.Body body, IfMatch ifMatch, Api api) =>
                api.Create(new RecordWorkplace(member, body.UnitId, body.CreditCode, body.From, body.To, ifMatch), _ => $"/api/v1/members/{member}/workplaces"))
            .Asks<RecordWorkplace, WorkplaceAnswer>("recordWorkplace", StatusCodes.Status201Created);
        members.MapPut("/{member}/workplaces/{workplace}", (Id<Person> member, Id<Workplace> workplace, CorrectWorkplace.Body body, IfMatch ifMatch, Api api) =>
                api.Do(new CorrectWorkplace(member, workplace, body.UnitId, body.CreditCode, body.From, body.To, ifMatch)))
            .Asks<CorrectWorkplace, WorkplaceAnswer>("correctWorkplace");
        members.MapPost("/{member}/workplaces/{workplace}/end", (Id<Person> member, Id<Workplace> workplace, EndWorkplace.Body body, IfMatch ifMatch, Api api) =>
                api.Finish(new EndWorkplace(member, workplace, body.LastDay, ifMatch)))
            .Asks<EndWorkplace, Done>("endWorkplace", StatusCodes.Status204NoContent);
        members.MapPost("/{member}/workplaces/{workplace}/withdrawal", (Id<Person> member, Id<Workplace> workplace, WithdrawWorkplace.Body body, IfMatch ifMatch, Api api) =>
                api.Finish(new WithdrawWorkplace(member, workplace, body.Reason, ifMatch)))
            .Asks<WithdrawWorkplace, Done>("withdrawWorkplace", StatusCodes.Status204NoContent);
    }
}
