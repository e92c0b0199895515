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

/// <summary>Records how the committee decided to handle an unqualified member (TWS-1.6c). Who is to mend has a term for it that ends after the decision; other measures have none.</summary>
/// <param name="Handling">The handling, opened and not decided.</param>
/// <param name="Measure">How he is handled.</param>
/// <param name="Decision">The decision in words, 1 to 2,000 characters.</param>
/// <param name="DecidedOn">The day of the decision, today or before.</param>
/// <param name="MendBy">The last day of the term for mending, itself included.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.Officers | Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-1.6c")]
public sealed record DecideMemberHandling(Id<MemberHandling> Handling, [property: Secret] HandlingMeasure Measure, [property: Secret] string Decision, LocalDate DecidedOn, LocalDate? MendBy, ExpectedVersion Expected)
    : ICommand<MemberHandlingAnswer>, IChange
{
    /// <summary>The decision.</summary>
    /// <param name="Measure">How he is handled.</param>
    /// <param name="Decision">The decision in words, 1 to 2,000 characters.</param>
    /// <param name="DecidedOn">The day of the decision, today or before.</param>
    /// <param name="MendBy">The last day of the term for mending, itself included.</param>
    /// <example>{"measure": "mendWithinTerm", "decision": "限期改正，由王伟同志负责帮教", "decidedOn": "2026-02-10", "mendBy": "2026-08-10"}</example>
    public sealed record Body(HandlingMeasure Measure, string Decision, LocalDate DecidedOn, LocalDate? MendBy = null);
}

internal sealed class DecideMemberHandlingValidator : AbstractValidator<DecideMemberHandling>
{
    public DecideMemberHandlingValidator(Clock clock)
    {
        RuleFor(r => r.Decision).HasNoFault(text => FreeText.FaultIn(text, MemberHandling.TextLength));
        RuleFor(r => r.DecidedOn).NotInFuture(clock);
    }
}

internal sealed class DecideMemberHandlingHandler(PartyOrgContext db, Caller caller) : IHandler<DecideMemberHandling, MemberHandlingAnswer>
{
    public Task<Result<MemberHandlingAnswer>> Handle(DecideMemberHandling request, CancellationToken cancellationToken) => db.Change(
        caller, request.Handling, request.Expected, row => row.Handling.Decide(request.Measure, request.Decision, request.DecidedOn, request.MendBy, row.StandingOf(caller)), cancellationToken);
}
