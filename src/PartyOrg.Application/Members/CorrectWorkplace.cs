using FluentValidation;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;
using PartyOrg.Domain.Units;

namespace PartyOrg.Application.Members;

/// <summary>Corrects a workplace: it was another unit, or other days, from the beginning (REG-47). What stood before stays in the history, voided.</summary>
/// <param name="Member">The person.</param>
/// <param name="Workplace">The workplace.</param>
/// <param name="UnitId">The unit, where the caller sees it.</param>
/// <param name="CreditCode">Its unified social credit code instead: of a unit outside the caller's scope, too.</param>
/// <param name="From">The first day; not after today.</param>
/// <param name="To">The last day, itself included; left out while it goes on.</param>
/// <param name="Expected">The member's version that the caller saw.</param>
[AllowedTo(Role.Officers | Role.BranchSecretary)]
public sealed record CorrectWorkplace(Id<Person> Member, Id<Workplace> Workplace, Id<Unit>? UnitId, string? CreditCode, LocalDate From, LocalDate? To, ExpectedVersion Expected)
    : ICommand<WorkplaceAnswer>, IChange, IAboutMember
{
    /// <summary>In which unit, from when to when.</summary>
    /// <param name="From">The first day; not after today.</param>
    /// <param name="UnitId">The unit, where the caller sees it.</param>
    /// <param name="CreditCode">Its unified social credit code instead: of a unit outside the caller's scope, too.</param>
    /// <param name="To">The last day, itself included; left out while it goes on.</param>
    /// <example>{"from": "2026-02-01", "creditCode": "91350100M000100Y43"}</example>
    public sealed record Body(LocalDate From, Id<Unit>? UnitId = null, string? CreditCode = null, LocalDate? To = null);
}

internal sealed class CorrectWorkplaceValidator : AbstractValidator<CorrectWorkplace>
{
    public CorrectWorkplaceValidator(Clock clock)
    {
        RuleFor(r => r).HasNoFault(r => Workplaces.FaultIn(r.UnitId, r.CreditCode));
        RuleFor(r => r.From).NotInFuture(clock);
    }
}

internal sealed class CorrectWorkplaceHandler(PartyOrgContext db, Caller caller, Ids ids, Clock clock) : IHandler<CorrectWorkplace, WorkplaceAnswer>
{
    public async Task<Result<WorkplaceAnswer>> Handle(CorrectWorkplace request, CancellationToken cancellationToken)
    {
        var loaded = await db.WithWorkplaces(caller, request.Member, request.Expected, cancellationToken);
        if (!loaded.Succeeded) return loaded.Errors[0];
        var unit = await db.NamedUnit(caller, request.UnitId, request.CreditCode, cancellationToken);
        return unit.Succeeded
            ? loaded.Value.CorrectWorkplace(request.Workplace, unit.Value, new(request.From, request.To), ids, clock.Now).Map(w => w.Shown(unit.Value, loaded.Value))
            : unit.Errors[0];
    }
}
