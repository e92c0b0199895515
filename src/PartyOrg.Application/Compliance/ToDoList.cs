using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using PartyOrg.Application.AdmonitionTalks;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.RuleBooks;
using PartyOrg.Application.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.RuleBooks;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Compliance;

/// <summary>Puts together what somebody must do: the open duties of what he leads, and his meetings.</summary>
internal sealed class ToDoList(PartyOrgContext db, Caller caller, Histories histories, KnownRules rules, ActivityKinds kinds, Candidates candidates, IEnumerable<IAwaitsPersons> awaiting, Clock clock)
{
    private const int WithinDays = 7;
    private const int MostDays = 366;

    private static readonly Error WithinOutOfRange = Error.Invalid("within-out-of-range", $"The list looks 0 to {MostDays} days ahead.", $"可查询今后 0 至 {MostDays} 天的事项。", "/within");
    private static readonly Office[] CommitteeOffices = [.. Enum.GetValues<Office>().Where(o => o.MakesCommittee())];

    /// <summary>The list of a person, or of an account without one.</summary>
    /// <param name="person">Whose list.</param>
    /// <param name="own">Whether it is the caller's own: then nothing is out of his sight, and assigned roles count as posts do.</param>
    /// <param name="within">How many days ahead.</param>
    /// <param name="limit">The items of a page.</param>
    /// <param name="after">Where the page before ended.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<Result<ThingsToDo>> Of(Id<Person>? person, bool own, int? within, int? limit, string? after, CancellationToken cancellation)
    {
        var (size, cursor) = (PageLimit.Of(limit), Cursor.Read(after, 3));
        if (within is < 0 or > MostDays) return WithinOutOfRange;
        if (!size.Succeeded) return size.Errors[0];
        if (!cursor.Succeeded) return cursor.Errors[0];

        var today = clock.Today;
        var days = new DayRange(today.PlusYears(-1), today.PlusDays(within ?? WithinDays));
        var ties = await TiesOf(person, own, today, days.To!.Value, cancellation);
        var all = (await Duties(ties, days, today, cancellation)).Concat(await Meetings(person, own, ties, days, today, cancellation)).Concat(own ? await Talks(person, ties, today, cancellation) : [])
            .Concat(person is { } who ? await Steps(new(who, [.. ties.Organizations.Keys], days, today), own, cancellation) : []).Order().ToList();

        if (cursor.Value is { Values: [var day, var kind, var key] })
        {
            var on = LocalDatePattern.Iso.Parse(day);
            if (!on.Success || !Enum.TryParse<ThingToDoKind>(kind, out var sort)) return Cursor.Malformed;
            var last = new Entry(on.Value, sort, key, null!);
            all.RemoveAll(e => e.CompareTo(last) <= 0);
        }

        var page = Page<ThingToDo>.Of(all, size.Value, e => e.Thing, e => new(LocalDatePattern.Iso.Format(e.On), e.Kind.ToString(), e.Key));
        return new ThingsToDo(today, days.To.Value, page.Items, page.Next);
    }

    private async Task<Ties> TiesOf(Id<Person>? person, bool own, LocalDate today, LocalDate until, CancellationToken cancellation)
    {
        var belonging = await db.Affiliations.Where(a => a.PersonId == person && a.VoidedAt == null && a.From <= until && (a.To == null || a.To >= today)).AsNoTracking().ToListAsync(cancellation);
        var posts = await db.Posts.Where(p => p.PersonId == person && p.VoidedAt == null && p.From <= until && (p.To == null || p.To >= today)).AsNoTracking().ToListAsync(cancellation);
        var assigned = own ? caller.Roles.Where(r => (r.Role & Role.BranchLeaders) != 0 && r.OrganizationId is not null).Select(r => r.OrganizationId!.Value) : [];
        var led = posts.Where(p => (p.Office.SitsOnCommittee() || p.Office == Office.GroupLeader) && p.IsOn(today)).Select(p => p.OrganizationId).Concat(assigned).ToHashSet();

        var ids = belonging.Select(a => a.OrganizationId).Concat(posts.Select(p => p.OrganizationId)).Concat(led).Distinct().ToList();
        var organizations = await db.Organizations.Where(o => ids.Contains(o.Id)).Select(o => new { Named = new NamedSubject(o.Id.Value, o.Path, o.Name), o.Level }).ToListAsync(cancellation);
        var held = own ? caller.Roles
            : [.. from post in posts where post.IsOn(today) from o in organizations where o.Named.Id == post.OrganizationId.Value from role in Rights.RolesOf(post.Office, o.Level) select new HeldRole(role, post.OrganizationId, o.Named.Path)];
        return new(belonging, posts, held, led, organizations.ConvertAll(o => o.Named).FindAll(o => own || IsReached(o.Path)).ToDictionary(o => new Id<Organization>(o.Id)));
    }

    private bool IsReached(string path) => caller.ReachOfPersons.Any(r => path.StartsWith(r, StringComparison.Ordinal));

    // What the organizations that he leads owe themselves, and what they owe for those directly under them.
    private async Task<IEnumerable<Entry>> Duties(Ties ties, DayRange days, LocalDate today, CancellationToken cancellation)
    {
        var led = ties.Organizations.Where(o => ties.Led.Contains(o.Key)).ToDictionary();
        if (led.Count == 0) return [];
        var own = await DutiesOf(ties, led, [.. rules.Catalog.Judged.Where(r => r.OwedBy == DutyOwner.Subject)], led, days, today, cancellation);
        var superiors = rules.Catalog.Judged.Where(r => r.OwedBy == DutyOwner.Superior).ToList();
        var ids = led.Keys.ToList();
        var below = superiors.Count == 0
            ? []
            : await db.Organizations.Where(o => o.SuperiorId != null && ids.Contains(o.SuperiorId.Value) && o.Type != OrganizationType.PartyGroup)
                .Select(o => new NamedSubject(o.Id.Value, o.Path, o.Name)).ToDictionaryAsync(o => new Id<Organization>(o.Id), cancellation);
        return below.Count == 0 ? own : own.Concat(await DutiesOf(ties, below, superiors, led, days, today, cancellation));
    }

    private async Task<IEnumerable<Entry>> DutiesOf(
        Ties ties, Dictionary<Id<Organization>, NamedSubject> organizations, IReadOnlyList<Rule> asked, Dictionary<Id<Organization>, NamedSubject> owing, DayRange days, LocalDate today, CancellationToken cancellation)
    {
        var ids = organizations.Keys.ToList();
        var (first, until, catalog) = (days.From, days.To!.Value, rules.Catalog);
        var groups = await db.Organizations.Where(o => o.Type == OrganizationType.PartyGroup && o.SuperiorId != null && ids.Contains(o.SuperiorId.Value)).ToDictionaryAsync(o => o.Id.Value, o => o.Name, cancellation);
        foreach (var former in await FormerGroup.In(db).Where(f => ids.Contains(f.Branch)).ToListAsync(cancellation)) groups.TryAdd(former.Group.Value, former.Name);
        var subjects = ids.Select(id => id.Value).Union(groups.Keys).ToList();
        var workers = catalog.KindsCountedOf(Circle.PartyWorkers).Count > 0
            ? await db.Posts.Where(p => p.VoidedAt == null && ids.Contains(p.OrganizationId)).Join(db.Persons, p => p.PersonId, p => p.Id, (_, p) => new { p.Id, p.Name }).Distinct().ToDictionaryAsync(p => p.Id.Value, p => p.Name, cancellation)
            : [];
        var named = groups.Concat(workers).ToDictionary();
        var whose = subjects.Concat(workers.Keys).ToList();
        var (earliest, latest, forFirst, forLast, throughout) = Asked.Evidence(catalog, asked, first, until, today);
        var work = await db.Ledger.Where(e => whose.Contains(e.SubjectId) && e.VoidedAt == null
            && ((e.For == null && e.OccurredOn >= earliest && e.OccurredOn <= latest) || (e.For >= forFirst && e.For <= forLast) || throughout.Contains(e.Kind))).AsNoTracking().ToListAsync(cancellation);
        var evidence = work.ToLookup(e => e.SubjectId, e => Histories.PieceOf(catalog.Vocabulary.EvidenceKinds, e.Id, e.Kind, e.OccurredOn, e.SourceId, e.For));
        var known = await histories.Of(
            db.Organizations.Where(o => subjects.Contains((Guid)(object)o.Id)), [.. ids.SelectMany(id => TreePosition.Line(organizations[id].Path)).Distinct()], null,
            fellow => named.TryGetValue(fellow, out var name) ? Work.Of(name, evidence[fellow]) : Work.None, cancellation);

        var judged = asked.Select(rule => new LocalPlans(catalog, rule, first, until)).ToList();
        return
            from history in known.Histories
            where organizations.ContainsKey(new(history.Subject.Id))
            let organization = organizations[new(history.Subject.Id)]
            let pieces = evidence[history.Subject.Id].ToList()
            let tally = EvidenceTally.Of(pieces)
            from plans in judged
            from verdict in plans.Verdicts(history, pieces, tally, known.WaiversOf(history.Subject.Id), today)
            where verdict.Next is not null && verdict.OwedBy is { } owes && owing.ContainsKey(new(owes)) && verdict.DueOn >= first && verdict.DueOn <= until
            select new Entry(verdict.DueOn, ThingToDoKind.OrganizationDuty, $"{plans.Rule.Id} {organization.Id} {LocalDatePattern.Iso.Format(verdict.Period.From)}", new(
                ThingToDoKind.OrganizationDuty, verdict.DueOn, new(organization.Id), organization.Name, verdict.Next!.For(ties.RolesOver(organization.Path), kinds, "getDuties"), VerdictAnswer.Of(verdict, organization.Name), null));
    }

    private async Task<IEnumerable<Entry>> Meetings(Id<Person>? person, bool own, Ties ties, DayRange days, LocalDate today, CancellationToken cancellation)
    {
        var ids = ties.Organizations.Keys.ToList();
        var (first, until) = (days.From, days.To!.Value);
        var planned = await Rows(db.Meetings.Where(m => ids.Contains(m.OrganizationId) && m.Status == MeetingStatus.Planned && m.On >= first && m.On <= until)).ToListAsync(cancellation);
        // Asked for by themselves: there are few, and the others are found by the index as ever.
        var elsewhere = db.JointOrganizations.Where(j => ids.Contains(j.OrganizationId)).Select(j => j.MeetingId);
        var joint = await Rows(db.Meetings.Where(m => elsewhere.Contains(m.Id) && m.Status == MeetingStatus.Planned && m.On >= today && m.On <= until)).ToListAsync(cancellation);
        // Recorded by whoever leads every one of its organizations, which may be nobody in any of them.
        var beneath = db.Organizations.Within([.. ties.LedPaths]);
        var shared = db.JointOrganizations.Where(j => beneath.Any(o => o.Id == j.OrganizationId)).Select(j => j.MeetingId);
        var overdue = ties.LedPaths.Any() ? await Rows(db.Meetings.Where(m => shared.Contains(m.Id) && m.Status == MeetingStatus.Planned && m.On >= first && m.On < today)).ToListAsync(cancellation) : [];
        var chaired = await Rows(db.Meetings.Where(m => m.ChairId == person && m.ChairId != null && (m.Status == MeetingStatus.Held || (m.Status == MeetingStatus.Planned && m.On >= first && m.On <= until))))
            .ToListAsync(cancellation);
        var rows = planned.Concat(joint).Concat(overdue).UnionBy(chaired, r => r.Meeting.Id).ToList();
        var others = await OthersOf(rows, cancellation);
        return
            from row in rows
            let sides = others[row.Meeting.Id].Prepend(row.Host).ToList()
            where own || sides.Exists(s => IsReached(s.Path))
            let chairs = person is not null && row.Meeting.ChairId == person
            let kind = KindOf(row.Meeting, sides, chairs, ties, today)
            where kind is not null
            select new Entry(row.Meeting.On, kind.Value, row.Meeting.Id.ToString(), new(
                kind.Value, row.Meeting.On, row.Meeting.OrganizationId, row.Host.Name, StepOf(kind.Value, row.Meeting, ties.RolesOver(row.Host.Path)), null, MeetingSummary.Of(row.Meeting)));
    }

    // Who they are stands in the list of candidates, and is nobody else's business: the secretary's own list says only that there are some.
    private async Task<IEnumerable<Entry>> Talks(Id<Person>? person, Ties ties, LocalDate today, CancellationToken cancellation)
    {
        var entries = new List<Entry>();
        foreach (var id in caller.Roles.Where(r => r.Role == Role.BranchSecretary && r.OrganizationId is not null).Select(r => r.OrganizationId!.Value).Distinct().Where(ties.Organizations.ContainsKey))
        {
            var organization = ties.Organizations[id];
            var found = (await candidates.Of(id, organization.Path, today, null, cancellation)).Where(c => c.PersonId != person).ToList();
            if (found.Count == 0) continue;
            var (count, on) = (found.Select(c => c.PersonId).Distinct().Count(), found.Max(c => c.Facts[^1].On));
            entries.Add(new(on, ThingToDoKind.AdmonitionCandidate, id.ToString(), new(
                ThingToDoKind.AdmonitionCandidate, on, id, organization.Name, new(
                    new($"Members proposed for an admonition talk by their absences or dues: {count}. Look at the facts; propose a talk or dismiss them.", $"因缺席或欠交党费被列为诫勉谈话候选对象的党员{count}名。请核实事实，提出谈话或说明理由不予立案。"),
                    "listAdmonitionCandidates", null), null, null)));
        }

        return entries;
    }

    // Each finds its own by an index of persons or of the organizations; what they are called is asked once.
    private async Task<IEnumerable<Entry>> Steps(AwaitedPerson who, bool own, CancellationToken cancellation)
    {
        var steps = new List<AwaitedStep>();
        foreach (var procedure in awaiting) steps.AddRange((await procedure.Of(who, cancellation)).Where(s => who.Days.Contains(s.On)));
        if (steps.Count == 0) return [];

        var ids = steps.Select(s => s.OrganizationId).Distinct().ToList();
        var organizations = await db.Organizations.Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, o.Name, o.Path }).ToDictionaryAsync(o => o.Id, cancellation);
        return
            from step in steps
            let organization = organizations[step.OrganizationId]
            where own || caller.ReachOf(step.SeenBy).Any(r => organization.Path.StartsWith(r, StringComparison.Ordinal))
            select new Entry(step.On, ThingToDoKind.StepToTake, $"{step.Step.OperationId} {step.CaseId} {step.Item}", step.In(organization.Name));
    }

    private IQueryable<Row> Rows(IQueryable<Meeting> meetings) =>
        from m in meetings.AsNoTracking()
        join o in db.Organizations on m.OrganizationId equals o.Id
        select new Row
        {
            Meeting = m,
            Host = new(o.Id, o.Name, o.Path, db.Posts.Any(p => p.OrganizationId == m.OrganizationId && p.VoidedAt == null && CommitteeOffices.Contains(p.Office) && p.From <= m.On && (p.To == null || p.To >= m.On))),
        };

    /// <summary>The organizations that hold a meeting together with the one whose it is.</summary>
    private async Task<ILookup<Id<Meeting>, Side>> OthersOf(List<Row> rows, CancellationToken cancellation)
    {
        var joint = rows.FindAll(r => r.Meeting.IsJoint).ConvertAll(r => r.Meeting.Id);
        if (joint.Count == 0) return Array.Empty<Side>().ToLookup(_ => default(Id<Meeting>));
        var sides =
            from j in db.JointOrganizations
            where joint.Contains(j.MeetingId)
            join m in db.Meetings on j.MeetingId equals m.Id
            join o in db.Organizations on j.OrganizationId equals o.Id
            select new
            {
                j.MeetingId,
                Side = new Side(o.Id, o.Name, o.Path, db.Posts.Any(p => p.OrganizationId == j.OrganizationId && p.VoidedAt == null && CommitteeOffices.Contains(p.Office) && p.From <= m.On && (p.To == null || p.To >= m.On))),
            };
        return (await sides.ToListAsync(cancellation)).ToLookup(s => s.MeetingId, s => s.Side);
    }

    private ThingToDoKind? KindOf(Meeting meeting, List<Side> sides, bool chairs, Ties ties, LocalDate today)
    {
        if (meeting.Status == MeetingStatus.Held)
            return chairs && meeting.Record?.Minutes is not null && kinds.Named(meeting.Kinds).Any(k => k.MinutesAreConfirmed) ? ThingToDoKind.MinutesToConfirm : null;
        var named = kinds.Named(meeting.Kinds);
        if (meeting.On < today) return named.All(k => k.IsReadable) && (meeting.IsJoint ? sides.TrueForAll(ties.Leads) : ties.Led.Contains(meeting.OrganizationId)) ? ThingToDoKind.MeetingToRecord : null;
        return chairs || named.Any(k => sides.Exists(s => ties.IsExpected(k.Expected, s, meeting.On))) ? ThingToDoKind.MeetingToAttend : null;
    }

    private NextStep StepOf(ThingToDoKind kind, Meeting meeting, Role held)
    {
        var named = kinds.Named(meeting.Kinds);
        var (en, zh) = (string.Join(", ", named.Select(k => k.Title.En)), string.Join("、", named.Select(k => k.Title.Zh)));
        var (on, at) = (LocalDatePattern.Iso.Format(meeting.On), LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(meeting.StartsAt));
        return kind switch
        {
            ThingToDoKind.MeetingToRecord => new NextStep(
                new($"Planned for {on} and not on record: {en}. Record it, or cancel it if it was not held.", $"原定{on}的{zh}尚未登记。请予登记；如未召开，请取消。"), "recordPlannedMeeting", named[0].Evidence)
                .For(held, kinds, "getMeeting"),
            ThingToDoKind.MinutesToConfirm => new(
                new($"Read the minutes of {on} and confirm them: {en}.", $"请审阅并确认{on}的{zh}记录。"), "confirmMinutes", named[0].Evidence),
            _ => new(new($"Attend on {on} at {at}, {meeting.Place}: {en}.", $"请于{on} {at}在{meeting.Place}参加{zh}。"), "getMeeting", named[0].Evidence),
        };
    }

    private sealed class Row
    {
        public required Meeting Meeting { get; init; }

        public required Side Host { get; init; }
    }

    /// <summary>An organization that holds a meeting, and whether it has a committee on the meeting's day.</summary>
    private sealed record Side(Id<Organization> Id, string Name, string Path, bool HasCommittee);

    /// <summary>What ties a person to organizations, as far as the caller may see it.</summary>
    private sealed record Ties(
        IReadOnlyList<Affiliation> Belonging, IReadOnlyList<Post> Posts, IReadOnlyList<HeldRole> Held, IReadOnlySet<Id<Organization>> Led, IReadOnlyDictionary<Id<Organization>, NamedSubject> Organizations)
    {
        public Role RolesOver(string path) => Held.Where(r => r.Path.Length > 0 && path.StartsWith(r.Path, StringComparison.Ordinal)).Aggregate(Role.None, (all, r) => all | r.Role);

        public IEnumerable<string> LedPaths => Organizations.Where(o => Led.Contains(o.Key)).Select(o => o.Value.Path);

        public bool Leads(Side side) => LedPaths.Any(path => side.Path.StartsWith(path, StringComparison.Ordinal));

        public bool IsExpected(WhoIsExpected derivation, Side side, LocalDate on) => derivation switch
        {
            WhoIsExpected.Committee => side.HasCommittee && Posts.Any(p => p.OrganizationId == side.Id && p.Office.SitsOnCommittee() && p.IsOn(on)),
            WhoIsExpected.CommitteeOrAllWhoBelong => IsExpected(side.HasCommittee ? WhoIsExpected.Committee : WhoIsExpected.AllWhoBelong, side, on),
            WhoIsExpected.PostHolders => Posts.Any(p => p.OrganizationId == side.Id && p.IsOn(on)),
            WhoIsExpected.GroupMembers => Belonging.Any(a => a.OrganizationId == side.Id && a.Belonging == Domain.Members.Belonging.Group && a.IsOn(on)),
            _ => Belonging.Any(a => a.OrganizationId == side.Id && a.Belonging != Domain.Members.Belonging.Group && a.IsOn(on)),
        };
    }

    private sealed record Entry(LocalDate On, ThingToDoKind Kind, string Key, ThingToDo Thing) : IComparable<Entry>
    {
        public int CompareTo(Entry? other) => other is null ? 1
            : On != other.On ? On.CompareTo(other.On) : Kind != other.Kind ? Kind.CompareTo(other.Kind) : string.CompareOrdinal(Key, other.Key);
    }
}
