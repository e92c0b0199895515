using FluentValidation;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;
using PartyOrg.Domain.WorkPlans;

namespace PartyOrg.Application.WorkPlans;

/// <summary>Closes the handling of an unqualified member with what came of it (TWS-1.6c).</summary>
/// <param name="Handling">The handling, decided.</param>
/// <param name="Outcome">What came of it, 1 to 2,000 characters.</param>
/// <param name="ClosedOn">The day, today or before, not before the decision.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.Officers | Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-1.6c")]
public sealed record CloseMemberHandling(Id<MemberHandling> Handling, [property: Secret] string Outcome, LocalDate ClosedOn, ExpectedVersion Expected) : ICommand<MemberHandlingAnswer>, IChange
{
    /// <summary>What came of it.</summary>
    /// <param name="Outcome">What came of it, 1 to 2,000 characters.</param>
    /// <param name="ClosedOn">The day, today or before, not before the decision.</param>
    /// <example>{"outcome": "已按期改正，恢复正常参加组织生活", "closedOn": "2026-08-08"}</example>
    public sealed record Body(string Outcome, LocalDate ClosedOn);
}

internal sealed class CloseMemberHandlingValidator : AbstractValidator<CloseMemberHandling>
{
    public CloseMemberHandlingValidator(Clock clock)
    {
        RuleFor(r => r.Outcome).HasNoFault(text => FreeText.FaultIn(text, MemberHandling.TextLength));
        RuleFor(r => r.ClosedOn).NotInFuture(clock);
    }
}

internal sealed class CloseMemberHandlingHandler(PartyOrgContext db, Caller caller) : IHandler<CloseMemberHandling, MemberHandlingAnswer>
{
    public Task<Result<MemberHandlingAnswer>> Handle(CloseMemberHandling request, CancellationToken cancellationToken) =>
        db.Change(caller, request.Handling, request.Expected, row => row.Handling.Close(request.Outcome, request.ClosedOn, row.StandingOf(caller)), cancellationToken);
}
