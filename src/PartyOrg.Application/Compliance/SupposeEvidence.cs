using System.Text.Json;
using FluentValidation;
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
/// What if? Judges the duties of an organization and its Party groups as if this work had been done or were done as planned, or as if these rules had other
/// parameters, and shows each verdict that would be another one, before and after. Nothing is saved.
/// </summary>
/// <param name="Organization">The organization.</param>
/// <param name="Evidence">The supposed work, up to 100 pieces.</param>
/// <param name="Rules">The supposed parameters, up to 20 rules, each once. There is supposed work or a supposed rule, or both.</param>
/// <param name="AsOf">The civil date on which the question is put. Today where it is left out, or the last day of the supposed work when that is later.</param>
/// <param name="From">The first day, or the label of a period (2026-03, 2026-Q1, 2026-H1, 2026). The year of the asked date where both ends are left out.</param>
/// <param name="To">The last day, or the label of a period.</param>
/// <param name="Rule">Only this rule (TWS-3.3), or the rules of this article (TWS-3) or book (TWS).</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record SupposeEvidence(
    Id<Organization> Organization, IReadOnlyList<SupposedPiece>? Evidence, IReadOnlyList<SupposedRule>? Rules, LocalDate? AsOf, string? From, string? To, string? Rule) : IQuery<SupposedDuties>, IProvesRights
{
    /// <summary>What is supposed, and for which days the duties are judged.</summary>
    /// <param name="Evidence">The supposed work, up to 100 pieces.</param>
    /// <param name="Rules">The supposed parameters, up to 20 rules, each once. There is supposed work or a supposed rule, or both.</param>
    /// <param name="AsOf">The civil date on which the question is put. Today where it is left out, or the last day of the supposed work when that is later.</param>
    /// <param name="From">The first day, or the label of a period (2026-03, 2026-Q1, 2026-H1, 2026). The year of the asked date where both ends are left out.</param>
    /// <param name="To">The last day, or the label of a period.</param>
    /// <param name="Rule">Only this rule (TWS-3.3), or the rules of this article (TWS-3) or book (TWS).</param>
    /// <example>{"evidence": [{"kind": "generalMeeting", "occurredOn": "2026-03-20"}], "rule": "TWS-3.3"}</example>
    /// <example>{"rules": [{"ruleId": "TWS-3.4", "from": "2026-04-01", "parameters": {"every": "quarter"}}]}</example>
    public sealed record Body(
        IReadOnlyList<SupposedPiece>? Evidence = null, IReadOnlyList<SupposedRule>? Rules = null, LocalDate? AsOf = null, string? From = null, string? To = null, string? Rule = null);
}

/// <summary>Work that is supposed.</summary>
/// <param name="Kind">The kind of evidence, as rules name it: <c>generalMeeting</c>, <c>committeeMeeting</c>, <c>partyGroupMeeting</c>, <c>partyClass</c>, …</param>
/// <param name="OccurredOn">The civil date of the work, past or to come.</param>
/// <param name="GroupId">The Party group whose work it is; the organization's own where it is left out.</param>
/// <param name="For">What it is for, where the kind names that: the first day of the period that a plan or report is about, or the day of the event that it answers.</param>
public sealed record SupposedPiece(string Kind, LocalDate OccurredOn, Id<Organization>? GroupId = null, LocalDate? For = null);

/// <summary>A rule as it is supposed to be.</summary>
/// <param name="RuleId">The judged rule.</param>
/// <param name="From">From which day on; open periods finish as they do when a version changes.</param>
/// <param name="Parameters">The parameters that are other ones, with their values, as <c>GET /rules/{rule}</c> shows them; null takes an optional one away.</param>
public sealed record SupposedRule(string RuleId, LocalDate From, IReadOnlyDictionary<string, JsonElement> Parameters);

/// <summary>What the suppositions change.</summary>
/// <param name="AsOf">The date on which the question was put.</param>
/// <param name="From">The first day asked for.</param>
/// <param name="To">The last day asked for.</param>
/// <param name="Changed">Each verdict that would be another one, by subject, rule and period; supposed pieces have the source <c>supposed</c>.</param>
public sealed record SupposedDuties(LocalDate AsOf, LocalDate From, LocalDate To, IReadOnlyList<ChangedVerdict> Changed);

/// <summary>One verdict as it is, and as it would be.</summary>
/// <param name="Before">As it is; none for a period that there would be only then.</param>
/// <param name="After">As it would be; none for a period that there would no longer be.</param>
public sealed record ChangedVerdict(VerdictAnswer? Before, VerdictAnswer? After);

internal sealed class SupposeEvidenceValidator : AbstractValidator<SupposeEvidence>
{
    private const int MostPieces = 100;
    private const int MostRules = 20;

    private static readonly Error WrongNumber = Error.Invalid("supposed-evidence-count", $"Suppose 1 to {MostPieces} pieces of work.", $"请假设 1 至 {MostPieces} 项工作。");
    private static readonly Error Nothing = Error.Invalid("nothing-supposed", "Suppose some work, or another parameter of a rule.", "请假设若干工作，或规则的其他参数。");
    private static readonly Error DayOutOfRange = Error.Invalid("day-out-of-range", $"The day must lie from {DutyPeriod.FirstDay:uuuu-MM-dd} to {DutyPeriod.LastDay:uuuu-MM-dd}.", $"日期应在 {DutyPeriod.FirstDay:uuuu-MM-dd} 至 {DutyPeriod.LastDay:uuuu-MM-dd} 之间。");
    private static readonly Error WrongRules = Error.Invalid("supposed-rules-count", $"Suppose 1 to {MostRules} rules, each once.", $"请假设 1 至 {MostRules} 条规则，每条一次。");

    public SupposeEvidenceValidator(KnownRules rules)
    {
        RuleFor(r => r.Evidence).HasNoFault(pieces => pieces is null || pieces.Count is >= 1 and <= MostPieces ? null : WrongNumber);
        RuleFor(r => r.Rules).HasNoFault(changes => changes is null || (changes.Count is >= 1 and <= MostRules && changes.DistinctBy(c => c.RuleId).Count() == changes.Count) ? null : WrongRules);
        RuleFor(r => r.Rules).HasNoFaults(changes => (changes ?? []).Index().SelectMany(c => FaultsIn(c.Item).Select(f => f.At($"/{c.Index}{f.Pointer}"))));
        RuleFor(r => r).HasNoFault(r => r.Evidence is null && r.Rules is null ? Nothing : null);
        RuleFor(r => r.Evidence).HasNoFaults(pieces => (pieces ?? []).Index().Where(p => !rules.Catalog.Vocabulary.EvidenceKinds.ContainsKey(p.Item.Kind)).Select(p => Error.Invalid(
            "evidence-kind-unknown",
            $"No rule counts evidence of the kind “{p.Item.Kind}”. Known are: {Known(rules)}.",
            $"没有规则认定“{p.Item.Kind}”类工作。可用的类别：{Known(rules)}。",
            $"/{p.Index}/kind")));
        RuleFor(r => r.Evidence).HasNoFaults(pieces => (pieces ?? []).Index()
            .Where(p => rules.Catalog.Vocabulary.EvidenceKinds.TryGetValue(p.Item.Kind, out var kind) && kind.NamesWhatItIsFor != p.Item.For.HasValue).Select(p => (p.Item.For is null ? ForMissing : ForNothing).At($"/{p.Index}/for")));
    }

    private static readonly Error ForMissing = Error.Invalid("evidence-for-missing", "Work of this kind is for a period or an event. Write the period's first day, or the day of the event.", "此类工作须注明所属周期或事项。请填写周期首日或事项日期。");
    private static readonly Error ForNothing = Error.Invalid("evidence-for-nothing", "Work of this kind counts by its own day. Leave this out.", "此类工作按完成日期计入，请去掉此项。");

    private static IEnumerable<Error> FaultsIn(SupposedRule change)
    {
        if (change.From < DutyPeriod.FirstDay || change.From > DutyPeriod.LastDay) yield return DayOutOfRange.At("/from");
        foreach (var parameter in change.Parameters.Where(p => !JsonText.IsWhole(p.Value))) yield return FreeText.ControlCharacter.At($"/parameters/{parameter.Key}");
    }

    private static string Known(KnownRules rules) => string.Join(", ", rules.Catalog.Vocabulary.EvidenceKinds.Keys.Order(StringComparer.Ordinal));
}

internal sealed class SupposeEvidenceHandler(DutyQuestions questions, KnownRules known, Ids ids, Clock clock) : IHandler<SupposeEvidence, SupposedDuties>
{
    private const string Supposed = "supposed";

    private static readonly Error NotItsGroup = Error.Invalid("not-its-group", "This is no Party group of the organization.", "该党小组不属于此组织。");
    private static readonly OverlaySource Source = new(null, null, new("a supposition", "假设"), "–");

    public async Task<Result<SupposedDuties>> Handle(SupposeEvidence request, CancellationToken cancellationToken)
    {
        var evidence = request.Evidence ?? [];
        var asOf = request.AsOf ?? evidence.Select(p => p.OccurredOn).Aggregate(clock.Today, LocalDate.Max);
        var changes = Overlays(request.Rules ?? []);
        if (!changes.Succeeded) return Result<SupposedDuties>.Failure(changes.Errors);
        var asked = await questions.About(request.Organization, request.From, request.To, request.Rule, asOf, null, cancellationToken);
        if (!asked.Succeeded) return Result<SupposedDuties>.Failure(asked.Errors);

        var subjects = asked.Value.Records.Subjects.Select(s => s.Id).ToHashSet();
        var strangers = evidence.Index().Where(p => p.Item.GroupId is { } group && !subjects.Contains(group.Value)).Select(p => NotItsGroup.At($"/evidence/{p.Index}/groupId")).ToList();
        if (strangers.Count > 0) return Result<SupposedDuties>.Failure(strangers);

        var supposed = asked.Value with
        {
            Records = asked.Value.Records.With(evidence.Select(p => ((p.GroupId ?? request.Organization).Value, new Evidence(ids.New(), p.Kind, p.OccurredOn, new(Supposed, ids.New())) { For = p.For }))),
            Supposed = changes.Value,
        };
        return new SupposedDuties(asOf, asked.Value.From, asked.Value.To, [.. Changed([.. asked.Value.Verdicts()], [.. supposed.Verdicts()])]);
    }

    private static IEnumerable<ChangedVerdict> Changed(List<VerdictAnswer> before, List<VerdictAnswer> after)
    {
        var order = before.Concat(after).Select(v => v.Subject.Id).Distinct().Index().ToDictionary(s => s.Item, s => s.Index);
        var then = after.ToDictionary(Key);
        var now = before.Select(Key).ToHashSet();
        return
            from pair in before.Select(b => new ChangedVerdict(b, then.GetValueOrDefault(Key(b)))).Concat(after.Where(a => !now.Contains(Key(a))).Select(a => new ChangedVerdict(null, a)))
            where pair.Before is null || pair.After is null || Told(pair.Before) != Told(pair.After)
            let any = pair.Before ?? pair.After
            orderby order[any.Subject.Id], any.RuleId, any.Period.From
            select pair;

        static (Guid, string, string) Key(VerdictAnswer v) => (v.Subject.Id, v.RuleId, v.Period.Label);
        static (VerdictStatus, LocalDate?, int, LocalDate) Told(VerdictAnswer v) => (v.Status, v.MetOn, v.Evidence.Count, v.DueOn);
    }

    // What is wrong with the parameters is said before anything is read.
    private Result<IReadOnlyList<(Overlay, DayRange)>> Overlays(IReadOnlyList<SupposedRule> rules)
    {
        var reader = new RuleReader(known.Catalog.Vocabulary);
        var (overlays, errors) = (new List<(Overlay, DayRange)>(), new List<Error>());
        foreach (var (i, one) in rules.Index())
        {
            var overlay = new Overlay(Supposed, one.RuleId, one.Parameters, Source.Title, Source);
            if (!known.Catalog.TryFindRule(one.RuleId, out var rule) || !rule.IsJudged) errors.Add(RuleBookErrors.RuleNotFound(one.RuleId).At($"/rules/{i}/ruleId"));
            else if ((rule.On(one.From) ?? rule.Versions[^1]).Check is { } check && overlay.AppliedTo(check, reader) is { Succeeded: false } faulty) errors.AddRange(faulty.Errors.Select(e => e.At($"/rules/{i}{e.Pointer}")));
            else overlays.Add((overlay, new(one.From, null)));
        }

        return errors.Count > 0 ? errors.ToArray() : Result<IReadOnlyList<(Overlay, DayRange)>>.Success(overlays);
    }
}
