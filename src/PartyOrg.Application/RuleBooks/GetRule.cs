using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Compliance;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.RuleBooks;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.RuleBooks;

/// <summary>Shows one rule: what it asks or forbids, where it stands, how it is read, and its parameters from when to when.</summary>
/// <param name="Rule">The rule's id, <c>TWS-3.3</c>.</param>
/// <param name="Organization">As it stands for this organization: with what the rule packs of the jurisdictions above it today change. As the book has it where it is left out.</param>
[AllowedTo(Role.Anyone)]
public sealed record GetRule(string Rule, Id<Organization>? Organization) : IQuery<RuleAnswer>;

/// <summary>A rule.</summary>
/// <param name="Id">The rule's id.</param>
/// <param name="Kind">Duty, invariant, procedure, …</param>
/// <param name="Title">The rule as a sentence.</param>
/// <param name="Summary">What it says, in our own words.</param>
/// <param name="Citation">Where it stands.</param>
/// <param name="Versions">Its versions, newest first.</param>
/// <param name="Conflicts">Where the rule's source disagrees with another one, or with itself; mostly none.</param>
public sealed record RuleAnswer(
    string Id, RuleKind Kind, Text Title, Text Summary, Citation Citation, IReadOnlyList<RuleVersionAnswer> Versions, IReadOnlyList<ConflictReference> Conflicts);

/// <summary>A conflict of sources that is named by its id.</summary>
/// <param name="Id">Its name in the list of conflicts.</param>
/// <param name="Title">The disagreement in one sentence.</param>
public sealed record ConflictReference(string Id, Text Title);

/// <summary>What a rule says from a day on.</summary>
/// <param name="InForceFrom">The first day; the version in force on a period's first day governs that period.</param>
/// <param name="Basis">Whether it says what the source says, how it is read, what the product adds, or what other law says.</param>
/// <param name="Reading">How a vague text is read.</param>
/// <param name="Check">The check and its parameters; none for an enforced rule and for a repeal.</param>
/// <param name="ChangedBy">The documents by which jurisdictions changed the parameters or numbers for their subtree, the highest one's first; none where the book's own hold.</param>
/// <param name="Numbers">The numbers that an enforced or proposing rule lays down; mostly none. A rule pack sets another one under <c>numbers</c>, within what each may be.</param>
public sealed record RuleVersionAnswer(
    LocalDate InForceFrom, Basis Basis, Text? Reading, IReadOnlyDictionary<string, JsonElement>? Check, IReadOnlyList<OverlaySource> ChangedBy, IReadOnlyList<RuleNumber> Numbers);

internal sealed class GetRuleHandler(PartyOrgContext db, Caller caller, Histories histories, RuleCatalog catalog, SourceConflicts conflicts, Clock clock) : IHandler<GetRule, RuleAnswer>
{
    public async Task<Result<RuleAnswer>> Handle(GetRule request, CancellationToken cancellationToken)
    {
        if (!catalog.TryFindRule(request.Rule, out var rule)) return RuleBookErrors.RuleNotFound(request.Rule);
        if (request.Organization is { } asked)
        {
            var organization = await db.Organizations.InScope(caller).AsNoTracking().SingleOrDefaultAsync(o => o.Id == asked, cancellationToken);
            if (organization is null) return OrganizationErrors.NotFound;
            var today = clock.Today;
            rule = new LocalPlans(catalog, rule, today, today).For(await histories.Above(organization, today, cancellationToken)).Rule;
        }

        return new RuleAnswer(
            rule.Id,
            rule.Kind,
            rule.On(clock.Today)?.Title ?? rule.Title,
            rule.Summary,
            rule.Citation,
            [.. rule.Versions.Select(v => new RuleVersionAnswer(v.InForceFrom, v.Basis, v.Reading, v.Check?.Parameters, [.. v.ChangedBy.Select(o => o.Source)], v.Numbers))],
            [.. conflicts.Of(rule.Id).Select(c => new ConflictReference(c.Id, c.Title))]);
    }
}
