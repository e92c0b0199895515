using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.DemocraticLifeMeetings;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.StudyAndTraining;

namespace PartyOrg.Application.StudyAndTraining;

/// <summary>Takes back a guidance that the superior recorded by mistake, with a reason (TWS-6.7); it stays to be read and counts for nothing.</summary>
/// <param name="Guidance">The guidance.</param>
/// <param name="Reason">Why, 1 to 500 characters.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.Officers | Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-6.7")]
public sealed record WithdrawStudyGuidance(Id<StudyGuidance> Guidance, string Reason, ExpectedVersion Expected) : ICommand<StudyGuidanceAnswer>, IChange
{
    /// <summary>Why.</summary>
    /// <param name="Reason">Why, 1 to 500 characters.</param>
    /// <example>{"reason": "登记对象有误"}</example>
    public sealed record Body(string Reason);
}

internal sealed class WithdrawStudyGuidanceValidator : AbstractValidator<WithdrawStudyGuidance>
{
    public WithdrawStudyGuidanceValidator() => RuleFor(r => r.Reason).HasNoFault(reason => FreeText.FaultIn(reason, StudyGuidance.ReasonLength));
}

internal sealed class WithdrawStudyGuidanceHandler(PartyOrgContext db, Caller caller) : IHandler<WithdrawStudyGuidance, StudyGuidanceAnswer>
{
    public async Task<Result<StudyGuidanceAnswer>> Handle(WithdrawStudyGuidance request, CancellationToken cancellationToken)
    {
        var row = await db.StudyGuidances.Where(g => g.Id == request.Guidance)
            .Join(db.Organizations.InScope(caller), g => g.OrganizationId, o => o.Id, (guidance, organization) => new { Guidance = guidance, Organization = organization }).SingleOrDefaultAsync(cancellationToken);
        var loaded = row?.Guidance.Expecting(request.Expected, StudyErrors.GuidanceNotFound) ?? StudyErrors.GuidanceNotFound;
        if (!loaded.Succeeded) return loaded.Errors[0];
        return loaded.Value.Withdraw(request.Reason, caller.LeadsSuperiorOf(row!.Organization)).Map(_ => StudyGuidanceAnswer.Of(loaded.Value));
    }
}
