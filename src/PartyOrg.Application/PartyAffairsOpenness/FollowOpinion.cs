using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.PartyAffairsOpenness;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.PartyAffairsOpenness;

/// <summary>Shows its sender what became of an opinion, by the code that he was given. Nobody needs an account (TWS-8.5).</summary>
/// <param name="Code">The code.</param>
/// <example>{"code": "Vd3kq0m1xJ0mYb8mR1n0bQyqk1bqv7n0o3c2Zt5uW9A"}</example>
[AllowedToEveryone]
public sealed record FollowOpinion([property: Secret] string Code) : IQuery<FollowedOpinion>;

/// <summary>What became of an opinion.</summary>
/// <param name="Status">How far it is.</param>
/// <param name="ReceivedOn">When it came.</param>
/// <param name="Answer">The answer.</param>
/// <param name="AnsweredOn">When it was given.</param>
public sealed record FollowedOpinion(OpinionStatus Status, LocalDate ReceivedOn, string? Answer, LocalDate? AnsweredOn) : Answer;

internal sealed class FollowOpinionHandler(PartyOrgContext db) : IHandler<FollowOpinion, FollowedOpinion>
{
    public async Task<Result<FollowedOpinion>> Handle(FollowOpinion request, CancellationToken cancellationToken)
    {
        var hash = OneTimeSecret.Given(request.Code).Hash;
        var found = await db.Opinions.AsNoTracking().SingleOrDefaultAsync(o => o.CodeHash == hash, cancellationToken);
        return found is null ? PublicationErrors.CodeUnknown : new FollowedOpinion(found.Status, found.ReceivedOn, found.Answer, found.AnsweredOn);
    }
}
