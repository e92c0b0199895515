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

/// <summary>
/// Merges an organization into another one from a day on (REG-24): relations, enrolments, Party groups and what stands under it are the other's, its posts end and it is revoked. Its evidence stays its own, and the
/// other's history says what was merged into it.
/// </summary>
/// <param name="Organization">The organization that becomes part of the other.</param>
/// <param name="IntoId">The other organization, in the caller's scope too.</param>
/// <param name="On">The first day on which what was its own is the other's; not after today.</param>
/// <param name="Expected">The version that the caller saw of the organization that becomes part of the other.</param>
[AllowedTo(Role.Officers)]
public sealed record MergeOrganizations(Id<Organization> Organization, Id<Organization> IntoId, LocalDate On, ExpectedVersion Expected) : ICommand<OrganizationAnswer>, IChange
{
    /// <summary>Into which, from when.</summary>
    /// <param name="IntoId">The other organization, in the caller's scope too.</param>
    /// <param name="On">The first day on which what was its own is the other's; not after today.</param>
    /// <example>{"intoId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d02", "on": "2026-03-01"}</example>
    public sealed record Body(Id<Organization> IntoId, LocalDate On);
}

internal sealed class MergeOrganizationsValidator : AbstractValidator<MergeOrganizations>
{
    public MergeOrganizationsValidator(Clock clock) => RuleFor(r => r.On).NotInFuture(clock);
}

internal sealed class MergeOrganizationsHandler(PartyOrgContext db, Caller caller, Succession succession, UnitBook units, Ids ids, Clock clock) : IHandler<MergeOrganizations, OrganizationAnswer>
{
    public async Task<Result<OrganizationAnswer>> Handle(MergeOrganizations request, CancellationToken cancellationToken)
    {
        // Whoever joins either of the two, or founds something under it, waits: nobody is left behind.
        foreach (var chain in new[] { request.Organization.Value, request.IntoId.Value }.Distinct().Order()) await db.LockChain(chain, cancellationToken);
        var found = await db.Organizations.InScope(caller).Include(o => o.Lifetimes).Include(o => o.Places).Include(o => o.Posts).AsSplitQuery()
            .SingleOrDefaultAsync(o => o.Id == request.Organization, cancellationToken);
        var loaded = found.Expecting(request.Expected, OrganizationErrors.NotFound);
        if (!loaded.Succeeded) return loaded.Errors[0];
        var into = await db.Organizations.InScope(caller).SingleOrDefaultAsync(o => o.Id == request.IntoId, cancellationToken);
        if (into is null) return OrganizationErrors.NotFound.At("/intoId");

        var merged = loaded.Value;
        var below = await succession.Below(merged.Id, request.On, cancellationToken);
        var members = await succession.CountMembers(merged.Id, request.On, cancellationToken);
        if (merged.RefusalOfMerger(into, request.On, members + below.Count(o => o.Type == OrganizationType.PartyGroup)) is { } refusal) return refusal;
        var passed = await succession.PassOrganizations(below, into, request.On, cancellationToken);
        if (!passed.Succeeded) return passed.Errors[0];
        await succession.PassMembers(merged.Id, into, request.On, cancellationToken);
        await units.FollowMerger(merged.Id, into, request.On, cancellationToken);
        var done = merged.BecomePartOf(into, request.On, ids, clock.Now);
        return done.Succeeded ? loaded.Map(OrganizationAnswer.Of) : done.Errors[0];
    }
}
