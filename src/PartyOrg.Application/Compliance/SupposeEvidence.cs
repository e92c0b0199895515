using FluentValidation;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.RuleBooks;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Compliance;

/// <summary>
/// What if? Judges the duties of an organization and its Party groups as if this work had been done or were done as planned, and shows each verdict that would
/// be another one, before and after. Nothing is saved.
/// </summary>
/// <param name="Organization">The organization.</param>
/// <param name="Evidence">The supposed work, 1 to 100 pieces.</param>
/// <param name="AsOf">The civil date on which the question is put. Today where it is left out, or the last day of the supposed work when that is later.</param>
/// <param name="From">The first day, or the label of a period (2026-03, 2026-Q1, 2026-H1, 2026). The year of the asked date where both ends are left out.</param>
/// <param name="To">The last day, or the label of a period.</param>
/// <param name="Rule">Only this rule.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record SupposeEvidence(Id<Organization> Organization, IReadOnlyList<SupposedPiece> Evidence, LocalDate? AsOf, string? From, string? To, string? Rule) : IQuery<SupposedDuties>, IProvesRights
{
    /// <summary>Which work is supposed, and for which days the duties are judged.</summary>
    /// <param name="Evidence">The supposed work, 1 to 100 pieces.</param>
    /// <param name="AsOf">The civil date on which the question is put. Today where it is left out, or the last day of the supposed work when that is later.</param>
    /// <param name="From">The first day, or the label of a period (2026-03, 2026-Q1, 2026-H1, 2026). The year of the asked date where both ends are left out.</param>
    /// <param name="To">The last day, or the label of a period.</param>
    /// <param name="Rule">Only this rule.</param>
    /// <example>{"evidence": [{"kind": "generalMeeting", "occurredOn": "2026-03-20"}], "rule": "TWS-3.3"}</example>
    public sealed record Body(IReadOnlyList<SupposedPiece> Evidence, LocalDate? AsOf = null, string? From = null, string? To = null, string? Rule = null);
}

/// <summary>Work that is supposed.</summary>
/// <param name="Kind">The kind of evidence, as rules name it: <c>generalMeeting</c>, <c>committeeMeeting</c>, <c>partyGroupMeeting</c>, <c>partyClass</c>, …</param>
/// <param name="OccurredOn">The civil date of the work, past or to come.</param>
/// <param name="GroupId">The Party group whose work it is; the organization's own where it is left out.</param>
public sealed record SupposedPiece(string Kind, LocalDate OccurredOn, Id<Organization>? GroupId = null);

/// <summary>What the supposed work changes.</summary>
/// <param name="AsOf">The date on which the question was put.</param>
/// <param name="From">The first day asked for.</param>
/// <param name="To">The last day asked for.</param>
/// <param name="Changed">Each verdict that would be another one, by subject, rule and period; supposed pieces have the source <c>supposed</c>.</param>
public sealed record SupposedDuties(LocalDate AsOf, LocalDate From, LocalDate To, IReadOnlyList<ChangedVerdict> Changed);

/// <summary>One verdict as it is, and as it would be.</summary>
/// <param name="Before">As it is.</param>
/// <param name="After">As it would be.</param>
public sealed record ChangedVerdict(VerdictAnswer Before, VerdictAnswer After);

internal sealed class SupposeEvidenceValidator : AbstractValidator<SupposeEvidence>
{
    private const int MostPieces = 100;

    private static readonly Error WrongNumber = Error.Invalid("supposed-evidence-count", $"Suppose 1 to {MostPieces} pieces of work.", $"请假设 1 至 {MostPieces} 项工作。");

    public SupposeEvidenceValidator(RuleCatalog catalog)
    {
        RuleFor(r => r.Evidence).HasNoFault(pieces => pieces.Count is < 1 or > MostPieces ? WrongNumber : null);
        RuleFor(r => r.Evidence).HasNoFaults(pieces => pieces.Index().Where(p => !catalog.Vocabulary.EvidenceKinds.ContainsKey(p.Item.Kind)).Select(p => Error.Invalid(
            "evidence-kind-unknown",
            $"No rule counts evidence of the kind “{p.Item.Kind}”. Known are: {string.Join(", ", catalog.Vocabulary.EvidenceKinds.Keys.Order(StringComparer.Ordinal))}.",
            $"没有规则认定“{p.Item.Kind}”类工作。可用的类别：{string.Join("、", catalog.Vocabulary.EvidenceKinds.Keys.Order(StringComparer.Ordinal))}。",
            $"/{p.Index}/kind")));
    }
}

internal sealed class SupposeEvidenceHandler(Caller caller, Histories histories, RuleCatalog catalog, Ids ids, Clock clock) : IHandler<SupposeEvidence, SupposedDuties>
{
    private const string SourceKind = "supposed";

    private static readonly Error NotItsGroup = Error.Invalid("not-its-group", "This is no Party group of the organization.", "该党小组不属于此组织。");

    public async Task<Result<SupposedDuties>> Handle(SupposeEvidence request, CancellationToken cancellationToken)
    {
        var asOf = request.AsOf ?? LocalDate.Max(clock.Today, request.Evidence.Max(p => p.OccurredOn));
        var (days, rules) = (Asked.Days(request.From, request.To, asOf), Asked.Rules(catalog, request.Rule));
        if (!days.Succeeded) return Result<SupposedDuties>.Failure(days.Errors);
        if (!rules.Succeeded) return Result<SupposedDuties>.Failure(rules.Errors);

        var (first, last) = (days.Value.From, days.Value.To!.Value);
        var (earliest, latest) = Asked.Evidence(rules.Value, first, last, asOf);
        var records = await histories.OfOne(request.Organization, null, earliest, latest, caller.SessionId, cancellationToken);
        caller.Prove(records.RightsVersion);
        if (records.Subjects.Count == 0 || records.Subjects[0].Id != request.Organization.Value || !caller.Holds(caller.Allowed, records.Subjects[0].Path)) return OrganizationErrors.NotFound;
        var subjects = records.Subjects.Select(s => s.Id).ToHashSet();
        var strangers = request.Evidence.Index().Where(p => p.Item.GroupId is { } group && !subjects.Contains(group.Value)).Select(p => NotItsGroup.At($"/evidence/{p.Index}/groupId")).ToList();
        if (strangers.Count > 0) return Result<SupposedDuties>.Failure(strangers);

        var supposed = records.With(request.Evidence.Select(p => ((p.GroupId ?? request.Organization).Value, new Evidence(ids.New(), p.Kind, p.OccurredOn, new(SourceKind, ids.New())))));
        var changed =
            from subject in records.Subjects
            from rule in rules.Value
            from pair in records.Verdicts(subject.Id, rule, first, last, asOf).Zip(supposed.Verdicts(subject.Id, rule, first, last, asOf))
            where pair.First.Status != pair.Second.Status || pair.First.MetOn != pair.Second.MetOn || pair.First.Evidence.Count != pair.Second.Evidence.Count
            select new ChangedVerdict(VerdictAnswer.Of(pair.First, subject.Name), VerdictAnswer.Of(pair.Second, subject.Name));
        return new SupposedDuties(asOf, first, last, changed.ToList());
    }
}
