using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Benchmarks.Scenarios;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.LocalHost.Hosting;
using PerfectviewFunctions.LocalHost.Sending;
using PerfectviewFunctions.LocalHost.Setup;
using PerfectviewFunctions.Perfectview.Signing;
using PerfectviewFunctions.Sandbox;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Hosting;

namespace PerfectviewFunctions.Benchmarks.Pages;

/// <summary>A host with one tenant whose invoices came in as Perfectview sends them, and somebody who is signed in.</summary>
internal sealed partial class PageScene : IAsyncDisposable
{
    private const int AtOnce = 100;

    /// <summary>One of so many is held back: its VAT is not what its rate makes.</summary>
    private const int OneHeldBackOf = 20;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("perfectviewfunctions-benchmark-");
    private readonly SandboxServer sandbox;
    private WebApplication? app;
    private HttpClient? http;

    private PageScene(SandboxServer sandbox) => this.sandbox = sandbox;

    public TimeSpan SetUp { get; private set; }

    public int HeldBack { get; private set; }

    public static async Task<PageScene> SetUpAsync(int invoices)
    {
        var scene = new PageScene(await SandboxServer.StartAsync(new SandboxOptions()));
        var watch = Stopwatch.StartNew();
        await scene.StartAsync(invoices);
        scene.SetUp = watch.Elapsed;
        return scene;
    }

    /// <returns>The page.</returns>
    /// <exception cref="HttpRequestException">It could not be shown.</exception>
    public Task<string> GetAsync(string address) => http!.GetStringAsync(new Uri(address, UriKind.Relative));

    /// <summary>Where the list of bookings says that it goes on.</summary>
    public async Task<string> SecondPageAsync() =>
        WebUtility.HtmlDecode(NextLink().Match(await GetAsync("/koppeling/demo/boekingen")).Groups["address"].Value);

    public async ValueTask DisposeAsync()
    {
        http?.Dispose();
        await app!.DisposeAsync();
        await sandbox.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private async Task StartAsync(int invoices)
    {
        var settings = new LocalHostSettings
        {
            Data = folder.FullName, Url = "http://127.0.0.1:0", Timer = false, Product = new ProductSettings { Books = sandbox.SoapAddress },
        };
        app = await LocalHostApp.StartAsync(settings, builder => builder.Logging.ClearProviders());
        http = new HttpClient { BaseAddress = new Uri(app.Urls.First()), Timeout = TimeSpan.FromMinutes(2) };
        var secret = await DemoTenant.AddAsync(app, sandbox, BookkeepingApi.Soap, CancellationToken.None);
        foreach (var numbers in Enumerable.Range(1, invoices).Chunk(AtOnce))
        {
            await SendAsync(secret, numbers);
        }

        var open = app.Services.GetRequiredService<OpenWork>();
        while (await open.NextAtAsync(DemoTenant.Id, CancellationToken.None) is not null)
        {
            await app.Services.GetRequiredService<PendingSweep>().RunAsync(CancellationToken.None);
        }

        await app.Services.GetRequiredService<PaymentSync>().RunAsync(CancellationToken.None);
        await SignInAsync();
    }

    private async Task SendAsync(WebhookSecret secret, IReadOnlyList<int> numbers)
    {
        var body = Encoding.UTF8.GetBytes(new JsonArray([.. numbers.Select(EventOf)]).ToJsonString());
        var webhook = new Uri(http!.BaseAddress!, $"/api/webhooks/{DemoTenant.Id.Value}");
        using var answer = await new WebhookSender(http, TimeProvider.System).SendAsync(webhook, secret, body, CancellationToken.None);
        answer.EnsureSuccessStatusCode();
    }

    private JsonObject EventOf(int number)
    {
        var isHeldBack = number % OneHeldBackOf == 0;
        HeldBack += isHeldBack ? 1 : 0;
        return new SentInvoice(string.Create(CultureInfo.InvariantCulture, $"F-{number}"), "K100", 100m, isHeldBack ? 20m : 21m).ToEvent();
    }

    private async Task SignInAsync()
    {
        var (key, _) = await app!.Services.GetRequiredService<AdminKey>().GetOrMakeAsync(CancellationToken.None);
        var token = WebUtility.HtmlDecode(Token().Match(await GetAsync("/koppeling/_/aanmelden")).Groups["token"].Value);
        using var form = new FormUrlEncodedContent([new("formulier", token), new("adminKey", key)]);
        using var answer = await http!.PostAsync(new Uri("/koppeling/_/aanmelden", UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
    }

    [GeneratedRegex(@"name=""formulier"" value=""(?<token>[^""]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();

    [GeneratedRegex(@"<a href=""(?<address>[^""]+)"" rel=""next""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NextLink();
}
