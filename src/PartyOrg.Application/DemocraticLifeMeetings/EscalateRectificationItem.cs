using FluentValidation;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticLifeMeetings;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.DemocraticLifeMeetings;

/// <summary>Tells the superior of an item that the organization cannot solve; the superior must answer (TWS-4.6).</summary>
/// <param name="RectificationItem">The item.</param>
/// <param name="Reason">Why the organization cannot solve it, 1 to 1,000 characters.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-4.6")]
public sealed record EscalateRectificationItem(Id<RectificationItem> RectificationItem, string Reason, ExpectedVersion Expected) : ICommand<RectificationItemAnswer>, IChange
{
    /// <summary>Why the organization cannot solve it.</summary>
    /// <param name="Reason">Why the organization cannot solve it, 1 to 1,000 characters.</param>
    /// <example>{"reason": "涉及园区消防通道，需镇党委协调"}</example>
    public sealed record Body(string Reason);
}

internal sealed class EscalateRectificationItemValidator : AbstractValidator<EscalateRectificationItem>
{
    public EscalateRectificationItemValidator() => RuleFor(r => r.Reason).HasNoFault(text => FreeText.FaultIn(text, Domain.DemocraticLifeMeetings.RectificationItem.TextLength));
}

internal sealed class EscalateRectificationItemHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<EscalateRectificationItem, RectificationItemAnswer>
{
    public Task<Result<RectificationItemAnswer>> Handle(EscalateRectificationItem request, CancellationToken cancellationToken) =>
        db.ChangeItem(caller, request.RectificationItem, request.Expected, (item, standing) => item.Escalate(request.Reason, clock.Today, standing), cancellationToken);
}
