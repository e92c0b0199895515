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

/// <summary>Files a member's self-evaluation (TWS-7.3): the member himself does, or those who lead the branch for one who wrote it on paper. One filed again takes the place of the first.</summary>
/// <param name="Appraisal">The appraisal.</param>
/// <param name="Member">The member.</param>
/// <param name="Text">In his own words, 1 to 4000 characters.</param>
/// <param name="Contents">What it covers of TWS-7.2; what is left out gets an advice.</param>
/// <param name="Standards">Against which standards (TWS-7.4b); what is left out gets an advice.</param>
/// <param name="Expected">The version of the member's part that the caller saw.</param>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember | Role.Member, RuleId = "TWS-7.3")]
public sealed record FileSelfEvaluation(Id<Appraisal> Appraisal, Id<Person> Member, [property: Secret] string Text, IReadOnlyList<AppraisalContent> Contents, IReadOnlyList<AppraisalStandard> Standards, ExpectedVersion Expected) : ICommand<AppraisedMemberAnswer>, IChange
{
    /// <summary>A self-evaluation.</summary>
    /// <param name="Text">In his own words, 1 to 4000 characters.</param>
    /// <param name="Contents">What it covers of TWS-7.2; what is left out gets an advice.</param>
    /// <param name="Standards">Against which standards (TWS-7.4b); what is left out gets an advice.</param>
    /// <example>{"text": "一年来认真执行党的路线方针政策，在岗位上发挥先锋模范作用。", "contents": ["policiesCarriedOut", "vanguardRole"], "standards": ["member", "advancedMember", "strivingForExcellence"]}</example>
    public sealed record Body(string Text, IReadOnlyList<AppraisalContent> Contents, IReadOnlyList<AppraisalStandard> Standards);
}

internal sealed class FileSelfEvaluationValidator : AbstractValidator<FileSelfEvaluation>
{
    public FileSelfEvaluationValidator()
    {
        RuleFor(r => r.Text).HasNoFault(text => FreeText.FaultIn(text, SelfEvaluation.TextLength));
    }
}

internal sealed class FileSelfEvaluationHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<FileSelfEvaluation, AppraisedMemberAnswer>
{
    public async Task<Result<AppraisedMemberAnswer>> Handle(FileSelfEvaluation request, CancellationToken cancellationToken)
    {
        if (await db.AppraisalToChange(caller, request.Appraisal, cancellationToken) is not { } found) return AppraisalErrors.NotFound;
        var member = await db.MemberOf(caller, found, request.Member, request.Expected, cancellationToken);
        if (!member.Succeeded) return member.Errors[0];
        var evaluation = new SelfEvaluation(request.Text, [.. request.Contents.Distinct()], [.. request.Standards.Distinct()]);
        var done = member.Value.File(evaluation, found.Appraisal, found.StandingTo(request.Member, caller), clock.Today);
        return done.Succeeded ? Result<AppraisedMemberAnswer>.Success(await AppraisedMemberAnswer.Of(found, member.Value, caller, db, cancellationToken)).With(evaluation.Advices()) : done.Errors[0];
    }
}
