using FluentValidation;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Members;

/// <summary>
/// Corrects the standing of today: it was another one, or held from another day, from the beginning (REG-1). What stood before it ends on the day before. Both stay in the history, and the reason in the audit; a
/// standing that changed is recorded with <c>changeStanding</c>.
/// </summary>
/// <param name="Member">The person.</param>
/// <param name="Standing">Formal or probationary.</param>
/// <param name="Floating">Whether the relation lies elsewhere than where he takes part.</param>
/// <param name="Pocket">Whether he keeps the relation to himself.</param>
/// <param name="From">The first day; after the first day of the standing before it, and today or before.</param>
/// <param name="Reason">Why, 1 to 500 characters.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.Officers)]
public sealed record CorrectStanding(Id<Person> Member, Standing Standing, bool Floating, bool Pocket, LocalDate From, string Reason, ExpectedVersion Expected) : ICommand<Done>, IChange, IAboutMember
{
    /// <summary>What it was, from when, and why that is known.</summary>
    /// <param name="Standing">Formal or probationary.</param>
    /// <param name="Floating">Whether the relation lies elsewhere than where he takes part.</param>
    /// <param name="Pocket">Whether he keeps the relation to himself.</param>
    /// <param name="From">The first day; after the first day of the standing before it, and today or before.</param>
    /// <param name="Reason">Why, 1 to 500 characters.</param>
    /// <example>{"standing": "formal", "floating": false, "pocket": false, "from": "2026-03-01", "reason": "转正日期录入有误"}</example>
    public sealed record Body(Standing Standing, bool Floating, bool Pocket, LocalDate From, string Reason);
}

internal sealed class CorrectStandingValidator : AbstractValidator<CorrectStanding>
{
    public CorrectStandingValidator(Clock clock)
    {
        RuleFor(r => r.From).NotInFuture(clock);
        RuleFor(r => r.Reason).HasNoFault(reason => FreeText.FaultIn(reason, Transfer.ReasonLength));
    }
}

internal sealed class CorrectStandingHandler(PartyOrgContext db, Caller caller, Ids ids, Clock clock) : IHandler<CorrectStanding, Done>
{
    public async Task<Result<Done>> Handle(CorrectStanding request, CancellationToken cancellationToken)
    {
        var loaded = await db.WithMemberships(caller, request.Member, request.Expected, cancellationToken);
        return loaded.Succeeded ? loaded.Value.CorrectStanding(request.Standing, request.Floating, request.Pocket, request.From, ids, clock.Now) : loaded.Errors[0];
    }
}
