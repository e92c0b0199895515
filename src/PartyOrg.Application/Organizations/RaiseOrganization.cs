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

/// <summary>
/// Raises an organization in rank (升格) from a day on, step by step (REG-25): branch, general branch, committee. Periods that have begun are still judged by what it was. A branch under it takes over the members and
/// Party groups that a general branch or committee does not hold itself.
/// </summary>
/// <param name="Organization">The organization.</param>
/// <param name="Type">What it becomes.</param>
/// <param name="From">The first day; not after today.</param>
/// <param name="Name">Its name from now on, 1 to 120 characters; none leaves it as it is.</param>
/// <param name="MembersTo">The branch under it to which its members and Party groups belong from that day on; none where it has none.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.Officers)]
public sealed record RaiseOrganization(Id<Organization> Organization, OrganizationType Type, LocalDate From, string? Name, Id<Organization>? MembersTo, ExpectedVersion Expected)
    : ICommand<OrganizationAnswer>, IChange
{
    /// <summary>To what, from when.</summary>
    /// <param name="Type">What it becomes.</param>
    /// <param name="From">The first day; not after today.</param>
    /// <param name="Name">Its name from now on, 1 to 120 characters; none leaves it as it is.</param>
    /// <param name="MembersTo">The branch under it to which its members and Party groups belong from that day on; none where it has none.</param>
    /// <example>{"type": "generalBranch", "from": "2026-03-01", "name": "华星科技有限公司党总支", "membersTo": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d02"}</example>
    public sealed record Body(OrganizationType Type, LocalDate From, string? Name = null, Id<Organization>? MembersTo = null);
}

internal sealed class RaiseOrganizationValidator : AbstractValidator<RaiseOrganization>
{
    public RaiseOrganizationValidator(Clock clock)
    {
        RuleFor(r => r.From).NotInFuture(clock);
        RuleFor(r => r.Name).MakesIfGiven(OrganizationName.Of);
    }
}

internal sealed class RaiseOrganizationHandler(PartyOrgContext db, Caller caller, Succession succession, Ids ids, Clock clock) : IHandler<RaiseOrganization, OrganizationAnswer>
{
    public async Task<Result<OrganizationAnswer>> Handle(RaiseOrganization request, CancellationToken cancellationToken)
    {
        await db.LockChain(request.Organization.Value, cancellationToken);
        var found = await db.Organizations.InScope(caller).Include(o => o.Lifetimes).Include(o => o.FormerNames).AsSplitQuery().SingleOrDefaultAsync(o => o.Id == request.Organization, cancellationToken);
        var loaded = found.Expecting(request.Expected, OrganizationErrors.NotFound);
        if (!loaded.Succeeded) return loaded.Errors[0];
        var raised = loaded.Value;
        var groups = (await succession.Below(raised.Id, request.From, cancellationToken)).FindAll(o => o.Type == OrganizationType.PartyGroup);
        var members = await succession.CountMembers(raised.Id, request.From, cancellationToken);

        if (request.MembersTo is { } id)
        {
            var heir = await db.Organizations.InScope(caller).SingleOrDefaultAsync(o => o.Id == id, cancellationToken);
            if (heir is null) return OrganizationErrors.NotFound.At("/membersTo");
            if (!raised.CanPassMembersTo(heir)) return SuccessionErrors.NotBelow(heir);
            if (!heir.ExistsOn(request.From)) return OrganizationErrors.DoesNotExist(heir, request.From).At("/membersTo");
            var passed = await succession.PassOrganizations(groups, heir, request.From, cancellationToken);
            if (!passed.Succeeded) return passed.Errors[0];
            await succession.PassMembers(raised.Id, heir, request.From, cancellationToken);
            (members, groups) = (0, []);
        }

        var done = raised.RiseTo(request.Type, request.From, (members, groups.Count), ids, clock.Now);
        if (!done.Succeeded) return done.Errors[0];
        if (request.Name is { } name) raised.Rename(OrganizationName.Of(name).Value, ids, clock);
        return loaded.Map(OrganizationAnswer.Of);
    }
}
