using FluentValidation;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;
using PartyOrg.Domain.WorkPlans;

namespace PartyOrg.Application.WorkPlans;

/// <summary>
/// The superior accepts a submitted summary and assesses the work (TWS-1.4f): as a whole, and on clean conduct (TWS-2.3), openness (TWS-8.5) and study (TWS-6.7). An officer or secretary
/// above the organization does this, never who leads it. Advised: an assessment that says nothing on clean conduct.
/// </summary>
/// <param name="Summary">The summary.</param>
/// <param name="Opinion">On the whole, 1 to 4,000 characters.</param>
/// <param name="CleanConduct">On clean conduct, up to 4,000 characters.</param>
/// <param name="Openness">On openness of Party affairs, up to 4,000 characters.</param>
/// <param name="Study">On study, education and training, up to 4,000 characters.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.Officers | Role.BranchSecretary, RuleId = "TWS-1.4f")]
public sealed record AcceptWorkSummary(Id<WorkSummary> Summary, string Opinion, string? CleanConduct, string? Openness, string? Study, ExpectedVersion Expected) : ICommand<WorkSummaryAnswer>, IChange
{
    /// <summary>The assessment.</summary>
    /// <param name="Opinion">On the whole, 1 to 4,000 characters.</param>
    /// <param name="CleanConduct">On clean conduct, up to 4,000 characters.</param>
    /// <param name="Openness">On openness of Party affairs, up to 4,000 characters.</param>
    /// <param name="Study">On study, education and training, up to 4,000 characters.</param>
    /// <example>{"opinion": "工作扎实，同意通过", "cleanConduct": "廉政教育落实到位", "openness": "公开及时", "study": "学习制度执行较好"}</example>
    public sealed record Body(string Opinion, string? CleanConduct = null, string? Openness = null, string? Study = null);
}

internal sealed class AcceptWorkSummaryValidator : AbstractValidator<AcceptWorkSummary>
{
    public AcceptWorkSummaryValidator()
    {
        RuleFor(r => r.Opinion).HasNoFault(text => FreeText.FaultIn(text, WorkSummary.PartLength));
        RuleFor(r => r.CleanConduct).HasNoFault(Part);
        RuleFor(r => r.Openness).HasNoFault(Part);
        RuleFor(r => r.Study).HasNoFault(Part);
        static Error? Part(string? text) => text is null ? null : FreeText.FaultIn(text, WorkSummary.PartLength);
    }
}

internal sealed class AcceptWorkSummaryHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<AcceptWorkSummary, WorkSummaryAnswer>
{
    public Task<Result<WorkSummaryAnswer>> Handle(AcceptWorkSummary request, CancellationToken cancellationToken) => db.Change(
        caller, request.Summary, request.Expected,
        row => Task.FromResult(row.Summary.Accept(
            new(true, clock.Today, request.Opinion, [], request.CleanConduct, request.Openness, request.Study, caller.AccountId!.Value), row.StandingOf(caller))), cancellationToken);
}
