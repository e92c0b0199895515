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

/// <summary>Answers a member's open objection (TWS-7.4).</summary>
/// <param name="Appraisal">The appraisal.</param>
/// <param name="Member">The member.</param>
/// <param name="Answer">The answer, 1 to 2000 characters.</param>
/// <param name="Upheld">Whether the objection was right.</param>
/// <param name="Grade">The grade that takes the place of the old one; only where the objection is upheld.</param>
/// <param name="Expected">The version of the member's part that the caller saw.</param>
[AllowedTo(Role.Officers | Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-7.4")]
public sealed record AnswerAppraisalObjection(Id<Appraisal> Appraisal, Id<Person> Member, [property: Secret] string Answer, bool Upheld, MemberGrade? Grade, ExpectedVersion Expected) : ICommand<AppraisedMemberAnswer>, IChange
{
    /// <summary>An answer.</summary>
    /// <param name="Answer">The answer, 1 to 2000 characters.</param>
    /// <param name="Upheld">Whether the objection was right.</param>
    /// <param name="Grade">The grade that takes the place of the old one; only where the objection is upheld.</param>
    /// <example>{"answer": "经核实，采纳您的意见。", "upheld": true, "grade": "qualified"}</example>
    public sealed record Body(string Answer, bool Upheld, MemberGrade? Grade = null);
}

internal sealed class AnswerAppraisalObjectionValidator : AbstractValidator<AnswerAppraisalObjection>
{
    public AnswerAppraisalObjectionValidator()
    {
        RuleFor(r => r.Answer).HasNoFault(text => FreeText.FaultIn(text, AppraisalObjection.TextLength));
    }
}

internal sealed class AnswerAppraisalObjectionHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<AnswerAppraisalObjection, AppraisedMemberAnswer>
{
    public async Task<Result<AppraisedMemberAnswer>> Handle(AnswerAppraisalObjection request, CancellationToken cancellationToken)
    {
        if (await db.AppraisalToChange(caller, request.Appraisal, cancellationToken) is not { } found) return AppraisalErrors.NotFound;
        var member = await db.MemberOf(caller, found, request.Member, request.Expected, cancellationToken);
        if (!member.Succeeded) return member.Errors[0];
        var done = member.Value.Answer(request.Answer, request.Upheld, request.Grade, found.Appraisal, found.StandingTo(request.Member, caller), clock.Today);
        return done.Succeeded ? await AppraisedMemberAnswer.Of(found, member.Value, caller, db, cancellationToken) : done.Errors[0];
    }
}
