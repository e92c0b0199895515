using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.RuleBooks;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.RuleBooks;

namespace PartyOrg.Application.Compliance;

/// <summary>What the engine needs to know of organizations: what they were, under whom they stood, which offices were filled.</summary>
/// <remarks>
/// Lifetimes, places, committee posts, adoptions and waivers come in one statement, as rows of one shape. Superiors are followed through time: a
/// branch stands, on each day, under whatever its superior stood under on that day.
/// </remarks>
internal sealed class Histories(PartyOrgContext db, KnownRules rules, KeptRecords kept)
{
    /// <summary>The condition that holds on days on which committee posts are filled (TWS-3.2).</summary>
    public const string Committee = "committee";

    // Later than everything that was or will be recorded: as known now.
    private static readonly Instant Forever = Instant.FromUtc(9999, 1, 1, 0, 0);

    private static readonly DayRange Always = new(DutyPeriod.FirstDay.PlusYears(-200), null);

    /// <summary>
    /// An organization and its Party groups: their histories, the evidence of their work, and the version of the caller's rights. What was asked for before is kept in the process, and a small
    /// statement tells whether it still holds.
    /// </summary>
    /// <param name="organization">Which organization.</param>
    /// <param name="knownAt">As known when; none for now.</param>
    /// <param name="asked">The evidence that can matter.</param>
    /// <param name="session">The caller's session.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<DutyRecords> OfOne(Id<Organization> organization, Instant? knownAt, EvidenceAsked asked, Id<Session>? session, CancellationToken cancellation)
    {
        // A transaction may see what it takes back later.
        var question = new RecordsAsked(organization, asked, rules.Catalog);
        if (knownAt is not null || db.Database.CurrentTransaction is not null || !kept.WereAskedFor(question)) return (await ReadOne(organization, knownAt, asked, session, cancellation)).Records;

        // Read before anything else: what is written meanwhile is read again by the next request, and never missed.
        var (version, rights) = await VersionOfOne.For(db)(db, organization, session ?? default);
        if (kept.Of(question, version) is { } before) return before with { RightsVersion = rights };
        var (records, facts) = await ReadOne(organization, null, asked, session, cancellation);
        if (facts is not null) kept.Keep(question, version, records, facts.Value);
        return records;
    }

    // How many facts; none where Party groups that lie elsewhere now are among them, whose work the version does not name.
    private async Task<(DutyRecords Records, int? Facts)> ReadOne(Id<Organization> organization, Instant? knownAt, EvidenceAsked asked, Id<Session>? session, CancellationToken cancellation)
    {
        Task<List<FactRow>> Of(Id<Organization> one) =>
            RowsOfOne.For(db)(db, one, knownAt ?? Forever, asked.From, asked.To, asked.ForFrom, asked.ForTo, asked.Throughout, session ?? default).ToListAsync(cancellation).AsTask();
        var rows = await Of(organization);
        var former = rows.Where(r => r.Kind == FactKind.FormerGroup).Select(r => r.Subject).ToHashSet();
        foreach (var group in former) rows.AddRange((await Of(group)).Where(r => r.Kind != FactKind.Adoption));
        var kinds = rules.Catalog.Vocabulary.EvidenceKinds;
        var evidence = rows.Where(r => r.Kind == FactKind.Evidence).DistinctBy(r => r.Entry).ToLookup(
            WhoseIs, r => PieceOf(kinds, r.Entry!.Value, r.Text!, r.From, r.Source!.Value, r.For));
        var names = rows.Where(r => r.Kind is FactKind.Subject or FactKind.Post).DistinctBy(WhoseIs).ToDictionary(WhoseIs, r => r.Text ?? "");
        var subjects = rows.Where(r => r.Kind == FactKind.Subject && !former.Contains(r.Subject)).OrderBy(r => r.Path, StringComparer.Ordinal).ToList();
        var records = new DutyRecords(
            subjects.ConvertAll(s => new NamedSubject(s.Subject.Value, s.Path!, s.Text!)),
            (await From(rows, knownAt, cancellation, group => Work.Of(names[group], evidence[group]))).ToDictionary(h => h.Subject.Id),
            WaiversIn(rows),
            evidence,
            subjects.FirstOrDefault()?.RightsVersion);
        return (records, former.Count == 0 ? rows.Count : null);
    }

    /// <summary>A piece of the ledger as the engine and a verdict show it.</summary>
    public static Evidence PieceOf(IReadOnlyDictionary<string, EvidenceKind> kinds, Guid id, string kind, LocalDate on, Guid source, LocalDate? named) =>
        new(id, kind, on, new(kinds.GetValueOrDefault(kind)?.Source ?? "record", source)) { For = named };

    /// <summary>The histories and waivers of the organizations, as known at an instant or now. What a sweep counts needs no reasons: the waivers come without.</summary>
    /// <param name="organizations">Which organizations.</param>
    /// <param name="lines">The paths of everything above them as the tree stands now; what stood above them earlier is fetched when it is needed.</param>
    /// <param name="knownAt">As known when; none for now.</param>
    /// <param name="workOf">The work of a Party group or a person, for rules that count it for an organization.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <param name="supposed">What is supposed beside what stands.</param>
    public async Task<KnownSubjects> Of(
        IQueryable<Organization> organizations, IReadOnlyList<string> lines, Instant? knownAt, Func<Guid, Work> workOf, CancellationToken cancellation, Supposition? supposed = null)
    {
        var above = db.Organizations.Where(o => lines.Contains(o.Path));
        var rows = await Rows(organizations, above, knownAt).ToListAsync(cancellation);
        return new(await From(rows, knownAt, cancellation, workOf, supposed), WaiversIn(rows));
    }

    /// <summary>Under whom the organization itself stands on the day; nobody where it stands at the top.</summary>
    public async Task<Superiors> Above(Organization organization, LocalDate day, CancellationToken cancellation)
    {
        // Read with its own adoptions, which whatever lies under it sees.
        var known = await Of(db.Organizations.Where(o => o.Id == organization.Id), [.. TreePosition.Line(organization.Path)], null, _ => Work.None, cancellation);
        if (known.Histories.SingleOrDefault()?.UnderOn(day) is { } above) return above;
        var adoptions = await db.Adoptions.StandingAt(null).Where(a => a.JurisdictionId == organization.Id).AsNoTracking().ToListAsync(cancellation);
        return new([], new(adoptions.Select(a => new Adoption(a.Book, a.JurisdictionId.Value, a.Days))));
    }

    /// <summary>Those above whatever lies under the organization on the day: itself, and those above it.</summary>
    public async Task<Superiors> Subtree(Organization organization, LocalDate day, CancellationToken cancellation) => (await Above(organization, day, cancellation)).Under(organization.Id.Value);

    private static Dictionary<Guid, IReadOnlyList<Waiver>> WaiversIn(List<FactRow> rows) => rows.Where(r => r.Kind == FactKind.Waiver).GroupBy(r => r.Subject.Value)
        .ToDictionary(g => g.Key, IReadOnlyList<Waiver> (g) => [.. g.Select(r => new Waiver(r.Text!, r.From, r.Reason ?? "") { PeriodTo = r.To })]);

    private async Task<List<SubjectHistory>> From(List<FactRow> rows, Instant? knownAt, CancellationToken cancellation, Func<Guid, Work> workOf, Supposition? supposed = null)
    {
        var tree = new TreeInTime(new(rows.Where(r => r.Kind == FactKind.Adoption).Select(r => new Adoption(r.Text!, r.Subject.Value, r.Days)).Concat(supposed?.Adoptions ?? [])));
        tree.Know(rows.Where(r => r.Kind is FactKind.Place or FactKind.PlaceAbove));
        tree.KnowRoots(rows.Where(r => r.Kind == FactKind.Root).Select(r => r.Subject));
        await Complete(tree, knownAt, cancellation);

        var catalog = supposed?.Catalog ?? rules.Catalog;
        var groups = GroupsIn(rows, workOf);
        var posts = rows.Where(r => r.Kind == FactKind.Post).ToLookup(r => r.Subject);
        var recorded = rows.Where(r => r.Kind == FactKind.Condition).ToLookup(r => r.Subject);
        return rows.Where(r => r.Kind == FactKind.Lifetime).GroupBy(r => r.Subject).Select(lives => new SubjectHistory(
            new(lives.Key.Value, TypeName(lives.MaxBy(l => l.From)!.Type!.Value)),
            lives.Select(l => new LifetimeSpell(TypeName(l.Type!.Value), l.Days)),
            tree.SpellsOf(lives.Key),
            Conditions(posts[lives.Key], groups.GetValueOrDefault(lives.Key, []), recorded[lives.Key]),
            catalog.CountsCircles ? [new(Circle.PartyGroups, groups.GetValueOrDefault(lives.Key, [])), new(Circle.PartyWorkers, WorkersIn(posts[lives.Key], workOf))] : [])).ToList();
    }

    // A committee exists on the days on which committee posts are filled (TWS-3.2); what the records of other work make hold comes beside what posts and groups tell.
    private static List<KeyValuePair<string, DaySet>> Conditions(IEnumerable<FactRow> posts, IReadOnlyList<Fellow> groups, IEnumerable<FactRow> recorded)
    {
        var held = posts.ToList();
        DaySet Filled(Func<Office, bool> office) => DaySet.Of(held.Where(p => office(p.Office!.Value)).Select(p => p.Days));
        var committee = Filled(o => o.MakesCommittee());
        return
        [
            new(Committee, committee), new("withoutCommittee", committee.Others()),
            new("secretary", Filled(o => o == Office.Secretary)), new("disciplineInspector", Filled(o => o.InspectsDiscipline())),
            new("withoutPartyGroups", DaySet.Of(groups.SelectMany(g => g.Days.Ranges)).Others()),
            .. recorded.GroupBy(r => r.Text!).Select(c => KeyValuePair.Create(c.Key, DaySet.Of(c.Select(r => r.Days)))),
        ];
    }

    private static Guid WhoseIs(FactRow row) => row.Person?.Value ?? row.Subject.Value;

    private static List<Fellow> WorkersIn(IEnumerable<FactRow> posts, Func<Guid, Work> workOf) => [.. posts.GroupBy(p => p.Person!.Value.Value).Select(p =>
    {
        var work = workOf(p.Key);
        return new Fellow(p.Key, work.Name, DaySet.Of(p.Select(post => post.Days)), work.Tally) { Pieces = work.Pieces };
    })];

    // The Party groups of each branch on the days on which they lay in it.
    private static Dictionary<Id<Organization>, List<Fellow>> GroupsIn(List<FactRow> rows, Func<Guid, Work> workOf)
    {
        var groups = rows.Where(r => r is { Kind: FactKind.Lifetime, Type: OrganizationType.PartyGroup }).ToLookup(r => r.Subject, r => r.Days);
        var within =
            from place in rows
            where place.Kind == FactKind.Place && groups.Contains(place.Subject)
            group place by (Branch: place.Other, Group: place.Subject) into stays
            let work = workOf(stays.Key.Group.Value)
            let days = DaySet.Of(stays.Select(s => s.Days)).Intersect(DaySet.Of(groups[stays.Key.Group]))
            group new Fellow(stays.Key.Group.Value, work.Name, days, work.Tally) { Pieces = work.Pieces } by stays.Key.Branch;
        return within.ToDictionary(branch => branch.Key, branch => branch.ToList());
    }

    /// <summary>The name of a type in rule files and answers.</summary>
    public static string TypeName(OrganizationType type) => Names[(int)type];

    private static readonly string[] Names = [.. Enum.GetNames<OrganizationType>().Select(n => char.ToLowerInvariant(n[0]) + n[1..])];

    // A superior of earlier days that does not stand above anything now is not among the rows yet.
    private async Task Complete(TreeInTime tree, Instant? knownAt, CancellationToken cancellation)
    {
        while (tree.Unknown() is { Count: > 0 } unknown)
        {
            var places = await db.Places.StandingAt(knownAt).Where(p => unknown.Contains(p.OrganizationId))
                .Select(p => new FactRow { Kind = FactKind.PlaceAbove, Subject = p.OrganizationId, From = p.From, To = p.To, Other = p.SuperiorId, Type = null, Text = null })
                .AsNoTracking().ToListAsync(cancellation);
            tree.Know(places);
            tree.KnowRoots(unknown.Except(places.Select(p => p.Subject)));
        }
    }

    private IQueryable<FactRow> Rows(IQueryable<Organization> organizations, IQueryable<Organization> above, Instant? knownAt)
    {
        var lifetimes = db.Lifetimes.StandingAt(knownAt).Join(organizations, f => f.OrganizationId, o => o.Id,
            (f, o) => new FactRow { Kind = FactKind.Lifetime, Subject = f.OrganizationId, From = f.From, To = f.To, Other = f.OrganizationId, Type = f.Type, Text = null, Office = null, Person = null });
        var places = db.Places.StandingAt(knownAt).Join(organizations, f => f.OrganizationId, o => o.Id,
            (f, o) => new FactRow { Kind = FactKind.Place, Subject = f.OrganizationId, From = f.From, To = f.To, Other = f.SuperiorId, Type = null, Text = null, Office = null, Person = null });
        var placesAbove = db.Places.StandingAt(knownAt).Join(above, f => f.OrganizationId, o => o.Id,
            (f, o) => new FactRow { Kind = FactKind.PlaceAbove, Subject = f.OrganizationId, From = f.From, To = f.To, Other = f.SuperiorId, Type = null, Text = null, Office = null, Person = null });
        var posts = db.Posts.StandingAt(knownAt).Join(organizations, f => f.OrganizationId, o => o.Id,
            (f, o) => new FactRow { Kind = FactKind.Post, Subject = f.OrganizationId, From = f.From, To = f.To, Other = f.OrganizationId, Type = null, Text = null, Office = f.Office, Person = (Id<Person>?)f.PersonId });
        var conditions = db.ConditionSpells.StandingAt(knownAt).Join(organizations, f => f.OrganizationId, o => o.Id,
            (f, o) => new FactRow { Kind = FactKind.Condition, Subject = f.OrganizationId, From = f.From, To = f.To, Other = f.OrganizationId, Type = null, Text = f.Condition, Office = null, Person = null });
        var adoptions = db.Adoptions.StandingAt(knownAt)
            .Select(f => new FactRow { Kind = FactKind.Adoption, Subject = f.JurisdictionId, From = f.From, To = f.To, Other = f.JurisdictionId, Type = null, Text = f.Book, Office = null, Person = null });
        var waivers = db.Waivers.StandingAt(knownAt).Join(organizations, f => f.OrganizationId, o => o.Id,
            (f, o) => new FactRow { Kind = FactKind.Waiver, Subject = f.OrganizationId, From = f.PeriodFrom, To = f.PeriodTo, Other = f.OrganizationId, Type = null, Text = f.RuleId, Office = null, Person = null });
        return lifetimes.Concat(places).Concat(placesAbove).Concat(posts).Concat(conditions).Concat(adoptions).Concat(waivers).AsNoTracking();
    }

    private static readonly Compiled<Func<PartyOrgContext, Id<Organization>, Id<Session>, Task<NamedVersion>>> VersionOfOne = new(() =>
        EF.CompileAsyncQuery((PartyOrgContext db, Id<Organization> id, Id<Session> session) =>
            (from v in db.StoredVersions.Where(v => v.Name == StoredVersion.Register)
             from s in db.Sessions.Where(s => s.Id == session && s.EndedAt == null).DefaultIfEmpty()
             select new NamedVersion(
                 new(
                     v.Number,
                     (from o in db.Organizations.Where(o => o.Id == id || (o.SuperiorId == id && o.Type == OrganizationType.PartyGroup))
                      join c in db.AuditChains on (Guid)(object)o.Id equals c.Id
                      select c.Length).Sum()),
                 (int?)s.RightsVersion)).Single()));

    private static readonly Compiled<Func<PartyOrgContext, Id<Organization>, Instant, LocalDate, LocalDate, LocalDate, LocalDate, string[], Id<Session>, IAsyncEnumerable<FactRow>>> RowsOfOne = new(() =>
        EF.CompileAsyncQuery((PartyOrgContext db, Id<Organization> id, Instant at, LocalDate first, LocalDate last, LocalDate forFirst, LocalDate forLast, string[] throughout, Id<Session> session) =>
            (from o in db.Organizations.Where(o => o.Id == id || (o.SuperiorId == id && o.Type == OrganizationType.PartyGroup))
             from s in db.Sessions.Where(s => s.Id == session && s.EndedAt == null).DefaultIfEmpty()
             select new FactRow
             {
                 Kind = FactKind.Subject, Subject = o.Id, From = o.FoundedOn, To = o.FoundedOn, Other = o.Id, Type = null, Text = o.Name, Path = o.Path, Entry = null, Source = null,
                 Reason = null, RightsVersion = (int?)s.RightsVersion, Office = null, Person = null, For = (LocalDate?)o.FoundedOn,
             })
            .Concat(
                from o in db.Organizations.Where(o => o.Id == id || (o.SuperiorId == id && o.Type == OrganizationType.PartyGroup))
                from f in db.Lifetimes.Where(f => f.OrganizationId == o.Id && f.RecordedAt <= at && (f.VoidedAt == null || f.VoidedAt > at))
                select new FactRow { Kind = FactKind.Lifetime, Subject = o.Id, From = f.From, To = f.To, Other = o.Id, Type = f.Type, Text = null, Path = null, Entry = null, Source = null, Reason = null, RightsVersion = null, Office = null, Person = null, For = (LocalDate?)f.From })
            .Concat(
                from o in db.Organizations.Where(o => o.Id == id || (o.SuperiorId == id && o.Type == OrganizationType.PartyGroup))
                from f in db.Places.Where(f => f.OrganizationId == o.Id && f.RecordedAt <= at && (f.VoidedAt == null || f.VoidedAt > at))
                select new FactRow { Kind = FactKind.Place, Subject = o.Id, From = f.From, To = f.To, Other = f.SuperiorId, Type = null, Text = null, Path = null, Entry = null, Source = null, Reason = null, RightsVersion = null, Office = null, Person = null, For = (LocalDate?)f.From })
            .Concat(
                from o in db.Organizations.Where(o => o.Id == id || (o.SuperiorId == id && o.Type == OrganizationType.PartyGroup))
                from f in db.Posts.Where(f => f.OrganizationId == o.Id && f.RecordedAt <= at && (f.VoidedAt == null || f.VoidedAt > at))
                from p in db.Persons.Where(p => p.Id == f.PersonId).DefaultIfEmpty()
                select new FactRow
                {
                    Kind = FactKind.Post, Subject = o.Id, From = f.From, To = f.To, Other = o.Id, Type = null, Text = p.Name, Path = null, Entry = null, Source = null, Reason = null, RightsVersion = null,
                    Office = f.Office, Person = (Id<Person>?)f.PersonId, For = (LocalDate?)f.From,
                })
            .Concat(
                from o in db.Organizations.Where(o => o.Id == id || (o.SuperiorId == id && o.Type == OrganizationType.PartyGroup))
                from f in db.ConditionSpells.Where(f => f.OrganizationId == o.Id && f.RecordedAt <= at && (f.VoidedAt == null || f.VoidedAt > at))
                select new FactRow { Kind = FactKind.Condition, Subject = o.Id, From = f.From, To = f.To, Other = o.Id, Type = null, Text = f.Condition, Path = null, Entry = null, Source = null, Reason = null, RightsVersion = null, Office = null, Person = null, For = (LocalDate?)f.From })
            .Concat(
                from o in db.Organizations.Where(o => o.Id == id || (o.SuperiorId == id && o.Type == OrganizationType.PartyGroup))
                join e in db.Ledger.Where(e => e.RecordedAt <= at && (e.VoidedAt == null || e.VoidedAt > at)
                    && ((e.For == null && e.OccurredOn >= first && e.OccurredOn <= last) || (e.For >= forFirst && e.For <= forLast) || throughout.Contains(e.Kind))) on (Guid)(object)o.Id equals e.SubjectId
                select new FactRow
                {
                    Kind = FactKind.Evidence, Subject = o.Id, From = e.OccurredOn, To = e.OccurredOn, Other = o.Id, Type = null, Text = e.Kind, Path = null, Entry = (Guid?)e.Id, Source = (Guid?)e.SourceId, Reason = null,
                    RightsVersion = null, Office = null, Person = null, For = e.For,
                })
            .Concat(
                from f in db.Posts.Where(f => f.OrganizationId == id && f.RecordedAt <= at && (f.VoidedAt == null || f.VoidedAt > at))
                join e in db.Ledger.Where(e => e.RecordedAt <= at && (e.VoidedAt == null || e.VoidedAt > at) && e.OccurredOn >= first && e.OccurredOn <= last) on (Guid)(object)f.PersonId equals e.SubjectId
                select new FactRow
                {
                    Kind = FactKind.Evidence, Subject = f.OrganizationId, From = e.OccurredOn, To = e.OccurredOn, Other = f.OrganizationId, Type = null, Text = e.Kind, Path = null, Entry = (Guid?)e.Id,
                    Source = (Guid?)e.SourceId, Reason = null, RightsVersion = null, Office = null, Person = (Id<Person>?)f.PersonId, For = e.For,
                })
            .Concat(
                from o in db.Organizations.Where(o => o.Id == id)
                from a in db.Organizations
                where a.Id != id && (
                    a.Path == o.Path.Substring(0, 4) || a.Path == o.Path.Substring(0, 8) || a.Path == o.Path.Substring(0, 12) || a.Path == o.Path.Substring(0, 16) ||
                    a.Path == o.Path.Substring(0, 20) || a.Path == o.Path.Substring(0, 24) || a.Path == o.Path.Substring(0, 28) || a.Path == o.Path.Substring(0, 32) ||
                    a.Path == o.Path.Substring(0, 36) || a.Path == o.Path.Substring(0, 40) || a.Path == o.Path.Substring(0, 44) || a.Path == o.Path.Substring(0, 48) ||
                    a.Path == o.Path.Substring(0, 52) || a.Path == o.Path.Substring(0, 56) || a.Path == o.Path.Substring(0, 60))
                from f in db.Places.Where(f => f.OrganizationId == a.Id && f.RecordedAt <= at && (f.VoidedAt == null || f.VoidedAt > at))
                select new FactRow { Kind = FactKind.PlaceAbove, Subject = a.Id, From = f.From, To = f.To, Other = f.SuperiorId, Type = null, Text = null, Path = null, Entry = null, Source = null, Reason = null, RightsVersion = null, Office = null, Person = null, For = (LocalDate?)f.From })
            .Concat(
                from o in db.Organizations.Where(o => o.Id == id)
                from a in db.Organizations
                where a.Path == o.Path.Substring(0, 4)
                select new FactRow { Kind = FactKind.Root, Subject = a.Id, From = a.FoundedOn, To = a.FoundedOn, Other = a.Id, Type = null, Text = null, Path = null, Entry = null, Source = null, Reason = null, RightsVersion = null, Office = null, Person = null, For = (LocalDate?)a.FoundedOn })
            .Concat(
                from o in db.Organizations.Where(o => o.Id == id || (o.SuperiorId == id && o.Type == OrganizationType.PartyGroup))
                from f in db.Waivers.Where(f => f.OrganizationId == o.Id && f.RecordedAt <= at && (f.VoidedAt == null || f.VoidedAt > at))
                select new FactRow { Kind = FactKind.Waiver, Subject = o.Id, From = f.PeriodFrom, To = f.PeriodTo, Other = o.Id, Type = null, Text = f.RuleId, Path = null, Entry = null, Source = null, Reason = f.Reason, RightsVersion = null, Office = null, Person = null, For = (LocalDate?)f.PeriodFrom })
            .Concat(
                from f in db.Places.Where(f => f.SuperiorId == id && f.RecordedAt <= at && (f.VoidedAt == null || f.VoidedAt > at))
                from o in db.Organizations.Where(o => o.Id == f.OrganizationId && o.Type == OrganizationType.PartyGroup && o.SuperiorId != id)
                select new FactRow { Kind = FactKind.FormerGroup, Subject = o.Id, From = f.From, To = f.To, Other = o.Id, Type = null, Text = null, Path = null, Entry = null, Source = null, Reason = null, RightsVersion = null, Office = null, Person = null, For = (LocalDate?)f.From })
            .Concat(
                from f in db.Adoptions.Where(f => f.RecordedAt <= at && (f.VoidedAt == null || f.VoidedAt > at))
                select new FactRow { Kind = FactKind.Adoption, Subject = f.JurisdictionId, From = f.From, To = f.To, Other = f.JurisdictionId, Type = null, Text = f.Book, Path = null, Entry = null, Source = null, Reason = null, RightsVersion = null, Office = null, Person = null, For = (LocalDate?)f.From })));

    // The version, and that of the caller's rights.
    private sealed record NamedVersion(RecordsVersion Version, int? Rights);

    private enum FactKind
    {
        Subject,
        FormerGroup,
        Root,
        Evidence,
        Lifetime,
        Place,
        PlaceAbove,
        Post,
        Condition,
        Adoption,
        Waiver,
    }

    private sealed class FactRow
    {
        public FactKind Kind { get; init; }

        public Id<Organization> Subject { get; init; }

        public LocalDate From { get; init; }

        public LocalDate? To { get; init; }

        public Id<Organization> Other { get; init; }

        public OrganizationType? Type { get; init; }

        public string? Text { get; init; }

        public string? Path { get; init; }

        public Guid? Entry { get; init; }

        public Guid? Source { get; init; }

        public string? Reason { get; init; }

        public int? RightsVersion { get; init; }

        public Office? Office { get; init; }

        public Id<Person>? Person { get; init; }

        // Of evidence; a set operation has no null of a date for other rows.
        public LocalDate? For { get; init; }

        public DayRange Days => new(From, To);
    }

    /// <summary>Who stood under whom, on which days.</summary>
    private sealed class TreeInTime(Adoptions adoptions)
    {
        private readonly Dictionary<Id<Organization>, List<FactRow>> places = [];
        private readonly Dictionary<Id<Organization>, List<PlaceSpell>> below = [];

        public void Know(IEnumerable<FactRow> rows)
        {
            foreach (var organization in rows.GroupBy(r => r.Subject)) places[organization.Key] = [.. organization.DistinctBy(r => (r.From, r.Other))];
        }

        public void KnowRoots(IEnumerable<Id<Organization>> roots)
        {
            foreach (var root in roots) places.TryAdd(root, []);
        }

        public List<Id<Organization>> Unknown() => [.. places.Values.SelectMany(p => p).Select(p => p.Other).Where(s => !places.ContainsKey(s)).Distinct()];

        public IEnumerable<PlaceSpell> SpellsOf(Id<Organization> organization) =>
            places.GetValueOrDefault(organization, []).SelectMany(place => Within(place.Days, Below(place.Other)));

        // What stands directly below the organization stands, on each day, under it and all that it stood under.
        private List<PlaceSpell> Below(Id<Organization> superior)
        {
            if (below.TryGetValue(superior, out var known)) return known;
            var own = places.GetValueOrDefault(superior, []);
            var spells = own.Count == 0
                ? [new(Always, new([superior.Value], adoptions))]
                : own.SelectMany(place => Within(place.Days, Below(place.Other)))
                    .Select(s => new PlaceSpell(s.Days, new([superior.Value, .. s.Under.Organizations], adoptions))).ToList();
            below[superior] = spells;
            return spells;
        }

        private static IEnumerable<PlaceSpell> Within(DayRange days, List<PlaceSpell> spells) =>
            from spell in spells
            where spell.Days.Overlaps(days)
            select new PlaceSpell(new(LocalDate.Max(days.From, spell.Days.From), Earlier(days.To, spell.Days.To)), spell.Under);

        private static LocalDate? Earlier(LocalDate? a, LocalDate? b) => a is null ? b : b is null ? a : LocalDate.Min(a.Value, b.Value);
    }
}

/// <summary>A Party group that lay in a branch once and lies elsewhere now: its work of then is that branch's.</summary>
internal sealed class FormerGroup
{
    public required Id<Organization> Branch { get; init; }

    public required Id<Organization> Group { get; init; }

    public required string Name { get; init; }

    /// <summary>All of them.</summary>
    public static IQueryable<FormerGroup> In(PartyOrgContext db) =>
        from place in db.Places.Where(p => p.VoidedAt == null && p.To != null)
        join organization in db.Organizations.Where(o => o.Type == OrganizationType.PartyGroup) on place.OrganizationId equals organization.Id
        where organization.SuperiorId != place.SuperiorId
        select new FormerGroup { Branch = place.SuperiorId, Group = organization.Id, Name = organization.Name };
}

/// <summary>What the verdicts on one organization and its Party groups are made of.</summary>
/// <param name="Subjects">The organization first, then its groups; empty when there is no such organization.</param>
/// <param name="Histories">Their histories.</param>
/// <param name="Waivers">What each was excused from; who was excused from nothing is not among them.</param>
/// <param name="Evidence">Their evidence.</param>
/// <param name="RightsVersion">The version of the caller's rights at this moment.</param>
internal sealed record DutyRecords(
    IReadOnlyList<NamedSubject> Subjects, IReadOnlyDictionary<Guid, SubjectHistory> Histories, IReadOnlyDictionary<Guid, IReadOnlyList<Waiver>> Waivers, ILookup<Guid, Evidence> Evidence,
    int? RightsVersion)
{
    /// <summary>The same with more evidence, each piece of one of the subjects.</summary>
    public DutyRecords With(IEnumerable<(Guid Subject, Evidence Piece)> more) => this with
    {
        Evidence = Evidence.SelectMany(subject => subject.Select(piece => (subject.Key, Piece: piece))).Concat(more).ToLookup(e => e.Item1, e => e.Piece),
    };

    /// <summary>Every verdict on one of the subjects, by rule and period.</summary>
    public IEnumerable<Verdict> Verdicts(Guid subject, IReadOnlyList<LocalPlans> plans, LocalDate asOf)
    {
        if (!Histories.TryGetValue(subject, out var history)) return [];
        List<Evidence> pieces = [.. Evidence[subject]];
        var (tally, waivers) = (EvidenceTally.Of(pieces), Waivers.GetValueOrDefault(subject, []));
        return plans.SelectMany(p => p.Verdicts(history, pieces, tally, waivers, asOf));
    }

    /// <summary>How the duties of one rule stand for one of the subjects; nothing for a period in which the rule never bound it.</summary>
    public IReadOnlyList<Judgement> Judgements(Guid subject, LocalPlans plans, LocalDate asOf)
    {
        if (!Histories.TryGetValue(subject, out var history)) return [];
        var judgements = new Judgement[plans.RoomFor(history)];
        var count = plans.Judge(history, EvidenceTally.Of(Evidence[subject]), Waivers.GetValueOrDefault(subject, []), asOf, judgements);
        return judgements[..count];
    }
}

/// <summary>What is known of many subjects, but for their evidence.</summary>
/// <param name="Histories">Their histories.</param>
/// <param name="Waivers">What each was excused from; who was excused from nothing is not among them.</param>
internal sealed record KnownSubjects(IReadOnlyList<SubjectHistory> Histories, IReadOnlyDictionary<Guid, IReadOnlyList<Waiver>> Waivers)
{
    /// <summary>What the subject was excused from.</summary>
    public IReadOnlyList<Waiver> WaiversOf(Guid subject) => Waivers.GetValueOrDefault(subject, []);
}

/// <summary>A subject as it is called and where it stands.</summary>
internal sealed record NamedSubject(Guid Id, string Path, string Name);

/// <summary>The work of one subject that counts for another one.</summary>
/// <param name="Name">What the subject is called, where the answer names it.</param>
/// <param name="Tally">Its evidence as days with counts.</param>
/// <param name="Pieces">Its evidence piece by piece, where the answer shows it.</param>
internal sealed record Work(string Name, EvidenceTally Tally, IReadOnlyList<Evidence> Pieces)
{
    /// <summary>None that counts here.</summary>
    public static Work None { get; } = new("", new(), []);

    /// <summary>The work of a subject that the answer names and shows.</summary>
    public static Work Of(string name, IEnumerable<Evidence> pieces)
    {
        List<Evidence> all = [.. pieces];
        return new(name, EvidenceTally.Of(all), all);
    }

    /// <summary>The work of a subject for a sweep, which counts and names nobody.</summary>
    public static Work Of(IEnumerable<EvidenceYear> years) => new("", Projection.Tallied(years), []);
}

/// <summary>What is supposed beside what stands.</summary>
/// <param name="Adoptions">Adoptions.</param>
/// <param name="Catalog">The rules as they would be known.</param>
internal sealed record Supposition(IReadOnlyList<Adoption> Adoptions, RuleCatalog Catalog);
