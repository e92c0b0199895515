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

/// <summary>Objects to one's own result (TWS-7.4): the member himself, and nobody for him. One objection is open at a time.</summary>
/// <param name="Appraisal">The appraisal.</param>
/// <param name="Member">The member.</param>
/// <param name="Text">Why, 1 to 2000 characters.</param>
/// <param name="Expected">The version of the member's part that the caller saw.</param>
[AllowedTo(Role.Readers | Role.Member, RuleId = "TWS-7.4")]
public sealed record FileAppraisalObjection(Id<Appraisal> Appraisal, Id<Person> Member, [property: Secret] string Text, ExpectedVersion Expected) : ICommand<AppraisedMemberAnswer>, IChange
{
    /// <summary>An objection.</summary>
    /// <param name="Text">Why, 1 to 2000 characters.</param>
    /// <example>{"text": "民主测评反映的情况与事实不符，请核实。"}</example>
    public sealed record Body(string Text);
}

internal sealed class FileAppraisalObjectionValidator : AbstractValidator<FileAppraisalObjection>
{
    public FileAppraisalObjectionValidator()
    {
        RuleFor(r => r.Text).HasNoFault(text => FreeText.FaultIn(text, AppraisalObjection.TextLength));
    }
}

internal sealed class FileAppraisalObjectionHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<FileAppraisalObjection, AppraisedMemberAnswer>
{
    public async Task<Result<AppraisedMemberAnswer>> Handle(FileAppraisalObjection request, CancellationToken cancellationToken)
    {
        if (await db.AppraisalToChange(caller, request.Appraisal, cancellationToken) is not { } found) return AppraisalErrors.NotFound;
        var member = await db.MemberOf(caller, found, request.Member, request.Expected, cancellationToken);
        if (!member.Succeeded) return member.Errors[0];
        var done = member.Value.Object(request.Text, found.Appraisal, found.StandingTo(request.Member, caller), clock.Today);
        return done.Succeeded ? await AppraisedMemberAnswer.Of(found, member.Value, caller, db, cancellationToken) : done.Errors[0];
    }
}
