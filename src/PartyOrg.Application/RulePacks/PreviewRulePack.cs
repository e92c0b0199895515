using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using PartyOrg.Application.Compliance;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.RuleBooks;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Compliance.Checks;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.RuleBooks;
using PartyOrg.Domain.RulePacks;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.RulePacks;

/// <summary>
/// What would change for whom, were the rule pack adopted from a day on: the counts of each rule that it touches before and after, what it asks less than the jurisdictions above, and each
/// duty of each organization of the subtree that would stand otherwise: by another status, to another day, or with something else missing. Numbers of rules that are enforced, or that propose a case, change no duty by themselves: they are told beside the counts.
/// Nothing is saved.
/// </summary>
/// <param name="Pack">A pack that was not adopted yet.</param>
/// <param name="AdoptedFrom">The first day on which it would bind; today where it is left out.</param>
/// <param name="AsOf">The civil date on which the question is put. Today where it is left out.</param>
/// <param name="From">The first day, or the label of a period. The year of the asked date where both ends are left out.</param>
/// <param name="To">The last day, or the label of a period.</param>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(Role.Officers | Role.Auditor)]
public sealed record PreviewRulePack(Id<RulePack> Pack, LocalDate? AdoptedFrom, LocalDate? AsOf, string? From, string? To, int? Limit, string? Cursor) : IQuery<RulePackPreview>;

/// <summary>What would change for whom.</summary>
/// <param name="AdoptedFrom">The first day on which it would bind.</param>
/// <param name="AsOf">The date on which the question was put.</param>
/// <param name="From">The first day asked for.</param>
/// <param name="To">The last day asked for.</param>
/// <param name="Loosenings">What it asks less than the jurisdictions above; with any of these it needs their authorisation (REG-19).</param>
/// <param name="Numbers">The numbers of enforced and proposing rules that it sets: as they hold in the jurisdiction on the first day, and as they would.</param>
/// <param name="Remark">That those numbers change no duty's status by themselves, and so stand in none of the counts; none where it sets no number.</param>
/// <param name="Rules">The duties of each rule that it touches, before and after.</param>
/// <param name="Subjects">How many organizations and Party groups have a duty that would stand otherwise.</param>
/// <param name="Items">Those duties, by the place of the subject in the tree, rule and period.</param>
/// <param name="Next">The cursor of the next page; none on the last one.</param>
public sealed record RulePackPreview(
    LocalDate AdoptedFrom, LocalDate AsOf, LocalDate From, LocalDate To, IReadOnlyList<Loosening> Loosenings, IReadOnlyList<NumberBeforeAndAfter> Numbers, Text? Remark,
    IReadOnlyList<RuleBeforeAndAfter> Rules, int Subjects,
    IReadOnlyList<DutyBeforeAndAfter> Items, string? Next);

/// <summary>The duties of one rule in the subtree.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Title">The rule as a sentence.</param>
/// <param name="Before">How many have which status now.</param>
/// <param name="After">How many would have which status.</param>
public sealed record RuleBeforeAndAfter(string RuleId, Text Title, StatusCounts Before, StatusCounts After);

/// <summary>One duty of one subject.</summary>
/// <param name="SubjectId">The organization or Party group.</param>
/// <param name="Name">What it is called.</param>
/// <param name="RuleId">The rule.</param>
/// <param name="Period">The days for which it is judged.</param>
/// <param name="Before">Its status now; none for a period that there would be only then.</param>
/// <param name="After">Its status then; none for a period that there would no longer be.</param>
/// <param name="DueBefore">The last day on which the work is in time now.</param>
/// <param name="DueAfter">The last day on which it would be in time then.</param>
/// <param name="Parameters">What is asked otherwise of a period that there is now and would be then; empty for one that only begins or ceases to be.</param>
public sealed record DutyBeforeAndAfter(
    Guid SubjectId, string Name, string RuleId, VerdictPeriod Period, VerdictStatus? Before, VerdictStatus? After, LocalDate? DueBefore, LocalDate? DueAfter, IReadOnlyList<ParameterBeforeAndAfter> Parameters);

/// <summary>A parameter of a duty that would be another one.</summary>
/// <param name="Name">Its name; <c>is</c> for the shape itself.</param>
/// <param name="Before">Its value now; none where it is not there.</param>
/// <param name="After">Its value then; none where it would not be there.</param>
public sealed record ParameterBeforeAndAfter(string Name, JsonElement? Before, JsonElement? After);

internal sealed class PreviewRulePackHandler(PartyOrgContext db, Caller caller, KnownRules known, Histories histories, Clock clock) : IHandler<PreviewRulePack, RulePackPreview>
{
    public async Task<Result<RulePackPreview>> Handle(PreviewRulePack request, CancellationToken cancellationToken)
    {
        var (asOf, adoptedFrom) = (request.AsOf ?? clock.Today, request.AdoptedFrom ?? clock.Today);
        var (limit, cursor, days) = (PageLimit.Of(request.Limit), Cursor.Read(request.Cursor, 3), Asked.Days(request.From, request.To, asOf));
        if (!limit.Succeeded) return limit.Errors[0];
        if (!cursor.Succeeded) return cursor.Errors[0];
        if (!days.Succeeded) return Result<RulePackPreview>.Failure(days.Errors);

        var row = await db.RulePacks.Where(p => p.Id == request.Pack).Join(db.Organizations.InScope(caller), p => p.JurisdictionId, o => o.Id, (p, o) => new { Pack = p, Jurisdiction = o })
            .AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (row is null) return RulePackErrors.NotFound;
        if (row.Pack.Status != RulePackStatus.Uploaded) return RulePackErrors.WrongStep(row.Pack.Status);
        var read = row.Pack.Read(known.Catalog, known.Kinds);
        if (!read.Succeeded) return Result<RulePackPreview>.Failure(read.Errors);
        if (adoptedFrom < DutyPeriod.FirstDay || adoptedFrom > DutyPeriod.LastDay) return RulePackErrors.DayOutOfRange.At("/adoptedFrom");
        if (!row.Jurisdiction.ExistsOn(adoptedFrom)) return RulePackErrors.NotYetFounded(adoptedFrom).At("/adoptedFrom");
        var subtree = await histories.Subtree(row.Jurisdiction, adoptedFrom, cancellationToken);
        var loosenings = read.Value.LooseningsOf(known.Catalog, subtree, adoptedFrom);
        if (!loosenings.Succeeded) return Result<RulePackPreview>.Failure(loosenings.Errors);

        // What needs an authorisation is shown as it would be with one.
        var content = read.Value.Authorised(subtree.Organizations[^1]);
        var (from, to) = (days.Value.From, days.Value.To!.Value);
        var comparison = await Compare(row.Jurisdiction, content, adoptedFrom, from, to, asOf, cancellationToken);
        var after = cursor.Value is { Values: [var path, var rule, var period] } ? (path, rule, period) : default((string, string, string)?);
        var page = Page<DutyBeforeAndAfter>.Of(
            [.. comparison.Changed.Where(c => after is null || Compare(c.Key, after.Value) > 0).Take(limit.Value + 1)], limit.Value, c => c.Duty, c => new(c.Key.Path, c.Key.Rule, c.Key.Period));
        var numbers = content.NumbersChanged(known.Catalog, subtree, adoptedFrom);
        return new RulePackPreview(
            adoptedFrom, asOf, from, to, loosenings.Value, numbers, numbers.Count > 0 ? NoVerdicts : null, comparison.Rules, comparison.Changed.Select(c => c.Duty.SubjectId).Distinct().Count(), page.Items, page.Next);
    }

    private static readonly Text NoVerdicts = new(
        "Numbers of rules that are enforced, or that propose a case, change no duty's status by themselves: the counts do not show them. What is decided from the first day on is decided by them.",
        "强制规则和提出事项的规则所用数值本身不改变任何职责的状态，统计结果不反映其影响；自施行之日起办理的事项适用新的数值。");

    private async Task<Comparison> Compare(Organization jurisdiction, PackContent content, LocalDate adoptedFrom, LocalDate from, LocalDate to, LocalDate asOf, CancellationToken cancellation)
    {
        var (subtree, line) = (db.Organizations.AtOrBelow(jurisdiction.Path), TreePosition.Line(jurisdiction.Path).ToList());
        var catalog = content.AddedTo(known.Catalog);
        var touched = catalog.Judged.Where(r => content.Rules.Contains(r) || content.Overlays.Any(o => o.RuleId == r.Id)).ToList();
        var years = await db.EvidenceYearsOf(subtree, Asked.Evidence(catalog, touched, from, to, asOf), catalog, cancellation);
        var named = await subtree.Select(o => new NamedSubject(o.Id.Value, o.Path, o.Name)).ToDictionaryAsync(n => n.Id, cancellation);
        var now = await histories.Of(subtree, line, null, group => Work.Of(years[group]), cancellation);
        var then = await histories.Of(subtree, line, null, group => Work.Of(years[group]), cancellation,
            new([.. content.AdoptedNames.Select(name => new Adoption(name, jurisdiction.Id.Value, new(adoptedFrom, null)))], catalog));
        var withIt = then.Histories.ToDictionary(h => h.Subject.Id);

        var (rules, changed, asTheyAre) = (new List<RuleBeforeAndAfter>(), new List<Changed>(), new Dictionary<(Check, Check), bool>());

        // There are few forms of a rule and many who are judged by them.
        bool AskTheSame(Check one, Check other) => asTheyAre.TryGetValue((one, other), out var same) ? same : asTheyAre[(one, other)] = one.ComparedWith(other) == Strictness.Same;
        foreach (var rule in touched)
        {
            var (plansNow, plansThen) = (known.Catalog.TryFindRule(rule.Id, out var asKnown) ? new LocalPlans(known.Catalog, asKnown, from, to) : null, new LocalPlans(catalog, rule, from, to));
            var (before, after) = (new Tally(), new Tally());
            foreach (var subject in now.Histories)
            {
                var (evidence, waivers) = (Projection.Tallied(years[subject.Subject.Id]), now.WaiversOf(subject.Subject.Id));
                var is_ = Judgements(plansNow, subject, evidence, waivers, asOf);
                var willBe = Judgements(plansThen, withIt[subject.Subject.Id], evidence, waivers, asOf);
                foreach (var judgement in is_.Values) before.Count(judgement.Status);
                foreach (var judgement in willBe.Values) after.Count(judgement.Status);
                changed.AddRange(
                    from period in is_.Keys.Union(willBe.Keys)
                    let b = is_.TryGetValue(period, out var one) ? one : (Judgement?)null
                    let a = willBe.TryGetValue(period, out var other) ? other : (Judgement?)null
                    where StandsOtherwise(b, a, AskTheSame)
                    let name = named[subject.Subject.Id]
                    select new Changed((name.Path, rule.Id, $"{LocalDatePattern.Iso.Format(period.From)} {LocalDatePattern.Iso.Format(period.To)}"), new(
                        name.Id, name.Name, rule.Id, new(period.Label, period.From, period.To), b?.Status, a?.Status, b?.Slot.DueOn, a?.Slot.DueOn, Differing(b, a))));
            }

            rules.Add(new(rule.Id, rule.Title, before.Counts(), after.Counts()));
        }

        changed.Sort((a, b) => Compare(a.Key, b.Key));
        return new(rules, changed);
    }

    // What is met, or asked of nobody, stands as it did however much is asked.
    private static bool StandsOtherwise(Judgement? before, Judgement? after, Func<Check, Check, bool> askTheSame) =>
        before is not { } b || after is not { } a || b.Status != a.Status || b.Slot.DueOn != a.Slot.DueOn
        || (b.Status is VerdictStatus.Upcoming or VerdictStatus.Due or VerdictStatus.Overdue or VerdictStatus.Waived && !askTheSame(b.Slot.Version.Check!, a.Slot.Version.Check!));

    private static List<ParameterBeforeAndAfter> Differing(Judgement? before, Judgement? after)
    {
        if (before is not { } b || after is not { } a) return [];
        var (was, willBe) = (b.Slot.Version.Check!.Parameters, a.Slot.Version.Check!.Parameters);
        return
        [
            .. from name in was.Keys.Union(willBe.Keys)
               let one = was.TryGetValue(name, out var value) ? value : (JsonElement?)null
               let other = willBe.TryGetValue(name, out var value) ? value : (JsonElement?)null
               where one is not { } o || other is not { } p || !JsonElement.DeepEquals(o, p)
               select new ParameterBeforeAndAfter(name, one, other),
        ];
    }

    private static Dictionary<DutyPeriod, Judgement> Judgements(LocalPlans? plans, SubjectHistory subject, EvidenceTally evidence, IReadOnlyList<Waiver> waivers, LocalDate asOf)
    {
        if (plans is null) return [];
        var judgements = new Judgement[plans.RoomFor(subject)];
        var count = plans.Judge(subject, evidence, waivers, asOf, judgements);
        return judgements.Take(count).ToDictionary(j => j.Slot.Period);
    }

    private static int Compare((string Path, string Rule, string Period) a, (string Path, string Rule, string Period) b) =>
        string.CompareOrdinal(a.Path, b.Path) is not 0 and var path ? path : string.CompareOrdinal(a.Rule, b.Rule) is not 0 and var rule ? rule : string.CompareOrdinal(a.Period, b.Period);

    private sealed record Comparison(IReadOnlyList<RuleBeforeAndAfter> Rules, IReadOnlyList<Changed> Changed);

    private sealed record Changed((string Path, string Rule, string Period) Key, DutyBeforeAndAfter Duty);
}
