using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.RulePacks;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.RulePacks;

/// <summary>
/// Withdraws a rule pack by a last day (REG-20): what it asked up to then stays asked, an open period of a rule that it changed finishes as changed, one of a rule of its own book, which then binds
/// only a part of it, is no longer asked, and <c>knownAt</c> still tells what was known before. One that was never adopted is
/// given up. Of one that was withdrawn already it corrects the last day, as a new version with a signature of its own. Nothing is deleted.
/// </summary>
/// <param name="Pack">The pack.</param>
/// <param name="LastDay">The last day on which it binds; the day before its first one undoes it altogether. None for one that was never adopted.</param>
/// <param name="Reason">Why, 1 to 500 characters.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.Officers, RuleId = "REG-20")]
public sealed record WithdrawRulePack(Id<RulePack> Pack, LocalDate? LastDay, string Reason, ExpectedVersion Expected) : ICommand<RulePackAnswer>, IChange
{
    /// <summary>By when, and why.</summary>
    /// <param name="Reason">Why, 1 to 500 characters.</param>
    /// <param name="LastDay">The last day on which it binds; the day before its first one undoes it altogether. None for one that was never adopted.</param>
    /// <example>{"lastDay": "2026-12-31", "reason": "已由市级规定取代"}</example>
    public sealed record Body(string Reason, LocalDate? LastDay = null);
}

internal sealed class WithdrawRulePackValidator : AbstractValidator<WithdrawRulePack>
{
    public WithdrawRulePackValidator() => RuleFor(r => r.Reason).HasNoFault(reason => FreeText.FaultIn(reason, RulePack.StatementLength));
}

internal sealed class WithdrawRulePackHandler(PartyOrgContext db, Caller caller, Ids ids, Clock clock) : IHandler<WithdrawRulePack, RulePackAnswer>
{
    public async Task<Result<RulePackAnswer>> Handle(WithdrawRulePack request, CancellationToken cancellationToken)
    {
        var found = await db.PackToChange(caller, request.Pack, request.Expected, cancellationToken);
        if (!found.Succeeded) return found.Errors[0];
        var (pack, jurisdiction) = found.Value;
        var withdrawn = pack.Withdraw(request.LastDay, request.Reason, await db.Signer(caller, jurisdiction, clock, cancellationToken));
        if (!withdrawn.Succeeded) return withdrawn.Errors[0];

        var books = pack.Books.Prepend(pack.Adopted).ToList();
        foreach (var adoption in await db.Adoptions.Where(a => a.JurisdictionId == jurisdiction.Id && books.Contains(a.Book) && a.VoidedAt == null).ToListAsync(cancellationToken)) adoption.Void(clock.Now);
        if (pack.From is { } from && request.LastDay >= from) db.AddRange(books.Select(book => new BookAdoption(ids.New<BookAdoption>(), book, jurisdiction.Id, from, request.LastDay, clock.Now)));
        return RulePackAnswer.Of(pack, jurisdiction);
    }
}
