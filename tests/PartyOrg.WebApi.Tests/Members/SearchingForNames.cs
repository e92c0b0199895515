using System.Net;
using PartyOrg.Application.Members;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.Members;

/// <summary>Names whose characters have several readings or are written in several ways are found by what people type.</summary>
public abstract class SearchingForNames<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    [DatabaseFact]
    public async Task Surnames_are_read_as_surnames_and_characters_as_they_are_written_here_or_elsewhere()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        foreach (var name in new[] { "单雄", "曾自强", "仇英", "邱英", "尉迟恭", "张卫国", "張衛國", "章卫国" })
        {
            (await officer.Post("/api/v1/members", new RegisterMember(tree.Branch.Id, name, Numbers.Identity(), Standing.Formal, new(2024, 1, 1)))).ShouldBe(HttpStatusCode.Created);
        }

        foreach (var (search, found) in new[]
        {
            ("shan", "单雄"), ("dan", ""), ("zengzi", "曾自强"), ("ceng", ""), ("qiu", "仇英 邱英"), ("qy", "仇英 邱英"), ("chou", ""), ("yuchi", "尉迟恭"), ("weichi", ""),
            ("zwg", "张卫国 張衛國 章卫国"), ("张卫", "张卫国 張衛國"), ("張衛國", "张卫国 張衛國"), ("章", "章卫国"), ("张w", "张卫国 張衛國"),
        })
        {
            var items = (await officer.Get($"/api/v1/members?search={Uri.EscapeDataString(search)}")).ShouldBe(HttpStatusCode.OK).At("items").EnumerateArray().Select(i => i.GetProperty("name").GetString()!).ToList();
            items.Should().BeEquivalentTo(found.Split(' ', StringSplitOptions.RemoveEmptyEntries), "{0} was typed", search);
        }
    }

    [DatabaseFact]
    public async Task Organizations_units_and_carriers_are_found_in_both_ways_of_writing_too()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        (await officer.Post("/api/v1/organizations", new { code = $"S{api.Ids.New():N}", name = "華興市場党支部", type = "branch", superiorId = tree.Town.Id, foundedOn = "2024-01-01" })).ShouldBe(HttpStatusCode.Created);
        (await officer.Post("/api/v1/units", new { name = "华兴纺织有限公司", kind = "enterprise", territoryId = tree.Town.Id, from = "2024-01-01" })).ShouldBe(HttpStatusCode.Created);
        (await officer.Post("/api/v1/carriers", new { name = "华兴商厦", kind = "commercialBuilding", territoryId = tree.Town.Id, from = "2024-01-01" })).ShouldBe(HttpStatusCode.Created);
        foreach (var search in new[] { "华兴", "華興" })
        {
            foreach (var list in new[] { "organizations", "units", "carriers" })
            {
                (await officer.Get($"/api/v1/{list}?search={Uri.EscapeDataString(search)}")).ShouldBe(HttpStatusCode.OK).At("items").GetArrayLength().Should().Be(1, "{0} in {1}", search, list);
            }
        }
    }
}

public sealed class SearchingForNamesOnSqlite(ApiHost<OnSqlite> api) : SearchingForNames<OnSqlite>(api);

public sealed class SearchingForNamesOnPostgreSql(ApiHost<OnPostgreSql> api) : SearchingForNames<OnPostgreSql>(api);

public sealed class SearchingForNamesOnSqlServer(ApiHost<OnSqlServer> api) : SearchingForNames<OnSqlServer>(api);
