using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Organizations;

namespace PartyOrg.Application.Compliance;

/// <summary>A waiver with the names that belong to it.</summary>
internal sealed class WaiverRow
{
    public required DutyWaiver Waiver { get; init; }

    public required Organization Organization { get; init; }

    public required string GivenBy { get; init; }

    public WaiverAnswer Told => WaiverAnswer.Of(Waiver, Organization.Name, GivenBy);
}

/// <summary>Waivers with the names that belong to them.</summary>
internal static class WaiverRows
{
    /// <summary>The waivers of these organizations.</summary>
    public static IQueryable<WaiverRow> ToldOf(this IQueryable<DutyWaiver> waivers, PartyOrgContext db, IQueryable<Organization> organizations) =>
        from waiver in waivers
        join organization in organizations on waiver.OrganizationId equals organization.Id
        join account in db.Accounts on waiver.GivenBy equals account.Id
        select new WaiverRow { Waiver = waiver, Organization = organization, GivenBy = account.DisplayName };
}
