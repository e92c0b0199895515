using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticAppraisal;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.DemocraticAppraisal;

/// <summary>
/// Casts the caller's own secret ballot (TWS-7.4): each member expected rates every other one, once. That he voted is stored, and what he voted cannot be linked to him: the rating is
/// added to the sealed box, which has no order of arrival, and nothing else is written: no audit entry, no event, no idempotency record, no time. Sent again it is refused.
/// </summary>
/// <param name="Appraisal">The appraisal.</param>
/// <param name="Ratings">One rating for each member expected but the caller; at most 2000.</param>
[AllowedTo(Role.Readers | Role.Member, RuleId = "TWS-7.4")]
public sealed record CastBallot(Id<Appraisal> Appraisal, [property: Secret] IReadOnlyList<BallotRating> Ratings) : IUnrecorded<Done>
{
    /// <summary>A ballot.</summary>
    /// <param name="Ratings">One rating for each member expected but the caller; at most 2000.</param>
    /// <example>{"ratings": [{"personId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d02", "rating": "excellent"}]}</example>
    public sealed record Body(IReadOnlyList<BallotRating> Ratings);
}

internal sealed class CastBallotValidator : AbstractValidator<CastBallot>
{
    public CastBallotValidator() => RuleFor(r => r.Ratings).Holds(0, 2000);
}

internal sealed class CastBallotHandler(PartyOrgContext db, Caller caller, BallotSeal seal) : IHandler<CastBallot, Done>
{
    public async Task<Result<Done>> Handle(CastBallot request, CancellationToken cancellationToken)
    {
        if (await db.AppraisalToChange(caller, request.Appraisal, cancellationToken) is not { } found) return AppraisalErrors.NotFound;
        var expected = caller.PersonId is { } self && await db.AppraisedMembers.AnyAsync(m => m.AppraisalId == request.Appraisal && m.PersonId == self, cancellationToken);
        var mark = await db.BallotMarks.SingleOrDefaultAsync(m => m.AppraisalId == request.Appraisal && m.PersonId == caller.PersonId, cancellationToken);
        var admitted = found.Appraisal.Admit(expected, mark);
        if (!admitted.Succeeded) return admitted;

        var box = await db.BallotBoxes.SingleAsync(b => b.AppraisalId == request.Appraisal, cancellationToken);
        var opened = seal.Open(request.Appraisal, box);
        if (!opened.Succeeded) return opened.Errors[0];
        var added = opened.Value.Add(caller.PersonId!.Value, request.Ratings);
        if (!added.Succeeded) return added;
        // Mark and ballot in one transaction: a crash loses both or neither.
        mark!.Set();
        box.Replace(seal.Seal(opened.Value));
        return Done.It;
    }
}
