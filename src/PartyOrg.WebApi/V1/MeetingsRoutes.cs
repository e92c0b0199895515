using Microsoft.AspNetCore.Mvc;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.WebApi.Http;
using PartyOrg.WebApi.OpenApi;

namespace PartyOrg.WebApi.V1;

/// <summary>Meetings and classes (三会一课).</summary>
internal static class MeetingsRoutes
{
    // Twice what is taken: a file that is a little too large is read to its end, so that its sender hears why; a huge one is cut off.
    private const int MostBytesRead = 2 * Attachment.MostBytes;

    public static void Map(IEndpointRouteBuilder v1)
    {
        var meetings = v1.MapGroup("/meetings").WithTags("Meetings");
        meetings.MapPost("", (RecordMeeting request, Api api) => api.Create(request, At)).Asks<RecordMeeting, MeetingSummary>("recordMeeting", StatusCodes.Status201Created);
        meetings.MapPost("/plans", (PlanMeeting request, Api api) => api.Create(request, At)).Asks<PlanMeeting, MeetingSummary>("planMeeting", StatusCodes.Status201Created);
        meetings.MapGet("", List).Asks<ListMeetings, Page<MeetingSummary>>("listMeetings");

        // What a rule pack calls an activity is a gathering like any other, with all that can follow it at /meetings/{meeting}.
        var activities = v1.MapGroup("/activities").WithTags("Meetings");
        activities.MapPost("", (RecordMeeting request, Api api) => api.Create(request, At)).Asks<RecordMeeting, MeetingSummary>("recordActivity", StatusCodes.Status201Created)
            .WithSummary("Records an activity: work of a kind that a rule pack declares, or a meeting; the same as recordMeeting");
        activities.MapPost("/plans", (PlanMeeting request, Api api) => api.Create(request, At)).Asks<PlanMeeting, MeetingSummary>("planActivity", StatusCodes.Status201Created)
            .WithSummary("Plans an activity: work of a kind that a rule pack declares, or a meeting; the same as planMeeting");
        activities.MapGet("", List).Asks<ListMeetings, Page<MeetingSummary>>("listActivities")
            .WithSummary("Lists activities: work of kinds that rule packs declare, and meetings; the same as listMeetings");
        meetings.MapGet("/{meeting}", (Id<Meeting> meeting, Api api) => api.Get(new GetMeeting(meeting))).Asks<GetMeeting, MeetingAnswer>("getMeeting");
        meetings.MapGet("/{meeting}/revisions", (Id<Meeting> meeting, Api api) => api.Get(new ListMeetingRevisions(meeting))).Asks<ListMeetingRevisions, Page<RevisionAnswer>>("listMeetingRevisions");
        meetings.MapPost("/{meeting}/record", (Id<Meeting> meeting, RecordPlannedMeeting.Body body, IfMatch ifMatch, Api api) => api.Do(new RecordPlannedMeeting(meeting, body.Record, body.Roll, ifMatch)))
            .Asks<RecordPlannedMeeting, MeetingSummary>("recordPlannedMeeting");
        meetings.MapPost("/{meeting}/rescheduling", (Id<Meeting> meeting, RescheduleMeeting.Body body, IfMatch ifMatch, Api api) =>
                api.Do(new RescheduleMeeting(meeting, body.On, body.StartsAt, body.Place, body.Reason, ifMatch)))
            .Asks<RescheduleMeeting, MeetingSummary>("rescheduleMeeting");
        meetings.MapPost("/{meeting}/cancellation", (Id<Meeting> meeting, CancelMeeting.Body body, IfMatch ifMatch, Api api) => api.Do(new CancelMeeting(meeting, body.Reason, ifMatch)))
            .Asks<CancelMeeting, MeetingSummary>("cancelMeeting");
        meetings.MapPost("/{meeting}/confirmation", (Id<Meeting> meeting, IfMatch ifMatch, Api api) => api.Do(new ConfirmMinutes(meeting, ifMatch)))
            .Asks<ConfirmMinutes, MeetingSummary>("confirmMinutes");
        meetings.MapPost("/{meeting}/corrections", (Id<Meeting> meeting, CorrectMeeting.Body body, IfMatch ifMatch, Api api) =>
                api.Do(new CorrectMeeting(meeting, body.Reason, body.Record, body.Roll, ifMatch)))
            .Asks<CorrectMeeting, MeetingSummary>("correctMeeting");
        meetings.MapPost("/{meeting}/withdrawal", (Id<Meeting> meeting, WithdrawMeeting.Body body, IfMatch ifMatch, Api api) => api.Do(new WithdrawMeeting(meeting, body.Reason, ifMatch)))
            .Asks<WithdrawMeeting, MeetingSummary>("withdrawMeeting");
        meetings.MapPost("/{meeting}/make-ups", (Id<Meeting> meeting, RecordMakeUp.Body body, IfMatch ifMatch, Api api) => api.Do(new RecordMakeUp(meeting, body.PersonId, body.On, body.How, ifMatch)))
            .Asks<RecordMakeUp, MeetingSummary>("recordMakeUp");
        meetings.MapPost("/{meeting}/make-ups/{member}/withdrawal", (Id<Meeting> meeting, Id<Person> member, WithdrawMakeUp.Body body, IfMatch ifMatch, Api api) =>
                api.Do(new WithdrawMakeUp(meeting, member, body.Reason, ifMatch)))
            .Asks<WithdrawMakeUp, MeetingSummary>("withdrawMakeUp");
        meetings.MapPost("/{meeting}/attachments", async (Id<Meeting> meeting, IFormFile? file, [FromForm] string? note, Api api, CancellationToken cancellation) =>
                await api.Create(new AttachToMeeting(meeting, await Read(file, cancellation), note), a => $"/api/v1/meetings/{a.MeetingId}/attachments/{a.Id}"))
            .Asks<AttachToMeeting, AttachmentAnswer>("attachToMeeting", StatusCodes.Status201Created)
            // In memory, never in a temporary file: there it would lie in clear.
            .WithFormOptions(memoryBufferThreshold: MostBytesRead).WithMetadata(new RequestSizeLimitAttribute(MostBytesRead)).DisableAntiforgery();
        meetings.MapGet("/{meeting}/attachments", (Id<Meeting> meeting, Api api) => api.Get(new ListAttachments(meeting))).Asks<ListAttachments, Page<AttachmentAnswer>>("listAttachments");
        meetings.MapGet("/{meeting}/attachments/{attachment}", (Id<Meeting> meeting, Id<Attachment> attachment, Api api) => api.Get(new GetAttachment(meeting, attachment)))
            .Asks<GetAttachment, AttachmentAnswer>("getAttachment");
        meetings.MapGet("/{meeting}/attachments/{attachment}/content", (Id<Meeting> meeting, Id<Attachment> attachment, Api api) => api.Download(new DownloadAttachment(meeting, attachment)))
            .AsksFile<DownloadAttachment>("downloadAttachment", AttachmentFormat.Of(AttachmentType.Pdf).MediaType, [.. Enum.GetValues<AttachmentType>().Where(t => t != AttachmentType.Pdf).Select(t => AttachmentFormat.Of(t).MediaType)])
            .Produces<Problem>(StatusCodes.Status409Conflict, "application/problem+json");
        meetings.MapPost("/{meeting}/attachments/{attachment}/removal", (Id<Meeting> meeting, Id<Attachment> attachment, RemoveAttachment.Body body, IfMatch ifMatch, Api api) =>
                api.Do(new RemoveAttachment(meeting, attachment, body.Reason, ifMatch)))
            .Asks<RemoveAttachment, AttachmentAnswer>("removeAttachment");

        v1.MapGet("/activity-kinds", (Id<Organization>? organization, Api api) => api.Get(new ListActivityKinds(organization))).WithTags("Meetings").Asks<ListActivityKinds, Page<ActivityKindAnswer>>("listActivityKinds");
        v1.MapGet("/organizations/{organization}/expected-attendees", (Id<Organization> organization, string kind, DateParameter? on, Api api) => api.Get(new ListExpectedAttendees(organization, kind, on?.Value)))
            .WithTags("Meetings").Asks<ListExpectedAttendees, Page<ExpectedAttendee>>("listExpectedAttendees").Produces<Problem>(StatusCodes.Status422UnprocessableEntity, "application/problem+json");
        v1.MapGet("/organizations/{organization}/attendance", (Id<Organization> organization, string? from, string? to, Api api) => api.Get(new GetOrganizationAttendance(organization, from, to)))
            .WithTags("Meetings").Asks<GetOrganizationAttendance, OrganizationAttendanceAnswer>("getOrganizationAttendance");
        v1.MapGet("/members/{member}/attendance", (Id<Person> member, string? from, string? to, Api api) => api.Get(new GetMemberAttendance(member, from, to)))
            .WithTags("Meetings").Asks<GetMemberAttendance, MemberAttendanceAnswer>("getMemberAttendance");
    }

    private static Task<IResult> List(Id<Organization>? organization, string? kind, DateParameter? from, DateParameter? to, NameParameter<MeetingStatus>? status, int? limit, string? cursor, Api api) =>
        api.Get(new ListMeetings(organization, kind, from?.Value, to?.Value, status?.Value, limit, cursor));

    private static async Task<AttachedFile?> Read(IFormFile? file, CancellationToken cancellation)
    {
        if (file is null) return null;
        if (file.Length > Attachment.MostBytes) throw new BadHttpRequestException("The file is too large.", StatusCodes.Status413PayloadTooLarge);
        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, cancellation);
        return AttachedFile.Of(file.FileName, file.ContentType, content.ToArray());
    }

    private static string At(MeetingSummary meeting) => $"/api/v1/meetings/{meeting.Id}";
}
