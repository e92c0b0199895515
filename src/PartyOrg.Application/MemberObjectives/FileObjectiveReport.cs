using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.RuleBooks;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.MemberObjectives;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.MemberObjectives;

/// <summary>
/// Files the report on a half year (TWS-5.3b): a Party group's leader to the branch committee, the secretary of a branch without groups to the general meeting. The months of which
/// progress was recorded go with it by themselves. There is one for a half year (422), in its last month at the earliest (422).
/// </summary>
/// <param name="Organization">The Party group, or the branch without groups.</param>
/// <param name="Year">The calendar year, 2000 to 2100.</param>
/// <param name="Half">1 or 2; a half year whose last month has begun.</param>
/// <param name="Text">What is reported, 1 to 4000 characters.</param>
[AllowedTo(ProgressScope.Recorders, RuleId = "TWS-5.3b")]
public sealed record FileObjectiveReport(Id<Organization> Organization, int Year, int Half, string Text) : ICreate<ObjectiveReportAnswer>
{
    /// <summary>A report.</summary>
    /// <param name="Year">The calendar year, 2000 to 2100.</param>
    /// <param name="Half">1 or 2; a half year whose last month has begun.</param>
    /// <param name="Text">What is reported, 1 to 4000 characters.</param>
    /// <example>{"year": 2026, "half": 1, "text": "上半年各党员目标完成情况良好。"}</example>
    public sealed record Body(int Year, int Half, string Text);
}

/// <summary>A report on a half year.</summary>
/// <param name="Id">Its id.</param>
/// <param name="OrganizationId">The Party group or branch.</param>
/// <param name="Year">The calendar year.</param>
/// <param name="Half">1 or 2.</param>
/// <param name="Text">What is reported.</param>
/// <param name="FiledOn">When it was filed.</param>
/// <param name="Earlier">What it said before it was corrected, oldest first.</param>
/// <param name="Version">Its version.</param>
/// <param name="MonthsRecorded">The months of the half year whose progress covers everybody, <c>2026-03</c>.</param>
public sealed record ObjectiveReportAnswer(Id<HalfYearReport> Id, Id<Organization> OrganizationId, int Year, int Half, string Text, LocalDate FiledOn, IReadOnlyList<EarlierReport> Earlier, int Version, IReadOnlyList<string> MonthsRecorded) : Answer, IVersioned
{
    internal static ObjectiveReportAnswer Of(HalfYearReport r, IEnumerable<YearMonth> whole) => new(
        r.Id, r.OrganizationId, r.Year, r.Half, r.Text, r.FiledOn, r.Earlier, r.Version, [.. whole.Where(m => m.Year == r.Year && (m.Month - 1) / 6 + 1 == r.Half).Order().Select(NodaTime.Text.YearMonthPattern.Iso.Format)]);
}

internal sealed class FileObjectiveReportValidator : AbstractValidator<FileObjectiveReport>
{
    public FileObjectiveReportValidator()
    {
        RuleFor(r => r.Year).InclusiveBetween(2000, 2100);
        RuleFor(r => r.Half).InclusiveBetween(1, 2);
        RuleFor(r => r.Text).HasNoFault(text => FreeText.FaultIn(text, HalfYearReport.TextLength));
    }
}

internal sealed class FileObjectiveReportHandler(PartyOrgContext db, Caller caller, RulesInPlace rules, Ids ids, Clock clock) : IHandler<FileObjectiveReport, ObjectiveReportAnswer>
{
    public async Task<Result<ObjectiveReportAnswer>> Handle(FileObjectiveReport request, CancellationToken cancellationToken)
    {
        if (await db.RefusalToRecord(caller, request.Organization, "TWS-5.3b", clock.Today, cancellationToken) is { } refusal) return refusal;
        await db.LockChain(request.Organization.Value, cancellationToken);
        var there = await db.HalfYearReports.AsNoTracking().SingleOrDefaultAsync(r => r.OrganizationId == request.Organization && r.Year == request.Year && r.Half == request.Half, cancellationToken);
        var filed = HalfYearReport.File(request.Organization, request.Year, request.Half, request.Text, there, await rules.Of(request.Organization, cancellationToken), ids, clock.Today);
        if (!filed.Succeeded) return filed.Errors[0];
        db.Add(filed.Value);
        return ObjectiveReportAnswer.Of(filed.Value, await db.WholeMonthsOf(request.Organization, cancellationToken));
    }
}
