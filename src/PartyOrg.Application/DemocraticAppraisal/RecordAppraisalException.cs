using FluentValidation;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticAppraisal;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.DemocraticAppraisal;

/// <summary>Records why a step is not completed for a member (TWS-7.3). It does not change how many are expected to vote.</summary>
/// <param name="Appraisal">The appraisal.</param>
/// <param name="Member">The member.</param>
/// <param name="Step">From which step he is excepted.</param>
/// <param name="Reason">Why, 1 to 500 characters.</param>
/// <param name="Expected">The version of the member's part that the caller saw.</param>
[AllowedTo(Role.Officers | Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-7.3")]
public sealed record RecordAppraisalException(Id<Appraisal> Appraisal, Id<Person> Member, AppraisalExceptionStep Step, [property: Secret] string Reason, ExpectedVersion Expected) : ICommand<AppraisedMemberAnswer>, IChange
{
    /// <summary>An exception.</summary>
    /// <param name="Step">From which step he is excepted.</param>
    /// <param name="Reason">Why, 1 to 500 characters.</param>
    /// <example>{"step": "selfEvaluation", "reason": "长期病休，无法书写"}</example>
    public sealed record Body(AppraisalExceptionStep Step, string Reason);
}

internal sealed class RecordAppraisalExceptionValidator : AbstractValidator<RecordAppraisalException>
{
    public RecordAppraisalExceptionValidator()
    {
        RuleFor(r => r.Reason).HasNoFault(reason => FreeText.FaultIn(reason, AppraisalException.ReasonLength));
    }
}

internal sealed class RecordAppraisalExceptionHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<RecordAppraisalException, AppraisedMemberAnswer>
{
    public async Task<Result<AppraisedMemberAnswer>> Handle(RecordAppraisalException request, CancellationToken cancellationToken)
    {
        if (await db.AppraisalToChange(caller, request.Appraisal, cancellationToken) is not { } found) return AppraisalErrors.NotFound;
        var member = await db.MemberOf(caller, found, request.Member, request.Expected, cancellationToken);
        if (!member.Succeeded) return member.Errors[0];
        var done = member.Value.Except(new(request.Step, request.Reason, clock.Today), found.Appraisal, found.StandingTo(request.Member, caller));
        return done.Succeeded ? await AppraisedMemberAnswer.Of(found, member.Value, caller, db, cancellationToken) : done.Errors[0];
    }
}
