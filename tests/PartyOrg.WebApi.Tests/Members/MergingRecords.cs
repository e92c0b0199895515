using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Members;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.Members;

/// <summary>Two records of one person are found and merged (REG-23). Today is May 15, 2024.</summary>
public abstract class MergingRecords<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    private const string Members = "/api/v1/members";

    [DatabaseFact]
    public async Task Records_that_may_be_one_person_are_listed_with_what_they_have_in_common()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        var one = await Registered(officer, tree.Branch, "章伟", "110105197003070018", "13900000001");
        var same = await Registered(officer, tree.SiblingBranch, "章伟", "110105197003070034", "13900000002");
        var sounds = await Registered(officer, tree.SiblingBranch, "张玮", "110105197003070050", "13900000001");
        await Registered(officer, tree.Branch, "章伟", "110105198003070012", "13900000003");
        await Registered(officer, tree.Branch, "李四", "110105197003070077", "13900000004");

        var found = (await officer.Get($"{Members}/duplicates")).ShouldBe(HttpStatusCode.OK);
        Pairs(found).Should().BeEquivalentTo(new[]
        {
            (Pair(one, same), "sameNameAndBirthDate"), (Pair(one, sounds), "sameSoundAndBirthDate,samePhone"), (Pair(same, sounds), "sameSoundAndBirthDate"),
        });
        found.Text.Should().NotContain("110105197003070018").And.NotContain("13900000001");

        var seen = new List<((Guid, Guid), string)>();
        for (var next = ""; next is not null;)
        {
            var page = (await officer.Get($"{Members}/duplicates?limit=1{next}")).ShouldBe(HttpStatusCode.OK);
            seen.AddRange(Pairs(page));
            next = page.At("next").GetString() is { } cursor ? $"&cursor={cursor}" : null;
        }

        seen.Should().BeEquivalentTo(Pairs(found));
        var far = await api.SignedIn(Role.TownOfficer, tree.SiblingTown.Id);
        (await far.Get($"{Members}/duplicates")).At("items").GetArrayLength().Should().Be(0);
    }

    [DatabaseFact]
    public async Task What_the_duplicate_was_and_did_becomes_the_survivors_and_nothing_is_deleted()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        var (wrong, right) = (Numbers.Identity(), Numbers.Identity());
        var survivor = await Registered(officer, tree.Branch, "钱一", wrong, null, new(2024, 3, 1));
        var duplicate = await Registered(officer, tree.Branch, "钱一", right, "13900000009", new(2023, 1, 1));
        var other = await Registered(officer, tree.Branch, "孙二", Numbers.Identity(), null);
        (await officer.Post($"/api/v1/organizations/{tree.Branch.Id}/posts", new { personId = duplicate.Id, office = "secretary", from = "2024-01-01" }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.Created);
        var himself = await api.SignedIn(Role.None, person: duplicate.Id);
        var meeting = await Meeting(himself, tree.Branch, duplicate.Id, other.Id);
        (await officer.Get($"{Members}/{duplicate.Id}/attendance?from=2024&to=2024")).ShouldBe(HttpStatusCode.OK);

        var merged = (await officer.Post($"{Members}/{survivor.Id}/merge", new MergeMembers.Body(duplicate.Id, "身份证号录入有误", right), ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        merged.As<MemberAnswer>().Should().BeEquivalentTo(new { survivor.Id, Version = 2, OrganizationId = tree.Branch.Id, Phone = "139****0009" });
        (await officer.Post($"{Members}/{survivor.Id}/personal-data", new { reason = "核对号码" })).At("identityNumber").GetString().Should().Be(right);

        // Pointer, for those who may see the survivor.
        foreach (var path in new[] { "", "/affiliations", "/duties", "/attendance?from=2024&to=2024" })
        {
            (await officer.Get($"{Members}/{duplicate.Id}{path}")).ShouldBeProblem(HttpStatusCode.NotFound, "member-merged").At("mergedInto").GetGuid().Should().Be(survivor.Id.Value);
        }

        var far = await api.SignedIn(Role.TownOfficer, tree.SiblingTown.Id);
        (await far.Get($"{Members}/{duplicate.Id}")).ShouldBeProblem(HttpStatusCode.NotFound, "member-not-found").Json.TryGetProperty("mergedInto", out _).Should().BeFalse();
        (await officer.Get($"{Members}?organization={tree.Branch.Id}&name=钱")).At("items").GetArrayLength().Should().Be(1);

        // Dates: the survivor keeps his own days and gains those before.
        (await officer.Get($"{Members}/{survivor.Id}/affiliations")).At("items").EnumerateArray().Select(a => (a.GetProperty("from").GetString(), a.GetProperty("to").GetString()))
            .Should().Equal(("2024-03-01", null), ("2023-01-01", "2024-02-29"));
        (await officer.Get($"/api/v1/organizations/{tree.Branch.Id}/posts")).At("items").EnumerateArray().Select(p => (p.GetProperty("personId").GetGuid(), p.GetProperty("from").GetString()))
            .Should().Equal((survivor.Id.Value, "2024-01-01"));

        // The account's rights follow, and the meeting is his: its record is kept as it was, too.
        (await himself.Get($"{Members}/{survivor.Id}")).ShouldBe(HttpStatusCode.OK);
        var held = (await officer.Get($"/api/v1/meetings/{meeting}")).ShouldBe(HttpStatusCode.OK);
        held.At("record", "chairId").GetGuid().Should().Be(survivor.Id.Value);
        held.Text.Should().NotContain(duplicate.Id.ToString());
        (await officer.Get($"/api/v1/meetings/{meeting}/revisions")).At("items", 0, "reason").GetString().Should().Be("身份证号录入有误");
        (await officer.Get($"{Members}/{survivor.Id}/attendance?from=2024&to=2024")).Text.Should().Contain("\"present\":1");

        var kept = await api.Look(async db => (Facts: await db.Affiliations.CountAsync(a => a.PersonId == duplicate.Id && a.VoidedAt != null), Standing: await db.Affiliations.CountAsync(a => a.PersonId == duplicate.Id && a.VoidedAt == null),
            Audit: await db.AuditEntries.Where(e => e.Operation == "MergeMembers").OrderByDescending(e => e.At).Select(e => e.Details).FirstAsync()));
        (kept.Facts, kept.Standing).Should().Be((1, 0));
        kept.Audit.Should().Contain("身份证号录入有误").And.NotContain(right);

        // Whoever really has the number that was wrong can be registered.
        (await officer.Post(Members, new RegisterMember(tree.Branch.Id, "周三", wrong, Standing.Formal, new(2024, 1, 1)))).ShouldBe(HttpStatusCode.Created);
    }

    [DatabaseFact]
    public async Task What_cannot_be_one_person_is_not_merged()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        var (a, b) = (Numbers.Identity(), Numbers.Identity());
        var one = await Registered(officer, tree.Branch, "郑一", a, null);
        var two = await Registered(officer, tree.SiblingBranch, "郑一", b, null);
        var there = $"{Members}/{one.Id}/merge";

        (await officer.Post(there, new MergeMembers.Body(one.Id, "同一人"), ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.BadRequest, "merge-with-himself");
        (await officer.Post(there, new MergeMembers.Body(two.Id, "同一人"), ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "merge-identity-numbers-differ", "REG-23");
        (await officer.Post(there, new MergeMembers.Body(two.Id, "同一人", Numbers.Identity()), ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "merge-identity-number-of-neither", "REG-23");
        (await officer.Post(there, new MergeMembers.Body(two.Id, "", a), ifMatch: "\"1\"")).ShouldPointAt("/reason");
        (await officer.Post(there, new MergeMembers.Body(two.Id, "同一人", a))).ShouldBe(HttpStatusCode.PreconditionRequired);
        (await officer.Post(there, new MergeMembers.Body(two.Id, "同一人", a), ifMatch: "\"7\"")).ShouldBe(HttpStatusCode.PreconditionFailed);
        (await officer.Post(there, new MergeMembers.Body(two.Id, "同一人", a), ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "merge-relations-at-once", "REG-1");

        // The relation that was not so ends on the day before the other begins.
        var affiliation = (await officer.Get($"{Members}/{two.Id}/affiliations")).At("items", 0, "id").GetString();
        (await officer.Post($"{Members}/{two.Id}/affiliations/{affiliation}/end", new LeaveOrganization.Body(new(2023, 12, 31)), ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.NoContent);
        await api.SignedIn(Role.None, person: one.Id);
        await api.SignedIn(Role.None, person: two.Id);
        (await officer.Post(there, new MergeMembers.Body(two.Id, "同一人", a), ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "merge-both-have-accounts", "REG-23");

        var far = await Registered(await api.SignedIn(Role.CountyOfficer, tree.County.Id), tree.FarBranch, "郑一", Numbers.Identity(), null);
        (await officer.Post(there, new MergeMembers.Body(far.Id, "同一人", a), ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.NotFound, "member-not-found");
        var county = await api.SignedIn(Role.CountyOfficer, tree.County.Id);
        (await county.Post($"{Members}/{far.Id}/affiliations", new JoinOrganization.Body(tree.Branch.Id, Belonging.Enrolment, new(2024, 2, 1)), ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.Created);
        (await officer.Post(there, new MergeMembers.Body(far.Id, "同一人", a), ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.Forbidden, "merge-for-superior", "REG-23");

        var probationer = await Registered(officer, tree.Branch, "郑一", Numbers.Identity(), null, standing: Standing.Probationary);
        (await officer.Post(there, new MergeMembers.Body(probationer.Id, "同一人", a), ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "merge-standings-differ", "REG-1");
        var secretary = await api.SignedIn(Role.BranchSecretary, tree.Branch.Id);
        (await secretary.Post("/api/v1/transfers", new ProposeTransfer(probationer.Id, tree.FarBranch.Id, new(2024, 5, 20), "调动"))).ShouldBe(HttpStatusCode.Created);
        (await officer.Post(there, new MergeMembers.Body(probationer.Id, "同一人", a), ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "merge-transfer-open", "REG-23");
        (await secretary.Post(there, new MergeMembers.Body(two.Id, "同一人", a), ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "REG-23");
    }

    private static (Guid, Guid) Pair(MemberAnswer one, MemberAnswer other) => Pair(one.Id.Value, other.Id.Value);

    // Which of a pair comes first is the database's order of ids.
    private static (Guid, Guid) Pair(Guid one, Guid other) => one.CompareTo(other) < 0 ? (one, other) : (other, one);

    private static List<((Guid, Guid) Pair, string Reasons)> Pairs(Answer page) => page.At("items").EnumerateArray().Select(i =>
        (Pair(i.GetProperty("first").GetProperty("id").GetGuid(), i.GetProperty("second").GetProperty("id").GetGuid()), string.Join(',', i.GetProperty("reasons").EnumerateArray().Select(r => r.GetString())))).ToList();

    private static async Task<MemberAnswer> Registered(ApiClient officer, Organization branch, string name, string identity, string? phone, LocalDate? from = null, Standing standing = Standing.Formal) =>
        (await officer.Post(Members, new RegisterMember(branch.Id, name, identity, standing, from ?? new(2024, 1, 1), Phone: phone))).ShouldBe(HttpStatusCode.Created).As<MemberAnswer>();

    private static async Task<Guid> Meeting(ApiClient secretary, Organization branch, Id<Person> chair, Id<Person> absent)
    {
        var record = new MeetingRecord { Kinds = ["partyClass"], HeldOn = new(2024, 2, 1), StartsAt = new(9, 0), Place = "A", ChairId = chair, RecorderId = chair, Details = new Dictionary<string, string> { ["lecturer"] = "A", ["topic"] = "B", ["hours"] = "1.5" } };
        var recorded = (await secretary.Post("/api/v1/meetings", new Application.ThreeMeetingsAndOneLesson.RecordMeeting(branch.Id, record, [new(chair, AttendanceStatus.Present), new(absent, AttendanceStatus.AbsentWithLeave, "出差")])))
            .ShouldBe(HttpStatusCode.Created);
        return recorded.At("id").GetGuid();
    }
}

public sealed class MergingRecordsOnSqlite(ApiHost<OnSqlite> api) : MergingRecords<OnSqlite>(api);

public sealed class MergingRecordsOnPostgreSql(ApiHost<OnPostgreSql> api) : MergingRecords<OnPostgreSql>(api);

public sealed class MergingRecordsOnSqlServer(ApiHost<OnSqlServer> api) : MergingRecords<OnSqlServer>(api);
