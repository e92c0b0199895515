using FluentValidation;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.InnerPartySupervision;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;
using PartyOrg.Domain;

namespace PartyOrg.Application.InnerPartySupervision;

/// <summary>Records what became of what a talk asked for (TWS-9.2.3).</summary>
/// <param name="Talk">The talk.</param>
/// <param name="FollowUp">1 to 4,000 characters.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember | Role.DisciplineInspector, RuleId = "TWS-9.2.3")]
public sealed record FollowUpTalk(Id<SupervisionTalk> Talk, [property: Secret] string FollowUp, ExpectedVersion Expected) : ICommand<TalkSummary>, IChange
{
    /// <summary>What is recorded.</summary>
    /// <param name="FollowUp">1 to 4,000 characters.</param>
    /// <example>{"followUp": "班车已开行，本人表示满意。"}</example>
    public sealed record Body([property: Secret] string FollowUp);
}

internal sealed class FollowUpTalkValidator : AbstractValidator<FollowUpTalk>
{
    public FollowUpTalkValidator() => RuleFor(r => r.FollowUp).HasNoFault(t => FreeText.FaultIn(t, SupervisionTalk.TextLength));
}

internal sealed class FollowUpTalkHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<FollowUpTalk, TalkSummary>
{
    public async Task<Result<TalkSummary>> Handle(FollowUpTalk request, CancellationToken cancellationToken)
    {
        var held = await db.TalkToChange(caller, request.Talk, request.Expected, cancellationToken);
        if (!held.Succeeded) return held.Errors[0];
        var it = held.Value;
        return it.Talk.Follow(request.FollowUp, it.Standing, clock.Today).Map(_ => TalkSummary.Of(it.Talk, it.Standing));
    }
}
