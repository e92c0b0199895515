using System.Net;
using Npgsql;
using PartyOrg.Domain.Accounts;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;
using PartyOrg.WebApi.Tests.ThreeMeetingsAndOneLesson;

namespace PartyOrg.WebApi.Tests.Faults;

/// <summary>A server that restarts closes every connection; who asks afterwards does not notice.</summary>
public abstract class LostConnections<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    [DatabaseFact]
    public async Task The_requests_after_all_connections_were_closed_are_answered_as_ever()
    {
        var branch = await MeetingBranch.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id);
        await ReadAtOnce(officer, branch);

        await CloseAll();
        (await branch.Keeper.Post("/api/v1/meetings", branch.General(new(2024, 5, 13)))).ShouldBe(HttpStatusCode.Created);
        (await branch.Keeper.Get($"/api/v1/meetings?organization={branch.Id}")).At("items").GetArrayLength().Should().Be(1);

        await ReadAtOnce(officer, branch);
        await CloseAll();
        await ReadAtOnce(officer, branch);
    }

    // Several at once, so that the pool holds several connections.
    private static async Task ReadAtOnce(ApiClient officer, MeetingBranch branch)
    {
        foreach (var answer in await Task.WhenAll(Enumerable.Range(0, 8).Select(i => officer.Get($"/api/v1/{(i % 2 == 0 ? "members" : "organizations")}/{(i % 2 == 0 ? branch.Wang.Id.Value : branch.Id.Value)}"))))
        {
            answer.ShouldBe(HttpStatusCode.OK);
        }
    }

    // On a connection of its own: the pool's are the ones that are closed.
    private async Task CloseAll()
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(api.Database.Options.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()", connection);
        await command.ExecuteNonQueryAsync();
    }
}

public sealed class LostConnectionsOnPostgreSql(ApiHost<OnPostgreSql> api) : LostConnections<OnPostgreSql>(api);
