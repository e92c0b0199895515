using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain.Time;

namespace PartyOrg.Domain.Tests.ThreeMeetingsAndOneLesson;

/// <summary>A branch with a secretary and three members, two of them on its committee, on the day of the tests, 2026-11-20.</summary>
internal sealed class Branch
{
    public static readonly LocalDate Today = new(2026, 11, 20);
    public static readonly LocalDate Yesterday = new(2026, 11, 19);
    public static readonly LocalDate Tomorrow = new(2026, 11, 21);
    public static readonly ActivityKinds Kinds = ActivityKinds.Embedded;

    private readonly Dictionary<WhoIsExpected, IReadOnlySet<Id<Person>>> expected;

    public Branch()
    {
        Clock = new(new At(Today.At(new LocalTime(12, 0)).InZoneStrictly(Clock.Zone).ToInstant()));
        Ids = new(Clock);
        (Id, Secretary, Publicist, Wang, Li, Stranger) = (Ids.New<Organization>(), Ids.New<Person>(), Ids.New<Person>(), Ids.New<Person>(), Ids.New<Person>(), Ids.New<Person>());
        expected = new()
        {
            [WhoIsExpected.AllWhoBelong] = new HashSet<Id<Person>> { Secretary, Publicist, Wang, Li },
            [WhoIsExpected.Committee] = new HashSet<Id<Person>> { Secretary, Publicist },
            [WhoIsExpected.GroupMembers] = new HashSet<Id<Person>>(),
        };
    }

    public Clock Clock { get; }

    public Ids Ids { get; }

    public Id<Organization> Id { get; }

    public Id<Person> Secretary { get; }

    public Id<Person> Publicist { get; }

    public Id<Person> Wang { get; }

    public Id<Person> Li { get; }

    public Id<Person> Stranger { get; }

    public OrganizationType? Type { get; init; } = OrganizationType.Branch;

    public Role Caller { get; init; } = Role.BranchSecretary;

    public Instant Now => Clock.Now;

    public Branch Without(WhoIsExpected expectation)
    {
        expected[expectation] = new HashSet<Id<Person>>();
        return this;
    }

    public OrganizationOnDay On(LocalDate day) => new(Id, day, Type, Caller, expected);

    public MeetingRecord General(LocalDate? day = null) => new()
    {
        Kinds = ["generalMeeting"], HeldOn = day ?? Yesterday, StartsAt = new(14, 0), Place = "Room 301", ChairId = Secretary, RecorderId = Publicist,
        Agenda = [new("Work of the third quarter", "workReport")], Minutes = "The secretary reported.",
    };

    public MeetingPlan Plan(LocalDate? day = null) => new() { Kinds = ["generalMeeting"], On = day ?? Tomorrow, StartsAt = new(14, 0), Place = "Room 301", Agenda = [new("Work of the third quarter", "workReport")] };

    public IReadOnlyList<RollEntry> Roll() =>
        [new(Secretary, AttendanceStatus.Present), new(Publicist, AttendanceStatus.Online), new(Wang, AttendanceStatus.AbsentWithLeave, "ill"), new(Li, AttendanceStatus.AbsentWithoutReason)];

    public Result<Meeting> Record(MeetingRecord record, IReadOnlyList<RollEntry>? roll = null) => Meeting.RecordHeld(On(record.HeldOn), record, roll ?? Roll(), Kinds, Ids, Clock);

    public Result<Meeting> PlanFor(MeetingPlan plan) => Meeting.PlanFor(On(plan.On), plan, Kinds, Ids, Clock);

    public Meeting Planned() => Fresh(PlanFor(Plan()).Value);

    public Meeting Cancelled() => After(Planned(), m => m.Cancel(Role.BranchSecretary, "the hall is closed", Kinds));

    public Meeting Held() => Fresh(Record(General()).Value);

    public Meeting Confirmed() => After(Held(), m => m.ConfirmMinutes(Secretary, Kinds, Now));

    public Meeting Withdrawn() => After(Held(), m => m.Withdraw(Role.BranchSecretary, Roll(), Because("recorded twice"), Kinds));

    public Meeting In(MeetingStatus status) => status switch
    {
        MeetingStatus.Planned => Planned(),
        MeetingStatus.Cancelled => Cancelled(),
        MeetingStatus.Held => Held(),
        MeetingStatus.Confirmed => Confirmed(),
        _ => Withdrawn(),
    };

    public Replacement Because(string reason) => new(reason, Ids.New<Account>(), Now);

    public Result<Done> Correct(Meeting meeting, MeetingRecord record, IReadOnlyList<RollEntry>? roll = null) =>
        meeting.Correct(On(record.HeldOn), record, roll ?? Roll(), Roll(), Because("the date was wrong"), Kinds, Clock);

    // As it is loaded in a later command: what happened before is stored.
    private static Meeting Fresh(Meeting meeting)
    {
        meeting.ClearEvents();
        return meeting;
    }

    private static Meeting After(Meeting meeting, Func<Meeting, Result<Done>> step)
    {
        step(meeting).Succeeded.Should().BeTrue();
        return Fresh(meeting);
    }

    private sealed class At(Instant now) : IClock
    {
        public Instant GetCurrentInstant() => now;
    }
}
