using System.Linq.Expressions;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Organizations;

namespace PartyOrg.Application.Organizations;

/// <summary>A Party organization as it stands today.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Code">Its code in the registers of its jurisdiction.</param>
/// <param name="Name">Its full name.</param>
/// <param name="Type">What it is.</param>
/// <param name="Level">The level of a territorial committee; none for others.</param>
/// <param name="UnitCreditCode">The unified social credit code of the unit in which it was formed.</param>
/// <param name="SuperiorId">The organization under which it stands; none for the root.</param>
/// <param name="FoundedOn">The first day on which it existed.</param>
/// <param name="RevokedOn">The last day on which it existed; none while it goes on.</param>
/// <param name="MergedInto">The organization into which it was merged; none where it was not.</param>
/// <param name="Version">Counts the changes; <c>If-Match</c> names it.</param>
public sealed record OrganizationAnswer(
    Id<Organization> Id, string Code, string Name, OrganizationType Type, JurisdictionLevel? Level, string? UnitCreditCode,
    Id<Organization>? SuperiorId, LocalDate FoundedOn, LocalDate? RevokedOn, Id<Organization>? MergedInto, int Version) : Answer, IVersioned
{
    internal static readonly Expression<Func<Organization, OrganizationAnswer>> From = o =>
        new(o.Id, o.Code, o.Name, o.Type, o.Level, o.UnitCreditCode, o.SuperiorId, o.FoundedOn, o.RevokedOn, o.MergedInto, o.Version);

    private static readonly Func<Organization, OrganizationAnswer> Compiled = From.Compile();

    internal static OrganizationAnswer Of(Organization organization) => Compiled(organization);
}
