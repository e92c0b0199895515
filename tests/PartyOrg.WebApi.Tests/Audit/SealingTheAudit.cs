using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyOrg.Application.Audit;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Audit;
using PartyOrg.Infrastructure.Audit;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.Audit;

public abstract class SealingTheAudit<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    [DatabaseFact]
    public async Task The_audit_is_sealed_when_an_hour_has_gone_and_something_has_happened_and_the_seals_themselves_are_verified()
    {
        var regular = api.Services.GetRequiredService<RegularSeal>();
        (await regular.SealIfDue(default)).Should().BeFalse("nothing has happened");
        await Happen();
        (await regular.SealIfDue(default)).Should().BeTrue();
        await Happen();
        api.Clock.Advance(Duration.FromHours(1) - Duration.FromMilliseconds(1));
        (await regular.SealIfDue(default)).Should().BeFalse("the hour is not over");
        api.Clock.Advance(Duration.FromMilliseconds(1));
        (await Task.WhenAll(regular.SealIfDue(default), regular.SealIfDue(default))).Should().ContainSingle(made => made, "two processes make one seal");

        var administrator = await api.SignedIn(Role.AuditAdministrator);
        (await administrator.Post("/api/v1/audit/seals")).ShouldBeProblem(HttpStatusCode.Conflict, "nothing-to-seal");
        await Happen();
        var third = (await administrator.Post("/api/v1/audit/seals")).ShouldBe(HttpStatusCode.Created);
        third.At("number").GetInt64().Should().Be(3);
        var listed = await administrator.Get("/api/v1/audit/seals?limit=2");
        listed.At("items", 0, "hash").GetString().Should().Be(third.At("hash").GetString());
        (await administrator.Get($"/api/v1/audit/seals?limit=2&cursor={listed.At("next")}")).At("items", 0, "number").GetInt64().Should().Be(1);

        var known = new { knownSeal = new { number = 3, hash = third.At("hash").GetString() } };
        (await Verify(administrator, known)).Should().BeEquivalentTo(new { Intact = true, Seals = 3 });
        (await Verify(administrator, new { knownSeal = new { number = 3, hash = new string('0', 64) } })).Findings.Should().Equal(new AuditFinding(AuditFault.SealAltered, null, 3));
        (await Verify(administrator, new { knownSeal = new { number = 5, hash = new string('0', 64) } })).Findings.Should().Equal(new AuditFinding(AuditFault.SealMissing, null, 4, 2));

        await using var context = api.Database.Open();
        var second = await context.AuditSeals.SingleAsync(s => s.Number == 2);
        context.Entry(second).Property(s => s.At).CurrentValue = second.At + Duration.FromSeconds(1);
        await context.SaveChangesAsync();
        (await Verify(administrator, new { })).Findings.Should().Equal(new AuditFinding(AuditFault.SealAltered, null, 2));
    }

    private async Task Happen()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        (await officer.Post("/api/v1/organizations", new { code = $"S{tree.Town.Id.Value:N}", name = "Branch", type = "branch", superiorId = tree.Town.Id, foundedOn = "2024-01-01" })).ShouldBe(HttpStatusCode.Created);
    }

    private static async Task<AuditVerification> Verify(ApiClient administrator, object request) =>
        (await administrator.Post("/api/v1/audit/verification", request, key: "")).ShouldBe(HttpStatusCode.OK).As<AuditVerification>();
}

public sealed class SealingTheAuditOnSqlite(ApiHost<OnSqlite> api) : SealingTheAudit<OnSqlite>(api);

public sealed class SealingTheAuditOnPostgreSql(ApiHost<OnPostgreSql> api) : SealingTheAudit<OnPostgreSql>(api);
