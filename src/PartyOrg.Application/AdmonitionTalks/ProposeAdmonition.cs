using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.AdmonitionTalks;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.AdmonitionTalks;

/// <summary>
/// Proposes an admonition talk with a member on specific facts (TWS-10.2). At least one of the eight grounds (TWS-10.1b): absences and dues only where the product finds the facts (TWS-10.1),
/// which are put in; the others on the facts that the proposer writes, with the influence or effect where the ground names one.
/// </summary>
/// <param name="Organization">The organization to which the member belongs.</param>
/// <param name="PersonId">The member.</param>
/// <param name="Grounds">The grounds, each once.</param>
[AllowedTo(AdmonitionDesk.Deciders, RuleId = "TWS-10.2")]
public sealed record ProposeAdmonition(Id<Organization> Organization, [Secret] Id<Person> PersonId, [Secret] IReadOnlyList<ProposeAdmonition.Item> Grounds) : ICreate<AdmonitionSummary>
{
    /// <summary>A ground.</summary>
    /// <param name="Ground">Which one.</param>
    /// <param name="Facts">What happened, when and where, 1 to 2000 characters; of absences and dues a remark, which may be missing.</param>
    /// <param name="Effect">Which influence or effect it had, 1 to 1000 characters, where the ground names one.</param>
    public sealed record Item(Ground Ground, [Secret] string? Facts = null, [Secret] string? Effect = null);

    /// <summary>With whom, and why.</summary>
    /// <param name="PersonId">The member.</param>
    /// <param name="Grounds">The grounds, each once.</param>
    /// <example>{"personId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d03", "grounds": [{"ground": "unwillingToHelp", "facts": "2024年4月两次拒绝帮带新职工"}]}</example>
    public sealed record Body(Id<Person> PersonId, IReadOnlyList<Item> Grounds);
}

internal sealed class ProposeAdmonitionValidator : AbstractValidator<ProposeAdmonition>
{
    public ProposeAdmonitionValidator() => RuleFor(r => r.Grounds).HasNoFaults(grounds => grounds.Index().SelectMany(g => FaultsIn(g.Item).Select(f => f.At($"/{g.Index}{f.Pointer}"))));

    private static IEnumerable<Error> FaultsIn(ProposeAdmonition.Item item)
    {
        if (item.Facts is not null && FreeText.FaultIn(item.Facts, GroundOfCase.FactsLength) is { } inFacts) yield return inFacts.At("/facts");
        if (item.Effect is not null && FreeText.FaultIn(item.Effect, GroundOfCase.EffectLength) is { } inEffect) yield return inEffect.At("/effect");
    }
}

internal sealed class ProposeAdmonitionHandler(PartyOrgContext db, Caller caller, AdmonitionDesk desk, Candidates candidates, Ids ids, Clock clock) : IHandler<ProposeAdmonition, AdmonitionSummary>
{
    public async Task<Result<AdmonitionSummary>> Handle(ProposeAdmonition request, CancellationToken cancellationToken)
    {
        var organization = await db.Organizations.InScope(caller).AsNoTracking().SingleOrDefaultAsync(o => o.Id == request.Organization, cancellationToken);
        if (organization is null) return OrganizationErrors.NotFound;
        await db.LockChain(organization.Id.Value, cancellationToken);
        if (!await desk.Belongs(request.PersonId, organization.Id, cancellationToken)) return AdmonitionErrors.NotAMember.At("/personId");

        // Of several runs of one ground all are put in: the committee decides on the whole.
        var computed = request.Grounds.Any(g => g.Ground.IsComputed()) ? await candidates.Of(organization, clock.Today, request.PersonId, cancellationToken) : [];
        var grounds = request.Grounds.Select(g => new GroundOfCase(g.Ground, g.Facts, g.Effect, [.. computed.Where(c => c.Ground == g.Ground).SelectMany(c => c.Facts)])).ToList();
        var body = await desk.BodyFor(organization.Id, request.PersonId, cancellationToken);
        var open = await db.AdmonitionCases.Where(c => c.PersonId == request.PersonId && c.ClosedOn == null).AsNoTracking().ToListAsync(cancellationToken);
        var proposed = AdmonitionCase.Propose(organization.Id, request.PersonId, grounds, body, desk.Deciding(body, organization, request.PersonId), await desk.ActIn(organization.Id, cancellationToken), ids);
        if (!proposed.Succeeded) return Result<AdmonitionSummary>.Failure(proposed.Errors);
        if (open.Exists(c => c.Grounds.Any(g => grounds.Exists(n => n.Ground == g.Ground)))) return AdmonitionErrors.OpenAlready;
        db.Add(proposed.Value);
        return AdmonitionSummary.Of(proposed.Value, await db.Persons.Where(p => p.Id == request.PersonId).Select(p => p.Name).SingleAsync(cancellationToken));
    }
}
