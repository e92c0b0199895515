using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.InnerPartySupervision;
using PartyOrg.Domain.PartyAffairsOpenness;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.InnerPartySupervision;

/// <summary>Shows its sender what became of a letter, by the code that he was given (TWS-9.2.7). Nobody needs an account.</summary>
/// <param name="Code">The code.</param>
/// <example>{"code": "Vd3kq0m1xJ0mYb8mR1n0bQyqk1bqv7n0o3c2Zt5uW9A"}</example>
[AllowedToEveryone]
public sealed record FollowLetter([property: Secret] string Code) : IQuery<FollowedLetter>;

/// <summary>What became of a letter.</summary>
/// <param name="Status">How far it is.</param>
/// <param name="ReceivedOn">When it came.</param>
/// <param name="Number">Its number in the register.</param>
/// <param name="Answer">The answer.</param>
/// <param name="AnsweredOn">When it was given.</param>
/// <param name="Conclusion">How it was closed.</param>
/// <param name="ClosedOn">When.</param>
public sealed record FollowedLetter(LetterStatus Status, LocalDate ReceivedOn, string? Number, string? Answer, LocalDate? AnsweredOn, string? Conclusion, LocalDate? ClosedOn) : Answer;

internal sealed class FollowLetterHandler(PartyOrgContext db) : IHandler<FollowLetter, FollowedLetter>
{
    public async Task<Result<FollowedLetter>> Handle(FollowLetter request, CancellationToken cancellationToken)
    {
        var hash = OneTimeSecret.Given(request.Code).Hash;
        var l = await db.Letters.AsNoTracking().SingleOrDefaultAsync(x => x.CodeHash == hash, cancellationToken);
        return l is null ? PublicationErrors.CodeUnknown : new FollowedLetter(l.Status, l.ReceivedOn, l.Number, l.Answer, l.AnsweredOn, l.Conclusion, l.ClosedOn);
    }
}
