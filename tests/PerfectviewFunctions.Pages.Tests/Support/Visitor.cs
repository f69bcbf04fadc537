using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using PerfectviewFunctions.Web.Gate;
using Xunit;
using Host = PerfectviewFunctions.EndToEnd.Tests.Support.Host;

namespace PerfectviewFunctions.Pages.Tests.Support;

/// <summary>Somebody with a browser that runs no script: follows links, fills in forms, keeps cookies.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly IBrowsingContext browser = BrowsingContext.New(Configuration.Default.WithDefaultLoader().WithDefaultCookies());
    private readonly Host host;

    private Visitor(Host host) => this.host = host;

    /// <summary>The page that stands before him.</summary>
    public IDocument Page => browser.Active ?? throw new InvalidOperationException("No page was opened yet.");

    public int Status => (int)Page.StatusCode;

    /// <summary>Path and query of the page.</summary>
    public string Address => new Uri(Page.DocumentUri).PathAndQuery;

    public string Title => Page.QuerySelector("h1")!.TextContent.Trim();

    /// <summary>All that the page says, on one line.</summary>
    public string Text => OneLine(Page.QuerySelector("main")!.TextContent);

    /// <summary>What came of the last thing that was asked for.</summary>
    public IReadOnlyList<string> Notices => [.. Page.QuerySelectorAll(".notice").Select(notice => OneLine(notice.TextContent))];

    /// <summary>Somebody who is not signed in.</summary>
    public static Visitor To(Host host) => new(host);

    /// <summary>An operator who is.</summary>
    public static async Task<Visitor> SignedInAsync(Host host)
    {
        var visitor = new Visitor(host);
        await visitor.SignInAsync();
        return visitor;
    }

    public async Task SignInAsync()
    {
        await OpenAsync("/koppeling/_/aanmelden");
        var (key, _) = await host.Services.GetRequiredService<AdminKey>().GetOrMakeAsync(CancellationToken.None);
        await SubmitAsync("Aanmelden", ("adminKey", key));
    }

    public Task<IDocument> OpenAsync(string address) => browser.OpenAsync(new Uri(host.Http.BaseAddress!, address).AbsoluteUri);

    /// <summary>Follows the link that says so.</summary>
    public Task<IDocument> FollowAsync(string text) => OpenAsync(Assert.IsAssignableFrom<IHtmlAnchorElement>(
        Page.QuerySelectorAll("a").FirstOrDefault(link => OneLine(link.TextContent) == text)
            ?? throw new InvalidOperationException($"No link says '{text}' at {Address}: {Text}")).PathName
        + ((IHtmlAnchorElement)Page.QuerySelectorAll("a").First(link => OneLine(link.TextContent) == text)).Search);

    /// <summary>Fills in fields of the form with a button, and presses it. A tick box takes "on" or "".</summary>
    /// <param name="button">What the button says.</param>
    public async Task SubmitAsync(string button, params (string Field, string Value)[] fields) => await PressAsync(ButtonOf(button), fields);

    /// <summary>As above, for one of several buttons that say the same.</summary>
    public static async Task PressAsync(IHtmlElement pressed, params (string Field, string Value)[] fields)
    {
        var form = (IHtmlFormElement)(pressed.Closest("form") ?? throw new InvalidOperationException("The button is in no form."));
        foreach (var (field, value) in fields)
        {
            Fill(form, field, value);
        }

        await form.SubmitAsync(pressed);
    }

    /// <summary>The first button with those words.</summary>
    public IHtmlElement ButtonOf(string text) =>
        Page.QuerySelectorAll<IHtmlElement>("button").FirstOrDefault(one => OneLine(one.TextContent) == text)
            ?? throw new InvalidOperationException($"No button says '{text}' at {Address} ({Status}): {Text}");

    public bool HasButton(string text) => Page.QuerySelectorAll("button").Any(one => OneLine(one.TextContent) == text);

    public void Dispose() => browser.Dispose();

    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static void Fill(IHtmlFormElement form, string field, string value)
    {
        var named = form.Elements.Where(one => one.GetAttribute("name") == field).ToList();
        Assert.True(named.Count > 0, $"The form has no field '{field}'.");
        foreach (var one in named)
        {
            switch (one)
            {
                case IHtmlInputElement { Type: "checkbox" } box:
                    box.IsChecked = value.Length > 0;
                    break;
                case IHtmlInputElement { Type: "radio" } radio:
                    radio.IsChecked = radio.Value == value;
                    break;
                case IHtmlInputElement input:
                    input.Value = value;
                    break;
                case IHtmlSelectElement select:
                    Assert.Contains(select.Options, option => option.Value == value);
                    select.Value = value;
                    break;
                case IHtmlTextAreaElement area:
                    area.Value = value;
                    break;
                default:
                    throw new InvalidOperationException($"'{field}' is no field to fill in.");
            }
        }
    }
}
