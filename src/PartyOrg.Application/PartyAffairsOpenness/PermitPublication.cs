using PartyOrg.Application.Members;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.PartyAffairsOpenness;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.PartyAffairsOpenness;

/// <summary>Approves a major matter for the superior (TWS-8.4b). Whoever leads the organization, or something in it, does not approve for himself.</summary>
/// <param name="Publication">The publication.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.Officers, RuleId = "TWS-8.4b")]
public sealed record PermitPublication(Id<Publication> Publication, ExpectedVersion Expected) : ICommand<PublicationAnswer>, IChange;

internal sealed class PermitPublicationHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<PermitPublication, PublicationAnswer>
{
    public async Task<Result<PublicationAnswer>> Handle(PermitPublication request, CancellationToken cancellationToken)
    {
        var held = await db.PublicationToChange(caller, request.Publication, request.Expected, cancellationToken);
        if (!held.Succeeded) return held.Errors[0];
        var it = held.Value;
        return it.Told(it.Publication.Permit(await db.NameOf(caller, cancellationToken), it.Standing, clock.Today));
    }
}
