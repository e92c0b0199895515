using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PartyOrg.TestSupport;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.Sample;

/// <summary>The first start on a development machine, on days of different seasons: whoever signs in then finds a town that has lived up to that day.</summary>
public sealed class LoadingTheSample : IDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("partyorg-sample-");
    private readonly FailureLog failures = new();

    public void Dispose() => data.Delete(recursive: true);

    [Theory]
    [InlineData("2026-02-28")]
    [InlineData("2026-11-23")]
    public async Task The_secretary_finds_duties_of_every_kind_and_a_next_step_in_every_system(string today)
    {
        await using var program = Start(today);
        var (secretary, branch) = await SignIn(program, "branch.secretary");

        var duties = (await secretary.Get($"/api/v1/organizations/{branch}/duties")).ShouldBe(HttpStatusCode.OK).At("items").EnumerateArray().ToList();
        duties.Select(d => d.GetProperty("ruleId").GetString()!.Split('.')[0]).Should().Contain(Enumerable.Range(1, 9).Select(n => $"TWS-{n}"));
        var counts = duties.CountBy(d => d.GetProperty("status").GetString()!).ToDictionary();
        counts.Keys.Should().Contain(["met", "due", "overdue", "upcoming"]);
        counts["met"].Should().BeGreaterThan(counts["overdue"], "the branch does most of what it should");

        foreach (var url in new[]
                 {
                     $"/work-plans?organization={branch}&status=draft", $"/work-summaries?organization={branch}&status=draft", $"/member-handlings?organization={branch}",
                     $"/democratic-life-meetings?organization={branch}&status=noticed", $"/objectives?organization={branch}&status=deliberated", $"/appraisals?organization={branch}&status=selfEvaluation",
                     $"/organizations/{branch}/publications?status=open", $"/organizations/{branch}/publications?status=awaitingApproval", $"/organizations/{branch}/supervision-talks?status=held",
                     $"/organizations/{branch}/letters?status=registered", $"/admonition-cases?organization={branch}&status=proposed", $"/admonition-cases?organization={branch}&status=mending",
                 })
            await FindsNext(secretary, url);

        var unit = (await secretary.Get("/api/v1/units")).ShouldBe(HttpStatusCode.OK).At("items", 0);
        unit.GetProperty("partyMembers").GetInt32().Should().Be(unit.GetProperty("members").GetProperty("registered").GetInt32()).And.BePositive("nobody counted them: the register knows who works there");

        var months = (await secretary.Get($"/api/v1/organizations/{branch}/dues/months?from={int.Parse(today[..4], System.Globalization.CultureInfo.InvariantCulture) - 1}&to={today[..7]}")).ShouldBe(HttpStatusCode.OK).At("items").EnumerateArray().ToList();
        months.Select(m => m.GetProperty("status").GetString()).Should().Contain(["assessed", "received"]);
        (await secretary.Get($"/api/v1/organizations/{branch}/admonition-candidates")).ShouldBe(HttpStatusCode.OK).At("items").GetArrayLength().Should().BePositive("one member is behind with his dues");
        (await secretary.Get($"/api/v1/study-checks?organization={branch}")).ShouldBe(HttpStatusCode.OK).At("items").GetArrayLength().Should().BePositive();
    }

    [Theory]
    [InlineData("2027-01-04")]
    [InlineData("2025-12-20")]
    [InlineData("2026-12-05")]
    public async Task It_loads_in_the_days_of_the_appraisal_and_of_the_new_year(string today)
    {
        await using var program = Start(today);
        var (officer, county) = await SignIn(program, "county.officer");
        var total = (await officer.Get($"/api/v1/organizations/{county}/compliance")).ShouldBe(HttpStatusCode.OK).At("total");
        total.GetProperty("overdue").GetInt32().Should().BePositive();
        total.GetProperty("due").GetInt32().Should().BePositive();
    }

    // A list may tell less of its items than they tell of themselves.
    private static async Task FindsNext(ApiClient secretary, string url)
    {
        var items = (await secretary.Get($"/api/v1{url}")).ShouldBe(HttpStatusCode.OK).At("items");
        items.GetArrayLength().Should().BePositive(url);
        var path = url.Split('?')[0];
        var one = $"/api/v1/{path[(path.LastIndexOf('/') + 1)..]}/{items[0].GetProperty("id").GetString()}";
        (await secretary.Get(one)).ShouldBe(HttpStatusCode.OK).Text.Should().MatchRegex("\"next\":\\[\\{", "{0}", url);
    }

    private WebApplicationFactory<Program> Start(string today)
    {
        var program = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseEnvironment("Development").UseContentRoot(AppContext.BaseDirectory).UseSetting("PARTYORG_DATA_DIR", data.FullName).UseSetting("Jobs:InBackground", "false");
            host.ConfigureTestServices(services => services.AddSingleton<IClock>(FakeClock.AtNoonOf(NodaTime.Text.LocalDatePattern.Iso.Parse(today).Value))
                .AddLogging(logging => logging.ClearProviders().AddProvider(failures)));
        });
        program.StartServer();
        return program;
    }

    private async Task<(ApiClient Caller, string? Organization)> SignIn(WebApplicationFactory<Program> program, string userName)
    {
        using var accounts = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(data.FullName, "sample-accounts.json")));
        var account = accounts.RootElement.EnumerateArray().Single(a => a.GetProperty("userName").GetString() == userName);
        var http = program.CreateClient();
        var session = await new ApiClient(http, failures).Post("/api/v1/sessions", new { userName, password = account.GetProperty("password").GetString() });
        return (new(http, failures, session.ShouldBe(HttpStatusCode.Created).At("accessToken").GetString()), account.GetProperty("organizationId").GetString());
    }
}
