using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Callbacks;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.LocalHost.Hosting;
using PerfectviewFunctions.LocalHost.Sending;
using PerfectviewFunctions.LocalHost.Setup;
using PerfectviewFunctions.Perfectview.Signing;
using PerfectviewFunctions.Sandbox;
using PerfectviewFunctions.Testing;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Hosting;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Crashes;

/// <summary>
/// A sandbox, a folder with a linked tenant, and hosts on that folder: as processes those that die, in the test's own process those that live. The
/// clock is the real one: the durations are short, and the sandbox's delays shorter.
/// </summary>
internal sealed class CrashScene : IAsyncDisposable
{
    /// <summary>After the lost call of a dead process the books may still act this much later.</summary>
    public static readonly TimeSpan LateCommit = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private static readonly EngineOptions ShortDurations = new()
    {
        LeaseLength = TimeSpan.FromSeconds(1.5),
        CallTimeout = TimeSpan.FromSeconds(1.2),
        AbsenceMargin = TimeSpan.FromSeconds(0.5),
        FirstRetry = TimeSpan.FromSeconds(0.2),
    };

    private static readonly PaymentOptions EverySecond = new() { Schedule = "* * * * * *", BookedBefore = TimeSpan.Zero };

    private static readonly CallbackOptions SoonAgain = new()
    {
        Timeout = TimeSpan.FromSeconds(1), ClaimMargin = TimeSpan.FromSeconds(0.5), FirstRetry = TimeSpan.FromSeconds(0.2),
    };

    private readonly TemporaryFolder folder;
    private readonly RowPlace rows;
    private readonly HttpClient http = new();
    private readonly WebhookSecret secret;
    private readonly string adminKey;
    private readonly List<ChildProcess> killed = [];
    private readonly List<LivingHost> living = [];

    private CrashScene(TemporaryFolder folder, RowPlace rows, SandboxServer sandbox, WebhookSecret secret, string adminKey)
    {
        this.folder = folder;
        this.rows = rows;
        this.secret = secret;
        this.adminKey = adminKey;
        Sandbox = sandbox;
    }

    public SandboxServer Sandbox { get; }

    public SandboxAdministration Books => Sandbox.Books.First;

    /// <param name="place">Null for what a local host uses.</param>
    /// <param name="api">Null for what a test gets that does not choose.</param>
    public static async Task<CrashScene> SetUpAsync(RowPlace? place = null, BookkeepingApi? api = null)
    {
        var data = new TemporaryFolder();
        var chosen = place ?? await RowPlace.InAsync(data.Path);
        var sandbox = await SandboxServer.StartAsync();
        await using var host = await LivingHost.StartAsync(SettingsOf(data, sandbox), chosen, sweeps: false);
        var (key, _) = await host.App.Services.GetRequiredService<AdminKey>().GetOrMakeAsync(default);
        var webhook = await DemoTenant.AddAsync(host.App, api ?? ApiChoice.Usual, default);
        sandbox.Books.Calls.Clear();
        return new CrashScene(data, chosen, sandbox, webhook, key);
    }

    /// <summary>Sends the events to a host until it dies at the step, as a sender who hears nothing, or only "accepted", does.</summary>
    public async Task KillAsync(WorkStep step, JsonNode events, int times = 1)
    {
        var (host, address) = await StartProcessAsync($"--Kill={step}:{times}");
        var deadline = DateTime.UtcNow + Patience;
        while (await SendAsync(address, events) is { } reply)
        {
            Assert.True(
                reply.Status == 202 && DateTime.UtcNow < deadline,
                $"{step} is not reached: {reply.Status} {reply.Body}\nDoes it need a case of its own, such as a lost answer?\n{host.Output}");
            await Task.Delay(Pause);
        }

        Assert.Equal(OperatingSystem.IsWindows() ? -1 : 128 + 9, await host.EndAsync());
    }

    /// <summary>Has a person do something, again and again, with a host until it dies at the step.</summary>
    /// <param name="act">Null when the connection was dropped.</param>
    public async Task KillByAsync(WorkStep step, Func<Uri, Task<ApiReply?>> act)
    {
        var (host, address) = await StartProcessAsync($"--Kill={step}");
        var deadline = DateTime.UtcNow + Patience;
        while (await act(address) is { } reply)
        {
            Assert.True(DateTime.UtcNow < deadline, $"{step} is not reached: {reply.Status} {reply.Body}\n{host.Output}");
            await Task.Delay(Pause);
        }

        Assert.Equal(OperatingSystem.IsWindows() ? -1 : 128 + 9, await host.EndAsync());
    }

    /// <summary>Lets the timers of a host run, each every second, until it dies at the step.</summary>
    public async Task KillByTimersAsync(WorkStep step)
    {
        var (host, _) = await StartProcessAsync($"--Kill={step}", "--Fast=true");
        Assert.Equal(OperatingSystem.IsWindows() ? -1 : 128 + 9, await host.EndAsync());
    }

    /// <summary>Does something again and again until it is answered 200, or with one of the reasons it may have to wait for.</summary>
    public static async Task UntilDoneAsync(Func<Task<ApiReply?>> act, params string[] reasonsToWait)
    {
        var deadline = DateTime.UtcNow + Patience;
        while (await act() is not { Status: 200 } and var reply)
        {
            Assert.True(reply?.Status == 409 && reasonsToWait.Contains(reply.ReasonCode) && DateTime.UtcNow < deadline, $"{reply?.Status} {reply?.Body}");
            await Task.Delay(Pause);
        }
    }

    /// <summary>A call by an operator about the tenant.</summary>
    /// <returns>Null when the connection was dropped.</returns>
    public async Task<ApiReply?> CallAsync(Uri host, HttpMethod method, string what, JsonNode? body = null, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(host, $"/api/tenants/{DemoTenant.Id}/{what}"));
        request.Headers.Add(AdminKey.Header, adminKey);
        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        }

        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        try
        {
            using var answer = await http.SendAsync(request);
            return await ApiReply.ReadAsync(answer);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>A host that lives, and does every moment what the product does every minute.</summary>
    public async Task<Uri> StartAsync()
    {
        var host = await LivingHost.StartAsync(SettingsOf(folder, Sandbox), rows, sweeps: true);
        living.Add(host);
        return host.Address;
    }

    /// <summary>Ends every host in peace: the lease of one that was killed would keep the next from working within a call.</summary>
    public async Task StopAsync()
    {
        foreach (var host in living)
        {
            await host.DisposeAsync();
        }

        living.Clear();
    }

    /// <summary>Waits until an event has ended so.</summary>
    public async Task EndsAsync(string eventId, string state)
    {
        var deadline = DateTime.UtcNow + Patience;
        while ((await EventAsync(eventId))?.Values.Text("state") is var found && found != state)
        {
            Assert.True(DateTime.UtcNow < deadline, $"{eventId} is {found}\n{Outputs}");
            await Task.Delay(Pause);
        }
    }

    /// <summary>Waits until something holds.</summary>
    public async Task UntilAsync(Func<bool> holds, Func<string> otherwise)
    {
        var deadline = DateTime.UtcNow + Patience;
        while (!holds())
        {
            Assert.True(DateTime.UtcNow < deadline, $"{otherwise()}\n{Outputs}");
            await Task.Delay(Pause);
        }
    }

    /// <summary>Whether the event stands in the store.</summary>
    public async Task<bool> IsDurableAsync(string eventId) => await EventAsync(eventId) is not null;

    /// <returns>Null when the connection was dropped.</returns>
    public async Task<Reply?> SendAsync(Uri host, JsonNode events)
    {
        try
        {
            using var answer = await new WebhookSender(http, TimeProvider.System).SendAsync(
                new Uri(host, $"/api/webhooks/{DemoTenant.Id}"), secret, Encoding.UTF8.GetBytes(events.ToJsonString()), default);
            return await Reply.ReadAsync(answer);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>An invoice as the API shows it; null when it knows none.</summary>
    public async Task<JsonNode?> InvoiceAsync(Uri host, string number) =>
        await CallAsync(host, HttpMethod.Get, $"invoices/{number}") is { Status: 200 } found ? found.Json : null;

    /// <summary>Waits until the invoice has a state.</summary>
    public async Task<JsonNode> StandsAsync(Uri host, string number, string state)
    {
        var deadline = DateTime.UtcNow + Patience;
        JsonNode? invoice;
        while ((invoice = await InvoiceAsync(host, number))?["state"]?.GetValue<string>() != state)
        {
            Assert.True(DateTime.UtcNow < deadline, $"Not {state}: {invoice}\n{Outputs}");
            await Task.Delay(Pause);
        }

        return invoice!;
    }

    /// <summary>Waits until the invoice is booked, and checks that everything says so once: books, API, store, and the answer to a late sender.</summary>
    public async Task AssertBookedOnceAsync(Uri host, JsonNode sent)
    {
        var number = sent.NumberOf();
        var invoice = await StandsAsync(host, number, "booked");
        var booked = Assert.Single(Books.Mutations, mutation => mutation.InvoiceNumber == number);
        Assert.Equal(sent.InvoiceOf()["total"]!.GetValue<decimal>(), booked.Total);
        Assert.Equal(booked.Number, invoice["mutationNumber"]!.GetValue<long>());

        var stored = await EventAsync(sent["id"]!.GetValue<string>());
        Assert.Equal("Done", stored!.Values.Text("state"));
        var store = rows.Open();
        using (store as IDisposable)
        {
            await foreach (var row in store.QueryPrefixAsync(Partition.Of(DemoTenant.Id), $"open:{StorageKey.Encode(number)}:", default))
            {
                Assert.Fail($"There is work left: {row.Key}");
            }
        }

        var late = await SendAsync(host, sent);
        Assert.Equal((200, "duplicate", booked.Number), (late!.Status, late.Outcome, late.MutationNumber!.Value));
        Assert.Single(Books.Mutations, mutation => mutation.InvoiceNumber == number);

        // The books' own refusal of a second booking is the last fence: it was never leant on.
        Assert.DoesNotContain(Sandbox.Books.Calls.Log, call => call.Outcome is "CMUT018" or "CMUT019" or "CREL001" or "MUT_019" or "MUT_020");
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        foreach (var host in killed)
        {
            await host.DisposeAsync();
        }

        http.Dispose();
        await Sandbox.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>Every row with its version, but for leases, and for the count by which one host asks another to read the debtors anew.</summary>
    public IReadOnlyList<string> Dump() =>
        [.. rows.Dump().Where(row => !row.Contains(" lease:", StringComparison.Ordinal) && !row.Contains(" debtors ", StringComparison.Ordinal))];

    /// <summary>What the hosts printed and logged, for a test that waits in vain.</summary>
    private string Outputs => string.Join("\n\n", [.. killed.Select(host => host.Output), .. living.Select(host => host.Output)]);

    private static LocalHostSettings SettingsOf(TemporaryFolder data, SandboxServer sandbox) => new()
    {
        Data = data.Path,
        Url = "http://127.0.0.1:0",
        Timer = false,
        Product = new ProductSettings { Engine = ShortDurations, Payments = EverySecond, Callbacks = SoonAgain }.On(sandbox),
    };

    /// <summary>A host with the same settings as those that live, in a process of its own.</summary>
    /// <param name="fate">What happens to it, as CrashHost takes it.</param>
    public async Task<(ChildProcess Host, Uri Address)> StartProcessAsync(params IEnumerable<string> fate)
    {
        var settings = SettingsOf(folder, Sandbox);
        var (product, engine, payments, callbacks) = (settings.Product, settings.Product.Engine, settings.Product.Payments, settings.Product.Callbacks);
        var host = ChildProcess.Start(
            Assembly.Load("PerfectviewFunctions.CrashHost"),
            folder.Path,
            [
                $"--Data={settings.Data}",
                $"--Url={settings.Url}",
                $"--Timer={settings.Timer}",
                $"--Books={product.Books}",
                $"--Rest:Endpoint={product.Rest.Endpoint}",
                $"--Engine:LeaseLength={engine.LeaseLength}",
                $"--Engine:CallTimeout={engine.CallTimeout}",
                $"--Engine:AbsenceMargin={engine.AbsenceMargin}",
                $"--Engine:FirstRetry={engine.FirstRetry}",
                $"--Payments:Schedule={payments.Schedule}",
                $"--Payments:BookedBefore={payments.BookedBefore}",
                $"--Callbacks:Timeout={callbacks.Timeout}",
                $"--Callbacks:ClaimMargin={callbacks.ClaimMargin}",
                $"--Callbacks:FirstRetry={callbacks.FirstRetry}",
                .. fate,
                .. rows.Arguments,
            ]);
        killed.Add(host);
        return (host, new Uri("http://" + await host.PrintedAsync("http://")));
    }

    private async Task<Row?> EventAsync(string eventId)
    {
        var store = rows.Open();
        using (store as IDisposable)
        {
            return await store.GetAsync(Partition.Of(DemoTenant.Id), "event:" + StorageKey.Encode(eventId), default);
        }
    }
}
