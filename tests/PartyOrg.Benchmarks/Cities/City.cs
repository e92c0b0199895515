using PartyOrg.Domain.Members;
using PartyOrg.Domain.Names;

namespace PartyOrg.Benchmarks.Cities;

/// <summary>
/// A city made from a seed: at scale 1 20,000 organizations in four levels, the Party groups of the larger branches on top of them,
/// 300,000 members, half a million meetings of one year and five million attendance rows. Rows are streamed, parents first.
/// </summary>
internal sealed class City
{
    /// <summary>The year in which every meeting of the city was held.</summary>
    public const int Year = 2025;

    private const int CountiesAtScaleOne = 10;
    private const int TownsPerCounty = 20;
    private const int BranchesPerTown = 99;
    private const int GeneralBranchEvery = 33;
    private const int BranchesOfGeneralBranch = 3;
    private const int SmallestWithCommittee = 7;
    private const int SmallestWithGroups = 16;
    private const int MembersPerGroup = 10;

    private readonly ulong seed;
    private readonly int[] sizes;
    private readonly long[] firstMember;
    private readonly long[] firstGroup;

    public City(double scale, ulong seed)
    {
        this.seed = seed;
        Counties = Math.Max(1, (int)Math.Round(CountiesAtScaleOne * scale));
        Towns = Math.Max(1, (int)Math.Round(CountiesAtScaleOne * TownsPerCounty * scale));
        Branches = Math.Max(BranchesPerTown, (int)Math.Round(CountiesAtScaleOne * TownsPerCounty * BranchesPerTown * scale));
        sizes = new int[Branches];
        firstMember = new long[Branches + 1];
        firstGroup = new long[Branches + 1];
        for (var branch = 0; branch < Branches; branch++)
        {
            var chance = new Chance(seed, Strand.BranchSize, branch);
            var size = IsGeneral(branch) ? 0 : Math.Min(120, 3 + (int)(-13.15 * Math.Log(1 - chance.Fraction())));
            sizes[branch] = size;
            firstMember[branch + 1] = firstMember[branch] + size;
            firstGroup[branch + 1] = firstGroup[branch] + GroupsOf(size);
        }
    }

    public int Counties { get; }

    public int Towns { get; }

    /// <summary>The organizations of the fourth level, and those below a general branch.</summary>
    public int Branches { get; }

    public long MemberCount => firstMember[Branches];

    public long GroupCount => firstGroup[Branches];

    private int Upper => 1 + Counties + Towns;

    public Guid CityId => OrganizationId(0);

    public Guid MemberId(long member) => Chance.Id(seed, Strand.Member, member);

    public Guid BranchId(int branch) => OrganizationId(Upper + branch);

    public Guid GroupId(long group) => Chance.Id(seed, Strand.Group, group);

    public Guid TownId(int town) => OrganizationId(1 + Counties + town);

    public static string PathOfCity => "01";

    public int TownOf(int branch) => (int)((long)branch * Towns / Branches);

    public int SizeOf(int branch) => sizes[branch];

    public long FirstMemberOf(int branch) => firstMember[branch];

    public Chance ChanceFor(Strand stream, long index) => new(seed, stream, index);

    public IEnumerable<Organization> Organizations()
    {
        var long_ago = new DateOnly(2015, 7, 1);
        yield return new(CityId, null, OrganizationType.WorkingCommittee, Code(0), "市两新组织党工委", PathOfCity, 1, long_ago);
        for (var county = 0; county < Counties; county++)
        {
            yield return new(OrganizationId(1 + county), CityId, OrganizationType.WorkingCommittee, Code(1 + county), $"第{county + 1}县两新组织党工委", PathOfCounty(county), 2, long_ago);
        }

        for (var town = 0; town < Towns; town++)
        {
            yield return new(TownId(town), OrganizationId(1 + CountyOf(town)), OrganizationType.WorkingCommittee, Code(1 + Counties + town), $"第{town + 1}镇非公党工委", PathOfTown(town), 3, long_ago);
        }

        for (var branch = 0; branch < Branches; branch++) yield return BranchRow(branch);
        for (var branch = 0; branch < Branches; branch++)
        {
            var path = PathOfBranch(branch);
            for (var group = 0; group < GroupsOf(sizes[branch]); group++)
            {
                yield return new(GroupId(firstGroup[branch] + group), BranchId(branch), OrganizationType.PartyGroup, $"G{firstGroup[branch] + group:D8}",
                    $"第{group + 1}党小组", $"{path}.{group + 1:D2}", DepthOf(branch) + 1, EstablishedOn(branch));
            }
        }
    }

    public IEnumerable<Member> Members()
    {
        for (var branch = 0; branch < Branches; branch++)
        {
            var (size, groups, id) = (sizes[branch], GroupsOf(sizes[branch]), BranchId(branch));
            for (var place = 0; place < size; place++)
            {
                var number = firstMember[branch] + place;
                var (name, key, male, born, joined, formal, phone) = Person(number);
                yield return new(MemberId(number), id, groups == 0 ? null : GroupId(firstGroup[branch] + place * groups / size), name, key, male, born, joined, formal || place < 5, phone);
            }
        }
    }

    public IEnumerable<Post> Posts()
    {
        for (var branch = 0; branch < Branches; branch++)
        {
            for (var place = 0; place < PostsOf(sizes[branch]); place++)
            {
                yield return new(BranchId(branch), MemberId(firstMember[branch] + place), OfficeAt(place, sizes[branch]), EstablishedOn(branch));
            }
        }
    }

    /// <summary>An account for the secretary of every branch, and one officer for every organization above them.</summary>
    public IEnumerable<Account> Accounts()
    {
        for (var upper = 0; upper < Upper; upper++)
        {
            yield return new(AccountId(upper), AccountName(upper), SessionId(upper), MemberId(upper), OrganizationId(upper), upper == 0 ? "cityOfficer" : upper <= Counties ? "countyOfficer" : "townOfficer");
        }

        for (var branch = 0; branch < Branches; branch++)
        {
            if (sizes[branch] == 0) continue;
            yield return new(AccountId(Upper + branch), SecretaryOf(branch), SessionId(Upper + branch), MemberId(firstMember[branch]), BranchId(branch), "branchSecretary");
        }
    }

    public static string CityOfficer => AccountName(0);

    public string SecretaryOf(int branch) => AccountName(Upper + branch);

    /// <summary>The id of a row that only the product has: a dated fact, a piece of evidence.</summary>
    public Guid RowId(Strand strand, long index) => Chance.Id(seed, strand, index);

    public Guid SessionOfTownOfficer(int town) => SessionId(1 + Counties + town);

    public Guid SessionOfCityOfficer => SessionId(0);

    /// <summary>The year's meetings month by month, so that the meetings of one organization lie as far apart in storage as they do in life.</summary>
    public IEnumerable<Meeting> Meetings()
    {
        var buffer = new Attendance[128];
        long number = 0;
        for (var month = 1; month <= 12; month++)
        {
            for (var branch = 0; branch < Branches; branch++)
            {
                var size = sizes[branch];
                if (size == 0) continue;
                var diligence = DiligenceOf(branch);
                var chance = new Chance(seed, Strand.MonthOfBranch, branch * 12L + month);
                foreach (var (kind, probability) in KindsOfMonth)
                {
                    if (kind == MeetingKind.CommitteeMeeting && size < SmallestWithCommittee) continue;
                    var held = chance.Happens(probability * diligence);
                    var day = DayOf(month, ref chance);
                    if (!held || day < EstablishedOn(branch)) continue;
                    var expected = kind == MeetingKind.CommitteeMeeting ? PostsOf(size) : size;
                    yield return Hold(number++, BranchId(branch), kind, day, firstMember[branch], expected, buffer, ref chance);
                }

                var groups = GroupsOf(size);
                for (var group = 0; group < groups; group++)
                {
                    var ofGroup = new Chance(seed, Strand.MonthOfGroup, (firstGroup[branch] + group) * 12 + month);
                    var held = ofGroup.Happens(0.95 * diligence);
                    var day = DayOf(month, ref ofGroup);
                    if (!held || day < EstablishedOn(branch)) continue;
                    var (from, to) = MembersOfGroup(size, groups, group);
                    yield return Hold(number++, GroupId(firstGroup[branch] + group), MeetingKind.GroupMeeting, day, firstMember[branch] + from, to - from, buffer, ref ofGroup);
                }
            }
        }
    }

    /// <summary>The register of one town as import input: its members with the code of their organization.</summary>
    public IEnumerable<RegisterRow> RegisterOfTown(int town)
    {
        for (var branch = 0; branch < Branches; branch++)
        {
            if (TownOf(branch) != town) continue;
            for (var place = 0; place < sizes[branch]; place++)
            {
                var (name, key, male, born, joined, formal, _) = Person(firstMember[branch] + place);
                yield return new(Code(Upper + branch), name, key, male, born, joined, formal);
            }
        }
    }

    private static readonly (MeetingKind, double)[] KindsOfMonth =
        [(MeetingKind.CommitteeMeeting, 0.95), (MeetingKind.GeneralMeeting, 0.53), (MeetingKind.PartyClass, 0.27)];

    private static Meeting Hold(long number, Guid organization, MeetingKind kind, DateOnly day, long first, int expected, Attendance[] buffer, ulong seed, ref Chance chance)
    {
        for (var i = 0; i < expected; i++)
        {
            var fate = chance.Below(100);
            var status = fate < 88 ? AttendanceStatus.Present : fate < 94 ? AttendanceStatus.OnLeave : fate < 97 ? AttendanceStatus.Absent : AttendanceStatus.Online;
            buffer[i] = new(Chance.Id(seed, Strand.Member, first + i), status);
        }

        return new(Chance.Id(seed, Strand.Meeting, number), organization, kind, day, Chance.Id(seed, Strand.Member, first), buffer.AsMemory(0, expected));
    }

    private Meeting Hold(long number, Guid organization, MeetingKind kind, DateOnly day, long first, int expected, Attendance[] buffer, ref Chance chance) =>
        Hold(number, organization, kind, day, first, expected, buffer, seed, ref chance);

    private (string Name, string NameKey, bool Male, DateOnly Born, DateOnly Joined, bool Formal, string Phone) Person(long number)
    {
        var chance = new Chance(seed, Strand.MemberFields, number);
        var name = Names.Person(ref chance);
        var born = new DateOnly(1955, 1, 1).AddDays(chance.Below(45 * 365));
        return (name, PinyinKey.Of(PersonName.FromStorage(name)).Value, chance.Happens(0.6), born, born.AddDays(18 * 366 + chance.Below(7 * 365)), chance.Happens(0.95), $"13{chance.Below(1_000_000_000):D9}");
    }

    private Organization BranchRow(int branch)
    {
        var chance = new Chance(seed, Strand.BranchType, branch);
        var fate = chance.Below(100);
        var type = IsGeneral(branch) ? OrganizationType.GeneralBranch
            : fate < 78 ? OrganizationType.Branch : fate < 95 ? OrganizationType.JointBranch : OrganizationType.FloatingMemberBranch;
        var suffix = type switch
        {
            OrganizationType.GeneralBranch => "党总支",
            OrganizationType.JointBranch => "联合党支部",
            OrganizationType.FloatingMemberBranch => "流动党员党支部",
            _ => "党支部",
        };
        var parent = GeneralAbove(branch) is { } general ? BranchId(general) : TownId(TownOf(branch));
        return new(BranchId(branch), parent, type, Code(Upper + branch), Names.Unit(ref chance) + suffix, PathOfBranch(branch), DepthOf(branch), EstablishedOn(branch));
    }

    private static bool IsGeneral(int branch) => branch % GeneralBranchEvery == 0;

    private int? GeneralAbove(int branch)
    {
        var general = branch - branch % GeneralBranchEvery;
        return branch != general && branch - general <= BranchesOfGeneralBranch && TownOf(general) == TownOf(branch) ? general : null;
    }

    private static int GroupsOf(int size) => size < SmallestWithGroups ? 0 : size / MembersPerGroup;

    private static (int From, int To) MembersOfGroup(int size, int groups, int group) =>
        ((group * size + groups - 1) / groups, ((group + 1) * size + groups - 1) / groups);

    private static int PostsOf(int size) => size == 0 ? 0 : size < SmallestWithCommittee ? 1 : size < 20 ? 3 : 5;

    private static Office OfficeAt(int place, int size) =>
        place == 0 ? Office.Secretary : PostsOf(size) == 3 ? (Office)(place + 2) : (Office)(place + 1);

    /// <summary>One branch in ten works badly: without it every verdict of a roll-up would be good.</summary>
    private double DiligenceOf(int branch) => new Chance(seed, Strand.BranchDiligence, branch).Happens(0.1) ? 0.5 : 1;

    /// <summary>Nothing is set up under a superior that does not exist yet.</summary>
    private DateOnly EstablishedOn(int branch)
    {
        var chance = new Chance(seed, Strand.BranchDiligence, ~(long)branch);
        var day = chance.Happens(0.02) ? new DateOnly(Year, 1, 1).AddDays(chance.Below(330)) : new DateOnly(2016, 1, 1).AddDays(chance.Below(3000));
        return GeneralAbove(branch) is { } general && EstablishedOn(general) is var before && before > day ? before : day;
    }

    private static DateOnly DayOf(int month, ref Chance chance) => new(Year, month, 1 + chance.Below(DateTime.DaysInMonth(Year, month)));

    private int CountyOf(int town) => town * Counties / Towns;

    private string PathOfCounty(int county) => $"{PathOfCity}.{county + 1:D3}";

    private string PathOfTown(int town) => $"{PathOfCounty(CountyOf(town))}.{town + 1:D5}";

    private string PathOfBranch(int branch) =>
        GeneralAbove(branch) is { } general ? $"{PathOfBranch(general)}.{branch + 1:D7}" : $"{PathOfTown(TownOf(branch))}.{branch + 1:D7}";

    private int DepthOf(int branch) => GeneralAbove(branch) is null ? 4 : 5;

    private static string Code(int organization) => $"P{organization:D8}";

    private Guid OrganizationId(int organization) => Chance.Id(seed, Strand.Organization, organization);

    private static string AccountName(int account) => $"account.{account}";

    private Guid AccountId(int account) => Chance.Id(seed, Strand.Account, account);

    private Guid SessionId(int session) => Chance.Id(seed, Strand.Session, session);
}
