using Microsoft.Playwright;
using PartyOrg.TestSupport;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.Browser.Tests;

/// <summary>The product on a port of its own, and Chromium to look at it with.</summary>
public sealed class Browser : IAsyncLifetime
{
    public const string Missing = "Chromium is not installed (Debian: apt-get install chromium fonts-noto-cjk).";

    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The installed Chromium; none where there is none.</summary>
    public static string? Program { get; } = Environment.GetEnvironmentVariable("PARTYORG_CHROMIUM") ?? Tools.Find("chromium", "chromium-browser", "google-chrome");

    public ApiHost<OnSqlite> Api { get; } = new();

    public async Task InitializeAsync()
    {
        if (Program is null) return;

        await Api.InitializeAsync();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Arguments });
    }

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (Program is not null) await Api.DisposeAsync();
    }

    /// <summary>A window of its own, with nothing remembered.</summary>
    public async Task<IPage> Open(string path)
    {
        Program.Should().NotBeNull(Missing);
        var context = await browser!.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 }, Locale = "zh-CN" });
        context.SetDefaultTimeout(60_000);
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(Api.Address, path).ToString());
        return page;
    }
}
