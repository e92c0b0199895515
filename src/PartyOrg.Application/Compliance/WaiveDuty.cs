using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.RuleBooks;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.RuleBooks;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Compliance;

/// <summary>
/// Excuses an organization or Party group from one duty in one period, past, open or to come (REG-17). An officer of a town, county or city above it
/// does this, never who holds a post in it. The verdict becomes <c>waived</c> and gives the reason; work that is done all the same makes it <c>met</c>.
/// </summary>
/// <param name="Organization">Who is excused.</param>
/// <param name="RuleId">The judged rule, as the verdict names it.</param>
/// <param name="Period">The label of one of the rule's own periods, as the verdict names it: 2026-03, 2026-Q1, 2026-H1, 2026.</param>
/// <param name="Reason">Why, 1 to 500 characters; everybody who sees the verdict reads it.</param>
[AllowedTo(Role.Officers, RuleId = "REG-17")]
public sealed record WaiveDuty(Id<Organization> Organization, string RuleId, string Period, string Reason) : ICreate<WaiverAnswer>
{
    /// <summary>From what, for when and why.</summary>
    /// <param name="RuleId">The judged rule, as the verdict names it.</param>
    /// <param name="Period">The label of one of the rule's own periods, as the verdict names it: 2026-03, 2026-Q1, 2026-H1, 2026.</param>
    /// <param name="Reason">Why, 1 to 500 characters; everybody who sees the verdict reads it.</param>
    /// <example>{"ruleId": "TWS-3.3", "period": "2026-Q1", "reason": "企业停产检修，党员全部外出"}</example>
    public sealed record Body(string RuleId, string Period, string Reason);
}

/// <summary>A superior has excused one duty in one period.</summary>
/// <param name="Id">Its id.</param>
/// <param name="OrganizationId">Who is excused.</param>
/// <param name="OrganizationName">What it is called.</param>
/// <param name="RuleId">From which rule.</param>
/// <param name="Period">For which days.</param>
/// <param name="Reason">Why.</param>
/// <param name="GivenBy">The name of the account that gave it.</param>
/// <param name="GivenAt">When it was given.</param>
/// <param name="WithdrawnAt">When it was taken back; none while it stands.</param>
/// <param name="WithdrawnBecause">Why it was taken back.</param>
/// <param name="Version">Counts the changes; <c>If-Match</c> names it.</param>
public sealed record WaiverAnswer(
    Id<DutyWaiver> Id, Id<Organization> OrganizationId, string OrganizationName, string RuleId, VerdictPeriod Period, string Reason, string GivenBy, Instant GivenAt, Instant? WithdrawnAt,
    string? WithdrawnBecause, int Version) : Answer, IVersioned
{
    internal static WaiverAnswer Of(DutyWaiver w, string organization, string givenBy) => new(
        w.Id, w.OrganizationId, organization, w.RuleId, new(w.PeriodLabel, w.PeriodFrom, w.PeriodTo), w.Reason, givenBy, w.RecordedAt, w.VoidedAt, w.WithdrawnBecause, w.Version);
}

internal sealed class WaiveDutyValidator : AbstractValidator<WaiveDuty>
{
    public WaiveDutyValidator() => RuleFor(r => r.Reason).HasNoFault(reason => FreeText.FaultIn(reason, DutyWaiver.ReasonLength));
}

internal sealed class WaiveDutyHandler(PartyOrgContext db, Caller caller, Histories histories, RuleCatalog catalog, Ids ids, Clock clock) : IHandler<WaiveDuty, WaiverAnswer>
{
    public async Task<Result<WaiverAnswer>> Handle(WaiveDuty request, CancellationToken cancellationToken)
    {
        var organization = await db.Organizations.InScope(caller).AsNoTracking().SingleOrDefaultAsync(o => o.Id == request.Organization, cancellationToken);
        if (organization is null) return OrganizationErrors.NotFound;
        if (!catalog.TryFindRule(request.RuleId, out var rule)) return RuleBookErrors.RuleNotFound(request.RuleId).At("/ruleId");
        if (!rule.IsJudged) return WaiverErrors.NotJudged(rule.Id);
        var asked = LocalPlans.Of(catalog, rule, request.Period);
        if (!asked.Succeeded) return asked.Errors[0].At("/period");
        if (!caller.IsSuperiorOf(organization)) return WaiverErrors.ForOneself;

        // Who records work of the organization, or waives something for it, waits for this chain: nothing slips in between the judgement and the waiver.
        await db.LockChain(organization.Id.Value, cancellationToken);
        var today = clock.Today;
        var records = await histories.OfOne(organization.Id, null, Asked.Evidence(catalog, [rule], asked.Value.From, asked.Value.To, today), null, cancellationToken);
        if (asked.Value.FaultIn(request.Period, records.Histories.GetValueOrDefault(organization.Id.Value)) is { } fault) return fault.At("/period");
        var judgement = records.Judgements(organization.Id.Value, asked.Value, today).Where(j => j.Slot.Period.Label == request.Period).Select(j => (Judgement?)j).FirstOrDefault();

        var waived = DutyWaiver.Give(organization.Id, rule.Id, judgement, request.Reason, caller.AccountId!.Value, ids, clock.Now);
        if (!waived.Succeeded) return waived.Errors[0];
        db.Add(waived.Value);
        var giver = await db.Accounts.Where(a => a.Id == caller.AccountId).Select(a => a.DisplayName).SingleAsync(cancellationToken);
        return WaiverAnswer.Of(waived.Value, organization.Name, giver);
    }
}
