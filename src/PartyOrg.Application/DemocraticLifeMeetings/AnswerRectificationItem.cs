using FluentValidation;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticLifeMeetings;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.DemocraticLifeMeetings;

/// <summary>Answers an escalated item for the superior (TWS-4.6). Only whoever leads the organization directly above does this.</summary>
/// <param name="RectificationItem">The item.</param>
/// <param name="Answer">What the superior decided or did, 1 to 1,000 characters.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.Officers | Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-4.6")]
public sealed record AnswerRectificationItem(Id<RectificationItem> RectificationItem, string Answer, ExpectedVersion Expected) : ICommand<RectificationItemAnswer>, IChange
{
    /// <summary>What the superior decided or did.</summary>
    /// <param name="Answer">What the superior decided or did, 1 to 1,000 characters.</param>
    /// <example>{"answer": "镇党委已协调园区管委会，八月底前完成整改"}</example>
    public sealed record Body(string Answer);
}

internal sealed class AnswerRectificationItemValidator : AbstractValidator<AnswerRectificationItem>
{
    public AnswerRectificationItemValidator() => RuleFor(r => r.Answer).HasNoFault(text => FreeText.FaultIn(text, Domain.DemocraticLifeMeetings.RectificationItem.TextLength));
}

internal sealed class AnswerRectificationItemHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<AnswerRectificationItem, RectificationItemAnswer>
{
    public Task<Result<RectificationItemAnswer>> Handle(AnswerRectificationItem request, CancellationToken cancellationToken) =>
        db.ChangeItem(caller, request.RectificationItem, request.Expected, (item, standing) => item.AnswerFor(request.Answer, clock.Today, standing), cancellationToken);
}
