using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.RuleBooks;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Audit;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.RuleBooks;
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
/// <param name="Rule">Only this rule (TWS-3.3), or the rules of this article (TWS-3) or book (TWS).</param>
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

internal sealed class GetComplianceHandler(PartyOrgContext db, Caller caller, Histories histories, KnownRules known, KeptRollUps kept, Clock clock) : IHandler<GetCompliance, ComplianceAnswer>
{
    private const int MostWorst = 200;
    private const int DefaultWorst = 20;

    // Where more has changed, everything is read in a few statements instead.
    private const int MostChanged = 1000;

    private static readonly Error WorstOutOfRange = Error.Invalid("worst-out-of-range", $"0 to {MostWorst} organizations can be listed.", $"可列出 0 至 {MostWorst} 个组织。", "/worst");

    public async Task<Result<ComplianceAnswer>> Handle(GetCompliance request, CancellationToken cancellationToken)
    {
        var (asOf, catalog) = (request.AsOf ?? clock.Today, known.Catalog);
        var (days, rules) = (Asked.Days(request.From, request.To, asOf), Asked.Rules(catalog, request.Rule));
        if (!days.Succeeded) return Result<ComplianceAnswer>.Failure(days.Errors);
        if (!rules.Succeeded) return Result<ComplianceAnswer>.Failure(rules.Errors);
        if (request.Worst is < 0 or > MostWorst) return WorstOutOfRange;

        var top = await db.Organizations.InScope(caller).Where(o => o.Id == request.Organization)
            .Select(o => new { o.Id, o.Path, IsAll = o.SuperiorId == null && !db.Organizations.Any(other => other.SuperiorId == null && other.Id != o.Id) }).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (top is null) return OrganizationErrors.NotFound;

        var question = request with { AsOf = asOf };
        var before = kept.Of(question, catalog) is { } found && found.Paths[0] == top.Path ? found : null;

        // Read before anything else: what is written meanwhile is counted again by the next request, and never missed.
        var version = await VersionOf(top.IsAll ? null : before?.Paths ?? [top.Path], cancellationToken);
        if (before?.Answer is { } same && before.Version == version) return same;
        if (before?.Version.Register != version.Register) before = null;

        var paths = before?.Paths ?? await PathsOf(top.Path, cancellationToken);
        var now = await Now(paths, cancellationToken);
        var area = new Area(top.Id, top.Path, rules.Value, days.Value.From, days.Value.To!.Value, asOf);
        var subjects = new Dictionary<Guid, CountedSubject>(now.Count);
        foreach (var subject in now)
        {
            if (before is not null && before.Subjects.TryGetValue(subject.Id, out var then) && then.Entries == subject.Entries) subjects.Add(subject.Id, then);
        }

        try
        {
            await Count(area, catalog, now, subjects, cancellationToken);
        }
        finally
        {
            // Where the time of a request ends before everything is counted, the next one goes on.
            if (subjects.Count < now.Count) kept.Keep(question, catalog, new(version, paths, subjects, null));
        }

        var answer = await AnswerFrom(area, now, subjects, request.Worst ?? DefaultWorst, cancellationToken);
        kept.Keep(question, catalog, new(top.IsAll ? version : version with { Entries = now.Sum(n => n.Entries) }, paths, subjects, answer));
        return answer;
    }

    // Of everybody, where no paths are given: finding each organization's chain costs ten times as much as adding up all chains.
    private async Task<RollUpVersion> VersionOf(IReadOnlyList<string>? paths, CancellationToken cancellation)
    {
        var chains = paths is null
            ? db.AuditChains.Where(c => c.Id != AuditChain.System).Select(c => c.Length)
            : db.AuditChains.Join(db.Organizations.Within(paths), c => c.Id, o => (Guid)(object)o.Id, (c, o) => c.Length);
        var version = await db.StoredVersions.Where(v => v.Name == StoredVersion.Register).Select(v => new { v.Number, Entries = chains.Sum() }).AsNoTracking().SingleAsync(cancellation);
        return new(version.Number, version.Entries);
    }

    // Those below it now, and those that a recorded place shows below it earlier.
    private async Task<IReadOnlyList<string>> PathsOf(string path, CancellationToken cancellation)
    {
        var now = db.Organizations.AtOrBelow(path);
        var gone = await db.Places.Where(p => p.VoidedAt == null && p.To != null && now.Any(o => o.Id == p.SuperiorId) && !now.Any(o => o.Id == p.OrganizationId))
            .Join(db.Organizations, p => p.OrganizationId, o => o.Id, (p, o) => o.Path).Distinct().ToListAsync(cancellation);
        return [path, .. gone];
    }

    private Task<List<Subject>> Now(IReadOnlyList<string> paths, CancellationToken cancellation) => (
        from organization in db.Organizations.Within(paths)
        join chain in db.AuditChains on (Guid)(object)organization.Id equals chain.Id into chains
        from chain in chains.DefaultIfEmpty()
        orderby organization.Path
        select new Subject((Guid)(object)organization.Id, organization.Path, organization.Type == OrganizationType.PartyGroup, (long?)chain.Length ?? 0)).AsNoTracking().ToListAsync(cancellation);

    // Adds what is not counted yet. Always by their ids: a database that is told a range of the tree reads every row of every city for each of its parts.
    private async Task Count(Area area, RuleCatalog catalog, List<Subject> now, Dictionary<Guid, CountedSubject> into, CancellationToken cancellation)
    {
        var sweep = new Sweep(area.Top.Value, [.. area.Rules.Select(r => new LocalPlans(catalog, r, area.From, area.To))], area.AsOf);
        // Only where a rule counts the groups' work.
        var former = catalog.CountsCircles ? await FormerGroup.In(db).Select(f => new { Branch = f.Branch.Value, Group = f.Group.Value }).ToListAsync(cancellation) : [];
        var (groupsOnce, branchesOnce) = (former.ToLookup(f => f.Branch, f => f.Group), former.ToLookup(f => f.Group, f => f.Branch));
        var asked = WithBranches(now.FindAll(n => !into.ContainsKey(n.Id)), now, branchesOnce, catalog);
        asked.ForEach(s => into.Remove(s.Id));
        if (asked.Count <= Math.Min(MostChanged, kept.MostAtOnce))
        {
            await CountThese(asked);
            return;
        }

        // What has left the subtree lies scattered over the tree.
        await CountThese(asked.FindAll(s => !area.Holds(s)));
        foreach (var part in Parts(now.FindAll(area.Holds)))
        {
            if (!part.TrueForAll(s => into.ContainsKey(s.Id))) await CountAmong(part, ByIds(part, groupsOnce), [.. TreePosition.Line(part[0].Path)]);
        }

        async Task CountThese(List<Subject> these)
        {
            foreach (var some in these.Chunk(MostChanged)) await CountAmong([.. some], WithGroups(some, groupsOnce, catalog), [.. TreePosition.Line(area.Path)]);
        }

        async Task CountAmong(List<Subject> subjects, IQueryable<Organization> organizations, IReadOnlyList<string> lines)
        {
            var years = await db.EvidenceYearsOf(organizations, Asked.Evidence(catalog, area.Rules, area.From, area.To, area.AsOf), catalog, cancellation);
            var known = await histories.Of(organizations, lines, null, group => Work.Of(years[group]), cancellation);
            var judged = known.Histories.ToDictionary(h => h.Subject.Id, h => sweep.Judge(h, known.WaiversOf(h.Subject.Id), years[h.Subject.Id]));
            foreach (var subject in subjects) into[subject.Id] = new(subject.Entries, judged.GetValueOrDefault(subject.Id));
        }
    }

    // What changed of a Party group is counted again for its branch, and for those in which it lay before, where a rule counts the groups' work.
    private static List<Subject> WithBranches(List<Subject> changed, List<Subject> now, ILookup<Guid, Guid> branchesOnce, RuleCatalog catalog)
    {
        if (!catalog.CountsCircles || changed.Count == now.Count) return changed;
        var groups = changed.FindAll(c => c.IsPartyGroup);
        var (above, before, known) = (groups.Select(c => c.Path[..^TreePosition.StepLength]).ToHashSet(), groups.SelectMany(c => branchesOnce[c.Id]).ToHashSet(), changed.Select(c => c.Id).ToHashSet());
        return [.. changed, .. now.Where(n => !known.Contains(n.Id) && (above.Contains(n.Path) || before.Contains(n.Id)))];
    }

    private IQueryable<Organization> ByIds(IEnumerable<Subject> subjects, ILookup<Guid, Guid> groupsOnce)
    {
        var ids = IdsOf(subjects, groupsOnce);
        return db.Organizations.Where(o => ids.Contains(o.Id));
    }

    // With the Party groups of the branches among them, where a rule counts the groups' work.
    private IQueryable<Organization> WithGroups(IEnumerable<Subject> subjects, ILookup<Guid, Guid> groupsOnce, RuleCatalog catalog)
    {
        var ids = IdsOf(subjects, groupsOnce);
        return catalog.CountsCircles
            ? db.Organizations.Where(o => ids.Contains(o.Id) || (o.Type == OrganizationType.PartyGroup && o.SuperiorId != null && ids.Contains(o.SuperiorId.Value)))
            : db.Organizations.Where(o => ids.Contains(o.Id));
    }

    // With the Party groups that lay in them before.
    private static List<Id<Organization>> IdsOf(IEnumerable<Subject> subjects, ILookup<Guid, Guid> groupsOnce) =>
        [.. subjects.SelectMany(s => groupsOnce[s.Id].Prepend(s.Id)).Distinct().Select(id => new Id<Organization>(id))];

    // Runs in the order of the tree, a branch together with its Party groups: what is read of a city at once would be the most that the process ever holds.
    private IEnumerable<List<Subject>> Parts(List<Subject> subjects)
    {
        var start = 0;
        for (var i = 1; i <= subjects.Count; i++)
        {
            if (i < subjects.Count && (i - start < kept.MostAtOnce || subjects[i].IsPartyGroup)) continue;
            yield return subjects[start..i];
            start = i;
        }
    }

    private async Task<ComplianceAnswer> AnswerFrom(Area area, List<Subject> now, Dictionary<Guid, CountedSubject> counted, int mostWorst, CancellationToken cancellation)
    {
        var (organizations, total, below, late) = (0, new Tally(), new Dictionary<string, Tally>(StringComparer.Ordinal), new List<(string Path, int Overdue, CountedDuties Duties)>());
        var byRule = area.Rules.Select(_ => new Tally()).ToArray();
        foreach (var subject in now)
        {
            if (counted[subject.Id].Duties is not { } duties) continue;
            var (child, overdue) = (default(Tally), 0);
            if (area.Below(subject) is { } path && !below.TryGetValue(path, out child)) below.Add(path, child = new());
            foreach (var (rule, status, number) in duties)
            {
                total.Add(status, number);
                byRule[rule].Add(status, number);
                child?.Add(status, number);
                if (status == (int)VerdictStatus.Overdue) overdue += number;
            }

            organizations++;
            if (overdue > 0) late.Add((subject.Path, overdue, duties));
        }

        var worst = late.OrderByDescending(s => s.Overdue).ThenBy(s => s.Path, StringComparer.Ordinal).Take(mostWorst).ToList();
        var shown = below.Keys.Concat(worst.Select(w => w.Path)).Distinct().ToList();
        var named = await db.Organizations.Where(o => shown.Contains(o.Path)).Select(o => new Named(o.Id, o.Path, o.Name, o.Type)).ToDictionaryAsync(n => n.Path, cancellation);

        return new(
            area.AsOf, area.From, area.To, organizations, total.Counts(),
            [.. area.Rules.Zip(byRule).Where(r => r.Second.Any).Select(r => new RuleCounts(r.First.Id, r.First.Title, r.Second.Counts()))],
            [.. below.OrderBy(b => b.Key, StringComparer.Ordinal).Select(b => named[b.Key].With(b.Value))],
            [.. worst.Select(w => named[w.Path].With(Tally.Of(w.Duties)))]);
    }

    private sealed record Area(Id<Organization> Top, string Path, IReadOnlyList<Rule> Rules, LocalDate From, LocalDate To, LocalDate AsOf)
    {
        public bool Holds(Subject subject) => subject.Path.StartsWith(Path, StringComparison.Ordinal);

        // The child of the top under which the organization stands; none for the top, and for what has left.
        public string? Below(Subject subject) => subject.Path.Length > Path.Length && Holds(subject) ? subject.Path[..(Path.Length + TreePosition.StepLength)] : null;
    }

    // An organization as it stands when the question is put.
    private sealed record Subject(Guid Id, string Path, bool IsPartyGroup, long Entries);

    private sealed record Named(Id<Organization> Id, string Path, string Name, OrganizationType Type)
    {
        public SubtreeCounts With(Tally tally) => new(Id, Name, Type, tally.Counts());
    }
}
