using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Units;

namespace PartyOrg.Application.Units;

/// <summary>A carrier as it is today, or was at its end.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its full name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="TerritoryId">The Party committee or working committee of the town in which it is.</param>
/// <param name="TerritoryName">What that is called.</param>
/// <param name="Address">Street, number.</param>
/// <param name="Manager">Who manages it.</param>
/// <param name="Proprietor">Who owns it.</param>
/// <param name="Chamber">Its chamber of commerce.</param>
/// <param name="Units">How many units sit in it today.</param>
/// <param name="UnitsWithoutOrganization">How many of them no organization covers (DPB-6).</param>
/// <param name="OrganizationId">The organization that it has, or to which it is attached (FCM-3.4); none where it has none.</param>
/// <param name="OrganizationName">What that is called.</param>
/// <param name="How">Its own, a joint one of its units, or one to which it is attached.</param>
/// <param name="KnownFrom">The first day of which anything is recorded.</param>
/// <param name="ClosedAfter">The last day on which it was open; none while it goes on.</param>
/// <param name="Version">Counts the changes; <c>If-Match</c> names it.</param>
public sealed record CarrierAnswer(
    Id<Carrier> Id, string Name, CarrierKind Kind, Id<Organization> TerritoryId, string TerritoryName, string? Address, string? Manager, string? Proprietor, string? Chamber,
    int Units, int UnitsWithoutOrganization, Id<Organization>? OrganizationId, string? OrganizationName, CoverageForm? How, LocalDate KnownFrom, LocalDate? ClosedAfter, int Version) : Answer, IVersioned;
