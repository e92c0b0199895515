using System.Text.Json.Serialization;
using NodaTime;
using PartyOrg.Application.AdmonitionTalks;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticAppraisal;
using PartyOrg.Domain.MemberObjectives;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Procedures;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;

namespace PartyOrg.Application.MemberObjectives;

/// <summary>A member's objectives of a year, with everything that was done with them.</summary>
/// <param name="Id">Their id.</param>
/// <param name="OrganizationId">The branch.</param>
/// <param name="GroupId">The member's Party group; none in a branch without groups.</param>
/// <param name="PersonId">The member.</param>
/// <param name="Name">What he is called.</param>
/// <param name="Year">The calendar year.</param>
/// <param name="Category">For what kind of post.</param>
/// <param name="Status">How far they have come.</param>
/// <param name="Score">The objectives with their marks, and how the result came about (TWS-5.4).</param>
/// <param name="Comments">What the Party group, or the branch meeting, said.</param>
/// <param name="ReturnedBecause">Why they were returned last.</param>
/// <param name="ApprovedBy">Who approved them.</param>
/// <param name="ApprovedOn">When.</param>
/// <param name="SelfSummary">The member's summary of his year.</param>
/// <param name="Opinions">Opinions of the masses and of departments concerned.</param>
/// <param name="AppraisalText">The organization's appraisal in words.</param>
/// <param name="PublishedOn">When the result was published.</param>
/// <param name="PublicUntil">The last working day on which it is public and objections are taken.</param>
/// <param name="Objections">Objections with their answers.</param>
/// <param name="Grade">The grade (TWS-5.5).</param>
/// <param name="Handling">What follows.</param>
/// <param name="ReportedTo">To which town's Party committee it was reported.</param>
/// <param name="ReportedOn">When.</param>
/// <param name="Next">What the caller can do next.</param>
/// <param name="Version">Counts the changes; <c>If-Match</c> names it.</param>
public sealed record ObjectivesAnswer(
    Id<ObjectivePlan> Id, Id<Organization> OrganizationId, Id<Organization>? GroupId, Id<Person> PersonId, string Name, int Year, PostCategory Category, ObjectivesStatus Status, ObjectivesScoreAnswer Score,
    IReadOnlyList<ObjectivesComment> Comments, string? ReturnedBecause, ApprovingBody? ApprovedBy, LocalDate? ApprovedOn, SelfSummary? SelfSummary, IReadOnlyList<OpinionOfMember> Opinions, string? AppraisalText,
    LocalDate? PublishedOn, LocalDate? PublicUntil, IReadOnlyList<ResultObjection> Objections, MemberGrade? Grade, AppraisalHandling? Handling, Id<Organization>? ReportedTo, LocalDate? ReportedOn,
    IReadOnlyList<PossibleStep> Next, int Version) : Answer, IVersioned, IShowsMore
{
    /// <summary>
    /// The admonition talks held with the member in the year, for those who may read their cases (TWS-10.4); empty for everybody else, whether there are any or not. They change no mark by
    /// themselves. Only <c>getObjectives</c> tells them.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<AdmonitionOfMember>? AdmonitionTalks { get; init; }

    internal static async Task<ObjectivesAnswer> Of(PlanInReach found, Caller caller, PartyOrgContext db, CancellationToken cancellation)
    {
        var p = found.Plan;
        var rate = p.Attendance ?? await db.AttendanceOf(p.PersonId, p.Year, cancellation);
        return new(
            p.Id, p.OrganizationId, p.GroupId, p.PersonId, found.MemberName, p.Year, p.Category, p.Status, ObjectivesScoreAnswer.Of(p, rate, caller.Language), p.Comments, p.ReturnedBecause, p.ApprovedBy, p.ApprovedOn,
            p.SelfSummary, p.Opinions, p.AppraisalText, p.PublishedOn, p.PublicUntil, p.Objections, p.Grade, p.Handling, p.ReportedTo, p.ReportedOn, ObjectivePlan.Procedure.NextFor(p.Status, found.Standing), p.Version);
    }
}

/// <summary>Objectives with their marks (TWS-5.4).</summary>
/// <param name="RuleId">The rule by which they are computed.</param>
/// <param name="Items">Each objective with its mark.</param>
/// <param name="Attendance">How the member attended (TWS-3.5b): so far, and from the appraisal on as it was then.</param>
/// <param name="AttendanceInstead">The mark for attendance that takes the computed one's place, with the reason.</param>
/// <param name="Total">All marks together; none until every one is there: a missing one is not zero.</param>
/// <param name="Democratic">The democratic evaluation, 0 to 100; none before the appraisal, and where the ballots are too few to be broken down.</param>
/// <param name="Combined">Both by their shares; none before the appraisal. It decides the grade.</param>
/// <param name="Lines">How it came about, line by line, in the caller's language.</param>
public sealed record ObjectivesScoreAnswer(
    string RuleId, IReadOnlyList<MarkedObjective> Items, RateAnswer Attendance, AttendanceOverride? AttendanceInstead, decimal? Total, decimal? Democratic, decimal? Combined, IReadOnlyList<string> Lines)
{
    internal static ObjectivesScoreAnswer Of(ObjectivePlan p, AttendanceRate rate, Language language) => new(
        "TWS-5.4",
        [.. p.Items.Select((item, i) => new MarkedObjective(i + 1, item.Area, item.Text, item.Points, ObjectivesScore.MarkOf(i + 1, item, p.Marks, p.AttendanceInstead, rate)))],
        RateAnswer.Of(rate, language), p.AttendanceInstead, p.Result?.General ?? ObjectivesScore.Total(p.Items, p.Marks, p.AttendanceInstead, rate), p.Result?.Democratic, p.Result?.Combined,
        [.. (p.Result?.Lines ?? ObjectivesScore.Lines(p.Items, p.Marks, p.AttendanceInstead, rate)).Select(l => l.In(language))]);
}

/// <summary>An objective with its mark.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Area">Its area (TWS-5.1).</param>
/// <param name="Text">What is to be reached.</param>
/// <param name="Points">The most points.</param>
/// <param name="Mark">The mark; none while it is missing, which is not zero.</param>
public sealed record MarkedObjective(int Number, ObjectiveArea Area, string Text, decimal Points, decimal? Mark);
