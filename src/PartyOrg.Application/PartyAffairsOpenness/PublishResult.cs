using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.RuleBooks;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.PartyAffairsOpenness;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.PartyAffairsOpenness;

/// <summary>Makes an approved matter public from today on (TWS-8.3). Every opinion received before the decision is answered first.</summary>
/// <param name="Publication">The publication.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-8.3")]
public sealed record PublishResult(Id<Publication> Publication, ExpectedVersion Expected) : ICommand<PublicationAnswer>, IChange;

internal sealed class PublishResultHandler(PartyOrgContext db, Caller caller, RulesInPlace rules, Clock clock) : IHandler<PublishResult, PublicationAnswer>
{
    public async Task<Result<PublicationAnswer>> Handle(PublishResult request, CancellationToken cancellationToken)
    {
        var held = await db.PublicationToChange(caller, request.Publication, request.Expected, cancellationToken);
        if (!held.Succeeded) return held.Errors[0];
        var it = held.Value;
        var unanswered = await db.Opinions.CountAsync(o => o.PublicationId == request.Publication && o.Timing == OpinionTiming.BeforeDecision && o.Status == OpinionStatus.Received, cancellationToken);
        return it.Told(it.Publication.Publish(unanswered, it.Standing, await rules.Of(it.Publication.OrganizationId, cancellationToken), clock.Today));
    }
}
