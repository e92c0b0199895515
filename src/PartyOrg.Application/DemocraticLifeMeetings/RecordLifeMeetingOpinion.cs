using FluentValidation;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticLifeMeetings;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.DemocraticLifeMeetings;

/// <summary>Records an opinion that was collected before a democratic life meeting (TWS-4.3). Nobody is named as its giver: it may be made public (TWS-4.5).</summary>
/// <param name="LifeMeeting">The meeting.</param>
/// <param name="Source">From whom it comes.</param>
/// <param name="Text">The opinion, 1 to 1,000 characters.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-4.3")]
public sealed record RecordLifeMeetingOpinion(Id<DemocraticLifeMeeting> LifeMeeting, CollectedFrom Source, string Text, ExpectedVersion Expected) : ICommand<LifeMeetingSummary>, IChange
{
    /// <summary>The opinion.</summary>
    /// <param name="Source">From whom it comes.</param>
    /// <param name="Text">The opinion, 1 to 1,000 characters; nobody is named in it.</param>
    /// <example>{"source": "employees", "text": "希望支部多听取一线班组的意见"}</example>
    public sealed record Body(CollectedFrom Source, string Text);
}

internal sealed class RecordLifeMeetingOpinionValidator : AbstractValidator<RecordLifeMeetingOpinion>
{
    public RecordLifeMeetingOpinionValidator() => RuleFor(r => r.Text).HasNoFault(text => FreeText.FaultIn(text, CollectedOpinion.Length));
}

internal sealed class RecordLifeMeetingOpinionHandler(PartyOrgContext db, Caller caller) : IHandler<RecordLifeMeetingOpinion, LifeMeetingSummary>
{
    public Task<Result<LifeMeetingSummary>> Handle(RecordLifeMeetingOpinion request, CancellationToken cancellationToken) => db.ChangeLifeMeeting(
        caller, request.LifeMeeting, request.Expected, (meeting, standing) => meeting.RecordOpinion(new(request.Source, request.Text), standing), cancellationToken);
}
