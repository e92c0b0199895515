using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Procedures;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.WorkPlans;
using Microsoft.EntityFrameworkCore;
using Standing = PartyOrg.Domain.Procedures.Standing;

namespace PartyOrg.Application.WorkPlans;

/// <summary>The handling of an unqualified member (TWS-1.6c). The committee, those above it and the member himself see it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="OrganizationId">The member's organization.</param>
/// <param name="OrganizationName">What it is called.</param>
/// <param name="PersonId">The member.</param>
/// <param name="PersonName">His name.</param>
/// <param name="Year">The year of the appraisal.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Findings">What the appraisal found.</param>
/// <param name="Measure">How he is handled; none before the decision.</param>
/// <param name="Decision">The decision in words.</param>
/// <param name="DecidedOn">The day of the decision.</param>
/// <param name="MendBy">The last day of the term for mending, itself included.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="ClosedOn">The day on which it was closed.</param>
/// <param name="Next">What the caller can do next.</param>
/// <param name="Version">Counts the changes; <c>If-Match</c> names it.</param>
public sealed record MemberHandlingAnswer(
    Id<MemberHandling> Id, Id<Organization> OrganizationId, string OrganizationName, Id<Person> PersonId, string PersonName, int Year, MemberHandlingStatus Status, string Findings,
    HandlingMeasure? Measure, string? Decision, LocalDate? DecidedOn, LocalDate? MendBy, string? Outcome, LocalDate? ClosedOn, IReadOnlyList<PossibleStep> Next, int Version) : Answer, IVersioned;

/// <summary>A handling with what belongs to it.</summary>
internal sealed class HandlingRow
{
    public required MemberHandling Handling { get; init; }

    public required Organization Organization { get; init; }

    public required string PersonName { get; init; }

    /// <summary>Whether the member holds a post by which he leads the organization.</summary>
    public required bool OfLeader { get; init; }

    public Standing StandingOf(Caller caller) => HandlingScope.StandingOf(caller, Organization, Handling.PersonId, OfLeader);

    public MemberHandlingAnswer Told(Caller caller) => new(
        Handling.Id, Organization.Id, Organization.Name, Handling.PersonId, PersonName, Handling.Year, Handling.Status, Handling.Findings, Handling.Measure, Handling.Decision, Handling.DecidedOn,
        Handling.MendBy, Handling.Outcome, Handling.ClosedOn, MemberHandling.Procedure.NextFor(Handling.Status, StandingOf(caller)), Handling.Version);
}

/// <summary>Handlings in the caller's reach.</summary>
internal static class HandlingScope
{
    /// <summary>The handlings of organizations in which the caller holds more than membership, and his own.</summary>
    public static IQueryable<HandlingRow> InScope(this IQueryable<MemberHandling> handlings, Caller caller, PartyOrgContext db)
    {
        var (reached, self, today) = (db.Organizations.Within(caller.ReachOfPersons), caller.PersonId, caller.Today);
        return
            from handling in handlings.Where(h => h.PersonId == self || reached.Any(o => o.Id == h.OrganizationId))
            join organization in db.Organizations on handling.OrganizationId equals organization.Id
            join person in db.Persons on handling.PersonId equals person.Id
            select new HandlingRow { Handling = handling, Organization = organization, PersonName = person.Name, OfLeader = db.LeadingPostsOn(today).Any(p => p.OrganizationId == handling.OrganizationId && p.PersonId == handling.PersonId) };
    }

    /// <summary>What the caller is to the handling of a member of the organization: nobody handles himself, and the superior can step in for one who leads it.</summary>
    public static Standing StandingOf(Caller caller, Organization organization, Id<Person> member, bool ofLeader) =>
        caller.PersonId == member ? Standing.ToHimself() : new(caller.RolesIn(organization), ofLeader && caller.Oversees(organization) ? [Part.SuperiorOfLeader] : []);

    /// <summary>Looks a handling up in the caller's reach, and changes it.</summary>
    public static async Task<Result<MemberHandlingAnswer>> Change(
        this PartyOrgContext db, Caller caller, Id<MemberHandling> handling, ExpectedVersion expected, Func<HandlingRow, Result<Done>> change, CancellationToken cancellation)
    {
        var row = await db.MemberHandlings.Where(h => h.Id == handling).InScope(caller, db).SingleOrDefaultAsync(cancellation);
        var loaded = row?.Handling.Expecting(expected, MemberHandlingErrors.NotFound) ?? MemberHandlingErrors.NotFound;
        return loaded.Succeeded ? change(row!).Map(_ => row!.Told(caller)) : loaded.Errors[0];
    }
}
