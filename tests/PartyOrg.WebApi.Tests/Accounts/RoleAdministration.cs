using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Domain.Accounts;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.Accounts;

public abstract class RoleAdministration<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    [DatabaseFact]
    public async Task A_granted_role_opens_its_subtree_at_the_next_request_and_an_ended_one_closes_it_at_the_next()
    {
        var tree = await SmallTree.Plant(api);
        var security = await api.SignedIn(Role.SecurityAdministrator);
        var account = await api.HasAccount();
        var officer = await api.Enter(account);
        (await officer.Get($"/api/v1/organizations/{tree.Branch.Id}")).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed");

        var granted = (await Grant(security, account, "townOfficer", tree.Town.Id)).ShouldBe(HttpStatusCode.Created);
        granted.Text("organizationName").Should().Be(tree.Town.Name);
        (await officer.Get($"/api/v1/organizations/{tree.Branch.Id}")).ShouldBe(HttpStatusCode.OK);
        (await officer.Get($"/api/v1/organizations/{tree.FarBranch.Id}")).ShouldBe(HttpStatusCode.NotFound);

        (await security.Post($"{granted.Location}/end", new { }, key: "")).ShouldBe(HttpStatusCode.PreconditionRequired);
        (await security.Post($"{granted.Location}/end", new { }, key: "", ifMatch: "\"99\"")).ShouldBe(HttpStatusCode.PreconditionFailed);
        (await security.Post($"{granted.Location}/end", new { }, key: "", ifMatch: granted.ETag)).ShouldBe(HttpStatusCode.NoContent);
        (await officer.Get($"/api/v1/organizations/{tree.Branch.Id}")).ShouldBe(HttpStatusCode.Forbidden);
        (await security.Get(granted.Location!.ToString())).ShouldBeProblem(HttpStatusCode.NotFound, "role-assignment-not-found");
    }

    [DatabaseFact]
    public async Task A_role_holds_from_its_first_day_to_its_last_both_included()
    {
        var tree = await SmallTree.Plant(api);
        var security = await api.SignedIn(Role.SecurityAdministrator);
        var account = await api.HasAccount();
        var today = new Domain.Time.Clock(api.Clock).Today;
        (await Grant(security, account, "auditor", tree.Town.Id, from: today.PlusDays(1), to: today.PlusDays(2))).ShouldBe(HttpStatusCode.Created);

        var start = api.Clock.GetCurrentInstant();
        foreach (var (day, status) in new[] { (0, HttpStatusCode.Forbidden), (1, HttpStatusCode.OK), (2, HttpStatusCode.OK), (3, HttpStatusCode.Forbidden) })
        {
            api.Clock.MoveTo(start + Duration.FromDays(day));
            (await (await api.Enter(account)).Get($"/api/v1/organizations/{tree.Branch.Id}")).Status.Should().Be(status, "day {0}", day);
        }
    }

    [DatabaseTheory]
    [InlineData(Role.SystemAdministrator, "securityAdministrator")]
    [InlineData(Role.SystemAdministrator, "auditAdministrator")]
    [InlineData(Role.SecurityAdministrator, "auditAdministrator")]
    [InlineData(Role.AuditAdministrator, "systemAdministrator")]
    public async Task System_security_and_audit_administration_are_never_held_together(Role held, string wanted)
    {
        var security = await api.SignedIn(Role.SecurityAdministrator);
        var account = await api.HasAccount(held);
        (await Grant(security, account, wanted)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "administrations-held-together", "REG-13");
        (await Grant(security, await api.HasAccount(), wanted)).ShouldBe(HttpStatusCode.Created);
    }

    [DatabaseFact]
    public async Task One_administration_after_another_is_allowed_and_a_day_together_is_not()
    {
        var security = await api.SignedIn(Role.SecurityAdministrator);
        var account = await api.HasAccount();
        var today = new Domain.Time.Clock(api.Clock).Today;
        (await Grant(security, account, "systemAdministrator", to: today.PlusDays(9))).ShouldBe(HttpStatusCode.Created);
        (await Grant(security, account, "auditAdministrator", from: today.PlusDays(9))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "administrations-held-together", "REG-13");
        (await Grant(security, account, "auditAdministrator", from: today.PlusDays(10))).ShouldBe(HttpStatusCode.Created);
    }

    [DatabaseFact]
    public async Task Nobody_grants_a_role_to_himself()
    {
        var tree = await SmallTree.Plant(api);
        var account = await api.HasAccount(Role.SecurityAdministrator);
        var security = await api.Enter(account);
        (await Grant(security, account, "townOfficer", tree.Town.Id)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "role-for-oneself", "REG-13");
        (await Grant(await api.SignedIn(Role.SecurityAdministrator), account, "townOfficer", tree.Town.Id)).ShouldBe(HttpStatusCode.Created);
    }

    [DatabaseFact]
    public async Task An_officers_role_fits_the_level_and_a_branchs_role_does_not_fit_a_town()
    {
        var tree = await SmallTree.Plant(api);
        var security = await api.SignedIn(Role.SecurityAdministrator);
        var fitting = new[] { ("cityOfficer", tree.City), ("countyOfficer", tree.County), ("townOfficer", tree.Town), ("branchSecretary", tree.Branch), ("auditor", tree.County) };
        var unfitting = new[] { ("cityOfficer", tree.County), ("countyOfficer", tree.Town), ("townOfficer", tree.City), ("townOfficer", tree.Branch), ("branchSecretary", tree.Town), ("groupLeader", tree.Branch) };

        foreach (var (role, organization) in fitting) (await Grant(security, await api.HasAccount(), role, organization.Id)).ShouldBe(HttpStatusCode.Created);
        foreach (var (role, organization) in unfitting)
            (await Grant(security, await api.HasAccount(), role, organization.Id)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "role-does-not-fit-organization", "REG-15");
        (await Grant(security, await api.HasAccount(), "townOfficer")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "role-organization-missing", "REG-15");
        (await Grant(security, await api.HasAccount(), "auditAdministrator", tree.City.Id)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "administration-has-no-organization", "REG-15");
        (await Grant(security, await api.HasAccount(), "service", tree.City.Id)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "role-does-not-fit-account", "REG-15");
        (await Grant(security, await api.HasAccount(), "readers", tree.City.Id)).ShouldBe(HttpStatusCode.BadRequest);
        (await Grant(security, await api.HasAccount(), "townOfficer", api.Ids.New<Domain.Organizations.Organization>())).ShouldBeProblem(HttpStatusCode.NotFound, "organization-not-found");
    }

    [DatabaseFact]
    public async Task The_same_role_twice_in_the_same_days_is_refused_and_for_another_organization_it_is_not()
    {
        var tree = await SmallTree.Plant(api);
        var security = await api.SignedIn(Role.SecurityAdministrator);
        var account = await api.HasAccount();
        (await Grant(security, account, "townOfficer", tree.Town.Id)).ShouldBe(HttpStatusCode.Created);
        (await Grant(security, account, "townOfficer", tree.Town.Id)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "role-held-already", "REG-15");
        (await Grant(security, account, "townOfficer", tree.SiblingTown.Id)).ShouldBe(HttpStatusCode.Created);
    }

    [DatabaseFact]
    public async Task A_role_begins_today_or_later_and_ends_yesterday_or_later()
    {
        var tree = await SmallTree.Plant(api);
        var security = await api.SignedIn(Role.SecurityAdministrator);
        var account = await api.HasAccount();
        var today = new Domain.Time.Clock(api.Clock).Today;
        (await Grant(security, account, "auditor", tree.Town.Id, from: today.PlusDays(-1))).ShouldPointAt("/from");
        (await Grant(security, account, "auditor", tree.Town.Id, from: today, to: today.PlusDays(-1))).ShouldPointAt("/to");
        var granted = (await Grant(security, account, "auditor", tree.Town.Id, from: today)).ShouldBe(HttpStatusCode.Created);
        (await security.Post($"{granted.Location}/end", new { lastDay = today.PlusDays(-2) }, key: "", ifMatch: granted.ETag)).ShouldPointAt("/lastDay");
        (await security.Post($"{granted.Location}/end", new { lastDay = today }, key: "", ifMatch: granted.ETag)).ShouldBe(HttpStatusCode.NoContent);

        var left = (await security.Get($"/api/v1/role-assignments?account={account.Id}&on={today:uuuu-MM-dd}")).Items();
        left.Should().HaveCount(1);
        left[0].GetProperty("to").GetString().Should().Be($"{today:uuuu-MM-dd}");
        (await security.Get($"/api/v1/role-assignments?account={account.Id}&on={today.PlusDays(1):uuuu-MM-dd}")).Items().Should().BeEmpty();
    }

    [DatabaseFact]
    public async Task Assignments_are_listed_by_role_and_organization_in_pages()
    {
        var tree = await SmallTree.Plant(api);
        var security = await api.SignedIn(Role.SecurityAdministrator);
        for (var i = 0; i < 3; i++) await Grant(security, await api.HasAccount(), "auditor", tree.Town.Id);
        await Grant(security, await api.HasAccount(), "specialist", tree.Town.Id);

        (await security.Get($"/api/v1/role-assignments?organization={tree.Town.Id}")).Items().Should().HaveCount(4);
        var first = await security.Get($"/api/v1/role-assignments?organization={tree.Town.Id}&role=auditor&limit=2");
        var rest = await security.Get($"/api/v1/role-assignments?organization={tree.Town.Id}&role=auditor&limit=2&cursor={first.Text("next")}");
        first.Items().Concat(rest.Items()).Select(i => i.GetProperty("id").GetString()).Should().HaveCount(3).And.OnlyHaveUniqueItems();
        (await security.Get("/api/v1/role-assignments?role=nobody")).ShouldBe(HttpStatusCode.BadRequest);
    }

    private static Task<Answer> Grant(ApiClient security, Account account, string role, Domain.Id<Domain.Organizations.Organization>? organization = null, LocalDate? from = null, LocalDate? to = null) =>
        security.Post("/api/v1/role-assignments", new { accountId = account.Id, role, organizationId = organization, from, to });
}

public sealed class RoleAdministrationOnSqlite(ApiHost<OnSqlite> api) : RoleAdministration<OnSqlite>(api);

public sealed class RoleAdministrationOnPostgreSql(ApiHost<OnPostgreSql> api) : RoleAdministration<OnPostgreSql>(api);

public sealed class RoleAdministrationOnSqlServer(ApiHost<OnSqlServer> api) : RoleAdministration<OnSqlServer>(api);

public abstract class LastSecurityAdministrator<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    [DatabaseFact]
    public async Task The_last_security_administrator_who_can_sign_in_is_neither_ended_nor_closed()
    {
        var last = await api.HasAccount(Role.SecurityAdministrator);
        var security = await api.Enter(last);
        var system = await api.SignedIn(Role.SystemAdministrator);
        var assignment = await api.Look(context => context.RoleAssignments.SingleAsync(r => r.Role == Role.SecurityAdministrator));
        var tag = (await security.Get($"/api/v1/role-assignments/{assignment.Id}")).ETag;

        (await security.Post($"/api/v1/role-assignments/{assignment.Id}/end", new { }, key: "", ifMatch: tag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "last-security-administrator", "REG-16");
        (await system.Post($"/api/v1/accounts/{last.Id}/closure", ifMatch: tag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "last-security-administrator", "REG-16");

        var today = new Domain.Time.Clock(api.Clock).Today;
        (await Grant(security, await api.HasAccount(), "securityAdministrator", to: today.PlusDays(30))).ShouldBe(HttpStatusCode.Created);
        (await security.Post($"/api/v1/role-assignments/{assignment.Id}/end", new { }, key: "", ifMatch: tag))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "last-security-administrator", "REG-16");

        (await Grant(security, await api.HasAccount(), "securityAdministrator")).ShouldBe(HttpStatusCode.Created);
        (await security.Post($"/api/v1/role-assignments/{assignment.Id}/end", new { }, key: "", ifMatch: tag)).ShouldBe(HttpStatusCode.NoContent);
        (await security.Get("/api/v1/role-assignments")).ShouldBe(HttpStatusCode.Forbidden);
    }

    private static Task<Answer> Grant(ApiClient security, Account account, string role, LocalDate? to = null) =>
        security.Post("/api/v1/role-assignments", new { accountId = account.Id, role, to });
}

public sealed class LastSecurityAdministratorOnSqlite(ApiHost<OnSqlite> api) : LastSecurityAdministrator<OnSqlite>(api);

public sealed class LastSecurityAdministratorOnPostgreSql(ApiHost<OnPostgreSql> api) : LastSecurityAdministrator<OnPostgreSql>(api);
