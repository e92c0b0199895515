using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.RuleBooks;
using PartyOrg.Domain;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.RuleBooks;

namespace PartyOrg.Application.Compliance;

/// <summary>What every question about the duties of one organization and its Party groups begins with: which days, which rules, what is on record, and whether the caller may ask.</summary>
internal sealed class DutyQuestions(Caller caller, Histories histories, KnownRules known)
{
    /// <summary>The question, or why it cannot be put.</summary>
    /// <param name="organization">The organization.</param>
    /// <param name="from">The first day, or the label of a period.</param>
    /// <param name="to">The last day, or the label of a period.</param>
    /// <param name="rule">Only this rule; all where there is none.</param>
    /// <param name="asOf">The date on which it is put.</param>
    /// <param name="knownAt">As known when; none for now.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<Result<DutyQuestion>> About(Id<Organization> organization, string? from, string? to, string? rule, LocalDate asOf, Instant? knownAt, CancellationToken cancellation)
    {
        var (days, rules) = (Asked.Days(from, to, asOf), Asked.Rules(known.Catalog, rule));
        if (!days.Succeeded) return Result<DutyQuestion>.Failure(days.Errors);
        if (!rules.Succeeded) return Result<DutyQuestion>.Failure(rules.Errors);

        var (first, last) = (days.Value.From, days.Value.To!.Value);
        var records = await histories.OfOne(organization, knownAt, Asked.Evidence(known.Catalog, rules.Value, first, last, asOf), caller.SessionId, cancellation);
        caller.Prove(records.RightsVersion);
        if (records.Subjects.Count == 0 || records.Subjects[0].Id != organization.Value || !caller.Holds(caller.Allowed, records.Subjects[0].Path)) return OrganizationErrors.NotFound;
        return new DutyQuestion(known.Catalog, rules.Value, first, last, asOf, records);
    }
}

/// <summary>A question about the duties of one organization and its Party groups, with what is on record about them.</summary>
/// <param name="Catalog">The rules that were known when it was put.</param>
/// <param name="Rules">The rules asked for.</param>
/// <param name="From">The first day asked for.</param>
/// <param name="To">The last day asked for.</param>
/// <param name="AsOf">The date on which it is put.</param>
/// <param name="Records">What is on record.</param>
internal sealed record DutyQuestion(RuleCatalog Catalog, IReadOnlyList<Rule> Rules, LocalDate From, LocalDate To, LocalDate AsOf, DutyRecords Records)
{
    /// <summary>Changes of rules that are supposed.</summary>
    public IReadOnlyList<(Overlay Overlay, DayRange Days)> Supposed { get; init; } = [];

    /// <summary>Every verdict, by subject, rule and period.</summary>
    public IEnumerable<VerdictAnswer> Verdicts()
    {
        List<LocalPlans> plans = [.. Rules.Select(PlansOf)];
        return from subject in Records.Subjects
               from verdict in Records.Verdicts(subject.Id, plans, AsOf)
               select VerdictAnswer.Of(verdict, subject.Name);
    }

    private LocalPlans PlansOf(Rule rule) => new(Catalog, rule, From, To, Supposed.Where(s => s.Overlay.RuleId == rule.Id).Select(s => ((Overlay, DayRange)?)s).FirstOrDefault());
}
