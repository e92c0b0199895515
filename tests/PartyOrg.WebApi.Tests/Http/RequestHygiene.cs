using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PartyOrg.Domain.Accounts;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.Http;

/// <summary>What a request may not be, and what it is told.</summary>
public sealed class RequestHygiene(ApiHost<OnSqlite> api) : IClassFixture<ApiHost<OnSqlite>>
{
    private const string Organizations = "/api/v1/organizations";
    private const string Valid = """{"code":"HYGIENE","name":"Branch","type":"branch","superiorId":"0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d01","foundedOn":"2024-05-01"}""";

    [Theory]
    [InlineData("""{"code":"A","code":"B"}""", "/code")]
    [InlineData("""{"code":"A","colour":"red"}""", "/colour")]
    [InlineData("""{"code":7}""", "/code")]
    [InlineData("""{"code":null}""", "/code")]
    [InlineData("""{"Code":"A"}""", "/Code")]
    [InlineData("""{"type":"Branch!"}""", "/type")]
    [InlineData("""{"type":5}""", "/type")]
    [InlineData("""{"foundedOn":"01.05.2024"}""", "/foundedOn")]
    [InlineData("""{"foundedOn":"2023-02-29"}""", "/foundedOn")]
    [InlineData("""{"superiorId":"seven"}""", "/superiorId")]
    [InlineData("""{"code":"A"} trailing""", "")]
    [InlineData("""{"code":"A",}""", "")]
    [InlineData("""{"code":'A'}""", "")]
    [InlineData("[]", "")]
    [InlineData("null", "")]
    [InlineData("", "")]
    [InlineData("{}", "")]
    public async Task A_body_that_is_not_what_the_operation_takes_is_refused_where_it_is_wrong(string body, string pointer)
    {
        var officer = await Officer();
        (await officer.Post(Organizations, body)).ShouldBeProblem(HttpStatusCode.BadRequest, "malformed-json").ShouldPointAt(pointer);
    }

    [Theory]
    [InlineData("7", null)]
    [InlineData("\"7\"", "/knownSeal/number")]
    [InlineData("7.5", "/knownSeal/number")]
    public async Task A_number_as_text_is_refused(string number, string? pointer)
    {
        var auditor = await api.SignedIn(Role.AuditAdministrator);
        var answer = await auditor.Post("/api/v1/audit/verification", $"{{\"knownSeal\":{{\"number\":{number},\"hash\":\"{new string('0', 64)}\"}}}}");
        if (pointer is null) answer.ShouldBe(HttpStatusCode.OK);
        else answer.ShouldBeProblem(HttpStatusCode.BadRequest, "malformed-json").ShouldPointAt(pointer).At("detail").GetString().Should().Contain("expected a whole number, not in quotes");
    }

    // No operation takes a value of any form, so that a shallow one is refused where it begins; a deep one is not looked into at all.
    [Theory]
    [InlineData(0, null, null)]
    [InlineData(1, "/superiorId", "expected an id")]
    [InlineData(31, "/superiorId", "expected an id")]
    [InlineData(32, "", "nested deeper than 32")]
    [InlineData(400_000, "", "nested deeper than 32")]
    public async Task A_list_in_the_place_of_a_value_is_refused_however_deep_it_is(int depth, string? pointer, string? words)
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        var body = $$"""{"code":"NESTED","name":"Branch","type":"branch","superiorId":{{new string('[', depth)}}"{{tree.Town.Id}}"{{new string(']', depth)}},"foundedOn":"2024-05-01"}""";
        var answer = await officer.Post(Organizations, body);
        if (pointer is null) answer.ShouldBe(HttpStatusCode.Created);
        else answer.ShouldBeProblem(HttpStatusCode.BadRequest, "malformed-json").ShouldPointAt(pointer).At("detail").GetString().Should().Contain(words);
    }

    [Fact]
    public void Nesting_ends_at_32()
    {
        var options = api.Services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        JsonElement Read(int depth) => JsonSerializer.Deserialize<JsonElement>(new string('[', depth) + new string(']', depth), options);
        Read(32).GetArrayLength().Should().Be(1);
        FluentActions.Invoking(() => Read(33)).Should().Throw<JsonException>().WithMessage("*depth of 32*");
    }

    [Fact]
    public async Task A_message_names_the_mistake_and_none_of_the_products_own_types()
    {
        foreach (var body in new[] { """{"colour":"red"}""", """{"code":7}""", """{"type":"x"}""", "{}", "null", "", """{"code":"A","code":"B"}""" })
        {
            var detail = (await (await Officer()).Post(Organizations, body)).At("detail").GetString();
            detail.Should().NotContainAny("PartyOrg.", "System.", "LineNumber", "BytePosition");
        }
    }

    [Fact]
    public async Task A_body_of_more_than_a_megabyte_is_too_large_and_one_below_it_is_read()
    {
        var officer = await Officer();
        (await officer.Post(Organizations, Padded(1_000_000))).ShouldBeProblem(HttpStatusCode.BadRequest, "malformed-json");
        (await officer.Post(Organizations, Padded((1 << 20) + 1))).ShouldBeProblem(HttpStatusCode.RequestEntityTooLarge, "body-too-large");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Another_media_type_is_not_taken(string type)
    {
        var content = new StringContent(Valid, Encoding.UTF8, type);
        (await (await Officer()).Post(Organizations, content)).ShouldBeProblem(HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
    }

    [Fact]
    public async Task A_body_that_is_not_UTF_8_is_malformed()
    {
        var content = new ByteArrayContent([(byte)'{', (byte)'"', 0xC3, 0x28, (byte)'"', (byte)':', (byte)'1', (byte)'}']);
        content.Headers.ContentType = new("application/json");
        (await (await Officer()).Post(Organizations, content)).ShouldBeProblem(HttpStatusCode.BadRequest, "malformed-json");
    }

    [Theory]
    [InlineData("/api/v1/organizations/seven", "/organization")]
    [InlineData("/api/v1/organizations?under=seven", "/under")]
    [InlineData("/api/v1/organizations?limit=many", "/limit")]
    [InlineData("/api/v1/organizations?type=Branch", "/type")]
    [InlineData("/api/v1/organizations?type=1", "/type")]
    [InlineData("/api/v1/organizations/0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d01/posts?on=2023-02-29", "/on")]
    [InlineData("/api/v1/organizations/0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d01/duties?knownAt=yesterday", "/knownAt")]
    public async Task A_parameter_that_cannot_be_read_is_pointed_at(string address, string pointer) =>
        (await (await Officer()).Get(address)).ShouldBeProblem(HttpStatusCode.BadRequest, "malformed-parameter").ShouldPointAt(pointer);

    [Theory]
    [InlineData("/api/v1/organizations/seven", "as the API gives it")]
    [InlineData("/api/v1/organizations?limit=many", "whole number")]
    [InlineData("/api/v1/organizations?type=club", "one of: partyCommittee, ")]
    [InlineData("/api/v1/organizations/0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d01/duties?asOf=2023-02-29", "YYYY-MM-DD")]
    [InlineData("/api/v1/organizations/0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d01/duties?knownAt=2024-01-01", "2026-03-31T01:30:00Z")]
    [InlineData("/api/v1/organizations/0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d01/dues/months/2024-13", "YYYY-MM,")]
    [InlineData("/api/v1/rules/TWS-D1/amount?base=4321.50", "The parameter for is missing. Fill it in")]
    public async Task A_parameter_that_cannot_be_read_is_told_its_form(string address, string form) =>
        (await (await Officer()).In("en").Get(address)).ShouldBeProblem(HttpStatusCode.BadRequest, "malformed-parameter").At("detail").GetString().Should().Contain(form);

    [Theory]
    [InlineData("""{"organizationId":"0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d01","name":"A","identityNumber":"1","standing":"full","from":"2024-01-01"}""", "/api/v1/members", "/standing", "expected one of: formal, probationary")]
    [InlineData("""{"organizationId":"0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d01","record":{},"roll":[{"personId":"0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d01","status":"late"}]}""", "/api/v1/meetings", "/record", "what is missing")]
    [InlineData("""{"roll":[{"personId":"0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d01","status":"late"}]}""", "/api/v1/meetings", "/roll/0/status", "expected one of: present, online, absentWithLeave, absentWithoutReason")]
    [InlineData("""{"record":{"kinds":["generalMeeting"],"heldOn":"2024-03-20","startsAt":"14:00","place":"A","details":null}}""", "/api/v1/meetings", "/record/details", "null is not allowed")]
    [InlineData("""{"record":{"kinds":["generalMeeting"],"heldOn":"2024-03-20","startsAt":"14:00","place":"A","details":{"a":"x","b/c":null,"d":"y"}}}""", "/api/v1/meetings", "/record/details/b~1c", "an entry is null")]
    [InlineData("""{"roll":[{"personId":"0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d01","status":"online"},null,{"personId":"0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d01","status":"online"}]}""", "/api/v1/meetings", "/roll/1", "an entry is null")]
    public async Task A_value_that_does_not_belong_is_told_what_does(string body, string address, string pointer, string words) =>
        (await (await Officer()).In("en").Post(address, body)).ShouldBeProblem(HttpStatusCode.BadRequest, "malformed-json").ShouldPointAt(pointer).At("detail").GetString().Should().Contain(words);

    [Theory]
    [InlineData("""{"superiorId":"seven"}""", "应为接口返回的编号")]
    [InlineData("""{"foundedOn":"2023-02-29"}""", "YYYY-MM-DD 形式的日期")]
    [InlineData("""{"type":"club"}""", "应为以下之一")]
    [InlineData("""{"code":"A",}""", "不是有效的 JSON（第 1 行第 13 字节）")]
    public async Task What_belongs_in_a_body_is_told_in_the_callers_language(string body, string words) =>
        (await (await Officer()).In("zh-CN").Post(Organizations, body)).ShouldBeProblem(HttpStatusCode.BadRequest, "malformed-json").At("detail").GetString().Should().Contain(words);

    [Theory]
    [InlineData("en", "This has 4 to 200 characters, and 2 were sent.")]
    [InlineData("zh-CN", "长度应为 4 至 200 个字符，实际 2 个。")]
    public async Task A_text_of_a_wrong_length_is_told_which_length_it_has(string language, string words) =>
        (await (await Officer()).In(language).Post("/api/v1/members/0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d01/personal-data", """{"reason":"核对"}""")).ShouldBeProblem(HttpStatusCode.BadRequest, "length").ShouldPointAt("/reason").At("detail").GetString().Should().Be(words);

    [Theory]
    [InlineData("en", "This list has 1 to 500 entries, and 0 were sent.")]
    [InlineData("zh-CN", "此列表应有 1 至 500 项，实际 0 项。")]
    public async Task A_list_of_a_wrong_length_is_told_how_many_entries_it_has(string language, string words) =>
        (await (await api.SignedIn(Role.BranchSecretary)).In(language).Post("/api/v1/organizations/0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d01/objective-progress/2024-05", """{"entries":[]}""")).ShouldBeProblem(HttpStatusCode.BadRequest, "list-length").ShouldPointAt("/entries").At("detail").GetString().Should().Be(words);

    [Theory]
    [InlineData("?limit=0", "limit-out-of-range")]
    [InlineData("?limit=201", "limit-out-of-range")]
    public async Task A_limit_out_of_its_range_is_refused(string query, string code) => (await (await Officer()).Get(Organizations + query)).ShouldBeProblem(HttpStatusCode.BadRequest, code).ShouldPointAt("/limit");

    [Theory]
    [InlineData("?limit=1")]
    [InlineData("?limit=200")]
    public async Task A_limit_at_the_end_of_its_range_is_taken(string query) => (await (await Officer()).Get(Organizations + query)).ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task A_query_parameter_that_the_operation_does_not_know_is_refused_by_name()
    {
        var refused = (await (await Officer()).Get($"{Organizations}?typ=branch")).ShouldBeProblem(HttpStatusCode.BadRequest, "unknown-parameter").ShouldPointAt("/typ");
        refused.At("detail").GetString().Should().Contain("type").And.NotContain("api");
        (await (await Officer()).Get("/api/v1/me?x=1")).ShouldBeProblem(HttpStatusCode.BadRequest, "unknown-parameter");
    }

    [Theory]
    [InlineData("/api/v1/organisations")]
    [InlineData("/api/v2/organizations")]
    [InlineData("/")]
    public async Task An_unknown_address_is_a_problem_with_a_body(string address) => (await (await Officer()).Get(address)).ShouldBeProblem(HttpStatusCode.NotFound, "no-such-route");

    [Fact]
    public async Task A_method_that_the_address_does_not_know_is_a_problem_that_lists_those_it_knows()
    {
        var refused = (await (await Officer()).Delete(Organizations, "\"1\"")).ShouldBeProblem(HttpStatusCode.MethodNotAllowed, "method-not-allowed");
        refused.Header("Allow").Should().Contain("GET").And.Contain("POST");
    }

    [Fact]
    public async Task A_change_without_a_version_or_with_a_malformed_one_is_refused()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        var address = $"{Organizations}/{tree.Branch.Id}";
        (await officer.Put(address, new { name = "Other" }, null)).ShouldBeProblem(HttpStatusCode.PreconditionRequired, "if-match-required");
        foreach (var malformed in new[] { "1", "\"one\"", "W/\"1\"", "\"0\"", "*" }) (await officer.Put(address, new { name = "Other" }, malformed)).ShouldBeProblem(HttpStatusCode.BadRequest, "malformed-parameter");
        (await officer.Put(address, new { name = "Other" }, "\"99\"")).ShouldBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
        (await officer.Put(address, new { name = "Other" }, "\"1\"")).ShouldBe(HttpStatusCode.OK).ETag.Should().Be("\"2\"");
    }

    private static string Padded(int length) => Valid[..^1] + ",\"x\":\"" + new string('x', length - Valid.Length - 7) + "\"}";

    private Task<ApiClient> Officer() => api.SignedIn(Role.CityOfficer);
}
