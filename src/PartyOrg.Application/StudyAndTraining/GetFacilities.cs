using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.StudyAndTraining;

namespace PartyOrg.Application.StudyAndTraining;

/// <summary>Shows which of the three things that a branch should have are there on a day, and what is missing (TWS-6.6).</summary>
/// <param name="Organization">The organization, in the caller's scope.</param>
/// <param name="On">The day; today where it is left out.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record GetFacilities(Id<Organization> Organization, LocalDate? On) : IQuery<FacilitiesAnswer>;

/// <summary>What a branch has for study and activities on a day.</summary>
/// <param name="OrganizationId">The organization.</param>
/// <param name="On">The day.</param>
/// <param name="Items">Each of the three things.</param>
/// <param name="Missing">Those that are not there.</param>
/// <param name="Records">Everything that was recorded, the latest first day first; what has ended and what was taken back, too.</param>
public sealed record FacilitiesAnswer(Id<Organization> OrganizationId, LocalDate On, IReadOnlyList<FacilityItem> Items, IReadOnlyList<FacilityKind> Missing, IReadOnlyList<FacilityAnswer> Records) : Answer;

/// <summary>One of the things that a branch should have.</summary>
/// <param name="Kind">What.</param>
/// <param name="IsThere">Whether it is there on the day.</param>
/// <param name="Since">The first day of what is there longest; none where it is missing.</param>
public sealed record FacilityItem(FacilityKind Kind, bool IsThere, LocalDate? Since);

internal sealed class GetFacilitiesHandler(PartyOrgContext db, Caller caller) : IHandler<GetFacilities, FacilitiesAnswer>
{
    public async Task<Result<FacilitiesAnswer>> Handle(GetFacilities request, CancellationToken cancellationToken)
    {
        if (!await db.Organizations.InScope(caller).AnyAsync(o => o.Id == request.Organization, cancellationToken)) return OrganizationErrors.NotFound;
        var all = await db.Facilities.Where(f => f.OrganizationId == request.Organization).OrderByDescending(f => f.From).ThenByDescending(f => f.Id).AsNoTracking().ToListAsync(cancellationToken);
        var on = request.On ?? caller.Today;
        var items = Enum.GetValues<FacilityKind>().Select(kind => (Kind: kind, There: all.FindAll(f => f.Kind == kind && f.IsOn(on)))).ToList();
        return new FacilitiesAnswer(
            request.Organization, on, items.ConvertAll(i => new FacilityItem(i.Kind, i.There.Count > 0, i.There.Count > 0 ? i.There.Min(f => f.From) : null)),
            [.. items.Where(i => i.There.Count == 0).Select(i => i.Kind)], all.ConvertAll(FacilityAnswer.Of));
    }
}
