using NodaTime;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Procedures;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.RuleBooks;
using PartyOrg.Domain.Time;
using Standing = PartyOrg.Domain.Procedures.Standing;

namespace PartyOrg.Domain.DemocraticLifeMeetings;

/// <summary>How far a democratic life meeting is.</summary>
public enum LifeMeetingStatus
{
    /// <summary>Theme and day are set.</summary>
    Planned,

    /// <summary>Those who must attend have been told; they file their self-checks.</summary>
    Noticed,

    /// <summary>Held and recorded; speeches and make-ups are completed.</summary>
    Held,

    /// <summary>Whoever presided has confirmed the record: the meeting counts.</summary>
    Confirmed,

    /// <summary>Called off, with a reason. Nothing follows.</summary>
    Cancelled,

    /// <summary>Recorded by mistake and taken back, with a reason. Nothing follows.</summary>
    Withdrawn,
}

/// <summary>
/// A democratic life meeting (民主生活会; TWS-4): a meeting of its own kind, which counts as no other one (TWS-4.5b). It counts for TWS-4.1 and TWS-9.2.2, by the day on which it was held,
/// from the moment it is confirmed. What individuals said is confidential (TWS-4.5).
/// </summary>
public sealed class DemocraticLifeMeeting : Aggregate
{
    /// <summary>The longest theme, in characters.</summary>
    public const int ThemeLength = 200;

    /// <summary>The longest place, in characters.</summary>
    public const int PlaceLength = 200;

    /// <summary>The longest report of the content to the superior, in characters.</summary>
    public const int ContentLength = 4_000;

    /// <summary>The longest reason, in characters.</summary>
    public const int ReasonLength = 500;

    /// <summary>The most persons whom the superior sends.</summary>
    public const int MostSent = 10;

    /// <summary>The evidence of a meeting that was held and confirmed.</summary>
    public const string Evidence = "democraticLifeMeeting";

    /// <summary>The evidence that a meeting was held which had been reported to the superior: it asks for the superior's attendance (TWS-4.4b).</summary>
    public const string ReportedEvidence = "reportedLifeMeeting";

    /// <summary>The evidence that a meeting counts which had not been reported: the verdict tells the breach (TWS-4.4).</summary>
    public const string UnreportedEvidence = "unreportedLifeMeeting";

    /// <summary>The evidence that somebody whom the superior sent was there.</summary>
    public const string SuperiorEvidence = "superiorAtLifeMeeting";

    /// <summary>The superior: who holds a leading post or the office of the organization directly above.</summary>
    public static Part Superior { get; } = new("superior", new("the superior", "上级党组织"));

    /// <summary>Somebody who must attend, himself.</summary>
    public static Part Himself { get; } = new("himself", new("the person himself", "本人"));

    /// <summary>Who presided.</summary>
    public static Part Presider { get; } = new("presider", new("who presided", "主持人"));

    private const Role Leaders = Role.BranchSecretary | Role.CommitteeMember;

    private DemocraticLifeMeeting() { }

    /// <summary>The steps of the meeting.</summary>
    public static Procedure<LifeMeetingStatus> Procedure { get; } = new(
        "democratic-life-meeting", new("Democratic life meeting", "民主生活会"), DemocraticLifeMeetingLabels.Statuses,
        new Step<LifeMeetingStatus>("planDemocraticLifeMeeting", new("set the theme and the day", "确定主题和日期"), "TWS-4.3", [], LifeMeetingStatus.Planned, Leaders),
        new("recordLifeMeetingOpinion", new("record an opinion collected beforehand", "登记会前征求的意见"), "TWS-4.3", [LifeMeetingStatus.Planned, LifeMeetingStatus.Noticed], null, Leaders),
        new("giveLifeMeetingNotice", new("give notice to those who must attend", "通知参会人员"), "TWS-4.4", [LifeMeetingStatus.Planned], LifeMeetingStatus.Noticed, Leaders),
        new("reportDemocraticLifeMeeting", new("report date and content to the superior", "向上级报告时间和内容"), "TWS-4.4", [LifeMeetingStatus.Planned, LifeMeetingStatus.Noticed], null, Leaders),
        new("nameLifeMeetingAttendees", new("name who attends for the superior", "确定上级派员名单"), "TWS-4.4", [LifeMeetingStatus.Planned, LifeMeetingStatus.Noticed], null, Role.None, Superior),
        new("rescheduleDemocraticLifeMeeting", new("move the meeting to another day", "改期"), "TWS-4.4", [LifeMeetingStatus.Planned, LifeMeetingStatus.Noticed], LifeMeetingStatus.Planned, Leaders),
        new("cancelDemocraticLifeMeeting", new("call the meeting off", "取消会议"), "TWS-4.4", [LifeMeetingStatus.Planned, LifeMeetingStatus.Noticed], LifeMeetingStatus.Cancelled, Leaders),
        new("fileSelfCheck", new("file the self-check", "提交个人检查材料"), "TWS-4.3", [LifeMeetingStatus.Noticed, LifeMeetingStatus.Held], null, Role.BranchSecretary, Himself),
        new("recordDemocraticLifeMeeting", new("record that the meeting was held", "登记召开情况"), "TWS-4.2", [LifeMeetingStatus.Noticed], LifeMeetingStatus.Held, Leaders),
        new("recordLifeMeetingSpeech", new("record criticism and self-criticism of a person", "登记批评与自我批评"), "TWS-4.3", [LifeMeetingStatus.Held], null, Leaders),
        new("recordLifeMeetingMakeUp", new("record that an absent person made the meeting up", "登记缺席补课"), "TWS-4.2", [LifeMeetingStatus.Held], null, Leaders),
        new("confirmDemocraticLifeMeeting", new("confirm the record", "确认会议记录"), "TWS-4.5b", [LifeMeetingStatus.Held], LifeMeetingStatus.Confirmed, Role.None, Presider),
        new("withdrawDemocraticLifeMeeting", new("take back a record made by mistake", "撤销错误登记"), "TWS-4.5b", [LifeMeetingStatus.Held, LifeMeetingStatus.Confirmed], LifeMeetingStatus.Withdrawn, Leaders),
        new("addRectificationItem", new("make an item of a problem that was found", "登记整改事项"), "TWS-4.6", [LifeMeetingStatus.Held, LifeMeetingStatus.Confirmed], null, Leaders));

    /// <summary>The meeting's id.</summary>
    public Id<DemocraticLifeMeeting> Id { get; private set; }

    /// <summary>Whose meeting it is.</summary>
    public Id<Organization> OrganizationId { get; private set; }

    /// <summary>How far it is.</summary>
    public LifeMeetingStatus Status { get; private set; }

    /// <summary>The general or prominent issue to which it is devoted (TWS-4.3).</summary>
    public string Theme { get; private set; } = "";

    /// <summary>The civil date on which it was held, or for which it is planned.</summary>
    public LocalDate On { get; private set; }

    /// <summary>When it begins, local time.</summary>
    public LocalTime StartsAt { get; private set; }

    /// <summary>Where.</summary>
    public string Place { get; private set; } = "";

    /// <summary>Who must attend, as the register says for the day.</summary>
    public IReadOnlyList<Id<Person>> MustAttend { get; private set; } = [];

    /// <summary>The day on which notice was given; none before.</summary>
    public LocalDate? NoticedOn { get; private set; }

    /// <summary>The day on which date and content were reported to the superior; none where they were not.</summary>
    public LocalDate? ReportedOn { get; private set; }

    /// <summary>What was reported of the content.</summary>
    public string? ReportedContent { get; private set; }

    /// <summary>Whom the superior sends.</summary>
    public IReadOnlyList<SentBySuperior> Sent { get; private set; } = [];

    /// <summary>Opinions collected beforehand.</summary>
    public IReadOnlyList<CollectedOpinion> Opinions { get; private set; } = [];

    /// <summary>The self-checks that were filed. Confidential.</summary>
    public IReadOnlyList<SelfCheck> SelfChecks { get; private set; } = [];

    /// <summary>The record; none before it was held. Its minutes are confidential.</summary>
    public LifeMeetingRecord? Record { get; private set; }

    /// <summary>What was said, by person. Confidential.</summary>
    public IReadOnlyList<Speech> Speeches { get; private set; } = [];

    /// <summary>Who made it up.</summary>
    public IReadOnlyList<LifeMeetingMakeUp> MakeUps { get; private set; } = [];

    /// <summary>When it was confirmed.</summary>
    public Instant? ConfirmedAt { get; private set; }

    /// <summary>Why it was cancelled or withdrawn.</summary>
    public string? EndedBecause { get; private set; }

    /// <summary>What was not followed in a meeting that was held all the same: none reported it to the superior beforehand (TWS-4.4).</summary>
    public IReadOnlyList<Breach> Breaches => Record is not null && ReportedOn is null ? [new("TWS-4.4", DemocraticLifeMeetingErrors.HeldUnreported.Message)] : [];

    /// <inheritdoc/>
    public override Guid? AuditedUnder => OrganizationId.Value;

    /// <inheritdoc/>
    public override Guid Key => Id.Value;

    /// <summary>Whether the person takes part in the meeting: he must attend, or was there.</summary>
    public bool IsParticipant(Id<Person>? person) => person is { } who && (MustAttend.Contains(who) || (Record?.WasThere(who) ?? false));

    /// <summary>Two records of one person were merged (REG-23): where the one stands in the meeting, the other stands from now on, once.</summary>
    public void PassPerson(Id<Person> duplicate, Id<Person> survivor)
    {
        Id<Person> Now(Id<Person> person) => person == duplicate ? survivor : person;
        bool Concerns() => MustAttend.Contains(duplicate) || Sent.Any(s => s.PersonId == duplicate) || SelfChecks.Any(c => c.PersonId == duplicate) || MakeUps.Any(m => m.PersonId == duplicate)
            || Speeches.Any(s => s.PersonId == duplicate || s.Criticisms.Any(c => c.ById == duplicate)) || (Record is { } r && (r.WasThere(duplicate) || r.PresidedById == duplicate || r.RecorderId == duplicate));
        if (!Concerns()) return;

        MustAttend = [.. MustAttend.Select(Now).Distinct()];
        Sent = [.. Sent.Select(s => s with { PersonId = Now(s.PersonId) }).Distinct()];
        SelfChecks = [.. SelfChecks.Select(c => c with { PersonId = Now(c.PersonId) }).DistinctBy(c => c.PersonId)];
        MakeUps = [.. MakeUps.Select(m => m with { PersonId = Now(m.PersonId) }).DistinctBy(m => m.PersonId)];
        Speeches = [.. Speeches.Select(s => s with { PersonId = Now(s.PersonId), Criticisms = [.. s.Criticisms.Select(c => c with { ById = Now(c.ById) })] }).DistinctBy(s => s.PersonId)];
        if (Record is { } record)
        {
            Record = record with
            {
                PresidedById = Now(record.PresidedById),
                RecorderId = Now(record.RecorderId),
                Roll = [.. record.Roll.Select(e => e with { PersonId = Now(e.PersonId) }).GroupBy(e => e.PersonId).Select(g => g.OrderByDescending(e => e.Present).First())],
                NonVoting = [.. record.NonVoting.Select(n => n.PersonId is { } person ? n with { PersonId = Now(person) } : n)],
                FromSuperior = [.. record.FromSuperior.Select(Now).Distinct()],
            };
        }

        Raise(new Step("lifeMeeting.personMerged"));
    }

    /// <summary>Sets the theme and the day (TWS-4.3).</summary>
    public static Result<DemocraticLifeMeeting> Plan(LeadingBodyOnDay body, string theme, LocalTime startsAt, string place, Standing standing, LocalRules rules, Ids ids, Clock clock)
    {
        if (Procedure.RefusalToBegin("planDemocraticLifeMeeting", standing) is { } refusal) return refusal;
        if (RefusalOf(body) is { } unable) return unable.At("/organizationId");
        if (body.Day < clock.Today) return DemocraticLifeMeetingErrors.PlannedInThePast.At("/on");

        var meeting = new DemocraticLifeMeeting { Id = ids.New<DemocraticLifeMeeting>(), OrganizationId = body.Id, Theme = theme };
        meeting.Take(body, startsAt, place);
        meeting.Raise(new("democraticLifeMeeting.planned"));
        return ((Result<DemocraticLifeMeeting>)meeting).With(AdvicesOnDay(body.Day, rules));
    }

    /// <summary>Records an opinion that was collected before the meeting.</summary>
    public Result<Done> RecordOpinion(CollectedOpinion opinion, Standing standing)
    {
        if (Procedure.RefusalOf("recordLifeMeetingOpinion", Status, standing) is { } refusal) return refusal;
        if (Opinions.Count >= CollectedOpinion.Most) return DemocraticLifeMeetingErrors.TooMany(CollectedOpinion.Most).At("/text");
        Opinions = [.. Opinions, opinion];
        Raise(new("democraticLifeMeeting.opinionRecorded"));
        return Done.It;
    }

    /// <summary>The first day on which a meeting can be held whose notice was given on the day: so many days later as the rule asks on that day (TWS-4.4, <c>daysInAdvance</c>).</summary>
    public static LocalDate EarliestAfterNotice(LocalDate noticedOn, LocalRules rules) => noticedOn.PlusDays(rules.On("TWS-4.4", noticedOn).Whole("daysInAdvance"));

    /// <summary>Notice to those who must attend, so many days before the meeting as the rule asks (TWS-4.4).</summary>
    public Result<Done> GiveNotice(LocalDate on, Standing standing, LocalRules rules)
    {
        if (Procedure.RefusalOf("giveLifeMeetingNotice", Status, standing) is { } refusal) return refusal;
        if (EarliestAfterNotice(on, rules) is var earliest && earliest > On) return DemocraticLifeMeetingErrors.NoticeTooLate(on, earliest).At("/givenOn");
        (Status, NoticedOn) = (LifeMeetingStatus.Noticed, on);
        Raise(new("democraticLifeMeeting.noticeGiven"));
        return Done.It;
    }

    /// <summary>Reports date and content to the superior, before the day of the meeting (TWS-4.4).</summary>
    public Result<Done> Report(LocalDate on, string content, Standing standing)
    {
        if (Procedure.RefusalOf("reportDemocraticLifeMeeting", Status, standing) is { } refusal) return refusal;
        if (on >= On) return DemocraticLifeMeetingErrors.ReportedTooLate.At("/reportedOn");
        (ReportedOn, ReportedContent) = (on, content);
        Raise(new("democraticLifeMeeting.reported"));
        return Done.It;
    }

    /// <summary>The superior names who attends for it, when the meeting was reported (TWS-4.4).</summary>
    public Result<Done> NameAttendees(IReadOnlyList<Id<Person>> persons, Standing standing)
    {
        if (Procedure.RefusalOf("nameLifeMeetingAttendees", Status, standing) is { } refusal) return refusal;
        if (ReportedOn is null) return DemocraticLifeMeetingErrors.NotReported;
        foreach (var (i, person) in persons.Index())
        {
            if (MustAttend.Contains(person)) return DemocraticLifeMeetingErrors.SentMustAttend.At($"/personIds/{i}");
        }

        Sent = [.. persons.Distinct().Select(p => new SentBySuperior(p))];
        Raise(new("democraticLifeMeeting.attendeesNamed"));
        return Done.It;
    }

    /// <summary>Moves the meeting to another day: notice and report are due anew.</summary>
    public Result<Done> Reschedule(LeadingBodyOnDay body, LocalTime startsAt, string place, Standing standing, LocalRules rules, Clock clock)
    {
        if (Procedure.RefusalOf("rescheduleDemocraticLifeMeeting", Status, standing) is { } refusal) return refusal;
        if (RefusalOf(body) is { } unable) return unable.At("/on");
        if (body.Day < clock.Today) return DemocraticLifeMeetingErrors.PlannedInThePast.At("/on");

        Take(body, startsAt, place);
        (NoticedOn, ReportedOn, ReportedContent, Sent) = (null, null, null, []);
        Raise(new("democraticLifeMeeting.rescheduled"));
        return ((Result<Done>)Done.It).With(AdvicesOnDay(body.Day, rules));
    }

    /// <summary>Calls the meeting off.</summary>
    public Result<Done> Cancel(string reason, Standing standing)
    {
        if (Procedure.RefusalOf("cancelDemocraticLifeMeeting", Status, standing) is { } refusal) return refusal;
        (Status, EndedBecause) = (LifeMeetingStatus.Cancelled, reason);
        Raise(new("democraticLifeMeeting.cancelled"));
        return Done.It;
    }

    /// <summary>
    /// Somebody who must attend files his self-check, or again in other words, before the meeting; who was absent, before he makes it up (TWS-4.3). An aspect left out gets an advice (TWS-4.3b).
    /// </summary>
    public Result<Done> FileSelfCheck(SelfCheck check, Standing standing)
    {
        if (Procedure.RefusalOf("fileSelfCheck", Status, standing) is { } refusal) return refusal;
        if (!MustAttend.Contains(check.PersonId)) return DemocraticLifeMeetingErrors.NeedNotAttend;
        if (Status == LifeMeetingStatus.Held && !IsToBeMadeUp(check.PersonId)) return DemocraticLifeMeetingErrors.SelfCheckTooLate;

        SelfChecks = [.. SelfChecks.Where(c => c.PersonId != check.PersonId), check];
        Raise(new("democraticLifeMeeting.selfCheckFiled"));
        var missing = Enum.GetValues<SelfCheckAspect>().Except(check.Aspects.Select(a => a.Aspect)).ToList();
        return ((Result<Done>)Done.It).With(missing.Count > 0 ? [DemocraticLifeMeetingErrors.AspectsLeftOut(missing)] : []);
    }

    /// <summary>
    /// Records that the meeting was held: presided over by the secretary, with everyone who must attend on the roll (TWS-4.2), and a self-check of everyone who was there (TWS-4.3). One that was not
    /// reported to the superior is accepted and carries the breach (TWS-4.4).
    /// </summary>
    public Result<Done> RecordHeld(LeadingBodyOnDay body, LifeMeetingRecord record, Standing standing, LocalRules rules, Clock clock)
    {
        if (Procedure.RefusalOf("recordDemocraticLifeMeeting", Status, standing) is { } refusal) return refusal;
        if (record.HeldOn > clock.Today) return DemocraticLifeMeetingErrors.HeldInTheFuture.At("/record/heldOn");
        if (RefusalOf(body) is { } unable) return unable.At("/record/heldOn");
        if (EarliestAfterNotice(NoticedOn!.Value, rules) is var earliest && earliest > record.HeldOn) return DemocraticLifeMeetingErrors.HeldTooSoon(earliest).At("/record/heldOn");
        if (RefusalsOf(body, record).ToArray() is { Length: > 0 } refusals) return refusals;

        (Record, Status, On, StartsAt, Place, MustAttend) = (record, LifeMeetingStatus.Held, record.HeldOn, record.StartsAt, record.Place, [.. body.MustAttend]);
        if (ReportedOn >= On) (ReportedOn, ReportedContent) = (null, null);
        if (ReportedOn is not null)
        {
            Raise(new EvidenceGained(OrganizationId.Value, ReportedEvidence, On, Key));
            if (record.FromSuperior.Count > 0) Raise(new EvidenceGained(OrganizationId.Value, SuperiorEvidence, On, Key, On));
        }

        Raise(new("democraticLifeMeeting.recorded"));
        return ((Result<Done>)Done.It).With([.. AdvicesOnDay(On, rules), .. ReportedOn is null ? [DemocraticLifeMeetingErrors.HeldUnreported] : Array.Empty<Advice>()]);
    }

    /// <summary>Records criticism and self-criticism of one person who must attend, or again in other words (TWS-4.3).</summary>
    public Result<Done> RecordSpeech(Speech speech, Standing standing)
    {
        if (Procedure.RefusalOf("recordLifeMeetingSpeech", Status, standing) is { } refusal) return refusal;
        if (!MustAttend.Contains(speech.PersonId)) return DemocraticLifeMeetingErrors.NeedNotAttend;
        if (IsToBeMadeUp(speech.PersonId)) return DemocraticLifeMeetingErrors.WasAbsent;
        foreach (var (i, criticism) in speech.Criticisms.Index())
        {
            if (criticism.ById == speech.PersonId || !IsParticipant(criticism.ById)) return DemocraticLifeMeetingErrors.CriticIsNoOther.At($"/criticisms/{i}/byId");
        }

        Speeches = [.. Speeches.Where(s => s.PersonId != speech.PersonId), speech];
        Raise(new("democraticLifeMeeting.speechRecorded"));
        return Done.It;
    }

    /// <summary>Somebody who was absent made the meeting up, with his self-check (TWS-4.2, reading).</summary>
    public Result<Done> RecordMakeUp(LifeMeetingMakeUp madeUp, Standing standing)
    {
        if (Procedure.RefusalOf("recordLifeMeetingMakeUp", Status, standing) is { } refusal) return refusal;
        if (!IsToBeMadeUp(madeUp.PersonId)) return DemocraticLifeMeetingErrors.NothingToMakeUp.At("/personId");
        if (madeUp.On < On) return DemocraticLifeMeetingErrors.MadeUpTooEarly(On).At("/on");
        if (SelfChecks.All(c => c.PersonId != madeUp.PersonId)) return DemocraticLifeMeetingErrors.SelfChecksMissing(1).At("/personId");

        MakeUps = [.. MakeUps, madeUp];
        Raise(new("democraticLifeMeeting.madeUp"));
        return Done.It;
    }

    /// <summary>
    /// Whoever presided confirms the record: everyone who was missing has made the meeting up (TWS-4.2), and criticism and self-criticism are recorded for everyone who must attend (TWS-4.5b). From
    /// now on the meeting counts.
    /// </summary>
    public Result<Done> Confirm(Standing standing, Instant at)
    {
        if (Procedure.RefusalOf("confirmDemocraticLifeMeeting", Status, standing) is { } refusal) return refusal;
        if (MustAttend.Count(IsToBeMadeUp) is > 0 and var absent) return DemocraticLifeMeetingErrors.MakeUpsMissing(absent);
        if (MustAttend.Count(p => Speeches.All(s => s.PersonId != p)) is > 0 and var silent) return DemocraticLifeMeetingErrors.SpeechesMissing(silent);

        (Status, ConfirmedAt) = (LifeMeetingStatus.Confirmed, at);
        Raise(new EvidenceGained(OrganizationId.Value, Evidence, On, Key));
        if (ReportedOn is null) Raise(new EvidenceGained(OrganizationId.Value, UnreportedEvidence, On, Key));
        Raise(new("democraticLifeMeeting.confirmed"));
        return Done.It;
    }

    /// <summary>Takes back a record made by mistake; it counts for nothing.</summary>
    public Result<Done> Withdraw(string reason, Standing standing)
    {
        if (Procedure.RefusalOf("withdrawDemocraticLifeMeeting", Status, standing) is { } refusal) return refusal;
        (Status, EndedBecause) = (LifeMeetingStatus.Withdrawn, reason);
        Raise(new EvidenceWithdrawn(Key));
        Raise(new("democraticLifeMeeting.withdrawn"));
        return Done.It;
    }

    /// <summary>Makes an item of a problem that the meeting found (TWS-4.6).</summary>
    public Result<RectificationItem> AddItem(RectificationPlan plan, Standing standing, Ids ids) =>
        Procedure.RefusalOf("addRectificationItem", Status, standing) is { } refusal ? refusal : RectificationItem.Of(this, plan, ids);

    private bool IsToBeMadeUp(Id<Person> person) => Record?.Roll.Any(r => r.PersonId == person && !r.Present) == true && MakeUps.All(m => m.PersonId != person);

    private void Take(LeadingBodyOnDay body, LocalTime startsAt, string place) =>
        (Status, On, StartsAt, Place, MustAttend) = (LifeMeetingStatus.Planned, body.Day, startsAt, place, [.. body.MustAttend]);

    private static Error? RefusalOf(LeadingBodyOnDay body) =>
        body.Type is not { } type || !LeadingBodyOnDay.HeldBy.Contains(type) ? DemocraticLifeMeetingErrors.NotHeldBySuch(body.Day)
        : body.Secretary is null ? DemocraticLifeMeetingErrors.NoSecretary(body.Day) : null;

    private IEnumerable<Error> RefusalsOf(LeadingBodyOnDay body, LifeMeetingRecord record)
    {
        if (record.PresidedById != body.Secretary) yield return DemocraticLifeMeetingErrors.NotPresidedBySecretary.At("/record/presidedById");
        foreach (var (i, entry) in record.Roll.Index())
        {
            if (!body.MustAttend.Contains(entry.PersonId)) yield return DemocraticLifeMeetingErrors.NeedNotAttend.At($"/record/roll/{i}/personId");
            else if (entry.PersonId == record.PresidedById && !entry.Present) yield return DemocraticLifeMeetingErrors.NotPresidedBySecretary.At($"/record/roll/{i}/present");
        }

        var missing = body.MustAttend.Except(record.Roll.Select(r => r.PersonId)).Count();
        if (missing > 0) yield return DemocraticLifeMeetingErrors.RollIncomplete(missing).At("/record/roll");
        if (!record.WasThere(record.RecorderId)) yield return DemocraticLifeMeetingErrors.RecorderWasNotThere.At("/record/recorderId");
        foreach (var (i, guest) in record.NonVoting.Index())
        {
            if (guest.PersonId is { } person && body.MustAttend.Contains(person)) yield return DemocraticLifeMeetingErrors.NonVotingMustAttend.At($"/record/nonVoting/{i}/personId");
        }

        foreach (var (i, person) in record.FromSuperior.Index())
        {
            if (Sent.All(s => s.PersonId != person)) yield return DemocraticLifeMeetingErrors.NotSent.At($"/record/fromSuperior/{i}");
        }

        var silent = record.Roll.Count(r => r.Present && SelfChecks.All(c => c.PersonId != r.PersonId));
        if (silent > 0) yield return DemocraticLifeMeetingErrors.SelfChecksMissing(silent).At("/record/roll");
    }

    /// <summary>The first day of its half year on which a meeting is not early: within so many of its last months as the rule asks on its first day (TWS-4.1, <c>lastMonths</c>).</summary>
    public static LocalDate FirstDayNotEarly(LocalDate day, LocalRules rules)
    {
        var half = PeriodLength.HalfYear.PeriodOn(day);
        return half.FirstOfLast(rules.On("TWS-4.1", half.From).Whole("lastMonths"));
    }

    // An extra one may be held at any time.
    private static Advice[] AdvicesOnDay(LocalDate day, LocalRules rules) => FirstDayNotEarly(day, rules) is var first && day < first ? [DemocraticLifeMeetingErrors.EarlyInHalfYear(first)] : [];
}
