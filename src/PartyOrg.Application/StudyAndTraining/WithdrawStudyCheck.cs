using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.StudyAndTraining;

namespace PartyOrg.Application.StudyAndTraining;

/// <summary>Takes back a check that was recorded by mistake, with a reason; it stays to be read and counts for nothing.</summary>
/// <param name="Check">The check.</param>
/// <param name="Reason">Why, 1 to 500 characters.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-6.8")]
public sealed record WithdrawStudyCheck(Id<StudyCheck> Check, string Reason, ExpectedVersion Expected) : ICommand<StudyCheckSummary>, IChange
{
    /// <summary>Why.</summary>
    /// <param name="Reason">Why, 1 to 500 characters.</param>
    /// <example>{"reason": "登记重复"}</example>
    public sealed record Body(string Reason);
}

internal sealed class WithdrawStudyCheckValidator : AbstractValidator<WithdrawStudyCheck>
{
    public WithdrawStudyCheckValidator() => RuleFor(r => r.Reason).HasNoFault(reason => FreeText.FaultIn(reason, StudyCheck.ReasonLength));
}

internal sealed class WithdrawStudyCheckHandler(PartyOrgContext db, Caller caller) : IHandler<WithdrawStudyCheck, StudyCheckSummary>
{
    public async Task<Result<StudyCheckSummary>> Handle(WithdrawStudyCheck request, CancellationToken cancellationToken)
    {
        var row = await db.StudyChecks.Where(c => c.Id == request.Check)
            .Join(db.Organizations.InScope(caller), c => c.OrganizationId, o => o.Id, (check, o) => new { Check = check, o.Path }).SingleOrDefaultAsync(cancellationToken);
        var loaded = row?.Check.Expecting(request.Expected, StudyErrors.CheckNotFound) ?? StudyErrors.CheckNotFound;
        if (!loaded.Succeeded) return loaded.Errors[0];
        return loaded.Value.Withdraw(request.Reason, caller.RolesOver(row!.Path)).Map(_ => StudyCheckSummary.Of(loaded.Value));
    }
}
