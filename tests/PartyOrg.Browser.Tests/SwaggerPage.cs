using System.Text.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.Playwright;
using PartyOrg.TestSupport;

namespace PartyOrg.Browser.Tests;

/// <summary>Swagger UI as a person uses it.</summary>
internal sealed class SwaggerPage(IPage page, string name)
{
    private readonly Dictionary<string, string> tags = [];
    private int shots;

    /// <summary>Waits until the document is shown.</summary>
    public async Task<SwaggerPage> Ready()
    {
        await page.Locator(".opblock-tag-section").First.WaitForAsync();
        var document = await page.APIRequest.GetAsync(new Uri(new Uri(page.Url), "/swagger/v1/swagger.json").ToString());
        foreach (var operation in JsonNode.Parse(await document.TextAsync())!["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject()).Select(o => o.Value).OfType<JsonObject>().Where(o => o.ContainsKey("operationId")))
        {
            tags[operation["operationId"]!.GetValue<string>()] = operation["tags"]![0]!.GetValue<string>();
        }

        return this;
    }

    public async Task<IReadOnlyList<string?>> Tags() => await Task.WhenAll((await page.Locator(".opblock-tag").AllAsync()).Select(t => t.GetAttributeAsync("data-tag")));

    /// <summary>Signs in: the page uses the access token for all that follows.</summary>
    public async Task SignIn(string userName, string password)
    {
        (await Execute("signIn", new { userName, password })).Status.Should().Be(201);
        await Shoot("signed-in");
    }

    /// <summary>Opens an operation, fills it in and executes it; without a body its example is sent as it stands.</summary>
    public Task<(int Status, JsonNode? Body)> Execute(string operation, object? body = null, params (string Name, string Value)[] parameters) =>
        Execute(operation, async block =>
        {
            if (body is not null) await block.Locator("textarea.body-param__text").FillAsync(JsonSerializer.Serialize(body, PartyOrg.TestSupport.Http.ApiClient.Json));
        }, parameters);

    /// <summary>Opens an operation that takes files, chooses them one after the other, and executes it.</summary>
    public Task<(int Status, JsonNode? Body)> Upload(string operation, IReadOnlyList<FilePayload> files, params (string Name, string Value)[] parameters) =>
        Execute(operation, async block =>
        {
            var chosen = block.Locator("input[type=file]");
            for (var i = 0; i < files.Count; i++)
            {
                if (await chosen.CountAsync() <= i) await block.Locator(".json-schema-form-item-add").ClickAsync();
                await chosen.Nth(i).SetInputFilesAsync(files[i]);
            }
        }, parameters);

    private async Task<(int Status, JsonNode? Body)> Execute(string operation, Func<ILocator, Task> fillBody, params (string Name, string Value)[] parameters)
    {
        // The groups are closed at first.
        var group = page.Locator($".opblock-tag[data-tag='{tags[operation]}']");
        if (await group.GetAttributeAsync("data-is-open") != "true") await group.ClickAsync();
        var block = page.Locator($".opblock[id$='-{operation}']");
        await block.WaitForAsync();
        if (await block.Locator(".opblock-body").CountAsync() == 0) await block.Locator(".opblock-summary-control").ClickAsync();
        foreach (var (parameter, value) in parameters)
        {
            var row = block.Locator($"tr[data-param-name='{parameter}']");
            if (await row.Locator("select").CountAsync() > 0) await row.Locator("select").SelectOptionAsync(value);
            else await row.Locator("input").FillAsync(value);
        }

        await fillBody(block);
        await block.Locator("button.execute").ClickAsync();
        var status = block.Locator(".live-responses-table .response .response-col_status");
        await status.WaitForAsync();
        await block.Locator(".loading-container").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await block.ScrollIntoViewIfNeededAsync();
        await Shoot(operation, block);
        var shown = block.Locator(".live-responses-table .response .highlight-code code");
        var text = await shown.CountAsync() > 0 ? await shown.First.InnerTextAsync() : null;
        return (int.Parse((await status.InnerTextAsync()).Split('\n')[0].Trim(), System.Globalization.CultureInfo.InvariantCulture), text is null ? null : JsonNode.Parse(text));
    }

    /// <summary>Leaves a picture in artifacts/screenshots, to be looked at.</summary>
    public Task Shoot(string what, ILocator? part = null)
    {
        var path = Path.Combine(RepositoryFiles.Artifacts("screenshots"), $"{name}-{++shots:00}-{what}.png");
        return part is null ? page.ScreenshotAsync(new() { Path = path }) : part.ScreenshotAsync(new() { Path = path });
    }
}
