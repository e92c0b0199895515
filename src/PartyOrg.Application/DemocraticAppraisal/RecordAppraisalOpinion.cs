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

/// <summary>Records what the organization looked into and its opinion of a member (TWS-7.3), in the place of an earlier one. It comes after the ballot.</summary>
/// <param name="Appraisal">The appraisal.</param>
/// <param name="Member">The member.</param>
/// <param name="Investigation">What was looked into and found, 1 to 4000 characters.</param>
/// <param name="Text">The opinion, 1 to 4000 characters.</param>
/// <param name="Contents">What it covers of TWS-7.2; what is left out gets an advice.</param>
/// <param name="Standards">Against which standards (TWS-7.4b); what is left out gets an advice.</param>
/// <param name="Grade">What he is judged to be.</param>
/// <param name="Expected">The version of the member's part that the caller saw.</param>
[AllowedTo(Role.Officers | Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-7.3")]
public sealed record RecordAppraisalOpinion(Id<Appraisal> Appraisal, Id<Person> Member, [property: Secret] string Investigation, [property: Secret] string Text, IReadOnlyList<AppraisalContent> Contents, IReadOnlyList<AppraisalStandard> Standards, MemberGrade Grade, ExpectedVersion Expected) : ICommand<AppraisedMemberAnswer>, IChange
{
    /// <summary>The organization's opinion.</summary>
    /// <param name="Investigation">What was looked into and found, 1 to 4000 characters.</param>
    /// <param name="Text">The opinion, 1 to 4000 characters.</param>
    /// <param name="Contents">What it covers of TWS-7.2; what is left out gets an advice.</param>
    /// <param name="Standards">Against which standards (TWS-7.4b); what is left out gets an advice.</param>
    /// <param name="Grade">What he is judged to be.</param>
    /// <example>{"investigation": "走访所在车间和群众，了解其一年工作。", "text": "工作积极，作风扎实。", "contents": ["policiesCarriedOut", "vanguardRole"], "standards": ["member", "advancedMember", "strivingForExcellence"], "grade": "excellent"}</example>
    public sealed record Body(string Investigation, string Text, IReadOnlyList<AppraisalContent> Contents, IReadOnlyList<AppraisalStandard> Standards, MemberGrade Grade);
}

internal sealed class RecordAppraisalOpinionValidator : AbstractValidator<RecordAppraisalOpinion>
{
    public RecordAppraisalOpinionValidator()
    {
        RuleFor(r => r.Investigation).HasNoFault(text => FreeText.FaultIn(text, SelfEvaluation.TextLength));
        RuleFor(r => r.Text).HasNoFault(text => FreeText.FaultIn(text, SelfEvaluation.TextLength));
    }
}

internal sealed class RecordAppraisalOpinionHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<RecordAppraisalOpinion, AppraisedMemberAnswer>
{
    public async Task<Result<AppraisedMemberAnswer>> Handle(RecordAppraisalOpinion request, CancellationToken cancellationToken)
    {
        if (await db.AppraisalToChange(caller, request.Appraisal, cancellationToken) is not { } found) return AppraisalErrors.NotFound;
        var member = await db.MemberOf(caller, found, request.Member, request.Expected, cancellationToken);
        if (!member.Succeeded) return member.Errors[0];
        var opinion = new AppraisalOpinion(request.Investigation, request.Text, [.. request.Contents.Distinct()], [.. request.Standards.Distinct()], request.Grade);
        var done = member.Value.Judge(opinion, found.Appraisal, found.StandingTo(request.Member, caller), clock.Today);
        return done.Succeeded ? Result<AppraisedMemberAnswer>.Success(await AppraisedMemberAnswer.Of(found, member.Value, caller, db, cancellationToken)).With(opinion.Advices()) : done.Errors[0];
    }
}
