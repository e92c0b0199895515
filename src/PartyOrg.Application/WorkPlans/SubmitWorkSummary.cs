using FluentValidation;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.RuleBooks;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;
using PartyOrg.Domain.WorkPlans;

namespace PartyOrg.Application.WorkPlans;

/// <summary>
/// Submits a summary to the superior, for the first time or mended after it was returned. The first submission is the evidence (TWS-1.4e), in time or late by its day. The figures are
/// counted anew. Advised: a summary that says nothing on clean conduct (TWS-2.3).
/// </summary>
/// <param name="Summary">The summary, a draft or a returned one.</param>
/// <param name="Expected">The version that the caller saw.</param>
/// <param name="SubmittedOn">
/// The day on which the superior got it; today where it is left out. Not in the future, not before the day on which the text was drafted or changed last, and not before the last month of what it sums up: June 1
/// or December 1 (422 with TWS-1.4e or TWS-1.4e.2).
/// </param>
[AllowedTo(Role.BranchSecretary, RuleId = "TWS-1.4e")]
public sealed record SubmitWorkSummary(Id<WorkSummary> Summary, ExpectedVersion Expected, LocalDate? SubmittedOn = null) : ICommand<WorkSummaryAnswer>, IChange
{
    /// <summary>When.</summary>
    /// <param name="SubmittedOn">
    /// The day on which the superior got it; today where it is left out. Not in the future, not before the day on which the text was drafted or changed last, and not before the last month of what it sums up: June 1
    /// or December 1.
    /// </param>
    /// <example>{"submittedOn": "2026-07-10"}</example>
    public sealed record Body(LocalDate? SubmittedOn = null);
}

internal sealed class SubmitWorkSummaryValidator : AbstractValidator<SubmitWorkSummary>
{
    public SubmitWorkSummaryValidator(Clock clock) => RuleFor(r => r.SubmittedOn).HasNoFault(day => day > clock.Today ? ValueRules.InFuture : null);
}

internal sealed class SubmitWorkSummaryHandler(PartyOrgContext db, Caller caller, RulesInPlace rules, Clock clock) : IHandler<SubmitWorkSummary, WorkSummaryAnswer>
{
    public Task<Result<WorkSummaryAnswer>> Handle(SubmitWorkSummary request, CancellationToken cancellationToken) => db.Change(
        caller, request.Summary, request.Expected,
        async row => row.Summary.Submit(request.SubmittedOn ?? clock.Today, await db.FiguresOf(row.Organization.Id, row.Summary.Period.Days, cancellationToken), row.StandingOf(caller), await rules.Of(row.Organization.Id, cancellationToken)), cancellationToken);
}
