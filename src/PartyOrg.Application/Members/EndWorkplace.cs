using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Members;

/// <summary>Records the last day on which a member works in a unit (REG-47).</summary>
/// <param name="Member">The person.</param>
/// <param name="Workplace">The workplace.</param>
/// <param name="LastDay">The last day, itself included.</param>
/// <param name="Expected">The member's version that the caller saw.</param>
[AllowedTo(Role.Officers | Role.BranchSecretary)]
public sealed record EndWorkplace(Id<Person> Member, Id<Workplace> Workplace, LocalDate LastDay, ExpectedVersion Expected) : ICommand<Done>, IChange, IAboutMember
{
    /// <summary>When it ends.</summary>
    /// <param name="LastDay">The last day, itself included.</param>
    /// <example>{"lastDay": "2026-02-28"}</example>
    public sealed record Body(LocalDate LastDay);
}

internal sealed class EndWorkplaceHandler(PartyOrgContext db, Caller caller, Ids ids, Clock clock) : IHandler<EndWorkplace, Done>
{
    public async Task<Result<Done>> Handle(EndWorkplace request, CancellationToken cancellationToken)
    {
        var loaded = await db.WithWorkplaces(caller, request.Member, request.Expected, cancellationToken);
        return loaded.Succeeded ? loaded.Value.EndWorkplace(request.Workplace, request.LastDay, ids, clock.Now).Map(_ => Done.It) : loaded.Errors[0];
    }
}
