using FluentValidation;
using NodaTime;
using PartyOrg.Application.Pipeline;
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
/// <param name="SubmittedOn">The day on which the superior got it, today or before, and not before its period.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchSecretary, RuleId = "TWS-1.4e")]
public sealed record SubmitWorkSummary(Id<WorkSummary> Summary, LocalDate SubmittedOn, ExpectedVersion Expected) : ICommand<WorkSummaryAnswer>, IChange
{
    /// <summary>When.</summary>
    /// <param name="SubmittedOn">The day on which the superior got it, today or before, and not before its period.</param>
    /// <example>{"submittedOn": "2026-07-10"}</example>
    public sealed record Body(LocalDate SubmittedOn);
}

internal sealed class SubmitWorkSummaryValidator : AbstractValidator<SubmitWorkSummary>
{
    public SubmitWorkSummaryValidator(Clock clock) => RuleFor(r => r.SubmittedOn).NotInFuture(clock);
}

internal sealed class SubmitWorkSummaryHandler(PartyOrgContext db, Caller caller) : IHandler<SubmitWorkSummary, WorkSummaryAnswer>
{
    public Task<Result<WorkSummaryAnswer>> Handle(SubmitWorkSummary request, CancellationToken cancellationToken) => db.Change(
        caller, request.Summary, request.Expected,
        async row => row.Summary.Submit(request.SubmittedOn, await db.FiguresOf(row.Organization.Id, row.Summary.Period.Days, cancellationToken), row.StandingOf(caller)), cancellationToken);
}
