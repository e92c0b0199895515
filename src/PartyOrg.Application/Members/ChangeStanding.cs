using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Members;

/// <summary>Records membership of another standing from a day on: a probationary member becomes formal, a member floats or shows himself.</summary>
/// <param name="Member">The person.</param>
/// <param name="Standing">Formal or probationary.</param>
/// <param name="Floating">Whether the relation lies elsewhere than where he takes part.</param>
/// <param name="Pocket">Whether he keeps the relation to himself.</param>
/// <param name="From">The first day; after the first day of what is recorded.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.Officers)]
public sealed record ChangeStanding(Id<Person> Member, Standing Standing, bool Floating, bool Pocket, LocalDate From, ExpectedVersion Expected) : ICommand<Done>, IChange, IAboutMember
{
    /// <summary>The standing, from when.</summary>
    /// <param name="Standing">Formal or probationary.</param>
    /// <param name="Floating">Whether the relation lies elsewhere than where he takes part.</param>
    /// <param name="Pocket">Whether he keeps the relation to himself.</param>
    /// <param name="From">The first day; after the first day of what is recorded.</param>
    /// <example>{"standing": "formal", "floating": false, "pocket": false, "from": "2026-03-01"}</example>
    public sealed record Body(Standing Standing, bool Floating, bool Pocket, LocalDate From);
}

internal sealed class ChangeStandingHandler(PartyOrgContext db, Caller caller, Ids ids, Clock clock) : IHandler<ChangeStanding, Done>
{
    public async Task<Result<Done>> Handle(ChangeStanding request, CancellationToken cancellationToken)
    {
        var found = await db.Persons.InScope(caller, db).Include(p => p.Memberships).SingleOrDefaultAsync(p => p.Id == request.Member, cancellationToken);
        var loaded = found.Expecting(request.Expected, MemberErrors.NotFound);
        return loaded.Succeeded ? loaded.Value.BecomeMember(request.Standing, request.Floating, request.Pocket, request.From, ids, clock.Now) : loaded.Errors[0];
    }
}
