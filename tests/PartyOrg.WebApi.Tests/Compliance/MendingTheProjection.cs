using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyOrg.Application.Compliance;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Audit;
using PartyOrg.Domain.Compliance;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.Compliance;

/// <summary>What was mended of an organization's projection stands in its own audit chain.</summary>
public abstract class MendingTheProjection<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    [DatabaseFact]
    public async Task The_chain_of_every_organization_whose_projection_was_mended_says_what_and_the_others_say_nothing()
    {
        var tree = await SmallTree.Plant(api);
        var (nobody, day) = (Guid.Parse("33333333-3333-7333-8333-333333333333"), new LocalDate(2024, 3, 31));
        await api.Arrange(db =>
        {
            foreach (var subject in new[] { tree.Branch.Id.Value, tree.FarBranch.Id.Value, nobody }) db.Ledger.Add(new LedgerEntry(api.Ids.New(), subject, "generalMeeting", day, api.Ids.New(), Instant.FromUtc(2024, 4, 3, 0, 0)));
            db.EvidenceYears.Add(new(tree.FarBranch.Id.Value, "generalMeeting", 2024) { Days = EvidenceDays.None(2024).Add(day).Value.Encode() });
            return db.EvidenceYears.Add(new(tree.SiblingBranch.Id.Value, "partyClass", 2023) { Days = [0xFF, 0xFF] });
        });

        (await Rebuild()).Differences.Should().HaveCount(3);
        (await Said(tree.Branch.Id.Value)).Should().ContainSingle().Which.Should().Contain("generalMeeting 2024: 0 -");
        (await Said(tree.SiblingBranch.Id.Value)).Should().ContainSingle().Which.Should().Contain("partyClass 2023: unreadable -");
        (await Said(tree.FarBranch.Id.Value)).Should().BeEmpty("its projection was right");
        (await Said(nobody)).Should().BeEmpty("only an organization has a chain");
        (await Said(AuditChain.System)).Should().ContainSingle("the command itself");

        (await Rebuild()).Differences.Should().BeEmpty();
        (await Said(tree.Branch.Id.Value)).Should().ContainSingle();
        (await Said(AuditChain.System)).Should().HaveCount(2);
    }

    private async Task<RebuiltProjection> Rebuild()
    {
        await using var scope = api.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().ActOnMachine();
        return (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RebuildProjection())).Value;
    }

    private Task<List<string>> Said(Guid chain) =>
        api.Look(db => db.AuditEntries.Where(a => a.ChainId == chain && a.Operation == nameof(RebuildProjection)).OrderBy(a => a.Sequence).Select(a => a.Subjects).ToListAsync());
}

public sealed class MendingTheProjectionOnSqlite(ApiHost<OnSqlite> api) : MendingTheProjection<OnSqlite>(api);

public sealed class MendingTheProjectionOnPostgreSql(ApiHost<OnPostgreSql> api) : MendingTheProjection<OnPostgreSql>(api);
