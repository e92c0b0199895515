using FluentValidation;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticLifeMeetings;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.DemocraticLifeMeetings;

/// <summary>Closes an item with its result (TWS-4.6); its owner does this, or who leads the organization. One that was escalated is answered first.</summary>
/// <param name="RectificationItem">The item.</param>
/// <param name="Outcome">What came of it; it may be made public, 1 to 1,000 characters.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.Member | Role.BranchSecretary | Role.CommitteeMember | Role.Instructor, RuleId = "TWS-4.6")]
public sealed record CloseRectificationItem(Id<RectificationItem> RectificationItem, string Outcome, ExpectedVersion Expected) : ICommand<RectificationItemAnswer>, IChange
{
    /// <summary>What came of it; it may be made public.</summary>
    /// <param name="Outcome">What came of it; it may be made public, 1 to 1,000 characters.</param>
    /// <example>{"outcome": "活动室每日开放至晚九点，党员轮流值班"}</example>
    public sealed record Body(string Outcome);
}

internal sealed class CloseRectificationItemValidator : AbstractValidator<CloseRectificationItem>
{
    public CloseRectificationItemValidator() => RuleFor(r => r.Outcome).HasNoFault(text => FreeText.FaultIn(text, Domain.DemocraticLifeMeetings.RectificationItem.TextLength));
}

internal sealed class CloseRectificationItemHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<CloseRectificationItem, RectificationItemAnswer>
{
    public Task<Result<RectificationItemAnswer>> Handle(CloseRectificationItem request, CancellationToken cancellationToken) =>
        db.ChangeItem(caller, request.RectificationItem, request.Expected, (item, standing) => item.Close(request.Outcome, clock.Today, standing), cancellationToken);
}
