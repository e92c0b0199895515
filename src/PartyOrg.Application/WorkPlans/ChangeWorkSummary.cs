using FluentValidation;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;
using PartyOrg.Domain.WorkPlans;

namespace PartyOrg.Application.WorkPlans;

/// <summary>Writes a summary, or mends one that was returned (TWS-1.4e, TWS-1.4f). Its figures are counted anew. Advised: a summary that says nothing on clean conduct (TWS-2.3).</summary>
/// <param name="Summary">The summary, a draft or a returned one.</param>
/// <param name="Content">What it says from now on.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-1.4e")]
public sealed record ChangeWorkSummary(Id<WorkSummary> Summary, SummaryText Content, ExpectedVersion Expected) : ICommand<WorkSummaryAnswer>, IChange
{
    /// <summary>What it says.</summary>
    /// <param name="Content">What it says from now on.</param>
    /// <example>{"content": {"work": "上半年各项工作按计划推进。", "cleanConduct": "开展警示教育一次，无违纪情况。", "openness": "按月公开党务。", "study": "集中学习六次。"}}</example>
    public sealed record Body(SummaryText Content);
}

internal sealed class ChangeWorkSummaryValidator : AbstractValidator<ChangeWorkSummary>
{
    public ChangeWorkSummaryValidator() => RuleFor(r => r.Content).HasNoFaults(content => content.Faults());
}

internal sealed class ChangeWorkSummaryHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<ChangeWorkSummary, WorkSummaryAnswer>
{
    public Task<Result<WorkSummaryAnswer>> Handle(ChangeWorkSummary request, CancellationToken cancellationToken) => db.Change(
        caller, request.Summary, request.Expected,
        async row => row.Summary.Change(request.Content, await db.FiguresOf(row.Organization.Id, row.Summary.Period.Days, cancellationToken), row.StandingOf(caller), clock.Today), cancellationToken);
}
