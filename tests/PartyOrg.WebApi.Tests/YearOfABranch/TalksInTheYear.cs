using System.Net;
using PartyOrg.Domain.Members;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.YearOfABranch;

/// <summary>Admonition: 钱进 is proposed for his dues and 孙丽 for her absences. His facts are dismissed with a reason, with her the talk is held and followed up, and she mends.</summary>
internal sealed class TalksInTheYear(TheBranch branch, Diary diary)
{
    private string At => $"/api/v1/organizations/{branch.Id}";

    public void Write()
    {
        diary.On(7, 31, "two months are not three", async () => (await Candidates()).Should().BeEmpty("July can be paid until today"));
        diary.On(8, 1, "three months of dues", async () => (await Candidates()).Should().Equal((branch.Qian.Id.Value, "unpaidDues")));
        diary.On(9, 18, "two absences are not three", async () => (await Candidates()).Should().Equal((branch.Qian.Id.Value, "unpaidDues")));
        diary.On(9, 20, "two candidates, one dismissed and one proposed", async () =>
        {
            (await Candidates()).Should().BeEquivalentTo([(branch.Qian.Id.Value, "unpaidDues"), (branch.Sun.Id.Value, "absences")]);
            var secretary = await branch.As(branch.Secretary);
            (await secretary.Post($"{At}/admonition-candidates/dismissals", new { personId = branch.Qian.Id, ground = "unpaidDues", reason = "住院期间未能交纳，出院后已补交" })).ShouldBe(HttpStatusCode.Created);
            var url = (await secretary.Post($"{At}/admonition-cases", new { personId = branch.Sun.Id, grounds = new[] { new { ground = "absences" } } })).ShouldBe(HttpStatusCode.Created).Location!.ToString();
            await Take(url, branch.Organizer, "decision", new { talkerId = branch.Secretary.Id, reason = "支委会研究同意" });
            await Take(url, branch.Secretary, "arrangement", new { on = "2025-09-25", startsAt = "15:00", place = "党员活动室", requirements = "准备说明缺席原因", recorderId = branch.Organizer.Id });
            (await Candidates()).Should().BeEmpty();
            Follow(url);
        });
    }

    private void Follow(string url)
    {
        diary.On(9, 25, "the talk is held", async () =>
        {
            await Take(url, branch.Organizer, "record", new { heldOn = "2025-09-25", problem = "连续三次无故缺席", education = "限三个月内改正", direction = "制定参加活动的计划", attitude = "态度诚恳" });
            await Take(url, branch.Secretary, "requirements", new { requirements = "按时参加组织生活", term = "2025-12-31", followerId = branch.Leader.Id });
            await Take(url, branch.Sun, "statements", new { text = "家中变故，今后按时参加。" });
            (await (await branch.As(branch.Chen)).Get(url)).Status.Should().BeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.NotFound);
        });
        diary.On(11, 20, "it is followed up", () => Take(url, branch.Leader, "follow-ups", new { on = "2025-11-20", found = "十月以来均按时参加" }));
        diary.On(12, 22, "she has mended", () => Take(url, branch.Organizer, "outcome", new { improved = true, assessment = "已按要求改正，予以肯定" }));
    }

    private async Task<IReadOnlyList<(Guid, string?)>> Candidates() => [.. (await (await branch.As(branch.Secretary)).Get($"{At}/admonition-candidates")).ShouldBe(HttpStatusCode.OK).At("items").EnumerateArray()
        .Select(c => (c.GetProperty("personId").GetGuid(), c.GetProperty("ground").GetString()))];

    private async Task Take(string url, Person by, string step, object body)
    {
        var caller = await branch.As(by);
        (await caller.Post($"{url}/{step}", body, ifMatch: (await (await branch.As(branch.Secretary)).Get(url)).ETag)).ShouldBe(HttpStatusCode.OK);
    }
}
