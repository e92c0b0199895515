using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.PartyAffairsOpenness;
using PartyOrg.Domain.Procedures;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.PartyAffairsOpenness;

/// <summary>A matter of Party affairs. Its audience is shown what is on view; plan and decision when the result is public; of a withdrawn one the reason and no text. Its keepers are shown everything.</summary>
/// <param name="Id">Its id.</param>
/// <param name="OrganizationId">Whose affair it is.</param>
/// <param name="OrganizationName">What that is called.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Text">What is made public.</param>
/// <param name="Category">Its category (TWS-8.2).</param>
/// <param name="Nature">What kind of work it is about.</param>
/// <param name="Audience">For whom.</param>
/// <param name="Form">How.</param>
/// <param name="WorkEndedOn">The end of periodic or temporary work.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Drawn">The numbers that the product counted for it.</param>
/// <param name="OpenedOn">Since when opinions could be given.</param>
/// <param name="Plan">The preliminary plan.</param>
/// <param name="Decision">The decision.</param>
/// <param name="PublishedOn">Since when it is public.</param>
/// <param name="CurrentThrough">The last day on which it is current, where it is to be on view all year round (TWS-8.4a).</param>
/// <param name="WithdrawnOn">When it was taken back.</param>
/// <param name="WithdrawnBecause">Why.</param>
/// <param name="TakesOpinions">On which stage opinions are received now; none where they are not.</param>
/// <param name="Inner">What only its keepers see.</param>
/// <param name="Next">What the caller can do next.</param>
/// <param name="Version">Counts the changes; <c>If-Match</c> names it.</param>
public sealed record PublicationAnswer(
    Id<Publication> Id, Id<Organization> OrganizationId, string OrganizationName, string Title, string? Text, PublicationCategory Category, PublicationNature Nature, PublicationAudience Audience,
    PublicationForm Form, LocalDate? WorkEndedOn, PublicationStatus Status, DrawnFigures? Drawn, LocalDate? OpenedOn, PreliminaryPlan? Plan, OpenDecision? Decision, LocalDate? PublishedOn,
    LocalDate? CurrentThrough, LocalDate? WithdrawnOn, string? WithdrawnBecause, OpinionTiming? TakesOpinions, InnerPublication? Inner, IReadOnlyList<PossibleStep> Next, int Version) : Answer, IVersioned
{
    internal static PublicationAnswer ForKeepers(Publication p, string organization, Standing standing) => Of(p, organization, p.Text, p.Drawn, p.Plan, p.Decision,
        new(p.DraftedOn, p.SecrecyChecks, p.ApprovedBy, p.ApprovedOn, p.ReturnedBecause), Publication.Procedure.NextFor(p.Status, standing));

    internal static PublicationAnswer ForAudience(Publication p, string organization) => p.Status == PublicationStatus.Withdrawn
        ? Of(p, organization, null, null, null, null, null, [])
        : Of(p, organization, p.Text, p.Drawn, p.PublishedOn is null ? null : p.Plan, p.PublishedOn is null ? null : p.Decision, null, []);

    private static PublicationAnswer Of(Publication p, string organization, string? text, DrawnFigures? drawn, PreliminaryPlan? plan, OpenDecision? decision, InnerPublication? inner, IReadOnlyList<PossibleStep> next) => new(
        p.Id, p.OrganizationId, organization, p.Title, text, p.Category, p.Nature, p.Audience, p.Form, p.WorkEndedOn, p.Status, drawn, p.OpenedOn, plan, decision, p.PublishedOn, p.CurrentThrough, p.WithdrawnOn,
        p.WithdrawnBecause, p.TakesOpinions, inner, next, p.Version);
}

/// <summary>What the keepers of a publication see beside what its audience sees.</summary>
/// <param name="DraftedOn">When it was drafted.</param>
/// <param name="SecrecyChecks">Every secrecy check, oldest first.</param>
/// <param name="ApprovedBy">Who approved it.</param>
/// <param name="ApprovedOn">When.</param>
/// <param name="ReturnedBecause">Why the superior returned it the last time.</param>
public sealed record InnerPublication(LocalDate DraftedOn, IReadOnlyList<SecrecyCheck> SecrecyChecks, string? ApprovedBy, LocalDate? ApprovedOn, string? ReturnedBecause);
