using FluentValidation;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.InnerPartySupervision;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;
using PartyOrg.Domain;

namespace PartyOrg.Application.InnerPartySupervision;

/// <summary>Records the organization's opinion, as it was given back to the partner of a talk (TWS-9.2.3). From now on the talk counts for its quarter.</summary>
/// <param name="Talk">The talk.</param>
/// <param name="Opinion">1 to 4,000 characters.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember | Role.DisciplineInspector, RuleId = "TWS-9.2.3")]
public sealed record GiveOpinionBack(Id<SupervisionTalk> Talk, [property: Secret] string Opinion, ExpectedVersion Expected) : ICommand<TalkSummary>, IChange
{
    /// <summary>What is recorded.</summary>
    /// <param name="Opinion">1 to 4,000 characters.</param>
    /// <example>{"opinion": "夜班交通问题已与行政商定增开班车。"}</example>
    public sealed record Body([property: Secret] string Opinion);
}

internal sealed class GiveOpinionBackValidator : AbstractValidator<GiveOpinionBack>
{
    public GiveOpinionBackValidator() => RuleFor(r => r.Opinion).HasNoFault(t => FreeText.FaultIn(t, SupervisionTalk.TextLength));
}

internal sealed class GiveOpinionBackHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<GiveOpinionBack, TalkSummary>
{
    public async Task<Result<TalkSummary>> Handle(GiveOpinionBack request, CancellationToken cancellationToken)
    {
        var held = await db.TalkToChange(caller, request.Talk, request.Expected, cancellationToken);
        if (!held.Succeeded) return held.Errors[0];
        var it = held.Value;
        return it.Talk.GiveBack(request.Opinion, it.Standing, clock.Today).Map(_ => TalkSummary.Of(it.Talk, it.Standing));
    }
}
