using System.Net;
using System.Text.Json;
using PartyOrg.Application.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.RulePacks;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;
using PartyOrg.WebApi.Tests.ThreeMeetingsAndOneLesson;

namespace PartyOrg.WebApi.Tests.RulePacks;

/// <summary>A newer version of the product has taken a name of an adopted pack, or no longer knows a word of it: what the pack lays down rests, everything else goes on, and whoever runs the product is told.</summary>
public abstract class PacksThatCannotBeRead<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    [DatabaseFact]
    public async Task What_such_a_pack_lays_down_rests_and_its_records_are_read_and_changed_by_nobody()
    {
        api.Clock.MoveTo(MeetingBranch.Today);
        var branch = await MeetingBranch.Plant(api);
        var town = await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id);
        var name = SmallPack.Name();
        var uploaded = (await town.Post("/api/v1/rule-packs", SmallPack.Of(name)(branch.Tree.Town.Id))).ShouldBe(HttpStatusCode.Created);
        var adopted = (await town.Post($"{uploaded.Location}/adoption", new { from = "2024-04-01" }, ifMatch: uploaded.ETag)).ShouldBe(HttpStatusCode.OK);
        var visit = branch.General() with { Record = branch.Record(null, $"help{name}") with { Agenda = [new("走访")] } };
        var held = (await branch.Keeper.Post("/api/v1/activities", visit)).ShouldBe(HttpStatusCode.Created);
        var plan = branch.Plan() with { Plan = branch.Plan().Plan with { Kinds = [$"help{name}"], Agenda = [new("走访")] } };
        var (planned, moved) = ((await branch.Keeper.Post("/api/v1/activities/plans", plan)).ShouldBe(HttpStatusCode.Created), (await branch.Keeper.Post("/api/v1/activities/plans", plan)).ShouldBe(HttpStatusCode.Created));
        var general = (await branch.Keeper.Post("/api/v1/meetings", branch.General())).ShouldBe(HttpStatusCode.Created);
        (await Ready()).Should().Be(0);

        // A version that does not know the shape; the tests' way to have one is to give the pack a word that no version knows.
        await Reword(new(uploaded.At("id").GetGuid()), "atLeastPerPeriod", "atLeastPerWeek");
        await StartAnew();
        (await Ready()).Should().Be(1);
        api.Failures.All.Should().Contain(f => f.Contains(uploaded.At("id").GetString()!) && f.Contains("there is no check \"atLeastPerWeek\""));
        var (keeper, officer) = (api.With(branch.Keeper.Token!), api.With(town.Token!));

        // Verdicts: of the pack's rules there are none, of every other rule as before.
        (await officer.Get($"/api/v1/organizations/{branch.Id}/duties?rule=B{name}-1&from=2024")).ShouldBeProblem(HttpStatusCode.NotFound, "rule-not-found");
        (await officer.Get($"/api/v1/organizations/{branch.Id}/duties?from=2024")).ShouldBe(HttpStatusCode.OK);
        (await officer.Get($"/api/v1/organizations/{branch.Tree.Town.Id}/compliance")).ShouldBe(HttpStatusCode.OK);
        (await officer.Get(uploaded.Location!.ToString())).ShouldBe(HttpStatusCode.OK).At("status").GetString().Should().Be("adopted");

        // Recording: nothing new of its kinds, and of what there is everything is read and nothing changed.
        (await keeper.Post("/api/v1/activities", visit)).ShouldPointAt("/record/kinds/0");
        foreach (var meeting in new[] { held, planned }) (await keeper.Get($"/api/v1/meetings/{meeting.At("id").GetGuid()}")).ShouldBe(HttpStatusCode.OK).At("kinds", 0).GetString().Should().Be($"help{name}");
        (await keeper.Get($"/api/v1/activities?organization={branch.Id}")).ShouldBe(HttpStatusCode.OK).At("items").GetArrayLength().Should().Be(4);
        (await keeper.Get("/api/v1/me/duties?within=30")).ShouldBe(HttpStatusCode.OK).Text.Should().Contain($"help{name}", "the plan stands, and those who were to attend are told");
        (await keeper.Get($"/api/v1/organizations/{branch.Id}/attendance?from=2024&to=2024")).ShouldBe(HttpStatusCode.OK);
        Task<Answer> Change(Answer meeting, string step, object body) => keeper.Post($"/api/v1/meetings/{meeting.At("id").GetGuid()}/{step}", body, ifMatch: meeting.ETag);
        foreach (var refused in new[]
        {
            await Change(held, "corrections", new CorrectMeeting.Body("有误", branch.Record(), branch.Roll(branch.Li))), await Change(held, "withdrawal", new { reason = "有误" }), await Change(held, "confirmation", new { }),
            await Change(held, "make-ups", new { personId = branch.Wang.Id, on = "2024-05-12", how = "补走访" }), await Change(planned, "cancellation", new { reason = "有雨" }),
            await Change(planned, "rescheduling", new { on = "2024-05-23", startsAt = "09:30", reason = "有雨" }),
        })
        {
            refused.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "activity-kind-unreadable", "REG-20").At("detail").GetString().Should().Contain($"\"help{name}\"");
        }

        // A planned one that turns out to have been another gathering is recorded as that.
        (await Change(moved, "record", new { record = branch.Record(new(2024, 5, 14)), roll = branch.Roll(branch.Li) })).ShouldBe(HttpStatusCode.OK);
        (await Change(general, "confirmation", new { })).ShouldBe(HttpStatusCode.OK);

        // It is withdrawn as any other; mended, everything is as it was.
        await Reword(new(uploaded.At("id").GetGuid()), "atLeastPerWeek", "atLeastPerPeriod");
        await StartAnew();
        (await Ready()).Should().Be(0);
        (await api.With(town.Token!).Get($"/api/v1/organizations/{branch.Id}/duties?rule=B{name}-1&from=2024-Q2")).ShouldBe(HttpStatusCode.OK).At("items", 0, "status").GetString().Should().Be("met");
        (await api.With(town.Token!).Post($"{uploaded.Location}/withdrawal", new { lastDay = "2024-06-30", reason = "试点结束" }, ifMatch: adopted.ETag)).ShouldBe(HttpStatusCode.OK);
    }

    // What a worker does first.
    private async Task StartAnew()
    {
        await api.Restart();
        await api.RunChores();
    }

    private async Task<int> Ready() => (await api.Anonymous.Get("/health/ready")).ShouldBe(HttpStatusCode.OK).At("unreadRulePacks").GetInt32();

    private Task<RulePack> Reword(Id<RulePack> id, string word, string by) => api.Arrange(db =>
    {
        var pack = db.RulePacks.Single(p => p.Id == id);
        db.Entry(pack).Property(p => p.Files).CurrentValue =
            [.. pack.Files.Select(f => f with { Content = JsonDocument.Parse(f.Content.GetRawText().Replace($"\"{word}\"", $"\"{by}\"", StringComparison.Ordinal)).RootElement })];
        return pack;
    });
}

public sealed class PacksThatCannotBeReadOnSqlite(ApiHost<OnSqlite> api) : PacksThatCannotBeRead<OnSqlite>(api);

public sealed class PacksThatCannotBeReadOnPostgreSql(ApiHost<OnPostgreSql> api) : PacksThatCannotBeRead<OnPostgreSql>(api);
