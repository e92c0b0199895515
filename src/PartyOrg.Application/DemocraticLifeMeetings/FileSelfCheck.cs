using FluentValidation;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticLifeMeetings;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.DemocraticLifeMeetings;

/// <summary>
/// Files the self-check of somebody who must attend, before the meeting (TWS-4.3); filed again, it replaces the one before. He does it himself, or the secretary for him where it came on paper. Who was
/// absent files his before he makes the meeting up. Advised: one of the seven aspects left out (TWS-4.3b). What it says is confidential (TWS-4.5).
/// </summary>
/// <param name="LifeMeeting">The meeting, of which notice was given.</param>
/// <param name="Member">Whose self-check it is.</param>
/// <param name="Aspects">What he found, each aspect once.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.Member | Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-4.3")]
public sealed record FileSelfCheck(Id<DemocraticLifeMeeting> LifeMeeting, Id<Person> Member, [property: Secret] IReadOnlyList<AspectText> Aspects, ExpectedVersion Expected) : ICommand<LifeMeetingSummary>, IChange
{
    /// <summary>What he found.</summary>
    /// <param name="Aspects">What he found, each aspect once; all seven should be there (TWS-4.3b).</param>
    /// <example>
    /// {"aspects": [
    ///   {"aspect": "line", "text": "学习贯彻上级决定还不够深入"}, {"aspect": "thought", "text": "理论学习时紧时松"}, {"aspect": "style", "text": "下车间少"},
    ///   {"aspect": "work", "text": "有些工作布置多、检查少"}, {"aspect": "life", "text": "能够勤俭节约"}, {"aspect": "unity", "text": "与班子成员沟通不够主动"}, {"aspect": "integrity", "text": "遵守廉洁规定"}
    /// ]}
    /// </example>
    public sealed record Body(IReadOnlyList<AspectText> Aspects);
}

internal sealed class FileSelfCheckValidator : AbstractValidator<FileSelfCheck>
{
    public FileSelfCheckValidator() => RuleFor(r => r.Aspects).HasNoFaults(SelfCheck.FaultsIn);
}

internal sealed class FileSelfCheckHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<FileSelfCheck, LifeMeetingSummary>
{
    public Task<Result<LifeMeetingSummary>> Handle(FileSelfCheck request, CancellationToken cancellationToken) => db.ChangeLifeMeeting(
        caller, request.LifeMeeting, request.Expected,
        (meeting, standing) => meeting.FileSelfCheck(new(request.Member, request.Aspects, clock.Now), request.Member == caller.PersonId ? standing : standing with { Parts = [] }),
        cancellationToken);
}
