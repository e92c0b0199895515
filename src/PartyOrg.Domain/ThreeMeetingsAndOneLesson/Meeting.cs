using NodaTime;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.RulePacks;
using PartyOrg.Domain.Time;

namespace PartyOrg.Domain.ThreeMeetingsAndOneLesson;

/// <summary>How far a meeting is.</summary>
public enum MeetingStatus
{
    /// <summary>Planned; it can be rescheduled, cancelled, or recorded when it was held.</summary>
    Planned,

    /// <summary>Planned and called off, with a reason. Nothing follows.</summary>
    Cancelled,

    /// <summary>Held and recorded; the minutes await the chair.</summary>
    Held,

    /// <summary>Held, and the chair has confirmed the minutes.</summary>
    Confirmed,

    /// <summary>Recorded by mistake and taken back, with a reason; it counts for nothing. Nothing follows.</summary>
    Withdrawn,
}

/// <summary>
/// A meeting, class or other gathering of an organization, planned or held (TWS-3.1 to 3.5). What was held counts as evidence, once for
/// each of its kinds, from the moment it is recorded. A record is changed only by a correction, which keeps the old one.
/// </summary>
public sealed class Meeting : Aggregate
{
    /// <summary>The longest reason of a change, in characters.</summary>
    public const int ReasonLength = 500;

    private readonly List<MeetingRevision> revisions = [];
    private IReadOnlyList<Id<Organization>> tookPartUntilNow = [];

    private Meeting() { }

    /// <summary>The meeting's id.</summary>
    public Id<Meeting> Id { get; private set; }

    /// <summary>The organization or Party group whose meeting it is.</summary>
    public Id<Organization> OrganizationId { get; private set; }

    /// <summary>Whether several organizations hold it together.</summary>
    public bool IsJoint { get; private set; }

    /// <summary>The other organizations that hold it together with the one whose meeting it is.</summary>
    public IReadOnlyList<Id<Organization>> JointWith => Record?.JointWith ?? Plan?.JointWith ?? [];

    /// <summary>How far it is.</summary>
    public MeetingStatus Status { get; private set; }

    /// <summary>What it is, by the names of its kinds.</summary>
    public IReadOnlyList<string> Kinds { get; private set; } = [];

    /// <summary>The civil date on which it was held, or for which it is planned.</summary>
    public LocalDate On { get; private set; }

    /// <summary>When it begins, local time.</summary>
    public LocalTime StartsAt { get; private set; }

    /// <summary>Where.</summary>
    public string Place { get; private set; } = "";

    /// <summary>Who chairs it; perhaps not settled while it is planned.</summary>
    public Id<Person>? ChairId { get; private set; }

    /// <summary>What was planned, as it stood last; none where it was recorded without a plan.</summary>
    public MeetingPlan? Plan { get; private set; }

    /// <summary>How the plan came to be what it is: every date that was given up, oldest first.</summary>
    public IReadOnlyList<Postponement> Postponements { get; private set; } = [];

    /// <summary>What was recorded, as it stands now; none before.</summary>
    public MeetingRecord? Record { get; private set; }

    /// <summary>When the chair confirmed the minutes as they stand now.</summary>
    public Instant? ConfirmedAt { get; private set; }

    /// <summary>Who made it up, in the order in which that was recorded; what was voided too.</summary>
    public IReadOnlyList<MakeUp> MakeUps { get; private set; } = [];

    /// <summary>Why it was cancelled or withdrawn.</summary>
    public string? EndedBecause { get; private set; }

    /// <summary>How many times the record was replaced.</summary>
    public int Replaced { get; private set; }

    /// <summary>The records that this one replaced, oldest first, where they were loaded.</summary>
    public IReadOnlyList<MeetingRevision> Revisions => revisions;

    /// <inheritdoc/>
    public override Guid? AuditedUnder => OrganizationId.Value;

    /// <summary>The organizations that hold it together with the one whose meeting it is, and those that a correction dropped: they lose evidence.</summary>
    public override IEnumerable<Guid> AlsoAuditedUnder => JointWith.Union(tookPartUntilNow).Select(o => o.Value);

    /// <inheritdoc/>
    public override Guid Key => Id.Value;

    /// <summary>Plans a meeting for today or later.</summary>
    public static Result<Meeting> PlanFor(OrganizationOnDay organization, MeetingPlan plan, ActivityKinds known, Ids ids, Clock clock)
    {
        var meeting = new Meeting { Id = ids.New<Meeting>(), OrganizationId = organization.Id, Status = MeetingStatus.Planned };
        if (RefusalOf(organization, known.Named(plan.Kinds), "/plan/kinds", "/plan/jointWith") is { } refusal) return refusal;
        if (plan.On < clock.Today) return MeetingErrors.PlannedInThePast.At("/plan/on");

        meeting.Take(plan);
        meeting.Raise(new("meeting.planned"));
        return ((Result<Meeting>)meeting).With(AdvicesOn(known.Named(plan.Kinds), plan.Agenda));
    }

    /// <summary>Records a meeting that was held and not planned here.</summary>
    public static Result<Meeting> RecordHeld(OrganizationOnDay organization, MeetingRecord record, IReadOnlyList<RollEntry> roll, ActivityKinds known, Ids ids, Clock clock)
    {
        var meeting = new Meeting { Id = ids.New<Meeting>(), OrganizationId = organization.Id };
        var held = meeting.Hold(organization, record, roll, known, clock);
        return held.Map(_ => meeting);
    }

    /// <summary>Records that the planned meeting was held: what was held counts, not what was planned.</summary>
    public Result<Done> RecordAsHeld(OrganizationOnDay organization, MeetingRecord record, IReadOnlyList<RollEntry> roll, ActivityKinds known, Clock clock) =>
        Status == MeetingStatus.Planned ? Hold(organization, record, roll, known, clock) : MeetingErrors.NotPlanned(Status);

    /// <summary>Moves the planned meeting to another date or time, today or later.</summary>
    public Result<Done> Reschedule(OrganizationOnDay organization, LocalTime startsAt, string? place, string reason, ActivityKinds known, Clock clock)
    {
        if (Status != MeetingStatus.Planned || Plan is null) return MeetingErrors.NotPlanned(Status);
        if (RefusalOf(organization, known.Named(Kinds), "/on", "/on") is { } refusal) return refusal;
        if (organization.Day < clock.Today) return MeetingErrors.PlannedInThePast.At("/on");

        Postponements = [.. Postponements, new(On, StartsAt, reason)];
        Take(Plan with { On = organization.Day, StartsAt = startsAt, Place = place ?? Plan.Place });
        Raise(new("meeting.rescheduled"));
        return Done.It;
    }

    /// <summary>Calls the planned meeting off.</summary>
    public Result<Done> Cancel(Role by, string reason, ActivityKinds known)
    {
        if (Status != MeetingStatus.Planned) return MeetingErrors.NotPlanned(Status);
        if (ReservedFrom(by, known.Named(Kinds)) is { } refusal) return refusal;

        (Status, EndedBecause) = (MeetingStatus.Cancelled, reason);
        Raise(new("meeting.cancelled"));
        return Done.It;
    }

    /// <summary>The chair confirms the minutes; nobody else does (TWS-3.5), and nobody twice (REG-6).</summary>
    public Result<Done> ConfirmMinutes(Id<Person>? by, ActivityKinds known, Instant at)
    {
        if (Record is null || Status is MeetingStatus.Withdrawn) return MeetingErrors.NotHeld(Status);
        if (known.Named(Kinds) is var kinds && !kinds.Any(k => k.MinutesAreConfirmed)) return kinds.FirstOrDefault(k => !k.IsReadable) is { } unread ? RulePackErrors.KindUnreadable(unread.Name) : MeetingErrors.NotConfirmedAtAll;
        if (by is null || by != Record.ChairId) return MeetingErrors.OnlyTheChairConfirms;
        if (Status == MeetingStatus.Confirmed) return MeetingErrors.ConfirmedAlready;
        if (Record.Minutes is null) return MeetingErrors.NoMinutes;

        (Status, ConfirmedAt) = (MeetingStatus.Confirmed, at);
        Raise(new("meeting.minutesConfirmed"));
        return Done.It;
    }

    /// <summary>
    /// Replaces a record that is wrong and keeps it as a revision. Where day or kinds change, the evidence of the old record is withdrawn and
    /// that of the new one gained. What the chair confirmed was the old record: the new one awaits him again (reading).
    /// </summary>
    public Result<Done> Correct(OrganizationOnDay organization, MeetingRecord record, IReadOnlyList<RollEntry> roll, IReadOnlyList<RollEntry> oldRoll, Replacement replacement, ActivityKinds known, Clock clock)
    {
        if (Record is not { } old || Status is MeetingStatus.Withdrawn) return MeetingErrors.NotHeld(Status);
        if (organization.JointWith.Prepend(organization).Select(o => ReservedFrom(o.RolesOfCaller, known)).FirstOrDefault(r => r is not null) is { } reserved) return reserved;
        var kinds = known.Named(record.Kinds);
        if (RefusalOf(organization, record, roll, kinds, clock) is { Length: > 0 } refusals) return refusals;

        tookPartUntilNow = old.JointWith;
        Keep(old, oldRoll, replacement);
        Take(record, MeetingStatus.Held);
        var absent = roll.Where(e => !e.TookPart()).Select(e => e.PersonId).ToHashSet();
        VoidMakeUps(m => !absent.Contains(m.PersonId) || !m.Fits(record.HeldOn), replacement.Reason, replacement.At);
        if (kinds.Any(k => k.AttendeeEvidence is not null) || old.HeldOn != record.HeldOn || !EvidenceOf(known.Named(old.Kinds), old.Agenda).SetEquals(EvidenceOf(kinds, record.Agenda)) || !old.JointWith.ToHashSet().SetEquals(record.JointWith))
        {
            Raise(new EvidenceWithdrawn(Key));
            GainEvidence(kinds, roll);
        }

        Raise(new("meeting.corrected"));
        return ((Result<Done>)Done.It).With(AdvicesOn(kinds, record.Agenda));
    }

    /// <summary>Somebody who was absent made it up. The roll and the confirmed minutes stay as they are.</summary>
    /// <param name="madeUp">Who, when and how.</param>
    /// <param name="onRoll">How he stands on the roll; none where he does not.</param>
    /// <param name="by">The roles of the caller over the organization.</param>
    /// <param name="known">The kinds of meeting.</param>
    public Result<Done> RecordMakeUp(MakeUp madeUp, RollEntry? onRoll, Role by, ActivityKinds known)
    {
        if (Record is null || Status is MeetingStatus.Withdrawn) return MeetingErrors.NotHeld(Status);
        if (ReservedFrom(by, known.Named(Kinds)) is { } reserved) return reserved;
        if (onRoll is null || onRoll.TookPart()) return MakeUpErrors.NotAbsent.At("/personId");
        if (!madeUp.Fits(On)) return MakeUpErrors.BeforeTheMeeting(On).At("/on");
        if (MadeUpOn(madeUp.PersonId) is { } before) return MakeUpErrors.MadeUpAlready(before);

        MakeUps = [.. MakeUps, madeUp];
        Raise(new("meeting.madeUp"));
        return Done.It;
    }

    /// <summary>Takes back that somebody made it up.</summary>
    public Result<Done> WithdrawMakeUp(Id<Person> person, Role by, string reason, Instant at, ActivityKinds known)
    {
        if (ReservedFrom(by, known.Named(Kinds)) is { } reserved) return reserved;
        if (MadeUpOn(person) is null) return MakeUpErrors.NotFound;

        VoidMakeUps(m => m.PersonId == person, reason, at);
        Raise(new("meeting.makeUpWithdrawn"));
        return Done.It;
    }

    /// <summary>On which day the person made it up; none where he did not.</summary>
    public LocalDate? MadeUpOn(Id<Person> person) => MakeUps.FirstOrDefault(m => m.PersonId == person && m.VoidedAt is null)?.On;

    /// <summary>
    /// Two records of one person were merged (REG-23): where the one stands in the meeting's record, the other stands from now on. What was recorded is kept as a revision; who was there, and the chair's
    /// confirmation, are the same as before. Where both stand on the roll, one line is left, and he took part if either did. Answers the roll as it is now.
    /// </summary>
    public IReadOnlyList<RollEntry> PassPerson(Id<Person> duplicate, Id<Person> survivor, IReadOnlyList<RollEntry> oldRoll, Replacement replacement)
    {
        Id<Person> Now(Id<Person> person) => person == duplicate ? survivor : person;
        if (Record is { } old)
        {
            Keep(old, oldRoll, replacement);
            Record = old with
            {
                ChairId = Now(old.ChairId), RecorderId = Now(old.RecorderId),
                Guests = [.. old.Guests.Select(g => g.PersonId is { } guest ? g with { PersonId = Now(guest) } : g).DistinctBy(g => g.PersonId?.Value ?? (object)g)],
            };
        }

        if (Plan is { } plan) Plan = plan with { ChairId = plan.ChairId is { } chair ? Now(chair) : null };
        if (ChairId is { } leads) ChairId = Now(leads);
        var madeUp = MakeUps.Where(m => m.VoidedAt is null && m.PersonId == duplicate).ToList();
        VoidMakeUps(m => m.PersonId == duplicate, replacement.Reason, replacement.At);
        MakeUps = [.. MakeUps, .. madeUp.Where(_ => MadeUpOn(survivor) is null).Select(m => m with { PersonId = survivor, RecordedAt = replacement.At })];
        Raise(new("meeting.corrected"));
        return [.. oldRoll.Select(e => e with { PersonId = Now(e.PersonId) }).GroupBy(e => e.PersonId).Select(g => g.OrderByDescending(e => e.TookPart()).First())];
    }

    /// <summary>Takes back a record made by mistake: of a meeting that was not held, or that was recorded twice. It is kept as a revision and counts for nothing.</summary>
    public Result<Done> Withdraw(Role by, IReadOnlyList<RollEntry> oldRoll, Replacement replacement, ActivityKinds known)
    {
        if (Record is not { } old || Status is MeetingStatus.Withdrawn) return MeetingErrors.NotHeld(Status);
        if (ReservedFrom(by, known.Named(Kinds)) is { } reserved) return reserved;

        Keep(old, oldRoll, replacement);
        (Status, ConfirmedAt, EndedBecause) = (MeetingStatus.Withdrawn, null, replacement.Reason);
        Raise(new EvidenceWithdrawn(Key));
        Raise(new("meeting.withdrawn"));
        return Done.It;
    }

    /// <summary>Why the caller cannot attach files to the meeting; none when he can. The minutes that a chair confirmed stay as they are, so a file may come after.</summary>
    public Error? RefusalOfAttaching(Role by, int standing, ActivityKinds known) =>
        ReservedFrom(by, known.Named(Kinds)) ?? (Status is MeetingStatus.Cancelled or MeetingStatus.Withdrawn ? AttachmentErrors.MeetingHasEnded : standing >= Attachment.MostOfMeeting ? AttachmentErrors.TooMany : null);

    /// <summary>Attaches a file whose bytes are stored under the id already.</summary>
    /// <param name="id">The attachment's id.</param>
    /// <param name="file">The file.</param>
    /// <param name="note">What it shows, 1 to 200 characters.</param>
    /// <param name="standing">How many attachments stand at the meeting.</param>
    /// <param name="by">The roles of the caller over the organization.</param>
    /// <param name="account">The caller's account.</param>
    /// <param name="at">The instant.</param>
    /// <param name="known">The kinds of meeting.</param>
    public Result<Attachment> Attach(Id<Attachment> id, AttachedFile file, string? note, int standing, Role by, Id<Account> account, Instant at, ActivityKinds known)
    {
        if (RefusalOfAttaching(by, standing, known) is { } refusal) return refusal;
        return AttachmentFormat.Check(file).Map(type => new Attachment(id, this, file, type, note, account, at));
    }

    /// <summary>Removes a file from the record; it stays to be read, with the reason.</summary>
    public Result<Done> Detach(Attachment attachment, Role by, Replacement removal, ActivityKinds known) =>
        ReservedFrom(by, known.Named(Kinds)) is { } refusal ? refusal : attachment.Remove(this, removal);

    /// <summary>Why these roles do not allow to change it; none where they do.</summary>
    public Error? ReservedFrom(Role by, ActivityKinds known) => ReservedFrom(by, known.Named(Kinds));

    /// <summary>For which of its organizations each was expected, where several hold it together.</summary>
    public IReadOnlyList<JointAttendance> JointLinesOf(OrganizationOnDay organization, ActivityKinds known) =>
        IsJoint ? [.. organization.JointWith.Prepend(organization).SelectMany(o => o.ExpectedOfItself(known.Named(Kinds)).Select(p => new JointAttendance(Id, o.Id, p)))] : [];

    /// <summary>The roll's lines as they are stored.</summary>
    public IReadOnlyList<Attendance> LinesOf(IReadOnlyList<RollEntry> roll) => [.. roll.Select(e => new Attendance(Id, e))];

    private Result<Done> Hold(OrganizationOnDay organization, MeetingRecord record, IReadOnlyList<RollEntry> roll, ActivityKinds known, Clock clock)
    {
        var kinds = known.Named(record.Kinds);
        if (RefusalOf(organization, record, roll, kinds, clock) is { Length: > 0 } refusals) return refusals;

        tookPartUntilNow = JointWith;
        Take(record, MeetingStatus.Held);
        GainEvidence(kinds, roll);
        Raise(new("meeting.recorded"));
        return ((Result<Done>)Done.It).With(AdvicesOn(kinds, record.Agenda));
    }

    private void Take(MeetingPlan plan) =>
        (Plan, Kinds, On, StartsAt, Place, ChairId, IsJoint) = (plan, [.. plan.Kinds], plan.On, plan.StartsAt, plan.Place, plan.ChairId, plan.JointWith.Count > 0);

    private void Take(MeetingRecord record, MeetingStatus status) =>
        (Record, Kinds, On, StartsAt, Place, ChairId, IsJoint, Status, ConfirmedAt) =
            (record, [.. record.Kinds], record.HeldOn, record.StartsAt, record.Place, record.ChairId, record.JointWith.Count > 0, status, null);

    private void Keep(MeetingRecord old, IReadOnlyList<RollEntry> oldRoll, Replacement replacement) =>
        revisions.Add(new(Id, ++Replaced, old, oldRoll, ConfirmedAt, replacement));

    private void VoidMakeUps(Func<MakeUp, bool> wrong, string reason, Instant at)
    {
        if (MakeUps.Any(m => m.VoidedAt is null && wrong(m))) MakeUps = [.. MakeUps.Select(m => m.VoidedAt is null && wrong(m) ? m with { VoidedAt = at, VoidedBecause = reason } : m)];
    }

    private void GainEvidence(IReadOnlyList<ActivityKind> kinds, IReadOnlyList<RollEntry> roll)
    {
        foreach (var evidence in kinds.Select(k => k.AttendeeEvidence).OfType<string>().Distinct())
        {
            var tookPart = roll.Where(e => e.TookPart()).Select(e => e.PersonId).Concat(Record!.Guests.Select(g => g.PersonId).OfType<Id<Person>>());
            foreach (var person in tookPart.Distinct()) Raise(new EvidenceGained(person.Value, evidence, On, Key));
        }

        foreach (var organization in JointWith.Prepend(OrganizationId))
        {
            foreach (var evidence in EvidenceOf(kinds, Record?.Agenda ?? [])) Raise(new EvidenceGained(organization.Value, evidence, On, Key));
        }
    }

    // One piece for each kind, and one for each class of agenda items that is evidence by itself (TWS-9.1).
    private static HashSet<string> EvidenceOf(IReadOnlyList<ActivityKind> kinds, IReadOnlyList<AgendaItem> agenda) =>
        [.. kinds.Select(k => k.Evidence), .. kinds.SelectMany(k => k.AgendaClasses).Where(c => c.Evidence is not null && agenda.Any(i => i.Class == c.Name)).Select(c => c.Evidence!)];

    // Whether each of the organizations can hold these kinds on the day, and the caller may write of them for each.
    private static Error? RefusalOf(OrganizationOnDay organization, IReadOnlyList<ActivityKind> kinds, string pointer, string joint) =>
        RefusalOf(organization, kinds, pointer) ?? organization.JointWith.Select((o, i) => RefusalOf(o, kinds, $"{joint}/{i}")).FirstOrDefault(r => r is not null);

    private static Error? RefusalOf(OrganizationOnDay organization, IReadOnlyList<ActivityKind> kinds, string pointer)
    {
        if (organization.Type is not { } type) return MeetingErrors.OrganizationNotThere(organization.Day).At(pointer);
        if (ReservedFrom(organization.RolesOfCaller, kinds) is { } reserved) return reserved;
        foreach (var kind in kinds)
        {
            if (!kind.HeldBy.Contains(type)) return MeetingErrors.NotHeldBySuch(kind).At(pointer);
            if (organization.Expected[kind.Expected].Count == 0) return MeetingErrors.NobodyExpected(kind, organization.Day).At(pointer);
        }

        return null;
    }

    private static Error[] RefusalOf(OrganizationOnDay organization, MeetingRecord record, IReadOnlyList<RollEntry> roll, IReadOnlyList<ActivityKind> kinds, Clock clock)
    {
        if (record.HeldOn > clock.Today) return [MeetingErrors.HeldInTheFuture.At("/record/heldOn")];
        if (RefusalOf(organization, kinds, "/record/kinds", "/record/jointWith") is { } refusal) return [refusal];
        var expected = organization.ExpectedAt(kinds);
        return [.. RefusalsOfRoll(expected, roll, organization.Day), .. RefusalsOfGuests(expected, record, organization.Day), .. RefusalsOfLead(record, roll)];
    }

    private static IEnumerable<Error> RefusalsOfRoll(IReadOnlySet<Id<Person>> expected, IReadOnlyList<RollEntry> roll, LocalDate day)
    {
        var found = 0;
        for (var i = 0; i < roll.Count; i++)
        {
            if (expected.Contains(roll[i].PersonId)) found++;
            else yield return MeetingErrors.NotExpected(day).At($"/roll/{i}/personId");
        }

        if (found < expected.Count) yield return MeetingErrors.RollIncomplete([.. expected.Except(roll.Select(e => e.PersonId))]).At("/roll");
    }

    private static IEnumerable<Error> RefusalsOfGuests(IReadOnlySet<Id<Person>> expected, MeetingRecord record, LocalDate day)
    {
        foreach (var (i, guest) in record.Guests.Index())
        {
            if (guest.PersonId is { } person && expected.Contains(person)) yield return MeetingErrors.GuestIsExpected(day).At($"/record/guests/{i}/personId");
        }
    }

    // Who was not there cannot have chaired it, nor taken its minutes.
    private static IEnumerable<Error> RefusalsOfLead(MeetingRecord record, IReadOnlyList<RollEntry> roll)
    {
        if (!WasThere(record.ChairId)) yield return MeetingErrors.ChairWasNotThere.At("/record/chairId");
        if (!WasThere(record.RecorderId)) yield return MeetingErrors.RecorderWasNotThere.At("/record/recorderId");

        bool WasThere(Id<Person> person) => roll.Any(e => e.PersonId == person && e.TookPart()) || record.Guests.Any(g => g.PersonId == person);
    }

    private static Error? ReservedFrom(Role by, IReadOnlyList<ActivityKind> kinds) =>
        kinds.FirstOrDefault(k => (k.RecordedBy & by) == 0) is not { } kind ? null : kind.IsReadable ? MeetingErrors.NotRecordedByYou(kind) : RulePackErrors.KindUnreadable(kind.Name);

    private static IEnumerable<Advice> AdvicesOn(IReadOnlyList<ActivityKind> kinds, IReadOnlyList<AgendaItem> agenda) =>
        from kind in kinds
        where kind.AgendaRule is not null && !kind.AgendaClasses.Any(c => agenda.Any(i => i.Class == c.Name))
        select MeetingErrors.NothingOfItsClasses(kind);
}

/// <summary>A date that a planned meeting had and gave up.</summary>
/// <param name="From">The date given up.</param>
/// <param name="StartedAt">The time given up.</param>
/// <param name="Reason">Why, 1 to 500 characters.</param>
public sealed record Postponement(LocalDate From, LocalTime StartedAt, string Reason);
