using PartyOrg.Application.Pipeline;
using PartyOrg.Application.StudyAndTraining;
using PartyOrg.Domain;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.StudyAndTraining;
using PartyOrg.WebApi.Http;
using PartyOrg.WebApi.OpenApi;

namespace PartyOrg.WebApi.V1;

/// <summary>Study, education and training (党员学习教育培训) beside the gatherings, which are recorded as meetings.</summary>
internal static class StudyAndTrainingRoutes
{
    private const string Tag = "Study and training";

    public static void Map(IEndpointRouteBuilder v1)
    {
        v1.MapPost("/members/{member}/self-study-notes", (Id<Person> member, RecordSelfStudy.Body body, Api api) => api.Create(new RecordSelfStudy(member, body.Study), n => $"/api/v1/members/{n.PersonId}/self-study-notes"))
            .WithTags(Tag).Asks<RecordSelfStudy, SelfStudyNoteAnswer>("recordSelfStudy", StatusCodes.Status201Created);
        v1.MapGet("/members/{member}/self-study-notes", (Id<Person> member, DateParameter? from, DateParameter? to, int? limit, string? cursor, Api api) =>
                api.Get(new ListSelfStudyNotes(member, from?.Value, to?.Value, limit, cursor)))
            .WithTags(Tag).Asks<ListSelfStudyNotes, Page<SelfStudyNoteAnswer>>("listSelfStudyNotes");
        v1.MapPost("/self-study-notes/{note}/withdrawal", (Id<SelfStudyNote> note, WithdrawSelfStudy.Body body, IfMatch ifMatch, Api api) => api.Do(new WithdrawSelfStudy(note, body.Reason, ifMatch)))
            .WithTags(Tag).Asks<WithdrawSelfStudy, SelfStudyNoteAnswer>("withdrawSelfStudy");
        v1.MapGet("/members/{member}/study-record", (Id<Person> member, int? year, Api api) => api.Get(new GetStudyRecord(member, year)))
            .WithTags(Tag).Asks<GetStudyRecord, StudyRecordAnswer>("getStudyRecord");

        var checks = v1.MapGroup("/study-checks").WithTags(Tag);
        checks.MapPost("", (RecordStudyCheck request, Api api) => api.Create(request, c => $"/api/v1/study-checks/{c.Id}")).Asks<RecordStudyCheck, StudyCheckSummary>("recordStudyCheck", StatusCodes.Status201Created);
        checks.MapGet("", (Id<Organization>? organization, DateParameter? from, DateParameter? to, int? limit, string? cursor, Api api) =>
                api.Get(new ListStudyChecks(organization, from?.Value, to?.Value, limit, cursor)))
            .Asks<ListStudyChecks, Page<StudyCheckSummary>>("listStudyChecks");
        checks.MapGet("/{check}", (Id<StudyCheck> check, Api api) => api.Get(new GetStudyCheck(check))).Asks<GetStudyCheck, StudyCheckAnswer>("getStudyCheck");
        checks.MapPost("/{check}/withdrawal", (Id<StudyCheck> check, WithdrawStudyCheck.Body body, IfMatch ifMatch, Api api) => api.Do(new WithdrawStudyCheck(check, body.Reason, ifMatch)))
            .Asks<WithdrawStudyCheck, StudyCheckSummary>("withdrawStudyCheck");

        var guidances = v1.MapGroup("/study-guidances").WithTags(Tag);
        guidances.MapPost("", (RecordStudyGuidance request, Api api) => api.Create(request, g => $"/api/v1/study-guidances?organization={g.OrganizationId}"))
            .Asks<RecordStudyGuidance, StudyGuidanceAnswer>("recordStudyGuidance", StatusCodes.Status201Created);
        guidances.MapGet("", (Id<Organization>? organization, DateParameter? from, DateParameter? to, int? limit, string? cursor, Api api) =>
                api.Get(new ListStudyGuidances(organization, from?.Value, to?.Value, limit, cursor)))
            .Asks<ListStudyGuidances, Page<StudyGuidanceAnswer>>("listStudyGuidances");
        guidances.MapPost("/{guidance}/withdrawal", (Id<StudyGuidance> guidance, WithdrawStudyGuidance.Body body, IfMatch ifMatch, Api api) => api.Do(new WithdrawStudyGuidance(guidance, body.Reason, ifMatch)))
            .Asks<WithdrawStudyGuidance, StudyGuidanceAnswer>("withdrawStudyGuidance");

        v1.MapPost("/organizations/{organization}/facilities", (Id<Organization> organization, RecordFacility.Body body, Api api) =>
                api.Create(new RecordFacility(organization, body.Kind, body.Description, body.From), f => $"/api/v1/organizations/{f.OrganizationId}/facilities"))
            .WithTags(Tag).Asks<RecordFacility, FacilityAnswer>("recordFacility", StatusCodes.Status201Created);
        v1.MapGet("/organizations/{organization}/facilities", (Id<Organization> organization, DateParameter? on, Api api) => api.Get(new GetFacilities(organization, on?.Value)))
            .WithTags(Tag).Asks<GetFacilities, FacilitiesAnswer>("getFacilities");
        var facilities = v1.MapGroup("/facilities/{facility}").WithTags(Tag);
        facilities.MapPost("/end", (Id<Facility> facility, EndFacility.Body body, IfMatch ifMatch, Api api) => api.Do(new EndFacility(facility, body.LastDay, ifMatch))).Asks<EndFacility, FacilityAnswer>("endFacility");
        facilities.MapPost("/withdrawal", (Id<Facility> facility, WithdrawFacility.Body body, IfMatch ifMatch, Api api) => api.Do(new WithdrawFacility(facility, body.Reason, ifMatch)))
            .Asks<WithdrawFacility, FacilityAnswer>("withdrawFacility");
    }
}
