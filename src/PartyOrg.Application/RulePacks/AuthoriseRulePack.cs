using FluentValidation;
using PartyOrg.Application.Compliance;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.RuleBooks;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.RulePacks;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.RulePacks;

/// <summary>Authorises, for a city or county above the jurisdiction, that a rule pack asks less than those above do (REG-19). Whoever does it holds his office above the jurisdiction.</summary>
/// <param name="Pack">The pack.</param>
/// <param name="Statement">The number of the authorising document or the reason, 1 to 500 characters.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.Officers, RuleId = "REG-19")]
public sealed record AuthoriseRulePack(Id<RulePack> Pack, string Statement, ExpectedVersion Expected) : ICommand<RulePackAnswer>, IChange
{
    /// <summary>By what authority.</summary>
    /// <param name="Statement">The number of the authorising document or the reason, 1 to 500 characters.</param>
    /// <example>{"statement": "市委组〔2026〕12号批复"}</example>
    public sealed record Body(string Statement);
}

internal sealed class AuthoriseRulePackValidator : AbstractValidator<AuthoriseRulePack>
{
    public AuthoriseRulePackValidator() => RuleFor(r => r.Statement).HasNoFault(statement => FreeText.FaultIn(statement, RulePack.StatementLength));
}

internal sealed class AuthoriseRulePackHandler(PartyOrgContext db, Caller caller, KnownRules known, Histories histories, Clock clock) : IHandler<AuthoriseRulePack, RulePackAnswer>
{
    public async Task<Result<RulePackAnswer>> Handle(AuthoriseRulePack request, CancellationToken cancellationToken)
    {
        var found = await db.PackToChange(caller, request.Pack, request.Expected, cancellationToken);
        if (!found.Succeeded) return found.Errors[0];
        var (pack, jurisdiction) = found.Value;
        if (pack.Status != RulePackStatus.Uploaded) return RulePackErrors.WrongStep(pack.Status);
        var content = pack.Read(known.Catalog, known.Kinds);
        if (!content.Succeeded) return Result<RulePackAnswer>.Failure(content.Errors);
        var subtree = await histories.Subtree(jurisdiction, clock.Today, cancellationToken);
        var loosenings = content.Value.LooseningsOf(known.Catalog, subtree, clock.Today);
        if (!loosenings.Succeeded) return Result<RulePackAnswer>.Failure(loosenings.Errors);
        if (loosenings.Value.Count == 0) return RulePackErrors.NothingToAuthorise;

        // Whoever signs stands where what is loosened is asked, or above: what the city asks, no county loosens for its towns.
        var needed = loosenings.Value.Max(l => l.AuthorisedBy is { } by ? subtree.NearnessOf(by) : int.MaxValue);
        var office = caller.OfficesOver(jurisdiction).Where(o => subtree.NearnessOf(o.OrganizationId!.Value.Value) is > 0 and var near && near >= needed).MaxBy(o => o.Path.Length);
        if (office is null) return RulePackErrors.NotAbove;
        return pack.Authorise(request.Statement, await db.Signer(caller, office, clock, cancellationToken)).Map(_ => RulePackAnswer.Of(pack, jurisdiction));
    }
}
