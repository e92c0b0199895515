using FluentValidation;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticAppraisal;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.DemocraticAppraisal;

/// <summary>Records criticism and self-criticism of a member (TWS-7.4b), in the place of an earlier record.</summary>
/// <param name="Appraisal">The appraisal.</param>
/// <param name="Member">The member.</param>
/// <param name="SelfCriticism">His self-criticism, 1 to 4000 characters.</param>
/// <param name="Others">The others' criticism of him, 1 to 4000 characters.</param>
/// <param name="On">The day of the discussion, not in the future.</param>
/// <param name="Expected">The version of the member's part that the caller saw.</param>
[AllowedTo(Role.Officers | Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-7.4b")]
public sealed record RecordAppraisalCriticism(Id<Appraisal> Appraisal, Id<Person> Member, [property: Secret] string SelfCriticism, [property: Secret] string Others, LocalDate On, ExpectedVersion Expected) : ICommand<AppraisedMemberAnswer>, IChange
{
    /// <summary>What was said of a member.</summary>
    /// <param name="SelfCriticism">His self-criticism, 1 to 4000 characters.</param>
    /// <param name="Others">The others' criticism of him, 1 to 4000 characters.</param>
    /// <param name="On">The day of the discussion, not in the future.</param>
    /// <example>{"selfCriticism": "学习不够系统，深入群众不够。", "others": "希望多承担支部工作。", "on": "2026-11-20"}</example>
    public sealed record Body(string SelfCriticism, string Others, LocalDate On);
}

internal sealed class RecordAppraisalCriticismValidator : AbstractValidator<RecordAppraisalCriticism>
{
    public RecordAppraisalCriticismValidator(Clock clock)
    {
        RuleFor(r => r.SelfCriticism).HasNoFault(text => FreeText.FaultIn(text, SelfEvaluation.TextLength));
        RuleFor(r => r.Others).HasNoFault(text => FreeText.FaultIn(text, SelfEvaluation.TextLength));
        RuleFor(r => r.On).NotInFuture(clock);
    }
}

internal sealed class RecordAppraisalCriticismHandler(PartyOrgContext db, Caller caller) : IHandler<RecordAppraisalCriticism, AppraisedMemberAnswer>
{
    public async Task<Result<AppraisedMemberAnswer>> Handle(RecordAppraisalCriticism request, CancellationToken cancellationToken)
    {
        if (await db.AppraisalToChange(caller, request.Appraisal, cancellationToken) is not { } found) return AppraisalErrors.NotFound;
        var member = await db.MemberOf(caller, found, request.Member, request.Expected, cancellationToken);
        if (!member.Succeeded) return member.Errors[0];
        var done = member.Value.Criticise(new(request.SelfCriticism, request.Others, request.On), found.Appraisal, found.StandingTo(request.Member, caller));
        return done.Succeeded ? await AppraisedMemberAnswer.Of(found, member.Value, caller, db, cancellationToken) : done.Errors[0];
    }
}
