using NodaTime;
using PartyOrg.Application.Compliance;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.RuleBooks;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Audit;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.RulePacks;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.RulePacks;

/// <summary>
/// Adopts a rule pack for its jurisdiction's subtree from a day on (REG-20). Periods that are open then finish as they were. What asks less than the jurisdictions above was authorised
/// by one of them (REG-19). Whoever adopts signs with name, office and the hash of the text.
/// </summary>
/// <param name="Pack">The pack.</param>
/// <param name="From">The first day on which it binds; for a new book not before its own first day in force.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.Officers, RuleId = "REG-20")]
public sealed record AdoptRulePack(Id<RulePack> Pack, LocalDate From, ExpectedVersion Expected) : ICommand<RulePackAnswer>, IChange
{
    /// <summary>From when.</summary>
    /// <param name="From">The first day on which it binds; for a new book not before its own first day in force.</param>
    /// <example>{"from": "2026-04-01"}</example>
    public sealed record Body(LocalDate From);
}

internal sealed class AdoptRulePackHandler(PartyOrgContext db, Caller caller, KnownRules known, Histories histories, Rights rights, Ids ids, Clock clock) : IHandler<AdoptRulePack, RulePackAnswer>
{
    public async Task<Result<RulePackAnswer>> Handle(AdoptRulePack request, CancellationToken cancellationToken)
    {
        // Who adopts another pack at this moment waits: two packs cannot take one name.
        await db.LockChain(AuditChain.System, cancellationToken);
        await known.Learn(db, cancellationToken);
        var found = await db.PackToChange(caller, request.Pack, request.Expected, cancellationToken);
        if (!found.Succeeded) return found.Errors[0];
        var (pack, jurisdiction) = found.Value;

        if (pack.Status != RulePackStatus.Uploaded) return RulePackErrors.WrongStep(pack.Status);
        var content = pack.Read(known.Catalog, known.Kinds);
        if (!content.Succeeded) return Result<RulePackAnswer>.Failure(content.Errors);
        if (!jurisdiction.ExistsOn(request.From)) return RulePackErrors.NotYetFounded(request.From).At("/from");
        var subtree = await histories.Subtree(jurisdiction, request.From, cancellationToken);
        var loosenings = content.Value.LooseningsOf(known.Catalog, subtree, request.From);
        if (!loosenings.Succeeded) return Result<RulePackAnswer>.Failure(loosenings.Errors);
        var authority = pack.AuthorisedFor is { } by ? subtree.NearnessOf(by.Value) : 0;
        var open = loosenings.Value.Where(l => l.AuthorisedBy is not { } needed || subtree.NearnessOf(needed) > authority).ToList();
        var adopted = pack.Adopt(request.From, content.Value, open, await db.Signer(caller, jurisdiction, clock, cancellationToken));
        if (!adopted.Succeeded) return adopted.Errors[0];

        db.Adoptions.AddRange(content.Value.AdoptedNames.Select(name => new BookAdoption(ids.New<BookAdoption>(), name, jurisdiction.Id, request.From, null, clock.Now)));
        await rights.OutdateAll(cancellationToken);
        return RulePackAnswer.Of(pack, jurisdiction);
    }
}
