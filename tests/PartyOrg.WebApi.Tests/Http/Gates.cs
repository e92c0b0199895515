using System.Net;
using PartyOrg.Domain.Accounts;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.Http;

/// <summary>Who may call from a page of another origin, and how often sign-in may be tried, and how long a request may take.</summary>
public sealed class Gates(GuardedHost guarded) : IClassFixture<GuardedHost>
{
    private const string Origin = "https://front-end.example";

    [Fact]
    public async Task A_configured_origin_may_call_and_reads_the_headers_that_it_needs()
    {
        var asked = await guarded.Api.Anonymous.Send(HttpMethod.Options, "/api/v1/organizations", null, ("Origin", Origin), ("Access-Control-Request-Method", "PUT"), ("Access-Control-Request-Headers", "authorization, if-match"));
        asked.ShouldBe(HttpStatusCode.NoContent).Header("Access-Control-Allow-Origin").Should().Be(Origin);
        asked.Header("Access-Control-Allow-Headers").Should().Contain("if-match");

        var answer = (await (await guarded.Api.SignedIn(Role.CityOfficer)).Send(HttpMethod.Get, "/api/v1/organizations", null, ("Origin", Origin))).ShouldBe(HttpStatusCode.OK);
        answer.Header("Access-Control-Allow-Origin").Should().Be(Origin);
        answer.Header("Access-Control-Expose-Headers").Should().ContainAll("ETag", "Location", "Retry-After");
        answer.Header("Vary").Should().Be("Accept-Language, Authorization, Origin");
    }

    [Theory]
    [InlineData("https://elsewhere.example")]
    [InlineData("http://front-end.example")]
    [InlineData("null")]
    public async Task Another_origin_gets_no_permission(string origin)
    {
        var asked = await guarded.Api.Anonymous.Send(HttpMethod.Options, "/api/v1/organizations", null, ("Origin", origin), ("Access-Control-Request-Method", "GET"));
        asked.Header("Access-Control-Allow-Origin").Should().BeNull();
        (await guarded.Api.Anonymous.Send(HttpMethod.Get, "/api/v1/organizations", null, ("Origin", origin))).Header("Access-Control-Allow-Origin").Should().BeNull();
    }

    [Fact]
    public async Task Sign_in_may_be_tried_so_often_a_minute_and_then_is_told_to_wait()
    {
        for (var i = 0; i < GuardedHost.Attempts; i++) (await Try()).ShouldBeProblem(HttpStatusCode.Unauthorized, "sign-in-refused");
        var refused = (await Try()).ShouldBeProblem(HttpStatusCode.TooManyRequests, "too-many-requests");
        int.Parse(refused.Header("Retry-After")!, System.Globalization.CultureInfo.InvariantCulture).Should().BeInRange(1, 60);

        // Everything else goes on.
        (await guarded.Api.Anonymous.Get("/api/v1/me")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    private Task<Answer> Try() => guarded.Api.Anonymous.Post("/api/v1/sessions", new { userName = "nobody", password = "nothing at all" }, key: "");
}

/// <summary>The product with two origins that may call, and few attempts to sign in, and a second for each request.</summary>
public sealed class GuardedHost : IAsyncLifetime
{
    public const int Attempts = 3;

    public ApiHost<OnSqlite> Api { get; } = new() { Settings = { ["Cors:Origins:0"] = "https://front-end.example", ["Cors:Origins:1"] = "https://app.example", ["SignIn:AttemptsPerMinute"] = $"{Attempts}" } };

    public Task InitializeAsync() => Api.InitializeAsync();

    public Task DisposeAsync() => Api.DisposeAsync();
}
