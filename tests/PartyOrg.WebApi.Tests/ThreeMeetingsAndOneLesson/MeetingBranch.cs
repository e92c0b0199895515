using System.Security.Cryptography;
using PartyOrg.Application.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.ThreeMeetingsAndOneLesson;

/// <summary>
/// A branch with a committee of two, a Party group of two, a member who joined on May 10, 2024, one who left after May 9, and one who floats:
/// everyone who can be on a roll, or wrongly so. The tests' today is May 15, 2024.
/// </summary>
internal sealed class MeetingBranch
{
    public static readonly LocalDate Today = new(2024, 5, 15);

    /// <summary>The day on which Li joined; Chen left the day before.</summary>
    public static readonly LocalDate JoinedOn = new(2024, 5, 10);

    private static readonly LocalDate Begin = new(2023, 1, 1);

    public required SmallTree Tree { get; init; }

    public required Organization Group { get; init; }

    public required Person Secretary { get; init; }

    public required Person Publicist { get; init; }

    /// <summary>Leads the group.</summary>
    public required Person Wang { get; init; }

    /// <summary>Belongs since May 10, 2024; in the group since that day.</summary>
    public required Person Li { get; init; }

    /// <summary>Belonged until May 9, 2024.</summary>
    public required Person Chen { get; init; }

    /// <summary>His relation lies elsewhere; enrolled here.</summary>
    public required Person Zhao { get; init; }

    /// <summary>Of another branch of the town.</summary>
    public required Person Stranger { get; init; }

    /// <summary>The branch's secretary, signed in.</summary>
    public required ApiClient Keeper { get; init; }

    public Id<Organization> Id => Tree.Branch.Id;

    public static async Task<MeetingBranch> Plant<TDatabase>(ApiHost<TDatabase> api) where TDatabase : IDatabaseKind
    {
        var tree = await SmallTree.Plant(api);
        var at = new Domain.Time.Clock(api.Clock).Now;
        var branch = await api.Arrange(context =>
        {
            context.AttachRange(tree.Branch, tree.SiblingBranch);
            var founding = new Founding(OrganizationCode.Of($"{tree.Branch.Code}-G").Value, OrganizationName.Of("Group").Value, OrganizationType.PartyGroup, null, null, Begin);
            var group = Organization.Found(founding, tree.Branch, TreePosition.At(tree.Branch.Path, 0), api.Ids, at).Value;
            context.Add(group);

            Person Register(string name) => context.Add(Person.Register(
                PersonName.Of(name).Value, new(RandomNumberGenerator.GetBytes(60), RandomNumberGenerator.GetBytes(32), "1***", Sex.Male, new(1980, 1, 1)), null, api.Ids)).Entity;
            Person Join(Person person, Organization organization, Belonging belonging = Belonging.Relation, LocalDate? from = null)
            {
                person.Join(organization, belonging, from ?? Begin, api.Ids, at).Succeeded.Should().BeTrue();
                return person;
            }

            var chen = Join(Register("陈静"), tree.Branch);
            chen.Leave(chen.Affiliations[0].Id, JoinedOn.PlusDays(-1), _ => null, api.Ids, at).Succeeded.Should().BeTrue();
            var world = new
            {
                Group = group,
                Secretary = Join(Register("刘强"), tree.Branch),
                Publicist = Join(Register("孙丽"), tree.Branch),
                Wang = Join(Join(Register("王伟"), tree.Branch), group, Belonging.Group),
                Li = Join(Join(Register("李红"), tree.Branch, from: JoinedOn), group, Belonging.Group, JoinedOn),
                Chen = chen,
                Zhao = Join(Join(Register("赵敏"), tree.SiblingBranch), tree.Branch, Belonging.Enrolment),
                Stranger = Join(Register("周涛"), tree.SiblingBranch),
            };
            tree.Branch.Appoint(world.Secretary.Id, Office.Secretary, Begin, null, api.Ids, at).Succeeded.Should().BeTrue();
            tree.Branch.Appoint(world.Publicist.Id, Office.PublicityMember, Begin, null, api.Ids, at).Succeeded.Should().BeTrue();
            group.Appoint(world.Wang.Id, Office.GroupLeader, Begin, null, api.Ids, at).Succeeded.Should().BeTrue();
            return world;
        });
        return new()
        {
            Tree = tree, Group = branch.Group, Secretary = branch.Secretary, Publicist = branch.Publicist, Wang = branch.Wang, Li = branch.Li, Chen = branch.Chen, Zhao = branch.Zhao,
            Stranger = branch.Stranger, Keeper = await api.SignedIn(Role.None, person: branch.Secretary.Id),
        };
    }

    /// <summary>A general meeting, held on a day on which everyone but Chen belonged.</summary>
    public MeetingRecord Record(LocalDate? day = null, params string[] kinds) => new()
    {
        Kinds = kinds.Length > 0 ? kinds : ["generalMeeting"], HeldOn = day ?? JoinedOn, StartsAt = new(14, 0), Place = "三楼会议室", ChairId = Secretary.Id, RecorderId = Publicist.Id,
        Agenda = [new("传达上级决定", "superiorDecisions")], Resolutions = ["一致同意"], Minutes = "书记传达了上级决定。",
    };

    public IReadOnlyList<RollEntry> Roll(params Person[] more) =>
    [
        new(Secretary.Id, AttendanceStatus.Present), new(Publicist.Id, AttendanceStatus.Present), new(Wang.Id, AttendanceStatus.AbsentWithLeave, "出差"), new(Zhao.Id, AttendanceStatus.Online),
        .. more.Select(p => new RollEntry(p.Id, AttendanceStatus.AbsentWithoutReason)),
    ];

    public RecordMeeting General(LocalDate? day = null) => new(Id, Record(day), Roll(Li));

    public IReadOnlyList<RollEntry> CommitteeRoll() => [new(Secretary.Id, AttendanceStatus.Present), new(Publicist.Id, AttendanceStatus.Present)];

    public RecordMeeting Committee(LocalDate? day = null) => new(Id, Record(day, "committeeMeeting") with { Agenda = [new("研究重大事项", "majorMatters")] }, CommitteeRoll());

    public RecordMeeting OfGroup(LocalDate? day = null) => new(
        Group.Id, Record(day, "partyGroupMeeting") with { ChairId = Wang.Id, RecorderId = Li.Id, Agenda = [new("批评与自我批评", "criticism")] },
        [new(Wang.Id, AttendanceStatus.Present), new(Li.Id, AttendanceStatus.Present)]);

    public PlanMeeting Plan(LocalDate? day = null) => new(Id, new MeetingPlan
    {
        Kinds = ["generalMeeting"], On = day ?? Today.PlusDays(7), StartsAt = new(14, 0), Place = "三楼会议室", ChairId = Secretary.Id, Agenda = [new("传达上级决定", "superiorDecisions")],
    });

    public async Task<MeetingSummary> Recorded(RecordMeeting? request = null) =>
        (await Keeper.Post("/api/v1/meetings", request ?? General())).ShouldBe(System.Net.HttpStatusCode.Created).As<MeetingSummary>();

    public async Task<MeetingSummary> Planned(PlanMeeting? request = null) =>
        (await Keeper.Post("/api/v1/meetings/plans", request ?? Plan())).ShouldBe(System.Net.HttpStatusCode.Created).As<MeetingSummary>();
}
