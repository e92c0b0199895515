using System.Net;
using PartyOrg.Application.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;

namespace PartyOrg.WebApi.Tests.YearOfABranch;

/// <summary>Meetings, classes, study and training with their rolls. 孙丽 stays away without reason from September 12 to 19, three times in a row.</summary>
internal sealed class MeetingsInTheYear(TheBranch branch, Diary diary)
{
    private static readonly LocalDate[] Missed = [new(2025, 9, 12), new(2025, 9, 16), new(2025, 9, 19)];

    public void Write()
    {
        for (var month = 1; month <= 12; month++)
        {
            Hold(new(2025, month, 6), branch.Tree.Branch, branch.Committee, "committeeMeeting");
            Hold(new(2025, month, 12), branch.Group, branch.Members, "partyGroupMeeting");
        }

        foreach (var month in new[] { 2, 5, 8, 11 }) Hold(new(2025, month, 8), branch.Tree.Branch, branch.Committee, "partyBuildingMeeting");

        // The meetings of June and December also hear the administrative head (TWS-9.2.4); each counts once for each.
        Hold(new(2025, 3, 20), branch.Tree.Branch, branch.Members, "generalMeeting");
        Hold(new(2025, 6, 20), branch.Tree.Branch, branch.Members, "generalMeeting", "administrativeReport");
        Hold(new(2025, 9, 19), branch.Tree.Branch, branch.Members, "generalMeeting");
        Hold(new(2025, 12, 19), branch.Tree.Branch, branch.Members, "generalMeeting", "administrativeReport", "leadersReport");
        for (var month = 1; month <= 12; month++) Hold(new(2025, month, 16), branch.Tree.Branch, branch.Members, "centralisedStudy");
        foreach (var month in new[] { 5, 11 }) Hold(new(2025, month, 21), branch.Tree.Branch, branch.Members, "training");
        Hold(new(2025, 10, 22), branch.Tree.Branch, branch.PostHolders, "partyWorkerTraining");
        Hold(new(2025, 11, 26), branch.Tree.Branch, branch.Members, "organizationLifeMeeting");
        Hold(new(2025, 4, 15), branch.Tree.Branch, branch.Members, "partyClass");
        Hold(new(2025, 10, 15), branch.Tree.Branch, branch.Members, "partyClass");
    }

    private static Dictionary<string, string> DetailsOf(string kind) => kind switch
    {
        "partyClass" => new() { ["lecturer"] = "王建国", ["topic"] = "学习党章", ["hours"] = "1.5" },
        "training" or "partyWorkerTraining" => new() { ["topic"] = "党务实务", ["hours"] = "3" },
        "administrativeReport" => new() { ["administrativeHead"] = "高敏" },
        "leadersReport" => new() { ["reportingCadres"] = "王建国", ["employeesPresent"] = "32" },
        _ => [],
    };

    private void Hold(LocalDate on, Organization organization, IReadOnlyList<Person> expected, params string[] kinds) => diary.On(on, string.Join(" and ", kinds), async () =>
    {
        var record = new MeetingRecord
        {
            Kinds = kinds, HeldOn = on, StartsAt = new(14, 0), Place = "党员活动室", ChairId = organization == branch.Group ? branch.Leader.Id : branch.Secretary.Id, RecorderId = branch.Organizer.Id,
            Minutes = "会议纪要。", Details = kinds.SelectMany(DetailsOf).ToDictionary(),
        };
        var roll = expected.Select(p => new RollEntry(p.Id, p == branch.Sun && Missed.Contains(on) ? AttendanceStatus.AbsentWithoutReason : AttendanceStatus.Present)).ToList();
        (await (await branch.As(branch.Secretary)).Post("/api/v1/meetings", new RecordMeeting(organization.Id, record, roll))).ShouldBe(HttpStatusCode.Created);
    });
}
