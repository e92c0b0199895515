using FluentValidation;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.PartyAffairsOpenness;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;

namespace PartyOrg.Application.PartyAffairsOpenness;

/// <summary>Records the decision and the meeting that made it in the open, held on the day on which the plan was formed or later (TWS-8.3).</summary>
/// <param name="Publication">The publication.</param>
/// <param name="Text">What was decided, 1 to 20,000 characters: the result that will be public.</param>
/// <param name="MeetingId">The recorded meeting.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-8.3")]
public sealed record DecideInTheOpen(Id<Publication> Publication, string Text, Id<Meeting> MeetingId, ExpectedVersion Expected) : ICommand<PublicationAnswer>, IChange
{
    /// <summary>What is recorded.</summary>
    /// <param name="Text">What was decided, 1 to 20,000 characters: the result that will be public.</param>
    /// <param name="MeetingId">The recorded meeting.</param>
    /// <example>{"text": "大会通过本年度发展党员三名的计划。", "meetingId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d05"}</example>
    public sealed record Body(string Text, Id<Meeting> MeetingId);
}

internal sealed class DecideInTheOpenValidator : AbstractValidator<DecideInTheOpen>
{
    public DecideInTheOpenValidator() => RuleFor(r => r.Text).HasNoFault(t => FreeText.FaultIn(t, Domain.PartyAffairsOpenness.Publication.TextLength));
}

internal sealed class DecideInTheOpenHandler(PartyOrgContext db, Caller caller) : IHandler<DecideInTheOpen, PublicationAnswer>
{
    public async Task<Result<PublicationAnswer>> Handle(DecideInTheOpen request, CancellationToken cancellationToken)
    {
        var held = await db.PublicationToChange(caller, request.Publication, request.Expected, cancellationToken);
        if (!held.Succeeded) return held.Errors[0];
        var it = held.Value;
        var meetings = await db.HeldMeetings(it.Organization, [request.MeetingId], cancellationToken);
        return it.Told(it.Publication.Decide(request.Text, meetings.SingleOrDefault(), it.Standing));
    }
}
