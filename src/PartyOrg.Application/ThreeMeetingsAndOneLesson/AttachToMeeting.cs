using FluentValidation;
using FluentValidation.Results;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Members;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.ThreeMeetingsAndOneLesson;

/// <summary>
/// Attaches a file to a meeting, planned or held (TWS-3.5): a photo, a scan, a document. Taken are JPEG, PNG, HEIC, PDF, OFD, DOCX, XLSX and PPTX without
/// macros, up to 20 MB, at most 50 at a meeting; what the file is, its content decides, and name and media type must say the same. It is kept encrypted.
/// The chair's confirmation of the minutes stands: a file comes to the record and replaces nothing in it.
/// </summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="File">The file, 1 byte to 20 MB.</param>
/// <param name="Note">What it shows, 1 to 200 characters: the sign-in sheet.</param>
[AllowedTo(Role.BranchLeaders, RuleId = "TWS-3.5")]
public sealed record AttachToMeeting(Id<Meeting> Meeting, AttachedFile? File, string? Note) : ICreate<AttachmentAnswer>, IPrepared;

internal sealed class AttachToMeetingValidator : AbstractValidator<AttachToMeeting>
{
    public AttachToMeetingValidator()
    {
        RuleFor(r => r.File).HasNoFault(file => file is null ? AttachmentErrors.Missing : AttachmentFormat.Check(file) is { Succeeded: false, Errors: [var fault, ..] } ? fault : null);
        RuleFor(r => r.Note).HasNoFault(note => note is null ? null : FreeText.FaultIn(note, Attachment.NoteLength));
    }
}

internal sealed class AttachToMeetingHandler(PartyOrgContext db, Caller caller, ActivityKinds kinds, IPersonalDataProtector protector, IAttachmentFiles files, Ids ids, Clock clock)
    : IHandler<AttachToMeeting, AttachmentAnswer>, IPreparation<AttachToMeeting>
{
    private Id<Attachment>? stored;
    private Error? notStored;

    // First the file, then the row: if the program dies between the two, a file is left that no row names, and the sweep takes it. The other way round a record
    // would name what is not there. And nobody waits for a disk that writes twenty megabytes.
    public async Task Prepare(AttachToMeeting request, CancellationToken cancellation)
    {
        var meeting = await db.Meetings.InScope(caller, db).AsNoTracking().SingleOrDefaultAsync(m => m.Id == request.Meeting, cancellation);
        if (meeting is null || meeting.RefusalOfAttaching(await db.RolesOver(caller, meeting, kinds, cancellation), await Standing(meeting, cancellation), kinds) is not null) return;

        var id = ids.New<Attachment>();
        var written = await files.Write(id.Value, protector.ProtectBytes(PersonalDataPurpose.Attachment, request.File!.Content), cancellation);
        if (written.Succeeded) stored = id;
        else notStored = written.Errors[0];
    }

    public async Task<Result<AttachmentAnswer>> Handle(AttachToMeeting request, CancellationToken cancellationToken)
    {
        if (notStored is { } fault) return fault;
        // Those who attach to the same meeting take turns, or together they would exceed its number.
        if (!await db.LockMeeting(db.Meetings.InScope(caller, db).Where(m => m.Id == request.Meeting), cancellationToken)) return MeetingErrors.NotFound;
        var meeting = await db.Meetings.InScope(caller, db).SingleAsync(m => m.Id == request.Meeting, cancellationToken);
        var (standing, roles) = (await Standing(meeting, cancellationToken), await db.RolesOver(caller, meeting, kinds, cancellationToken));
        if (stored is not { } id) return meeting.RefusalOfAttaching(roles, standing, kinds) ?? MeetingErrors.NotFound;

        var attached = meeting.Attach(id, request.File!, request.Note, standing, roles, caller.AccountId!.Value, clock.Now, kinds);
        if (!attached.Succeeded) return attached.Errors[0];
        db.Add(attached.Value);
        var names = await db.NamesOfAccounts([caller.AccountId.Value], cancellationToken);
        return AttachmentAnswer.Of(attached.Value, names, fileIsMissing: false);
    }

    private Task<int> Standing(Meeting meeting, CancellationToken cancellation) => db.Attachments.CountAsync(a => a.MeetingId == meeting.Id && a.RemovedAt == null, cancellation);
}
