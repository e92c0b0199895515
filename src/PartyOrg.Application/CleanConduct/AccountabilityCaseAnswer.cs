using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.CleanConduct;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Procedures;

namespace PartyOrg.Application.CleanConduct;

/// <summary>
/// An accountability case (TWS-2.4), for the eyes of the discipline inspector and the superior alone. An answer that is replayed for a repeated request says nothing of what the case is
/// about; read it then.
/// </summary>
/// <param name="Id">Its id.</param>
/// <param name="OrganizationId">In which organization the breach was.</param>
/// <param name="OrganizationName">What it is called.</param>
/// <param name="Status">How far it is.</param>
/// <param name="OpenedOn">The day on which it was opened.</param>
/// <param name="DecidedBy">Who decides on the handling.</param>
/// <param name="VerifiedOn">The day of the verification.</param>
/// <param name="DecidedOn">The day of the decision.</param>
/// <param name="ClosedOn">The day on which it was closed.</param>
/// <param name="Next">What the caller can do next.</param>
/// <param name="Version">Counts the changes; <c>If-Match</c> names it.</param>
/// <param name="PersonId">The person whom it is about.</param>
/// <param name="PersonName">His name.</param>
/// <param name="Department">The department that it is about, where it is no person.</param>
/// <param name="Allegation">What is alleged.</param>
/// <param name="Findings">What the verification found.</param>
/// <param name="Responsibilities">Who answers, how, and how that is handled.</param>
/// <param name="Outcome">What came of it.</param>
public sealed record AccountabilityCaseAnswer(
    Id<AccountabilityCase> Id, Id<Organization> OrganizationId, string OrganizationName, AccountabilityStatus Status, LocalDate OpenedOn, HandlingDecider DecidedBy, LocalDate? VerifiedOn,
    LocalDate? DecidedOn, LocalDate? ClosedOn, IReadOnlyList<PossibleStep> Next, int Version, [property: Secret] Id<Person>? PersonId = null, [property: Secret] string? PersonName = null,
    [property: Secret] string? Department = null, [property: Secret] string? Allegation = null, [property: Secret] string? Findings = null,
    [property: Secret] IReadOnlyList<ResponsibilityOfCase>? Responsibilities = null, [property: Secret] string? Outcome = null)
    : Answer, IVersioned;

/// <summary>Somebody, or a leading body as a whole, answers for the breach.</summary>
/// <param name="Scope">Whether it is collective or individual.</param>
/// <param name="PersonId">Who; of an individual responsibility only.</param>
/// <param name="PersonName">His name.</param>
/// <param name="Leadership">Whether it is that of the leadership.</param>
/// <param name="Grounds">Why.</param>
/// <param name="Handling">How it is handled; none before the decision.</param>
public sealed record ResponsibilityOfCase(
    ResponsibilityScope Scope, Id<Person>? PersonId, string? PersonName, LeadershipResponsibility? Leadership, string Grounds, DecidedHandling? Handling);
