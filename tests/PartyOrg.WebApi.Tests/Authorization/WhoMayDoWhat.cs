using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.Extensions.DependencyInjection;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.DemocraticLifeMeetings;
using PartyOrg.Domain.MemberObjectives;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.PartyAffairsOpenness;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain.Units;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;
using PartyOrg.WebApi.OpenApi;

namespace PartyOrg.WebApi.Tests.Authorization;

/// <summary>
/// Every operation, for every role, aimed at the caller's own, below, beside and above, and with a role that has ended, against a table that is
/// kept by hand. A refusal is worth something only beside a permitted twin: every operation has a role that may.
/// </summary>
public sealed class WhoMayDoWhat(ApiHost<OnSqlite> api) : IClassFixture<ApiHost<OnSqlite>>
{
    private static readonly IReadOnlyList<Permission> Table = Matrix.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Authorization", "matrix.txt")));
    private static readonly Role[] Roles = [.. Enum.GetValues<Role>().Where(r => r != Role.None && int.IsPow2((int)r))];

    [Fact]
    public void The_table_has_every_operation_and_no_other_and_a_permitted_role_for_each()
    {
        Operation.All(api.Services).Should().HaveCountGreaterThan(50);
        Table.Select(p => p.Operation).Should().BeEquivalentTo(Operation.All(api.Services).Keys);
        Table.Should().OnlyContain(p => p.Roles != Role.None);
    }

    [Fact]
    public async Task Every_operation_answers_every_role_as_the_table_says()
    {
        var document = await Operation.Documented(api.Anonymous);
        var operations = Operation.All(api.Services);
        var world = await World.Plant(api, name => new(operations[name], document, name));
        var wrong = new List<string>();
        var asked = 0;
        var callers = new Dictionary<(Role Role, bool Ended), ApiClient>();
        foreach (var permission in Table)
        {
            var operation = new Operation(operations[permission.Operation], document, permission.Operation);
            foreach (var role in Roles)
            {
                foreach (var (relation, target) in world.TargetsOf(role, permission.Aim))
                {
                    await Check(await Caller(role, ended: false, permission.Aim), Expected(permission, role, relation), $"{permission.Operation} as {role}, {relation}", operation, target);
                }

                if (permission.Aim == Aim.Everyone) continue;
                await Check(await Caller(role, ended: true, permission.Aim), permission.Aim == Aim.Own ? "permitted" : "403", $"{permission.Operation} as {role}, ended", operation, world.TargetsOf(role, permission.Aim)[0].Target);
            }

            if (permission.Aim != Aim.Everyone) await Check(api.Anonymous, "401", $"{permission.Operation}, nobody", operation, world.TargetsOf(Role.TownOfficer, permission.Aim)[0].Target);
        }

        asked.Should().BeGreaterThan(1000);
        string.Join("\n", wrong).Should().BeEmpty();

        // What one asks for himself or at large may end his session, change his password or close his account: nobody does that twice.
        async Task<ApiClient> Caller(Role role, bool ended, Aim aim)
        {
            if (aim is not (Aim.Own or Aim.Nothing or Aim.Everyone) && callers.TryGetValue((role, ended), out var signedIn)) return signedIn;
            var caller = await api.SignedIn(role, (role & Role.Administrators) == 0 ? world.HomeOf(role).Id : null, to: ended ? new Domain.Time.Clock(api.Clock).Today.PlusDays(-1) : null);
            if (aim is not (Aim.Own or Aim.Nothing or Aim.Everyone)) callers.Add((role, ended), caller);
            return caller;
        }

        async Task Check(ApiClient caller, string expected, string what, Operation operation, Target target)
        {
            asked++;
            var answer = await operation.Send(caller, target, api.Ids);
            var status = ((int)answer.Status).ToString(System.Globalization.CultureInfo.InvariantCulture);
            var seen = answer.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound ? status : (int)answer.Status < 500 ? "permitted" : "failed";
            var aimed = operation.Permission(Table).Aim;
            if (seen == "404" && expected == "permitted" && aimed is Aim.Nothing or Aim.Own or Aim.Everyone) seen = "permitted";
            if (aimed == Aim.Everyone && seen is "401" or "403") seen = "permitted";
            if (aimed == Aim.Own && seen == "403" && answer.At("code").GetString() == "current-password-wrong") seen = "permitted";
            if (seen != expected) wrong.Add($"{what}: {expected} expected, {answer}");
        }
    }

    private static string Expected(Permission permission, Role role, string relation) =>
        (permission.Roles & role) == 0 ? "403" : relation is "beside" or "above" || (role == Role.Member && permission.Aim == Aim.Member) || (permission.Hidden & role) != 0 ? "404"
        : (permission.Reserved & role) != 0 ? "403" : "permitted";
}
