using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.WorkPlans;

namespace PartyOrg.Application.WorkPlans;

/// <summary>Takes back an act before July 1 that was recorded by mistake (TWS-1.7): it counts no longer.</summary>
/// <param name="Act">The act.</param>
/// <param name="Reason">Why, 1 to 500 characters.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-1.7")]
public sealed record WithdrawExcellenceAct(Id<ExcellenceAct> Act, string Reason, ExpectedVersion Expected) : ICommand<ExcellenceActAnswer>, IChange
{
    /// <summary>Why.</summary>
    /// <param name="Reason">Why, 1 to 500 characters.</param>
    /// <example>{"reason": "登记在了错误的组织"}</example>
    public sealed record Body(string Reason);
}

internal sealed class WithdrawExcellenceActValidator : AbstractValidator<WithdrawExcellenceAct>
{
    public WithdrawExcellenceActValidator() => RuleFor(r => r.Reason).HasNoFault(text => FreeText.FaultIn(text, ExcellenceAct.ReasonLength));
}

internal sealed class WithdrawExcellenceActHandler(PartyOrgContext db, Caller caller) : IHandler<WithdrawExcellenceAct, ExcellenceActAnswer>
{
    public async Task<Result<ExcellenceActAnswer>> Handle(WithdrawExcellenceAct request, CancellationToken cancellationToken)
    {
        var reached = db.Organizations.InScope(caller);
        var found = await db.ExcellenceActs.SingleOrDefaultAsync(a => a.Id == request.Act && reached.Any(o => o.Id == a.OrganizationId), cancellationToken);
        var loaded = found.Expecting(request.Expected, ExcellenceActErrors.NotFound);
        return loaded.Succeeded ? loaded.Value.Withdraw(request.Reason).Map(_ => ExcellenceActAnswer.Of(loaded.Value)) : loaded.Errors[0];
    }
}
