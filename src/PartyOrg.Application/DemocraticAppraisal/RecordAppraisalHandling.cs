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

/// <summary>Records what follows for a member: commendation or handling (TWS-7.3). The handling of an unqualified member is a case of its own (TWS-1.6c).</summary>
/// <param name="Appraisal">The appraisal.</param>
/// <param name="Member">The member.</param>
/// <param name="Kind">What it is; only the excellent are commended.</param>
/// <param name="Text">In words, 1 to 2000 characters.</param>
/// <param name="Expected">The version of the member's part that the caller saw.</param>
[AllowedTo(Role.Officers | Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-7.3")]
public sealed record RecordAppraisalHandling(Id<Appraisal> Appraisal, Id<Person> Member, AppraisalHandlingKind Kind, [property: Secret] string Text, ExpectedVersion Expected) : ICommand<AppraisedMemberAnswer>, IChange
{
    /// <summary>What follows.</summary>
    /// <param name="Kind">What it is; only the excellent are commended.</param>
    /// <param name="Text">In words, 1 to 2000 characters.</param>
    /// <example>{"kind": "commended", "text": "评为年度优秀共产党员"}</example>
    public sealed record Body(AppraisalHandlingKind Kind, string Text);
}

internal sealed class RecordAppraisalHandlingValidator : AbstractValidator<RecordAppraisalHandling>
{
    public RecordAppraisalHandlingValidator()
    {
        RuleFor(r => r.Text).HasNoFault(text => FreeText.FaultIn(text, AppraisalHandling.TextLength));
    }
}

internal sealed class RecordAppraisalHandlingHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<RecordAppraisalHandling, AppraisedMemberAnswer>
{
    public async Task<Result<AppraisedMemberAnswer>> Handle(RecordAppraisalHandling request, CancellationToken cancellationToken)
    {
        if (await db.AppraisalToChange(caller, request.Appraisal, cancellationToken) is not { } found) return AppraisalErrors.NotFound;
        var member = await db.MemberOf(caller, found, request.Member, request.Expected, cancellationToken);
        if (!member.Succeeded) return member.Errors[0];
        var done = member.Value.Handle(new(request.Kind, request.Text), found.Appraisal, found.StandingTo(request.Member, caller), clock.Today);
        return done.Succeeded ? await AppraisedMemberAnswer.Of(found, member.Value, caller, db, cancellationToken) : done.Errors[0];
    }
}
