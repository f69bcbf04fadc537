using Microsoft.Playwright;
using Xunit;

namespace PerfectviewFunctions.Pages.Tests.Browser;

/// <summary>One browser process for all tests; each opens windows of its own in it.</summary>
public sealed class SharedBrowser : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async Task InitializeAsync()
    {
        if (Chromium.Path is not { } path)
        {
            return;
        }

        playwright = await Playwright.CreateAsync();

        // As root, as build servers run, Chromium starts only without its sandbox; all it opens is ours.
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--no-sandbox", "--disable-dev-shm-usage"] });
    }

    public Task<IBrowserContext> OpenAsync(BrowserNewContextOptions options) =>
        browser?.NewContextAsync(options) ?? throw new InvalidOperationException("There is no browser.");

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }
}

[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<SharedBrowser>
{
    public const string Name = "Browser";
}
