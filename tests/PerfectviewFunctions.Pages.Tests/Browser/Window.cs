using Microsoft.Playwright;
using PerfectviewFunctions.Web.Gate;
using Host = PerfectviewFunctions.EndToEnd.Tests.Support.Host;

namespace PerfectviewFunctions.Pages.Tests.Browser;

/// <summary>A browser window of its own, with one page.</summary>
internal sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly Host host;

    private Window(IBrowserContext context, IPage page, Host host) => (this.context, Page, this.host) = (context, page, host);

    public IPage Page { get; }

    /// <summary>What the browser complained of: scripts that failed, what the policy forbade, dialogs that opened.</summary>
    public List<string> Complaints { get; } = [];

    public static async Task<Window> OpenAsync(SharedBrowser browser, Host host, BrowserNewContextOptions? options = null)
    {
        var own = await browser.OpenAsync(options ?? new());
        var window = new Window(own, await own.NewPageAsync(), host);
        window.Page.Console += (_, message) =>
        {
            // An answer that says 404, 409 or 422 is no fault of the page.
            if (message.Type == "error" && !message.Text.Contains("the server responded with a status", StringComparison.Ordinal))
            {
                window.Complaints.Add(message.Text);
            }
        };
        window.Page.PageError += (_, error) => window.Complaints.Add(error);
        window.Page.Dialog += (_, dialog) => window.Complaints.Add(dialog.Message);
        return window;
    }

    /// <returns>The status of the answer.</returns>
    public async Task<int> GoAsync(string address) => (await Page.GotoAsync(new Uri(host.Http.BaseAddress!, address).AbsoluteUri))!.Status;

    public async Task SignInAsync()
    {
        await GoAsync("/koppeling/_/aanmelden");
        var (key, _) = await host.Services.GetRequiredService<AdminKey>().GetOrMakeAsync(CancellationToken.None);
        await Page.GetByLabel("Beheersleutel").FillAsync(key);
        await PressAsync("Aanmelden");
    }

    /// <summary>Presses the button with those words, and waits for what comes.</summary>
    public Task PressAsync(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

    public Task FollowAsync(string link) => Page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First.ClickAsync();

    /// <summary>All that the page says.</summary>
    public Task<string> TextAsync() => Page.Locator("main").InnerTextAsync();

    /// <summary>The id of what the keyboard is at.</summary>
    public Task<string> FocusAsync() => Page.EvaluateAsync<string>("document.activeElement.id");

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
