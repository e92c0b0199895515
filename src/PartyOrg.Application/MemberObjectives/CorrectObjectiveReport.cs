using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.RuleBooks;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.MemberObjectives;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.MemberObjectives;

/// <summary>
/// Corrects a report on a half year that is wrong (TWS-5.3b), its half year included. What it said stays to be read, in <c>earlier</c>, with the reason. It stays filed on its day: about another half year it counts
/// for that one and no more for the first, and is refused where that day lies before the last months (422) or there is a report already (422).
/// </summary>
/// <param name="Report">The report.</param>
/// <param name="Reason">What was wrong, 1 to 500 characters.</param>
/// <param name="Year">The calendar year, 2000 to 2100.</param>
/// <param name="Half">1 or 2.</param>
/// <param name="Text">The whole report as it should be, 1 to 4000 characters.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(ProgressScope.Recorders, RuleId = "TWS-5.3b")]
public sealed record CorrectObjectiveReport(Id<HalfYearReport> Report, string Reason, int Year, int Half, string Text, ExpectedVersion Expected) : ICommand<ObjectiveReportAnswer>, IChange
{
    /// <summary>The report as it should be, and what was wrong.</summary>
    /// <param name="Reason">What was wrong, 1 to 500 characters.</param>
    /// <param name="Year">The calendar year, 2000 to 2100.</param>
    /// <param name="Half">1 or 2.</param>
    /// <param name="Text">The whole report as it should be, 1 to 4000 characters.</param>
    /// <example>{"reason": "漏报一名党员", "year": 2026, "half": 1, "text": "上半年各党员目标完成情况良好，李红因病顺延一项。"}</example>
    public sealed record Body(string Reason, int Year, int Half, string Text);
}

internal sealed class CorrectObjectiveReportValidator : AbstractValidator<CorrectObjectiveReport>
{
    public CorrectObjectiveReportValidator()
    {
        RuleFor(r => r.Reason).HasNoFault(reason => FreeText.FaultIn(reason, Correction.ReasonLength));
        RuleFor(r => r.Year).InclusiveBetween(2000, 2100);
        RuleFor(r => r.Half).InclusiveBetween(1, 2);
        RuleFor(r => r.Text).HasNoFault(text => FreeText.FaultIn(text, HalfYearReport.TextLength));
    }
}

internal sealed class CorrectObjectiveReportHandler(PartyOrgContext db, Caller caller, RulesInPlace rules, Clock clock) : IHandler<CorrectObjectiveReport, ObjectiveReportAnswer>
{
    public async Task<Result<ObjectiveReportAnswer>> Handle(CorrectObjectiveReport request, CancellationToken cancellationToken)
    {
        var reached = db.Organizations.InScope(caller);
        var asked = db.HalfYearReports.Where(r => r.Id == request.Report && reached.Any(o => o.Id == r.OrganizationId));
        var organization = await asked.Join(db.Organizations, r => r.OrganizationId, o => o.Id, (_, o) => o).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (organization is null) return ObjectivesErrors.ReportNotFound;
        if (caller.RefusalToKeep(organization, "TWS-5.3b") is { } refusal) return refusal;
        await db.LockChain(organization.Id.Value, cancellationToken);
        var loaded = (await asked.SingleOrDefaultAsync(cancellationToken)).Expecting(request.Expected, ObjectivesErrors.ReportNotFound);
        if (!loaded.Succeeded) return loaded.Errors[0];
        var report = loaded.Value;
        var there = await db.HalfYearReports.AsNoTracking().SingleOrDefaultAsync(r => r.OrganizationId == organization.Id && r.Id != report.Id && r.Year == request.Year && r.Half == request.Half, cancellationToken);
        var corrected = report.Correct(request.Year, request.Half, request.Text, new(request.Reason, caller.AccountId!.Value, clock.Now), there, await rules.Of(organization.Id, cancellationToken));
        if (!corrected.Succeeded) return corrected.Errors[0];
        return ObjectiveReportAnswer.Of(report, await db.WholeMonthsOf(organization.Id, cancellationToken));
    }
}
