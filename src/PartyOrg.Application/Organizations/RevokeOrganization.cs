using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.Units;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Organizations;

/// <summary>Ends an organization after its last day. No member and no organization may be left in it (REG-3); its posts end with it.</summary>
/// <param name="Organization">The organization.</param>
/// <param name="LastDay">The last day on which it exists, itself included; not after today.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.Officers)]
public sealed record RevokeOrganization(Id<Organization> Organization, LocalDate LastDay, ExpectedVersion Expected) : ICommand<OrganizationAnswer>, IChange
{
    /// <summary>When it ends.</summary>
    /// <param name="LastDay">The last day on which it exists, itself included; not after today.</param>
    /// <example>{"lastDay": "2026-02-28"}</example>
    public sealed record Body(LocalDate LastDay);
}

internal sealed class RevokeOrganizationValidator : AbstractValidator<RevokeOrganization>
{
    public RevokeOrganizationValidator(Clock clock) => RuleFor(r => r.LastDay).NotInFuture(clock);
}

internal sealed class RevokeOrganizationHandler(PartyOrgContext db, Caller caller, UnitBook units, Ids ids, Clock clock) : IHandler<RevokeOrganization, OrganizationAnswer>
{
    public async Task<Result<OrganizationAnswer>> Handle(RevokeOrganization request, CancellationToken cancellationToken)
    {
        // Whoever joins it, or founds something under it, waits for this chain: nobody slips in between the count and the end.
        await db.LockChain(request.Organization.Value, cancellationToken);
        var found = await db.Organizations.InScope(caller).Include(o => o.Lifetimes).Include(o => o.Places).Include(o => o.Posts).AsSplitQuery()
            .SingleOrDefaultAsync(o => o.Id == request.Organization, cancellationToken);
        var loaded = found.Expecting(request.Expected, OrganizationErrors.NotFound);
        if (!loaded.Succeeded) return loaded.Errors[0];

        var (id, lastDay) = (request.Organization, request.LastDay);
        var members = await db.Affiliations.CountAsync(a => a.OrganizationId == id && a.VoidedAt == null && (a.To == null || a.To > lastDay), cancellationToken);
        var organizations = await db.Places.CountAsync(p => p.SuperiorId == id && p.VoidedAt == null && (p.To == null || p.To > lastDay), cancellationToken);
        var revoked = loaded.Value.Revoke(lastDay, (members, organizations), ids, clock.Now);
        if (!revoked.Succeeded) return revoked.Errors[0];
        await units.FollowRevocation(id, lastDay, cancellationToken);
        return loaded.Map(OrganizationAnswer.Of);
    }
}
