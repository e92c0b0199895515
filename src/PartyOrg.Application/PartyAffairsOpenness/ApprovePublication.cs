using PartyOrg.Application.Members;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.PartyAffairsOpenness;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.PartyAffairsOpenness;

/// <summary>Approves what needs no superior (TWS-8.3). A major matter is approved by the superior, with permitPublication (TWS-8.4b).</summary>
/// <param name="Publication">The publication.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchSecretary, RuleId = "TWS-8.3")]
public sealed record ApprovePublication(Id<Publication> Publication, ExpectedVersion Expected) : ICommand<PublicationAnswer>, IChange;

internal sealed class ApprovePublicationHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<ApprovePublication, PublicationAnswer>
{
    public async Task<Result<PublicationAnswer>> Handle(ApprovePublication request, CancellationToken cancellationToken)
    {
        var held = await db.PublicationToChange(caller, request.Publication, request.Expected, cancellationToken);
        if (!held.Succeeded) return held.Errors[0];
        var it = held.Value;
        return it.Told(it.Publication.Approve(await db.NameOf(caller, cancellationToken), it.Standing, clock.Today));
    }
}
