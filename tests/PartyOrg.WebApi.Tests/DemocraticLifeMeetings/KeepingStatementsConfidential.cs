using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.DemocraticLifeMeetings;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticLifeMeetings;
using PartyOrg.Domain.Organizations;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.DemocraticLifeMeetings;

/// <summary>What individuals said stays with the participants and the superior; a complaint stays with the superior (TWS-4.5).</summary>
public abstract class KeepingStatementsConfidential<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    [DatabaseFact]
    public async Task Participants_and_the_superior_read_what_was_said_and_each_reading_is_kept()
    {
        var branch = await LifeBranch.Plant(api);
        var meeting = await branch.Held();
        var there = $"{meeting.There}/statements";
        var before = await Readings(branch.Branch.Id.Value);
        foreach (var reader in new[] { branch.Secretary, branch.Publicist, branch.Town })
        {
            var read = (await reader.Get(there)).ShouldBe(HttpStatusCode.OK).As<LifeMeetingStatements>();
            read.Speeches.Select(s => s.SelfCriticism).Should().Equal("下基层少。", "下基层少。");
            (read.SelfChecks.Count, read.Minutes).Should().Be((2, "逐一开展批评与自我批评。"));
        }

        (await Readings(branch.Branch.Id.Value)).Should().Be(before + 3);

        // Members who did not take part, other branches' leaders, higher levels and auditors read nothing.
        var leader = await api.SignedIn(Role.GroupLeader, branch.Branch.Id);
        var secretaryWithoutPost = await api.SignedIn(Role.BranchSecretary, branch.Branch.Id);
        var auditor = await api.SignedIn(Role.Auditor, branch.Branch.Tree.Town.Id);
        foreach (var other in new[] { branch.Member, branch.County, leader, secretaryWithoutPost, auditor })
        {
            (await other.Get(there)).ShouldBeProblem(HttpStatusCode.Forbidden, "life-meeting-confidential", "TWS-4.5");
        }

        (await (await api.SignedIn(Role.BranchSecretary, branch.Branch.Tree.SiblingBranch.Id)).Get(there)).ShouldBeProblem(HttpStatusCode.NotFound, "life-meeting-not-found");
        (await Readings(branch.Branch.Id.Value)).Should().Be(before + 3, "who was refused has read nothing");
    }

    [DatabaseFact]
    public async Task What_was_said_stands_in_no_other_answer_and_not_in_the_audit()
    {
        var branch = await LifeBranch.Plant(api);
        var meeting = await branch.Held();
        (await meeting.Confirm()).ShouldBe(HttpStatusCode.OK);
        (await meeting.AddItem()).ShouldBe(HttpStatusCode.Created);
        string[] secrets = ["下基层少", "检查落实少", "对照检查", "逐一开展"];
        foreach (var path in new[] { meeting.There, $"{meeting.There}/public-summary", LifeBranch.Meetings, $"/api/v1/rectification-items?organization={branch.Branch.Id}" })
        {
            (await branch.Secretary.Get(path)).ShouldBe(HttpStatusCode.OK).Text.Should().NotContainAny(secrets);
        }

        var chain = branch.Branch.Id.Value;
        var details = await api.Look(db => db.AuditEntries.Where(e => e.ChainId == chain).Select(e => e.Details).ToListAsync());
        details.Should().HaveCountGreaterThan(6);
        string.Join('\n', details).Should().NotContainAny(secrets);
    }

    [DatabaseFact]
    public async Task A_complaint_of_retaliation_is_seen_by_the_complainant_and_the_superior_and_by_nobody_else()
    {
        var branch = await LifeBranch.Plant(api);
        var meeting = await branch.Held();
        var entries = await Entries(branch.Branch.Id.Value);
        (await branch.Member.Post($"{meeting.There}/retaliation-complaints", new ComplainOfRetaliation.Body("无故调岗"))).ShouldBeProblem(HttpStatusCode.Forbidden, "complaint-of-no-participant", "TWS-4.5");
        (await branch.Publicist.Post($"{meeting.There}/retaliation-complaints", new ComplainOfRetaliation.Body(" "))).ShouldPointAt("/text");
        var filed = (await branch.Publicist.Post($"{meeting.There}/retaliation-complaints", new ComplainOfRetaliation.Body("会后被无故调离原岗位"))).ShouldBe(HttpStatusCode.Created);
        filed.Text.Should().NotContain("调离");
        var there = filed.Location!.ToString();

        foreach (var reader in new[] { branch.Publicist, branch.Town })
        {
            (await reader.Get(there)).ShouldBe(HttpStatusCode.OK).At("text").GetString().Should().Be("会后被无故调离原岗位");
            (await reader.Get("/api/v1/retaliation-complaints?status=filed")).As<Page<RetaliationComplaintSummary>>().Items.Should().Contain(c => there.EndsWith(c.Id.ToString()));
        }

        foreach (var other in new[] { branch.Secretary, branch.Member, branch.County, await api.SignedIn(Role.TownOfficer, branch.Branch.Tree.SiblingTown.Id) })
        {
            (await other.Get(there)).ShouldBeProblem(HttpStatusCode.NotFound, "retaliation-complaint-not-found");
            (await other.Get("/api/v1/retaliation-complaints")).As<Page<RetaliationComplaintSummary>>().Items.Should().NotContain(c => there.EndsWith(c.Id.ToString()));
        }

        (await Entries(branch.Branch.Id.Value)).Should().Be(entries, "the organization's audit says nothing of it");
        var chain = branch.Branch.Tree.Town.Id.Value;
        (await api.Look(db => db.AuditEntries.Where(e => e.ChainId == chain).Select(e => e.Details).ToListAsync())).Should().NotContain(d => d.Contains("调离"));

        (await branch.Publicist.Post($"{there}/answer", new AnswerRetaliationComplaint.Body("自答"), ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.Forbidden, "complaint-for-superior", "TWS-4.5");
        (await branch.Secretary.Post($"{there}/answer", new AnswerRetaliationComplaint.Body("代答"), ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.NotFound, "retaliation-complaint-not-found");
        (await branch.Town.Post($"{there}/answer", new AnswerRetaliationComplaint.Body("已责成纠正"), ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        (await branch.Town.Post($"{there}/answer", new AnswerRetaliationComplaint.Body("再答"), ifMatch: "\"2\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "complaint-answered-already", "TWS-4.5");
        (await branch.Publicist.Get(there)).At("superiorAnswer").GetString().Should().Be("已责成纠正");
    }

    private Task<int> Entries(Guid chain) => api.Look(db => db.AuditEntries.CountAsync(e => e.ChainId == chain));

    private Task<int> Readings(Guid chain) => api.Look(db => db.AuditEntries.CountAsync(e => e.ChainId == chain && e.Operation == nameof(GetLifeMeetingStatements)));
}

public sealed class KeepingStatementsConfidentialOnSqlite(ApiHost<OnSqlite> api) : KeepingStatementsConfidential<OnSqlite>(api);

public sealed class KeepingStatementsConfidentialOnPostgreSql(ApiHost<OnPostgreSql> api) : KeepingStatementsConfidential<OnPostgreSql>(api);

public sealed class KeepingStatementsConfidentialOnSqlServer(ApiHost<OnSqlServer> api) : KeepingStatementsConfidential<OnSqlServer>(api);
