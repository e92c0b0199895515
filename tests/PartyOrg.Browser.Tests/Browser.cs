using Microsoft.Playwright;
using PartyOrg.TestSupport;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.Browser.Tests;

/// <summary>The product on a port of its own, and Chromium to look at it with.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly ApiHost<OnSqlite> api = new();
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The product; where Chromium is missing and yet required, its tests fail here.</summary>
    public ApiHost<OnSqlite> Api => Chromium.Program is null ? throw new InvalidOperationException(Chromium.WhyMissing(Environment.GetEnvironmentVariable)) : api;

    public async Task InitializeAsync()
    {
        if (Chromium.Program is null) return;

        await api.InitializeAsync();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Program, Args = Arguments });
    }

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (Chromium.Program is not null) await api.DisposeAsync();
    }

    /// <summary>A window of its own, with nothing remembered.</summary>
    public async Task<IPage> Open(string path)
    {
        var address = Api.Address;
        var context = await browser!.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 }, Locale = "zh-CN" });
        context.SetDefaultTimeout(60_000);
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(address, path).ToString());
        return page;
    }
}
