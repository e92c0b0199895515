using System.Net;
using System.Net.Sockets;
using PartyOrg.Domain.Accounts;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.Http;

/// <summary>What waits too long is told so.</summary>
public sealed class SlowRequests(HastyHost hasty) : IClassFixture<HastyHost>
{
    [Fact]
    public async Task A_request_that_takes_longer_than_the_server_allows_is_stopped_with_a_problem_and_changes_nothing()
    {
        var tree = await SmallTree.Plant(hasty.Api);
        var officer = await hasty.Api.SignedIn(Role.TownOfficer, tree.Town.Id);
        var founding = new { code = "LATE", name = "迟到支部", type = "branch", superiorId = tree.Town.Id, foundedOn = "2024-01-01" };
        using (await hasty.Api.Look(async db => await db.TurnToWrite(default)))
        {
            (await officer.Post("/api/v1/organizations", founding, key: "late")).ShouldBeProblem(HttpStatusCode.ServiceUnavailable, "timed-out");
        }

        (await officer.Post("/api/v1/organizations", founding, key: "late")).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_body_that_is_announced_and_never_comes_is_not_waited_for()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(hasty.Api.Address.Host, hasty.Api.Address.Port);
        var stream = client.GetStream();
        await stream.WriteAsync("POST /api/v1/organizations HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 100\r\nConnection: close\r\n\r\n{"u8.ToArray());
        using var reader = new StreamReader(stream);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        (await reader.ReadToEndAsync(patience.Token)).Should().StartWith("HTTP/1.1 408").And.Contain("application/problem+json").And.Contain("\"body-too-slow\"");
    }
}

/// <summary>The product with little time for a request; a test lets it pass by holding the only writer's turn.</summary>
public sealed class HastyHost : IAsyncLifetime
{
    public ApiHost<OnSqlite> Api { get; } = new() { Settings = { ["Requests:LongestTime"] = "00:00:06" } };

    public Task InitializeAsync() => Api.InitializeAsync();

    public Task DisposeAsync() => Api.DisposeAsync();
}
