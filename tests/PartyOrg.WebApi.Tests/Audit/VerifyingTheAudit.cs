using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Audit;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Audit;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.Audit;

public abstract class VerifyingTheAudit<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    private const string Entries = "AuditEntries";

    private static int lastCode;

    [DatabaseFact]
    public async Task What_nobody_touched_is_intact()
    {
        var chain = await Chain(entries: 4);
        var verified = await Verify(chain);
        verified.Should().BeEquivalentTo(new { Intact = true, Chains = 1, Entries = 4, Found = 0 });
    }

    [DatabaseFact]
    public async Task An_altered_detail_is_found_at_its_entry()
    {
        var chain = await Chain(entries: 5);
        await Tamper($"UPDATE {Q(Entries)} SET {Q("Details")} = '{{}}' WHERE {Q("Sequence")} = 3", chain);
        (await Faults(chain)).Should().Equal(new AuditFinding(AuditFault.Altered, chain, 3));
    }

    [DatabaseTheory]
    [InlineData("Operation", "'Nothing'")]
    [InlineData("Subjects", "'[]'")]
    [InlineData("AccountId", "NULL")]
    [InlineData("SessionId", "NULL")]
    [InlineData("At", "'2001-01-01 00:00:00'")]
    public async Task Every_column_is_under_the_hash(string column, string value)
    {
        var chain = await Chain(entries: 2);
        await Tamper($"UPDATE {Q(Entries)} SET {Q(column)} = {value} WHERE {Q("Sequence")} = 1", chain);
        (await Faults(chain)).Should().Equal(new AuditFinding(AuditFault.Altered, chain, 1));
    }

    [DatabaseFact]
    public async Task Entries_taken_out_of_the_middle_are_missing_where_they_were()
    {
        var chain = await Chain(entries: 6);
        await Tamper($"DELETE FROM {Q(Entries)} WHERE {Q("Sequence")} IN (3, 4)", chain);
        (await Faults(chain)).Should().Equal(new AuditFinding(AuditFault.Missing, chain, 3, 2));
    }

    [DatabaseFact]
    public async Task Entries_cut_off_at_the_end_are_missed_by_the_head()
    {
        var chain = await Chain(entries: 5);
        await Tamper($"DELETE FROM {Q(Entries)} WHERE {Q("Sequence")} > 3", chain);
        (await Faults(chain)).Should().Equal(new AuditFinding(AuditFault.CutOff, chain, 4, 2));
    }

    [DatabaseFact]
    public async Task Entries_in_another_order_are_both_found()
    {
        var chain = await Chain(entries: 4);
        foreach (var (from, to) in new[] { (2, 100), (3, 2), (100, 3) }) await Tamper($"UPDATE {Q(Entries)} SET {Q("Sequence")} = {to} WHERE {Q("Sequence")} = {from}", chain);
        (await Faults(chain)).Where(f => f.Fault == AuditFault.Altered).Select(f => f.Sequence).Should().StartWith([2, 3]);
    }

    [DatabaseFact]
    public async Task An_entry_behind_the_head_was_not_written_by_the_product()
    {
        var chain = await Chain(entries: 3);
        await Tamper($"UPDATE {Q("AuditChains")} SET {Q("Length")} = 2", chain, "Id");
        (await Faults(chain)).Should().Contain(new AuditFinding(AuditFault.BeyondHead, chain, 3));
    }

    [DatabaseFact]
    public async Task An_altered_head_is_found()
    {
        var chain = await Chain(entries: 3);
        await Tamper($"UPDATE {Q("AuditChains")} SET {Q("Head")} = (SELECT {Q("Hash")} FROM {Q(Entries)} WHERE {Q("Sequence")} = 1 AND {Q("ChainId")} = {Literal(chain)})", chain, "Id");
        (await Faults(chain)).Should().Equal(new AuditFinding(AuditFault.HeadAltered, chain, 3));
    }

    [DatabaseFact]
    public async Task A_chain_that_was_cut_with_its_head_is_missed_by_the_seal()
    {
        var chain = await Chain(entries: 4);
        await Seal();
        await Cut(chain, length: 2);
        (await Faults(chain)).Should().Equal(new AuditFinding(AuditFault.CutOff, chain, 3, 2));
    }

    [DatabaseFact]
    public async Task A_chain_that_was_computed_anew_differs_from_the_seal()
    {
        var chain = await Chain(entries: 4);
        var seal = await Seal();
        await ComputeAnew(chain, from: 2);
        (await Faults(chain)).Should().Equal(new AuditFinding(AuditFault.DiffersFromSeal, chain, 4));
        (await Verify(null, seal)).Findings.Should().Contain(f => f.Chain == chain && f.Fault == AuditFault.DiffersFromSeal);
    }

    [DatabaseFact]
    public async Task Unknown_chains_and_malformed_seals_are_refused()
    {
        var administrator = await api.SignedIn(Role.AuditAdministrator);
        (await administrator.Post("/api/v1/audit/verification", new { chain = api.Ids.New() }, key: "")).ShouldBeProblem(HttpStatusCode.NotFound, "audit-chain-not-found");
        (await administrator.Post("/api/v1/audit/verification", new { knownSeal = new { number = 1, hash = "abc" } }, key: "")).ShouldPointAt("/knownSeal/hash");
    }

    /// <summary>A branch whose chain has so many entries.</summary>
    private async Task<Guid> Chain(int entries)
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        var founded = await officer.Post("/api/v1/organizations", new { code = $"chain-{++lastCode}", name = "Branch", type = "branch", superiorId = tree.Town.Id, foundedOn = "2024-01-01" });
        var (address, tag) = (founded.ShouldBe(HttpStatusCode.Created).Location!.ToString(), founded.ETag);
        for (var i = 1; i < entries; i++)
            tag = (await officer.Put(address, new { name = $"Branch {i}" }, tag)).ShouldBe(HttpStatusCode.OK).ETag;
        return founded.As<Application.Organizations.OrganizationAnswer>().Id.Value;
    }

    private async Task<AuditVerification> Verify(Guid? chain, AuditSealAnswer? known = null) =>
        (await (await api.SignedIn(Role.AuditAdministrator)).Post("/api/v1/audit/verification", new { chain, knownSeal = known is null ? null : new KnownSeal(known.Number, known.Hash) }, key: ""))
        .ShouldBe(HttpStatusCode.OK).As<AuditVerification>();

    private async Task<IReadOnlyList<AuditFinding>> Faults(Guid chain)
    {
        var verified = await Verify(chain);
        verified.Intact.Should().BeFalse();
        return verified.Findings;
    }

    private async Task<AuditSealAnswer> Seal() =>
        (await (await api.SignedIn(Role.AuditAdministrator)).Post("/api/v1/audit/seals")).ShouldBe(HttpStatusCode.Created).As<AuditSealAnswer>();

    private async Task Tamper(string sql, Guid chain, string key = "ChainId")
    {
        await using var context = api.Database.Open();
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"{sql} {(key == "Id" ? "WHERE" : "AND")} {Q(key)} = {Literal(chain)}";
        await context.Database.OpenConnectionAsync();
        (await command.ExecuteNonQueryAsync()).Should().BePositive(command.CommandText);
    }

    private async Task Cut(Guid chain, int length)
    {
        await Tamper($"UPDATE {Q("AuditChains")} SET {Q("Length")} = {length}, {Q("Head")} = (SELECT {Q("Hash")} FROM {Q(Entries)} WHERE {Q("Sequence")} = {length} AND {Q("ChainId")} = {Literal(chain)})", chain, "Id");
        await Tamper($"DELETE FROM {Q(Entries)} WHERE {Q("Sequence")} > {length}", chain);
    }

    private async Task ComputeAnew(Guid chain, int from)
    {
        await using var context = api.Database.Open();
        var entries = await context.AuditEntries.Where(e => e.ChainId == chain).OrderBy(e => e.Sequence).ToListAsync();
        var hash = entries[from - 2].Hash;
        foreach (var entry in entries.Skip(from - 1))
        {
            var entity = context.Entry(entry);
            if (entry.Sequence == from) entity.Property(e => e.Details).CurrentValue = "{}";
            hash = entry.HashAfter(hash);
            entity.Property(e => e.Hash).CurrentValue = hash;
        }

        context.Entry(await context.AuditChains.SingleAsync(c => c.Id == chain)).Property(c => c.Head).CurrentValue = hash;
        await context.SaveChangesAsync();
    }

    private string Q(string name) => api.Database.Options.Provider == Infrastructure.Persistence.DatabaseProvider.SqlServer ? $"[{name}]" : $"\"{name}\"";

    private string Literal(Guid id) => api.Database.Options.Provider == Infrastructure.Persistence.DatabaseProvider.Sqlite ? $"X'{Convert.ToHexString(id.ToByteArray(true))}'" : $"'{id}'";
}

public sealed class VerifyingTheAuditOnSqlite(ApiHost<OnSqlite> api) : VerifyingTheAudit<OnSqlite>(api);

public sealed class VerifyingTheAuditOnPostgreSql(ApiHost<OnPostgreSql> api) : VerifyingTheAudit<OnPostgreSql>(api);
