using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Procedures;
using PartyOrg.Domain.WorkPlans;

namespace PartyOrg.Application.WorkPlans;

/// <summary>A comprehensive summary, and what the superior answered.</summary>
/// <param name="Id">Its id.</param>
/// <param name="OrganizationId">Whose summary it is.</param>
/// <param name="OrganizationName">What that organization is called.</param>
/// <param name="Kind">Which of the year's two.</param>
/// <param name="Year">The year.</param>
/// <param name="Period">The days that it is about: 2026-H1 or 2026.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Content">What it says.</param>
/// <param name="Figures">What the product knew when it was drafted, changed or submitted last.</param>
/// <param name="SubmittedOn">The day of the first submission; none before.</param>
/// <param name="Assessments">What the superior answered, in order.</param>
/// <param name="Next">What the caller can do next.</param>
/// <param name="Version">Counts the changes; <c>If-Match</c> names it.</param>
public sealed record WorkSummaryAnswer(
    Id<WorkSummary> Id, Id<Organization> OrganizationId, string OrganizationName, SummaryKind Kind, int Year, string Period, SummaryStatus Status, SummaryText Content, SummaryFigures Figures,
    LocalDate? SubmittedOn, IReadOnlyList<AssessmentAnswer> Assessments, IReadOnlyList<PossibleStep> Next, int Version) : Answer, IVersioned;

/// <summary>What the superior answered to a submission.</summary>
/// <param name="Accepted">Whether it was accepted; otherwise it was returned.</param>
/// <param name="On">The day.</param>
/// <param name="By">The name of the account that answered.</param>
/// <param name="Opinion">The opinion on the whole.</param>
/// <param name="Points">What was to be mended.</param>
/// <param name="CleanConduct">On clean conduct (TWS-2.3).</param>
/// <param name="Openness">On openness of Party affairs (TWS-8.5).</param>
/// <param name="Study">On study, education and training (TWS-6.7).</param>
public sealed record AssessmentAnswer(bool Accepted, LocalDate On, string By, string? Opinion, IReadOnlyList<string> Points, string? CleanConduct, string? Openness, string? Study);

/// <summary>Summaries as they are told.</summary>
internal static class WorkSummaryTelling
{
    /// <summary>The summary with the names that belong to it.</summary>
    public static async Task<WorkSummaryAnswer> Told(this PartyOrgContext db, SummaryRow row, Caller caller, CancellationToken cancellation)
    {
        var summary = row.Summary;
        var accounts = await db.NamesOf(summary.Assessments.Select(a => a.By), cancellation);
        return new(
            summary.Id, row.Organization.Id, row.Organization.Name, summary.Kind, summary.Year, summary.Period.Label, summary.Status, summary.Content, summary.Figures, summary.SubmittedOn,
            [.. summary.Assessments.Select(a => new AssessmentAnswer(a.Accepted, a.On, accounts[a.By], a.Opinion, a.Points, a.CleanConduct, a.Openness, a.Study))],
            WorkSummary.Procedure.NextFor(summary.Status, row.StandingOf(caller)), summary.Version);
    }
}
