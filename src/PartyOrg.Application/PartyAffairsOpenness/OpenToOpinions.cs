using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.PartyAffairsOpenness;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.PartyAffairsOpenness;

/// <summary>Opens a matter that is to be decided to its audience, before it is discussed, and asks for opinions (TWS-8.3).</summary>
/// <param name="Publication">The publication.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-8.3")]
public sealed record OpenToOpinions(Id<Publication> Publication, ExpectedVersion Expected) : ICommand<PublicationAnswer>, IChange;

internal sealed class OpenToOpinionsHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<OpenToOpinions, PublicationAnswer>
{
    public async Task<Result<PublicationAnswer>> Handle(OpenToOpinions request, CancellationToken cancellationToken)
    {
        var held = await db.PublicationToChange(caller, request.Publication, request.Expected, cancellationToken);
        if (!held.Succeeded) return held.Errors[0];
        var it = held.Value;
        return it.Told(it.Publication.Open(it.Standing, clock.Today));
    }
}
