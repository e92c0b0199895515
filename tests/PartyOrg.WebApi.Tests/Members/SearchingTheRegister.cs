using System.Data.Common;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PartyOrg.Application.Members;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Infrastructure.Persistence;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.Members;

/// <summary>One search box understands Chinese, pinyin, initials and codes, and every way of reading it is found by an index.</summary>
public abstract partial class SearchingTheRegister<TDatabase>(SearchHost<TDatabase> api) : IClassFixture<SearchHost<TDatabase>> where TDatabase : IDatabaseKind
{
    [DatabaseTheory]
    [InlineData("王", "王伟", "王伟民")]
    [InlineData("王伟民", "王伟民")]
    [InlineData("wang w", "汪微", "王伟", "王伟民")]
    [InlineData("wangwei", "汪微", "王伟", "王伟民")]
    [InlineData("ww", "汪微", "王伟", "王伟民")]
    [InlineData("wwm", "王伟民")]
    [InlineData("zgl", "诸葛亮")]
    [InlineData("zhuge", "诸葛亮")]
    [InlineData("q")]
    public async Task Members_are_found_by_name_pinyin_or_initials_in_the_order_of_the_register(string search, params string[] found)
    {
        var (tree, officer) = await Register();
        var page = (await officer.Get($"/api/v1/members?organization={tree.Branch.Id}&search={Uri.EscapeDataString(search)}")).ShouldBe(HttpStatusCode.OK);
        page.At("items").EnumerateArray().Select(i => i.GetProperty("name").GetString()).Should().Equal(found);
    }

    [DatabaseFact]
    public async Task A_search_is_read_page_by_page_and_stays_in_the_callers_scope()
    {
        var (tree, officer) = await Register();
        var first = (await officer.Get($"/api/v1/members?organization={tree.Branch.Id}&search=ww&limit=2")).ShouldBe(HttpStatusCode.OK);
        first.At("items").EnumerateArray().Select(i => i.GetProperty("name").GetString()).Should().Equal("汪微", "王伟");
        (await officer.Get($"/api/v1/members?organization={tree.Branch.Id}&search=ww&limit=2&cursor={first.At("next").GetString()}")).At("items").EnumerateArray()
            .Select(i => i.GetProperty("name").GetString()).Should().Equal("王伟民");
        var stranger = await api.SignedIn(Role.TownOfficer, tree.SiblingTown.Id);
        (await stranger.Get("/api/v1/members?search=ww")).At("items").GetArrayLength().Should().Be(0);
        (await officer.Get("/api/v1/members?search=%20")).ShouldBeProblem(HttpStatusCode.BadRequest, "search-empty").At("errors", 0, "pointer").GetString().Should().Be("/search");
    }

    [DatabaseTheory]
    [InlineData("华星", "华星科技党支部")]
    [InlineData("huaxing", "华星科技党支部")]
    [InlineData("hxkj", "华星科技党支部")]
    [InlineData("曾", "曾厝村党支部")]
    [InlineData("zz-7", "曾厝村党支部")]
    [InlineData("zhibu")]
    public async Task Organizations_are_found_by_name_pinyin_initials_or_code(string search, params string[] found)
    {
        var (tree, officer) = await Register();
        var code = search == "zz-7" ? tree.Town.Code + "-ZZ-7" : search;
        var page = (await officer.Get($"/api/v1/organizations?under={tree.Town.Id}&search={Uri.EscapeDataString(code)}")).ShouldBe(HttpStatusCode.OK);
        page.At("items").EnumerateArray().Select(i => i.GetProperty("name").GetString()).Should().Equal(found);
        (await officer.Get("/api/v1/organizations?search=")).ShouldBeProblem(HttpStatusCode.BadRequest, "search-empty");
    }

    [DatabaseFact]
    public async Task The_sending_side_of_a_transfer_looks_up_branches_that_lie_outside_its_scope()
    {
        var (tree, _) = await Register();
        var secretary = await api.SignedIn(Role.BranchSecretary, tree.FarBranch.Id);
        (await secretary.Get("/api/v1/organizations?search=hx")).At("items").GetArrayLength().Should().Be(0);
        var found = (await secretary.Get("/api/v1/transfers/receivers?search=hxkj&limit=200")).ShouldBe(HttpStatusCode.OK);
        found.At("items").EnumerateArray().Select(i => (i.GetProperty("code").GetString(), i.GetProperty("superiorName").GetString())).Should().Contain((tree.Town.Code + "-HX-1", "Town"));
        (await secretary.Get("/api/v1/transfers/receivers?search=town")).At("items").GetArrayLength().Should().Be(0, "a committee holds no relations");
        (await secretary.Get("/api/v1/transfers/receivers?search=")).ShouldBeProblem(HttpStatusCode.BadRequest, "search-empty");
    }

    [DatabaseTheory]
    [InlineData("/api/v1/members?search=%E8%AF%B8%E8%91%9B", "Persons", "NameKey")]
    [InlineData("/api/v1/members?search=zhugeliang", "Persons", "NameKey", "NameInitials")]
    [InlineData("/api/v1/members?search=zgl", "Persons", "NameKey", "NameInitials")]
    [InlineData("/api/v1/organizations?search=%E5%8D%8E%E6%98%9F", "Organizations", "NameKey")]
    [InlineData("/api/v1/organizations?search=hxkj", "Organizations", "NameKey", "NameInitials", "Code")]
    public async Task Every_way_of_reading_the_text_is_found_by_an_index(string path, string table, params string[] columns)
    {
        var (_, officer) = await Register();
        await api.Crowd();
        api.Seen.Commands.Clear();
        (await officer.Get(path)).ShouldBe(HttpStatusCode.OK);
        var asked = api.Seen.Commands.Last(c => c.Sql.Contains("NameKey\" >= ", StringComparison.Ordinal));
        var plan = await api.Explain(asked);
        foreach (var column in columns) plan.Should().MatchRegex($"IX_{table}_{column}", "{0}", plan);
        Scan().Matches(plan).Select(m => m.Groups["table"].Value).Should().NotContain(table, "{0}", plan);
    }

    private async Task<(SmallTree Tree, ApiClient Officer)> Register()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.CountyOfficer, tree.County.Id);
        foreach (var name in new[] { "王伟", "王伟民", "汪微", "诸葛亮", "李四" })
        {
            (await officer.Post("/api/v1/members", new RegisterMember(tree.Branch.Id, name, Numbers.Identity(), Standing.Formal, new(2024, 1, 1)))).ShouldBe(HttpStatusCode.Created);
        }

        foreach (var (code, name) in new[] { ("HX-1", "华星科技党支部"), ("ZZ-7", "曾厝村党支部") })
        {
            (await officer.Post("/api/v1/organizations", new { code = $"{tree.Town.Code}-{code}", name, type = "branch", superiorId = tree.Town.Id, foundedOn = "2024-01-01" })).ShouldBe(HttpStatusCode.Created);
        }

        return (tree, officer);
    }

    // SQLite says SCAN, with INDEX where it walks one from end to end; PostgreSQL says Seq Scan.
    [GeneratedRegex("""(SCAN |Seq Scan on \\?")(?<table>\w+)""")]
    private static partial Regex Scan();
}

/// <summary>Sees the statements that the product sends, and asks the database how it carries them out.</summary>
public sealed class SearchHost<TDatabase> : ApiHost<TDatabase> where TDatabase : IDatabaseKind
{
    private const int People = 4000;
    private readonly SemaphoreSlim turn = new(1);
    private bool crowded;

    /// <summary>The statements that were sent.</summary>
    public SeenCommands Seen { get; } = new();

    /// <summary>A town full of people and branches, and statistics of them: where there is nobody, no index is worth its while.</summary>
    public async Task Crowd()
    {
        await turn.WaitAsync();
        try
        {
            if (crowded) return;
            crowded = true;
            var tree = await SmallTree.Plant(this);
            var at = new Domain.Time.Clock(Clock).Now;
            string[] surnames = ["赵", "钱", "孙", "李", "周", "吴", "郑", "冯", "陈", "褚", "卫", "蒋", "沈", "韩", "杨"];
            await Arrange(db =>
            {
                db.Attach(tree.Branch);
                db.Attach(tree.Town);
                for (var i = 0; i < People; i++)
                {
                    var person = Person.Register(PersonName.Of(surnames[i % surnames.Length] + (char)('一' + (i / 2))).Value, new(RandomNumberGenerator.GetBytes(60), RandomNumberGenerator.GetBytes(32), "1***", Sex.Male, new(1980, 1, 1)), null, Ids);
                    person.Join(tree.Branch, Belonging.Relation, new(2024, 1, 1), Ids, at).Succeeded.Should().BeTrue();
                    db.Add(person);
                    var founding = new Founding(OrganizationCode.Of($"CROWD-{i}").Value, OrganizationName.Of($"{surnames[i % surnames.Length]}氏{i}党支部").Value, OrganizationType.Branch, null, null, new(2020, 1, 1));
                    db.Add(Organization.Found(founding, tree.Town, TreePosition.At(tree.Town.Path, 10 + i), Ids, at).Value);
                }

                return 0;
            });
            await Look(async db => await db.Database.ExecuteSqlRawAsync("ANALYZE"));
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>How the database carries out the statement, with the values with which it was sent.</summary>
    public Task<string> Explain(SeenCommand command) => Look(async db =>
    {
        var connection = db.Database.GetDbConnection();
        await connection.OpenAsync();
        await using var explain = connection.CreateCommand();
        explain.CommandText = (Database.Options.Provider == DatabaseProvider.Sqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + command.Sql;
        foreach (var (name, value) in command.Parameters)
        {
            var parameter = explain.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            explain.Parameters.Add(parameter);
        }

        var lines = new List<string>();
        await using var reader = await explain.ExecuteReaderAsync();
        while (await reader.ReadAsync()) lines.Add(reader.GetValue(reader.FieldCount - 1).ToString()!);
        return string.Join("\n", lines);
    });

    protected override void Change(IServiceCollection services) => services.AddSingleton<IInterceptor>(Seen);
}

/// <summary>A statement and the values with which it was sent.</summary>
public sealed record SeenCommand(string Sql, IReadOnlyList<(string Name, object Value)> Parameters);

/// <summary>Keeps the statements that read.</summary>
public sealed class SeenCommands : DbCommandInterceptor
{
    /// <summary>In the order in which they were sent.</summary>
    public List<SeenCommand> Commands { get; } = [];

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        lock (Commands) Commands.Add(new(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value!))]));
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }
}

public sealed class SearchingTheRegisterOnSqlite(SearchHost<OnSqlite> api) : SearchingTheRegister<OnSqlite>(api);

public sealed class SearchingTheRegisterOnPostgreSql(SearchHost<OnPostgreSql> api) : SearchingTheRegister<OnPostgreSql>(api);
