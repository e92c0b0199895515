using System.Globalization;
using System.Text;
using PartyOrg.Benchmarks.Cities;
using PartyOrg.Benchmarks.Limit;

namespace PartyOrg.Benchmarks.Driving;

/// <summary>What one request is about: named values, and named lists of them.</summary>
internal sealed record WorkItem(Dictionary<string, string> Values, Dictionary<string, WorkItem[]> Lists);

/// <summary>The operations that are measured, and for each number the same work item on every side and every machine.</summary>
internal sealed class Workload(City city)
{
    private const int RollSize = 30;

    /// <summary>Branches whose general meeting has a roll of thirty, or as near to it as the city has.</summary>
    private readonly int[] branchesOfThirty = [.. Enumerable.Range(0, city.Branches).OrderBy(b => Math.Abs(city.SizeOf(b) - RollSize)).ThenBy(b => b).Take(Math.Max(1, city.Branches / 150))];

    public static string[] Operations => ["read-member", "page-by-prefix", "record-meeting", "organization-year", "branch-year", "city-year", "organization-every-duty", "city-every-duty", "import-town"];

    public WorkItem Item(string operation, long number)
    {
        var chance = city.ChanceFor(Strand.Workload, number);
        return operation switch
        {
            "read-member" => Of(("memberId", $"{city.MemberId(Below(ref chance, city.MemberCount))}"), ("session", $"{city.SessionOfCityOfficer}")),
            "page-by-prefix" => Of(("namePrefix", Names.Prefix(ref chance))),
            "record-meeting" => Meeting(ref chance),
            "organization-year" or "organization-every-duty" => Of(("organizationId", $"{Organization(ref chance)}"), ("year", Year), ("asOf", $"{City.Year}-10-20")),
            "branch-year" => Of(("organizationId", $"{city.BranchId(chance.Below(city.Branches))}"), ("year", Year), ("asOf", $"{City.Year}-10-20")),
            "city-year" or "city-every-duty" => Of(("organizationId", $"{city.CityId}"), ("year", Year), ("asOf", $"{City.Year + 1}-01-31")),
            "import-town" => Register(chance.Below(city.Towns)),
            _ => throw new ArgumentException($"there is no operation '{operation}'"),
        };
    }

    private static string Year => City.Year.ToString(CultureInfo.InvariantCulture);

    /// <summary>Three branches to one Party group: the group's year is the shorter question.</summary>
    private Guid Organization(ref Chance chance) =>
        chance.Happens(0.75) || city.GroupCount == 0 ? city.BranchId(chance.Below(city.Branches)) : city.GroupId(Below(ref chance, city.GroupCount));

    private WorkItem Meeting(ref Chance chance)
    {
        var branch = branchesOfThirty[chance.Below(branchesOfThirty.Length)];
        var people = new WorkItem[city.SizeOf(branch)];
        for (var i = 0; i < people.Length; i++)
        {
            // The first one is in the chair and has to be there.
            var onLeave = chance.Below(10) == 0 && i > 0;
            people[i] = Of(("personId", $"{city.MemberId(city.FirstMemberOf(branch) + i)}"), ("status", Words.Of(onLeave ? AttendanceStatus.OnLeave : AttendanceStatus.Present)), ("reason", onLeave ? "出差" : ""));
        }

        // The year after the city's: what is recorded while measuring does not change the answers that are compared.
        var day = new DateOnly(City.Year + 1, 1, 1).AddDays(chance.Below(150));
        var item = Of(("organizationId", $"{city.BranchId(branch)}"), ("kind", Words.Of(MeetingKind.GeneralMeeting)), ("heldOn", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("chairId", people[0].Values["personId"]), ("secretary", city.SecretaryOf(branch)));
        item.Lists["people"] = people;
        return item;
    }

    private WorkItem Register(int town)
    {
        var (lines, sheet) = (new StringBuilder(RegisterFile.Header), new StringBuilder(RegisterFile.SheetHeader));
        foreach (var row in city.RegisterOfTown(town))
        {
            lines.Append('\n').Append(RegisterFile.Write(row));
            sheet.Append('\n').Append(RegisterFile.WriteSheetRow(row));
        }

        return Of(("csv", lines.ToString()), ("sheet", sheet.ToString()));
    }

    private static long Below(ref Chance chance, long bound) => Math.Min(bound - 1, (long)(chance.Fraction() * bound));

    private static WorkItem Of(params (string Name, string Value)[] values) => new(new(values.Select(v => KeyValuePair.Create(v.Name, v.Value)).Append(KeyValuePair.Create("officer", City.CityOfficer))), []);
}
