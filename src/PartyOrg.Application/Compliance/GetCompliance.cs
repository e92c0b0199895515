using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.RuleBooks;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Compliance;

/// <summary>
/// How an area stands: for every rule, how many duties of all organizations of the subtree have which status, and which organizations stand
/// worst. Whoever belonged to the subtree on a period's first day counts in it for that period.
/// </summary>
/// <param name="Organization">The top of the subtree.</param>
/// <param name="AsOf">The civil date on which the question is put. Today where it is left out.</param>
/// <param name="From">The first day, or the label of a period. The year of the asked date where both ends are left out.</param>
/// <param name="To">The last day, or the label of a period.</param>
/// <param name="Rule">Only this rule.</param>
/// <param name="Worst">How many of the worst organizations are listed, 0 to 200; 20 where it is left out.</param>
[AllowedTo(Role.Readers)]
public sealed record GetCompliance(Id<Organization> Organization, LocalDate? AsOf, string? From, string? To, string? Rule, int? Worst) : IQuery<ComplianceAnswer>;

/// <summary>How an area stands.</summary>
/// <param name="AsOf">The date on which the question was put.</param>
/// <param name="From">The first day asked for.</param>
/// <param name="To">The last day asked for.</param>
/// <param name="Organizations">How many organizations of the subtree had a duty in these days.</param>
/// <param name="Total">All duties of all rules.</param>
/// <param name="Rules">The duties of each rule that bound somebody.</param>
/// <param name="Below">Each organization directly under the asked one, with the duties of its own subtree: the way down.</param>
/// <param name="Worst">The organizations with the most overdue duties, worst first.</param>
public sealed record ComplianceAnswer(
    LocalDate AsOf, LocalDate From, LocalDate To, int Organizations, StatusCounts Total, IReadOnlyList<RuleCounts> Rules, IReadOnlyList<SubtreeCounts> Below, IReadOnlyList<SubtreeCounts> Worst);

/// <summary>How many duties have which status.</summary>
/// <param name="NotApplicable">The rule bound the subject in only a part of the period.</param>
/// <param name="Upcoming">The period has not begun.</param>
/// <param name="Due">Open, and still in time.</param>
/// <param name="Met">Met in time.</param>
/// <param name="MetLate">Met after the due day.</param>
/// <param name="Overdue">Not met, and the due day has passed.</param>
/// <param name="Waived">Excused by a superior.</param>
/// <param name="Rate">Met and met late over those that are met, met late or overdue, 0 to 1 with four decimals; none where there are none.</param>
public sealed record StatusCounts(int NotApplicable, int Upcoming, int Due, int Met, int MetLate, int Overdue, int Waived, decimal? Rate);

/// <summary>The duties of one rule.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Title">The rule as a sentence.</param>
/// <param name="Counts">How many have which status.</param>
public sealed record RuleCounts(string RuleId, Text Title, StatusCounts Counts);

/// <summary>The duties of one organization or its subtree.</summary>
/// <param name="OrganizationId">The organization.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">What it is.</param>
/// <param name="Counts">How many have which status.</param>
public sealed record SubtreeCounts(Id<Organization> OrganizationId, string Name, OrganizationType Type, StatusCounts Counts);

internal sealed class GetComplianceHandler(PartyOrgContext db, Caller caller, Histories histories, KnownRules known, Clock clock) : IHandler<GetCompliance, ComplianceAnswer>
{
    private const int MostWorst = 200;
    private const int DefaultWorst = 20;

    private static readonly Error WorstOutOfRange = Error.Invalid("worst-out-of-range", $"0 to {MostWorst} organizations can be listed.", $"可列出 0 至 {MostWorst} 个组织。", "/worst");

    public async Task<Result<ComplianceAnswer>> Handle(GetCompliance request, CancellationToken cancellationToken)
    {
        var asOf = request.AsOf ?? clock.Today;
        var (days, rules) = (Asked.Days(request.From, request.To, asOf), Asked.Rules(known.Catalog, request.Rule));
        if (!days.Succeeded) return Result<ComplianceAnswer>.Failure(days.Errors);
        if (!rules.Succeeded) return Result<ComplianceAnswer>.Failure(rules.Errors);
        if (request.Worst is < 0 or > MostWorst) return WorstOutOfRange;

        var top = await db.Organizations.InScope(caller).Where(o => o.Id == request.Organization).Select(o => new { o.Id, o.Path }).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (top is null) return OrganizationErrors.NotFound;

        var (from, to) = (days.Value.From, days.Value.To!.Value);
        var subtree = await Members(top.Id, top.Path, cancellationToken);
        var subjects = await histories.Of(subtree, [.. TreePosition.Line(top.Path)], null, cancellationToken);
        var (earliest, latest) = Asked.Evidence(known.Catalog, rules.Value, from, to, asOf);
        var years = await db.EvidenceYearsOf(subtree, earliest.Year, latest.Year, cancellationToken);
        var named = await subtree.Select(o => new Named(o.Id, o.Path, o.Name, o.Type)).ToDictionaryAsync(n => n.Id.Value, cancellationToken);

        var sweep = new Sweep(top.Id.Value, [.. rules.Value.Select(r => new LocalPlans(known.Catalog, r, from, to))], asOf);
        var each = subjects.Histories.Select(history => sweep.Judge(history, subjects.WaiversOf(history.Subject.Id), years[history.Subject.Id])).Where(t => t.Any).ToList();
        var below = each.Where(t => named[t.Subject].Path.Length > top.Path.Length && named[t.Subject].Path.StartsWith(top.Path, StringComparison.Ordinal))
            .GroupBy(t => named[t.Subject].Path[..(top.Path.Length + TreePosition.StepLength)]).ToDictionary(g => g.Key, g => Tally.Sum(g));
        var worst = each.Where(t => t.Overdue > 0).OrderByDescending(t => t.Overdue).ThenBy(t => named[t.Subject].Path, StringComparer.Ordinal).Take(request.Worst ?? DefaultWorst);

        return new ComplianceAnswer(
            asOf, from, to, each.Count, Tally.Sum(each).Counts(),
            [.. sweep.ByRule().Select(r => new RuleCounts(r.Rule.Id, r.Rule.Title, r.Counts))],
            [.. named.Values.Where(n => below.ContainsKey(n.Path)).OrderBy(n => n.Path, StringComparer.Ordinal).Select(n => n.With(below[n.Path]))],
            [.. worst.Select(t => named[t.Subject].With(t))]);
    }

    // Those below it now, and those that a recorded place shows below it earlier.
    private async Task<IQueryable<Organization>> Members(Id<Organization> top, string path, CancellationToken cancellation)
    {
        var now = db.Organizations.AtOrBelow(path);
        var gone = await db.Places.Where(p => p.VoidedAt == null && p.To != null && now.Any(o => o.Id == p.SuperiorId) && !now.Any(o => o.Id == p.OrganizationId))
            .Join(db.Organizations, p => p.OrganizationId, o => o.Id, (p, o) => o.Path).Distinct().ToListAsync(cancellation);
        return gone.Count == 0 ? now : db.Organizations.Within([path, .. gone]);
    }

    private sealed record Named(Id<Organization> Id, string Path, string Name, OrganizationType Type)
    {
        public SubtreeCounts With(Tally tally) => new(Id, Name, Type, tally.Counts());
    }
}
