using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.PartyAffairsOpenness;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.PartyAffairsOpenness;

/// <summary>Answers an opinion on a publication (TWS-8.5): in time, and before the result is public where it came before the decision (TWS-8.3). Its sender reads the answer with his code.</summary>
/// <param name="Opinion">The opinion.</param>
/// <param name="Answer">1 to 4,000 characters.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-8.5")]
public sealed record AnswerOpinion(Id<Opinion> Opinion, string Answer, ExpectedVersion Expected) : ICommand<OpinionAnswer>, IChange
{
    /// <summary>The answer.</summary>
    /// <param name="Answer">1 to 4,000 characters.</param>
    /// <example>{"answer": "已采纳，一线职工名额增加一名。"}</example>
    public sealed record Body(string Answer);
}

internal sealed class AnswerOpinionValidator : AbstractValidator<AnswerOpinion>
{
    public AnswerOpinionValidator() => RuleFor(r => r.Answer).HasNoFault(t => FreeText.FaultIn(t, Domain.PartyAffairsOpenness.Opinion.TextLength));
}

internal sealed class AnswerOpinionHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<AnswerOpinion, OpinionAnswer>
{
    public async Task<Result<OpinionAnswer>> Handle(AnswerOpinion request, CancellationToken cancellationToken)
    {
        var organization = await db.Organizations.InScope(caller).AsNoTracking().SingleOrDefaultAsync(o => db.Opinions.Any(p => p.Id == request.Opinion && p.OrganizationId == o.Id), cancellationToken);
        if (organization is null) return PublicationErrors.OpinionNotFound;
        await db.LockChain(organization.Id.Value, cancellationToken);
        var loaded = (await db.Opinions.SingleOrDefaultAsync(o => o.Id == request.Opinion, cancellationToken)).Expecting(request.Expected, PublicationErrors.OpinionNotFound);
        if (!loaded.Succeeded) return loaded.Errors[0];
        var (opinion, standing) = (loaded.Value, caller.StandingIn(organization));
        var signer = await db.Accounts.Where(a => a.Id == opinion.SignedBy).Select(a => a.DisplayName).SingleOrDefaultAsync(cancellationToken);
        return opinion.Reply(request.Answer, standing, clock.Today).Map(_ => OpinionAnswer.Of(opinion, signer, standing));
    }
}
