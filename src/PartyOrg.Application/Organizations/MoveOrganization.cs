using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Organizations;

/// <summary>Moves an organization, with all below it, under another superior (REG-2, REG-7, REG-11). Periods that have begun are still judged by the old place.</summary>
/// <param name="Organization">The organization.</param>
/// <param name="SuperiorId">The new superior, in the caller's scope too.</param>
/// <param name="From">The first day under it; not after today.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.Officers)]
public sealed record MoveOrganization(Id<Organization> Organization, Id<Organization> SuperiorId, LocalDate From, ExpectedVersion Expected) : ICommand<OrganizationAnswer>, IChange
{
    /// <summary>Where to, from when.</summary>
    /// <param name="SuperiorId">The new superior, in the caller's scope too.</param>
    /// <param name="From">The first day under it; not after today.</param>
    /// <example>{"superiorId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d01", "from": "2026-03-01"}</example>
    public sealed record Body(Id<Organization> SuperiorId, LocalDate From);
}

internal sealed class MoveOrganizationValidator : AbstractValidator<MoveOrganization>
{
    public MoveOrganizationValidator(Clock clock) => RuleFor(r => r.From).NotInFuture(clock);
}

internal sealed class MoveOrganizationHandler(PartyOrgContext db, Caller caller, Tree tree, Ids ids, Clock clock) : IHandler<MoveOrganization, OrganizationAnswer>
{
    public async Task<Result<OrganizationAnswer>> Handle(MoveOrganization request, CancellationToken cancellationToken)
    {
        var found = await db.Organizations.InScope(caller).Include(o => o.Places).SingleOrDefaultAsync(o => o.Id == request.Organization, cancellationToken);
        var loaded = found.Expecting(request.Expected, OrganizationErrors.NotFound);
        if (!loaded.Succeeded) return loaded.Errors[0];
        var superior = await db.Organizations.InScope(caller).SingleOrDefaultAsync(o => o.Id == request.SuperiorId, cancellationToken);
        if (superior is null) return OrganizationErrors.NotFound.At("/superiorId");

        var before = loaded.Value.Path;
        var moved = loaded.Value.MoveUnder(superior, request.From, await tree.FreePositionUnder(superior, cancellationToken), await tree.LevelsBelow(before, cancellationToken), ids, clock.Now);
        if (!moved.Succeeded) return moved.Errors[0];
        await tree.FollowMove(before, loaded.Value.Path, cancellationToken);
        return loaded.Map(OrganizationAnswer.Of);
    }
}
