using NodaTime;
using PartyOrg.Application.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;

namespace PartyOrg.WebApi.Sample;

/// <summary>Meetings, classes, study and training with their rolls, as the branch's reliability has it. One member of it may stay away for two months.</summary>
internal sealed class SampleMeetings(SampleBranch branch, SampleDiary diary, Id<Person>? truant = null)
{
    private const int FirstAbsence = 100;
    private const int LastAbsence = 35;
    private const int DaysUnconfirmed = 21;

    /// <summary>The three meetings and one lesson, with the heads' reports at some.</summary>
    public void Write()
    {
        Each(1, "committeeMeeting");
        Each(6, "partyClass");
        foreach (var start in diary.Quarters) Drawn(branch.Id, start, 3, start.Month is 4 or 10 ? ["generalMeeting", "administrativeReport"] : ["generalMeeting"]);
        foreach (var (id, _, _) in branch.Groups)
        {
            foreach (var month in diary.Months) Drawn(id, month.OnDayOfMonth(1), 1, ["partyGroupMeeting"]);
        }
    }

    /// <summary>Study, training, and the meetings on Party building.</summary>
    public void WriteStudy()
    {
        Each(1, "centralisedStudy");
        Each(3, "partyBuildingMeeting");
        Each(6, "training");
        foreach (var year in diary.Years)
        {
            On(new(year, 9, 18), branch.Id, ["partyWorkerTraining"]);
            On(new(year, 11, 12), branch.Id, ["organizationLifeMeeting"]);
        }
    }

    private void Each(int months, string kind)
    {
        for (var start = diary.Begins; start <= diary.Today; start = start.PlusMonths(months)) Drawn(branch.Id, start, months, [kind]);
    }

    // On some day of the period; that of the present one is still to come.
    private void Drawn(Id<Organization> organization, LocalDate start, int months, string[] kinds)
    {
        if (start.PlusMonths(months) > diary.Today) return;
        var day = start.PlusDays(5 + branch.Chance.Next((28 * months) - 8));
        if (!branch.Forgets()) On(day, organization, kinds);
    }

    private void On(LocalDate day, Id<Organization> organization, string[] kinds)
    {
        if (day >= diary.Begins) diary.On(day, () => Hold(day, organization, kinds));
    }

    private async Task Hold(LocalDate day, Id<Organization> organization, string[] kinds)
    {
        var expected = (await branch.Does(new ListExpectedAttendees(organization, kinds[0], day))).Items.OrderBy(e => e.PersonId == truant).ToList();
        if (expected.Count < 2) return;

        // Who chairs and who records takes part.
        var roll = expected.Select((attendee, i) => i < 2 ? new RollEntry(attendee.PersonId, AttendanceStatus.Present) : Line(attendee.PersonId, day)).ToList();
        var recorded = await branch.Does(new RecordMeeting(organization, Record(kinds, day, expected), roll));

        // Of a branch that forgets nothing, the last weeks' minutes alone wait for who chaired.
        if (branch.Reliability >= 1 && day < diary.Today.PlusDays(-DaysUnconfirmed)) await branch.As(expected[0].PersonId, new ConfirmMinutes(recorded.Id, new(recorded.Version)));
    }

    private RollEntry Line(Id<Person> person, LocalDate day) => person == truant && day >= diary.Today.PlusDays(-FirstAbsence) && day <= diary.Today.PlusDays(-LastAbsence)
        ? new(person, AttendanceStatus.AbsentWithoutReason)
        : branch.Chance.Next(20) switch
        {
            0 => new(person, AttendanceStatus.AbsentWithLeave, "出差"),
            1 => new(person, AttendanceStatus.Online),
            _ => new(person, AttendanceStatus.Present),
        };

    private static MeetingRecord Record(string[] kinds, LocalDate day, IReadOnlyList<ExpectedAttendee> expected) => new()
    {
        Kinds = kinds, HeldOn = day, StartsAt = new(14, 30), Place = "党员活动室", ChairId = expected[0].PersonId, RecorderId = expected[1].PersonId, Agenda = [.. kinds.Select(Agenda).OfType<AgendaItem>()],
        Resolutions = ["按计划落实下阶段工作。"], Minutes = "会议按议程进行，与会党员发表了意见。", Details = kinds.SelectMany(k => Details(k, expected[0].Name)).ToDictionary(),
    };

    private static AgendaItem? Agenda(string kind) => kind switch
    {
        "committeeMeeting" => new("研究党员发展和组织建设工作", "organizationalConstruction"),
        "generalMeeting" => new("支部委员会向全体党员报告工作", "workReport"),
        "administrativeReport" => new("行政负责人通报生产经营情况", "administrativeReport"),
        "partyClass" => new("结合企业生产经营讲党课", "lecture"),
        "partyGroupMeeting" or "organizationLifeMeeting" => new("开展批评与自我批评", "criticism"),
        "partyBuildingMeeting" => new("分析党建工作和职工思想状况", "partyBuilding"),
        _ => null,
    };

    private static Dictionary<string, string> Details(string kind, string lecturer) => kind switch
    {
        "partyClass" => new() { ["lecturer"] = lecturer, ["topic"] = "发挥党员先锋模范作用", ["hours"] = "1.5" },
        "training" or "partyWorkerTraining" => new() { ["topic"] = "党务工作实务", ["hours"] = "3" },
        "administrativeReport" => new() { ["administrativeHead"] = "林总经理" },
        _ => [],
    };
}
