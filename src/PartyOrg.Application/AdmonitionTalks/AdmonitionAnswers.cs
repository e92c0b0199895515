using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.AdmonitionTalks;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Procedures;

namespace PartyOrg.Application.AdmonitionTalks;

/// <summary>A case, without what was said in it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="OrganizationId">The organization that keeps it.</param>
/// <param name="PersonId">The member.</param>
/// <param name="Name">What he is called.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Grounds">The grounds.</param>
/// <param name="DecidedBy">Who decides.</param>
/// <param name="ProposedOn">When it was proposed.</param>
/// <param name="HeldOn">When the talk was held.</param>
/// <param name="ClosedOn">When it ended.</param>
/// <param name="Version">Counts the changes; <c>If-Match</c> names it.</param>
public sealed record AdmonitionSummary(
    Id<AdmonitionCase> Id, Id<Organization> OrganizationId, Id<Person> PersonId, string Name, AdmonitionStatus Status, IReadOnlyList<Ground> Grounds, DecidingBody DecidedBy, LocalDate ProposedOn, LocalDate? HeldOn,
    LocalDate? ClosedOn, int Version) : Answer, IVersioned
{
    internal static AdmonitionSummary Of(AdmonitionCase c, string name) =>
        new(c.Id, c.OrganizationId, c.PersonId, name, c.Status, [.. c.Grounds.Select(g => g.Ground)], c.DecidedBy, c.ProposedOn, c.HeldOn, c.ClosedOn, c.Version);
}

/// <summary>That a talk was held with a member, for assessing him (TWS-10.4); what was said and how it ended stands in the case alone, and each reading of that is in the audit.</summary>
/// <param name="CaseId">The case: <c>GET /api/v1/admonition-cases/{caseId}</c>.</param>
/// <param name="HeldOn">When the talk was held.</param>
/// <param name="ClosedOn">When the case ended; none while he is mending.</param>
public sealed record AdmonitionOfMember(Id<AdmonitionCase> CaseId, LocalDate HeldOn, LocalDate? ClosedOn);

/// <summary>Somebody who takes part in a case.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Name">What he is called.</param>
public sealed record AdmonitionParty(Id<Person> PersonId, string Name);

/// <summary>A case with everything in it. Confidential (TWS-10.4): each reading is written in the audit.</summary>
/// <param name="Id">Its id.</param>
/// <param name="OrganizationId">The organization that keeps it.</param>
/// <param name="Member">The member.</param>
/// <param name="Status">How far it is.</param>
/// <param name="DecidedBy">Who decides.</param>
/// <param name="Grounds">The grounds with their facts.</param>
/// <param name="ProposedOn">When it was proposed.</param>
/// <param name="DecidedOn">When it was decided.</param>
/// <param name="Decision">Why it was decided so.</param>
/// <param name="Talker">Who is in charge of the talk.</param>
/// <param name="Recorder">Who takes the record.</param>
/// <param name="Follower">Who follows up.</param>
/// <param name="Arrangement">What was agreed with the member.</param>
/// <param name="Talk">The record of the talk.</param>
/// <param name="Requirements">What he is to mend.</param>
/// <param name="FollowUps">What the follow-up found.</param>
/// <param name="Statements">What the member said himself.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="VisibleUntil">The last day on which it can be read; none while it is open.</param>
/// <param name="Next">What you can do next.</param>
/// <param name="Version">Counts the changes; <c>If-Match</c> names it.</param>
public sealed record AdmonitionCaseAnswer(
    Id<AdmonitionCase> Id, Id<Organization> OrganizationId, AdmonitionParty Member, AdmonitionStatus Status, DecidingBody DecidedBy, IReadOnlyList<GroundOfCase> Grounds, LocalDate ProposedOn, LocalDate? DecidedOn,
    string? Decision, AdmonitionParty? Talker, AdmonitionParty? Recorder, AdmonitionParty? Follower, TalkArrangement? Arrangement, TalkRecord? Talk, MendingRequirements? Requirements,
    IReadOnlyList<FollowUp> FollowUps, IReadOnlyList<MemberStatement> Statements, AdmonitionOutcome? Outcome, LocalDate? VisibleUntil, IReadOnlyList<PossibleStep> Next, int Version) : Answer, IVersioned
{
    internal static AdmonitionCaseAnswer Of(AdmonitionCase c, IReadOnlyDictionary<Id<Person>, string> names, IReadOnlyList<PossibleStep> next)
    {
        AdmonitionParty? Party(Id<Person>? person) => person is { } id ? new(id, names[id]) : null;
        return new(
            c.Id, c.OrganizationId, Party(c.PersonId)!, c.Status, c.DecidedBy, c.Grounds, c.ProposedOn, c.DecidedOn, c.Decision, Party(c.TalkerId), Party(c.RecorderId), Party(c.FollowerId), c.Arrangement, c.Talk,
            c.Requirements, c.FollowUps, c.Statements, c.Outcome, c.VisibleUntil, next, c.Version);
    }
}
