using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.ThreeMeetingsAndOneLesson;

/// <summary>
/// Removes a file from the record of a meeting: the wrong one, an unreadable one (TWS-3.5). As with every correction the old one is kept: it stays in the list
/// with reason, day and name of whoever removed it, and those who read the records of an organization that holds the meeting can still download it.
/// </summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="Attachment">The attachment.</param>
/// <param name="Reason">Why, 1 to 500 characters.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchLeaders, RuleId = "TWS-3.5")]
public sealed record RemoveAttachment(Id<Meeting> Meeting, Id<Attachment> Attachment, string Reason, ExpectedVersion Expected) : ICommand<AttachmentAnswer>, IChange
{
    /// <summary>Why.</summary>
    /// <param name="Reason">Why, 1 to 500 characters.</param>
    /// <example>
    /// { "reason": "照片属于另一次会议" }
    /// </example>
    public sealed record Body(string Reason);
}

internal sealed class RemoveAttachmentValidator : AbstractValidator<RemoveAttachment>
{
    public RemoveAttachmentValidator() => RuleFor(r => r.Reason).HasNoFault(reason => FreeText.FaultIn(reason, Domain.ThreeMeetingsAndOneLesson.Meeting.ReasonLength));
}

internal sealed class RemoveAttachmentHandler(PartyOrgContext db, Caller caller, ActivityKinds kinds, IAttachmentFiles files, Clock clock) : IHandler<RemoveAttachment, AttachmentAnswer>
{
    public async Task<Result<AttachmentAnswer>> Handle(RemoveAttachment request, CancellationToken cancellationToken)
    {
        var meeting = await db.Meetings.InScope(caller, db).AsNoTracking().SingleOrDefaultAsync(m => m.Id == request.Meeting, cancellationToken);
        if (meeting is null) return MeetingErrors.NotFound;
        var loaded = (await db.Attachments.SingleOrDefaultAsync(a => a.Id == request.Attachment && a.MeetingId == request.Meeting, cancellationToken)).Expecting(request.Expected, AttachmentErrors.NotFound);
        if (!loaded.Succeeded) return loaded.Errors[0];

        var attachment = loaded.Value;
        var removed = meeting.Detach(attachment, await db.RolesOver(caller, meeting, kinds, cancellationToken), new(request.Reason, caller.AccountId!.Value, clock.Now), kinds);
        if (!removed.Succeeded) return removed.Errors[0];
        return AttachmentAnswer.Of(attachment, await db.NamesOfAccounts([attachment.AddedBy, caller.AccountId.Value], cancellationToken), !files.Exists(attachment.Id.Value));
    }
}
