using PartyOrg.Application.InnerPartySupervision;
using PartyOrg.Application.PartyAffairsOpenness;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.InnerPartySupervision;
using PartyOrg.Domain.Organizations;
using PartyOrg.WebApi.Accounts;
using PartyOrg.WebApi.Http;
using PartyOrg.WebApi.OpenApi;

namespace PartyOrg.WebApi.V1;

/// <summary>Inner-Party supervision (党内监督): checks of participation, talks, discipline cases, letters and visits.</summary>
internal static class InnerPartySupervisionRoutes
{
    public static void Map(IEndpointRouteBuilder v1)
    {
        var organization = v1.MapGroup("/organizations/{organization}").About("Supervision", "Inner-Party supervision (党内监督): checks of participation, talks, discipline cases, letters and visits.");
        organization.MapGet("/participation-checks", (Id<Organization> organization, Api api) => api.Get(new ListParticipationChecks(organization))).Asks<ListParticipationChecks, Page<ParticipationCheckSummary>>("listParticipationChecks");
        organization.MapGet("/participation-checks/draft", (Id<Organization> organization, DateParameter? on, Api api) => api.Get(new DraftParticipationCheck(organization, on?.Value)))
            .Asks<DraftParticipationCheck, ParticipationAnswer>("draftParticipationCheck");
        organization.MapGet("/supervision-talks", (Id<Organization> organization, NameParameter<TalkStatus>? status, int? limit, string? cursor, Api api) => api.Get(new ListTalks(organization, status?.Value, limit, cursor)))
            .Asks<ListTalks, Page<TalkSummary>>("listTalks");
        organization.MapGet("/discipline-cases", (Id<Organization> organization, Api api) => api.Get(new ListDisciplineCases(organization))).Asks<ListDisciplineCases, Page<DisciplineCaseSummary>>("listDisciplineCases");
        organization.MapGet("/letters", (Id<Organization> organization, NameParameter<LetterStatus>? status, int? limit, string? cursor, Api api) => api.Get(new ListLetters(organization, status?.Value, limit, cursor)))
            .Asks<ListLetters, Page<LetterSummary>>("listLetters");

        var checks = v1.MapGroup("/participation-checks").WithTags("Supervision");
        checks.MapPost("", (RecordParticipationCheck request, Api api) => api.Create(request, c => $"/api/v1/participation-checks/{c.Id}"))
            .Asks<RecordParticipationCheck, ParticipationCheckAnswer>("recordParticipationCheck", StatusCodes.Status201Created);
        checks.MapGet("/{check}", (Id<ParticipationCheck> check, Api api) => api.Get(new GetParticipationCheck(check))).Asks<GetParticipationCheck, ParticipationCheckAnswer>("getParticipationCheck");

        var talks = v1.MapGroup("/supervision-talks").WithTags("Supervision");
        talks.MapPost("", (RecordTalk request, Api api) => api.Create(request, t => $"/api/v1/supervision-talks/{t.Id}")).Asks<RecordTalk, TalkSummary>("recordTalk", StatusCodes.Status201Created);
        talks.MapGet("/{talk}", (Id<SupervisionTalk> talk, Api api) => api.Get(new ReadTalk(talk))).Asks<ReadTalk, TalkAnswer>("readTalk");
        talks.MapPost("/{talk}/feedback", (Id<SupervisionTalk> talk, GiveOpinionBack.Body body, IfMatch ifMatch, Api api) => api.Do(new GiveOpinionBack(talk, body.Opinion, ifMatch))).Asks<GiveOpinionBack, TalkSummary>("giveOpinionBack");
        talks.MapPost("/{talk}/follow-up", (Id<SupervisionTalk> talk, FollowUpTalk.Body body, IfMatch ifMatch, Api api) => api.Do(new FollowUpTalk(talk, body.FollowUp, ifMatch))).Asks<FollowUpTalk, TalkSummary>("followUpTalk");

        var cases = v1.MapGroup("/discipline-cases").WithTags("Supervision");
        cases.MapPost("", (OpenDisciplineCase request, Api api) => api.Create(request, c => $"/api/v1/discipline-cases/{c.Id}")).Asks<OpenDisciplineCase, DisciplineCaseSummary>("openDisciplineCase", StatusCodes.Status201Created);
        cases.MapGet("/{case}", (Id<DisciplineCase> @case, Api api) => api.Get(new ReadDisciplineCase(@case))).Asks<ReadDisciplineCase, DisciplineCaseAnswer>("readDisciplineCase");
        cases.MapPost("/{case}/investigation", (Id<DisciplineCase> @case, InvestigateDisciplineCase.Body body, IfMatch ifMatch, Api api) => api.Do(new InvestigateDisciplineCase(@case, body.Findings, ifMatch)))
            .Asks<InvestigateDisciplineCase, DisciplineCaseSummary>("investigateDisciplineCase");
        cases.MapPost("/{case}/verification", (Id<DisciplineCase> @case, VerifyDisciplineCase.Body body, IfMatch ifMatch, Api api) => api.Do(new VerifyDisciplineCase(@case, body.IsEstablished, body.Verification, ifMatch)))
            .Asks<VerifyDisciplineCase, DisciplineCaseSummary>("verifyDisciplineCase");
        cases.MapPost("/{case}/handling", (Id<DisciplineCase> @case, HandleDisciplineCase.Body body, IfMatch ifMatch, Api api) => api.Do(new HandleDisciplineCase(@case, body.Handling, body.Departments, ifMatch)))
            .Asks<HandleDisciplineCase, DisciplineCaseSummary>("handleDisciplineCase");
        cases.MapPost("/{case}/closing", (Id<DisciplineCase> @case, CloseDisciplineCase.Body body, IfMatch ifMatch, Api api) => api.Do(new CloseDisciplineCase(@case, body.Conclusion, ifMatch)))
            .Asks<CloseDisciplineCase, DisciplineCaseSummary>("closeDisciplineCase");

        var letters = v1.MapGroup("/letters").WithTags("Supervision");
        letters.MapPost("", (RecordLetter request, Api api) => api.Create(request, l => $"/api/v1/letters/{l.Letter.Id}")).Asks<RecordLetter, RecordedLetter>("recordLetter", StatusCodes.Status201Created);
        letters.MapGet("/{letter}", (Id<Letter> letter, Api api) => api.Get(new ReadLetter(letter))).Asks<ReadLetter, LetterAnswer>("readLetter");
        letters.MapPost("/{letter}/registration", (Id<Letter> letter, IfMatch ifMatch, Api api) => api.Do(new RegisterLetter(letter, ifMatch))).Asks<RegisterLetter, LetterSummary>("registerLetter");
        letters.MapPost("/{letter}/assignment", (Id<Letter> letter, AssignLetter.Body body, IfMatch ifMatch, Api api) => api.Do(new AssignLetter(letter, body.PersonId, ifMatch))).Asks<AssignLetter, LetterSummary>("assignLetter");
        letters.MapPost("/{letter}/answer", (Id<Letter> letter, AnswerLetter.Body body, IfMatch ifMatch, Api api) => api.Do(new AnswerLetter(letter, body.Answer, ifMatch))).Asks<AnswerLetter, LetterSummary>("answerLetter");
        letters.MapPost("/{letter}/closing", (Id<Letter> letter, CloseLetter.Body body, IfMatch ifMatch, Api api) => api.Do(new CloseLetter(letter, body.Conclusion, ifMatch))).Asks<CloseLetter, LetterSummary>("closeLetter");

        var open = v1.MapGroup("/public").WithTags("Public");
        open.MapPost("/organizations/{organization}/letters", (Id<Organization> organization, SendLetter.Body body, Api api) => api.Do(new SendLetter(organization, body.Text, body.Name, body.ToSuperior, body.Sign, body.Ticket)))
            .Asks<SendLetter, FollowUpAnswer>("sendLetter").RequireRateLimiting(SubmissionTickets.Limited);
        open.MapPost("/letters/lookups", (FollowLetter request, Api api) => api.Do(request)).Asks<FollowLetter, FollowedLetter>("followLetter").RequireRateLimiting(SubmissionTickets.Limited);
    }
}
