using FluentValidation;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticLifeMeetings;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.DemocraticLifeMeetings;

/// <summary>
/// Records criticism and self-criticism of one person who must attend (TWS-4.3); recorded again, it replaces what was recorded before. Without it for everyone the meeting is not confirmed (TWS-4.5b). It is
/// confidential (TWS-4.5).
/// </summary>
/// <param name="LifeMeeting">The meeting, which was held.</param>
/// <param name="Member">Who was criticised and criticised himself.</param>
/// <param name="SelfCriticism">His self-criticism, 1 to 8,000 characters.</param>
/// <param name="Criticisms">What others who took part said to him, one or more.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-4.3")]
public sealed record RecordLifeMeetingSpeech(
    Id<DemocraticLifeMeeting> LifeMeeting, Id<Person> Member, [property: Secret] string SelfCriticism, [property: Secret] IReadOnlyList<LifeMeetingCriticism> Criticisms, ExpectedVersion Expected) : ICommand<LifeMeetingSummary>, IChange
{
    /// <summary>What was said.</summary>
    /// <param name="SelfCriticism">His self-criticism, 1 to 8,000 characters.</param>
    /// <param name="Criticisms">What others who took part said to him, one or more.</param>
    /// <example>{"selfCriticism": "下基层少，听取意见不够。", "criticisms": [{"byId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d03", "text": "布置工作多，检查落实少。"}]}</example>
    public sealed record Body(string SelfCriticism, IReadOnlyList<LifeMeetingCriticism> Criticisms);
}

internal sealed class RecordLifeMeetingSpeechValidator : AbstractValidator<RecordLifeMeetingSpeech>
{
    public RecordLifeMeetingSpeechValidator() => RuleFor(r => r).HasNoFaults(r => Speech.FaultsIn(r.SelfCriticism, r.Criticisms));
}

internal sealed class RecordLifeMeetingSpeechHandler(PartyOrgContext db, Caller caller) : IHandler<RecordLifeMeetingSpeech, LifeMeetingSummary>
{
    public Task<Result<LifeMeetingSummary>> Handle(RecordLifeMeetingSpeech request, CancellationToken cancellationToken) => db.ChangeLifeMeeting(
        caller, request.LifeMeeting, request.Expected, (meeting, standing) => meeting.RecordSpeech(new(request.Member, request.SelfCriticism, request.Criticisms), standing), cancellationToken);
}
