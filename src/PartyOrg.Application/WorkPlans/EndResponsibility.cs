using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.WorkPlans;

namespace PartyOrg.Application.WorkPlans;

/// <summary>Ends what a committee member answers for (TWS-1.1), after its last day.</summary>
/// <param name="Responsibility">The responsibility.</param>
/// <param name="LastDay">The last day, itself included.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchSecretary, RuleId = "TWS-1.1")]
public sealed record EndResponsibility(Id<CommitteeResponsibility> Responsibility, LocalDate LastDay, ExpectedVersion Expected) : ICommand<ResponsibilityAnswer>, IChange
{
    /// <summary>When it ends.</summary>
    /// <param name="LastDay">The last day, itself included.</param>
    /// <example>{"lastDay": "2026-06-30"}</example>
    public sealed record Body(LocalDate LastDay);
}

internal sealed class EndResponsibilityHandler(PartyOrgContext db, Caller caller) : IHandler<EndResponsibility, ResponsibilityAnswer>
{
    public async Task<Result<ResponsibilityAnswer>> Handle(EndResponsibility request, CancellationToken cancellationToken)
    {
        var reached = db.Organizations.InScope(caller);
        var row = await db.CommitteeResponsibilities.Where(r => r.Id == request.Responsibility && reached.Any(o => o.Id == r.OrganizationId))
            .Join(db.Persons, r => r.PersonId, p => p.Id, (responsibility, person) => new { Responsibility = responsibility, person.Name }).SingleOrDefaultAsync(cancellationToken);
        var loaded = row?.Responsibility.Expecting(request.Expected, ResponsibilityErrors.NotFound) ?? ResponsibilityErrors.NotFound;
        if (!loaded.Succeeded) return loaded.Errors[0];
        var ended = loaded.Value.End(request.LastDay);
        return ended.Succeeded ? ResponsibilityAnswer.Of(loaded.Value, row!.Name) : ended.Errors[0];
    }
}
