using FluentValidation;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;
using PartyOrg.Domain.WorkPlans;

namespace PartyOrg.Application.WorkPlans;

/// <summary>The superior returns a submitted summary with points to mend (TWS-1.4f); it is mended and submitted again. Who may accept it may return it.</summary>
/// <param name="Summary">The summary.</param>
/// <param name="Points">What is to be mended, 1 to 20 points of up to 500 characters.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.Officers | Role.BranchSecretary, RuleId = "TWS-1.4f")]
public sealed record ReturnWorkSummary(Id<WorkSummary> Summary, IReadOnlyList<string> Points, ExpectedVersion Expected) : ICommand<WorkSummaryAnswer>, IChange
{
    /// <summary>What is to be mended.</summary>
    /// <param name="Points">What is to be mended, 1 to 20 points of up to 500 characters.</param>
    /// <example>{"points": ["补充党风廉政建设部分", "说明未完成项目的原因"]}</example>
    public sealed record Body(IReadOnlyList<string> Points);
}

internal sealed class ReturnWorkSummaryValidator : AbstractValidator<ReturnWorkSummary>
{
    public ReturnWorkSummaryValidator() => RuleFor(r => r.Points).HasNoFaults(Faults);

    private static IEnumerable<Error> Faults(IReadOnlyList<string> points)
    {
        if (points.Count is 0 or > WorkSummary.MostPoints) yield return WorkSummaryErrors.PointsOutOfRange;
        foreach (var (i, point) in points.Index())
        {
            if (FreeText.FaultIn(point, WorkSummary.PointLength) is { } fault) yield return fault.At($"/{i}");
        }
    }
}

internal sealed class ReturnWorkSummaryHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<ReturnWorkSummary, WorkSummaryAnswer>
{
    public Task<Result<WorkSummaryAnswer>> Handle(ReturnWorkSummary request, CancellationToken cancellationToken) => db.Change(
        caller, request.Summary, request.Expected,
        row => Task.FromResult(row.Summary.Return(new(false, clock.Today, null, request.Points, null, null, null, caller.AccountId!.Value), row.StandingOf(caller))), cancellationToken);
}
