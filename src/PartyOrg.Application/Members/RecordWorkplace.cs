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

/// <summary>
/// Records in which unit a member works, from a day on: in one at a time (REG-47). The unit in which he worked until then is left by this on the day before. Refused where another workplace holds in the same days, or
/// the unit is not in the register or closed on one of them (REG-42).
/// </summary>
/// <param name="Member">The person.</param>
/// <param name="UnitId">The unit, where the caller sees it.</param>
/// <param name="CreditCode">Its unified social credit code instead: of a unit outside the caller's scope, too.</param>
/// <param name="From">The first day; not after today.</param>
/// <param name="To">The last day, itself included; left out while it goes on.</param>
/// <param name="Expected">The member's version that the caller saw.</param>
[AllowedTo(Role.Officers | Role.BranchSecretary)]
public sealed record RecordWorkplace(Id<Person> Member, Id<Unit>? UnitId, string? CreditCode, LocalDate From, LocalDate? To, ExpectedVersion Expected) : ICommand<WorkplaceAnswer>, IChange, IAboutMember
{
    /// <summary>In which unit, from when to when.</summary>
    /// <param name="From">The first day; not after today.</param>
    /// <param name="UnitId">The unit, where the caller sees it.</param>
    /// <param name="CreditCode">Its unified social credit code instead: of a unit outside the caller's scope, too.</param>
    /// <param name="To">The last day, itself included; left out while it goes on.</param>
    /// <example>{"from": "2026-03-01", "unitId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d07"}</example>
    public sealed record Body(LocalDate From, Id<Unit>? UnitId = null, string? CreditCode = null, LocalDate? To = null);
}

internal sealed class RecordWorkplaceValidator : AbstractValidator<RecordWorkplace>
{
    public RecordWorkplaceValidator(Clock clock)
    {
        RuleFor(r => r).HasNoFault(r => Workplaces.FaultIn(r.UnitId, r.CreditCode));
        RuleFor(r => r.From).NotInFuture(clock);
    }
}

internal sealed class RecordWorkplaceHandler(PartyOrgContext db, Caller caller, Ids ids, Clock clock) : IHandler<RecordWorkplace, WorkplaceAnswer>
{
    public async Task<Result<WorkplaceAnswer>> Handle(RecordWorkplace request, CancellationToken cancellationToken)
    {
        var loaded = await db.WithWorkplaces(caller, request.Member, request.Expected, cancellationToken);
        if (!loaded.Succeeded) return loaded.Errors[0];
        var unit = await db.NamedUnit(caller, request.UnitId, request.CreditCode, cancellationToken);
        return unit.Succeeded ? loaded.Value.Work(unit.Value, new(request.From, request.To), ids, clock.Now).Map(w => w.Shown(unit.Value, loaded.Value)) : unit.Errors[0];
    }
}
